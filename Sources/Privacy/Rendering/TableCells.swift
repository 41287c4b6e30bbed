/// Cells of a table, each read as if its heading stood before it: “12/3/1980” under “Ngày sinh” is a date of birth.
enum TableCells {
    /// A text for each cell that its heading makes tell something; places are those of the cell.
    ///
    /// - Parameter table: rows of cells between bars, one a line; the first row holds the headings.
    static func underHeadings(of table: RenderedText) -> [RenderedText] {
        // Words above the headings are no row.
        let rows = table.bytes.indices.split(whereSeparator: { table.bytes[$0] == 0x0A }).map {
            cells(of: $0.first!..<$0.last! + 1, in: table)
        }.drop { $0.count == 1 }
        guard var headings = rows.first, rows.count > 1 else { return [] }
        // `| a | b |` has nothing before its first bar.
        let width = headings.count
        let isFramed = headings[0].isEmpty
        if isFramed { headings.removeFirst() }
        let isMarked = table.bytes.contains { [0xC4, 0xC6, 0xE1].contains($0) }
        let columns = headings.map { heading(table, $0, isMarked) }
        guard columns.contains(where: { $0 != nil }) else { return [] }
        var texts: [RenderedText] = []
        for var row in rows.dropFirst() {
            if isFramed || row.count > width, row[0].isEmpty { row.removeFirst() }
            let name = row.first { beginsWithName(table, $0, isMarked) }
            for (cell, column) in zip(row, columns) where !cell.isEmpty {
                guard let column else { continue }
                if case .address = column, holdsOffice(table, row, isMarked) || holdsOffice(table, headings, isMarked) {
                    continue
                }
                if let text = column.text(table, cell, beside: name) { texts.append(text) }
            }
        }
        return texts
    }

    private static func cells(of row: Range<Int>, in table: RenderedText) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        for offset in row where table.bytes[offset] == UInt8(ascii: "|") {
            cells.append(start..<offset)
            start = offset + 1
        }
        cells.append(start..<row.upperBound)
        return cells.map { trimmed($0, table) }
    }

    private static func trimmed(_ cell: Range<Int>, _ table: RenderedText) -> Range<Int> {
        var (lower, upper) = (cell.lowerBound, cell.upperBound)
        while lower < upper, table.bytes[lower] <= 0x20 { lower += 1 }
        while upper > lower, table.bytes[upper - 1] <= 0x20 { upper -= 1 }
        return lower..<upper
    }

    /// What a column is about.
    private enum Column {
        /// Put before each cell.
        case label(String)
        /// The same, where a person's name stands in the row: a table of villages has a column of peoples too.
        case labelOfPerson(String)
        /// A home's, unless an office stands in the row.
        case address
        case schoolClass

        func text(_ table: RenderedText, _ cell: Range<Int>, beside name: Range<Int>?) -> RenderedText? {
            var text = RenderedText()
            let place = table.source(of: cell)
            func append(_ words: some Sequence<UInt8>) { for byte in words { text.append(byte, for: place) } }
            switch self {
            case .label(let label): append(label.utf8)
            case .address: append("địa chỉ: ".utf8)
            case .labelOfPerson(let label):
                guard name != nil else { return nil }
                append(label.utf8)
            case .schoolClass:
                guard let name, table.bytes[cell.lowerBound] &- 0x30 < 10 else { return nil }
                append("em ".utf8)
                append(table.bytes[name])
                append(", lớp ".utf8)
            }
            text.append(cell, of: table)
            return text
        }
    }

    private static func heading(_ table: RenderedText, _ cell: Range<Int>, _ isMarked: Bool) -> Column? {
        for token in signs(table, cell, isMarked) {
            switch token.sign {
            case .birth, .birthInitial: return .label("ngày sinh: ")
            case .phoneLabel, .phoneHint: return .label("điện thoại: ")
            case .identityLabel: return .label("số cccd: ")
            case .bankLabel, .bankHint: return .label("số tài khoản: ")
            case .residence: return .address
            case .nation: return .labelOfPerson("dân tộc: ")
            case .religionLabel: return .labelOfPerson("tôn giáo: ")
            case .healthLabel: return .labelOfPerson("bệnh nền: ")
            case .schoolClass: return .schoolClass
            default: continue
            }
        }
        return nil
    }

    private static func holdsOffice(_ table: RenderedText, _ row: [Range<Int>], _ isMarked: Bool) -> Bool {
        row.contains { cell in signs(table, cell, isMarked).contains { $0.sign == .office } }
    }

    private static func beginsWithName(_ table: RenderedText, _ cell: Range<Int>, _ isMarked: Bool) -> Bool {
        let words = signs(table, cell, isMarked)
        return words.count >= 2 && words[0].isCapital && words[1].isCapital && words[0].kind == .word
            && Surnames.contains(words[0].key)
            || words.first?.sign == .person || words.first?.sign == .child
    }

    private static func signs(_ table: RenderedText, _ cell: Range<Int>, _ isMarked: Bool) -> [Token] {
        var tokens: [Token] = []
        table.bytes.withUnsafeBufferPointer { bytes in
            _ = Tokenizer.read(UnsafeBufferPointer(rebasing: bytes[cell]), into: &tokens)
            (isMarked ? Lexicon.marked : Lexicon.unmarked).annotate(&tokens)
        }
        return tokens
    }
}
