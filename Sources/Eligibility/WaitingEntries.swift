import Diagnostics
import Vietnamese

/// Entries of which nothing can be said for now, since a register, the places or a programme could not be read.
///
/// What follows from such a file is not told: a thousand unknown subjects would hide the quote that was never closed.
enum WaitingEntries {
    static let code = "entries-wait"

    /// One line for all of them.
    static func diagnostics(_ judgements: [Judgement], _ corpus: Corpus) -> [Diagnostic] {
        let count = judgements.count { $0.heldReasons.contains(code) }
        let files = corpus.unread.sorted()
        guard count > 0, let first = files.first else { return [] }
        return [waiting(count, for: files, at: SourcePlace(path: first))]
    }
}

extension WaitingEntries {
    private static func waiting(_ count: Int, for files: [String], at place: SourcePlace) -> Diagnostic {
        let names = files.joined(separator: ", ")
        return Diagnostic(
            .warning, code,
            Message(
                vi: "\(Numerals.formatted(count)) bài chưa xét được, vì chưa đọc được \(names)",
                en: "\(count) entries can't be judged as long as \(names) can't be read"),
            at: place,
            remedy: Message(
                vi: "sửa lỗi của tệp ấy rồi kiểm tra lại; những bài này có thể còn điều phải sửa",
                en: "mend that file and check again; these entries may have faults of their own"))
    }
}
