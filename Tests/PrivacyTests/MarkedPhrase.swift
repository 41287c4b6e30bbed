import Privacy
import Testing

/// A phrase as such pages are really written, everybody in it invented, with what must be found between ⟦ and ⟧.
struct MarkedPhrase: Sendable, CustomTestStringConvertible {
    let text: String
    let ranges: [Range<Int>]
    let kind: PersonalDataKind
    let form: TextForm

    init(_ kind: PersonalDataKind, _ marked: String, as form: TextForm = .prose) {
        var text = ""
        var ranges: [Range<Int>] = []
        var start = 0
        for character in marked {
            switch character {
            case "⟦": start = text.utf8.count
            case "⟧": ranges.append(start..<text.utf8.count)
            default: text.append(character)
            }
        }
        (self.text, self.ranges, self.kind, self.form) = (text, ranges, kind, form)
    }

    var testDescription: String { "\(kind.rawValue): \(text)" }

    static func all(_ kind: PersonalDataKind, _ marked: [String], as form: TextForm = .prose) -> [MarkedPhrase] {
        marked.map { MarkedPhrase(kind, $0, as: form) }
    }
}

/// A finding as tests compare it.
func found(in text: String, as form: TextForm = .prose) -> [String] {
    var scanner = PersonalDataScanner()
    let bytes = Array(text.utf8)
    return scanner.scan(text, as: form).map {
        "\($0.kind.rawValue) “\(String(decoding: bytes[$0.range], as: UTF8.self))”"
    }
}

@Suite struct PhraseTests {
    @Test(arguments: MarkedPhrase.numbers + MarkedPhrase.addresses + MarkedPhrase.sensitive + MarkedPhrase.names)
    func isFound(
        _ phrase: MarkedPhrase
    ) {
        let bytes = Array(phrase.text.utf8)
        let expected = phrase.ranges.map { "\(phrase.kind.rawValue) “\(String(decoding: bytes[$0], as: UTF8.self))”" }
        #expect(!expected.isEmpty)
        #expect(found(in: phrase.text, as: phrase.form) == expected)
        // The same words amid a story, where only their paragraph is read.
        guard phrase.form == .prose else { return }
        let before = "## Một chặng đường\n\nNhân dân thôn Mẫu An cùng nhau làm đường.\n\n"
        var scanner = PersonalDataScanner()
        let amid = scanner.scan(before + phrase.text + "\n\nCon đường dài 3,2 km.\n", as: .markdown)
        #expect(
            amid.map(\.range)
                == phrase.ranges.map { $0.lowerBound + before.utf8.count..<$0.upperBound + before.utf8.count })
        #expect(amid.allSatisfy { $0.kind == phrase.kind })
    }

    @Test(arguments: FalseAlarms.numbers + FalseAlarms.addresses + FalseAlarms.sensitive) func isNotFound(
        _ text: String
    ) {
        #expect(found(in: text) == [])
        #expect(found(in: "Đoạn trước.\n\n" + text + "\n\nĐoạn sau.", as: .markdown) == [])
    }

    @Test(arguments: FalseAlarms.names) func isNotFoundInAName(_ name: String) {
        #expect(found(in: name, as: .name) == [])
    }

    @Test func theTablesAreLongEnoughToMeanSomething() {
        let real = MarkedPhrase.numbers + MarkedPhrase.addresses + MarkedPhrase.sensitive + MarkedPhrase.names
        let unreal = FalseAlarms.numbers + FalseAlarms.addresses + FalseAlarms.sensitive + FalseAlarms.names
        #expect(real.count >= 120 && unreal.count >= real.count)
        #expect(Set(real.map(\.kind)) == Set(PersonalDataKind.allCases))
        #expect(Set(unreal).count == unreal.count && Set(real.map(\.text)).count == real.count)
    }
}
