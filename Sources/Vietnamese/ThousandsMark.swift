/// What parts the thousands of a figure: a full stop as in Vietnamese (`1.548`), a no-break space as in tables, a comma as in English
/// where it can be no decimal comma (`1,250,000`, never `1,548`).
///
/// The script of the search page (`tim-kiem.js`, `wordPattern`) reads figures by the same rules; `Tests/SearchTests/word-forms.txt`
/// holds both to one table.
enum ThousandsMark {
    /// Whether a character of a word can only be such a mark: words hold no other of these.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E, 0x2C, 0xA0, 0x202F: true
        default: false
        }
    }

    /// The end of the figure that begins at a byte, where its thousands are marked: one to three digits, the first of them no nought,
    /// then groups of just three, each behind the same mark. Nil where none begins there.
    ///
    /// - Parameter bytes: valid UTF-8.
    static func endOfFigure(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard bytes[start] &- 0x31 < 9 else { return nil }
        var end = start + 1
        while end < bytes.count, end - start < 4, isDigit(bytes[end]) { end += 1 }
        guard end - start < 4, let mark = mark(in: bytes, at: end) else { return nil }
        var groups = 0
        while let group = endOfGroup(in: bytes, from: end, behind: mark) {
            end = group
            groups += 1
        }
        return groups >= (mark.elementsEqual(comma) ? 2 : 1) ? end : nil
    }

    private static let comma = [UInt8(ascii: ",")]
    private static let marks: [[UInt8]] = [[UInt8(ascii: ".")], comma, Array("\u{A0}".utf8), Array("\u{202F}".utf8)]

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func mark(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> [UInt8]? {
        // Nearly all figures end at a space or a letter: that is seen without looking for marks.
        guard index < bytes.count, [0x2E, 0x2C, 0xC2, 0xE2].contains(bytes[index]) else { return nil }
        return marks.first { bytes[index...].starts(with: $0) }
    }

    private static func endOfGroup(in bytes: UnsafeBufferPointer<UInt8>, from index: Int, behind mark: [UInt8]) -> Int? {
        let first = index + mark.count
        guard first + 3 <= bytes.count, bytes[index...].starts(with: mark), bytes[first..<first + 3].allSatisfy(isDigit),
            first + 3 == bytes.count || !isDigit(bytes[first + 3])
        else { return nil }
        return first + 3
    }
}
