import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers

/// A page of the site, by what it shows.
package enum Page: Sendable, Hashable {
    case home
    /// By index into the plan's honours.
    case entry(Int)
    /// By index into the plan's listings; pages count from 1.
    case listing(Int, page: Int)
    case places, years, fields, programmes
    case statistics
    case search
    /// A page of the honours under a letter; by index into the plan's lists of names.
    case names(Int, page: Int)
    /// A page of the index of decisions.
    case decisions(page: Int)
    /// A page of the corrections and revocations.
    case notices(page: Int)
    /// By index into the plan's tombstones.
    case tombstone(Int)
    /// By index into the plan's texts.
    case text(Int)
    case notFound
    /// The page that explains the open data.
    case openData
    /// The newest honours, for a frame on another page.
    case embed
    /// By index into the plan's old addresses.
    case alias(Int)

    /// Whether the sitemap names the page.
    package var isListed: Bool {
        switch self {
        case .tombstone, .notFound, .embed, .alias: false
        case .home, .entry, .listing, .places, .years, .fields, .programmes, .statistics, .decisions, .notices, .text, .openData: true
        case .search, .names: true
        }
    }
}

/// Every page of the site and every file that goes with it: what `build` renders in whole, and `serve`
/// one page at a time. A class, since every page that is rendered holds it.
package final class SitePlan: Sendable {
    package let configuration: SiteConfiguration
    package let corpus: Corpus
    package let report: CheckReport
    package let asOf: CalendarDay
    /// In the order of the list of all honours: by year, the latest first, then as Vietnamese orders.
    package let honours: [Honour]
    package let listings: [Listing]
    /// Listings by their route.
    package let listingByRoute: [String: Int]
    /// The list from A to Z, by letter.
    package let nameLists: [NameList]
    package let texts: [TextPage]
    package let pages: [Page]
    package let files: FilePlan
    package let honourByPath: [String: Int]
    /// In the order of the corpus's entries.
    package let tombstones: [Tombstone]
    /// The addresses that honours had before.
    package let aliases: [Alias]
    /// The lists of decisions, the latest decision first.
    package let decisionListings: [Listing]
    /// Corrections and revocations, the latest first.
    package let notices: [Notice]
    private let decisionAddresses: DecisionAddresses
    /// The pages by their addresses.
    package let pageByRoute: [String: Page]
    /// The routes of files that are neither pages nor pictures.
    private let fileRoutes: Set<String>
    /// The addresses that entries would have which are not shown.
    private let unpublishedRoutes: Set<String>
    /// What is wrong with the plan and concerns no single entry: two pages at one address, links that lead nowhere.
    package let diagnostics: [Diagnostic]
    /// The same of single entries, by their paths.
    package let entryDiagnostics: [String: [Diagnostic]]

    init(
        configuration: SiteConfiguration, corpus: Corpus, report: CheckReport, asOf: CalendarDay, honours: [Honour], listings: [Listing],
        nameLists: [NameList], tombstones: [Tombstone], notices: [Notice], decisionAddresses: DecisionAddresses, pages: [Page],
        files: FilePlan
    ) {
        self.configuration = configuration
        self.corpus = corpus
        self.report = report
        self.asOf = asOf
        self.honours = honours
        self.listings = listings
        self.nameLists = nameLists
        self.tombstones = tombstones
        self.notices = notices
        self.decisionAddresses = decisionAddresses
        self.pages = pages
        self.files = files
        decisionListings = listings.filter { if case .decision = $0.kind { true } else { false } }
        texts = corpus.texts
        listingByRoute = Dictionary(listings.indices.map { (listings[$0].route, $0) }, uniquingKeysWith: { first, _ in first })
        honourByPath = Dictionary(honours.enumerated().map { ($1.entry.path, $0) }, uniquingKeysWith: { first, _ in first })
        aliases = []
        pageByRoute = [:]
        fileRoutes = []
        unpublishedRoutes = []
        diagnostics = []
        entryDiagnostics = [:]
    }

    /// The same plan with old addresses.
    convenience init(_ plan: SitePlan, _ addresses: AddressCheck, unpublishedRoutes: Set<String>) {
        var pageByRoute = addresses.pageByRoute
        for (index, alias) in addresses.aliases.enumerated() { pageByRoute[alias.route] = .alias(index) }
        self.init(
            plan, pages: plan.pages + addresses.aliases.indices.map { .alias($0) }, aliases: addresses.aliases, pageByRoute: pageByRoute,
            unpublishedRoutes: unpublishedRoutes, diagnostics: [], entryDiagnostics: [:])
    }

    /// The same plan with what was found wrong with it.
    convenience init(_ plan: SitePlan, diagnostics: [Diagnostic], entryDiagnostics: [String: [Diagnostic]]) {
        self.init(
            plan, pages: plan.pages, aliases: plan.aliases, pageByRoute: plan.pageByRoute, unpublishedRoutes: plan.unpublishedRoutes,
            diagnostics: diagnostics, entryDiagnostics: entryDiagnostics)
    }

    private init(
        _ plan: SitePlan, pages: [Page], aliases: [Alias], pageByRoute: [String: Page], unpublishedRoutes: Set<String>,
        diagnostics: [Diagnostic], entryDiagnostics: [String: [Diagnostic]]
    ) {
        configuration = plan.configuration
        corpus = plan.corpus
        report = plan.report
        asOf = plan.asOf
        honours = plan.honours
        listings = plan.listings
        nameLists = plan.nameLists
        tombstones = plan.tombstones
        notices = plan.notices
        decisionAddresses = plan.decisionAddresses
        decisionListings = plan.decisionListings
        files = plan.files
        texts = plan.texts
        listingByRoute = plan.listingByRoute
        honourByPath = plan.honourByPath
        self.pages = pages
        self.aliases = aliases
        self.pageByRoute = pageByRoute
        fileRoutes = Set(plan.documentRoutes).union(files.routes.values)
        self.unpublishedRoutes = unpublishedRoutes
        self.diagnostics = diagnostics
        self.entryDiagnostics = entryDiagnostics
    }

    /// The page at an address, with or without the slash at its end.
    package func page(at route: String) -> Page? { pageByRoute[route] ?? pageByRoute[route + "/"] }

    /// Whether a page or a file of the plan answers at a route, `index.html` or not.
    package func hasFile(_ route: String) -> Bool {
        if pageByRoute[route] != nil || fileRoutes.contains(route) || files.picture(at: route) != nil { return true }
        // Which files the index has depends on the words of all stories.
        if route.hasPrefix(Route.searchIndex) { return true }
        let index = "index.html"
        return (route == index || route.hasSuffix("/" + index)) && pageByRoute[String(route.dropLast(index.count))] != nil
    }

    /// The story or the text that stands on a page; nil where none does.
    package func body(of page: Page) -> Entry.Body? {
        switch page {
        case .entry(let index): honours[index].entry.body
        case .text(let index): texts[index].body
        default: nil
        }
    }

    /// Whether an address, with or without the slash at its end, is that of an entry which is not shown.
    package func isUnpublished(_ route: String) -> Bool {
        unpublishedRoutes.contains(route) || unpublishedRoutes.contains(route + "/")
    }

    /// The page's address, relative to the base.
    package func route(of page: Page) -> String {
        switch page {
        case .home: Route.home
        case .entry(let index): honours[index].route
        case .listing(let index, let page): Route.page(page, of: listings[index].route)
        case .places: Route.places
        case .years: Route.years
        case .fields: Route.fields
        case .programmes: Route.programmes
        case .statistics: Route.statistics
        case .search: Route.search
        case .names(let index, let page): Route.page(page, of: nameLists[index].route)
        case .decisions(let page): Route.page(page, of: Route.decisions)
        case .notices(let page): Route.page(page, of: Route.notices)
        case .tombstone(let index): tombstones[index].route
        case .text(let index): texts[index].route
        case .notFound: Route.notFound
        case .openData: Route.openData
        case .embed: Route.embed
        case .alias(let index): aliases[index].route
        }
    }

    /// The list at an address; nil where none begins there.
    package func listing(at route: String) -> Listing? { listingByRoute[route].map { listings[$0] } }

    /// The honours on either side in the list of all honours.
    package func neighbours(of index: Int) -> (previous: Honour?, next: Honour?) {
        (index > 0 ? honours[index - 1] : nil, index + 1 < honours.count ? honours[index + 1] : nil)
    }

    /// The honours that came onto the board last, the latest first.
    package func newest(_ count: Int) -> [Int] {
        let days = honours.map(\.shownFrom)
        // Equal days keep the list's order, so that the same board always opens the same way.
        return Array(honours.indices.sorted { days[$0] != days[$1] ? days[$0] > days[$1] : $0 < $1 }.prefix(count))
    }

    // MARK: Decisions and notices

    /// The page of a decision; nil where no honour that is shown rests on it.
    package func route(of decision: Decision) -> String? { decisionAddresses[decision] }

    /// A decision's part of its address.
    func slug(of decision: DecisionKey) -> String? { decisionAddresses.slug(of: decision) }

    /// How the lists of decisions fall on pages of their index.
    package var decisionPages: Pages { Pages(items: decisionListings.count, size: configuration.pageSize) }

    /// How the notices fall on pages.
    package var noticePages: Pages { Pages(items: notices.count, size: configuration.pageSize) }

    // MARK: Places

    /// The places that lie in no other and have honours, as Vietnamese orders their names.
    package func topPlaces() -> [Place] {
        corpus.gazetteer.placesInOrder.filter { $0.parentID == nil && listingByRoute[Route.place($0.id)] != nil }
    }

    /// The places within a place that have honours, as Vietnamese orders their names.
    package func childrenWithHonours(of id: String) -> [Place] {
        corpus.gazetteer.children(of: id).filter { listingByRoute[Route.place($0.id)] != nil }
    }

    /// What a place that has ended is today.
    package func placesToday(for place: Place) -> [Place] { corpus.gazetteer.inOrder(corpus.gazetteer.today(for: place, on: asOf)) }

    /// The ids of all places that an honour belongs to: those of the day of the award, and what they became.
    package func placesThenAndNow(of honour: Honour) -> Set<String> { corpus.gazetteer.placesThenAndNow(of: honour.places) }

    // MARK: Around an honour

    /// Up to three honours near this one: of its commune, then of its district, then of its field; the neighbours,
    /// which the page links to anyway, are left out.
    package func related(to index: Int) -> [Int] {
        let honour = honours[index]
        let routes = honour.places.map { Route.place($0.id) } + [Route.field(honour.field.slug)]
        var found: [Int] = []
        for route in routes {
            guard let listing = listing(at: route) else { continue }
            let own = listing.honours.partitioningIndex { $0 >= Int32(index) }
            // Those that stand behind it in the list, then from the start: every page leads on to others.
            for offset in 1..<max(2, min(listing.honours.count, 8)) {
                let other = Int(listing.honours[(own + offset) % listing.honours.count])
                if abs(other - index) > 1, !found.contains(other) { found.append(other) }
                if found.count == 3 { return found }
            }
        }
        return found
    }
}

extension Array where Element == Int32 {
    /// The first index whose element meets the predicate, in an array where all that do stand behind
    /// those that don't.
    func partitioningIndex(where predicate: (Int32) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if predicate(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
