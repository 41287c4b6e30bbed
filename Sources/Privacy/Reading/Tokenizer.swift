/// Parts a text into words, numbers and marks in one pass over its bytes.
struct Tokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let letters: UnsafeBufferPointer<LetterCodes.Letter>
    private let form: TextForm
    private var index = 0
    private var zone = Token.Zone.text
    private var allCodes: UInt8 = 0

    /// Replaces `tokens` by those of the text.
    ///
    /// - Returns: whether any letter of the text carries a Vietnamese mark: where none does, its words are
    ///   compared without marks.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, as form: TextForm, into tokens: inout [Token]) -> Bool {
        tokens.removeAll(keepingCapacity: true)
        return LetterCodes.letters.withUnsafeBufferPointer { letters in
            var tokenizer = Tokenizer(bytes, letters, form)
            tokenizer.run(&tokens)
            return tokenizer.allCodes >= 0x80
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<LetterCodes.Letter>, _ form: TextForm) {
        (self.bytes, self.letters, self.form) = (bytes, letters, form)
    }

    private mutating func run(_ tokens: inout [Token]) {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x20 {
                index &+= 1
                zone = .text
            } else if byte &- 0x30 < 10 {
                tokens.append(number())
            } else if !word(into: &tokens) {
                mark(&tokens)
            }
        }
    }

    // MARK: Words and numbers

    private mutating func number() -> Token {
        let start = index
        var value: UInt64 = 0
        while index < bytes.count, bytes[index] &- 0x30 < 10 {
            if index - start < 18 { value = value * 10 + UInt64(bytes[index] & 0x0F) }
            index += 1
        }
        return Token(kind: .number, zone: zone, key: value, start: Int32(start), end: Int32(index))
    }

    /// Adds the word that starts here; false where no letter stands here.
    private mutating func word(into tokens: inout [Token]) -> Bool {
        let start = index
        var next = start
        var key: UInt64 = 0
        var codes: UInt8 = 0
        var isCapital = false
        while next < bytes.count {
            let (letter, length) = letter(at: next)
            if letter.code == 0 {
                // H’Mông, K’Ho, M'Nông: one word.
                guard next > start, let apostrophe = apostrophe(at: next), next + apostrophe < bytes.count,
                    self.letter(at: next + apostrophe).letter.code != 0
                else { break }
                next += apostrophe
                continue
            }
            if next == start { isCapital = letter.isCapital }
            key = key &<< 8 | UInt64(letter.code)
            codes |= letter.code
            next &+= length
        }
        guard next > start else { return false }
        index = next
        allCodes |= codes
        tokens.append(
            Token(
                kind: .word, zone: zone, isCapital: isCapital, key: key, start: Int32(truncatingIfNeeded: start),
                end: Int32(truncatingIfNeeded: next)))
        return true
    }

    /// What stands at an index within the text, and how many bytes it takes; no letter for what is none.
    @inline(__always)
    private func letter(at index: Int) -> (letter: LetterCodes.Letter, length: Int) {
        let lead = bytes[index]
        if lead < 0x80 { return (letters[Int(lead)], 1) }
        if lead == 0xE1, index &+ 2 < bytes.count {
            let place = Int(bytes[index &+ 1] & 0x3F) &<< 6 | Int(bytes[index &+ 2] & 0x3F)
            return (place >= 0xE00 && place < 0xF00 ? letters[place &- 0xE00 &+ 0x250] : LetterCodes.Letter(), 3)
        }
        if lead & 0xE0 == 0xC0, index &+ 1 < bytes.count {
            let place = Int(lead & 0x1F) &<< 6 | Int(bytes[index &+ 1] & 0x3F)
            return (place < 0x250 ? letters[place] : LetterCodes.Letter(), 2)
        }
        return (LetterCodes.Letter(), 1)
    }

    /// The length of a straight or curly apostrophe; nil where none stands here.
    private func apostrophe(at index: Int) -> Int? {
        if bytes[index] == 0x27 { return 1 }
        let isCurly = index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
        return isCurly ? 3 : nil
    }

    // MARK: Marks

    private mutating func mark(_ tokens: inout [Token]) {
        let start = index
        let byte = bytes[index]
        if byte < 0x80 {
            index += 1
            if isBlank(byte) || form == .markdown && Self.isEmphasis(byte) || form == .name && byte == UInt8(ascii: "_") {
                if byte <= 0x20 { zone = .text }
                if byte != 0x0A { return }
            }
            if form == .markdown, byte == UInt8(ascii: "<"), skipComment() { return }
            changeZone(byte, tokens.last)
            tokens.append(Token(kind: .mark, zone: zone, key: UInt64(byte), start: Int32(start), end: Int32(index)))
            return
        }
        let scalar = foreignScalar()
        switch scalar {
        case 0xA0, 0x2000...0x200B, 0x202F, 0x3000: zone = .text
        default:
            let isDash = (0x2010...0x2015).contains(scalar) || scalar == 0x2212
            tokens.append(
                Token(
                    kind: .mark, zone: zone, key: isDash ? Mark.hyphen : UInt64(scalar), start: Int32(start), end: Int32(index)))
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// Marks that may stand within a number or a name without parting it.
    private static func isEmphasis(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "~")
    }

    /// Comments are not shown; nothing in them is published.
    private mutating func skipComment() -> Bool {
        guard bytes[index...].starts(with: "!--".utf8) else { return false }
        var next = index + 3
        while next + 2 < bytes.count {
            if bytes[next] == 0x2D, bytes[next + 1] == 0x2D, bytes[next + 2] == 0x3E {
                index = next + 3
                return true
            }
            next += 1
        }
        index = bytes.count
        return true
    }

    private static let www: UInt64 = 0x777777

    private mutating func changeZone(_ byte: UInt8, _ last: Token?) {
        switch byte {
        case UInt8(ascii: ":") where bytes[index...].starts(with: "//".utf8): zone = .url
        case UInt8(ascii: ".") where last?.kind == .word && last?.key == Self.www && last?.end == Int32(index - 1): zone = .url
        case UInt8(ascii: "(") where form == .markdown && last?.kind == .mark && last?.key == Mark.closingBracket:
            zone = .path
        case UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: "|"): zone = .text
        default: break
        }
    }

    /// Reads a scalar that is not ASCII; a stray byte reads as U+FFFD.
    private mutating func foreignScalar() -> UInt32 {
        let lead = UInt32(bytes[index])
        let length = lead & 0xE0 == 0xC0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead & 0xF8 == 0xF0 ? 4 : 1
        guard length > 1, index + length <= bytes.count else {
            index += 1
            return 0xFFFD
        }
        var scalar = lead & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        index += length
        return scalar
    }
}
