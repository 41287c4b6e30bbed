/// Counting "chữ" (words as the call for entries counts them, which are syllables).
package enum Syllables {
    /// How many runs between white space hold a letter or a digit. "3.500" and "m²" count, "-", "–",
    /// "…" and "“" alone do not; the no-break space (U+00A0) parts words like any other. Letters of
    /// U+1000–U+1FFF (Vietnamese among them) are told from the few punctuation marks of that range
    /// no further.
    ///
    /// - Parameter bytes: valid UTF-8.
    package static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        classes.withUnsafeBufferPointer { classes in
            var count = 0
            var isAwaited: UInt8 = 1  // 0 once the run at hand has been counted.
            var index = 0
            while index < bytes.count {
                var kind = classes[Int(bytes[index])]
                if kind & Self.unusual != 0 {
                    (kind, index) = look(bytes, at: index)
                } else {
                    index += 1
                }
                // No branch on words and spaces, which no processor could foresee.
                count &+= Int(kind & Self.word & isAwaited)
                isAwaited = (isAwaited & ~kind | kind >> 1) & 1
            }
            return count
        }
    }

    /// How many runs between white space hold a letter or a digit; see `count(in:)` for bytes.
    package static func count(in text: String) -> Int {
        var text = text
        return text.withUTF8(count(in:))
    }

    private static let other: UInt8 = 0
    private static let word: UInt8 = 1
    private static let space: UInt8 = 2
    private static let unusual: UInt8 = 4

    /// Kinds of bytes. The letter of U+00C0–U+02FF and U+1000–U+1FFF is seen at its continuation
    /// bytes; 97 and B7 might belong to × and ÷, and all other lead bytes are looked at closely.
    private static let classes: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x09...0x0D, 0x20: space
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: word
        case 0..<0x80: other
        case 0x97, 0xB7: unusual
        case 0x80..<0xC0: word
        case 0xC3...0xCB, 0xE1: other
        default: unusual
        }
    }

    @inline(never)
    private static func look(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (kind: UInt8, next: Int) {
        if bytes[index] < 0xC0 { return (index > 0 && bytes[index - 1] == 0xC3 ? other : word, index + 1) }
        if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
            // U+2000–U+203F, the dashes and quotes of every text: spaces and punctuation only.
            switch bytes[index + 2] {
            case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return (space, index + 3)
            default: return (other, index + 3)
            }
        }
        if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return (space, index + 2) }
        let scalar = UTF8Scalar(bytes, at: index)
        let next = index + scalar.length
        guard let properties = Unicode.Scalar(scalar.value)?.properties else { return (other, next) }
        if properties.isWhitespace { return (space, next) }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber:
            return (word, next)
        default:
            return (other, next)
        }
    }
}
