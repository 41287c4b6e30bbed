/// The six tones, in the order of Vietnamese dictionaries.
package enum Tone: UInt8, Comparable, CaseIterable, Sendable {
    /// No mark: the level tone (thanh ngang).
    case none
    case huyền, hỏi, ngã, sắc, nặng

    package static func < (left: Tone, right: Tone) -> Bool { left.rawValue < right.rawValue }
}

/// One letter of Vietnamese writing as a single (composed) scalar: which of the 29 letters of the
/// alphabet, under which tone, small or capital.
package struct VietnameseLetter: Hashable, Sendable {
    /// The 29 letters, in the order of the alphabet.
    package enum Base: UInt8, Comparable, CaseIterable, Sendable {
        case a, ă, â, b, c, d, đ, e, ê, g, h, i, k, l, m, n, o, ô, ơ, p, q, r, s, t, u, ư, v, x, y

        package static func < (left: Base, right: Base) -> Bool { left.rawValue < right.rawValue }

        /// Whether the letter may carry a tone.
        package var isVowel: Bool {
            switch self {
            case .a, .ă, .â, .e, .ê, .i, .o, .ô, .ơ, .u, .ư, .y: true
            default: false
            }
        }
    }

    /// The letter of the alphabet, without tone and in either case.
    package let base: Base
    /// The tone it carries; `none` on every consonant.
    package let tone: Tone
    /// Whether it is a capital.
    package let isUppercase: Bool

    /// A letter by its parts.
    ///
    /// - Precondition: a tone other than `none` stands on a vowel.
    package init(_ base: Base, tone: Tone = .none, isUppercase: Bool = false) {
        precondition(tone == .none || base.isVowel)
        self.base = base
        self.tone = tone
        self.isUppercase = isUppercase
    }

    /// The letter a composed scalar writes; the look-alikes of Đ and đ, such as Ð (U+00D0), are read as these. Nil for every scalar
    /// that is not a Vietnamese letter: f, j, w and z, foreign letters such as ñ.
    package init?(_ scalar: Unicode.Scalar) {
        guard let index = LatinTable.index(of: scalar.value) else { return nil }
        let letter = LatinTable.letters[index]
        guard letter.primary != 0, letter.mark < LatinLetter.foreignMark, let base = LatinTable.base(ofPrimary: letter.primary)
        else { return nil }
        self.base = base
        tone = Tone(rawValue: letter.mark)!
        isUppercase = letter.isUppercase
    }

    /// The composed scalar of this letter.
    package var scalar: Unicode.Scalar { Unicode.Scalar(LatinTable.scalars[tableIndex])! }

    /// The same letter under another tone.
    package func carrying(_ tone: Tone) -> VietnameseLetter {
        VietnameseLetter(base, tone: tone, isUppercase: isUppercase)
    }

    var tableIndex: Int { (Int(base.rawValue) * Tone.allCases.count + Int(tone.rawValue)) * 2 + (isUppercase ? 1 : 0) }
}
