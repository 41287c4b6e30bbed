import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Parallel
import Places
import Programmes
import Registers
import Templates

/// What was read of a board: all of its parts, and all that was wrong with them.
package struct BoardContent: Sendable {
    /// Nil where `site.yaml` can't be used.
    package var configuration: SiteConfiguration?
    package var corpus: Corpus
    package var templates: TemplateLibrary
    /// What concerns no single entry; the entries carry their own.
    package var diagnostics: [Diagnostic]
    /// Files of `site-templates/assets`, by their paths from there.
    package var assets: [String]

    /// Marks entries as withdrawn, whatever their files say.
    mutating func withdraw(_ ids: Set<String>) {
        guard !ids.isEmpty else { return }
        corpus = corpus.withdrawing(ids)
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
    }

    private var cache: [String: CachedEntry] = [:]
    private let keepsCache: Bool
    /// What is known of files from an earlier reading, by their paths from `content`.
    private var knownFiles: [String: KnownFile]

    /// - Parameters:
    ///   - keepsCache: whether to remember entries for the next reading.
    ///   - knownFiles: pictures and other files that were looked at before; those of the same stamp are
    ///     not read again.
    package init(keepsCache: Bool, knownFiles: [String: KnownFile] = [:]) {
        self.keepsCache = keepsCache
        self.knownFiles = knownFiles
    }

    package mutating func read(_ tree: some SourceTree, keeping snapshot: SnapshotWriter? = nil) async throws -> BoardContent {
        let files = tree.files
        var session = ReadingSession(tree: tree, snapshot: snapshot)
        let vocabulary = try session.vocabulary()
        let configuration = try session.configuration()
        let gazetteer = try session.gazetteer()
        let registers = try session.registers()
        let programmes = try session.programmes(vocabulary)
        let texts = try session.texts()
        let (templates, assets) = try session.templates()
        let entries = try await readEntries(files, tree, snapshot)
        session.checkCodes(registers, gazetteer, vocabulary)
        session.reportStrays(files)

        let prefix = "content/"
        let contentFiles = Set(files.lazy.filter { $0.isFile && $0.path.hasPrefix(prefix) }.map { String($0.path.dropFirst(prefix.count)) })
        let facts = try await inspectFiles(entries, texts, files, tree)
        let corpus = Corpus(
            vocabulary: vocabulary, gazetteer: gazetteer, registers: registers, programmes: programmes, entries: entries, texts: texts,
            files: contentFiles,
            fileFacts: facts)
        return BoardContent(
            configuration: configuration, corpus: corpus, templates: templates, diagnostics: session.diagnostics, assets: assets)
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
            if let known = known[path], known.stamp == file.stamp { return (path, known) }
            let fact: FileFact
            do throws(DiskError) {
                fact = MediaInspector.inspect(path, try tree.read(file.path))
            } catch {
                fact = .refused(code: "unreadable-file", error.message, remedy: error.remedy)
            }
            return (path, KnownFile(stamp: file.stamp, fact: fact))
        }
        knownFiles = Dictionary(found, uniquingKeysWith: { first, _ in first })
        return knownFiles.mapValues(\.fact)
    }

    private static func readEntry(_ file: SourceTreeFile, _ tree: some SourceTree, _ snapshot: SnapshotWriter?) -> SourceEntry {
        let id = EntryParser.defaultID(for: file.path)
        func unreadable(_ diagnostics: [Diagnostic]) -> SourceEntry {
            SourceEntry(path: file.path, id: id, entry: nil, diagnostics: diagnostics)
        }
        guard file.isFile else {
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
            diagnostics: text.diagnostics + parsed.diagnostics)
    }
}

/// One reading of everything but the entries: few files, so one after the other.
private struct ReadingSession<Tree: SourceTree> {
    let tree: Tree
    let snapshot: SnapshotWriter?
    let present: Set<String>
    var diagnostics: [Diagnostic] = []

    init(tree: Tree, snapshot: SnapshotWriter?) {
        self.tree = tree
        self.snapshot = snapshot
        present = Set(tree.files.lazy.filter(\.isFile).map(\.path))
    }

    private mutating func keep<Value>(_ diagnosed: Diagnosed<Value>) -> Value {
        diagnostics += diagnosed.diagnostics
        return diagnosed.value
    }

    /// The text of a file; nil, with an error where it is required, where it is missing or refused.
    private mutating func text(_ path: String, required: Bool, maximumBytes: Int = ContentReader.maximumEntryBytes) throws -> SourceText? {
        guard present.contains(path) else {
            if required {
                diagnostics.append(
                    Diagnostic(
                        .error, "file-missing", Message(vi: "thiếu tệp “\(path)”", en: "the file “\(path)” is missing"),
                        at: SourcePlace(path: path),
                        remedy: Message(
                            vi: "kiểm tra --root có trỏ đúng thư mục của bảng vàng không; docs/du-lieu.md tả từng tệp",
                            en: "check that --root names the board's folder; docs/du-lieu.md describes each file")))
            }
            return nil
        }
        let bytes = try tree.read(path)
        snapshot?.keep(path, bytes)
        return keep(SourceText.decode(path: path, bytes: bytes, maximumBytes: maximumBytes))
    }

    private mutating func table(_ path: String, required: Bool) throws -> CSVTable? {
        guard let text = try text(path, required: required, maximumBytes: ContentReader.maximumRegisterBytes) else { return nil }
        return keep(CSVTable.parse(text))
    }

    mutating func vocabulary() throws -> Vocabulary {
        guard let text = try text("content/vocabulary.yaml", required: true) else { return Vocabulary() }
        return keep(VocabularyParser.parse(text))
    }

    mutating func configuration() throws -> SiteConfiguration? {
        guard let text = try text("content/site.yaml", required: true) else { return nil }
        return keep(SiteConfigurationParser.parse(text))
    }

    mutating func gazetteer() throws -> Gazetteer {
        let places = try table("content/places.csv", required: true)
        let links = try table("content/place_links.csv", required: false)
        guard let places else { return Gazetteer() }
        return keep(GazetteerParser.parse(places: places, links: links))
    }

    mutating func registers() throws -> Registers {
        var rows = RegisterRows()
        for name in RegisterName.allCases {
            if let table = try table(name.path, required: name == .subjects) {
                diagnostics += RegisterParser.parse(name, table, into: &rows)
            }
        }
        return Registers(rows)
    }

    mutating func programmes(_ vocabulary: Vocabulary) throws -> [Programme] {
        var programmes: [Programme] = []
        for path in present.sorted() where path.hasPrefix("content/programmes/") && (path.hasSuffix(".yaml") || path.hasSuffix(".yml")) {
            guard let text = try text(path, required: true), let programme = keep(ProgrammeParser.parse(text, vocabulary: vocabulary))
            else { continue }
            if let other = programmes.first(where: { $0.id == programme.id }) {
                diagnostics.append(
                    Diagnostic(
                        .error, "duplicate-programme",
                        Message(vi: "mã kế hoạch “\(programme.id)” đã dùng", en: "the programme id “\(programme.id)” is taken"),
                        at: SourcePlace(path: path),
                        remedy: Message(vi: "đổi khóa id của một trong hai tệp", en: "change the id in one of the two files"),
                        notes: [
                            Diagnostic.Note(Message(vi: "tệp dùng trước", en: "the file that has it"), at: SourcePlace(path: other.path))
                        ]))
                continue
            }
            programmes.append(programme)
        }
        return programmes
    }

    mutating func texts() throws -> [TextPage] {
        var texts: [TextPage] = []
        for path in present.sorted() where path.hasPrefix("content/pages/") && path.hasSuffix(".md") {
            if let text = try text(path, required: true), let page = keep(TextPageParser.parse(text)) { texts.append(page) }
        }
        return texts
    }

    mutating func templates() throws -> (TemplateLibrary, assets: [String]) {
        let prefix = "site-templates/", suffix = ".mustache", assets = "site-templates/assets/"
        var files: [TemplateFile] = []
        for path in present.sorted() where path.hasPrefix(prefix) && path.hasSuffix(suffix) {
            let bytes = try tree.read(path)
            snapshot?.keep(path, bytes)
            files.append(TemplateFile(name: String(path.dropFirst(prefix.count).dropLast(suffix.count)), path: path, bytes: bytes))
        }
        return (TemplateLibrary(files), present.filter { $0.hasPrefix(assets) }.map { String($0.dropFirst(assets.count)) }.sorted())
    }

    mutating func checkCodes(_ registers: Registers, _ gazetteer: Gazetteer, _ vocabulary: Vocabulary) {
        diagnostics += RegisterCodes(registers, gazetteer, vocabulary).diagnostics()
    }

    /// Files in `content` that nothing reads are probably meant for something.
    mutating func reportStrays(_ files: [SourceTreeFile]) {
        let known = Set(RegisterName.allCases.map(\.path))
        for file in files where file.isFile {
            let isStrayRegister = file.path.hasPrefix("content/registers/") && !known.contains(file.path)
            let isStrayEntry =
                file.path.hasPrefix("content/entries/")
                && [".markdown", ".txt", ".MD", ".docx", ".doc"].contains { file.path.hasSuffix($0) }
            let isTranscript = isStrayEntry && file.path.hasSuffix(".txt")
            guard isStrayRegister || (isStrayEntry && !isTranscript) else { continue }
            diagnostics.append(
                Diagnostic(
                    .warning, "file-not-read", Message(vi: "tệp “\(file.path)” không được đọc", en: "the file “\(file.path)” is not read"),
                    at: SourcePlace(path: file.path),
                    remedy: isStrayRegister
                        ? Message(
                            vi: "tên sổ phải là một trong: \(RegisterName.allCases.map(\.rawValue).joined(separator: ", ")) (đuôi .csv)",
                            en: "a register is named one of: \(RegisterName.allCases.map(\.rawValue).joined(separator: ", ")) (.csv)")
                        : Message(vi: "bài viết phải là tệp Markdown có đuôi .md", en: "an entry is a Markdown file ending in .md")))
        }
    }
}
