import Diagnostics

/// A table as spreadsheets save it: RFC 4180, with `,`, `;` or a tab between cells.
///
/// Cells are ranges of the file's bytes; text is made of a cell only when it is asked for. Rows count
/// from 0, without the header and without empty rows.
package struct CSVTable: Sendable {
    /// The names of the columns, none empty, none twice, without blanks at their ends.
    package let header: [Located<String>]
    package let path: String

    private let bytes: [UInt8]
    /// Row after row, each with one cell for every column.
    private let cells: [CSVCell]
    private let rows: [CSVRow]

    init(header: [Located<String>], text: SourceText, cells: [CSVCell], rows: [CSVRow]) {
        self.header = header
        self.path = text.path
        self.bytes = text.bytes
        self.cells = cells
        self.rows = rows
    }

    package var rowCount: Int { rows.count }

    /// The line, from 1, on which a row starts.
    package func line(ofRow row: Int) -> Int { Int(rows[row].line) }

    /// The cell's text as its author meant it, quotes taken away; blanks at its ends stay.
    package func cell(_ row: Int, _ column: Int) -> String {
        string(cells[row * header.count + column])
    }

    /// The bytes between the cell's quotes, or of all of it where it has none; a quote within the text
    /// is still doubled.
    package func cellBytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
        bytes[cells[row * header.count + column].range]
    }

    /// The place of a cell's text. A cell of several lines is shown on its first.
    package func place(_ row: Int, _ column: Int) -> SourcePlace {
        let range = cells[row * header.count + column].range
        return located("", row, from: range.lowerBound, to: range.upperBound).place(in: path)
    }

    /// The place of a row: its first line.
    package func place(ofRow row: Int) -> SourcePlace {
        let start = Int(rows[row].start)
        let length = bytes.withUnsafeBufferPointer { scalarCount($0, from: start, to: LineCursor($0).end(ofLineAt: start)) }
        return SourcePlace(path: path, line: line(ofRow: row), length: length)
    }

    // MARK: For typed readers

    /// The cell's text without blanks (space, no-break space, tab, line end) around it; nil where
    /// nothing is left.
    func trimmedCell(_ row: Int, _ column: Int) -> Located<String>? {
        let cell = cells[row * header.count + column]
        guard let range = trimmed(cell.range) else { return nil }
        let text = string(CSVCell(range, hasDoubledQuotes: cell.hasDoubledQuotes))
        return located(text, row, from: range.lowerBound, to: range.upperBound)
    }

    /// The parts of a cell between separators, without blanks around them, empty ones left out.
    func parts(_ row: Int, _ column: Int, separator: UInt8) -> [Located<String>] {
        let cell = cells[row * header.count + column]
        return bytes[cell.range].split(separator: separator).compactMap { part in
            trimmed(part.startIndex..<part.endIndex).map { range in
                let text = string(CSVCell(range, hasDoubledQuotes: cell.hasDoubledQuotes))
                return located(text, row, from: range.lowerBound, to: range.upperBound)
            }
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        bytes.withUnsafeBufferPointer { bytes in
            var (start, end) = (range.lowerBound, range.upperBound)
            while start < end {
                if bytes[start] <= 0x20 {
                    start += 1
                } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
                    start += 2
                } else {
                    break
                }
            }
            while start < end {
                if bytes[end - 1] <= 0x20 {
                    end -= 1
                } else if bytes[end - 1] == 0xA0, end - 1 > start, bytes[end - 2] == 0xC2 {
                    end -= 2
                } else {
                    return start..<end
                }
            }
            return nil
        }
    }

    private func string(_ cell: CSVCell) -> String {
        let text = bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[cell.range]), as: UTF8.self) }
        guard cell.hasDoubledQuotes else { return text }
        var last = false
        let single = text.utf8.filter { byte in
            last = byte == UInt8(ascii: "\"") && !last
            return byte != UInt8(ascii: "\"") || last
        }
        return String(decoding: single, as: UTF8.self)
    }

    /// A value with the place of the bytes that it was read from. Only cells with line ends within make
    /// this count lines.
    private func located(_ value: String, _ row: Int, from start: Int, to end: Int) -> Located<String> {
        bytes.withUnsafeBufferPointer { bytes in
            let rowStart = Int(rows[row].start)
            var lineStart = rowStart
            var line = Int(rows[row].line)
            if let lineEnd = bytes[rowStart..<start].lastIndex(of: UInt8(ascii: "\n")) {
                lineStart = lineEnd + 1
                line += bytes[rowStart..<start].count { $0 == UInt8(ascii: "\n") }
            }
            let firstLineEnd = min(end, LineCursor(bytes).end(ofLineAt: start))
            return .text(
                value, at: SourcePosition(line: line, column: 1 + scalarCount(bytes, from: lineStart, to: start)),
                length: scalarCount(bytes, from: start, to: firstLineEnd))
        }
    }
}

/// Where a row starts.
struct CSVRow: Sendable {
    var line: Int32
    var start: UInt32
}

/// A cell's bytes, without the quotes around them.
struct CSVCell: Sendable {
    private var start: UInt32
    private var lengthAndFlag: UInt32

    init(_ range: Range<Int>, hasDoubledQuotes: Bool = false) {
        start = UInt32(range.lowerBound)
        lengthAndFlag = UInt32(range.count) << 1 | (hasDoubledQuotes ? 1 : 0)
    }

    var range: Range<Int> { Int(start)..<Int(start) + Int(lengthAndFlag >> 1) }
    var isEmpty: Bool { lengthAndFlag >> 1 == 0 }
    /// Whether a quote within the text is written as two.
    var hasDoubledQuotes: Bool { lengthAndFlag & 1 == 1 }
}
