import Eligibility
import Registers
import Testing

/// What only people can judge: LN-08, LN-12, LN-13 and LN-35.
@Suite struct ReviewRuleTests {
    @Test(arguments: cases) func reviews(_ rule: RuleCase) async throws { try await rule.run() }

    static let cases: [RuleCase] =
        cases("LN-08", of: SampleBoard.committeeEntry, SampleBoard.committee)
        + ["LN-12", "LN-13", "LN-35"].flatMap { cases($0, of: SampleBoard.secretaryEntry, SampleBoard.secretary) }

    private static func cases(_ rule: String, of entry: String, _ subject: String) -> [RuleCase] {
        let row = [rule, subject]
        let verdict = Cell(.reviews, row, "verdict"), body = Cell(.reviews, row, "body")
        func missing(_ name: String, _ change: @escaping @Sendable (inout SampleBoard) -> Void) -> RuleCase {
            RuleCase(rule, name, entry, .unknown, "review-missing", at: .key("subject"), change)
        }
        return [
            RuleCase(rule, "judged as met", entry, .pass),
            missing("not judged") { $0.remove(.reviews, row) },
            missing("judged of another year") { $0[Cell(.reviews, row, "year")] = "2020" },
            missing("judged of another rule") { $0[Cell(.reviews, row, "rule")] = "LN-99" },
            missing("judged under another programme") { $0[Cell(.reviews, row, "programme_id")] = "yenbai-khoi-2024" },
            RuleCase(rule, "judged of every year", entry, .pass) { $0[Cell(.reviews, row, "year")] = "" },
            RuleCase(rule, "judged as not met", entry, .fail, "review-not-met", at: .cell(verdict)) { $0[verdict] = "not_met" },
            RuleCase(rule, "judged by another body", entry, .unknown, "review-by-other-body", at: .cell(body)) {
                $0[body] = "home_affairs_office"
            },
            RuleCase(rule, "met, later not met", entry, .fail, "review-not-met", at: .cell(Cell(.reviews, row + ["not_met"], "verdict"))) {
                $0.copy(.reviews, row, first: true, ["verdict": "not_met", "reviewed_on": "2021-07-25"])
            },
            RuleCase(rule, "not met, later met", entry, .pass) {
                $0.copy(.reviews, row, ["verdict": "not_met", "reviewed_on": "2021-07-10"])
            },
            RuleCase(
                rule, "both on one day: the worse one counts", entry, .fail, "review-not-met",
                at: .cell(Cell(.reviews, row + ["not_met"], "verdict"))
            ) { $0.copy(.reviews, row, ["verdict": "not_met"]) },
            RuleCase(rule, "another body's later word changes nothing", entry, .pass) {
                $0.copy(.reviews, row, ["verdict": "not_met", "body": "home_affairs_office", "reviewed_on": "2021-08-01"])
            },
        ]
    }
}
