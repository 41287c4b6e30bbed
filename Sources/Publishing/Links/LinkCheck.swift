import Board
import Diagnostics
import Entries
import Formats
import Rendering
import Synchronization

/// Holds every link of the rendered pages against what was written: what stories link to is checked when the site is
/// planned, this finds what templates get wrong, before anything of the site is put in place.
///
/// Pages are looked at as they pass. Of each address only a fingerprint and the first page that has it are kept; for one
/// that leads nowhere the page is rendered once more to find its words.
final class LinkCheck: Sendable {
    private let plan: SitePlan
    private let renderer: PageRenderer
    private let templates: TemplateLinks?
    private let gathered = Mutex(Gathered())

    /// Something on another page.
    fileprivate struct Place: Hashable {
        var route: Fingerprint
        var fragment: Fingerprint
    }

    /// By what is pointed at, the first page that does: an index into the plan's pages.
    struct Gathered {
        /// Links that say the same on every page, and were followed.
        fileprivate var followed = FingerprintTable()
        fileprivate var routes: [Fingerprint: Int] = [:]
        fileprivate var places: [Place: Int] = [:]
        /// Names on the same page that are not there.
        fileprivate var missing: [Fingerprint: Int] = [:]
        fileprivate var firstEmpty: Int?
        /// The routes that links name, where they are kept.
        fileprivate var words: [Fingerprint: String] = [:]
        private let keepsWords: Bool

        /// - Parameter keepsWords: whether the routes themselves are kept, for a look at few pages.
        init(keepsWords: Bool = false) { self.keepsWords = keepsWords }

        fileprivate mutating func note(_ route: [UInt8], _ fingerprint: Fingerprint) {
            if keepsWords { words[fingerprint] = String(decoding: route, as: UTF8.self) }
        }

        fileprivate mutating func merge(_ other: Gathered) {
            routes.merge(other.routes, uniquingKeysWith: min)
            places.merge(other.places, uniquingKeysWith: min)
            missing.merge(other.missing, uniquingKeysWith: min)
            firstEmpty = [firstEmpty, other.firstEmpty].compactMap { $0 }.min()
        }
    }

    /// - Parameter templates: the links of the site's templates, to say where a broken one stands.
    init(_ plan: SitePlan, _ renderer: PageRenderer, _ templates: TemplateLinks? = nil) {
        self.plan = plan
        self.templates = templates
        self.renderer = renderer
    }

    /// Looks at a page.
    func look(at html: [UInt8], page: Int, _ gathered: inout Gathered) {
        let route = plan.route(of: plan.pages[page])
        var names: Set<Fingerprint> = []
        var wanted: [Fingerprint] = []
        LinkScanner.scan(html) { finding in
            switch finding {
            case .id(let name): names.insert(Fingerprint(name))
            case .link(let link):
                // From the root of a host or beyond it, an address means the same everywhere: most links of a page are such,
                // and most stand on many pages.
                if link.first == UInt8(ascii: "/") || link.starts(with: "http".utf8), !gathered.followed.insert(Fingerprint(link)) {
                    break
                }
                switch LinkTarget(link, on: route, base: plan.configuration.base) {
                case .elsewhere: break
                case .empty: gathered.firstEmpty = min(gathered.firstEmpty ?? page, page)
                case .samePage(let fragment): if !Self.isTop(fragment) { wanted.append(Fingerprint(fragment)) }
                case .board(let words, let fragment):
                    let route = Fingerprint(words)
                    gathered.note(words, route)
                    gathered.routes[route] = min(gathered.routes[route] ?? page, page)
                    guard !Self.isTop(fragment) else { break }
                    let place = Place(route: route, fragment: Fingerprint(fragment))
                    gathered.places[place] = min(gathered.places[place] ?? page, page)
                }
            }
        }
        for name in wanted where !names.contains(name) { gathered.missing[name] = min(gathered.missing[name] ?? page, page) }
    }

    func add(_ part: Gathered) {
        gathered.withLock { $0.merge(part) }
    }

    /// The top of a page needs no name (WHATWG HTML, "Scroll to the fragment").
    private static func isTop(_ fragment: [UInt8]) -> Bool { fragment.isEmpty || fragment.elementsEqual("top".utf8) }

    // MARK: The verdict

    /// Everything that leads nowhere.
    ///
    /// - Parameter files: all that the site consists of, by their paths in the output folder.
    func findings(files: Set<String>) throws -> [Diagnostic] {
        let gathered = gathered.withLock { $0 }
        var known: Set<Fingerprint> = []
        known.reserveCapacity(files.count * 2)
        for file in files {
            known.insert(Fingerprint(file.utf8))
            if file == "index.html" || file.hasSuffix("/index.html") {
                known.insert(Fingerprint(file.utf8.dropLast("index.html".utf8.count)))
            }
        }
        return try findings(gathered) { known.contains($0) }
    }

    /// Everything that leads nowhere of what was gathered with its words.
    ///
    /// - Parameter isThere: whether something answers at a route.
    func findings(in gathered: Gathered, isThere: (String) -> Bool) throws -> [Diagnostic] {
        try findings(gathered) { route in gathered.words[route].map(isThere) ?? false }
    }

    private func findings(_ gathered: Gathered, _ isKnown: (Fingerprint) -> Bool) throws -> [Diagnostic] {
        var broken: [(page: Int, problem: Problem)] = []
        for (route, page) in gathered.routes where !isKnown(route) { broken.append((page, .noFile(route))) }
        for (name, page) in gathered.missing { broken.append((page, .noName(name))) }
        if let page = gathered.firstEmpty { broken.append((page, .empty)) }
        let places = gathered.places.filter { isKnown($0.key.route) }
        for (page, place) in try missingPlaces(places) { broken.append((page, .noPlace(place))) }

        var diagnostics: [Diagnostic] = []
        for page in Set(broken.map(\.page)).sorted().prefix(Self.shown) {
            diagnostics += try words(for: broken.filter { $0.page == page }.map(\.problem), on: page)
        }
        return diagnostics
    }

    /// How many pages are named; a mistake in a template is soon seen.
    private static let shown = 50

    private enum Problem {
        case noFile(Fingerprint)
        case noName(Fingerprint)
        case noPlace(Place)
        case empty
    }

    /// Of things on other pages, those that are not there; each of the pages is rendered once more.
    private func missingPlaces(_ places: [Place: Int]) throws -> [(page: Int, place: Place)] {
        guard !places.isEmpty else { return [] }
        let wanted = Set(places.keys.map(\.route))
        var names: [Fingerprint: Set<Fingerprint>] = [:]
        for page in plan.pages {
            let route = Fingerprint(plan.route(of: page).utf8)
            guard wanted.contains(route) else { continue }
            LinkScanner.scan(try html(of: page)) { finding in
                if case .id(let name) = finding { names[route, default: []].insert(Fingerprint(name)) }
            }
        }
        return places.filter { names[$0.key.route]?.contains($0.key.fragment) != true }.map { ($0.value, $0.key) }
    }

    private func html(of page: Page) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try renderer.render(page, into: &bytes)
        return bytes
    }

    /// The problems of a page in words, in its order, each link once.
    private func words(for problems: [Problem], on index: Int) throws -> [Diagnostic] {
        let page = plan.pages[index]
        let route = plan.route(of: page)
        var links: [String] = []
        LinkScanner.scan(try html(of: page)) { finding in
            guard case .link(let link) = finding else { return }
            let target = LinkTarget(link, on: route, base: plan.configuration.base)
            let text = String(decoding: link, as: UTF8.self)
            if problems.contains(where: { Self.matches(target, $0) }), !links.contains(text) { links.append(text) }
        }
        return links.map { link in
            Diagnostic(
                .error, "page-link-broken",
                link.isEmpty
                    ? Message(vi: "trang /\(route) có một liên kết trống", en: "the page /\(route) has an empty link")
                    : Message(
                        vi: "trang /\(route) có liên kết “\(link)” không dẫn tới đâu cả",
                        en: "on the page /\(route) the link “\(link)” leads nowhere"),
                at: (link.isEmpty ? nil : templates?.place(of: Array(link.utf8))) ?? source(of: page),
                remedy: Message(
                    vi: "sửa liên kết trong mẫu của trang (site-templates/), hoặc trong bài nếu bài ghi nó",
                    en: "mend it in the page's template (site-templates/), or in the entry where it stands there"))
        }
    }

    private static func matches(_ target: LinkTarget, _ problem: Problem) -> Bool {
        switch (target, problem) {
        case (.empty, .empty): true
        case (.samePage(let fragment), .noName(let name)): Fingerprint(fragment) == name
        case (.board(let route, _), .noFile(let file)): Fingerprint(route) == file
        case (.board(let route, let fragment), .noPlace(let place)):
            Fingerprint(route) == place.route && Fingerprint(fragment) == place.fragment
        default: false
        }
    }

    private func source(of page: Page) -> SourcePlace? {
        switch page {
        case .entry(let index): SourcePlace(path: plan.honours[index].entry.path)
        case .text(let index): SourcePlace(path: plan.texts[index].path)
        default: nil
        }
    }
}

/// Pages that were about to be written have links that lead nowhere.
struct BrokenLinks: Error {
    var diagnostics: [Diagnostic]
}
