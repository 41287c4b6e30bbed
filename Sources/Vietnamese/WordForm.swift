@_spi(_Unicode) import Swift

/// A word in the form in which the search compares it. Spellings that differ by habit only have one form: the tone counts for the
/// whole syllable, not for the letter that carries it (hoà is hòa, thuý is thúy), and y after a first consonant, or alone, is i
/// (kĩ is kỹ, lí is lý, quí is quý). Figures are compared by value: what parts their thousands is left out (1.548 is 1548).
///
/// The script of the search page (`tim-kiem.js`) does the same to what is typed; `Tests/SearchTests/word-forms.txt` holds both
/// to one table.
package struct WordForm: Hashable, Sendable {
    /// The raw value of the syllable's tone, then the letters in small, with what tells ă, â, ê, ô, ơ, ư and đ from others but
    /// without tones: `3đang` for “Đảng”, `0van` for “van”. Letters of foreign languages are folded as `Fold` folds them.
    package let written: String
    /// The letters without any mark: `dang`. Equal to `Fold.folded` but for y and i.
    package let key: String

    /// The form of one word; nil where nothing of it is a letter or a digit.
    package init?(_ word: some StringProtocol) {
        var letters: [Unicode.Scalar] = []
        var tone: UInt8 = 0
        for scalar in word.lowercased()._nfd {
            if let mark = Self.mark(scalar) {
                guard let last = letters.last else { continue }
                switch mark {
                case .letter(let joined): if let letter = joined[last] { letters[letters.count - 1] = letter }
                case .tone(let value): if Self.vowels.contains(last) { tone = value }
                case .foreign: break
                }
            } else if let spelt = Self.spelt[scalar] {
                letters += spelt
            } else if !Self.isInvisible(scalar), !ThousandsMark.isMark(scalar) {
                letters.append(scalar)
            }
        }
        guard !letters.isEmpty else { return nil }
        if letters.last == "y", Self.takesEitherI(letters.dropLast()) { letters[letters.count - 1] = "i" }
        let text = Composition.composed(String(String.UnicodeScalarView(letters)))
        written = String(tone) + text
        key = Self.key(ofLetters: text)
    }

    /// The key of a written form.
    package static func key(of written: some StringProtocol) -> String { key(ofLetters: String(written.dropFirst())) }

    private static func key(ofLetters letters: String) -> String {
        guard !letters.utf8.allSatisfy({ $0 < 0x80 }) else { return letters }
        return String(String.UnicodeScalarView(letters.unicodeScalars.map { plain[$0] ?? $0 }))
    }

    // MARK: Letters

    private enum Mark {
        case letter([Unicode.Scalar: Unicode.Scalar])
        case tone(UInt8)
        case foreign
    }

    private static func mark(_ scalar: Unicode.Scalar) -> Mark? {
        guard (0x300..<0x370).contains(scalar.value) else { return nil }
        return switch scalar {
        case "\u{302}": .letter(["a": "â", "e": "ê", "o": "ô"])
        case "\u{306}": .letter(["a": "ă"])
        case "\u{31B}": .letter(["o": "ơ", "u": "ư"])
        case "\u{300}": .tone(Tone.huyền.rawValue)
        case "\u{309}": .tone(Tone.hỏi.rawValue)
        case "\u{303}": .tone(Tone.ngã.rawValue)
        case "\u{301}": .tone(Tone.sắc.rawValue)
        case "\u{323}": .tone(Tone.nặng.rawValue)
        default: .foreign
        }
    }

    private static let vowels = Set("aăâeêioôơuưy".unicodeScalars)
    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u", "đ": "d",
    ]
    /// Letters that no decomposition leads to ASCII, and small figures: m² is found as m2.
    private static let spelt: [Unicode.Scalar: [Unicode.Scalar]] = [
        "æ": ["a", "e"], "œ": ["o", "e"], "ß": ["s", "s"], "þ": ["t", "h"], "ð": ["đ"], "ɖ": ["đ"], "ø": ["o"], "ł": ["l"], "ħ": ["h"],
        "ŧ": ["t"], "ı": ["i"], "ŋ": ["n"], "ƀ": ["b"], "ɓ": ["b"], "ſ": ["s"], "ĳ": ["i", "j"], "ǉ": ["l", "j"], "ǌ": ["n", "j"],
        "¹": ["1"], "²": ["2"], "³": ["3"],
    ]

    /// Whether y behind these letters may as well be written i: behind one or more consonants, behind q and u, and alone.
    private static func takesEitherI(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
        letters.elementsEqual(["q", "u"]) || letters.allSatisfy { "bcdđfghjklmnpqrstvwxz".unicodeScalars.contains($0) }
    }

    /// Soft hyphens, joiners and other characters of no width, which may stand within a word.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
        default: false
        }
    }

    // MARK: Words of a text

    /// Hands the words of a text to `body`, as bytes of the text: runs of letters, marks and digits of any script. `QĐ-UBND` is two
    /// words; `1.500` is one, with the mark of its thousands in it, and so is `1.500m`.
    ///
    /// - Parameter bytes: valid UTF-8.
    package static func forEachWord(in bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        kinds.withUnsafeBufferPointer { kinds in
            var (index, start): (Int, Int?) = (0, nil)
            while index < bytes.count {
                let scalar = UTF8Scalar(bytes, at: index)
                let isPart = scalar.value < kinds.count ? kinds[Int(scalar.value)] : isWordPart(scalar.value)
                if isPart {
                    if start == nil {
                        start = index
                        if let end = ThousandsMark.endOfFigure(in: bytes, from: index) {
                            index = end
                            continue
                        }
                    }
                } else if let first = start {
                    body(UnsafeBufferPointer(rebasing: bytes[first..<index]))
                    start = nil
                }
                index += scalar.length
            }
            if let start { body(UnsafeBufferPointer(rebasing: bytes[start...])) }
        }
    }

    /// `isWordPart` of every scalar below U+2000.
    private static let kinds: [Bool] = (0..<0x2000).map(isWordPart)

    private static func isWordPart(_ value: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return false }
        if isInvisible(scalar) { return true }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }
}
