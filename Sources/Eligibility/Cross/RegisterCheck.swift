import Diagnostics
import Registers

/// What registers say against one another, whatever entries there are.
///
/// Every part passes over its rows once, with dictionaries, and says the same in whatever order they stand.
struct RegisterCheck {
    /// A finding about one row. An entry that rests on the row says it of itself, at its own place.
    struct RowFinding: Sendable {
        var row: RowReference
        var diagnostic: Diagnostic
    }

    /// What was found.
    struct Findings: Sendable {
        var ofRows: [RowFinding] = []
        var others: [Diagnostic] = []

        /// All of it, without what the entries that rest on these rows say themselves.
        func diagnostics(besides rows: Set<RowReference>) -> [Diagnostic] {
            ofRows.lazy.filter { !rows.contains($0.row) }.map(\.diagnostic) + others
        }
    }

    let corpus: Corpus

    func check() -> Findings {
        Findings(
            ofRows: DayCheck(corpus: corpus).check(),
            others: UnknownIDCheck(corpus: corpus).check() + DecisionCheck(registers: corpus.registers).check()
                + SameSubjectCheck(registers: corpus.registers).check() + OrganisationCircleCheck(registers: corpus.registers).check())
    }
}
