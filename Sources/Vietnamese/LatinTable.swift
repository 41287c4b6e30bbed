@_spi(_Unicode) import Swift

/// What folding and collation need to know of one Latin scalar.
struct LatinLetter: Sendable {
    /// Marks that are no Vietnamese tone, or stand where Vietnamese has none (ñ, ä, ç, ŏ).
    static let foreignMark: UInt8 = 6

    /// The ASCII form without marks, in lower case; 1 to 7 name a pair of `LatinTable.pairs`;
    /// 0 where there is none.
    var folded: UInt8 = 0
    /// Weight of the letter in the alphabet; 0 for what is not a letter of ours.
    var primary: UInt8 = 0
    /// Raw value of the `Tone`, or `foreignMark`.
    var mark: UInt8 = 0
    var isUppercase = false
}

/// Tables over U+0000–U+024F and U+1E00–U+1EFF, where all Vietnamese letters live. They are worked
/// out at first use (in less than a millisecond) from the canonical decompositions of the standard library, so
/// that no row can be mistyped.
enum LatinTable {
    /// The alphabet with f, j, w and z of foreign names where English has them.
    static let alphabet: [Unicode.Scalar] = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)
    static let firstPrimary: UInt8 = 0x20

    /// Letters that fold to two.
    static let pairs: [(UInt8, UInt8)] = ["  ", "ae", "oe", "ss", "th", "ij", "lj", "nj"].map {
        let bytes = Array($0.utf8)
        return (bytes[0], bytes[1])
    }
    private static let pairOf: [Unicode.Scalar: UInt8] = [
        "æ": 1, "Æ": 1, "œ": 2, "Œ": 2, "ß": 3, "ẞ": 3, "þ": 4, "Þ": 4, "ĳ": 5, "Ĳ": 5, "Ǉ": 6, "ǈ": 6, "ǉ": 6, "Ǌ": 7, "ǋ": 7, "ǌ": 7,
    ]
    /// Letters that stand where somebody meant Đ or đ: see `LookAlikes`.
    private static let looksLikeD: Set<Unicode.Scalar> = ["Ð", "ð", "Ɖ"]
    /// Letters whose stroke Unicode does not decompose.
    private static let stroked: [Unicode.Scalar: Unicode.Scalar] = [
        "Ø": "o", "ø": "o", "Ł": "l", "ł": "l", "Ħ": "h", "ħ": "h", "Ŧ": "t", "ŧ": "t", "ı": "i", "ſ": "s",
        "ƀ": "b", "Ƀ": "b", "Ɓ": "b", "Ŋ": "n", "ŋ": "n",
    ]

    /// The place of a scalar in `letters`.
    @inline(__always)
    static func index(of scalar: UInt32) -> Int? {
        if scalar < 0x250 { return Int(scalar) }
        if scalar & ~0xFF == 0x1E00 { return Int(scalar) - 0x1E00 + 0x250 }
        return nil
    }

    static let letters: [LatinLetter] = (0..<0x350).map { index in
        letter(Unicode.Scalar(UInt32(index < 0x250 ? index : index - 0x250 + 0x1E00))!)
    }

    /// The reverse of `letters` for Vietnamese, by `VietnameseLetter.tableIndex`.
    static let scalars: [UInt32] = {
        var scalars = [UInt32](repeating: 0, count: VietnameseLetter.Base.allCases.count * Tone.allCases.count * 2)
        for range in [0..<0x250, 0x1E00..<0x1F00] as [Range<UInt32>] {
            for value in range {
                let scalar = Unicode.Scalar(value)!
                if !looksLikeD.contains(scalar), let letter = VietnameseLetter(scalar) { scalars[letter.tableIndex] = value }
            }
        }
        return scalars
    }()

    static func base(ofPrimary primary: UInt8) -> VietnameseLetter.Base? { bases[Int(primary - firstPrimary)] }

    private static let bases: [VietnameseLetter.Base?] = {
        var next: UInt8 = 0
        return alphabet.map { scalar in
            if "fjwz".unicodeScalars.contains(scalar) { return nil }
            defer { next += 1 }
            return VietnameseLetter.Base(rawValue: next)
        }
    }()

    static func primary(of letter: Unicode.Scalar) -> UInt8 {
        alphabet.firstIndex(of: letter).map { firstPrimary + UInt8($0) } ?? 0
    }

    private static func letter(_ scalar: Unicode.Scalar) -> LatinLetter {
        if scalar.isASCII { return ascii(UInt8(scalar.value)) }
        let isUppercase = scalar.properties.isUppercase
        if let pair = pairOf[scalar] {
            return LatinLetter(folded: pair, primary: 0, mark: LatinLetter.foreignMark, isUppercase: isUppercase)
        }
        if scalar == "đ" || scalar == "Đ" || looksLikeD.contains(scalar) {
            return LatinLetter(folded: UInt8(ascii: "d"), primary: primary(of: "đ"), mark: 0, isUppercase: isUppercase)
        }
        if let plain = stroked[scalar] {
            return LatinLetter(
                folded: UInt8(plain.value), primary: primary(of: plain), mark: LatinLetter.foreignMark, isUppercase: isUppercase)
        }
        let parts = Array(String(scalar)._nfd)
        guard parts.count > 1, parts[0].isASCII else { return LatinLetter() }
        return marked(ascii(UInt8(parts[0].value)), marks: parts.dropFirst())
    }

    private static func ascii(_ byte: UInt8) -> LatinLetter {
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        return LatinLetter(folded: lower, primary: primary(of: Unicode.Scalar(lower)), mark: 0, isUppercase: lower != byte)
    }

    private static func marked(_ plain: LatinLetter, marks: ArraySlice<Unicode.Scalar>) -> LatinLetter {
        var base = Unicode.Scalar(plain.folded)
        var tone = Tone.none
        var isForeign = false
        for mark in marks {
            switch (mark, base) {
            case ("\u{302}", "a"): base = "â"
            case ("\u{302}", "e"): base = "ê"
            case ("\u{302}", "o"): base = "ô"
            case ("\u{306}", "a"): base = "ă"
            case ("\u{31B}", "o"): base = "ơ"
            case ("\u{31B}", "u"): base = "ư"
            default:
                let isSecond = tone != .none
                tone = Self.tone(of: mark) ?? .none
                if isSecond || tone == .none { isForeign = true }
            }
        }
        let isVowel = "aăâeêioôơuưy".unicodeScalars.contains(base)
        let mark = isForeign || (tone != .none && !isVowel) ? LatinLetter.foreignMark : tone.rawValue
        return LatinLetter(folded: plain.folded, primary: primary(of: base), mark: mark, isUppercase: plain.isUppercase)
    }

    private static func tone(of mark: Unicode.Scalar) -> Tone? {
        switch mark {
        case "\u{300}": .huyền
        case "\u{309}": .hỏi
        case "\u{303}": .ngã
        case "\u{301}": .sắc
        case "\u{323}": .nặng
        default: nil
        }
    }
}
