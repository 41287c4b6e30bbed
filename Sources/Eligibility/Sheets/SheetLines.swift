import Diagnostics
import Formats
import Programmes
import Registers

/// Holds the verified rows of one sheet against its form, line by line.
struct SheetLines {
    private let form: ScoreSheet
    private let registers: Registers
    private let rowsByLine: [Score.Line: [Score]]

    init(_ verified: [Score], of form: ScoreSheet, _ registers: Registers) {
        self.form = form
        self.registers = registers
        rowsByLine = Dictionary(grouping: verified, by: \.line)
    }

    /// - Parameter place: where the entry names the sheet.
    func sheet(_ id: String, at place: SourcePlace) -> FilledSheet {
        var lines: [FilledSheet.Line] = []
        var missing: [Int] = []
        var problems: [SheetProblem] = []
        for criterion in form.criteria {
            let rows = rowsByLine[.criterion(criterion.number)] ?? []
            guard let row = rows.first else {
                missing.append(criterion.number)
                continue
            }
            if let problem = repeated(rows, criterion.number) ?? impossible(row, criterion) {
                problems.append(problem)
                continue
            }
            lines.append(
                FilledSheet.Line(
                    criterion: criterion.number, maximum: criterion.maximum, points: row.points, evidence: row.evidence,
                    verifiedBy: row.verifiedBy, row: row.row))
        }
        return FilledSheet(
            id: id, form: form, lines: lines, missing: missing, problems: problems + rowsOfNothing() + wrongSums(lines), place: place)
    }

    private func cell(_ row: Score, _ column: String) -> SourcePlace { registers.place(of: row.row, column: column) }

    // MARK: Criteria

    private func repeated(_ rows: [Score], _ criterion: Int?) -> SheetProblem? {
        guard rows.count > 1 else { return nil }
        let what = words(rows[0].line)
        return SheetProblem(
            isContradiction: true, code: "criterion-scored-twice",
            found: Message(vi: "\(what.vi) có \(rows.count) dòng điểm đã thẩm định", en: "\(what.en) has \(rows.count) verified rows"),
            remedy: Message(
                vi: "mỗi tiêu chí một dòng: đối chiếu bảng giấy rồi bỏ dòng thừa",
                en: "one row for each criterion: compare the paper, then remove the row too many"),
            place: cell(rows[1], "criterion"), rows: rows.map(\.row),
            notes: [Diagnostic.Note(Message(vi: "dòng trước", en: "the first row"), at: cell(rows[0], "criterion"))], criterion: criterion)
    }

    /// Points above the maximum, or between the steps of the form.
    private func impossible(_ row: Score, _ criterion: ScoreSheet.Criterion) -> SheetProblem? {
        let isAbove = row.points > Points(criterion.maximum)
        guard isAbove || !form.step.holds(row.points) else { return nil }
        let given = row.points.words
        let limit =
            switch (isAbove, form.step) {
            case (true, _): Message(vi: ", tối đa \(criterion.maximum)", en: ", at most \(criterion.maximum)")
            case (false, .whole): Message(vi: ", trong khi bảng này chỉ chấm điểm nguyên", en: ", but the sheet gives whole points only")
            case (false, .half): Message(vi: ", trong khi bảng này chỉ chấm đến nửa điểm", en: ", but the sheet gives halves at the finest")
            }
        return SheetProblem(
            isContradiction: true, code: isAbove ? "points-above-maximum" : "points-between-steps",
            found: Message(
                vi: "tiêu chí \(criterion.number): \(given.vi) điểm", en: "criterion \(criterion.number): \(given.en) points") + limit,
            remedy: mendCell, place: cell(row, "points"), rows: [row.row], criterion: criterion.number)
    }

    private var mendCell: Message {
        Message(
            vi: "đối chiếu bảng giấy; nếu sổ ghi nhầm thì sửa ô này, nếu đúng thì xin cơ quan thẩm định chấm lại",
            en: "compare the paper; mend this cell if it is wrong, else ask the verifying body to score again")
    }

    // MARK: Other rows

    private func rowsOfNothing() -> [SheetProblem] {
        rowsByLine.filter { !isOnForm($0.key) }.flatMap(\.value).sorted { $0.row.row < $1.row.row }.map { row in
            let what = words(row.line)
            return SheetProblem(
                isContradiction: true, code: "criterion-not-on-form",
                found: Message(vi: "bảng “\(form.name)” không có \(what.vi)", en: "the form “\(form.name)” has no \(what.en)"),
                remedy: Message(
                    vi: "đối chiếu bảng giấy rồi sửa số tiêu chí, hoặc bỏ dòng này",
                    en: "compare the paper, then mend the criterion or remove the row"),
                place: cell(row, "criterion"), rows: [row.row])
        }
    }

    private func isOnForm(_ line: Score.Line) -> Bool {
        switch line {
        case .criterion(let number): form.criterion(number) != nil
        case .sum(let id): id == ScoreSheet.totalID || form.parts.contains { $0.id == id }
        }
    }

    /// Sums that the paper shows must be those of the points that were copied from it. Where a criterion has no
    /// points there is nothing to compare.
    private func wrongSums(_ lines: [FilledSheet.Line]) -> [SheetProblem] {
        let sums = form.parts.map { ($0.id, $0.criteria) } + [(ScoreSheet.totalID, form.criteria.map(\.number))]
        return sums.compactMap { id, criteria in
            let rows = rowsByLine[.sum(id)] ?? []
            guard let row = rows.first else { return nil }
            if let problem = repeated(rows, nil) { return problem }
            let added = lines.filter { criteria.contains($0.criterion) }
            guard added.count == criteria.count else { return nil }
            let sum = added.map(\.points).sum
            guard sum != row.points else { return nil }
            let (what, written, computed) = (words(row.line), row.points.words, sum.words)
            return SheetProblem(
                isContradiction: true, code: "sum-disagrees",
                found: Message(
                    vi: "\(what.vi) ghi \(written.vi) điểm, các tiêu chí cộng lại là \(computed.vi)",
                    en: "\(what.en) says \(written.en) points, the criteria add up to \(computed.en)"),
                remedy: Message(
                    vi: "đối chiếu bảng giấy: nhập nhầm thì sửa ô nhầm, bảng giấy cộng sai thì xin đính chính",
                    en: "compare the paper: mend what was copied wrong; if the paper adds up wrong, ask for a correction"),
                place: cell(row, "points"), rows: [row.row])
        }
    }

    private func words(_ line: Score.Line) -> Message {
        switch line {
        case .criterion(let number): Message(vi: "tiêu chí \(number)", en: "criterion \(number)")
        case .sum(ScoreSheet.totalID): Message(vi: "dòng tổng cộng", en: "the total")
        case .sum(let id): Message(vi: "dòng cộng phần \(id)", en: "the sum of part \(id)")
        }
    }
}
