import Diagnostics
import Eligibility
import Registers
import Testing

/// What a rule set says of itself.
@Suite struct ProgrammeLintTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// What is found: `weight code`, and the text at which it points.
        var expected: [(code: String, at: String)]
        var rules: String
        var edit: (old: String, new: String)?
        var testDescription: String { name }

        init(_ name: String, _ expected: [(code: String, at: String)], _ rules: String = "", _ edit: (old: String, new: String)? = nil) {
            (self.name, self.expected, self.rules, self.edit) = (name, expected, rules, edit)
        }
    }

    /// A plan of Lục Ngạn's kind; the rules of a case come behind its own.
    private static let programme = """
        id: mau-luat
        title: "Kế hoạch tự đối chiếu (minh họa)"
        document: {number: "1/KH", date: 2024-01-02, issuer: "UBND xã Mẫu (minh họa)"}
        validity: {from: 2024-03-01, to: 2025-06-30}
        place: tinh-bac-giang
        rests_on: award
        campaigns: [periodic]
        levels: [base, district]
        subject_kinds: [collective, individual]
        fields: [{id: economy, name: "Kinh tế"}, {id: new_rural, name: "Nông thôn mới"}]
        rating_scale: party-4
        readings:
          - {rules: [L-01], text: "Cách hiểu."}
        contradictions:
          - {text: "Không nói về quy tắc nào."}
        rules:
          - {id: L-01, kind: quota, scope: batch, cite: "1", severity: error, text: "Năm tập thể.", when: {subject_kind: collective}, at_most: 5}
        RULES
        """

    /// A rule of a case, on one line.
    private static func rule(_ id: String, _ kind: String, _ keys: String, scope: String = "entry", severity: String = "error") -> String {
        "  - {id: \(id), kind: \(kind), scope: \(scope), cite: \"\(id)\", severity: \(severity), text: \"Quy tắc.\", \(keys)}\n"
    }

    private static func rated(_ when: String, severity: String = "error") -> String {
        rule("L-02", "rating_at_least", "when: \(when), period: year-1, minimum: good", severity: severity)
    }

    // MARK: Rules that can never apply

    static let conditions = [
        Case("a level that the plan lacks", [("error rule-never-applies", "{level: bloc}")], rated("{level: bloc}")),
        Case("of a notice a warning", [("warning rule-never-applies", "{level: bloc}")], rated("{level: bloc}", severity: "notice")),
        Case("a campaign that the plan lacks", [("error rule-never-applies", "{campaign: uns")], rated("{campaign: unscheduled}")),
        Case("a kind that the plan lacks", [("error rule-never-applies", "{subject_kind: hous")], rated("{subject_kind: household}")),
        Case("a field that the plan lacks", [("error rule-never-applies", "{field: culture")], rated("{field: culture_society}")),
        Case("a year outside the plan", [("error rule-never-applies", "{year: 2023}")], rated("{year: 2023}")),
        Case("a year of the plan", [], rated("{year: 2025}")),
        Case("a range before the plan", [("error rule-never-applies", "{year: {at_most")], rated("{year: {at_most: 2023}}")),
        Case("one level of two is enough", [("warning condition-outside-programme", "bloc]")], rated("{level: [base, bloc]}")),
        Case("within not", [("warning condition-outside-programme", "bloc}")], rated("{not: {level: bloc}}")),
        Case("within any", [("warning condition-outside-programme", "bloc}")], rated("{any: [{level: bloc}, {level: base}]}")),
        Case("both and neither", [("error rule-never-applies", "{level: base, not")], rated("{level: base, not: {level: base}}")),
        Case("everything left out", [("error rule-never-applies", "{not:")], rated("{not: {level: [base, district]}}")),
        Case("everything but one left out", [], rated("{not: {level: base}}")),
        Case(
            "a position of a unit", [("error rule-never-applies", "{subject_kind: coll")],
            rated("{subject_kind: collective, position: member}")),
        Case("a position of a person", [], rated("{subject_kind: individual, position: member}")),
        Case(
            "numbers that exclude each other", [("error rule-never-applies", "{model_quantity")],
            rated("{model_quantity: {at_least: 5}, not: {model_quantity: {at_least: 3}}}")),
        Case("numbers that go together", [], rated("{model_quantity: {at_least: 3}, not: {model_quantity: {at_least: 5}}}")),
        Case(
            "a place lies within others", [],
            rated("{place_tag: disadvantaged_hamlet, not: {place_tag: border_commune}, authority: [commune_chair, district_chair]}")),
        Case(
            "a title of a plan of awards", [("warning condition-not-recorded", "recognition_title")],
            rated("{recognition_title: dan-van-kheo-model}")),
        Case(
            "a part of a rule", [("warning rule-never-applies", "{level: bloc}")],
            rule(
                "L-02", "any_of",
                "rules: [{kind: video, minimum: 1}, {kind: rating_at_least, when: {level: bloc}, period: year-1, minimum: good}]")),
        Case(
            "a part against its rule", [("warning rule-never-applies", "{level: base}")],
            rule(
                "L-02", "any_of",
                "when: {level: district}, rules: [{kind: video, minimum: 1}, {kind: video, when: {level: base}, minimum: 2}]")),
        Case(
            "a case of a threshold", [("warning rule-never-applies", "{level: bloc}")],
            rule(
                "L-02", "rating_at_least",
                "period: year-1, minimum: [{when: {level: bloc}, value: fair}, {value: good}]")),
        Case(
            "a list of what the plan lacks", [("error rule-never-met", "[culture_society, civ")],
            rule("L-02", "attribute_in_list", "attribute: field, values: [culture_society, civilised_urban]")),
        Case(
            "a list of which the plan has one", [],
            rule("L-02", "attribute_in_list", "attribute: field, values: [culture_society, economy]")),
        Case("a list of what the plan leaves open", [], rule("L-02", "attribute_in_list", "attribute: position, values: [member]")),
        Case(
            "a condition that nothing asks", [("warning condition-not-used", "{level: base}")],
            rule(
                "L-02", "minimum_models", "when: {level: base}, organisation_types: [hamlet], minimum: 1", scope: "organisation")),
    ]

    // MARK: Rules against one another

    private static func quota(_ id: String, _ keys: String) -> String { rule(id, "quota", keys, scope: "batch") }

    private static func models(_ id: String, _ keys: String) -> String {
        rule(id, "minimum_models", keys, scope: "organisation")
    }

    static let thresholds = [
        Case("two ceilings", [("warning conflicting-rules", "at_most: 3")], quota("L-02", "when: {subject_kind: collective}, at_most: 3")),
        Case(
            "two ceilings, one of fewer", [("warning conflicting-rules", "at_most: 3")],
            quota("L-02", "when: {subject_kind: collective, level: base}, at_most: 3")),
        Case(
            "a ceiling and a number", [("warning conflicting-rules", "exactly: 5")],
            quota("L-02", "when: {subject_kind: collective}, exactly: 5")),
        Case("other subjects", [], quota("L-02", "when: {subject_kind: individual}, at_most: 3")),
        Case("other batches", [], quota("L-02", "when: {subject_kind: collective}, at_most: 3, per: level_year")),
        Case("the same number", [], quota("L-02", "when: {subject_kind: collective}, at_most: 5")),
        Case("declared by the rule", [], quota("L-02", "when: {subject_kind: collective}, at_most: 3, conflicts_with: [L-01]")),
        Case(
            "declared by the other rule", [],
            models("L-02", "organisation_types: [hamlet], minimum: 5, conflicts_with: L-03")
                + models("L-03", "organisation_types: [hamlet], minimum: 2")),
        Case(
            "declared among the contradictions", [], quota("L-02", "when: {subject_kind: collective}, at_most: 3"),
            ("{text: \"Không nói về quy tắc nào.\"}", "{rules: [L-02, L-01], text: \"Hai mức.\"}")),
        Case(
            "two minimums", [("warning conflicting-rules", "minimum: 2")],
            models("L-02", "organisation_types: [hamlet, enterprise], minimum: 5")
                + models("L-03", "organisation_types: [enterprise], minimum: 2")),
        Case(
            "minimums of other organisations", [],
            models("L-02", "organisation_types: [hamlet], minimum: 5") + models("L-03", "organisation_types: [enterprise], minimum: 2")),
        Case(
            "two lengths", [("warning conflicting-rules", "maximum: 90")],
            rule("L-02", "word_limit", "part: summary, maximum: 100") + rule("L-03", "word_limit", "part: summary, maximum: 90")),
        Case(
            "lengths of other parts", [],
            rule("L-02", "word_limit", "part: summary, maximum: 100") + rule("L-03", "word_limit", "part: achievements, maximum: 90")),
        Case(
            "two grades", [("warning conflicting-rules", "minimum: fair")],
            rule("L-02", "rating_at_least", "period: year-1, minimum: good")
                + rule("L-03", "rating_at_least", "period: year-1, minimum: fair, scale: party-4, holder: subject")),
        Case(
            "grades of other holders", [],
            rule("L-02", "rating_at_least", "period: year-1, minimum: good")
                + rule("L-03", "rating_at_least", "period: year-1, minimum: fair, holder: organisation")),
        Case(
            "two days", [("warning conflicting-rules", "before: \"07-01\"")],
            rule("L-02", "deadline", "what: dossier, before: \"06-01\"") + rule("L-03", "deadline", "what: dossier, before: \"07-01\"")),
        Case(
            "copies of one document, of which one rule says nothing", [],
            rule("L-02", "dossier_document", "document: evidence, copies: 3") + rule("L-03", "dossier_document", "document: evidence")),
    ]

    // MARK: Days, references

    static let others = [
        Case(
            "a day after the plan", [("warning deadline-outside-validity", "2025-07-01")],
            rule("L-02", "deadline", "what: dossier, before: 2025-07-01")),
        Case("the plan's last day", [], rule("L-02", "deadline", "what: dossier, before: 2025-06-30")),
        Case("a day of the plan's second year", [], rule("L-02", "deadline", "what: dossier, before: \"01-15\"")),
        Case(
            "a day that the plan never meets", [("warning deadline-outside-validity", "\"01-15\"")],
            rule("L-02", "deadline", "what: dossier, before: \"01-15\""), ("to: 2025-06-30", "to: 2024-12-31")),
        Case(
            "declared", [], rule("L-02", "deadline", "what: dossier, before: 2025-07-01"),
            ("{text: \"Không nói về quy tắc nào.\"}", "{rules: [L-02], text: \"Hạn sau kế hoạch.\"}")),
        Case(
            "a level that had ended", [("warning level-ended-before-programme", "")], "",
            ("from: 2024-03-01, to: 2025-06-30", "from: 2025-07-01, to: 2025-12-31")),
        Case("a reading of no rule", [("error unknown-rule", "L-1]")], "", ("{rules: [L-01], text", "{rules: [L-1], text")),
        Case(
            "a contradiction of no rule", [("error unknown-rule", "X-9]")], "",
            ("{text: \"Không", "{rules: [X-9], text: \"Không")),
        Case(
            "a conflict with no rule", [("error unknown-rule", "L-09]")],
            quota("L-02", "when: {subject_kind: individual}, at_most: 3, conflicts_with: [L-09]")),
        Case(
            "a conflict with itself", [("error conflict-with-itself", "L-02]")],
            quota("L-02", "when: {subject_kind: individual}, at_most: 3, conflicts_with: [L-02]")),
        Case(
            "nobody may waive no rule", [("error unknown-rule", "L-7]")], "",
            ("readings:\n", "waivers: {by: unit, never: [L-7]}\nreadings:\n")),
        Case(
            "somebody may waive no rule", [("error unknown-rule", "L-7,")], "",
            ("readings:\n", "waivers: {by: unit, only: [{rules: L-7, by: unit}]}\nreadings:\n")),
        Case(
            "never, and yet somebody", [("error waiver-terms-contradict", "L-01, by")], "",
            ("readings:\n", "waivers: {by: unit, only: [{rules: L-01, by: unit}], never: L-01}\nreadings:\n")),
    ]

    @Test(arguments: conditions + thresholds + others) func says(_ example: Case) async throws {
        var board = SampleBoard()
        var text = Self.programme.replacing("RULES", with: example.rules)
        if let (old, new) = example.edit {
            #expect(text.ranges(of: old).count == 1)
            text.replace(old, with: new)
        }
        board.programmes = [(path: "content/programmes/mau-luat.yaml", text: text)]
        board.registers = [.subjects: SampleTable("subject_id|kind|name\nthon-mau|collective|Thôn Mẫu")]
        board.entries = []
        let found = try await board.check().report.diagnostics
        #expect(found.map { "\($0.severity.rawValue) \($0.code)" } == example.expected.map(\.code))
        for (finding, expected) in zip(found, example.expected) {
            #expect(finding.remedy != nil && finding.place?.path == "content/programmes/mau-luat.yaml")
            guard !expected.at.isEmpty, let position = finding.place?.position else { continue }
            let line = text.split(separator: "\n", omittingEmptySubsequences: false)[Int(position.line) - 1]
            let rest = String(line.unicodeScalars.dropFirst(Int(position.column) - 1))
            #expect(rest.hasPrefix(expected.at), "points at “\(rest)”")
        }
    }

    /// The plans as delivered: what they contradict is declared.
    @Test func theProjectsPlansSayNothing() async throws {
        var board = SampleBoard()
        board.entries = []
        let names = ["lucngan-2021", "yenbai-khoi-2024", "vanninh-2023", "mauson-2026"]
        board.programmes = names.map { name in
            (path: "content/programmes/\(name).yaml", text: ProjectFiles.read("content/programmes/\(name).yaml"))
        }
        board.registers = [.subjects: SampleTable("subject_id|kind|name\nthon-mau|collective|Thôn Mẫu")]
        let found = try await board.check().report.diagnostics
        #expect(found.filter { $0.clause == nil }.map(\.message.vi) == [])
    }

    /// Taking a declaration away brings back what it declared: YB-05 and YB-06b ask for 5 and for 2.
    @Test func theConflictOfYenBaiIsFoundWhereNobodyDeclaresIt() async throws {
        var board = SampleBoard()
        board.entries = []
        board.programmes = [
            (path: "content/programmes/yenbai-khoi-2024.yaml", text: ProjectFiles.read("content/programmes/yenbai-khoi-2024.yaml"))
        ]
        board.registers = [.subjects: SampleTable("subject_id|kind|name\nthon-mau|collective|Thôn Mẫu")]
        board.editProgramme("    conflicts_with: [YB-06b]\n", "")
        board.editProgramme("    conflicts_with: [YB-05]\n", "")
        #expect(try await board.check().findings("conflicting-rules").isEmpty, "the contradictions declare it as well")
        board.editProgramme("contradictions:\n  - rules: [YB-05, YB-06b]\n", "contradictions:\n  - rules: [YB-05]\n")
        let found = try #require(try await board.check().findings("conflicting-rules").first)
        #expect(found.message.vi.contains("YB-06b và YB-05"))
    }
}
