import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers
import Rendering
import Templates

/// Everything of a board but its entries and pictures: what all entries are held against.
struct SharedInputs: Sendable {
    var vocabulary: Vocabulary
    var configuration: SiteConfiguration?
    var gazetteer: Gazetteer
    var registers: Registers
    var programmes: [Programme]
    var texts: [TextPage]
    var templates: TemplateLibrary
    var assets: SiteAssets
    var diagnostics: [Diagnostic]

    static func read(_ tree: some SourceTree, keeping snapshot: SnapshotWriter?) throws -> SharedInputs {
        var session = ReadingSession(tree: tree, snapshot: snapshot)
        let vocabulary = try session.vocabulary()
        let configuration = try session.configuration()
        let gazetteer = try session.gazetteer()
        let policy = configuration?.privacy ?? PrivacyPolicy()
        var rows = try session.registers()
        let programmes = try session.programmes(vocabulary, policy)
        var authorities = AuthorityCompletion(gazetteer, programmes)
        authorities.complete(&rows)
        let registers = Registers(rows)
        let texts = try session.texts()
        let (templates, assets) = try session.templates()
        session.checkCodes(registers, gazetteer, vocabulary)
        try session.checkPublishedTexts(gazetteer, policy)
        session.reportStrays(tree.files)
        return SharedInputs(
            vocabulary: vocabulary, configuration: configuration, gazetteer: gazetteer, registers: registers, programmes: programmes,
            texts: texts,
            templates: templates, assets: assets, diagnostics: session.diagnostics)
    }
}

/// One reading of everything but the entries: few files, so one after the other.
struct ReadingSession<Tree: SourceTree> {
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
            // A programme has a page: what its plan says of whom to call is not copied there.
            diagnostics += personalData.diagnostics(for: PersonalDataReading.found(in: text), in: path)
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

    /// Personal data in what all pages share.
    mutating func checkPublishedTexts(_ gazetteer: Gazetteer, _ policy: PrivacyPolicy) throws {
        let texts = PublishedTexts(policy)
        func source(_ path: String) throws -> SourceText? {
            present.contains(path) ? SourceText.decode(path: path, bytes: try tree.read(path)).value : nil
        }
        if let text = try source("content/site.yaml") { diagnostics += texts.configuration(text) }
        if let text = try source("content/vocabulary.yaml") { diagnostics += texts.vocabulary(text) }
        diagnostics += texts.places(gazetteer)
        for path in present.sorted() where path.hasPrefix("site-templates/") {
            guard path.hasSuffix(".mustache") || PublishedTexts.isForReaders(path) else { continue }
            if let text = try source(path) { diagnostics += texts.design(text) }
        }
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
