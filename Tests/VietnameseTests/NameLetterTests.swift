import Testing
import Vietnamese

@Suite struct NameLetterTests {
    @Test(arguments: [
        ("An", "A", "a"), ("Ánh", "A", "a"), ("Ăn", "Ă", "aw"), ("Ân", "Â", "aa"), ("ấn", "Â", "aa"), ("Đào", "Đ", "dd"),
        ("Dung", "D", "d"),
        ("Ếch", "Ê", "ee"), ("Ông", "Ô", "oo"), ("Ớt", "Ơ", "ow"), ("Ứng", "Ư", "uw"), ("Yến", "Y", "y"), ("Wịt", "W", "w"),
        ("Émile", "E", "e"),
        ("Ña", "N", "n"), ("“Sao", "S", "s"), ("A\u{302}n", "Â", "aa"), ("30 tháng 4", "#", "khac"), ("中", "#", "khac"), ("", "#", "khac"),
        ("…", "#", "khac"),
    ])
    func aNameHasALetter(name: String, title: String, slug: String) {
        #expect(NameLetter(of: name).title == title)
        #expect(NameLetter(of: name).slug == slug)
    }

    @Test func lettersGoByTheAlphabet() {
        let letters = ["A", "Ă", "Â", "D", "Đ", "E", "Ê", "F", "I", "O", "Ô", "Ơ", "U", "Ư", "V", "W", "X", "Y", "Z", "1"]
        #expect(letters.shuffled().map { NameLetter(of: $0) }.sorted().map(\.title) == letters.dropLast() + ["#"])
        #expect(Set(letters.map { NameLetter(of: $0).slug }).count == letters.count)
    }
}
