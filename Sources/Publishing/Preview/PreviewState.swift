import Board
import Diagnostics
import Digests
import Eligibility
import Entries
import Formats
import Glibc
import Pictures
import Rendering
import Synchronization
import Templates

/// A board as a preview shows it until the next refresh: all that answers are made from. Never changes.
final class PreviewState: Sendable {
    let folder: BoardFolder
    let evaluation: BoardEvaluation
    /// The day as of which it was judged.
    let day: CalendarDay
    /// Nil where there were never a `site.yaml` and templates that could be used.
    let renderer: PageRenderer?
    /// The design that pages are rendered with: the last one without errors.
    let design: DesignInputs
    /// Whether pages are shown with a `site.yaml` or templates of before, since the present ones have errors.
    let isOldPartly: Bool
    /// Whether something was written only just now, so that its stamp says little.
    let hasFreshFiles: Bool
    /// What is there and could not be read.
    let unreadableFiles: Set<String>
    private let index: Index
    /// Findings by the route of an entry that can't be shown as a page.
    private let unreadable: [String: [Diagnostic]]
    private let search = Mutex<[String: [UInt8]]?>(nil)
    private let documents = Mutex<[String: SiteDocument]?>(nil)

    /// What a plan has at which address. One object for as long as the plan is one.
    private final class Index: Sendable {
        let plan: SitePlan?
        let pages: [String: Page]
        /// Content paths by the routes under which they are published.
        let files: [String: String]

        init(_ plan: SitePlan?) {
            self.plan = plan
            pages = Dictionary(plan?.pages.map { [plan] in (plan!.route(of: $0), $0) } ?? [], uniquingKeysWith: { first, _ in first })
            files = Dictionary(plan?.files.routes.map { ($1, $0) } ?? [], uniquingKeysWith: { first, _ in first })
        }
    }

    /// - Parameter before: the state that it follows, parts of which may still hold.
    init(
        folder: BoardFolder, evaluation: BoardEvaluation, day: CalendarDay, renderer: PageRenderer?, design: DesignInputs,
        isOldPartly: Bool, reader: ContentReader, before: PreviewState?
    ) {
        self.folder = folder
        self.evaluation = evaluation
        self.day = day
        self.renderer = renderer
        self.design = design
        self.isOldPartly = isOldPartly
        (hasFreshFiles, unreadableFiles) = (reader.hasFreshFiles, reader.unreadable)
        if let before, before.index.plan === evaluation.plan {
            index = before.index
            // What was made of the plan for the search is the same too.
            let made = before.search.withLock { $0 }
            search.withLock { $0 = made }
        } else {
            index = Index(evaluation.plan)
        }
        var unreadable: [String: [Diagnostic]] = [:]
        for (source, report) in zip(evaluation.content.corpus.entries, evaluation.report.entries) where source.entry == nil {
            // The year of an entry that can't be read is the folder that it stands in.
            let year = source.path.split(separator: "/").dropFirst(2).first.map(String.init) ?? ""
            unreadable["\(Route.entries)\(year)/\(source.id)/"] = report.diagnostics
        }
        self.unreadable = unreadable
    }

    var diagnostics: [Diagnostic] { evaluation.diagnostics }

    /// Whether the board would be the same if it were read now.
    /// - Parameter now: what lies in its folder now.
    func isStill(_ now: BoardFolder, on today: CalendarDay) -> Bool {
        // Whether something can be read by now, no stamp tells.
        day == today && !hasFreshFiles && folder.files == now.files
            && !unreadableFiles.contains { access(folder.pathOnDisk($0), R_OK) == 0 }
    }

    // MARK: Answers

    /// The answer to a request for a path that begins with `/`; nil where there is nothing but perhaps a picture.
    func answer(_ path: String) throws -> PreviewBoard.Answer? {
        if path == FindingsPage.path { return .page(findings(diagnostics), isFound: true) }
        let route = String(path.dropFirst())
        guard let renderer else { return try file(at: route) ?? .page(findings(diagnostics), isFound: true) }
        if let page = index.pages[route] { return .page(render(page, renderer), isFound: true) }
        if index.pages[route + "/"] != nil { return .redirect(path + "/") }
        if let diagnostics = unreadable[route] { return .page(findings(diagnostics), isFound: true) }
        return try file(at: route) ?? document(at: route)
    }

    /// The page that says that there is none.
    func notFound() throws -> PreviewBoard.Answer {
        guard let renderer else { return .page(findings(diagnostics), isFound: true) }
        return .page(render(.notFound, renderer), isFound: false)
    }

    /// What can't be rendered though it could be compiled is a fault of a template, said in its place.
    private func render(_ page: Page, _ renderer: PageRenderer) -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(TemplateError) {
            try renderer.render(page, into: &bytes)
            if let failure = renderer.context.cardFailure { throw failure }
            return bytes
        } catch {
            return findings([error.diagnostic] + diagnostics, causes: [error.diagnostic])
        }
    }

    private func file(at route: String) throws -> PreviewBoard.Answer? {
        for assets in [evaluation.content.assets, design.assets] {
            if let asset = assets.asset(at: route) { return .bytes(asset.bytes, mediaType: MediaType.of(route)) }
        }
        if route.hasPrefix(Route.searchIndex), let plan = evaluation.plan {
            return searchFiles(of: plan)[route].map { .bytes($0, mediaType: MediaType.of(route)) }
        }
        guard let path = index.files[route] else { return nil }
        if case .document(let document) = evaluation.content.corpus.fileFacts[path] {
            let bytes = try folder.read("content/" + path)
            return DocumentCopy.bytes(of: bytes, document).map { .bytes($0, mediaType: MediaType.of(route)) }
        }
        return .file(folder.pathOnDisk("content/" + path), mediaType: MediaType.of(route))
    }

    private func document(at route: String) -> PreviewBoard.Answer? {
        guard let context = renderer?.context else { return nil }
        let document = documents.withLock { documents in
            let all =
                documents
                ?? Dictionary(SiteDocument.all(of: context).map { ($0.route, $0) }, uniquingKeysWith: { first, _ in first })
            documents = all
            return all[route]
        }
        return document.map { .bytes($0.render(), mediaType: $0.mediaType) }
    }

    private func searchFiles(of plan: SitePlan) -> [String: [UInt8]] {
        search.withLock { made in
            let files =
                made ?? Dictionary(SearchIndex.files(for: plan).map { ($0.route, $0.bytes) }, uniquingKeysWith: { first, _ in first })
            made = files
            return files
        }
    }

    /// Every address, relative to the base, at which there is something; in order.
    var routes: [String] {
        var routes = [String(FindingsPage.path.dropFirst())] + unreadable.keys + index.pages.keys + index.files.keys
        for assets in [evaluation.content.assets, design.assets] { routes += assets.all.map(\.route) }
        if let context = renderer?.context { routes += SiteDocument.all(of: context).map(\.route) }
        if let plan = evaluation.plan {
            routes += searchFiles(of: plan).keys
            for picture in plan.files.pictures.values {
                for size in picture.recipe.sizes { routes += PublishedFormat.allCases.map { picture.route(of: size, as: $0) } }
            }
        }
        return Set(routes).sorted()
    }

    // MARK: Pictures

    /// A published picture, and what it is made from.
    struct Picture: Sendable {
        /// The photo, from `content`.
        var path: String
        var digest: SHA256
        var recipe: ImageRecipe
        var name: String
        var mediaType: String
    }

    /// The picture that is published at a path that begins with `/`.
    func picture(at path: String) -> Picture? { picture(atRoute: String(path.dropFirst())) }

    private func picture(atRoute route: String) -> Picture? {
        guard let plan = evaluation.plan, let (use, size, format) = plan.files.picture(at: route),
            let recipe = plan.files.pictures[use]?.recipe, let digest = evaluation.content.pictureDigests[use.path]
        else { return nil }
        return Picture(
            path: use.path, digest: digest, recipe: recipe, name: recipe.name(of: size, as: format), mediaType: format.mediaType)
    }

    /// A number that changes when a file does that a page shows or leads to: its name does not.
    func mediaMark(of html: [UInt8]) -> UInt64 {
        guard let base = evaluation.plan?.configuration.base else { return 0 }
        var mark: UInt64 = 0
        LinkScanner.scan(html) { found in
            guard case .link(let link) = found, case .board(let route, _) = LinkTarget(link, on: "", base: base) else { return }
            let name = String(decoding: route, as: UTF8.self)
            if let picture = picture(atRoute: name) {
                mark = mark &* 31 &+ UInt64(bitPattern: Int64(picture.digest.hashValue))
            } else if let path = index.files[name], let stamp = stamps["content/" + path] {
                mark = mark &* 31 &+ UInt64(bitPattern: Int64(stamp.hashValue))
            }
        }
        return mark
    }

    /// The stamps of files that are published as they are.
    private var stamps: [String: FileStamp] {
        knownStamps.withLock { known in
            let wanted = Set(index.files.values.map { "content/" + $0 })
            let all =
                known ?? Dictionary(uniqueKeysWithValues: folder.files.lazy.filter { wanted.contains($0.path) }.map { ($0.path, $0.stamp) })
            known = all
            return all
        }
    }
    private let knownStamps = Mutex<[String: FileStamp]?>(nil)

    // MARK: What is wrong

    private func findings(_ diagnostics: [Diagnostic], causes: [Diagnostic]? = nil) -> [UInt8] {
        FindingsPage.render(
            diagnostics, causes: causes ?? evaluation.boardErrors, homeAddress: renderer == nil ? nil : "/",
            address: { [self] in address(ofEntryAt: $0) }, lines: { [self] in lines(of: $0) })
    }

    /// The page of the entry that a file holds.
    private func address(ofEntryAt path: String) -> String? {
        guard let plan = evaluation.plan, renderer != nil, let honour = plan.honourByPath[path] else { return nil }
        return plan.configuration.base.path + plan.honours[honour].route
    }

    private func lines(of path: String) -> [Substring]? {
        guard let bytes = try? folder.read(path), bytes.count < 5_000_000, let text = SourceText.decode(path: path, bytes: bytes).value
        else { return nil }
        return text.lines
    }

    /// What is to be said above each page.
    func notices(trouble: Message?, blindSpots: [Message]) -> [PreviewNotice] {
        var notices: [PreviewNotice] = []
        if let trouble { notices.append(.couldNotRead(trouble)) }
        if let first = evaluation.boardErrors.first {
            let formatter = TextFormatter(language: .vietnamese, coloured: false, maskedLines: diagnostics.sensitiveLines) { [self] in
                lines(of: $0)
            }
            notices.append(
                .boardErrors(
                    evaluation.boardErrors.count, first: first, excerpt: formatter.excerpt(of: first), isShownOld: isOldPartly))
        }
        let unpublished = evaluation.plan?.honours.count { $0.isDraft } ?? 0
        if unpublished > 0, renderer != nil { notices.append(.countsDrafts(unpublished)) }
        return notices + blindSpots.map { PreviewNotice($0) }
    }
}
