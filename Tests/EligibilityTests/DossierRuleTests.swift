import Eligibility
import Registers
import Testing

private let committee = SampleBoard.committee
private let secretary = SampleBoard.secretary
private let unit = SampleBoard.committeeEntry
private let person = SampleBoard.secretaryEntry

/// What the dossier holds, who confirmed it, and when it came in: LN-02, LN-19 to LN-21, LN-30, LN-32 to LN-34.
@Suite struct DossierRuleTests {
    @Test(arguments: documents) func holdsDocuments(_ rule: RuleCase) async throws { try await rule.run() }
    @Test(arguments: confirmations) func isConfirmed(_ rule: RuleCase) async throws { try await rule.run() }
    @Test(arguments: copies) func hasCopies(_ rule: RuleCase) async throws { try await rule.run() }
    @Test(arguments: deadline) func cameInTime(_ rule: RuleCase) async throws { try await rule.run() }

    static let documents: [RuleCase] = [
        ("LN-02", unit, committee, "official_letter", "LN-19"), ("LN-02", person, secretary, "official_letter", "LN-19"),
        ("LN-19", unit, committee, "official_letter", "LN-02"), ("LN-20", unit, committee, "achievement_report", "LN-32"),
        ("LN-20", person, secretary, "achievement_report", "LN-33"), ("LN-21", unit, committee, "extract_list", "LN-34"),
        ("LN-32", unit, committee, "achievement_report", "LN-20"), ("LN-33", person, secretary, "achievement_report", "LN-20"),
        ("LN-34", unit, committee, "extract_list", "LN-21"),
    ].flatMap { (rule, entry, subject, document, twin) -> [RuleCase] in
        func missing(_ name: String, _ change: @escaping @Sendable (inout SampleBoard) -> Void) -> RuleCase {
            RuleCase(rule, name, entry, .unknown, "document-missing", at: .key("subject"), others: [twin], change)
        }
        return [
            RuleCase(rule, "\(document) of \(subject) is there", entry, .pass),
            missing("\(document) of \(subject) is missing") { $0.remove(.dossiers, [subject, document]) },
            missing("\(document) of \(subject) of another year") { $0[Cell(.dossiers, [subject, document], "year")] = "2020" },
            missing("\(document) of \(subject) for another programme") {
                $0[Cell(.dossiers, [subject, document], "programme_id")] = "yenbai-khoi-2024"
            },
            RuleCase(rule, "\(document) of \(subject) without a year", entry, .pass) {
                $0[Cell(.dossiers, [subject, document], "year")] = ""
            },
        ]
    }

    static let confirmations: [RuleCase] = [
        ("LN-32", unit, committee, "achievement_report", ["unit", "mass_mobilisation_board"]),
        ("LN-33", person, secretary, "achievement_report", ["reporter", "unit", "mass_mobilisation_board"]),
        ("LN-34", unit, committee, "extract_list", ["unit"]), ("LN-34", person, secretary, "extract_list", ["unit"]),
    ].flatMap { (rule, entry, subject, document, bodies) -> [RuleCase] in
        let cell = Cell(.dossiers, [subject, document], "confirmed_by")
        let complete = bodies.joined(separator: "|")
        return bodies.map { lacking in
            RuleCase(rule, "\(document) of \(subject) without \(lacking)", entry, .fail, "confirmation-missing", at: .cell(cell)) {
                $0[cell] = bodies.filter { $0 != lacking }.joined(separator: "|")
            }
        } + [
            RuleCase(rule, "\(document) of \(subject) confirmed by a further body, in another order", entry, .pass) {
                $0[cell] = (["emulation_council"] + bodies.reversed()).joined(separator: " | ")
            },
            RuleCase(rule, "\(document) of \(subject) sent again, now confirmed", entry, .pass) {
                $0[cell] = ""
                $0.copy(.dossiers, [subject, document], ["confirmed_by": complete, "submitted_on": "2021-07-07"])
            },
        ]
    }

    static let copies: [RuleCase] = [
        (nil, OutcomeStatus.fail), ("1", .fail), ("2", .pass), ("3", .pass),
    ].map { count, status in
        let cell = Cell(.dossiers, [committee, "extract_list"], "copies")
        return RuleCase(
            "LN-34", "two copies asked for, \(count ?? "no number") recorded", unit, status, status == .fail ? "too-few-copies" : nil,
            at: .cell(cell)
        ) {
            $0.editProgramme(
                "document: extract_list\n    confirmed_by: [unit]", "document: extract_list\n    confirmed_by: [unit]\n    copies: 2")
            $0[cell] = count ?? ""
        }
    }

    static let deadline: [RuleCase] = [
        RuleCase("LN-30", "before the day", unit, .pass),
        RuleCase("LN-30", "on the day before", unit, .pass) { $0[letter] = "2021-07-08" },
        RuleCase("LN-30", "on the day itself", unit, .pass, "on-the-deadline", at: .cell(letter)) { $0[letter] = "09/7/2021" },
        RuleCase("LN-30", "on the day after", unit, .fail, "after-the-deadline", at: .cell(letter)) { $0[letter] = "2021-07-10" },
        RuleCase("LN-30", "only the last document is late", person, .fail, "after-the-deadline", at: .cell(list)) {
            $0[list] = "2022-01-03"
        },
        RuleCase("LN-30", "nothing came in", unit, .unknown, "submission-missing", at: .key("subject"), others: allDocuments) {
            $0.remove(.dossiers, [committee])
        },
        RuleCase("LN-30", "“chậm nhất ngày” takes the day itself", unit, .pass) {
            $0.editProgramme("before: 2021-07-09\n    inclusive: false", "before: 2021-07-09\n    inclusive: true")
            $0[letter] = "2021-07-09"
        },
        RuleCase("LN-30", "a day of every year", unit, .fail, "after-the-deadline", at: .cell(letter)) {
            $0.editProgramme("before: 2021-07-09", "before: \"07-05\"")
            $0[letter] = "2021-07-06"
        },
        RuleCase("LN-30", "one document's own deadline", unit, .pass) {
            $0.editProgramme("what: dossier", "what: achievement_report")
            $0[letter] = "2021-08-01"
        },
    ]

    private static let letter = Cell(.dossiers, [committee, "official_letter"], "submitted_on")
    private static let list = Cell(.dossiers, [secretary, "extract_list"], "submitted_on")
    private static let allDocuments: Set<String> = ["LN-02", "LN-19", "LN-20", "LN-21", "LN-32", "LN-34"]
}
