import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers

/// The Atom feeds (RFC 4287): of all honours, of each field and of each place that lies in no other.
///
/// A feed begins with what changed last, so that who follows it also meets what was put right. Its entries carry no
/// pictures: a reader would fetch them as attachments, and show none the better for it.
enum FeedRenderer {
    /// How many honours a feed holds.
    static let entryCount = 50

    static let mediaType = "application/atom+xml; charset=utf-8"

    /// A feed by what it gathers.
    private struct Feed: Sendable {
        var title: String
        var subtitle: String
        /// The page that shows the same, and the feed's identity for ever.
        var route: String
        var honours: [Int]
    }

    static func documents(_ plan: SitePlan) -> [SiteDocument] {
        let configuration = plan.configuration
        let whole = Feed(
            title: configuration.title, subtitle: configuration.tagline, route: Route.home, honours: Array(plan.honours.indices))
        let parts = plan.feedListings.map { listing in
            Feed(title: title(of: listing, on: plan), subtitle: "", route: listing.route, honours: listing.honours.map(Int.init))
        }
        return ([whole] + parts).map { feed in SiteDocument(Route.feed(of: feed.route), mediaType) { render(feed, plan) } }
    }

    /// What a list's feed is called.
    static func title(of listing: Listing, on plan: SitePlan) -> String {
        switch listing.kind {
        case .field(let field): "\(plan.configuration.title) – \(field.name)"
        case .place(let place): "\(plan.configuration.title) – \(place.fullName)"
        case .all, .year, .programme, .decision: plan.configuration.title
        }
    }

    private static func render(_ feed: Feed, _ plan: SitePlan) -> [UInt8] {
        let base = plan.configuration.base.absolute
        let honours = latest(feed.honours, of: plan)
        var xml = XMLWriter()
        xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n")
        xml.element("title", feed.title)
        if !feed.subtitle.isEmpty { xml.element("subtitle", feed.subtitle) }
        xml.element("id", base + feed.route)
        xml.empty("link", ["rel": "alternate", "type": "text/html", "href": base + feed.route])
        xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": base + Route.feed(of: feed.route)])
        // A feed must tell a day; one without entries has none but the day of the build.
        xml.element("updated", timestamp(honours.first?.updatedOn ?? plan.asOf))
        xml.raw("<author>")
        xml.element("name", plan.configuration.publisher.name)
        xml.raw("</author>\n")
        for honour in honours { entry(honour, base, &xml) }
        xml.raw("</feed>\n")
        return xml.bytes
    }

    private static func entry(_ honour: Honour, _ base: String, _ xml: inout XMLWriter) {
        xml.raw("<entry>\n")
        xml.element("title", honour.entry.title)
        xml.element("id", base + honour.route)
        xml.empty("link", ["rel": "alternate", "type": "text/html", "href": base + honour.route])
        xml.element("published", timestamp(honour.shownFrom))
        xml.element("updated", timestamp(honour.updatedOn))
        xml.empty("category", ["term": honour.field.slug, "label": honour.field.name])
        xml.element("summary", honour.entry.summary.value)
        xml.raw("</entry>\n")
    }

    /// Those that changed last; of one day in the order of the lists.
    private static func latest(_ honours: [Int], of plan: SitePlan) -> [Honour] {
        let dated = honours.map { (index: $0, day: plan.honours[$0].updatedOn) }
        return dated.sorted { $0.day != $1.day ? $0.day > $1.day : $0.index < $1.index }.prefix(entryCount).map { plan.honours[$0.index] }
    }

    /// A calendar day as an instant: its beginning in Vietnam, which keeps UTC+7 all year.
    private static func timestamp(_ day: CalendarDay) -> String { "\(day.iso)T00:00:00+07:00" }
}
