/// Escapes text for HTML: `&`, `<`, `>`, and both quotes, so that it is safe in attributes too.
package enum HTMLEscape {
    /// Appends `text`, escaped.
    package static func append(_ text: String, to output: inout [UInt8]) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &output) }
        if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, to: &output) } }
    }

    /// Appends UTF-8, escaped. Runs between the characters to escape are copied whole.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var runStart = 0
        var index = 0
        while true {
            index = firstSpecial(in: bytes, from: index)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
            guard index < bytes.count else { return }
            append(entityFor: bytes[index], to: &output)
            index += 1
            runStart = index
        }
    }

    /// The first character to escape at or after `start`, or the end. Eight bytes at a time: the
    /// standard library's SIMD masks are compiled to something ten times slower.
    private static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        if let base = UnsafeRawPointer(bytes.baseAddress) {
            while index + 8 <= bytes.count {
                let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let marks = specialMarks(in: word)
                if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
                index += 8
            }
        }
        while index < bytes.count, specialMarks(in: UInt64(bytes[index]) | nothingSpecial) == 0 { index += 1 }
        return index
    }

    /// The high bit of the lowest byte that is to be escaped, with nothing below it; 0 where no byte
    /// is. `&` and `'` differ in one bit, as do `<` and `>`, so three comparisons find all five.
    private static func specialMarks(in word: UInt64) -> UInt64 {
        let quotes = word ^ 0x2222_2222_2222_2222
        let ampersands = (word & 0xFEFE_FEFE_FEFE_FEFE) ^ 0x2626_2626_2626_2626
        let angles = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
        return zeroMarks(in: quotes) | zeroMarks(in: ampersands) | zeroMarks(in: angles)
    }

    /// The high bit of each byte that is zero; above the lowest of them others may be marked too
    /// (Anderson, "Bit Twiddling Hacks": determine if a word has a zero byte).
    private static func zeroMarks(in word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// Seven spaces above a byte under test.
    private static let nothingSpecial: UInt64 = 0x2020_2020_2020_2000

    private static func append(entityFor byte: UInt8, to output: inout [UInt8]) {
        let entity: StaticString =
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            default: "&#39;"
            }
        output.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
    }
}
