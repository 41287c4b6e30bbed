import Diagnostics
import Eligibility
import Registers
import Testing

private let committee = SampleBoard.committee
private let secretary = SampleBoard.secretary
private let unit = SampleBoard.committeeEntry
private let person = SampleBoard.secretaryEntry

/// Who may be honoured: LN-07 to LN-16, which rest on registers of subjects, recognitions and ratings.
@Suite struct StandingRuleTests {
    @Test(arguments: organisationType + position) func subjects(_ rule: RuleCase) async throws { try await rule.run() }
    @Test(arguments: recognised) func recognitions(_ rule: RuleCase) async throws { try await rule.run() }
    @Test(arguments: rated) func ratings(_ rule: RuleCase) async throws { try await rule.run() }

    static let organisationType: [RuleCase] = [
        RuleCase("LN-07", "party committee of a commune", unit, .pass),
        RuleCase("LN-07", "another type", unit, .fail, "organisation-type-not-eligible", at: .cell(type)) { $0[type] = "enterprise" },
        RuleCase("LN-07", "type not recorded", unit, .unknown, "organisation-type-missing", at: .cell(type)) { $0[type] = "" },
        RuleCase("LN-07", "does not speak of persons", person, .notApplicable),
    ]

    static let position: [RuleCase] = [
        RuleCase("LN-11", "party secretary", person, .pass),
        RuleCase("LN-11", "standing deputy secretary", person, .pass) { $0[post] = "standing_deputy_secretary" },
        RuleCase("LN-11", "chair of the commune", person, .pass) { $0[post] = "commune_chair" },
        RuleCase("LN-11", "another position", person, .fail, "position-not-eligible", at: .cell(post)) { $0[post] = "official" },
        RuleCase("LN-11", "position not recorded", person, .unknown, "position-missing", at: .cell(post)) { $0[post] = "" },
        RuleCase("LN-11", "in a government of a commune", person, .pass) { $0[type] = "commune_government" },
        RuleCase("LN-11", "in an enterprise", person, .fail, "organisation-type-not-eligible", at: .cell(type)) { $0[type] = "enterprise" },
        RuleCase("LN-11", "in an organisation of no recorded type", person, .unknown, "organisation-type-not-eligible", at: .cell(type)) {
            $0[type] = ""
        },
        RuleCase("LN-11", "in an organisation that became another type after the decision", person, .pass) {
            $0.copy(.subjects, [committee, "collective"], ["organisation_type": "enterprise", "from": "2021-10-01", "to": ""])
            $0[Cell(.subjects, ["commune_party_committee"], "to")] = "2021-09-30"
        },
        RuleCase("LN-11", "organisation not recorded", person, .unknown, "organisation-missing", at: .cell(home), others: ["LN-16"]) {
            $0[home] = ""
        },
        RuleCase(
            "LN-11", "promoted only after the decision", person, .fail, "position-not-eligible",
            at: .cell(Cell(.subjects, ["official"], "position"))
        ) {
            $0.copy(.subjects, [secretary], ["from": "2021-11-01"])
            $0[post] = "official"
            $0[Cell(.subjects, [secretary, "official"], "to")] = "2021-10-31"
        },
        RuleCase("LN-11", "moved on after the decision", person, .pass) {
            $0.copy(.subjects, [secretary], ["from": "2021-11-01", "position": "official"])
            $0[Cell(.subjects, [secretary, "party_secretary"], "to")] = "2021-10-31"
        },
        RuleCase("LN-11", "the later row stands first in the file", person, .pass) {
            $0[Cell(.subjects, [secretary], "to")] = "2021-10-31"
            $0.copy(.subjects, [secretary], first: true, ["from": "2021-11-01", "to": "", "position": "official"])
        },
        RuleCase("LN-11", "the last day of a position counts", person, .pass) {
            $0.copy(.subjects, [secretary], ["from": "2021-09-16", "position": "official"])
            $0[Cell(.subjects, [secretary, "party_secretary"], "to")] = "2021-09-15"
        },
        RuleCase(
            "LN-11", "the first day of a position counts", person, .fail, "position-not-eligible",
            at: .cell(Cell(.subjects, ["official"], "position"))
        ) {
            $0.copy(.subjects, [secretary], ["from": "2021-09-15", "position": "official"])
            $0[Cell(.subjects, [secretary, "party_secretary"], "to")] = "2021-09-14"
        },
        RuleCase("LN-11", "in a gap the nearest row counts, however the file is ordered", person, .pass) {
            $0[Cell(.subjects, [secretary], "to")] = "2021-09-10"
            $0.copy(.subjects, [secretary], ["from": "2022-05-01", "to": "", "position": "official"])
        },
    ]

    static let recognised: [RuleCase] =
        recognitionCases("LN-09", of: unit) + recognitionCases("LN-16", of: person) + [
            RuleCase("LN-16", "organisation not recorded", person, .unknown, "organisation-missing", at: .cell(home), others: ["LN-11"]) {
                $0[home] = ""
            },
            RuleCase("LN-16", "the person's own recognition does not count", person, .unknown, "recognition-missing", at: .key("subject")) {
                $0[Cell(.recognitions, ["CN-2020-1"], "subject_id")] = secretary
            },
        ]

    private static func recognitionCases(_ rule: String, of entry: String) -> [RuleCase] {
        let status = Cell(.recognitions, ["CN-2020-1"], "status")
        return [
            RuleCase(rule, "recognised in 2020", entry, .pass),
            RuleCase(rule, "no row", entry, .unknown, "recognition-missing", at: .key("subject")) {
                $0.remove(.recognitions, ["CN-2020-1"])
            },
            RuleCase(rule, "another year", entry, .unknown, "recognition-missing", at: .key("subject")) {
                $0[Cell(.recognitions, ["CN-2020-1"], "year")] = "2019"
            },
            RuleCase(rule, "another title", entry, .unknown, "recognition-missing", at: .key("subject")) {
                $0[Cell(.recognitions, ["CN-2020-1"], "title")] = "dan-van-kheo-model"
            },
            RuleCase(rule, "revoked", entry, .fail, "recognition-revoked", at: .cell(status)) { $0[status] = "revoked" },
            RuleCase(rule, "under review", entry, .unknown, "recognition-under-review", at: .cell(status)) { $0[status] = "under_review" },
            RuleCase(rule, "one revoked, another stands", entry, .pass) {
                $0.copy(.recognitions, ["CN-2020-1"], first: true, ["recognition_id": "CN-2020-9", "status": "revoked"])
            },
            RuleCase(rule, "one under review, one revoked", entry, .unknown, "recognition-under-review", at: .cell(status)) {
                $0.copy(.recognitions, ["CN-2020-1"], ["recognition_id": "CN-2020-9", "status": "revoked"])
                $0[status] = "under_review"
            },
            RuleCase(rule, "one revoked, one under review", entry, .unknown, "recognition-under-review", at: .cell(status)) {
                $0.copy(.recognitions, ["CN-2020-1"], first: true, ["recognition_id": "CN-2020-9", "status": "revoked"])
                $0[status] = "under_review"
            },
        ]
    }

    static let rated: [RuleCase] =
        ratingCases("LN-10", of: unit, committee, "2021H1") + ratingCases("LN-14", of: person, secretary, "2020")
        + ratingCases("LN-15", of: person, secretary, "2021H1")

    private static func ratingCases(_ rule: String, of entry: String, _ subject: String, _ period: String) -> [RuleCase] {
        let rating = Cell(.ratings, [subject, period], "rating")
        func row(_ grade: String) -> RuleCase.Spot { .cell(Cell(.ratings, [subject, period, grade], "rating")) }
        return [
            RuleCase(rule, "exactly good", entry, .pass),
            RuleCase(rule, "excellent", entry, .pass) { $0[rating] = "excellent" },
            RuleCase(rule, "fair", entry, .fail, "rating-too-low", at: .cell(rating)) { $0[rating] = "fair" },
            RuleCase(rule, "poor", entry, .fail, "rating-too-low", at: .cell(rating)) { $0[rating] = "poor" },
            RuleCase(rule, "no row", entry, .unknown, "rating-missing", at: .key("subject")) { $0.remove(.ratings, [subject, period]) },
            RuleCase(rule, "only another period", entry, .unknown, "rating-missing", at: .key("subject")) {
                $0[Cell(.ratings, [subject, period], "period")] = "2019"
            },
            RuleCase(rule, "only the other half of the year", entry, .unknown, "rating-missing", at: .key("subject")) {
                $0[Cell(.ratings, [subject, period], "period")] = "2021H2"
            },
            RuleCase(rule, "on another scale", entry, .unknown, "rating-missing", at: .key("subject")) {
                $0[rating] = "local_good"
                $0[Cell(.ratings, [subject, period], "scale")] = "local"
            },
            RuleCase(rule, "good, and a further row says fair", entry, .fail, "rating-too-low", at: row("fair")) {
                $0.copy(.ratings, [subject, period], ["rating": "fair"])
            },
            RuleCase(rule, "fair, and a further row says good", entry, .fail, "rating-too-low", at: row("fair")) {
                $0.copy(.ratings, [subject, period], first: true, ["rating": "fair"])
            },
            RuleCase(rule, "two rows that agree", entry, .pass) { $0.copy(.ratings, [subject, period], ["rating": "excellent"]) },
        ]
    }

    private static let type = Cell(.subjects, [committee, "collective"], "organisation_type")
    private static let post = Cell(.subjects, [secretary], "position")
    private static let home = Cell(.subjects, [secretary], "organisation_id")
}
