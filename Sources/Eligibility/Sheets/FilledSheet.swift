import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// The verified points of an entry's score sheet, held against the form of its programme.
///
/// Self-scored points are not in it: they satisfy nothing, and no message repeats them.
struct FilledSheet: Sendable {
    /// A criterion with points: exactly one verified row gives them, and the form allows them.
    struct Line: Sendable {
        /// The criterion's number and the most points that it can have.
        var criterion: Int
        var maximum: Int
        var points: Points
        var evidence: String?
        var verifiedBy: String?
        var row: RowReference
    }

    /// The sheet's id in the register.
    let id: String
    let form: ScoreSheet
    /// The criteria that have points, in the form's order.
    let lines: [Line]
    /// Criteria without a verified row.
    let missing: [Int]
    /// Criteria without points for another reason, rows for no criterion, sums that do not agree.
    let problems: [SheetProblem]
    /// Where the entry names the sheet.
    let place: SourcePlace

    /// The rows of all criteria, in the form's order, those first that give points.
    var rows: [RowReference] { lines.map(\.row) + problems.filter { $0.criterion != nil }.flatMap(\.rows) }

    /// What is said of criteria without a verified row; nil where there are none among these.
    func missingRows(_ criteria: [Int]? = nil) -> SheetProblem? {
        let numbers = missing.filter { criteria?.contains($0) ?? true }
        guard !numbers.isEmpty else { return nil }
        let list = numbers.listed
        return SheetProblem(
            isContradiction: false, code: "criterion-missing",
            found: Message(
                vi: "bảng điểm “\(id)” chưa có điểm đã thẩm định của tiêu chí \(list.vi)",
                en: "the score sheet “\(id)” has no verified points of criterion \(list.en)"),
            remedy: Message(
                vi: "nhập đủ điểm từ bảng đã thẩm định vào scores.csv (score_sheet_id: \(id), kind: verified)",
                en: "enter the points of the verified sheet in scores.csv (score_sheet_id: \(id), kind: verified)"),
            place: place)
    }

    /// Why these criteria, or all of them, have no points.
    func gaps(_ criteria: [Int]? = nil) -> [SheetProblem] {
        let other = problems.filter { problem in
            guard let criteria else { return true }
            return problem.criterion.map(criteria.contains) ?? false
        }
        return other + (missingRows(criteria).map { [$0] } ?? [])
    }

    /// What a rule asks of single criteria.
    struct Test {
        /// The criteria that it asks for; nil for all of the form.
        var criteria: [Int]?
        /// The finding's code, and the column of the register at which it points.
        var code: String
        var column: String
        var required: () -> Message
        var remedy: Message
        var isMet: (Line) -> Bool
        /// A line that does not meet it, in words.
        var words: (Line) -> Message
    }

    /// Fails where a criterion does not meet the test; else unknown where one has no points.
    func verdict(_ test: Test, _ registers: Registers) -> Verdict {
        let asked = lines.filter { line in test.criteria?.contains(line.criterion) ?? true }
        let unmet = asked.filter { !test.isMet($0) }
        let gaps = gaps(test.criteria)
        guard let first = unmet.first else {
            return gaps.verdict(test.required(), asUnknown: true) ?? .pass(asked.map(\.row))
        }
        return .fail(
            unmet.map(\.row),
            Finding(
                test.code, found: unmet.map(test.words).joined("; "), required: test.required(), remedy: test.remedy,
                at: registers.place(of: first.row, column: test.column),
                notes: unmet.dropFirst().map { Diagnostic.Note(test.words($0), at: registers.place(of: $0.row, column: test.column)) }
                    + gaps.map { Diagnostic.Note($0.found, at: $0.place) }))
    }
}

/// What became of reading an entry's score sheet.
enum SheetReading: Sendable {
    case filled(FilledSheet)
    /// There is none, or none that speaks of this entry alone.
    case problem(SheetProblem)
}

extension HonourCase {
    /// The answer of a rule about points.
    /// - Parameter asksForSheet: whether the rule asks for the sheet itself, so that a wrong one fails it. Other rules
    ///   can't tell on such a sheet.
    func judgeSheet(
        _ required: @autoclosure () -> Message, asksForSheet: Bool = false, _ judge: (FilledSheet) -> Verdict
    ) -> Verdict {
        var verdict =
            switch sheetReading {
            case .filled(let sheet): judge(sheet)
            case .problem(let problem): asksForSheet ? problem.verdict(required()) : problem.unknown(required())
            }
        // What is to be mended stands in the register; whose sheet it is stands beside.
        if let place = verdict.finding?.place, place.path != entry.path {
            let note = Message(vi: "bài ghi bảng điểm này", en: "the entry that names the sheet")
            verdict.finding?.notes.append(Diagnostic.Note(note, at: entry.scoreSheetID.map(entry.place) ?? subjectPlace))
        }
        return verdict
    }
}
