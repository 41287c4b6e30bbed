import Vietnamese

/// Letters as one byte each, so that a syllable, which in Vietnamese has at most seven letters, fits one
/// machine word and is compared in one step.
enum LetterCodes {
    /// What is known of a scalar; zero for what is no Latin letter.
    struct Letter {
        /// The small letter: ASCII where it has no mark, 0x80 and above where it has one.
        var code: UInt8 = 0
        var isCapital = false
    }

    /// U+0000–U+024F, and behind them U+1E00–U+1EFF: where Latin letters live.
    static let letters: [Letter] = {
        var letters = [Letter](repeating: Letter(), count: 0x350)
        var codes: [VietnameseLetter: UInt8] = [:]
        for index in letters.indices {
            let scalar = Unicode.Scalar(UInt32(index < 0x250 ? index : index - 0x250 + 0x1E00))!
            guard scalar.properties.isAlphabetic else { continue }
            letters[index].isCapital = scalar.properties.isUppercase
            if let letter = VietnameseLetter(scalar) {
                let small = VietnameseLetter(letter.base, tone: letter.tone)
                if small.scalar.isASCII {
                    letters[index].code = UInt8(small.scalar.value)
                } else {
                    let next = 0x80 + UInt8(codes.count)
                    letters[index].code = codes[small] ?? next
                    codes[small] = letters[index].code
                }
            } else if let first = Fold.folded(String(scalar)).utf8.first, (0x61...0x7A).contains(first) {
                // f, j, w, z, and the letters of foreign names.
                letters[index].code = first
            }
        }
        return letters
    }()
}
