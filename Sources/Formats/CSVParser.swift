import Diagnostics
import Glibc

extension CSVTable {
    /// Reads a table whose first row names the columns. Whether `,`, `;` or a tab stands between cells
    /// shows in that row, or is said by a line `sep=;` before it (Excel's own). Rows of blanks and separators only, as
    /// spreadsheets leave them, are skipped; so are columns without a name and without a cell.
    ///
    /// A row with too few or too many cells is an error and left out, never filled up. Nil, with an
    /// error, where the whole table is in doubt: no header, a repeated column name, cells under no name, a quote
    /// that is never closed.
    package static func parse(_ text: SourceText) -> Diagnosed<CSVTable?> {
        // Offsets are kept in 32 bits.
        guard text.bytes.count <= Int(Int32.max) else {
            return Diagnosed(nil, [SourceDecoding.tooLarge(path: text.path, size: text.bytes.count, limit: Int(Int32.max))])
        }
        return text.bytes.withUnsafeBufferPointer { bytes in
            var parsing = CSVParsing(bytes, path: text.path)
            guard var header = parsing.header() else { return Diagnosed(nil, parsing.diagnostics) }
            guard parsing.rows(width: header.count), parsing.dropNamelessColumns(&header) else {
                return Diagnosed(nil, parsing.diagnostics)
            }
            return Diagnosed(
                CSVTable(header: header, text: text, cells: parsing.cells, rows: parsing.rows), parsing.diagnostics)
        }
    }
}

/// One pass over the bytes of a table.
private struct CSVParsing {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let path: String
    private var separator = UInt8(ascii: ",")
    private var offset = 0
    private var line = 1
    private var raggedRows = 0
    private var blanksNamed = 0
    /// How many cells the header has, those without a name at its end among them.
    private var headerWidth = 0

    var cells: [CSVCell] = []
    var rows: [CSVRow] = []
    var diagnostics: [Diagnostic] = []

    /// As many rows of a wrong width are named one by one; the rest are only counted.
    private static let raggedRowsNamed = 50

    /// As many cells that begin with a blank are named: a table with more is written so.
    private static let blanksNamedAtMost = 20

    /// More columns than that come from a file that is no table, or from a mistake in the spreadsheet.
    private static let columnLimit = 1000

    init(_ bytes: UnsafeBufferPointer<UInt8>, path: String) {
        self.bytes = bytes
        self.path = path
    }

    // MARK: Header

    mutating func header() -> [Located<String>]? {
        skipEmptyLines()
        guard offset < bytes.count else {
            diagnostics.append(CSVProblem.noHeader(path: path))
            return nil
        }
        separator = separatorOfThisRow()
        if let named = separatorLine() {
            separator = named
            skipEmptyLines()
            guard offset < bytes.count else {
                diagnostics.append(CSVProblem.noHeader(path: path))
                return nil
            }
        }
        let headerLine = line
        let lineStart = offset
        guard record() else { return nil }
        guard cells.count <= Self.columnLimit else {
            diagnostics.append(CSVProblem.tooManyColumns(cells.count, limit: Self.columnLimit, path: path, line: headerLine))
            return nil
        }
        var names: [Located<String>] = []
        for cell in cells {
            let text = String(decoding: bytes[cell.range], as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
            if cells.count == 1, let separator = ([",", ";", "\t"] as [String]).first(where: { text.contains($0) }) {
                diagnostics.append(
                    CSVProblem.rowInOneCell(
                        separator, at: SourcePlace(path: path, line: headerLine, length: max(1, text.unicodeScalars.count))))
                return nil
            }
            let column = 1 + scalarCount(bytes, from: lineStart, to: cell.range.lowerBound)
            let name = Located(
                text, at: SourcePosition(line: headerLine, column: column),
                length: scalarCount(bytes, from: cell.range.lowerBound, to: cell.range.upperBound))
            // Whether a column without a name matters shows in its cells.
            if !text.isEmpty, let earlier = names.first(where: { $0.value == text }) {
                diagnostics.append(CSVProblem.duplicateColumn(name, earlier: earlier, path: path))
            }
            names.append(name)
        }
        cells.removeAll()
        headerWidth = names.count
        while names.count > 1, names.last?.value.isEmpty == true { names.removeLast() }
        if names.allSatisfy(\.value.isEmpty) { diagnostics.append(CSVProblem.emptyColumnName(number: 1, at: names[0].place(in: path))) }
        return diagnostics.isEmpty ? names : nil
    }

    /// The separator that a first line `sep=;` names, which this passes over.
    private mutating func separatorLine() -> UInt8? {
        let end = LineCursor(bytes).end(ofLineAt: offset)
        var text = bytes[offset..<end].filter { $0 != quote }
        while text.last == 0x20 { text.removeLast() }
        // Excel adds its own separators when it saves such a file again.
        guard text.count >= 5, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=",
            [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(text[4]), text.dropFirst(5).allSatisfy({ $0 == text[4] })
        else { return nil }
        offset = min(end + 1, bytes.count)
        line += 1
        return text[4]
    }

    /// Takes away the columns without a name; false where one of them holds something.
    mutating func dropNamelessColumns(_ header: inout [Located<String>]) -> Bool {
        let width = header.count
        let nameless = header.indices.filter { header[$0].value.isEmpty }
        guard !nameless.isEmpty else { return true }
        for column in nameless {
            guard let row = rows.indices.first(where: { !isBlank(cells[$0 * width + column]) }) else { continue }
            let cell = cells[row * width + column].range
            let start = Int(rows[row].start)
            let lineStart = bytes[start..<cell.lowerBound].lastIndex(of: lineFeed).map { $0 + 1 } ?? start
            diagnostics.append(
                CSVProblem.emptyColumnName(
                    number: column + 1, at: header[column].place(in: path),
                    holding: SourcePlace(
                        path: path, line: Int(rows[row].line) + bytes[start..<cell.lowerBound].count { $0 == lineFeed },
                        column: 1 + scalarCount(bytes, from: lineStart, to: cell.lowerBound))))
            return false
        }
        let kept = header.indices.filter { !header[$0].value.isEmpty }
        cells = rows.indices.flatMap { row in kept.map { cells[row * width + $0] } }
        header = kept.map { header[$0] }
        return true
    }

    /// Whether a cell holds nothing but blanks, no-break ones among them.
    private func isBlank(_ cell: CSVCell) -> Bool {
        var index = cell.range.lowerBound
        while index < cell.range.upperBound {
            if bytes[index] <= 0x20 {
                index += 1
            } else if bytes[index] == 0xC2, index + 1 < cell.range.upperBound, bytes[index + 1] == 0xA0 {
                index += 2
            } else {
                return false
            }
        }
        return true
    }

    /// The most frequent of the three outside quotes; a comma where there is only one column.
    private func separatorOfThisRow() -> UInt8 {
        var counts = (comma: 0, semicolon: 0, tab: 0)
        var quoted = false
        for byte in bytes[offset...] {
            switch byte {
            case quote: quoted.toggle()
            case _ where quoted: break
            case lineFeed:
                return counts.semicolon > max(counts.comma, counts.tab)
                    ? UInt8(ascii: ";") : counts.tab > counts.comma ? UInt8(ascii: "\t") : UInt8(ascii: ",")
            case UInt8(ascii: ","): counts.comma += 1
            case UInt8(ascii: ";"): counts.semicolon += 1
            case UInt8(ascii: "\t"): counts.tab += 1
            default: break
            }
        }
        return counts.semicolon > max(counts.comma, counts.tab)
            ? UInt8(ascii: ";") : counts.tab > counts.comma ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    }

    // MARK: Rows

    /// False where a quote is never closed.
    mutating func rows(width: Int) -> Bool {
        cells.reserveCapacity((bytes.count - offset) / 8)
        while true {
            skipEmptyLines()
            guard offset < bytes.count else { break }
            let row = CSVRow(line: Int32(line), start: UInt32(offset))
            let first = cells.count
            guard record() else { return false }
            var found = cells.count - first
            // Separators behind the last column, as spreadsheets leave them where something once stood: they then stand in
            // the header too. An empty cell more than that may come of a separator within a cell without quotes, which
            // moves all cells behind it.
            while found > width, found <= headerWidth, let last = cells.last, isBlank(last) {
                cells.removeLast()
                found -= 1
            }
            if found == width, !(isBlank(cells[first]) && cells[first...].allSatisfy(isBlank)) {
                rows.append(row)
                reportErrorCells(cells[first...], of: row)
                reportBlankBehindComma(cells[first...], of: row)
            } else {
                if !cells[first...].allSatisfy(holdsSeparatorsOnly) { reportRagged(row, found: found, width: width) }
                cells.removeLast(found)
            }
        }
        if raggedRows > Self.raggedRowsNamed {
            diagnostics.append(CSVProblem.furtherRaggedRows(raggedRows - Self.raggedRowsNamed, path: path))
        }
        return true
    }

    private mutating func reportRagged(_ row: CSVRow, found: Int, width: Int) {
        raggedRows += 1
        guard raggedRows <= Self.raggedRowsNamed else { return }
        let start = Int(row.start)
        let length = scalarCount(bytes, from: start, to: LineCursor(bytes).end(ofLineAt: start))
        diagnostics.append(
            CSVProblem.raggedRow(found: found, width: width, at: SourcePlace(path: path, line: Int(row.line), length: length)))
    }

    /// Whether a cell holds nothing but blanks and separators: `;;;;` is an empty row of another spreadsheet.
    private func holdsSeparatorsOnly(_ cell: CSVCell) -> Bool {
        isBlank(cell) || bytes[cell.range].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
    }

    /// `Nguyễn Văn A, B` without quotes beside an empty cell that somebody deleted has as many cells as it should.
    ///
    /// A blank behind one comma of a row tells; rows in which each comma has one are only written so.
    private mutating func reportBlankBehindComma(_ cells: ArraySlice<CSVCell>, of row: CSVRow) {
        guard separator == UInt8(ascii: ","), blanksNamed < Self.blanksNamedAtMost,
            let index = cells.indices.dropFirst().first(where: { beginsWithBlank(cells[$0]) && !isBlank(cells[$0]) }),
            !isBlank(cells[index - 1]),
            cells.dropFirst().contains(where: { !isBlank($0) && !beginsWithBlank($0) })
        else { return }
        blanksNamed += 1
        let (before, cell) = (cells[index - 1].range, cells[index].range)
        let start = Int(row.start)
        let lineStart = bytes[start..<cell.lowerBound].lastIndex(of: lineFeed).map { $0 + 1 } ?? start
        let whole = String(decoding: bytes[before.lowerBound..<cell.upperBound], as: UTF8.self)
        diagnostics.append(
            CSVProblem.blankBehindComma(
                whole,
                at: SourcePlace(
                    path: path, line: Int(row.line) + bytes[start..<cell.lowerBound].count { $0 == lineFeed },
                    column: 1 + scalarCount(bytes, from: lineStart, to: cell.lowerBound),
                    length: scalarCount(bytes, from: cell.lowerBound, to: cell.upperBound))))
    }

    /// Whether a cell without quotes begins with a blank and a letter.
    private func beginsWithBlank(_ cell: CSVCell) -> Bool {
        let start = cell.range.lowerBound
        return start > 0 && bytes[start - 1] == separator && start < bytes.count && bytes[start] == 0x20
    }

    /// `#N/A` and its like: what a spreadsheet writes where a formula of its failed.
    private mutating func reportErrorCells(_ cells: ArraySlice<CSVCell>, of row: CSVRow) {
        for cell in cells where !cell.isEmpty && bytes[cell.range.lowerBound] == UInt8(ascii: "#") {
            let text = String(decoding: bytes[cell.range], as: UTF8.self)
            let isTooNarrow = text.utf8.count >= 3 && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
            guard isTooNarrow || CSVProblem.errorValues.contains(text.filter { $0 != " " }.uppercased()) else { continue }
            let start = Int(row.start)
            let lineStart = bytes[start..<cell.range.lowerBound].lastIndex(of: lineFeed).map { $0 + 1 } ?? start
            diagnostics.append(
                CSVProblem.errorValue(
                    text,
                    at: SourcePlace(
                        path: path, line: Int(row.line) + bytes[start..<cell.range.lowerBound].count { $0 == lineFeed },
                        column: 1 + scalarCount(bytes, from: lineStart, to: cell.range.lowerBound), length: text.unicodeScalars.count)))
        }
    }

    private mutating func skipEmptyLines() {
        while offset < bytes.count, bytes[offset] == lineFeed {
            offset += 1
            line += 1
        }
    }

    /// Appends the cells of one record and moves behind its line end; false where a quote stays open.
    private mutating func record() -> Bool {
        let recordStart = offset
        let recordLine = line
        while true {
            if offset < bytes.count, bytes[offset] == quote {
                guard quotedCell(recordStart: recordStart, recordLine: recordLine) else { return false }
            } else {
                let start = offset
                while offset < bytes.count, bytes[offset] != separator, bytes[offset] != lineFeed { offset += 1 }
                cells.append(CSVCell(start..<offset))
            }
            guard offset < bytes.count else { return true }
            offset += 1
            if bytes[offset - 1] == lineFeed {
                line += 1
                return true
            }
        }
    }

    /// Appends the cell whose opening quote is here, and moves to the separator or line end behind it; false where the
    /// quote stays open.
    private mutating func quotedCell(recordStart: Int, recordLine: Int) -> Bool {
        let opening = offset
        let openingLine = line
        var hasDoubledQuotes = false
        var search = opening + 1
        var closing: Int
        while true {
            guard let base = bytes.baseAddress, search < bytes.count,
                let found = memchr(base + search, Int32(quote), bytes.count - search)
            else {
                diagnostics.append(CSVProblem.unclosedQuote(at: place(of: opening, line: openingLine, recordStart: recordStart)))
                return false
            }
            closing = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            guard closing + 1 < bytes.count, bytes[closing + 1] == quote else { break }
            hasDoubledQuotes = true
            search = closing + 2
        }
        line += bytes[opening..<closing].count { $0 == lineFeed }
        cells.append(CSVCell(opening + 1..<closing, hasDoubledQuotes: hasDoubledQuotes))
        offset = closing + 1
        if offset < bytes.count, bytes[offset] != separator, bytes[offset] != lineFeed {
            guard line == openingLine || !bytes[opening..<closing].contains(separator) else {
                // Rows lie between: the quote that closes it most probably opens a cell of another one.
                diagnostics.append(
                    CSVProblem.unclosedQuote(
                        at: place(of: opening, line: openingLine, recordStart: recordStart),
                        closedAt: place(of: closing, line: line, recordStart: recordStart)))
                return false
            }
            diagnostics.append(CSVProblem.textAfterQuote(at: place(of: offset, line: line, recordStart: recordStart)))
            while offset < bytes.count, bytes[offset] != separator, bytes[offset] != lineFeed { offset += 1 }
        }
        return true
    }

    private func place(of offset: Int, line: Int, recordStart: Int) -> SourcePlace {
        let lineStart = bytes[recordStart..<offset].lastIndex(of: lineFeed).map { $0 + 1 } ?? recordStart
        return SourcePlace(path: path, line: line, column: 1 + scalarCount(bytes, from: lineStart, to: offset))
    }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
