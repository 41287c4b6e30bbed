import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers

extension Honour {
    /// The day on which the board first showed it. Where no record tells, the first on which it could: that of its decision,
    /// unless it was to become public later.
    package var shownFrom: CalendarDay {
        let decided = decision.decision.date
        return [firstPublished, entry.publication.from, decision.publicFrom].compactMap { $0 }.reduce(decided, max)
    }

    /// The day on which what it says last changed: when it could first be shown, or was last put right.
    package var updatedOn: CalendarDay { entry.corrections.map(\.on.value).reduce(shownFrom, max) }
}

/// The day on which each page last changed, so far as the board's own records tell.
///
/// Neither the clock nor the times of files are asked: the same content and the same `AddressRecord` give the same days on
/// every machine, and a day is stated only where something of it is recorded. An honour changes when it was first shown,
/// when it was put right, and when a reform changed what its place is today; a list with any of its honours; what
/// gathers whole lists also when something was revoked. A page of text has no day.
package struct ChangeDays: Sendable {
    private let plan: SitePlan
    /// By index into the plan's honours.
    private let ofHonours: [CalendarDay]
    /// By index into the plan's listings.
    private let ofListings: [CalendarDay?]
    /// The latest of everything.
    private let latest: CalendarDay?

    package init(_ plan: SitePlan) {
        self.plan = plan
        var reforms: [String: CalendarDay?] = [:]
        let ofHonours = plan.honours.map { honour in
            let place = honour.entry.placeID.value
            let reform = reforms[place] ?? plan.lastReform(of: place)
            reforms[place] = reform
            return max(honour.updatedOn, reform ?? honour.updatedOn)
        }
        var byProgramme: [String: CalendarDay] = [:]
        var byYear: [Int: CalendarDay] = [:]
        for notice in plan.notices {
            guard case .revocation(let programme, let year, _, _) = notice.kind, let day = notice.day else { continue }
            byYear[year] = max(byYear[year] ?? day, day)
            if let id = programme?.id { byProgramme[id] = max(byProgramme[id] ?? day, day) }
        }
        self.ofHonours = ofHonours
        ofListings = plan.listings.map { listing in
            let members = listing.honours.lazy.map { ofHonours[Int($0)] }.max()
            let own: CalendarDay? =
                switch listing.kind {
                case .all: byYear.values.max()
                case .year(let year): byYear[year]
                case .programme(let programme): byProgramme[programme.id]
                case .place(let place): plan.lastReform(of: place.id)
                case .field, .decision: nil
                }
            return [members, own].compactMap { $0 }.max()
        }
        latest = (ofHonours + byYear.values).max()
    }

    /// The page's day; nil where no record tells one.
    package subscript(page: Page) -> CalendarDay? {
        switch page {
        case .entry(let index): ofHonours[index]
        case .listing(let index, _): ofListings[index]
        case .notices: plan.notices.compactMap(\.day).max()
        case .text, .notFound, .tombstone, .alias: nil
        default: latest
        }
    }

}

extension SitePlan {
    /// The day on which the place, or one around it, last began, ended or became another, up to the day of the plan.
    fileprivate func lastReform(of id: String) -> CalendarDay? {
        let chain = corpus.gazetteer.chain(from: id)
        let began = (chain + corpus.gazetteer.followers(of: id)).compactMap(\.validFrom)
        let ended = chain.compactMap { $0.validTo?.adding(days: 1) }
        return (began + ended).filter { $0 <= asOf }.max()
    }
}
