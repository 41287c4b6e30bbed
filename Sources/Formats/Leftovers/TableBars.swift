import Diagnostics

/// A table of bars, which CommonMark has not.
enum TableBars {
    private static let bar = UInt8(ascii: "|")

    static func find(in paragraph: StoryParagraph) -> [Leftover] {
        let rows = paragraph.lines.indices.filter { paragraph.bytes[paragraph.lines[$0]].contains(bar) }
        guard rows.count >= 2, let first = rows.first else { return [] }
        let rule = rows.first { isRule(paragraph.bytes[paragraph.lines[$0]]) }
        guard rule != nil || rows.count(where: { paragraph.bytes[paragraph.lines[$0]].first == bar }) >= 2 else { return [] }
        let titles = cells(of: first, paragraph)
        let lines = rows.filter { $0 != rule && $0 != first }.map { row in
            (start: paragraph.lineStarts[row], text: "- " + sentence(cells(of: row, paragraph), titles))
        }
        return [
            Leftover(
                code: "table-not-made",
                message: Message(
                    vi: "bảng kẻ bằng dấu | không hiện thành bảng: người đọc sẽ thấy các dấu | liền nhau trong một đoạn",
                    en: "a table of bars | is not shown as one: readers will see the bars in one paragraph"),
                range: paragraph.lines[first],
                remedy: Message(
                    vi: "viết mỗi hàng thành một mục của danh sách, như dưới đây", en: "write each row as an item of a list, as below"),
                lines: lines)
        ]
    }

    /// `|---|:--:|`.
    private static func isRule(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        line.contains(bar) && line.contains(UInt8(ascii: "-")) && line.allSatisfy { [bar, 0x2D, 0x3A, 0x20, 0x09].contains($0) }
    }

    private static func cells(of row: Int, _ paragraph: StoryParagraph) -> [String] {
        var line = paragraph.string(paragraph.lines[row])[...]
        while line.last == " " { line.removeLast() }
        if line.first == "|" { line.removeFirst() }
        if line.last == "|" { line.removeLast() }
        return line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// `Họ tên: A; Thành tích: B`.
    static func sentence(_ cells: [String], _ titles: [String]) -> String {
        cells.enumerated().filter { !$1.isEmpty }
            .map { index, cell in titles.indices.contains(index) && !titles[index].isEmpty ? "\(titles[index]): \(cell)" : cell }
            .joined(separator: "; ")
    }
}
