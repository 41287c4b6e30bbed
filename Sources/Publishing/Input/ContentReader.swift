import Board
import Diagnostics
import Digests
import Eligibility
import Entries
import Formats
import Parallel
import Places
import Programmes
import Registers
import Rendering
import Templates

/// What was read of a board: all of its parts, and all that was wrong with them.
package struct BoardContent: Sendable {
    /// Nil where `site.yaml` can't be used.
    package var configuration: SiteConfiguration?
    package var corpus: Corpus
    package var templates: TemplateLibrary
    /// What concerns no single entry; the entries carry their own.
    package var diagnostics: [Diagnostic]
    /// The files of the design: `site-templates/assets`.
    package var assets: SiteAssets
    /// What the pictures that are referred to hold, by their paths from `content`.
    package var pictureDigests: [String: SHA256]

    /// Marks entries as withdrawn, whatever their files say, and others as staying off the board.
    mutating func withdraw(_ ids: Set<String>, keepingOff absent: Set<String> = []) {
        guard !ids.isEmpty || !absent.isEmpty else { return }
        corpus = corpus.withdrawing(ids, keepingOff: absent)
    }
}

/// Reads a board. Entries that did not change since the last reading are not read again, so that a
/// preview of thousands answers at once.
package struct ContentReader: Sendable {
    private struct CachedEntry: Sendable {
        var stamp: FileStamp
        var source: SourceEntry
    }

    /// Larger text files are refused: an entry is an article, and a register of a province has a few
    /// megabytes.
    static let maximumEntryBytes = 2_000_000
    static let maximumRegisterBytes = 200_000_000

    /// A file that entries refer to, as it was when it was looked at.
    package struct KnownFile: Sendable {
        package var stamp: FileStamp
        package var fact: FileFact
        /// Of a picture's bytes.
        package var digest: SHA256?
    }

    private var cache: [String: CachedEntry] = [:]
    private var cachedShared: (inputs: [SourceTreeFile], value: SharedInputs)?
    private let keepsCache: Bool
    /// What is known of files from an earlier reading, by their paths from `content`.
    private var knownFiles: [String: KnownFile]
    private let pdfTexts: PDFTextReader?
    /// The words of PDFs from the reading before, by their paths from `content`.
    private var knownTexts: [String: (stamp: FileStamp, text: AttachedText)] = [:]

    /// - Parameters:
    ///   - keepsCache: whether to remember entries for the next reading.
    ///   - knownFiles: pictures and other files that were looked at before; those of the same stamp are
    ///     not read again.
    ///   - pdfTexts: who reads the words of PDFs; nil where they need not be looked through.
    package init(keepsCache: Bool, knownFiles: [String: KnownFile] = [:], pdfTexts: PDFTextReader? = nil) {
        self.keepsCache = keepsCache
        self.knownFiles = knownFiles
        self.pdfTexts = pdfTexts
    }

    /// Reads the board from a tree, and keeps its texts in a snapshot where one is being made.
    package mutating func read(_ tree: some SourceTree, keeping snapshot: SnapshotWriter? = nil) async throws -> BoardContent {
        let files = tree.files
        let inputs = keepsCache ? files.filter { !Self.isEntry($0.path) } : []
        let known = cachedShared.flatMap { keepsCache && $0.inputs == inputs ? $0.value : nil }
        // Registers are read on one core while entries begin on the other.
        async let reading = known ?? SharedInputs.read(tree, keeping: snapshot)
        let entries = try await readEntries(files, tree, snapshot)
        let shared = try await reading
        if keepsCache { cachedShared = (inputs, shared) }
        let facts = try await inspectFiles(entries, shared.texts, files, tree)
        let linked = entries.compactMap(\.entry).map(\.attachedPaths) + shared.texts.map(\.body.linkedPaths)
        let attached = try await readAttached(Set(linked.joined()), facts, tree, snapshot)
        let prefix = "content/"
        let contentFiles = Set(files.lazy.filter { $0.isFile && $0.path.hasPrefix(prefix) }.map { String($0.path.dropFirst(prefix.count)) })
        let corpus = Corpus(
            vocabulary: shared.vocabulary, gazetteer: shared.gazetteer, registers: shared.registers, programmes: shared.programmes,
            entries: entries, texts: shared.texts, files: contentFiles, fileFacts: facts,
            attachedTexts: attached)
        return BoardContent(
            configuration: shared.configuration, corpus: corpus, templates: shared.templates,
            diagnostics: shared.diagnostics + Self.warnings(attached),
            assets: shared.assets, pictureDigests: knownFiles.compactMapValues(\.digest))
    }

    /// Whether a path is an entry's: `content/entries/<year>/<id>.md` or `…/<id>/index.md`.
    static func isEntry(_ path: String) -> Bool { path.hasPrefix("content/entries/") && path.hasSuffix(".md") }

    private mutating func readEntries(_ files: [SourceTreeFile], _ tree: some SourceTree, _ snapshot: SnapshotWriter?) async throws
        -> [SourceEntry]
    {
        let cache = cache
        let wanted = files.filter { Self.isEntry($0.path) }
        let entries = try await mapInParallel(wanted, chunks: 64) { file -> SourceEntry in
            if let known = cache[file.path], known.stamp == file.stamp { return known.source }
            return Self.readEntry(file, tree, snapshot)
        }
        if keepsCache {
            self.cache = Dictionary(
                zip(wanted, entries).map { ($0.path, CachedEntry(stamp: $0.stamp, source: $1)) }, uniquingKeysWith: { first, _ in first })
        }
        return entries
    }

    /// Looks at every file that entries or pages refer to, unless it is known from before.
    private mutating func inspectFiles(
        _ entries: [SourceEntry], _ texts: [TextPage], _ files: [SourceTreeFile], _ tree: some SourceTree
    ) async throws -> [String: FileFact] {
        var wanted = Set(texts.flatMap(\.body.filePaths))
        for entry in entries { if let entry = entry.entry { wanted.formUnion(entry.filePaths) } }
        let prefix = "content/"
        let present = files.filter { $0.isFile && $0.path.hasPrefix(prefix) && wanted.contains(String($0.path.dropFirst(prefix.count))) }
        let known = knownFiles
        let found = try await mapInParallel(present) { file -> (String, KnownFile) in
            let path = String(file.path.dropFirst(prefix.count))
            // What an earlier version looked at is looked at again, where it is at hand.
            if let known = known[path], known.stamp == file.stamp, !(tree is BoardFolder && known.fact.isFromEarlierVersion) {
                return (path, known)
            }
            do throws(DiskError) {
                if let folder = tree as? BoardFolder, let video = try MediaInspector.video(in: folder.open(file.path)) {
                    return (path, KnownFile(stamp: file.stamp, fact: video))
                }
                let bytes = try tree.read(file.path)
                let fact = MediaInspector.inspect(path, bytes)
                return (path, KnownFile(stamp: file.stamp, fact: fact, digest: fact.kind == .picture ? SHA256(of: bytes) : nil))
            } catch {
                return (path, KnownFile(stamp: file.stamp, fact: .refused(code: "unreadable-file", error.message, remedy: error.remedy)))
            }
        }
        knownFiles = Dictionary(found, uniquingKeysWith: { first, _ in first })
        return knownFiles.mapValues(\.fact)
    }

    /// The words beside stories: few and short, so they are read each time. A snapshot of an earlier version has none.
    private mutating func readAttached(
        _ paths: Set<String>, _ facts: [String: FileFact], _ tree: some SourceTree, _ snapshot: SnapshotWriter?
    ) async throws -> [String: AttachedText] {
        var attached: [String: AttachedText] = [:]
        var documents: [String] = []
        for path in paths {
            guard case .document(let document) = facts[path] else { continue }
            if document.format == .pdf {
                documents.append(path)
            } else if [".vtt", ".txt"].contains(where: { path.lowercased().hasSuffix($0) }),
                let bytes = try? tree.read("content/" + path)
            {
                snapshot?.keep("content/" + path, bytes)
                attached[path] = AttachedText(path: "content/" + path, bytes)
            }
        }
        guard let pdfTexts, let folder = tree as? BoardFolder, !documents.isEmpty else { return attached }
        let wanted = Set(documents.map { "content/" + $0 })
        let known = knownTexts
        let read = try await mapInParallel(folder.files.filter { wanted.contains($0.path) }) { file in
            let path = String(file.path.dropFirst("content/".count))
            if let known = known[path], known.stamp == file.stamp { return (path, file.stamp, known.text) }
            return (path, file.stamp, pdfTexts.text(of: file.path, at: folder.pathOnDisk(file.path), file.stamp))
        }
        for (path, _, text) in read { attached[path] = text }
        if keepsCache { knownTexts = Dictionary(read.map { ($0.0, ($0.1, $0.2)) }, uniquingKeysWith: { first, _ in first }) }
        pdfTexts.prune(keeping: read.map { ("content/" + $0.0, $0.1) })
        return attached
    }

    /// What a transcript's or a file of captions' own characters say. Errors among them have refused the file already.
    private static func warnings(_ attached: [String: AttachedText]) -> [Diagnostic] {
        attached.sorted { $0.key < $1.key }.flatMap { $0.value.diagnostics.filter { $0.severity < .error } }
    }

    private static func readEntry(_ file: SourceTreeFile, _ tree: some SourceTree, _ snapshot: SnapshotWriter?) -> SourceEntry {
        let id = EntryParser.defaultID(for: file.path)
        func unreadable(_ diagnostics: [Diagnostic]) -> SourceEntry {
            SourceEntry(path: file.path, id: id, entry: nil, diagnostics: diagnostics)
        }
        guard file.isFile else {
            if let obstacle = BoardObstacle.diagnostic(for: file) { return unreadable([obstacle]) }
            return unreadable([
                Diagnostic(
                    .error, "not-a-file", Message(vi: "“\(file.path)” không phải là tệp", en: "“\(file.path)” is not a file"),
                    at: SourcePlace(path: file.path),
                    remedy: Message(
                        vi: "tên có đuôi .md phải là tệp bài viết; thư mục của một bài không có đuôi .md",
                        en: "a name ending in .md must be an entry's file"))
            ])
        }
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try tree.read(file.path)
        } catch {
            return unreadable([Diagnostic(.error, "unreadable-file", error.message, at: SourcePlace(path: file.path), remedy: error.remedy)]
            )
        }
        snapshot?.keep(file.path, bytes)
        let text = SourceText.decode(path: file.path, bytes: bytes, maximumBytes: maximumEntryBytes)
        guard let source = text.value else { return unreadable(text.diagnostics) }
        let parsed = EntryParser.parse(source)
        return SourceEntry(
            path: file.path, id: parsed.value.entry?.id.value ?? id, entry: parsed.value.entry, status: parsed.value.status,
            diagnostics: text.diagnostics + parsed.diagnostics, personalData: parsed.value.personalData)
    }
}
