import Diagnostics
import Formats
import Programmes
import Testing

@Suite struct ProgrammeParserTests {
    private static let text = """
        id: mau-2025
        title: "Kế hoạch mẫu"
        short_title: "Mẫu 2025"
        summary: "Tóm tắt."
        document: {name: "Hướng dẫn", number: "1/HD", date: 02/6/2025, issuer: "Đảng ủy xã Mẫu"}
        validity: {from: 2025-06-02, to: 2025-12-31}
        place: xa-mau
        rests_on: award
        campaigns: [a_campaigns]
        levels: [a_levels]
        subject_kinds: [a_subject_kinds]
        fields: [{id: a_fields, name: "Lĩnh vực A", note: "Ghi chú"}]
        rating_scale: ba-muc
        word_rule: syllables
        readings: [{rules: [M-1, M-2], score_sheet: bang-diem, criteria: [2], text: "Cách hiểu."}]
        contradictions: [{text: "Mâu thuẫn."}]
        rules:
          - {id: M-1, kind: photos, scope: entry, cite: "II.1", severity: error, text: "Ảnh.", when: {level: a_levels}, roles: {portrait: 1}}
          - id: M-2
            kind: statement
            scope: programme
            cite: "II.2"
            severity: notice
            text: "Thông tin."
            when: {subject_kind: [a_subject_kinds], campaign: a_campaigns, field: [a_fields]}
        score_sheets:
          - id: bang-diem
            name: "Bảng điểm"
            applies_to: {subject_kind: a_subject_kinds}
            max_total: 15
            points: half
            parts: [{id: I, name: "Phần một", max: 15, criteria: [1, 2]}]
            criteria: [{number: 1, max: 10, text: "Một", evidence: "Biên bản"}, {number: 2, max: 5, text: "Hai"}]
        forms: [{id: mau-1, name: "Mẫu 1", note: "Ghi chú", columns: [TT, "Họ tên"], order: [level, name]}]

        """

    private func parse(_ text: String) -> Diagnosed<Programme?> {
        ProgrammeParser.parse(SourceText(path: "p.yaml", text: text), vocabulary: SampleVocabulary.value)
    }

    @Test func readsEveryKey() throws {
        let read = parse(Self.text)
        #expect(read.diagnostics.isEmpty)
        let programme = try #require(read.value)
        #expect(
            (programme.id, programme.title, programme.shortTitle, programme.summary) == ("mau-2025", "Kế hoạch mẫu", "Mẫu 2025", "Tóm tắt.")
        )
        #expect(programme.document.citation == "Hướng dẫn số 1/HD ngày 02/6/2025 của Đảng ủy xã Mẫu")
        #expect((programme.validFrom.iso, programme.validTo.iso) == ("2025-06-02", "2025-12-31"))
        #expect((programme.placeID.value, programme.basis, programme.ratingScale) == ("xa-mau", .award, "ba-muc"))
        #expect(programme.campaigns == ["a_campaigns"] && programme.levels == ["a_levels"] && programme.subjectKinds == ["a_subject_kinds"])
        #expect(programme.fields.map(\.note) == ["Ghi chú"])
        #expect(programme.fieldName("a_fields") == "Lĩnh vực A" && programme.fieldName("khac") == nil)
        #expect(programme.readings.map(\.rules) == [["M-1", "M-2"]] && programme.contradictions.map(\.text) == ["Mâu thuẫn."])
        #expect(programme.rules.map(\.id) == ["M-1", "M-2"])
        let rule = programme.rules[0]
        #expect((rule.kind.value, rule.scope, rule.cite, rule.severity, rule.text) == ("photos", .entry, "II.1", .error, "Ảnh."))
        #expect(rule.condition.values(of: .level) == ["a_levels"] && rule.condition.values(of: .subjectKind).isEmpty)
        #expect(rule.kind.place(in: "p.yaml").description == "p.yaml:18:21")
        let condition = programme.rules[1].condition
        #expect(condition.values(of: .subjectKind) == ["a_subject_kinds"] && condition.values(of: .campaign) == ["a_campaigns"])
        #expect(condition.values(of: .field) == ["a_fields"])
        let sheet = try #require(programme.scoreSheets.first)
        #expect((sheet.id, sheet.name, sheet.step, sheet.maximumTotal) == ("bang-diem", "Bảng điểm", .half, 15))
        #expect(sheet.condition.values(of: .subjectKind) == ["a_subject_kinds"])
        #expect(sheet.parts.map(\.criteria) == [[1, 2]] && sheet.place.description == "p.yaml:27:9")
        #expect(programme.readings[0].scoreSheet?.value == "bang-diem" && programme.readings[0].criteria.map(\.value) == [2])
        #expect(sheet.criteria.map(\.maximum) == [10, 5] && sheet.criteria.map(\.evidence) == ["Biên bản", nil])
        let form = try #require(programme.forms.first)
        #expect(form.columns == ["TT", "Họ tên"] && form.order == ["level", "name"])
    }

    @Test func readsWhoMayWaive() throws {
        #expect(parse(Self.text).value?.waivers == nil, "a plan need not say")
        let keys = "waivers: {by: a_bodies, only: [{rules: [M-1], by: [a_bodies]}], never: M-2}\nrules:\n"
        let read = parse(Self.text.replacing("rules:\n", with: keys))
        #expect(read.diagnostics.isEmpty)
        let terms = try #require(read.value?.waivers)
        #expect(terms.bodies == ["a_bodies"] && terms.exceptions.map { $0.rules.map(\.value) } == [["M-1"]])
        #expect(terms.forbids("M-2") && !terms.forbids("M-1"))
        #expect(terms.bodies(for: "M-1") == ["a_bodies"] && terms.bodies(for: "M-9") == ["a_bodies"])
        #expect(terms.never.map { $0.place(in: "p.yaml").description } == ["p.yaml:17:72"])
    }

    @Test(
        arguments: [
            ("nobody", "waivers: {never: [M-1]}", ["missing-key 17:10"]),
            ("an unknown body", "waivers: {by: [somebody]}", ["unknown-code 17:16"]),
            ("an exception of no rule", "waivers: {by: a_bodies, only: [{by: a_bodies}]}", ["missing-key 17:32"]),
            ("an unknown key", "waivers: {by: a_bodies, nevr: [M-1]}", ["unknown-key 17:25"]),
        ])
    func refusesWaivers(_ name: String, _ keys: String, _ expected: [String]) {
        #expect(summary(parse(Self.text.replacing("rules:\n", with: keys + "\nrules:\n")).diagnostics) == expected, "\(name)")
    }

    @Test func rulesNameWhatTheyConflictWith() throws {
        let read = parse(Self.text.replacing("roles: {portrait: 1}}", with: "roles: {portrait: 1}, conflicts_with: [M-2]}"))
        #expect(read.diagnostics.isEmpty)
        #expect(read.value?.rules.map { $0.conflicts.map(\.value) } == [["M-2"], []])
    }

    @Test(
        arguments: [
            ("Kế hoạch số 5 ngày 02/6/2025 của X", "name: \"Kế hoạch\", number: \"5\", date: 2025-06-02, issuer: X"),
            ("Kế hoạch của X", "issuer: X, gaps: [\"không in số, ngày\"]"),
            ("Kế hoạch ngày .../12/2023 của X", "issuer: X, printed_date: \"ngày .../12/2023\", gaps: [\"ngày để trống\"]"),
        ])
    func citesWhatIsPrinted(_ citation: String, _ document: String) throws {
        let whole = "{name: \"Hướng dẫn\", number: \"1/HD\", date: 02/6/2025, issuer: \"Đảng ủy xã Mẫu\"}"
        let read = parse(Self.text.replacing(whole, with: "{\(document)}"))
        #expect(read.diagnostics.isEmpty)
        #expect(read.value?.document.citation == citation)
    }

    /// Some text of the sample, what stands there instead, and what is found.
    @Test(
        arguments: [
            ("no title", "title: \"Kế hoạch mẫu\"\n", "", ["missing-key 1:1"]),
            ("no issuer", ", issuer: \"Đảng ủy xã Mẫu\"", "", ["missing-key 5:11"]),
            ("no number and no gap", "number: \"1/HD\", ", "", ["document-incomplete 5:11"]),
            ("ends before it begins", "to: 2025-12-31", "to: 2025-01-31", ["validity-ends-before-it-begins 6:34"]),
            ("a basis that is none", "rests_on: award", "rests_on: awards", ["unknown-value 8:11"]),
            ("an unknown level", "levels: [a_levels]", "levels: [a_level]", ["unknown-code 10:10"]),
            ("an unknown field", "{id: a_fields, name", "{id: b_fields, name", ["unknown-code 12:15"]),
            ("an unknown scale", "rating_scale: ba-muc", "rating_scale: bon-muc", ["unknown-code 13:15"]),
            ("another way to count", "word_rule: syllables", "word_rule: letters", ["unknown-value 14:12"]),
            ("a rule without a clause", "cite: \"II.1\", ", "", ["missing-key 18:5"]),
            ("a severity that is none", "severity: notice", "severity: info", ["unknown-value 23:15"]),
            ("a scope that is none", "scope: programme", "scope: program", ["unknown-value 21:12"]),
            ("a rule twice", "id: M-2", "id: M-1", ["duplicate-rule 19:9"]),
            ("a condition that is none", "when: {level:", "when: {livel:", ["unknown-key 18:95"]),
            ("an unknown code in a condition", "campaign: a_campaigns", "campaign: b_campaigns", ["unknown-code 25:55"]),
            ("a sum that is wrong", "max_total: 15", "max_total: 100", ["score-sheet-sum 30:16"]),
            ("an unknown key", "place: xa-mau", "place: xa-mau\nplaces: xa-mau", ["unknown-key 8:1"]),
            ("no rules", "rules:\n  -", "rule:\n  -", ["missing-key 1:1", "unknown-key 17:1"]),
            ("a tab", "  - id: M-2", "\t- id: M-2", ["yaml-tab 19:1"]),
        ])
    func refusals(_ name: String, _ old: String, _ new: String, _ expected: [String]) {
        #expect(Self.text.contains(old))
        #expect(summary(parse(Self.text.replacing(old, with: new)).diagnostics) == expected, "\(name)")
    }

    @Test func nothingThatCanBeUsed() {
        #expect(parse("").value == nil && parse("").diagnostics.hasErrors)
        #expect(parse("- id: a\n").value == nil && parse("- id: a\n").diagnostics.hasErrors)
        #expect(parse("id: a\n").value == nil)
    }

    @Test func aNearCodeIsSuggested() {
        let found = parse(Self.text.replacing("levels: [a_levels]", with: "levels: [a_level]")).diagnostics
        #expect(found.first?.remedy?.vi.contains("a_levels") == true)
    }
}
