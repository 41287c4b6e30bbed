import Diagnostics
import Formats
import Programmes
import Testing

/// Score sheets held against themselves.
@Suite struct ScoreSheetTests {
    private static let text = """
        id: mau-2025
        title: "Kế hoạch mẫu"
        document: {number: "1", date: 02/6/2025, issuer: "Đảng ủy xã Mẫu"}
        validity: {from: 2025-06-02, to: 2025-12-31}
        place: xa-mau
        rests_on: award
        campaigns: [a_campaigns]
        levels: [a_levels]
        subject_kinds: [a_subject_kinds]
        contradictions:
          - {rules: [M-1], score_sheet: bang, criteria: [2, 3], text: "Hai dòng giống hệt nhau."}
        rules:
          - {id: M-1, kind: statement, scope: programme, cite: "1", severity: notice, text: "Thông tin."}
        score_sheets:
          - id: bang
            name: "Bảng"
            max_total: 20
            parts:
              - {id: I, name: "Phần một", max: 15, criteria: [1, 2]}
              - {id: II, name: "Phần hai", max: 5, criteria: [3]}
            criteria:
              - {number: 1, max: 10, text: "Một"}
              - {number: 2, max: 5, text: "Hòa giải"}
              - {number: 3, max: 5, text: "Hoà  giải"}

        """

    private func parse(_ text: String) -> Diagnosed<Programme?> {
        ProgrammeParser.parse(SourceText(path: "p.yaml", text: text), vocabulary: SampleVocabulary.value)
    }

    @Test func aSoundSheetIsReadWithoutAWord() throws {
        let read = parse(Self.text)
        #expect(read.diagnostics.isEmpty)
        let sheet = try #require(read.value?.scoreSheets.first)
        #expect(sheet.step == .whole && sheet.condition.isAlways && sheet.criterion(2)?.maximum == 5 && sheet.criterion(4) == nil)
    }

    /// Some text of the sample, what stands there instead, and what is found.
    @Test(
        arguments: [
            ("a total that is wrong", "max_total: 20", "max_total: 100", ["score-sheet-sum 17:16"]),
            ("a part's sum that is wrong", "max: 15, criteria", "max: 75, criteria", ["score-sheet-sum 19:40"]),
            (
                "a criterion in no part", "criteria: [3]}", "criteria: [3]}".replacing("3", with: "1"),
                [
                    "score-sheet-sum 20:41", "criterion-not-in-one-part 22:18", "criterion-not-in-one-part 24:18",
                ]
            ),
            ("a part's criterion that is none", "criteria: [3]}", "criteria: [3, 4]}", ["criterion-not-on-form 20:41"]),
            ("a part's id twice", "id: II", "id: I", ["duplicate-part 20:40"]),
            ("a part called as the total is", "id: II", "id: total", ["duplicate-part 20:44"]),
            (
                "a number twice", "{number: 2, max", "{number: 1, max",
                [
                    "duplicate-criterion 23:18", "duplicate-criterion-text 24:18", "criterion-not-on-form 11:50",
                ]
            ),
            ("a text twice that nobody speaks of", "criteria: [2, 3], text", "criteria: [2, 1], text", ["duplicate-criterion-text 24:18"]),
            (
                "said of another sheet", "score_sheet: bang,", "score_sheet: bangs,",
                [
                    "duplicate-criterion-text 24:18", "unknown-score-sheet 11:33",
                ]
            ),
            (
                "a contradiction of a criterion that is none", "criteria: [2, 3], text", "criteria: [2, 3, 9], text",
                [
                    "criterion-not-on-form 11:56"
                ]
            ),
            ("a step that is none", "max_total: 20", "max_total: 20\n    points: quarter", ["unknown-value 18:13"]),
            ("whom it is for can't be read", "max_total: 20", "max_total: 20\n    applies_to: {kind: collective}", ["unknown-key 18:18"]),
            ("a part without an id", "{id: I, ", "{", ["missing-key 19:9"]),
        ])
    func refusals(_ name: String, _ old: String, _ new: String, _ expected: [String]) {
        #expect(Self.text.ranges(of: old).count == 1, "\(name)")
        #expect(summary(parse(Self.text.replacing(old, with: new)).diagnostics) == expected, "\(name)")
    }

    @Test func aSheetTwice() {
        let sheets = Self.text[Self.text.firstRange(of: "score_sheets:\n")!.upperBound...]
        #expect(summary(parse(Self.text + sheets).diagnostics).first == "duplicate-score-sheet 25:9")
    }

    /// Nothing is rounded down.
    @Test(
        arguments: [
            (90, 15, 140, 135), (90, 10, 90, 90), (90, 20, 180, 180), (85, 5, 50, 45), (100, 5, 50, 50), (1, 15, 10, 5), (91, 15, 140, 140),
        ])
    func theFewestPointsOfAPercentage(_ percent: Int, _ maximum: Int, _ whole: Int, _ half: Int) {
        #expect(ScoreSheet.Step.whole.fewest(percent: percent, of: maximum).tenths == whole)
        #expect(ScoreSheet.Step.half.fewest(percent: percent, of: maximum).tenths == half)
    }
}
