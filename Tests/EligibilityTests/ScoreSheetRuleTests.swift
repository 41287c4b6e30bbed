import Diagnostics
import Eligibility
import Registers
import Testing

private let cell = SampleBoard.khoiCell
private let person = SampleBoard.khoiPerson
private let team = SampleBoard.vanNinhTeam
private let lady = SampleBoard.vanNinhPerson
private let sheetKey = RuleCase.Spot.key("score_sheet")

private func spot(_ sheet: String, _ criterion: Int, _ column: String) -> RuleCase.Spot {
    .cell(SampleBoard.cell(sheet, criterion, column))
}

/// The score sheet itself, YB-14, YB-17 and VN-43, and what the other rules say where it can't be judged.
@Suite struct ScoreSheetRuleTests {
    @Test(arguments: named + ofOthers + lines + sums) func sheets(_ example: ScoreCase) async throws { try await example.run() }
    @Test(arguments: verifiers) func verification(_ example: ScoreCase) async throws { try await example.run() }
    @Test(arguments: forms) func formsByCondition(_ example: ScoreCase) async throws { try await example.run() }

    /// Whether there is a verified sheet at all.
    static let named: [ScoreCase] = [
        ScoreCase("a collective's sheet", cell) { _ in },
        ScoreCase("an individual's sheet", person) { _ in },
        ScoreCase("no sheet named", cell, all: "score-sheet-missing", at: .key("subject")) {
            $0[entry: cell]["score_sheet"] = nil
            $0.remove(.scores, ["BD-Y1"])
        },
        ScoreCase("no sheet named, though the register has one", team, all: "score-sheet-missing", at: .key("subject")) {
            $0[entry: team]["score_sheet"] = nil
        },
        ScoreCase("a sheet without rows", team, all: "score-sheet-missing", at: sheetKey) { $0.remove(.scores, ["BD-V1"]) },
        ScoreCase("self-scored points only", cell, all: "points-not-verified", at: spot("BD-Y1", 1, "kind")) {
            $0.setAll("BD-Y1", "kind", "self")
        },
        ScoreCase("self-scored points, though a verified sheet is there", cell, all: "points-not-verified", at: sheetKey) {
            $0.copySheet("BD-Y1", ["score_sheet_id": "BD-Y1-TC", "kind": "self"])
            $0[entry: cell]["score_sheet"] = "BD-Y1-TC"
        },
        ScoreCase("self-scored points beside the verified ones", cell) {
            $0.copySheet("BD-Y1", ["kind": "self", "points": "3,3", "evidence": ""])
            $0.copySheet("BD-Y1", ["score_sheet_id": "BD-Y1-TC", "kind": "self", "points": "99"])
        },
    ]

    /// Sheets of somebody or something else.
    static let ofOthers: [ScoreCase] = [
        ScoreCase(
            "the form of the other kind of subject", person, all: "score-sheet-wrong-form", at: spot("BD-Y2", 1, "sheet_id"),
            failing: ["YB-14"]
        ) { $0.setAll("BD-Y2", "sheet_id", "yb-2024-collective") },
        ScoreCase(
            "another subject's sheet", lady, all: "score-sheet-of-another", at: spot("BD-V1", 1, "subject_id"), failing: ["VN-43"]
        ) { $0[entry: lady]["score_sheet"] = "BD-V1" },
        ScoreCase("another year's sheet", cell, all: "score-sheet-of-another", at: spot("BD-Y1", 1, "year"), failing: ["YB-14"]) {
            $0.setAll("BD-Y1", "year", "2023")
        },
        ScoreCase(
            "another programme's sheet", cell, all: "score-sheet-of-another", at: spot("BD-Y1", 1, "programme_id"), failing: ["YB-14"]
        ) { $0.setAll("BD-Y1", "programme_id", "vanninh-2023") },
        ScoreCase(
            "another model's sheet", cell, all: "score-sheet-of-another", at: spot("BD-Y1", 1, "registration_id"), failing: ["YB-14"]
        ) {
            $0[entry: cell]["registration"] = "DK-1"
            $0.setAll("BD-Y1", "registration_id", "DK-2")
        },
        ScoreCase("a row of another subject", team, all: "score-sheet-mixed", at: spot("BD-V1", 4, "subject_id"), failing: ["VN-43"]) {
            $0[SampleBoard.cell("BD-V1", 4, "subject_id")] = "ba-mau"
        },
        ScoreCase("a self-scored row of another year", team, all: "score-sheet-mixed", at: spot("BD-V1", 2, "year"), failing: ["VN-43"]) {
            $0[SampleBoard.cell("BD-V1", 2, "year")] = "2023"
            $0[SampleBoard.cell("BD-V1", 2, "kind")] = "self"
        },
        ScoreCase(
            "two verified sheets", cell, all: "two-score-sheets",
            at: .cell(Cell(.scores, ["BD-Y9", SampleBoard.evidence("BD-Y1", 1)], "score_sheet_id")), failing: ["YB-14"]
        ) { $0.copySheet("BD-Y1", ["score_sheet_id": "BD-Y9"]) },
        ScoreCase(
            "two verified sheets, of which only one names its model", cell, all: "two-score-sheets",
            at: .cell(Cell(.scores, ["BD-Y9", SampleBoard.evidence("BD-Y1", 1)], "score_sheet_id")), failing: ["YB-14"]
        ) {
            $0.copySheet("BD-Y1", ["score_sheet_id": "BD-Y9"])
            $0.setAll("BD-Y1", "registration_id", "DK-1")
        },
        ScoreCase("the sheets of two models", cell) {
            $0.copySheet("BD-Y1", ["score_sheet_id": "BD-Y9", "registration_id": "DK-2"])
            $0.setAll("BD-Y1", "registration_id", "DK-1")
        },
        ScoreCase("a verified sheet of another year", cell) { $0.copySheet("BD-Y1", ["score_sheet_id": "BD-Y9", "year": "2023"]) },
    ]

    /// Single lines.
    static let lines: [ScoreCase] = [
        ScoreCase(
            "a criterion without a row", cell,
            [
                "YB-14": unknown("criterion-missing", at: sheetKey), "YB-15": unknown("criterion-missing", at: sheetKey),
                "YB-17": unknown("criterion-missing", at: sheetKey),
            ]
        ) { $0.remove(.scores, [SampleBoard.evidence("BD-Y1", 3)]) },
        ScoreCase(
            "a criterion with a self-scored row only", team,
            [
                "VN-40": unknown("criterion-missing", at: sheetKey), "VN-41": unknown("criterion-missing", at: sheetKey),
                "VN-42": unknown("criterion-missing", at: sheetKey), "VN-43": unknown("criterion-missing", at: sheetKey),
            ]
        ) { $0[SampleBoard.cell("BD-V1", 3, "kind")] = "self" },
        ScoreCase(
            "a criterion twice", cell, twice(9, asMaximum: true)
        ) { $0.copy(.scores, [SampleBoard.evidence("BD-Y1", 9)], ["evidence": "Dòng thứ hai"]) },
        ScoreCase(
            "a criterion twice that need not be at its maximum", cell, twice(3, asMaximum: false)
        ) { $0.copy(.scores, [SampleBoard.evidence("BD-Y1", 3)], ["evidence": "Dòng thứ hai", "points": "1"]) },
        ScoreCase(
            "above the maximum", cell,
            [
                "YB-15": unknown("points-above-maximum", at: spot("BD-Y1", 2, "points")),
                "YB-16": unknown("points-above-maximum", at: spot("BD-Y1", 2, "points")),
                "YB-17": failed("points-above-maximum", at: spot("BD-Y1", 2, "points")),
            ]
        ) { $0.setPoints("BD-Y1", [2: "10,1"]) },
        ScoreCase("nothing is not too little for the form", cell) { $0.setPoints("BD-Y1", [1: "0", 3: "0"]) },
        ScoreCase(
            "half a point on a form of whole points", cell,
            [
                "YB-15": unknown("points-between-steps", at: spot("BD-Y1", 3, "points")),
                "YB-17": failed("points-between-steps", at: spot("BD-Y1", 3, "points")),
            ]
        ) { $0.setPoints("BD-Y1", [3: "9,5"]) },
        ScoreCase("half a point on a form of halves", team) { $0.setPoints("BD-V1", [3: "14,5"]) },
        ScoreCase(
            "a tenth of a point on a form of halves", team,
            [
                "VN-40": unknown("points-between-steps", at: spot("BD-V1", 3, "points")),
                "VN-41": unknown("points-between-steps", at: spot("BD-V1", 3, "points")),
                "VN-42": unknown("points-between-steps", at: spot("BD-V1", 3, "points")),
                "VN-43": failed("points-between-steps", at: spot("BD-V1", 3, "points")),
            ]
        ) { $0.setPoints("BD-V1", [3: "14,6"]) },
        ScoreCase(
            "a criterion that the form lacks", cell,
            [
                "YB-15": unknown("criterion-not-on-form", at: .cell(Cell(.scores, ["Dòng thừa"], "criterion"))),
                "YB-17": failed("criterion-not-on-form", at: .cell(Cell(.scores, ["Dòng thừa"], "criterion"))),
            ]
        ) { $0.copy(.scores, [SampleBoard.evidence("BD-Y1", 3)], ["criterion": "16", "evidence": "Dòng thừa"]) },
    ]

    private static func twice(_ criterion: Int, asMaximum: Bool) -> [String: ScoreCase.Answer] {
        let spot = RuleCase.Spot.cell(Cell(.scores, ["Dòng thứ hai"], "criterion"))
        var answers = ["YB-15": unknown("criterion-scored-twice", at: spot), "YB-17": failed("criterion-scored-twice", at: spot)]
        if asMaximum { answers["YB-16"] = unknown("criterion-scored-twice", at: spot) }
        return answers
    }

    /// Sums that the paper shows.
    static let sums: [ScoreCase] = [
        ScoreCase("sums that agree", cell) { addSums(&$0, ["I": "75", "II": "25", "total": "100"]) },
        ScoreCase(
            "a part's sum that does not", cell,
            [
                "YB-15": unknown("sum-disagrees", at: .cell(Cell(.scores, ["Cộng II"], "points"))),
                "YB-17": failed("sum-disagrees", at: .cell(Cell(.scores, ["Cộng II"], "points"))),
            ]
        ) { addSums(&$0, ["I": "75", "II": "24", "total": "100"]) },
        ScoreCase(
            "a total that does not", cell,
            [
                "YB-15": unknown("sum-disagrees", at: .cell(Cell(.scores, ["Cộng total"], "points"))),
                "YB-17": failed("sum-disagrees", at: .cell(Cell(.scores, ["Cộng total"], "points"))),
            ]
        ) { addSums(&$0, ["total": "99,5"]) },
        ScoreCase(
            "the sum of a part that the form lacks", cell,
            [
                "YB-15": unknown("criterion-not-on-form", at: .cell(Cell(.scores, ["Cộng III"], "criterion"))),
                "YB-17": failed("criterion-not-on-form", at: .cell(Cell(.scores, ["Cộng III"], "criterion"))),
            ]
        ) { addSums(&$0, ["III": "0"]) },
        ScoreCase("a self-scored sum is no check", cell) {
            addSums(&$0, ["total": "12"])
            $0[Cell(.scores, ["Cộng total"], "kind")] = "self"
        },
    ]

    private static func addSums(_ board: inout SampleBoard, _ sums: [String: String]) {
        for (id, points) in sums {
            board.copy(
                .scores, [SampleBoard.evidence("BD-Y1", 1)], ["criterion": id, "points": points, "evidence": "Cộng \(id)"])
        }
    }

    /// Who verified: VN-43 asks for it, the plan of Khối Yên Bái does not.
    static let verifiers: [ScoreCase] = [
        ScoreCase("by code", team) { $0.setAll("BD-V1", "verified_by", "mass_mobilisation_board") },
        ScoreCase("by name", team) { $0.setAll("BD-V1", "verified_by", "phòng nội vụ") },
        ScoreCase("by another name of the body, with a remark", team) { $0.setAll("BD-V1", "verified_by", "Ban Dân vận (minh họa)") },
        ScoreCase("by both bodies, line by line", team) { $0[SampleBoard.cell("BD-V1", 5, "verified_by")] = "mass_mobilisation_board" },
        ScoreCase(
            "by a body of that name of another level", team,
            ["VN-43": unknown("verified-by-other-body", at: spot("BD-V1", 1, "verified_by"))]
        ) { $0.setAll("BD-V1", "verified_by", "Ban Dân vận Tỉnh ủy") },
        ScoreCase("by another body", team, ["VN-43": unknown("verified-by-other-body", at: spot("BD-V1", 6, "verified_by"))]) {
            $0[SampleBoard.cell("BD-V1", 6, "verified_by")] = "emulation_council"
        },
        ScoreCase("by nobody that is recorded", team, ["VN-43": unknown("verifier-missing", at: spot("BD-V1", 2, "verified_by"))]) {
            $0[SampleBoard.cell("BD-V1", 2, "verified_by")] = ""
        },
        ScoreCase("by nobody, where the plan does not ask", cell) { $0.setAll("BD-Y1", "verified_by", "") },
    ]

    /// Which form is an entry's.
    static let forms: [ScoreCase] = [
        ScoreCase("a form for everybody", lady) {
            $0.editPlan(ProjectFiles.vanNinhPath, "    applies_to: {subject_kind: individual}\n", "")
        },
        ScoreCase("a form whose condition is not known to hold", team, all: "score-form-missing", at: .key("subject")) {
            $0.editPlan(ProjectFiles.vanNinhPath, "applies_to: {subject_kind: collective}", "applies_to: {model_status: new}")
        },
        ScoreCase("a form whose condition holds", team) {
            $0.editPlan(ProjectFiles.vanNinhPath, "applies_to: {subject_kind: collective}", "applies_to: {model_status: new}")
            $0[entry: team]["model"] = "{title: \"Mẫu\", status: new}"
        },
        ScoreCase("no form", team, all: "score-form-missing", at: .key("subject")) {
            $0.editPlan(
                ProjectFiles.vanNinhPath, "applies_to: {subject_kind: collective}",
                "applies_to: {subject_kind: collective, field: culture_society}")
        },
    ]

    // MARK: What must hold of all of them

    /// A finding is for staff, but the points that somebody gave himself are nobody's business.
    @Test func selfScoredPointsStandInNoMessage() async throws {
        for example in Self.named + Self.lines + Self.sums {
            var board = SampleBoard.scoreBoard
            example.change(&board)
            for sheet in ["BD-Y1", "BD-V1"] where board[.scores].rows.contains(where: { $0.contains(sheet) }) {
                board.copySheet(sheet, ["kind": "self", "points": "7,7", "evidence": "Tự chấm"])
            }
            let kind = board[.scores].index(ofColumn: "kind"), points = board[.scores].index(ofColumn: "points")
            for row in board[.scores].rows.indices where board[.scores].rows[row][kind] == "self" {
                board[.scores].rows[row][points] = "7,7"
            }
            let diagnostics = try await board.check().report.entries.flatMap(\.diagnostics)
            let words: [Message] = diagnostics.flatMap { found in
                [found.message, found.required, found.remedy].compactMap { $0 } + found.notes.map(\.message)
            }
            #expect(!words.contains { $0.vi.contains("7,7") || $0.en.contains("7.7") }, "\(example.name)")
        }
    }

    /// Where another sheet would do, the remedy names it.
    @Test func aVerifiedSheetIsSuggested() async throws {
        var board = SampleBoard.scoreBoard
        board[entry: team]["score_sheet"] = nil
        let found = try await board.check().findings("VN-43", of: team)
        #expect(found.first?.remedy?.vi.contains("score_sheet: BD-V1") == true)
    }

    /// Several mistakes of one sheet: the worst is the finding, the others are notes with their own places.
    @Test func everyMistakeOfASheetIsSaid() async throws {
        var board = SampleBoard.scoreBoard
        board.remove(.scores, [SampleBoard.evidence("BD-Y1", 1)])
        board.setPoints("BD-Y1", [2: "11", 9: "10,5"])
        let found = try #require(try await board.check().findings("YB-17", of: cell).first)
        #expect(found.code == "points-above-maximum")
        #expect(
            found.notes.compactMap { $0.place?.description } == [
                board.place(spot("BD-Y1", 9, "points"), of: cell), board.place(sheetKey, of: cell), board.place(sheetKey, of: cell),
            ])
    }

    /// A row that is gone turns the rules that rest on it to unknown, and no others.
    @Test func eachRowCarriesTheRulesThatRestOnIt() async throws {
        let whole = try await SampleBoard.scoreBoard.check()
        for row in SampleBoard.scoreBoard[.scores].rows.indices {
            var board = SampleBoard.scoreBoard
            board[.scores].rows.remove(at: row)
            let poorer = try await board.check()
            for id in [cell, person, team, lady] {
                let before = try whole.outcomes(of: id), after = try poorer.outcomes(of: id)
                for (rule, outcome) in before {
                    let rests = outcome.status == .pass && outcome.evidence.contains(RowReference(.scores, row))
                    #expect(after[rule]?.status == (rests ? .unknown : outcome.status), "\(id), \(rule), row \(row)")
                }
            }
        }
    }
}
