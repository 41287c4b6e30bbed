import Diagnostics
import Eligibility
import Programmes
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

/// What points must come to: YB-15 and YB-16, VN-40 to VN-42.
@Suite struct ScoreThresholdTests {
    @Test(arguments: totals + maxima) func khoiYenBai(_ example: ScoreCase) async throws { try await example.run() }
    @Test(arguments: percentages + evidence) func vanNinh(_ example: ScoreCase) async throws { try await example.run() }
    @Test(arguments: cases) func thresholdsByCondition(_ example: ScoreCase) async throws { try await example.run() }

    static let totals: [ScoreCase] = [
        ScoreCase("exactly 75, without a point for the registration", cell) { $0.setPoints("BD-Y1", [1: "0", 3: "0", 10: "0"]) },
        ScoreCase("74", cell, ["YB-15": failed("total-too-low", at: sheetKey)]) {
            $0.setPoints("BD-Y1", [1: "0", 3: "0", 10: "0", 12: "4"])
        },
        ScoreCase("an individual's 74", person, ["YB-15": failed("total-too-low", at: sheetKey)]) {
            $0.setPoints("BD-Y2", [1: "0", 3: "0", 10: "0", 14: "4"])
        },
    ]

    static let maxima: [ScoreCase] =
        [2, 7, 9, 11, 15].map { criterion in
            ScoreCase(
                "criterion \(criterion) below its maximum", cell,
                ["YB-16": failed("criterion-below-maximum", at: spot("BD-Y1", criterion, "points"))]
            ) { $0.setPoints("BD-Y1", [criterion: "4"]) }
        } + [
            ScoreCase("the others need not be at theirs", cell) { $0.setPoints("BD-Y1", [1: "4", 3: "9", 12: "4"]) },
            ScoreCase(
                "one below, another without a row", cell,
                [
                    "YB-14": unknown("criterion-missing", at: sheetKey), "YB-15": unknown("criterion-missing", at: sheetKey),
                    "YB-16": failed("criterion-below-maximum", at: spot("BD-Y1", 9, "points")),
                    "YB-17": unknown("criterion-missing", at: sheetKey),
                ]
            ) {
                $0.setPoints("BD-Y1", [9: "9"])
                $0.remove(.scores, [SampleBoard.evidence("BD-Y1", 7)])
            },
            ScoreCase(
                "one without a row", cell,
                [
                    "YB-14": unknown("criterion-missing", at: sheetKey), "YB-15": unknown("criterion-missing", at: sheetKey),
                    "YB-16": unknown("criterion-missing", at: sheetKey), "YB-17": unknown("criterion-missing", at: sheetKey),
                ]
            ) { $0.remove(.scores, [SampleBoard.evidence("BD-Y1", 7)]) },
        ]

    static let percentages: [ScoreCase] = [
        ScoreCase("90 per cent of each, which is 90 together", team) { $0.setPoints("BD-V1", floor(of: 6, "13,5", last: "9")) },
        ScoreCase("the same in whole points, which is 93", team) { $0.setPoints("BD-V1", floor(of: 6, "14", last: "9")) },
        ScoreCase(
            "13 of 15 is less than 90 per cent, though the total is enough", team,
            ["VN-41": failed("criterion-below-percentage", at: spot("BD-V1", 4, "points"))]
        ) { $0.setPoints("BD-V1", [4: "13"]) },
        ScoreCase(
            "8,5 of 10", team, ["VN-41": failed("criterion-below-percentage", at: spot("BD-V1", 7, "points"))]
        ) { $0.setPoints("BD-V1", [7: "8,5"]) },
        ScoreCase("an individual's 92", lady) {
            $0.setPoints("BD-V2", [1: "14", 2: "14", 3: "18", 4: "9", 5: "9", 6: "14", 7: "14"])
        },
        ScoreCase("17,5 of 20", lady, ["VN-41": failed("criterion-below-percentage", at: spot("BD-V2", 3, "points"))]) {
            $0.setPoints("BD-V2", [3: "17,5"])
        },
        ScoreCase(
            "89,5", team,
            [
                "VN-40": failed("total-too-low", at: sheetKey),
                "VN-41": failed("criterion-below-percentage", at: spot("BD-V1", 1, "points")),
            ]
        ) {
            $0.setPoints("BD-V1", floor(of: 6, "13,5", last: "9"))
            $0.setPoints("BD-V1", [1: "13"])
        },
    ]

    private static func floor(of count: Int, _ points: String, last: String) -> [Int: String] {
        Dictionary(uniqueKeysWithValues: (1...count).map { ($0, points) } + [(count + 1, last)])
    }

    static let evidence: [ScoreCase] =
        ["", "-", "…", "Không có", "không"].map { words in
            ScoreCase(
                "“\(words)” is no evidence", team,
                ["VN-42": failed("evidence-missing", at: .cell(Cell(.scores, ["2024-11-09"], "evidence")))]
            ) {
                $0[SampleBoard.cell("BD-V1", 3, "verified_on")] = "2024-11-09"
                $0[SampleBoard.cell("BD-V1", 3, "evidence")] = words
            }
        } + [
            ScoreCase("one word is", team) { $0[SampleBoard.cell("BD-V1", 3, "evidence")] = "Ảnh" },
            ScoreCase("the plan of Khối Yên Bái asks for none", cell) { $0.setAll("BD-Y1", "evidence", "") },
        ]

    /// Thresholds that differ by condition.
    static let cases: [ScoreCase] = [
        ScoreCase("the case that holds counts", person) {
            $0.editPlan(ProjectFiles.yenBaiPath, "    minimum: 75\n", minimum("subject_kind: individual"))
            $0.setPoints("BD-Y2", [1: "0", 3: "0", 8: "0", 10: "0"])
        },
        ScoreCase("else the last one", cell, ["YB-15": failed("total-too-low", at: sheetKey)]) {
            $0.editPlan(ProjectFiles.yenBaiPath, "    minimum: 75\n", minimum("subject_kind: individual"))
            $0.setPoints("BD-Y1", [1: "0", 3: "0", 10: "0", 12: "0"])
        },
        ScoreCase("a case that nobody can tell", cell, ["YB-15": unknown("case-not-known", at: .key("subject"))]) {
            $0.editPlan(ProjectFiles.yenBaiPath, "    minimum: 75\n", minimum("model_status: new"))
        },
        ScoreCase(
            "a percentage by condition", lady, ["VN-41": failed("criterion-below-percentage", at: spot("BD-V2", 2, "points"))]
        ) {
            $0.editPlan(
                ProjectFiles.vanNinhPath, "    minimum_percent: 90\n",
                "    minimum_percent: [{when: {subject_kind: individual}, value: 95}, {value: 90}]\n")
            $0.setPoints("BD-V2", [2: "14"])
        },
        ScoreCase("a percentage of some criteria only", team) {
            $0.editPlan(ProjectFiles.vanNinhPath, "    minimum_percent: 90\n", "    minimum_percent: 90\n    criteria: [1, 7]\n")
            $0.setPoints("BD-V1", [2: "12"])
        },
        ScoreCase("evidence of some criteria only", team) {
            $0.editPlan(ProjectFiles.vanNinhPath, "    kind: criterion_evidence\n", "    kind: criterion_evidence\n    criteria: [1, 7]\n")
            $0[SampleBoard.cell("BD-V1", 2, "evidence")] = ""
        },
    ]

    private static func minimum(_ condition: String) -> String { "    minimum: [{when: {\(condition)}, value: \"67,5\"}, {value: 75}]\n" }

    // MARK: In words

    /// What 90 per cent comes to is computed from the forms: 6 × 14 + 9, and 4 × 14 + 2 × 9 + 18.
    @Test func theRequirementNamesTheRealFloor() async throws {
        let rules = try await requirements(SampleBoard.scoreBoard)
        #expect(
            rules["VN-41"]?.vi
                == "mỗi tiêu chí đạt ít nhất 90% điểm tối đa; chấm điểm nguyên thì tổng ít nhất 93 điểm (tập thể), 92 điểm (cá nhân)")
        #expect(rules["YB-15"]?.vi == "tổng điểm đã thẩm định từ 75 điểm trở lên")
        #expect(rules["YB-16"]?.vi == "các tiêu chí 2, 7, 9, 11 và 15 đạt điểm tối đa")

        var board = SampleBoard.scoreBoard
        board.editPlan(ProjectFiles.vanNinhPath, "    minimum_percent: 90\n", "    minimum_percent: 80\n")
        #expect(try await requirements(board)["VN-41"]?.vi == "mỗi tiêu chí đạt ít nhất 80% điểm tối đa")
    }

    @Test func theFindingNamesTheFloorsOfItsOwnForm() async throws {
        var board = SampleBoard.scoreBoard
        board.setPoints("BD-V2", [1: "13", 3: "17"])
        let found = try #require(try await board.check().findings("VN-41", of: lady).first)
        #expect(
            found.message.vi
                == "Tiêu chí 1: 13/15 điểm, cần ít nhất 13,5; tiêu chí 3: 17/20 điểm, cần ít nhất 18.")
        #expect(found.required?.vi == "Mỗi tiêu chí đạt ít nhất 90% điểm tối đa; chấm điểm nguyên thì tổng ít nhất 92 điểm.")
        #expect(
            found.notes.map(\.place?.description) == [
                board.place(spot("BD-V2", 3, "points"), of: lady), board.place(sheetKey, of: lady),
            ])
    }

    private func requirements(_ board: SampleBoard) async throws -> [String: Message] {
        let corpus = try await board.check().corpus
        return Dictionary(
            uniqueKeysWithValues: corpus.programmes.flatMap { programme in
                zip(programme.rules, RuleCatalogue.compile(programme, vocabulary: corpus.vocabulary).value).compactMap { rule, compiled in
                    compiled.requirement.map { (rule.id, $0) }
                }
            })
    }

    // MARK: Wrong keys

    /// A plan, some of its words, what stands there instead, and what is found.
    @Test(
        arguments: [
            (ProjectFiles.yenBaiPath, "checks: [form]", "checks: [forms]", ["unknown-value"]),
            (ProjectFiles.yenBaiPath, "checks: [form]", "check: [form]", ["unknown-key"]),
            (ProjectFiles.yenBaiPath, "    minimum: 75\n", "", ["missing-key"]),
            (ProjectFiles.yenBaiPath, "    minimum: 75\n", "    minimum: bảy lăm\n", ["not-points"]),
            (ProjectFiles.yenBaiPath, "    minimum: 75\n", "    minimum: 100\n", []),
            (ProjectFiles.yenBaiPath, "    minimum: 75\n", "    minimum: \"100,5\"\n", ["threshold-above-maximum"]),
            (ProjectFiles.yenBaiPath, "    minimum: 75\n", "    minimum: [{value: 101}]\n", ["threshold-above-maximum"]),
            (
                ProjectFiles.yenBaiPath, "    minimum: 75\n", "    minimum: [{when: {subject_kind: individual}, value: 60}]\n",
                ["cases-without-default"]
            ),
            (ProjectFiles.yenBaiPath, "criteria: [2, 7, 9, 11, 15]", "criteria: [2, 7, 9, 11, 16]", ["criterion-not-on-form"]),
            (ProjectFiles.yenBaiPath, "criteria: [2, 7, 9, 11, 15]", "criterion: [2, 7]", ["missing-key", "unknown-key"]),
            (ProjectFiles.vanNinhPath, "minimum_percent: 90", "minimum_percent: 101", ["out-of-range"]),
            (ProjectFiles.vanNinhPath, "minimum_percent: 90", "minimum_percent: 90\n    criteria: [8]", ["criterion-not-on-form"]),
            (
                ProjectFiles.vanNinhPath, "verified_by_one_of: [mass_mobilisation_board, home_affairs_office]",
                "verified_by_one_of: [home_affair_office]", ["unknown-code"]
            ),
            (
                ProjectFiles.vanNinhPath, "applies_to: {subject_kind: individual}", "applies_to: {subject_kind: household}",
                ["no-score-sheet", "no-score-sheet", "no-score-sheet", "no-score-sheet"]
            ),
        ])
    func wrongKeysAreErrorsOfTheProgramme(_ path: String, _ old: String, _ new: String, _ codes: [String]) async throws {
        var board = SampleBoard.scoreBoard
        board.editPlan(path, old, new)
        let found = try await board.check().report.diagnostics.filter { $0.severity == .error && $0.clause == nil }
        #expect(found.map(\.code) == codes)
        #expect(found.allSatisfy { $0.place?.path == path && $0.place?.position != nil && $0.remedy != nil })
    }
}
