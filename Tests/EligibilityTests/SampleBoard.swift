import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers
import Testing

/// A small board in memory, read by the real parsers: the project's own vocabulary and its programme of
/// Lục Ngạn 2021, with an invented party committee and an invented secretary who meet every rule of it.
/// A test changes one cell or one key and says what follows.
struct SampleBoard: Sendable {
    static let committee = "dang-bo-xa-mau-an"
    static let secretary = "nguyen-van-mau"
    static let committeeEntry = "dang-bo-xa-mau-an-2021"
    static let secretaryEntry = "nguyen-van-mau-2021"

    var vocabulary = ProjectFiles.vocabulary
    var programmes = [(path: ProjectFiles.lucNganPath, text: ProjectFiles.lucNgan)]
    var places = """
        place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree
        tinh-bac-giang,24,Bắc Giang,Tỉnh Bắc Giang,province,,,2025-06-30,
        huyen-luc-ngan,217,Lục Ngạn,Huyện Lục Ngạn,district,tinh-bac-giang,,2025-06-30,
        xa-mau-an,,Mẫu An,Xã Mẫu An,commune,huyen-luc-ngan,,2025-06-30,
        """
    var registers = Self.registers
    var entries = [Self.committeeSample, Self.secretarySample]
    var acceptedKinds: Set<String> = []
    var privacy = PrivacyPolicy()
    var asOf = CalendarDay(year: 2021, month: 10, day: 1)!

    // MARK: Changing it

    subscript(cell: Cell) -> String {
        get {
            let table = self[cell.register]
            return table.rows[table.index(ofRow: cell.match)][table.index(ofColumn: cell.column)]
        }
        set {
            let table = self[cell.register]
            let (row, column) = (table.index(ofRow: cell.match), table.index(ofColumn: cell.column))
            self[cell.register].rows[row][column] = newValue
        }
    }

    subscript(register: RegisterName) -> SampleTable {
        get { registers[register]! }
        set { registers[register] = newValue }
    }

    subscript(entry id: String) -> SampleEntry {
        get { entries[index(of: id)] }
        set { entries[index(of: id)] = newValue }
    }

    private func index(of id: String) -> Int { entries.firstIndex { $0["id"] == id }! }

    /// Adds a row, at the end or as the first one; columns that are not named stay empty.
    mutating func add(_ register: RegisterName, first: Bool = false, _ cells: [String: String]) {
        let header = self[register].header
        precondition(cells.keys.allSatisfy(header.contains), "the register \(register) has no such column")
        self[register].rows.insert(header.map { cells[$0] ?? "" }, at: first ? 0 : self[register].rows.count)
    }

    /// Adds a copy of a row with some cells changed.
    mutating func copy(_ register: RegisterName, _ match: [String], first: Bool = false, _ cells: [String: String]) {
        let table = self[register]
        var row = table.rows[table.index(ofRow: match)]
        for (column, value) in cells { row[table.index(ofColumn: column)] = value }
        self[register].rows.insert(row, at: first ? 0 : table.rows.count)
    }

    /// Takes away every row that holds all of these cells.
    mutating func remove(_ register: RegisterName, _ match: [String]) {
        let count = self[register].rows.count
        self[register].rows.removeAll { row in match.allSatisfy(row.contains) }
        precondition(self[register].rows.count < count, "the sample has no row with \(match)")
    }

    /// Adds a further subject with an entry and rows of its own, all like the sample's.
    mutating func addTwin(of sample: SampleEntry, number: Int) {
        let subject = sample["subject"]!
        for register in [RegisterName.subjects, .recognitions, .ratings, .reviews, .dossiers] {
            let column = self[register].index(ofColumn: "subject_id")
            for row in self[register].rows where row[column] == subject {
                self[register].rows.append(
                    row.enumerated().map { index, cell in
                        if index == column { return "\(subject)-\(number)" }
                        return self[register].header[index] == "recognition_id" ? "\(cell)-\(number)" : cell
                    })
            }
        }
        var entry = sample
        let id = "\(sample["id"]!)-\(number)"
        entry.path = "content/entries/2021/\(id)/index.md"
        entry["id"] = id
        entry["subject"] = "\(subject)-\(number)"
        entry["recognition"] = "\(sample["recognition"]!)-\(number)"
        entries.append(entry)
    }

    /// Gives a rule of the programme another weight.
    mutating func setSeverity(_ severity: String, ofRule rule: String) {
        let text = programmes[0].text
        let start = text.firstRange(of: "- id: \(rule)\n")!.upperBound
        programmes[0].text.replaceSubrange(text[start...].firstRange(of: "severity: error")!, with: "severity: \(severity)")
    }

    /// Changes the words of the programme, which must hold them exactly once.
    mutating func editProgramme(_ old: String, _ new: String) {
        precondition(programmes[0].text.ranges(of: old).count == 1, "the programme must hold “\(old)” once")
        programmes[0].text.replace(old, with: new)
    }

    /// Adds a rule to the programme, as YAML without its list's indentation.
    mutating func addRule(_ yaml: String) {
        let item = yaml.split(separator: "\n").enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element + "\n" }.joined()
        editProgramme("\nforms:\n", "\n" + item + "\nforms:\n")
    }

    // MARK: Checking it

    private static func read(_ vocabulary: String) -> Diagnosed<Vocabulary> {
        VocabularyParser.parse(SourceText(path: "content/vocabulary.yaml", text: vocabulary))
    }

    private static let projectVocabulary = read(ProjectFiles.vocabulary).value
    /// The project's programmes, by their texts.
    private static let projectProgrammes = Dictionary(
        uniqueKeysWithValues: [
            (ProjectFiles.lucNganPath, ProjectFiles.lucNgan), (ProjectFiles.yenBaiPath, ProjectFiles.yenBai),
            (ProjectFiles.vanNinhPath, ProjectFiles.vanNinh),
        ].map { path, text in
            (text, ProgrammeParser.parse(SourceText(path: path, text: text), vocabulary: projectVocabulary).value!)
        })

    /// Reads and checks the board. What the parsers of everything but entries find must be `expected`.
    func check(parsing expected: [String] = []) async throws -> SampleReport {
        var diagnostics: [Diagnostic] = []
        func keep<Value>(_ read: Diagnosed<Value>) -> Value {
            diagnostics += read.diagnostics
            return read.value
        }
        func table(_ path: String, _ text: String) throws -> CSVTable {
            try #require(keep(CSVTable.parse(SourceText(path: path, text: text))))
        }
        // Most tests leave these alone: they are read once.
        let words = vocabulary == ProjectFiles.vocabulary ? Self.projectVocabulary : keep(Self.read(vocabulary))
        let gazetteer = keep(GazetteerParser.parse(places: try table("content/places.csv", places), links: nil))
        var rows = RegisterRows()
        for name in RegisterName.allCases {
            if let sample = registers[name] { diagnostics += RegisterParser.parse(name, try table(name.path, sample.csv), into: &rows) }
        }
        let plans = try programmes.map { file in
            if let programme = Self.projectProgrammes[file.text] { return programme }
            return try #require(keep(ProgrammeParser.parse(SourceText(path: file.path, text: file.text), vocabulary: words)))
        }
        let sources = entries.map { sample in
            let parsed = EntryParser.parse(SourceText(path: sample.path, text: sample.text))
            let entry = parsed.value.entry
            let id = entry?.id.value ?? EntryParser.defaultID(for: sample.path)
            return SourceEntry(
                path: sample.path, id: id, entry: entry, status: parsed.value.status, diagnostics: parsed.diagnostics,
                personalData: parsed.value.personalData)
        }
        let pictures = Set(sources.flatMap { $0.entry?.photos.map(\.file.value) ?? [] })
        var authorities = AuthorityCompletion(gazetteer, plans)
        authorities.complete(&rows)
        let registers = Registers(rows)
        diagnostics += RegisterCodes(registers, gazetteer, words).diagnostics()
        #expect(diagnostics.map(\.code) == expected, "found while the board was read")
        let corpus = Corpus(
            vocabulary: words, gazetteer: gazetteer, registers: registers, programmes: plans, entries: sources, texts: [], files: pictures,
            fileFacts: Dictionary(uniqueKeysWithValues: pictures.map { ($0, .picture(width: 800, height: 600)) }))
        let report = try await Checker.check(corpus, options: CheckOptions(asOf: asOf, acceptedKinds: acceptedKinds, privacy: privacy))
        return SampleReport(corpus: corpus, report: report)
    }
}

/// A check's report, asked by the ids of entries and rules.
struct SampleReport: Sendable {
    let corpus: Corpus
    let report: CheckReport

    func entry(_ id: String) throws -> EntryReport {
        report.entries[try #require(corpus.entries.firstIndex { $0.id == id }, "no entry \(id)")]
    }

    /// The outcome of every rule, by its id.
    func outcomes(of id: String) throws -> [String: RuleOutcome] {
        let index = try #require(corpus.entries.firstIndex { $0.id == id }, "no entry \(id)")
        let programme = try #require(corpus.entries[index].entry.flatMap { corpus.programme($0.programmeID.value) })
        return Dictionary(uniqueKeysWithValues: report.entries[index].outcomes.map { (programme.rules[$0.rule].id, $0) })
    }

    /// Every outcome's status, by the rule's id.
    func statuses(of id: String) throws -> [String: OutcomeStatus] { try outcomes(of: id).mapValues(\.status) }

    /// What a rule found about an entry.
    func findings(_ rule: String, of id: String) throws -> [Diagnostic] {
        try entry(id).diagnostics.filter { $0.clause?.rule == rule }
    }

    /// Fates by the entries' ids.
    var fates: [String: Fate] {
        Dictionary(zip(corpus.entries, report.entries).map { ($0.id, $1.fate) }, uniquingKeysWith: { first, _ in first })
    }
}
