import Diagnostics
import Glibc

/// The front matter of a Markdown file, between two lines of `---`, and the body behind it.
package struct FrontMatterSplit: Sendable, Equatable {
    /// The bytes between the two lines.
    package let yaml: Range<Int>
    /// The line, from 1, on which `yaml` starts.
    package let yamlFirstLine: Int
    /// The bytes behind the closing line.
    package let body: Range<Int>
    /// The line, from 1, on which `body` starts.
    package let bodyFirstLine: Int

    /// Finds both; an error where the first line is not `---` or no other line is.
    package static func split(_ text: SourceText) -> Diagnosed<FrontMatterSplit?> {
        text.bytes.withUnsafeBufferPointer { bytes in
            let lines = LineCursor(bytes)
            let openingEnd = lines.end(ofLineAt: 0)
            guard isFence(bytes, 0..<openingEnd) else { return Diagnosed(nil, [missing(in: text.path)]) }
            let first = min(openingEnd + 1, bytes.count)
            var (start, line) = (first, 2)
            while start < bytes.count {
                let end = lines.end(ofLineAt: start)
                if isFence(bytes, start..<end) {
                    return Diagnosed(
                        FrontMatterSplit(
                            yaml: first..<start, yamlFirstLine: 2,
                            body: min(end + 1, bytes.count)..<bytes.count, bodyFirstLine: line + 1))
                }
                (start, line) = (end + 1, line + 1)
            }
            return Diagnosed(nil, [unclosed(in: text.path)])
        }
    }

    /// Three hyphens from the line's first column, and nothing behind them but blanks.
    private static func isFence(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
        guard line.count >= 3, bytes[line.lowerBound] == hyphen, bytes[line.lowerBound + 1] == hyphen, bytes[line.lowerBound + 2] == hyphen
        else { return false }
        return bytes[line].dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func missing(in path: String) -> Diagnostic {
        Diagnostic(
            .error, "front-matter-missing",
            Message(
                vi: "tệp không bắt đầu bằng phần thông tin đầu bài: dòng thứ nhất phải là ba dấu gạch nối (---)",
                en: "the file does not start with front matter: its first line must be three hyphens (---)"),
            at: SourcePlace(path: path, line: 1),
            remedy: Message(
                vi:
                    "ghi “---” ở dòng đầu tiên, rồi các khóa (title, programme, year…), rồi một dòng “---”, sau đó mới đến nội dung",
                en: "write “---” on the first line, then the keys (title, programme, year…), then a line “---”, and only then the text"))
    }

    private static func unclosed(in path: String) -> Diagnostic {
        Diagnostic(
            .error, "front-matter-unclosed",
            Message(
                vi: "phần thông tin đầu bài mở ở đây nhưng không có dòng “---” kết thúc",
                en: "the front matter opens here, but no line “---” closes it"),
            at: SourcePlace(path: path, line: 1, length: 3),
            remedy: Message(
                vi: "ghi một dòng chỉ gồm ba dấu gạch nối (---), sát lề trái, giữa khóa cuối cùng và nội dung",
                en: "write a line of three hyphens (---), from its first column, between the last key and the text"))
    }
}
