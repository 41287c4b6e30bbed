import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Glibc
import Places
import Programmes
import Registers
import Rendering
import Templates

/// What every entry is held against: vocabulary, places, registers and programmes. One object for as long as none of their
/// files changes.
final class RuleInputs: Sendable {
    let vocabulary: Vocabulary
    let gazetteer: Gazetteer
    let registers: Registers
    let programmes: [Programme]
    let diagnostics: [Diagnostic]
    /// What it was made from; nil where that was too fresh for its stamps to be believed.
    let files: [SourceTreeFile]?
    let privacy: PrivacyPolicy
    /// The files among them that could not be read, or are missing though a board must have them.
    let unread: Set<String>

    init(_ session: inout ReadingSession<some SourceTree>, _ files: [SourceTreeFile], _ privacy: PrivacyPolicy) throws {
        let before = session.diagnostics
        session.diagnostics = []
        session.unread = []
        vocabulary = try session.vocabulary()
        gazetteer = try session.gazetteer()
        var rows = try session.registers()
        programmes = try session.programmes(vocabulary, privacy)
        var authorities = AuthorityCompletion(gazetteer, programmes)
        authorities.complete(&rows)
        registers = Registers(rows)
        unread = session.unread
        // No code is known where the list of codes can't be read.
        if !unread.contains(ReadingSession<BoardFolder>.vocabularyPath) { session.checkCodes(registers, gazetteer, vocabulary) }
        try session.checkPublishedTexts(gazetteer, privacy)
        diagnostics = session.diagnostics
        session.diagnostics = before
        self.files = files.believed
        self.privacy = privacy
    }
}

/// The pages of text. One object for as long as none of their files changes.
final class TextInputs: Sendable {
    let pages: [TextPage]
    let diagnostics: [Diagnostic]
    /// What it was made from; nil where that was too fresh for its stamps to be believed.
    let files: [SourceTreeFile]?

    init(_ session: inout ReadingSession<some SourceTree>, _ files: [SourceTreeFile]) throws {
        let before = session.diagnostics
        session.diagnostics = []
        pages = try session.texts()
        diagnostics = session.diagnostics
        session.diagnostics = before
        self.files = files.believed
    }
}

/// How the board looks: its templates, and the files of `site-templates/assets`. One object for as long as none of
/// them changes.
package final class DesignInputs: Sendable {
    package let templates: TemplateLibrary
    package let assets: SiteAssets
    let diagnostics: [Diagnostic]
    /// What it was made from; nil where that was too fresh for its stamps to be believed.
    let files: [SourceTreeFile]?
    let privacy: PrivacyPolicy

    init(_ session: inout ReadingSession<some SourceTree>, _ files: [SourceTreeFile], _ privacy: PrivacyPolicy) throws {
        let before = session.diagnostics
        session.diagnostics = []
        (templates, assets) = try session.templates()
        try session.checkDesignTexts(privacy)
        diagnostics = session.diagnostics
        session.diagnostics = before
        self.files = files.believed
        self.privacy = privacy
    }
}

/// Everything of a board but its entries and pictures.
struct SharedInputs: Sendable {
    var rules: RuleInputs
    var configuration: SiteConfiguration?
    var texts: TextInputs
    var design: DesignInputs
    var diagnostics: [Diagnostic]
    /// Whether a file was written only just now, so that it must be read once more.
    var isFresh: Bool

    /// - Parameter known: an earlier reading of the board: parts of which no file changed since are taken over, so that
    ///   another style sheet doesn't have the registers read again.
    static func read(
        _ tree: some SourceTree, keeping snapshot: SnapshotWriter?, reusing known: SharedInputs? = nil
    ) throws -> SharedInputs {
        var session = ReadingSession(tree: tree, snapshot: snapshot)
        let groups = InputGroup.files(of: tree)
        let configuration = try session.configuration()
        let privacy = configuration?.privacy ?? PrivacyPolicy()
        let ruleFiles = groups[.rules] ?? []
        let rules =
            if let old = known?.rules, old.files == ruleFiles, old.privacy == privacy { old } else {
                try RuleInputs(&session, ruleFiles, privacy)
            }
        let textFiles = groups[.texts] ?? []
        let texts = if let old = known?.texts, old.files == textFiles { old } else { try TextInputs(&session, textFiles) }
        let designFiles = groups[.design] ?? []
        let design =
            if let old = known?.design, old.files == designFiles, old.privacy == privacy { old } else {
                try DesignInputs(&session, designFiles, privacy)
            }
        // Without its configuration the board's own contacts are not known; what is wrong with it has been said.
        if configuration != nil { try session.checkConfigurationTexts(privacy) }
        session.reportStrays(tree.files)
        return SharedInputs(
            rules: rules, configuration: configuration, texts: texts, design: design,
            diagnostics: session.diagnostics + rules.diagnostics + texts.diagnostics + design.diagnostics,
            isFresh: [rules.files, texts.files, design.files, groups[.configuration, default: []].believed].contains(nil))
    }
}

extension [SourceTreeFile] {
    /// The files; nil where the stamp of one of them can't be believed yet.
    fileprivate var believed: [SourceTreeFile]? {
        let now = timespec.now
        return contains { $0.stamp.isFresh(at: now) } ? nil : self
    }
}

/// Files that change together as far as a preview is concerned: what is made of one group is made anew when one of its
/// files changes.
enum InputGroup: Hashable {
    /// See ``RuleInputs``.
    case rules
    /// See ``TextInputs``.
    case texts
    /// See ``DesignInputs``.
    case design
    /// `site.yaml`, read each time.
    case configuration
    /// Entries, and the files that entries and pages refer to.
    case others

    init(of path: String) {
        if path.hasPrefix("content/entries/") {
            self = .others
        } else if path.hasPrefix("site-templates/") {
            self = .design
        } else if path.hasPrefix("content/registers/") || path.hasPrefix("content/programmes/")
            || ["content/vocabulary.yaml", "content/places.csv", "content/place_links.csv"].contains(path)
        {
            self = .rules
        } else if path.hasPrefix("content/pages/"), path.hasSuffix(".md") {
            self = .texts
        } else {
            self = path == "content/site.yaml" ? .configuration : .others
        }
    }

    /// The files of each group but the others, in the order of paths.
    static func files(of tree: some SourceTree) -> [InputGroup: [SourceTreeFile]] {
        var groups: [InputGroup: [SourceTreeFile]] = [:]
        for file in tree.files {
            let group = InputGroup(of: file.path)
            if group != .others { groups[group, default: []].append(file) }
        }
        return groups
    }
}

/// One reading of everything but the entries: few files, so one after the other.
struct ReadingSession<Tree: SourceTree> {
    let tree: Tree
    let snapshot: SnapshotWriter?
    let present: Set<String>
    var diagnostics: [Diagnostic] = []
    /// The texts, tables and programmes that could not be read, or are missing though a board must have them, by their
    /// paths.
    var unread: Set<String> = []

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
                unread.insert(path)
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
        return known(keep(SourceText.decode(path: path, bytes: bytes, maximumBytes: maximumBytes)), at: path)
    }

    /// What was read of a file; remembers the file where that is nothing.
    private mutating func known<Value>(_ value: Value?, at path: String) -> Value? {
        if value == nil { unread.insert(path) }
        return value
    }

    private mutating func table(_ path: String, required: Bool) throws -> CSVTable? {
        guard let text = try text(path, required: required, maximumBytes: ContentReader.maximumRegisterBytes) else { return nil }
        return known(keep(CSVTable.parse(text)), at: path)
    }

    static var vocabularyPath: String { "content/vocabulary.yaml" }

    mutating func vocabulary() throws -> Vocabulary {
        guard let text = try text(Self.vocabularyPath, required: true) else { return Vocabulary() }
        if case .mapping? = YAMLParser.parse(text).value?.content {} else { unread.insert(Self.vocabularyPath) }
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

    mutating func registers() throws -> RegisterRows {
        var rows = RegisterRows()
        for name in RegisterName.allCases {
            if let table = try table(name.path, required: name == .subjects) {
                diagnostics += RegisterParser.parse(name, table, into: &rows)
            }
        }
        return rows
    }

    mutating func programmes(_ vocabulary: Vocabulary, _ privacy: PrivacyPolicy) throws -> [Programme] {
        let personalData = PersonalDataCheck(policy: privacy, publication: nil)
        var programmes: [Programme] = []
        for path in present.sorted() where path.hasPrefix("content/programmes/") && (path.hasSuffix(".yaml") || path.hasSuffix(".yml")) {
            guard let text = try text(path, required: true),
                let programme = known(programme(in: text, vocabulary), at: path)
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
            // A programme has a page: what its plan says of whom to call is not copied there.
            diagnostics += personalData.diagnostics(for: PersonalDataReading.found(in: text), in: path)
            programmes.append(programme)
        }
        return programmes
    }

    private mutating func programme(in text: SourceText, _ vocabulary: Vocabulary) -> Programme? {
        var parsed = ProgrammeParser.parse(text, vocabulary: vocabulary)
        // What it names can't be looked up.
        if unread.contains(Self.vocabularyPath) { parsed.diagnostics.removeAll { $0.code.hasPrefix("unknown-") } }
        return keep(parsed)
    }

    mutating func texts() throws -> [TextPage] {
        var texts: [TextPage] = []
        for path in present.sorted() where path.hasPrefix("content/pages/") && path.hasSuffix(".md") {
            if let text = try text(path, required: true), let page = keep(TextPageParser.parse(text)) { texts.append(page) }
        }
        return texts
    }

    mutating func templates() throws -> (TemplateLibrary, SiteAssets) {
        let prefix = "site-templates/", suffix = ".mustache", assetFolder = "site-templates/assets/"
        let assets = SiteAssets(
            try present.filter { $0.hasPrefix(assetFolder) }.sorted().map { path in
                let bytes = try tree.read(path)
                snapshot?.keep(path, bytes)
                return (String(path.dropFirst(assetFolder.count)), bytes)
            })
        diagnostics += assets.diagnostics
        var files: [TemplateFile] = []
        for path in present.sorted() where path.hasPrefix(prefix) && path.hasSuffix(suffix) && !path.hasPrefix(assetFolder) {
            let bytes = try tree.read(path)
            snapshot?.keep(path, bytes)
            // Names and their places are those of the bytes; what can't be published is looked for besides.
            diagnostics += SourceText.decode(path: path, bytes: bytes).diagnostics.filter {
                $0.code == "control-character" || $0.code == "direction-character"
            }
            files.append(TemplateFile(name: String(path.dropFirst(prefix.count).dropLast(suffix.count)), path: path, bytes: bytes))
        }
        return (TemplateLibrary(files + assets.partials, isMinified: true), assets)
    }

    // MARK: Personal data in what pages share

    mutating func checkPublishedTexts(_ gazetteer: Gazetteer, _ policy: PrivacyPolicy) throws {
        let texts = PublishedTexts(policy)
        if let text = try source("content/vocabulary.yaml") { diagnostics += texts.vocabulary(text) }
        diagnostics += texts.places(gazetteer)
    }

    mutating func checkConfigurationTexts(_ policy: PrivacyPolicy) throws {
        if let text = try source("content/site.yaml") { diagnostics += PublishedTexts(policy).configuration(text) }
    }

    mutating func checkDesignTexts(_ policy: PrivacyPolicy) throws {
        let texts = PublishedTexts(policy)
        for path in present.sorted() where path.hasPrefix("site-templates/") {
            guard path.hasSuffix(".mustache") || PublishedTexts.isForReaders(path) else { continue }
            if let text = try source(path) { diagnostics += texts.design(text) }
        }
    }

    /// A text that was read before: what is wrong with its form has been said.
    private func source(_ path: String) throws -> SourceText? {
        present.contains(path) ? SourceText.decode(path: path, bytes: try tree.read(path)).value : nil
    }

    mutating func checkCodes(_ registers: Registers, _ gazetteer: Gazetteer, _ vocabulary: Vocabulary) {
        diagnostics += RegisterCodes(registers, gazetteer, vocabulary).diagnostics()
    }

    /// Files in `content` that nothing reads are probably meant for something.
    mutating func reportStrays(_ files: [SourceTreeFile]) {
        diagnostics += files.lazy.filter { !ContentReader.isEntry($0.path) }.compactMap(BoardObstacle.diagnostic)
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
