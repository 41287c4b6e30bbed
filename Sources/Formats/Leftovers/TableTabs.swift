import Diagnostics

/// Rows of a spreadsheet that were pasted: cells with tabs between them, which readers see run together in one paragraph.
enum TableTabs {
    private static let tab = UInt8(ascii: "\t")

    static func find(in paragraph: StoryParagraph) -> [Leftover] {
        let rows = paragraph.lines.indices.map { (line: $0, cells: cells(of: $0, paragraph)) }.filter { $0.cells.count > 1 }
        guard let first = rows.first, rows.count(where: { $0.cells.count == first.cells.count }) > 1 else { return [] }
        let lines = rows.dropFirst().map { row in
            (start: paragraph.lineStarts[row.line], text: "- " + TableBars.sentence(row.cells, first.cells))
        }
        return [
            Leftover(
                code: "table-not-made", message: message, range: paragraph.lines[first.line], remedy: remedy, lines: Array(lines))
        ]
    }

    private static func cells(of line: Int, _ paragraph: StoryParagraph) -> [String] {
        guard paragraph.bytes[paragraph.lines[line]].contains(tab) else { return [] }
        var cells = paragraph.string(paragraph.lines[line]).split(separator: "\t", omittingEmptySubsequences: false).map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        while cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }
}

extension TableTabs {
    private static let message = Message(
        vi: "các hàng chép từ bảng tính (ô cách nhau bằng phím Tab) không hiện thành bảng: người đọc thấy chúng liền nhau trong một đoạn",
        en: "rows of a spreadsheet, tabs between their cells, are not shown as a table: readers see them run together in one paragraph")

    private static let remedy = Message(
        vi: "viết mỗi hàng thành một mục của danh sách, như dưới đây", en: "write each row as an item of a list, as below")
}
