import Testing
import Vietnamese

@Suite struct VietnameseLetterTests {
    @Test(
        arguments: [
            ("a", VietnameseLetter(.a)), ("Đ", VietnameseLetter(.đ, isUppercase: true)), ("ệ", VietnameseLetter(.ê, tone: .nặng)),
            ("Ẳ", VietnameseLetter(.ă, tone: .hỏi, isUppercase: true)), ("ỡ", VietnameseLetter(.ơ, tone: .ngã)),
            ("ý", VietnameseLetter(.y, tone: .sắc)),
            ("ù", VietnameseLetter(.u, tone: .huyền)), ("ĩ", VietnameseLetter(.i, tone: .ngã)),
        ] as [(Unicode.Scalar, VietnameseLetter)])
    func reads(scalar: Unicode.Scalar, letter: VietnameseLetter) {
        #expect(VietnameseLetter(scalar) == letter)
        #expect(letter.scalar == scalar)
    }

    @Test(arguments: ["f", "j", "w", "z", "Z", "ñ", "ä", "č", "1", " ", "\u{301}", "Ω"] as [Unicode.Scalar])
    func refuses(scalar: Unicode.Scalar) {
        #expect(VietnameseLetter(scalar) == nil)
    }

    /// Ð (U+00D0) looks like Đ, and is typed for it (source: a public report of a keyboard, avim#34).
    @Test(arguments: [("Ð", true), ("ð", false), ("Ɖ", true)] as [(Unicode.Scalar, Bool)])
    func aLookAlikeIsTheLetterThatWasMeant(scalar: Unicode.Scalar, isUppercase: Bool) {
        let letter = VietnameseLetter(scalar)
        #expect(letter == VietnameseLetter(.đ, isUppercase: isUppercase))
        #expect(letter?.scalar == (isUppercase ? "Đ" : "đ"))
    }

    @Test func everyLetterComesBackFromItsScalar() {
        var scalars: Set<Unicode.Scalar> = []
        for base in VietnameseLetter.Base.allCases {
            for tone in base.isVowel ? Tone.allCases : [.none] {
                for isUppercase in [false, true] {
                    let letter = VietnameseLetter(base, tone: tone, isUppercase: isUppercase)
                    #expect(VietnameseLetter(letter.scalar) == letter)
                    scalars.insert(letter.scalar)
                }
            }
        }
        #expect(scalars.count == (12 * 6 + 17) * 2)
    }
}
