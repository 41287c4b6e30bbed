/// A name under a form in which two spellings of it are equal (catalogue X-5). For matching what
/// staff typed in two places, never to be shown: "Hoà" becomes "Hòa".
package struct NameKey: Hashable, Sendable {
    /// The comparable form, see `Fold.comparable(_:ignoringCase:)`.
    package let text: String

    /// The key of a name as somebody typed it.
    package init(_ name: String, ignoringCase: Bool = false) {
        text = Fold.comparable(name, ignoringCase: ignoringCase)
    }
}

extension Fold {
    /// The form of `name` under which spellings that differ by habit only are equal:
    ///
    /// - NFC;
    /// - the tone where the older habit puts it: hoà = hòa, khoẻ = khỏe, uỷ = ủy. Only syllables in
    ///   which both habits are alive are touched, those that end in oa, oe or uy; quý and toàn stay;
    /// - Đ and đ in the place of letters that look the same, such as Ð (U+00D0);
    /// - curly quotes and apostrophes straight;
    /// - every run of white space one space, none at the ends; invisible characters (zero-width
    ///   space, soft hyphen) gone.
    ///
    /// Tones, marks and, unless `ignoringCase`, case are kept.
    package static func comparable(_ name: String, ignoringCase: Bool = false) -> String {
        var text = Composition.composed(ignoringCase ? lowercased(name) : name)
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { output in
                LatinTable.letters.withUnsafeBufferPointer { letters in
                    var writer = ComparableWriter(output: output, letters: letters)
                    return writer.write(bytes)
                }
            }
        }
    }
}

/// Writes the comparable form of composed text; it is never longer than the text.
private struct ComparableWriter {
    let output: UnsafeMutableBufferPointer<UInt8>
    let letters: UnsafeBufferPointer<LatinLetter>
    var written = 0
    var owesSpace = false
    /// The last three letters of the word at hand as ASCII, the latest in the lowest byte; and the
    /// marks and the place in `output` of the last two.
    var tail: UInt32 = 0
    var marks: (before: UInt8, last: UInt8) = (0, 0)
    var starts: (before: Int, last: Int) = (0, 0)

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        while index < bytes.count {
            let scalar = UTF8Scalar(bytes, at: index)
            defer { index += scalar.length }
            if let meant = scalar.meantLetterD {
                open()
                note(letters[Int(meant)])
                put(0xC4)
                put(UInt8(truncatingIfNeeded: meant & 0x3F) | 0x80)
                continue
            }
            if let place = LatinTable.index(of: scalar.value), letters[place].primary != 0 {
                open()
                note(letters[place])
                for offset in 0..<scalar.length { put(bytes[index + offset]) }
                continue
            }
            if scalar.isCombiningMark {
                tail = 0
            } else {
                endWord()
            }
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: owesSpace = true
            case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: break
            case 0x2018, 0x2019, 0x201B, 0x2BC:
                open()
                put(UInt8(ascii: "'"))
            case 0x201C...0x201F:
                open()
                put(UInt8(ascii: "\""))
            default:
                open()
                for offset in 0..<scalar.length { put(bytes[index + offset]) }
            }
        }
        endWord()
        return written
    }

    private mutating func put(_ byte: UInt8) {
        output[written] = byte
        written += 1
    }

    private mutating func open() {
        if owesSpace, written > 0 { put(UInt8(ascii: " ")) }
        owesSpace = false
    }

    private mutating func note(_ letter: LatinLetter) {
        // A letter with its own mark (ơ, ê …) is none of o, u, a, e and y here.
        let isPlain = letter.primary == letters[Int(letter.folded)].primary
        tail = tail << 8 | UInt32(isPlain ? letter.folded : 1)
        marks = (marks.last, letter.mark)
        starts = (starts.last, written)
    }

    /// Moves the tone of a finished syllable in oa, oe or uy from its last letter to the one before.
    private mutating func endWord() {
        defer { tail = 0 }
        guard marks.last != 0, marks.last < LatinLetter.foreignMark, marks.before == 0, let tone = Tone(rawValue: marks.last) else {
            return
        }
        let last = UInt8(truncatingIfNeeded: tail)
        let before = UInt8(truncatingIfNeeded: tail >> 8)
        switch (before, last) {
        case (UInt8(ascii: "o"), UInt8(ascii: "a")), (UInt8(ascii: "o"), UInt8(ascii: "e")): break
        case (UInt8(ascii: "u"), UInt8(ascii: "y")) where UInt8(truncatingIfNeeded: tail >> 16) != UInt8(ascii: "q"): break
        default: return
        }
        let isCapital = (output[starts.before] & 0x20 == 0, lastIsUppercase())
        let base: VietnameseLetter.Base = before == UInt8(ascii: "o") ? .o : .u
        let toned = VietnameseLetter(base, tone: tone, isUppercase: isCapital.0).scalar
        written = starts.before
        for byte in UTF8.encode(toned)! { put(byte) }
        put(isCapital.1 ? last & ~0x20 : last)
    }

    private func lastIsUppercase() -> Bool {
        let scalar = UTF8Scalar(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(output)[..<written]), at: starts.last)
        return LatinTable.index(of: scalar.value).map { letters[$0].isUppercase } ?? false
    }
}
