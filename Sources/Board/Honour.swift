import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers

/// An entry that is shown, with everything that it points at resolved.
package final class Honour: Sendable {
    package let entry: Entry
    package let report: EntryReport
    package let subject: Subject
    package let decision: HonourDecision
    package let programme: Programme
    package let field: Term
    /// The place of the award and those it lay in, from the smallest to the largest.
    package let places: [Place]
    /// The page's address, relative to the base.
    package let route: String
    /// The day on which it first stood on the board; nil where no record tells.
    let firstPublished: CalendarDay?

    init?(_ entry: Entry, _ report: EntryReport, in corpus: Corpus, firstPublished: CalendarDay?) {
        guard let subject = report.subject, let decision = report.honour, let programme = corpus.programme(entry.programmeID.value),
            let field = corpus.vocabulary[.fields][entry.field.value]
        else { return nil }
        self.entry = entry
        self.firstPublished = firstPublished
        self.report = report
        self.subject = subject
        self.decision = decision
        self.programme = programme
        self.field = field
        places = corpus.gazetteer.chain(from: entry.placeID.value)
        route = Route.entry(year: entry.year.value, id: entry.id.value)
    }

    /// Whether the entry is shown as a draft, in a preview only.
    package var isDraft: Bool { report.fate != .published }

    /// The level of the honour: the entry's word, else the decision's, else the plan's only one.
    package var level: String? { programme.level(of: entry, resting: decision) }
}
