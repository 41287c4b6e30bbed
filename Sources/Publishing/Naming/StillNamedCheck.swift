import Board
import Diagnostics
import Eligibility
import Entries
import Registers
import Vietnamese

/// **Còn nêu tên.** What is published, or would be, must not go on naming somebody whose entry was withdrawn, taken down or revoked.
///
/// Warnings, at each place: they hold nothing back, since the name may be somebody else's. The sentences do not repeat it.
package enum StillNamedCheck {
    /// What the texts of a board still say of those who are shown no more. Reads the texts again, but only where there is such a person.
    package static func diagnostics(_ content: BoardContent, _ report: CheckReport, in tree: some SourceTree) async throws -> [Diagnostic] {
        let corpus = content.corpus
        var (gone, shown): ([SourceEntry], Set<String>) = ([], [])
        var hidden: Set<String> = []
        for (source, report) in zip(corpus.entries, report.entries) {
            switch report.fate {
            case .revoked, .withdrawn: gone.append(source)
            case .published: if let id = source.entry?.subjectID.value { shown.insert(id) }
            case .draft, .scheduled, .withheld, .underReview: break
            }
            if report.fate != .published { hidden.insert(source.path) }
        }
        // Who is shown by another entry may be named.
        gone.removeAll { $0.entry.map { shown.contains($0.subjectID.value) } ?? true }
        guard !gone.isEmpty else { return [] }
        let shownNames = Set(corpus.registers.rows.subjects.filter { shown.contains($0.id) }.map { Fold.comparable($0.name) })
        let honourees = gone.map { Honouree($0, in: corpus) }.filter { honouree in
            !honouree.names.contains { shownNames.contains(Fold.comparable($0)) }
        }
        guard !honourees.isEmpty else { return [] }
        let unpublished = hidden
        let mentions = try await MentionSearch(honourees).mentions(in: tree) { path in isPublished(path) && !unpublished.contains(path) }
            .mentions
        // Links to what is not shown are said by the plan.
        return mentions.filter { $0.kind != .link }.map(diagnostic)
    }

    /// Most registers are the office's alone; of these pages repeat whole sentences.
    private static let repeated: Set<String> = ["awards", "recognitions", "registrations"]

    private static func isPublished(_ path: String) -> Bool {
        !path.hasPrefix("content/registers/") || repeated.contains { path == "content/registers/\($0).csv" }
    }

    private static func diagnostic(_ mention: Mention) -> Diagnostic {
        Diagnostic(
            .warning, "still-named", mention.kind == .fileName ? fileNamed(mention.entry) : named(mention.entry), at: mention.place,
            remedy: remedy)
    }
}

extension StillNamedCheck {
    private static func named(_ entry: String) -> Message {
        Message(
            vi: "chỗ này còn nêu tên người hoặc đơn vị của bài không còn đăng: \(entry)",
            en: "this still names the honouree of an entry that is no longer shown: \(entry)")
    }

    private static func fileNamed(_ entry: String) -> Message {
        Message(
            vi: "tên tệp này có tên người hoặc đơn vị của bài không còn đăng: \(entry)",
            en: "this file's name holds that of the honouree of an entry that is no longer shown: \(entry)")
    }

    private static let remedy = Message(
        vi: "bỏ tên, hoặc cả câu; nếu đây là người khác trùng tên thì để nguyên",
        en: "remove the name, or the sentence; where it is somebody else of the same name, leave it")
}

extension BoardEvaluation {
    /// The same with what still names those who are shown no more.
    package func addingStillNamed(in tree: some SourceTree) async throws -> BoardEvaluation {
        let found = try await StillNamedCheck.diagnostics(content, report, in: tree)
        return found.isEmpty ? self : adding(found)
    }
}
