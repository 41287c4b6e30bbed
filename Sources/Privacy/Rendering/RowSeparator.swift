import Glibc

/// Whether the lines of a text are rows of a table, and by what their cells are parted: bars, or what CSV and
/// spreadsheets put between cells.
enum RowSeparator {
    /// The separator; nil where lines are lines.
    static func find(in source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt8? {
        // Nearly every paragraph is one line, or holds nothing that parts cells.
        let words = UnsafeBufferPointer(rebasing: source[range])
        func holds(_ byte: UInt8) -> Bool {
            words.baseAddress.map { memchr($0, Int32(byte), words.count) != nil } ?? false
        }
        guard
            holds(UInt8(ascii: "|"))
                || holds(0x0A) && (holds(0x09) || holds(UInt8(ascii: ";")) || holds(UInt8(ascii: ",")))
        else {
            return nil
        }
        let lines = source[range].split(separator: 0x0A).filter { line in line.contains { $0 > 0x20 } }
        guard let first = lines.first else { return nil }
        let bars = lines.count { $0.contains(UInt8(ascii: "|")) }
        if bars >= 2 || bars == 1 && first.first(where: { $0 > 0x20 }) == UInt8(ascii: "|") {
            return UInt8(ascii: "|")
        }
        guard lines.count >= 2 else { return nil }
        if areTabbed(lines) { return UInt8(ascii: "\t") }
        for separator in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")] {
            let count = first.count { $0 == separator }
            // A heading holds no numbers; sentences with commas rarely hold as many in each line.
            let isHeading =
                count >= (separator == UInt8(ascii: ",") ? 2 : 1) && !first.contains { $0 &- 0x30 < 10 }
                && first.count < 200
            if isHeading, lines.allSatisfy({ line in line.count { $0 == separator } == count }) { return separator }
        }
        return nil
    }

    /// Rows copied from a spreadsheet, under words that announce them or not: nobody else writes tabs between words.
    private static func areTabbed(_ lines: [Slice<UnsafeBufferPointer<UInt8>>]) -> Bool {
        func cells(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
            let words = line.drop { $0 == 0x20 }
            return words.count { $0 == 0x09 } + 1
        }
        let rows = lines.drop { cells($0) == 1 }
        guard let heading = rows.first, rows.count >= 2, !heading.contains(where: { $0 &- 0x30 < 10 }) else {
            return false
        }
        return rows.allSatisfy { (2...cells(heading) + 1).contains(cells($0)) }
    }
}
