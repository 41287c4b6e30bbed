/// Parts a rendered text into words, numbers and marks in one pass over its bytes.
struct Tokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let letters: UnsafeBufferPointer<LetterCodes.Letter>
    private var index = 0
    private var zone: Token.Zone
    private var allCodes: UInt8 = 0

    /// Replaces `tokens` by those of the text.
    ///
    /// - Returns: whether any letter of the text carries a Vietnamese mark: where none does, its words are
    ///   compared without marks.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, from zone: Token.Zone = .text, into tokens: inout [Token]
    ) -> Bool {
        tokens.removeAll(keepingCapacity: true)
        return LetterCodes.letters.withUnsafeBufferPointer { letters in
            var tokenizer = Tokenizer(bytes, letters, zone)
            tokenizer.run(&tokens)
            return tokenizer.allCodes >= 0x80
        }
    }

    private init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<LetterCodes.Letter>, _ zone: Token.Zone
    ) {
        (self.bytes, self.letters, self.zone) = (bytes, letters, zone)
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
        let isCurly =
            index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
        return isCurly ? 3 : nil
    }

    // MARK: Marks

    private mutating func mark(_ tokens: inout [Token]) {
        let start = index
        let byte = bytes[index]
        if byte < 0x80 {
            index += 1
            if byte <= 0x20 {
                zone = .text
                if byte != 0x0A { return }
            }
            changeZone(byte, tokens.last)
            tokens.append(Token(kind: .mark, zone: zone, key: UInt64(byte), start: Int32(start), end: Int32(index)))
            return
        }
        let (scalar, length) = UTF8Reading.scalar(bytes, at: start, upTo: bytes.count)
        index += length
        tokens.append(
            Token(kind: .mark, zone: zone, key: UInt64(scalar.value), start: Int32(start), end: Int32(index)))
    }

    private static let www: UInt64 = 0x777777

    private mutating func changeZone(_ byte: UInt8, _ last: Token?) {
        switch byte {
        case UInt8(ascii: ":") where bytes[index...].starts(with: "//".utf8): zone = .url
        case UInt8(ascii: ".") where last?.kind == .word && last?.key == Self.www && last?.end == Int32(index - 1):
            zone = .url
        case UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: "|"):
            zone = .text
        default: break
        }
    }
}
