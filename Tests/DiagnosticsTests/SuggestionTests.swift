import Diagnostics
import Testing

@Suite struct SuggestionTests {
    private static let keys = ["title", "summary", "subject", "programme", "place", "photos", "year", "field"]

    @Test(arguments: [
        ("titel", "title"),  // two letters changed places: one step
        ("sumary", "summary"),
        ("Title", "title"),
        ("programe", "programme"),
        ("years", "year"),
        ("yaer", "year"),
        ("feild", "field"),
        ("subjects", "subject"),
    ])
    func nearWordsAreOffered(word: String, expected: String) {
        #expect(Suggestion.nearest(to: word, among: Self.keys) == expected)
    }

    @Test(arguments: ["", "xyz", "abcdefghijklmnopqrstuvwxyz", "tên", "plac3s-of-birth"])
    func farWordsAreNot(word: String) {
        #expect(Suggestion.nearest(to: word, among: Self.keys) == nil)
    }

    @Test func theNearestWinsAndTheFirstOfEqualOnes() {
        #expect(Suggestion.nearest(to: "xa-mau-c", among: ["xa-mau-a", "xa-mau-b"]) == "xa-mau-a")
        #expect(Suggestion.nearest(to: "xa-mau-moi", among: ["xa-mau-mo", "xa-mau-moi-2", "xa-mau-moi"]) == "xa-mau-moi")
        #expect(Suggestion.nearest(to: "x", among: [String]()) == nil)
    }

    @Test func lettersWithMarksAreLettersOfTheirOwn() {
        #expect(Suggestion.nearest(to: "hòa", among: ["hoà", "hòa"]) == "hòa")
        #expect(Suggestion.nearest(to: "Đồng", among: ["đông", "dong"]) == "đông")
    }
}
