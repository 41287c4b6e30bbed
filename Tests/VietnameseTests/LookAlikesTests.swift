import Testing
import Vietnamese

/// Ð (U+00D0) and its like are read as the Đ that was meant, wherever names and numbers are compared.
@Suite struct LookAlikesTests {
    @Test(arguments: [
        ("1/QÐ-UBND", "1/QĐ-UBND"), ("ÐỘI BA", "ĐỘI BA"), ("ðội ba, Ɖội Tư, ɖội năm", "đội ba, Đội Tư, đội năm"), ("", ""), ("Ð", "Đ"),
        ("một dòng dài hơn tám byte, ở cuối có Ð", "một dòng dài hơn tám byte, ở cuối có Đ"),
        ("Đỗ, ơ, ư, ã, Ã, ĐƯỢC", "Đỗ, ơ, ư, ã, Ã, ĐƯỢC"),
    ])
    func isMended(written: String, meant: String) {
        #expect(LookAlikes.mendingD(in: written).unicodeScalars.elementsEqual(meant.unicodeScalars))
    }

    /// Wherever it stands among the eight bytes that are looked at together.
    @Test func isFoundAtEveryOffset() {
        for count in 0..<20 {
            let written = String(repeating: "a", count: count) + "ð" + String(repeating: "à", count: 20 - count)
            #expect(LookAlikes.mendingD(in: written).unicodeScalars.contains("đ"), "\(count)")
        }
    }

    @Test func comparedNamesOrderAndSearchDoNotTellThemApart() {
        #expect(NameKey("Ðội Ba") == NameKey("Đội Ba"))
        #expect(NameKey("ÐỘI BA", ignoringCase: true) == NameKey("đội ba"))
        #expect(NameKey("Ɖội", ignoringCase: true) == NameKey("đội"))
        #expect(CollationKey("Ðội Ba") < CollationKey("E") && CollationKey("D") < CollationKey("Ðội Ba"))
        #expect(PersonNameKey("Lê Văn Ðạt") < PersonNameKey("Lê Văn Đông"))
        #expect(PersonNameKey("Lê Văn Đan") < PersonNameKey("Lê Văn Ðạt"))
        #expect(Slug.make("Ðội Ba") == Slug.make("Đội Ba"))
        #expect(WordForm("Ðội") == WordForm("Đội"))
        #expect(NameLetter(of: "Ðạt").title == "Đ")
    }
}
