import Diagnostics
import Formats
import Registers

/// Asks about decisions of one day that look alike: “02/QĐ-UBND” beside “2/QĐ-UBND”, or one number under two spellings of
/// its authority. They may be two, or one of which somebody wrote the number down otherwise; then each would have a page
/// of its own, and citizens would find half of its honours on either.
struct DecisionLookAlikeCheck {
    let registers: Registers

    /// What one row says of its decision.
    private struct Row {
        var id: String
        var decision: Decision
        var reference: RowReference
    }

    /// A number and an authority, under one form or another, and the day.
    private struct Key: Hashable {
        var number: Int32
        var authority: Int32
        var date: CalendarDay
    }

    func check() -> [Diagnostic] {
        var exact = (numbers: Spellings(DecisionSpelling.number), authorities: Spellings(DecisionSpelling.authority))
        var loose = (numbers: Spellings(DecisionSpelling.looseNumber), authorities: Spellings(DecisionSpelling.looseAuthority))
        var first: [Key: Key] = [:]
        var mixed: Set<Key> = []
        func keys(of decision: Decision) -> (exact: Key, loose: Key) {
            (
                Key(
                    number: exact.numbers.number(of: decision.number), authority: exact.authorities.number(of: decision.authority),
                    date: decision.date),
                Key(
                    number: loose.numbers.number(of: decision.number), authority: loose.authorities.number(of: decision.authority),
                    date: decision.date)
            )
        }
        func forEach(_ body: (Row) -> Void) {
            for row in registers.rows.awards { body(Row(id: row.id, decision: row.decision, reference: row.row)) }
            for row in registers.rows.recognitions { body(Row(id: row.id, decision: row.decision, reference: row.row)) }
        }
        forEach { row in
            let keys = keys(of: row.decision)
            if let other = first[keys.loose] {
                if other != keys.exact { mixed.insert(keys.loose) }
            } else {
                first[keys.loose] = keys.exact
            }
        }
        guard !mixed.isEmpty else { return [] }
        var groups: [Key: [Key: [Row]]] = [:]
        forEach { row in
            let keys = keys(of: row.decision)
            if mixed.contains(keys.loose) { groups[keys.loose, default: [:]][keys.exact, default: []].append(row) }
        }
        return groups.values.flatMap { questions(Array($0.values)) }
    }

    /// One for each spelling but the usual one, which is that of most rows, of several the first in order.
    private func questions(_ spellings: [[Row]]) -> [Diagnostic] {
        let first = spellings.map { rows in (count: rows.count, row: rows.min { $0.id < $1.id }!) }
        let ordered = first.sorted { ($1.count, Self.text($0.row)) < ($0.count, Self.text($1.row)) }
        return ordered.dropFirst().map { question($0.row, usual: ordered[0].row) }
    }

    private static func text(_ row: Row) -> String { "\(row.decision.number)\n\(row.decision.authority)" }

    private func question(_ row: Row, usual: Row) -> Diagnostic {
        let isNumber = DecisionSpelling.number(row.decision.number) != DecisionSpelling.number(usual.decision.number)
        let (own, other) =
            isNumber ? (row.decision.number, usual.decision.number) : (row.decision.authority, usual.decision.authority)
        let column = isNumber ? "decision_no" : "authority"
        return Diagnostic(
            .warning, "decision-look-alike", isNumber ? Self.number(own, other, row.decision) : Self.authority(own, other, row.decision),
            at: registers.place(of: row.reference, column: column), remedy: Self.remedy(other),
            notes: [Diagnostic.Note(Self.other(usual.id), at: registers.place(of: usual.reference, column: column))])
    }
}

extension DecisionLookAlikeCheck {
    fileprivate static func number(_ own: String, _ other: String, _ decision: Decision) -> Message {
        Message(
            vi:
                "quyết định ngày \(decision.date.vietnamese) của “\(decision.authority)” ở dòng này ghi số “\(own)”, ở dòng khác ghi số “\(other)”",
            en: "a decision of \(decision.date.iso) by “\(decision.authority)” has the number “\(own)” here, “\(other)” elsewhere")
    }

    fileprivate static func authority(_ own: String, _ other: String, _ decision: Decision) -> Message {
        Message(
            vi:
                "quyết định số \(decision.number) ngày \(decision.date.vietnamese) ở dòng này ghi là của “\(own)”, ở dòng khác của “\(other)”",
            en: "decision \(decision.number) of \(decision.date.iso) is by “\(own)” here, by “\(other)” elsewhere")
    }

    fileprivate static func remedy(_ other: String) -> Message {
        Message(
            vi: "nếu là một quyết định thì ghi như văn bản ở mọi dòng, ví dụ “\(other)”; nếu đúng là hai quyết định thì để nguyên",
            en: "if this is one decision, write it in all rows as the document has it, such as “\(other)”; if there are two, leave it")
    }

    fileprivate static func other(_ id: String) -> Message {
        Message(vi: "dòng kia, mã “\(id)”", en: "the other row, “\(id)”")
    }
}
