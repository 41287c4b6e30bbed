import Foundation
import Search
import Testing
import Vietnamese

/// One line of `word-forms.txt`.
struct WordCase: Sendable, CustomTestStringConvertible {
    var text: String
    var typed: String
    var isFound: Bool

    var testDescription: String { "\(typed) in \(text)" }

    static let all: [WordCase] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "word-forms.txt")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        return lines.filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.components(separatedBy: " | ")
            return WordCase(text: parts[0], typed: parts[1], isFound: parts[2] == "yes")
        }
    }()
}

@Suite struct WordFormTests {
    private static func forms(_ text: String) -> [WordForm] {
        var forms: [WordForm] = []
        var text = text
        text.withUTF8 { bytes in
            WordForm.forEachWord(in: bytes) { word in
                if let form = WordForm(String(decoding: word, as: UTF8.self)) { forms.append(form) }
            }
        }
        return forms
    }

    /// Whether a typed form means a written one: the rule in its shortest words.
    private static func means(_ typed: WordForm, _ written: WordForm) -> Bool {
        guard typed.key == written.key, typed.written.first == "0" || typed.written.first == written.written.first else { return false }
        return zip(typed.written.dropFirst(), written.written.dropFirst()).allSatisfy { typed, written in
            typed == written || Fold.folded(String(written)) == String(typed)
        }
    }

    @Test func theTableIsThere() { #expect(WordCase.all.count > 60) }

    @Test(arguments: WordCase.all)
    func aTypedWordMeans(_ word: WordCase) throws {
        let typed = try #require(Self.forms(word.typed).first)
        #expect(Self.forms(word.text).contains { Self.means(typed, $0) } == word.isFound)
    }

    @Test(arguments: [
        ("Đảng", "2đang", "dang"), ("van", "0van", "van"), ("kỹ", "3ki", "ki"), ("QUÝ", "4qui", "qui"), ("Thuý", "4thuy", "thuy"),
        ("hoà", "1hoa", "hoa"), ("m²", "0m2", "m2"), ("Niño", "0nino", "nino"), ("Ἀθῆναι", "0αθηναι", "αθηναι"),
    ])
    func aWordHasAForm(word: String, written: String, key: String) {
        #expect(WordForm(word)?.written == written)
        #expect(WordForm(word)?.key == key)
        #expect(WordForm(word.decomposedStringWithCanonicalMapping) == WordForm(word))
        #expect(WordForm.key(of: written) == key)
    }

    @Test(arguments: [
        ("Xã Mẫu An, huyện Lục Ngạn", ["xa", "mau", "an", "huyen", "luc", "ngan"]), ("127/QĐ-UBND", ["127", "qd", "ubnd"]),
        ("  “Dân vận khéo”… 1.500 m²", ["dan", "van", "kheo", "1500", "m2"]), ("", []), ("👩‍🌾 — ✿", []), ("\u{200B}\u{301}", []),
        ("<script>alert(1)</script>", ["script", "alert", "1", "script"]),
    ])
    func aTextFallsIntoWords(text: String, keys: [String]) {
        #expect(Self.forms(text).map(\.key) == keys)
    }

    /// One fold in the whole program, but for y and i.
    @Test func keysAreTheFoldOfTheProgram() throws {
        for value in [0xC0..<0x250, 0x1E00..<0x1F00].flatMap({ $0 }) {
            let scalar = try #require(Unicode.Scalar(UInt32(value)))
            guard scalar.properties.isAlphabetic else { continue }
            let word = "k\(String(scalar))n"
            #expect(WordForm(word)?.key == Fold.folded(word), "U+\(String(value, radix: 16))")
        }
    }
}
