import Diagnostics
import Entries
import Formats
import Pictures

/// Captions that browsers read and that can't be right: no words, codes of other programs, times after the film's end.
/// What a browser would drop though it was meant is escaped when it is published (`WebVTT.published`).
struct CaptionsCheck {
    /// From the board's root.
    let path: String

    /// - Parameter film: the film that they belong to, where it is the board's own.
    func diagnostics(for text: AttachedText, of film: VideoDescription?) -> [Diagnostic] {
        // What can't be read has been reported at the entry.
        guard let captions = try? WebVTT(Array(text.text.utf8)) else { return [] }
        return captions.emptyCueLines.map(emptyCue) + captions.textLines.compactMap(overrideCode) + late(captions, film)
    }

    private func overrideCode(_ line: WebVTT.TextLine) -> Diagnostic? {
        // SubStation's codes, which programs leave in SubRip: {\an8}, {\i1}.
        let mended = line.text.replacing(/\{\\[^{}]*\}/, with: "")
        guard mended != line.text else { return nil }
        return Self.overrideCode(mended, at: SourcePlace(path: path, line: line.number, length: line.text.unicodeScalars.count))
    }

    private func emptyCue(_ line: Int) -> Diagnostic { Self.emptyCue(at: SourcePlace(path: path, line: line)) }

    private func late(_ captions: WebVTT, _ film: VideoDescription?) -> [Diagnostic] {
        guard let end = film?.duration, let last = captions.cues.last, last.start >= end else { return [] }
        return [Self.late(Self.time(last.start), film: Self.time(end), at: SourcePlace(path: path))]
    }

    /// `01:02:03`, or `02:03`.
    private static func time(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let short = two(seconds / 60 % 60) + ":" + two(seconds % 60)
        return seconds >= 3600 ? two(seconds / 3600) + ":" + short : short
    }
}

extension CaptionsCheck {
    private static func overrideCode(_ mended: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "captions-foreign-code",
            Message(
                vi: "phụ đề còn mã định dạng của chương trình khác; người xem sẽ thấy nguyên mã ấy",
                en: "the caption holds another program's code, which viewers would see as it is"), at: place,
            remedy: Message(vi: "sửa dòng này thành “\(mended)”", en: "make the line “\(mended)”"))
    }

    private static func emptyCue(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .notice, "captions-empty",
            Message(vi: "câu phụ đề này không có chữ", en: "this caption has no words"), at: place,
            remedy: Message(
                vi: "viết lời vào dưới dòng mốc thời gian, hoặc bỏ cả câu; trong một câu không để dòng trống",
                en: "write its words below the times, or remove it; a caption holds no empty line"))
    }

    private static func late(_ start: String, film end: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "captions-after-the-film",
            Message(
                vi: "câu phụ đề cuối bắt đầu ở \(start), mà phim chỉ dài \(end)",
                en: "the last caption begins at \(start), but the film ends at \(end)"), at: place,
            remedy: Message(
                vi: "kiểm tra xem phụ đề có đúng là của phim này, mốc thời gian có bị lệch không",
                en: "see whether the captions belong to this film, and whether their times are shifted"))
    }
}
