import Board
import Diagnostics
import Digests
import Eligibility
import Entries
import Formats
import Glibc
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
    /// Templates and assets.
    package var design: DesignInputs
    /// What concerns no single entry; the entries carry their own.
    package var diagnostics: [Diagnostic]
    /// What the pictures that are referred to hold, by their paths from `content`.
    package var pictureDigests: [String: SHA256]

    package var templates: TemplateLibrary { design.templates }
    /// The files of the design: `site-templates/assets`.
    package var assets: SiteAssets { design.assets }

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
        var file: SourceTreeFile
        var source: SourceEntry
    }

    /// What a corpus is made from: while all of it is the same, the corpus is the same object.
    private struct CorpusKey: Equatable, Sendable {
        var rules: RuleInputs
        var texts: TextInputs
        /// All of `content` but `site.yaml`.
        var files: [SourceTreeFile]

        static func == (left: CorpusKey, right: CorpusKey) -> Bool {
            left.rules === right.rules && left.texts === right.texts && left.files == right.files
        }
    }

    /// Larger text files are refused: an entry is an article, and a register of a province has a few
    /// megabytes.
    static let maximumEntryBytes = 2_000_000
    static let maximumRegisterBytes = 200_000_000

    /// A file that entries refer to, as it was when it was looked at.
    package struct KnownFile: Sendable {
        package var stamp: FileStamp
        /// When it had changed last, in nanoseconds since 1970, or a later moment before which it was looked at: who sets a
        /// file's time back changes it once more.
        package var changed: Int64
        package var fact: FileFact
        /// Of a picture's bytes.
        package var digest: SHA256?
    }

    private var cache: [String: CachedEntry] = [:]
    private var cachedShared: SharedInputs?
    private var cachedCorpus: (key: CorpusKey, corpus: Corpus)?
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
        // Stamps were taken before now, so a file that is fresh now was at least as fresh when it was listed.
        let known = keepsCache ? cachedShared : nil
        hasFreshFiles = false
        // Registers are read on one core while entries begin on the other.
        async let reading = SharedInputs.read(tree, keeping: snapshot, reusing: known)
        let entries = try await readEntries(files, tree, snapshot)
        let shared = try await reading
        if keepsCache {
            cachedShared = shared
            hasFreshFiles = hasFreshFiles || shared.isFresh
        }
        let corpus = try await corpus(entries, shared, tree, snapshot)
        // A link that a line names is an error of that line.
        let ofBoard = shared.diagnostics.filter { diagnostic in
            guard diagnostic.code == BoardObstacle.linkCode, let path = diagnostic.place?.path else { return true }
            return corpus.fileFacts[String(path.dropFirst("content/".count))] == nil
        }
        return BoardContent(
            configuration: shared.configuration, corpus: corpus, design: shared.design,
            diagnostics: ofBoard + Self.warnings(corpus.attachedTexts), pictureDigests: knownFiles.compactMapValues(\.digest))
    }

    /// The corpus of these entries; the one of the last reading where nothing of it changed.
    private mutating func corpus(
        _ entries: [SourceEntry], _ shared: SharedInputs, _ tree: some SourceTree, _ snapshot: SnapshotWriter?
    ) async throws -> Corpus {
        let prefix = "content/"
        let inContent = tree.files.filter { $0.path.hasPrefix(prefix) && $0.path != "content/site.yaml" }
        let key = CorpusKey(rules: shared.rules, texts: shared.texts, files: inContent)
        if let known = cachedCorpus, known.key == key { return known.corpus }
        let facts = try await inspectFiles(entries, shared.texts.pages, tree.files, tree)
        let linked = entries.compactMap(\.entry).map(\.attachedPaths) + shared.texts.pages.map(\.body.linkedPaths)
        let attached = try await readAttached(Set(linked.joined()), facts, tree, snapshot)
        let contentFiles = Set(
            tree.files.lazy.filter { $0.isFile && $0.path.hasPrefix(prefix) }.map { String($0.path.dropFirst(prefix.count)) })
        let corpus = Corpus(
            vocabulary: shared.rules.vocabulary, gazetteer: shared.rules.gazetteer, registers: shared.rules.registers,
            programmes: shared.rules.programmes, entries: entries, texts: shared.texts.pages, files: contentFiles, fileFacts: facts,
            attachedTexts: attached, unread: shared.rules.unread)
        // What could not be read is tried again, though its stamp is the same.
        cachedCorpus = keepsCache && !needsAnotherReading ? (key, corpus) : nil
        return corpus
    }

    /// The entries and files that are there and could not be read the last time: a right was missing, a share was away.
    /// No event and no stamp tells when they can be.
    private(set) var unreadable: Set<String> = []

    /// Whether what was read may differ from what is on the disk though no stamp tells: something could not be read, or
    /// was written so shortly before that the next change may get the same time (see ``FileStamp/isFresh``).
    var needsAnotherReading: Bool { !unreadable.isEmpty || hasFreshFiles }
    private(set) var hasFreshFiles = false

    /// Whether a path is an entry's: `content/entries/<year>/<id>.md` or `…/<id>/index.md`.
    static func isEntry(_ path: String) -> Bool { path.hasPrefix("content/entries/") && path.hasSuffix(".md") }

    private mutating func readEntries(_ files: [SourceTreeFile], _ tree: some SourceTree, _ snapshot: SnapshotWriter?) async throws
        -> [SourceEntry]
    {
        let cache = cache
        let now = timespec.now
        let wanted = files.filter { Self.isEntry($0.path) }
        let entries = try await mapInParallel(wanted, chunks: 64) { file -> SourceEntry in
            if let known = cache[file.path], known.file == file { return known.source }
            return Self.readEntry(file, tree, snapshot)
        }
        if keepsCache {
            self.cache = [:]
            self.cache.reserveCapacity(wanted.count)
            unreadable = []
            for (file, source) in zip(wanted, entries) {
                if cache[file.path]?.file != file, file.stamp.isFresh(at: now) {
                    hasFreshFiles = true
                } else if source.entry == nil, file.isFile, source.diagnostics.contains(where: { $0.code == Self.unreadableCode }) {
                    unreadable.insert(file.path)
                } else {
                    self.cache[file.path] = CachedEntry(file: file, source: source)
                }
            }
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
        let now = timespec.now
        let found = try await mapInParallel(present) { file -> (String, KnownFile) in
            let path = String(file.path.dropFirst(prefix.count))
            // What an earlier version looked at is looked at again, where it is at hand.
            if let known = known[path], known.stamp == file.stamp, file.changed <= known.changed,
                !(tree is BoardFolder && known.fact.isFromEarlierVersion)
            {
                return (path, known)
            }
            do throws(DiskError) {
                if let folder = tree as? BoardFolder, let video = try MediaInspector.video(in: folder.open(file.path)) {
                    return (path, KnownFile(stamp: file.stamp, changed: file.changed, fact: video))
                }
                let bytes = try tree.read(file.path)
                let fact = MediaInspector.inspect(path, bytes)
                let digest = fact.kind == .picture ? SHA256(of: bytes) : nil
                return (path, KnownFile(stamp: file.stamp, changed: file.changed, fact: fact, digest: digest))
            } catch {
                let fact = FileFact.refused(code: Self.unreadableCode, error.message, remedy: error.remedy)
                return (path, KnownFile(stamp: file.stamp, changed: file.changed, fact: fact))
            }
        }
        knownFiles = Dictionary(found, uniquingKeysWith: { first, _ in first })
        if keepsCache { distrust(known, now) }
        var facts = knownFiles.mapValues(\.fact)
        for file in files where !file.isFile && file.path.hasPrefix(prefix) {
            let path = String(file.path.dropFirst(prefix.count))
            if wanted.contains(path), let obstacle = BoardObstacle.fact(for: file) { facts[path] = obstacle }
        }
        return facts
    }

    /// Has files looked at again the next time that could not be read, or were written only just now.
    private mutating func distrust(_ before: [String: KnownFile], _ now: timespec) {
        for (path, file) in knownFiles {
            if case .refused(code: Self.unreadableCode, _, _) = file.fact {
                unreadable.insert("content/" + path)
            } else if before[path]?.stamp != file.stamp, file.stamp.isFresh(at: now) {
                hasFreshFiles = true
            } else {
                continue
            }
            knownFiles[path]?.stamp = FileStamp()
        }
    }

    /// Of what is there and can't be read.
    private static let unreadableCode = "unreadable-file"

    /// Whether an entry's file is there and the disk did not give it.
    static func isUnreadable(_ source: SourceEntry) -> Bool {
        source.entry == nil && source.diagnostics.contains { $0.code == unreadableCode }
    }

    /// The words beside stories: few and short, so they are read whenever something of the content changed. A snapshot of an earlier version has none.
    private mutating func readAttached(
        _ paths: Set<String>, _ facts: [String: FileFact], _ tree: some SourceTree, _ snapshot: SnapshotWriter?
    ) async throws -> [String: AttachedText] {
        var attached: [String: AttachedText] = [:]
        var documents: [String] = []
        for path in paths {
            guard case .document(let document) = facts[path] else { continue }
            if document.format == .pdf {
                documents.append(path)
            } else if [".vtt", ".txt"].contains(where: { path.lowercased().hasSuffix($0) }) {
                let bytes: [UInt8]
                do throws(DiskError) {
                    bytes = try tree.read("content/" + path)
                } catch {
                    // Of the board's folder that was said when the file was looked at; a snapshot may be of before there
                    // were such texts, and is whole otherwise.
                    if tree is BoardFolder || error.code == ENOENT { continue }
                    throw error
                }
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
            return unreadable([
                Diagnostic(.error, Self.unreadableCode, error.message, at: SourcePlace(path: file.path), remedy: error.remedy)
            ]
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
