import Board
import Diagnostics
import Digests
import Eligibility
import Entries
import Imaging
import Pictures
import Rendering
import Templates

/// A board held in memory for a preview: read once, then only what changed; pages are rendered when they
/// are asked for, by the same functions as a build's.
package actor PreviewBoard {
    /// What answers a request.
    package enum Answer: Sendable {
        case page([UInt8], isFound: Bool)
        case bytes([UInt8], mediaType: String)
        /// A file on this machine, by its path.
        case file(String, mediaType: String)
        case redirect(String)
        case missing
    }

    private let options: BoardOptions
    private let scriptTag: String
    private let pictures: PreviewPictures
    /// Called when something is found between two refreshes, so that the browser asks again.
    private let foundSomething: @Sendable (WorkerError?) -> Void
    /// Photos that turned out to be undecodable when a browser asked for them.
    private var failures: [SHA256: PictureFailure] = [:]
    /// Why no pictures can be made.
    private var workerError: WorkerError?
    private var reader: ContentReader
    private var memory: CheckMemory?
    private var current: State?

    private struct State {
        var folder: BoardFolder
        var evaluation: BoardEvaluation
        var renderer: PageRenderer?
        var pages: [String: Page]
        /// Content paths by the routes under which they are published.
        var files: [String: String]
        var digests: [String: SHA256]
        /// Findings by the route of an entry that can't be shown as a page.
        var unreadable: [String: [Diagnostic]]
        /// The files of the search by their routes, made when the first of them is asked for.
        var searchFiles: [String: [UInt8]]?
    }

    /// - Parameters:
    ///   - scriptTag: what makes a page reload itself, for pages that no template makes.
    ///   - foundSomething: called when something comes out though no file changed: a photo can't be decoded, or, with an
    ///     error, no pictures can be made at all and whole photos are shown instead.
    package init(_ options: BoardOptions, scriptTag: String, foundSomething: @escaping @Sendable (WorkerError?) -> Void = { _ in }) {
        self.options = options
        reader = ContentReader(keepsCache: true, pdfTexts: options.pdfTexts(keeping: false))
        self.scriptTag = scriptTag
        self.foundSomething = foundSomething
        pictures = PreviewPictures(options.pictureCache, options.workers)
    }

    /// Reads what changed and makes the board anew. Returns what is wrong with it.
    @discardableResult
    package func refresh() async throws -> [Diagnostic] {
        let folder = try BoardFolder(root: options.root)
        var reader = reader
        var content = try await reader.read(folder)
        self.reader = reader
        content.refuse(failures)
        var memory = memory
        let evaluation = try await BoardEvaluation(content, options: options, remembering: &memory)
        self.memory = memory
        var state = State(
            folder: folder, evaluation: evaluation, renderer: nil, pages: [:], files: [:], digests: content.pictureDigests, unreadable: [:])
        if let plan = evaluation.plan {
            if let templates = evaluation.templates {
                let context = try await RenderContext(plan: plan, templates: templates, isPreview: true)
                state.renderer = PageRenderer(context, templates)
            }
            state.pages = Dictionary(plan.pages.map { (plan.route(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
            state.files = Dictionary(plan.files.routes.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        for (source, report) in zip(content.corpus.entries, evaluation.report.entries) where source.entry == nil {
            // The year of an entry that can't be read is the folder that it stands in.
            let year = source.path.split(separator: "/").dropFirst(2).first.map(String.init) ?? ""
            state.unreadable["\(Route.entries)\(year)/\(source.id)/"] = report.diagnostics
        }
        current = state
        return evaluation.diagnostics
    }

    /// Answers a request for a path that begins with `/`.
    package func answer(_ path: String) async throws -> Answer {
        guard let state = current else { return .missing }
        if path == FindingsPage.path { return .page(findings(state.evaluation.diagnostics, state), isFound: true) }
        let route = String(path.dropFirst())
        guard let renderer = state.renderer else { return .page(findings(state.evaluation.diagnostics, state), isFound: true) }
        if let page = state.pages[route] { return .page(try render(page, renderer), isFound: true) }
        if state.pages[route + "/"] != nil { return .redirect(path + "/") }
        if let diagnostics = state.unreadable[route] { return .page(findings(diagnostics, state), isFound: true) }
        if let file = try fileAnswer(route, state) { return file }
        if let picture = try await pictureAnswer(route, state) { return picture }
        return .page(try render(.notFound, renderer), isFound: false)
    }

    private func render(_ page: Page, _ renderer: PageRenderer) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try renderer.render(page, into: &bytes)
        return bytes
    }

    private func findings(_ diagnostics: [Diagnostic], _ state: State) -> [UInt8] {
        FindingsPage.render(diagnostics, scriptTag: scriptTag, homeAddress: state.renderer == nil ? nil : "/")
    }

    private func fileAnswer(_ route: String, _ state: State) throws -> Answer? {
        if let context = state.renderer?.context, let document = SiteDocument.all(of: context).first(where: { $0.route == route }) {
            return .bytes(document.render(), mediaType: document.mediaType)
        }
        if let asset = state.evaluation.content.assets.asset(at: route) { return .bytes(asset.bytes, mediaType: MediaType.of(route)) }
        if route.hasPrefix(Route.searchIndex), let plan = state.evaluation.plan {
            return searchFiles(of: plan)[route].map { .bytes($0, mediaType: MediaType.of(route)) }
        }
        guard let path = state.files[route] else { return nil }
        if case .document(let document) = state.evaluation.content.corpus.fileFacts[path] {
            let bytes = try state.folder.read("content/" + path)
            return DocumentCopy.bytes(of: bytes, document).map { .bytes($0, mediaType: MediaType.of(route)) }
        }
        return .file(state.folder.pathOnDisk("content/" + path), mediaType: MediaType.of(route))
    }

    private func searchFiles(of plan: SitePlan) -> [String: [UInt8]] {
        if let files = current?.searchFiles { return files }
        let files = Dictionary(SearchIndex.files(for: plan).map { ($0.route, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        current?.searchFiles = files
        return files
    }

    /// A picture as a build would make it; where no worker can be had, the photo without what the camera wrote.
    private func pictureAnswer(_ route: String, _ state: State) async throws -> Answer? {
        guard let plan = state.evaluation.plan, let (use, size, format) = plan.files.picture(at: route),
            let recipe = plan.files.pictures[use]?.recipe, let digest = state.digests[use.path]
        else { return nil }
        let folder = state.folder
        let photo: @Sendable () throws -> [UInt8] = { try folder.read("content/" + use.path) }
        if workerError == nil {
            do {
                let path = try await pictures.path(recipe.name(of: size, as: format), recipe, from: use.path, digest, bytes: photo)
                return .file(path, mediaType: format.mediaType)
            } catch let failure as PictureFailure {
                if failures.updateValue(failure, forKey: digest) == nil {
                    try await refresh()
                    foundSomething(nil)
                }
                return .missing
            } catch let error as WorkerError {
                workerError = error
                foundSomething(error)
            }
        }
        let bytes = try photo()
        let photoFormat = try PictureFormat(sniffing: bytes)
        return .bytes(try PictureSanitizer.withoutMetadata(bytes), mediaType: photoFormat.mediaType)
    }
}

/// The media types of the files that a site holds (RFC 9110, section 8.3; IANA's registry).
package enum MediaType {
    /// The type for a file name's ending.
    package static func of(_ path: String) -> String {
        switch path.split(separator: ".").last?.lowercased() {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        case "jpg", "jpeg": "image/jpeg"
        case "png": "image/png"
        case "webp": "image/webp"
        case "gif": "image/gif"
        case "ico": "image/vnd.microsoft.icon"
        case "woff2": "font/woff2"
        case "mp4": "video/mp4"
        case "webm": "video/webm"
        case "vtt": "text/vtt; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "pdf": "application/pdf"
        default: "application/octet-stream"
        }
    }
}
