import Board
import Entries
import TestSupport
import Testing

/// The kinds of pages that a board has. Each is looked at on the sample board by one page of the kind.
enum PageKind: String, CaseIterable, CustomTestStringConvertible {
    case home, list, entry
    case places, place, years, year, fields, field, programmes, programme, decisions, decision
    case notices, tombstone, text, notFound
    case search, names, statistics, openData, embed

    var testDescription: String { rawValue }

    /// Whether the page stands by itself, with the board's head and foot: one within another page's frame has none.
    var hasFrame: Bool { self != .embed }

    /// The route of the kind's richest page on a board.
    func route(on site: BuiltSite) throws -> String {
        let plan = site.plan
        let pages = plan.pages.filter { PageKind($0, of: plan) == self }
        let page = pages.max { weight(of: $0, plan) < weight(of: $1, plan) }
        guard let page else { throw SiteFixture.Mistake(words: "the board has no page of the kind “\(rawValue)”") }
        return plan.route(of: page)
    }

    /// How much there is to see on a page: videos, pictures, honours.
    private func weight(of page: Page, _ plan: SitePlan) -> Int {
        switch page {
        case .entry(let index):
            let entry = plan.honours[index].entry
            return entry.videos.count { if case .file = $0.source { true } else { false } } * 100 + entry.videos.count * 10
                + entry.photos.count
        case .listing(let index, let page): return plan.listings[index].honours(onPage: page).count
        default: return 0
        }
    }

    init?(_ page: Page, of plan: SitePlan) {
        switch page {
        case .home: self = .home
        case .entry: self = .entry
        case .listing(let index, _): self = Self.kind(of: plan.listings[index])
        case .places: self = .places
        case .years: self = .years
        case .fields: self = .fields
        case .programmes: self = .programmes
        case .decisions: self = .decisions
        case .statistics: self = .statistics
        case .notices: self = .notices
        case .tombstone: self = .tombstone
        case .text: self = .text
        case .notFound: self = .notFound
        case .search: self = .search
        case .names: self = .names
        case .openData: self = .openData
        case .embed: self = .embed
        // An old address: the browser is gone before one could look.
        case .alias: return nil
        @unknown default: return nil
        }
    }

    private static func kind(of listing: Listing) -> PageKind {
        switch listing.kind {
        case .all: .list
        case .place: .place
        case .year: .year
        case .field: .field
        case .programme: .programme
        case .decision: .decision
        }
    }
}
