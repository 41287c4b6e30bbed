/// Writes the bytes of collation keys. A key is, for every part, its letters, 0, its tones, 0; then
/// the cases of all parts, 0; then the text itself. No weight is 0, so that what is shorter comes first.
struct CollationWriter {
    private enum Weight {
        static let separator: UInt8 = 0x02
        static let number: UInt8 = 0x10
        static let small: UInt8 = 1
        static let capital: UInt8 = 2
    }

    /// The room needed for `count` bytes of parts and the closing text: two lists aside with at most
    /// one tone and one case for each byte, and the key, where a byte of text becomes three at most
    /// (a one-digit number; a letter with its tone and case).
    static func capacity(forParts count: Int, text: Int) -> Int { 2 * count + 3 * count + text + 16 }

    private let letters: UnsafeBufferPointer<LatinLetter>
    private let key: UnsafeMutableBufferPointer<UInt8>
    private let tones: UnsafeMutableBufferPointer<UInt8>
    private let cases: UnsafeMutableBufferPointer<UInt8>
    private var keyCount = 0
    private var toneCount = 0
    private var caseCount = 0
    /// The tone of the syllable at hand; nil outside of one.
    private var tone: UInt8?
    private var owesSeparator = false

    /// - Parameter room: at least `capacity(forParts:text:)` bytes.
    init(room: UnsafeMutableBufferPointer<UInt8>, partsCount count: Int, letters: UnsafeBufferPointer<LatinLetter>) {
        tones = UnsafeMutableBufferPointer(rebasing: room[..<count])
        cases = UnsafeMutableBufferPointer(rebasing: room[count..<(2 * count)])
        key = UnsafeMutableBufferPointer(rebasing: room[(2 * count)...])
        self.letters = letters
    }

    /// Appends the letters and tones of composed UTF-8 text.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        owesSeparator = false
        let start = keyCount
        var index = 0
        while index < text.count {
            let scalar = UTF8Scalar(text, at: index)
            if let place = LatinTable.index(of: scalar.value) {
                let letter = letters[place]
                if letter.primary != 0 {
                    separate(after: start)
                    put(letter)
                } else if scalar.value < 0x80 {
                    let byte = UInt8(scalar.value)
                    if isDigit(byte) {
                        endSyllable()
                        separate(after: start)
                        index = putNumber(text, at: index)
                        continue
                    }
                    if (0x09...0x0D).contains(byte) || byte == 0x20 || byte == UInt8(ascii: "-") { owesSeparator = true }
                } else if letter.folded != 0 {
                    separate(after: start)
                    putPair(letter)
                } else if scalar.value == 0xA0 {
                    owesSeparator = true
                } else if scalar.value >= 0xC0, scalar.value != 0xD7, scalar.value != 0xF7 {
                    separate(after: start)
                    putRaw(text, at: index, length: scalar.length)
                }
            } else if scalar.isCombiningMark {
                if tone != nil { note(mark: LatinLetter.foreignMark) }
            } else if (0x2000..<0x2070).contains(scalar.value) {
                // Spaces and dashes part words; quotes and the rest count for nothing.
                let isSeparator = scalar.value <= 0x200A || (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x202F
                owesSeparator = owesSeparator || isSeparator
            } else if scalar.value != 0xFEFF {
                separate(after: start)
                putRaw(text, at: index, length: scalar.length)
            }
            index += scalar.length
        }
        endSyllable()
        put(0)
        for offset in 0..<toneCount { put(tones[offset]) }
        toneCount = 0
        put(0)
    }

    /// Closes the key with the cases and `text`.
    mutating func finish(with text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        for offset in 0..<caseCount { put(cases[offset]) }
        put(0)
        for byte in text { put(byte) }
        return UnsafeBufferPointer(rebasing: UnsafeBufferPointer(key)[..<keyCount])
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        key[keyCount] = byte
        keyCount += 1
    }

    private mutating func put(_ letter: LatinLetter) {
        put(letter.primary)
        note(mark: letter.mark)
        cases[caseCount] = letter.isUppercase ? Weight.capital : Weight.small
        caseCount += 1
    }

    private mutating func putPair(_ letter: LatinLetter) {
        let pair = LatinTable.pairs[Int(letter.folded)]
        for folded in [pair.0, pair.1] {
            var half = letters[Int(folded)]
            half.mark = letter.mark
            half.isUppercase = letter.isUppercase
            put(half)
        }
    }

    /// Scalars outside of our alphabet keep the order of their code points, which is that of their
    /// UTF-8, after all letters.
    private mutating func putRaw(_ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) {
        endSyllable()
        for offset in 0..<length { put(text[index + offset]) }
    }

    /// One number: its length, then its digits without leading zeros. Returns the place after it.
    private mutating func putNumber(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var first = start
        while first < text.count, text[first] == UInt8(ascii: "0") { first += 1 }
        var end = first
        while end < text.count, isDigit(text[end]) { end += 1 }
        put(Weight.number)
        put(UInt8(min(end - first, 254)) + 1)
        for index in first..<end { put(text[index]) }
        return end
    }

    private mutating func separate(after start: Int) {
        guard owesSeparator else { return }
        owesSeparator = false
        guard keyCount > start else { return }
        endSyllable()
        put(Weight.separator)
    }

    /// Keeps the tone for the syllable. A word with a second mark is no Vietnamese syllable; its
    /// marks then count one after the other.
    private mutating func note(mark: UInt8) {
        if mark != 0, let tone, tone != 0 {
            putTone(tone)
            self.tone = mark
        } else {
            tone = max(tone ?? 0, mark)
        }
    }

    private mutating func endSyllable() {
        if let tone { putTone(tone) }
        tone = nil
    }

    private mutating func putTone(_ tone: UInt8) {
        tones[toneCount] = tone + 1
        toneCount += 1
    }
}
