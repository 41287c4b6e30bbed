import Diagnostics
import Formats
import Registers
import Vietnamese

/// Holds rows of one decision against one another. Number, date and authority make a decision: two rows of
/// one must agree in what the whole of it says, and one number that an authority dated twice in a year is
/// most likely a slip of the pen, since numbers begin anew each year.
struct DecisionCheck {
    let registers: Registers

    /// What one row says of its decision.
    private struct Row {
        var id: String
        var decision: Decision
        var level: String?
        /// Nil for recognitions: one decision may give several titles.
        var form: String?
        var status: DecisionStatus
        /// Whether the row says when or by what it was revoked.
        var namesRevocation: Bool
        var reference: RowReference

        init(_ row: Award) {
            (id, decision, level, form, status) = (row.id, row.decision, row.level, row.form, row.status)
            (namesRevocation, reference) = (row.revokedOn != nil || row.revokedBy != nil, row.row)
        }

        init(_ row: Recognition) {
            (id, decision, level, form, status) = (row.id, row.decision, row.level, nil, row.status)
            (namesRevocation, reference) = (row.revokedOn != nil || row.revokedBy != nil, row.row)
        }

        /// Whether nothing that two rows of one decision must share differs.
        func agrees(with other: Row) -> Bool {
            decision.date == other.decision.date && level == other.level && status == other.status && form == other.form
        }
    }

    /// A number and an authority, however they are spelt.
    private struct Key: Hashable {
        var number: Int32
        var authority: Int32
    }

    func check() -> [Diagnostic] {
        let rows = registers.rows
        var groups = Groups()
        var found: [Diagnostic] = []
        for row in rows.awards { look(at: Row(row), &groups, &found) }
        for row in rows.recognitions { look(at: Row(row), &groups, &found) }
        for group in groups.disagreeing(among: rows.awards.lazy.map(Row.init), rows.recognitions.lazy.map(Row.init)) {
            let days = Dictionary(grouping: group, by: \.decision.date)
            found += slips(days) + days.values.lazy.filter { $0.count > 1 }.flatMap(contents)
        }
        return found + DecisionLookAlikeCheck(registers: registers).check()
    }

    private func look(at row: Row, _ groups: inout Groups, _ found: inout [Diagnostic]) {
        groups.add(row)
        if let contradiction = contradiction(row) { found.append(contradiction) }
    }

    /// The rows of each number and authority. Most agree with one another, so only the first of them is kept
    /// until one disagrees.
    private struct Groups {
        private var numbers = Spellings(DecisionSpelling.number)
        private var authorities = Spellings(DecisionSpelling.authority)
        private var indices: [Key: Int] = [:]
        private var first: [Row] = []
        private var isDisagreeing: [Bool] = []
        /// The group of each row, in the order in which they came.
        private var groups: [Int32] = []

        mutating func add(_ row: Row) {
            let key = Key(number: numbers.number(of: row.decision.number), authority: authorities.number(of: row.decision.authority))
            if let index = indices[key] {
                groups.append(Int32(index))
                if !row.agrees(with: first[index]) { isDisagreeing[index] = true }
                return
            }
            indices[key] = first.count
            groups.append(Int32(first.count))
            first.append(row)
            isDisagreeing.append(false)
        }

        /// The groups of which some rows disagree.
        func disagreeing(among awards: some Sequence<Row>, _ recognitions: some Sequence<Row>) -> [[Row]] {
            guard isDisagreeing.contains(true) else { return [] }
            var rows: [Int32: [Row]] = [:]
            var position = 0
            func collect(_ row: Row) {
                if isDisagreeing[Int(groups[position])] { rows[groups[position], default: []].append(row) }
                position += 1
            }
            awards.forEach(collect)
            recognitions.forEach(collect)
            return Array(rows.values)
        }
    }

    // MARK: One row

    /// A row that still stands and yet names its revocation.
    private func contradiction(_ row: Row) -> Diagnostic? {
        guard row.status != .revoked, row.namesRevocation else { return nil }
        return Diagnostic(
            .error, "status-contradicts-revocation",
            Message(
                vi: "dòng “\(row.id)” có ngày hoặc quyết định thu hồi nhưng cột status không ghi là đã thu hồi",
                en: "row “\(row.id)” names its revocation, yet its status is not revoked"),
            at: place(row, "status"),
            remedy: Message(
                vi: "đã thu hồi thì ghi revoked; chưa thu hồi thì để trống revoked_on và revoked_by",
                en: "write revoked, or empty revoked_on and revoked_by"))
    }

    // MARK: Rows of one number

    /// One number of one authority with two dates in a year.
    private func slips(_ days: [CalendarDay: [Row]]) -> [Diagnostic] {
        guard days.count > 1 else { return [] }
        return Dictionary(grouping: days, by: \.key.year).values.flatMap { days -> [Diagnostic] in
            disagreements(days.map { (value: $0.key.iso, rows: $0.value) }).map { row, usual in
                Diagnostic(
                    .warning, "decision-of-two-days",
                    Message(
                        vi: "quyết định \(named(row, withDate: false)) ghi ngày \(row.decision.date.vietnamese), ở dòng khác trong năm lại "
                            + "ghi ngày \(usual.decision.date.vietnamese)",
                        en: "decision \(row.decision.number) is dated \(row.decision.date.iso) here, \(usual.decision.date.iso) elsewhere"),
                    at: place(row, "decision_date"),
                    remedy: Message(
                        vi:
                            "đối chiếu văn bản; ghi nhầm ngày hoặc số thì sửa, đúng là hai quyết định của hai nơi thì ghi đủ tên cơ quan ban hành",
                        en: "check the document; mend the date or the number, or name two authorities in full"),
                    notes: [note(usual, "decision_date")])
            }
        }
    }

    /// What the rows of one decision say differently.
    private func contents(_ rows: [Row]) -> [Diagnostic] {
        let levels = Dictionary(grouping: rows.filter { $0.level != nil }, by: { $0.level! })
        let forms = Dictionary(grouping: rows.filter { $0.form != nil }, by: { $0.form! })
        return disagreements(levels.map { (value: $0.key, rows: $0.value) }).map {
            contents($0, $1, .error, "decision-of-two-levels", "level", Message(vi: "cấp", en: "level"), $0.level, $1.level)
        }
            + disagreements(forms.map { (value: $0.key, rows: $0.value) }).map {
                contents(
                    $0, $1, .warning, "decision-of-two-forms", "form", Message(vi: "hình thức khen thưởng", en: "award form"), $0.form,
                    $1.form)
            } + [partlyRevoked(rows)].compactMap { $0 }
    }

    private func contents(
        _ row: Row, _ usual: Row, _ severity: Severity, _ code: String, _ column: String, _ what: Message, _ own: String?, _ other: String?
    ) -> Diagnostic {
        Diagnostic(
            severity, code,
            Message(
                vi: "\(what.vi) của quyết định \(named(row)) ở dòng này là “\(own ?? "")”, ở dòng khác là “\(other ?? "")”",
                en: "the \(what.en) of decision \(row.decision.number) is “\(own ?? "")” here, “\(other ?? "")” elsewhere"),
            at: place(row, column),
            remedy: Message(vi: "đối chiếu quyết định, rồi sửa dòng ghi nhầm", en: "check the decision, then mend the row that is wrong"),
            notes: [note(usual, column)])
    }

    /// A decision revoked in one row and standing in another, where nothing says that only a part was.
    private func partlyRevoked(_ rows: [Row]) -> Diagnostic? {
        let silent = rows.filter { $0.status == .revoked && !$0.namesRevocation }.min { $0.id < $1.id }
        let standing = rows.filter { $0.status != .revoked }.min { $0.id < $1.id }
        guard let silent, let standing else { return nil }
        return Diagnostic(
            .warning, "decision-partly-revoked",
            Message(
                vi: "quyết định \(named(silent)) ở dòng này đã thu hồi, ở dòng khác vẫn còn, mà không ghi thu hồi theo quyết định nào",
                en: "decision \(silent.decision.number) is revoked here and stands elsewhere, and nothing says by which decision"),
            at: place(silent, "status"),
            remedy: Message(
                vi: "thu hồi cả quyết định thì ghi revoked ở mọi dòng; chỉ thu hồi một phần thì ghi revoked_on và revoked_by ở dòng này",
                en: "if all of it was revoked, mark every row; if a part was, fill in revoked_on and revoked_by here"),
            notes: [note(standing, "status")])
    }

    // MARK: Who disagrees

    /// For every value but the usual one, the row that speaks for it, beside one of the usual value. The
    /// usual value is that of most rows, of several the first in order.
    private func disagreements(_ values: [(value: String, rows: [Row])]) -> [(row: Row, usual: Row)] {
        guard values.count > 1 else { return [] }
        let ordered = values.sorted { ($1.rows.count, $0.value) < ($0.rows.count, $1.value) }
        let first = ordered.map { $0.rows.min { $0.id < $1.id }! }
        return first.dropFirst().map { ($0, first[0]) }
    }

    private func named(_ row: Row, withDate: Bool = true) -> String {
        "số \(row.decision.number)" + (withDate ? " ngày \(row.decision.date.vietnamese)" : "") + " của “\(row.decision.authority)”"
    }

    private func place(_ row: Row, _ column: String) -> SourcePlace { registers.place(of: row.reference, column: column) }

    private func note(_ row: Row, _ column: String) -> Diagnostic.Note {
        Diagnostic.Note(Message(vi: "dòng kia, mã “\(row.id)”", en: "the other row, “\(row.id)”"), at: place(row, column))
    }
}
