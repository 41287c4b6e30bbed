import Diagnostics
import Formats
import Programmes
import Testing

/// A vocabulary in which every list holds one code, and one scale.
enum SampleVocabulary {
    static let text =
        Vocabulary.List.allCases.map { "\($0.rawValue): [{id: a_\($0.rawValue), name: \"Mục \($0.rawValue)\"}]\n" }.joined() + """
            rating_scales:
              - id: ba-muc
                name: "Ba mức"
                grades: [{id: tot, name: "Tốt"}, {id: kha, name: "Khá"}, {id: kem, name: "Kém"}]

            """

    static var value: Vocabulary { VocabularyParser.parse(SourceText(path: "vocabulary.yaml", text: text)).value }
}

@Suite struct VocabularyTests {
    private func parse(_ text: String) -> Diagnosed<Vocabulary> { VocabularyParser.parse(SourceText(path: "vocabulary.yaml", text: text)) }

    @Test func readsEveryList() {
        let read = parse(SampleVocabulary.text)
        #expect(read.diagnostics.isEmpty)
        for list in Vocabulary.List.allCases {
            #expect(read.value[list].ids == ["a_\(list.rawValue)"])
            #expect(read.value[list].name(of: "a_\(list.rawValue)") == "Mục \(list.rawValue)")
        }
    }

    @Test func itemsKeepTheirOrderAndWords() throws {
        let list =
            "fields: [{id: b, name: \"Quốc phòng - an ninh\", short: QPAN, aliases: [\"an ninh\", QPAN]}, {id: a, name: \"Kinh tế\", slug: kt}]\n"
        let text = SampleVocabulary.text.replacing("fields: [{id: a_fields, name: \"Mục fields\"}]\n", with: list)
        let read = parse(text)
        #expect(read.diagnostics.isEmpty)
        let fields = read.value[.fields]
        #expect(fields.ids == ["b", "a"], "the order of the file is the official one")
        #expect((fields.rank(of: "b"), fields.rank(of: "a"), fields.rank(of: "c")) == (0, 1, 2))
        #expect(fields["b"]?.slug == "quoc-phong-an-ninh" && fields["a"]?.slug == "kt")
        #expect(fields["b"]?.aliases == ["an ninh", "QPAN"])
        #expect(fields.name(of: "c") == "c" && fields["c"] == nil && !fields.contains("c"))
    }

    @Test func onlyLevelsEnd() throws {
        let old = "[{id: a_levels, name: \"Mục levels\"}]"
        let read = parse(
            SampleVocabulary.text.replacing(
                old, with: "[{id: huyen, name: \"Cấp huyện\", valid_to: 30/6/2025, ended_by: \"hai cấp\"}, {id: tinh, name: \"Cấp tỉnh\"}]")
        )
        #expect(read.diagnostics.isEmpty)
        let level = try #require(read.value[.levels]["huyen"])
        #expect(level.validTo?.iso == "2025-06-30" && level.endedBy == "hai cấp")
        #expect(read.value[.levels]["tinh"]?.validTo == nil)
        let field = SampleVocabulary.text.replacing(
            "[{id: a_fields, name: \"Mục fields\"}]", with: "[{id: a, name: A, valid_to: 2025-06-30}]")
        #expect(summary(parse(field).diagnostics) == ["unknown-key 1:27"])
    }

    @Test(
        arguments: [
            ("ubnd_xa", true), ("Ủy ban nhân dân xã", true), ("uỷ ban  nhân dân xã", true), ("UBND xã", true), ("UBND xã Mẫu", false),
            ("UBND", false), ("", false),
        ])
    func anItemIsNamedByCodeNameOrAlias(_ words: String, _ isNamed: Bool) {
        let term = Term(id: "ubnd_xa", name: "Ủy ban nhân dân xã", slug: "x", aliases: ["UBND xã"])
        #expect(term.isNamed(words) == isNamed)
    }

    @Test(
        arguments: [
            ("tot", "kha", true), ("kha", "kha", true), ("kem", "kha", false), ("tot", "tot", true), ("xuat-sac", "kha", nil),
            ("tot", "xuat-sac", nil),
        ] as [(String, String, Bool?)])
    func gradesStandInOrder(_ grade: String, _ minimum: String, _ expected: Bool?) throws {
        let scale = try #require(SampleVocabulary.value.ratingScales["ba-muc"])
        #expect(scale.name == "Ba mức" && scale.grades.ids == ["tot", "kha", "kem"])
        #expect(scale.isAtLeast(grade, minimum) == expected)
    }

    @Test(
        arguments: [
            ("a list missing", "levels: [{id: a_levels, name: \"Mục levels\"}]\n", "", ["missing-key 1:1"]),
            ("a code twice", "[{id: a_levels, name: \"Mục levels\"}]", "[{id: a, name: A}, {id: a, name: B}]", ["duplicate-code 2:33"]),
            ("no name", "[{id: a_levels, name: \"Mục levels\"}]", "[{id: a}]", ["missing-key 2:10"]),
            ("an unknown key", "[{id: a_levels, name: \"Mục levels\"}]", "[{id: a, name: A, nme: B}]", ["unknown-key 2:27"]),
            ("an unknown list", "levels: [", "colours: [{id: a, name: A}]\nlevels: [", ["unknown-key 2:1"]),
            ("a code with diacritics", "[{id: a_levels, name: \"Mục levels\"}]", "[{id: cấp, name: A}]", ["invalid-identifier 2:15"]),
            ("a list that is none", "[{id: a_levels, name: \"Mục levels\"}]", "base", ["wrong-kind 2:9"]),
        ])
    func refusals(_ name: String, _ old: String, _ new: String, _ expected: [String]) {
        #expect(summary(parse(SampleVocabulary.text.replacing(old, with: new)).diagnostics) == expected, "\(name)")
    }

    @Test func nothingAtAll() {
        #expect(parse("").diagnostics.hasErrors)
        #expect(parse("- a\n").diagnostics.hasErrors)
    }
}
