import Diagnostics
import Formats
import Registers
import Vietnamese

/// Holds rows of one decision against one another. Number, date and authority make a decision: two rows of
/// one must agree in what the whole of it says, and one number that an authority dated twice in a year is
/// most likely a slip of the pen, since numbers begin anew each year.
struct DecisionCheck {
    private let registers: Registers
    private let rows: [Row]

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
    }

    /// A number and an authority as they were written; many rows share them.
    private struct Written: Hashable {
        var number: String
        var authority: String
    }

    init(registers: Registers) {
        self.registers = registers
        rows =
            registers.rows.awards.map { row in
                Row(
                    id: row.id, decision: row.decision, level: row.level, form: row.form, status: row.status,
                    namesRevocation: row.revokedOn != nil || row.revokedBy != nil, reference: row.row)
            }
            + registers.rows.recognitions.map { row in
                Row(
                    id: row.id, decision: row.decision, level: row.level, form: nil, status: row.status,
                    namesRevocation: row.revokedOn != nil || row.revokedBy != nil, reference: row.row)
            }
    }

    func check() -> [Diagnostic] {
        rows.compactMap(contradiction)
            + groups().flatMap { group in
                let days = Dictionary(grouping: group, by: \.decision.date)
                return slips(days) + days.values.lazy.filter { $0.count > 1 }.flatMap(contents)
            }
    }

    /// The rows of one number and authority, however these are spelt; only groups of several rows.
    private func groups() -> [[Row]] {
        var numbers: [Written: Int] = [:]
        var spellings: [Written: Int] = [:]
        var groups: [[Row]] = []
        for row in rows {
            let written = Written(number: row.decision.number, authority: row.decision.authority)
            if let group = numbers[written] {
                groups[group].append(row)
                continue
            }
            let spelt = Written(
                number: Fold.comparable(written.number, ignoringCase: true),
                authority: Fold.comparable(written.authority, ignoringCase: true))
            let group = spellings[spelt] ?? groups.count
            if group == groups.count { groups.append([]) }
            (numbers[written], spellings[spelt]) = (group, group)
            groups[group].append(row)
        }
        return groups.filter { $0.count > 1 }
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
