import Diagnostics
import Programmes
import Registers

/// What is wrong with an entry's score sheet, or with one of its lines.
struct SheetProblem: Sendable {
    /// Whether rows contradict the form, or one another. Otherwise the register only does not tell.
    var isContradiction: Bool
    var code: String
    var found: Message
    var remedy: Message
    var place: SourcePlace
    /// The rows that it speaks of.
    var rows: [RowReference] = []
    var notes: [Diagnostic.Note] = []
    /// The criterion that has no points because of it; nil where it concerns the whole sheet.
    var criterion: Int?

    func finding(_ required: Message) -> Finding {
        Finding(code, found: found, required: required, remedy: remedy, at: place, notes: notes)
    }

    /// The answer of a rule that can't be judged on such a sheet.
    func unknown(_ required: Message) -> Verdict { .unknown(rows, finding(required)) }

    /// The answer of the rule that asks for the sheet itself.
    func verdict(_ required: Message) -> Verdict { isContradiction ? .fail(rows, finding(required)) : unknown(required) }
}

extension [SheetProblem] {
    /// One answer for all of them: the worst first, the others as notes. Nil, without a word made, where there
    /// are none.
    func verdict(_ required: @autoclosure () -> Message, asUnknown: Bool = false) -> Verdict? {
        let ordered = filter(\.isContradiction) + filter { !$0.isContradiction }
        guard var worst = ordered.first else { return nil }
        worst.rows = ordered.flatMap(\.rows)
        worst.notes += ordered.dropFirst().flatMap { [Diagnostic.Note($0.found, at: $0.place)] + $0.notes }
        return asUnknown ? worst.unknown(required()) : worst.verdict(required())
    }
}

extension [Int] {
    /// Numbers as a sentence lists them: “2, 7 và 9”.
    var listed: Message {
        guard let last, count > 1 else { return Message(first.map(String.init) ?? "") }
        let others = dropLast().map(String.init).joined(separator: ", ")
        return Message(vi: "\(others) và \(last)", en: "\(others) and \(last)")
    }
}
