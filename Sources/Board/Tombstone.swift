import Diagnostics
import Eligibility
import Entries
import Formats
import Vietnamese

/// What stands at the address of an honour that is no longer shown: who kept the address learns that the page
/// is gone for a reason, and nothing of whom it honoured.
package struct Tombstone: Sendable {
    /// Why the honour is not shown.
    package enum Reason: Sendable {
        /// A later decision revoked the one that it rested on.
        case revoked(by: String?, on: CalendarDay?)
        /// It was withdrawn, or taken down; nobody is told why.
        case withdrawn
        /// Its decision is being looked into; nobody is told why.
        case underReview
    }

    package let id: String
    /// The address that the honour had, relative to the base.
    package let route: String
    package let reason: Reason
    /// The entry, for its old addresses; nil where its file can't be read. No page may show any of it.
    let entry: Entry?

    /// Nil where the entry leaves none: where it never could be on the board, or has no address of its own.
    init?(_ source: SourceEntry, _ report: EntryReport, asOf: CalendarDay) {
        switch report.fate {
        case .revoked: reason = .revoked(by: report.honour?.revokedBy, on: report.honour?.revokedOn)
        case .withdrawn: reason = .withdrawn
        case .underReview: reason = .underReview
        case .published, .draft, .scheduled, .withheld: return nil
        }
        // A draft whose consent was withdrawn is a draft all the same; one that was taken down was on the board.
        guard source.status != .draft || source.isTakenDown else { return nil }
        // What was not due yet was never shown.
        for first in [source.entry?.publication.from, report.honour?.publicFrom] {
            if let first, asOf < first { return nil }
        }
        guard let year = source.entry?.year.value ?? source.folderYear, Slug.isValid(source.id) else { return nil }
        id = source.id
        entry = source.entry
        route = Route.entry(year: year, id: source.id)
    }
}

extension SourceEntry {
    /// The year whose folder the file stands in: `content/entries/2024/…`.
    fileprivate var folderYear: Int? {
        let parts = path.split(separator: "/")
        return parts.count > 3 ? Int(parts[2]).flatMap { 1945...2100 ~= $0 ? $0 : nil } : nil
    }
}
