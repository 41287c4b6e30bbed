import Entries

/// What an earlier check found of each entry alone, before entries were held against one another.
package struct CheckMemory: Sendable {
    private let corpus: Corpus
    private let options: CheckOptions
    private let entries: [String: SourceEntry]
    private let judgements: [String: Judgement]
    /// What the registers tell of people.
    let registerData: RegisterPersonalData
    /// What registers say against one another.
    let registers: RegisterCheck.Findings

    init(_ corpus: Corpus, _ options: CheckOptions, _ found: Checker.Found) {
        registerData = found.registerData
        registers = found.registers
        self.corpus = corpus
        self.options = options
        self.judgements = Dictionary(zip(corpus.entries.map(\.path), found.judgements), uniquingKeysWith: { first, _ in first })
        entries = Dictionary(corpus.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether entries of this corpus are held against what they were held against before. The registers
    /// are read together with the rules, the places and the vocabulary, and are one object until any of
    /// them changes.
    func applies(to other: Corpus, _ otherOptions: CheckOptions) -> Bool {
        corpus.registers === other.registers && options == otherOptions && corpus.documents == other.documents
            && corpus.files == other.files
            && corpus.fileFacts == other.fileFacts
            && corpus.attachedTexts == other.attachedTexts
    }

    /// The judgement of an entry that is still the same one.
    func judgement(of source: SourceEntry) -> Judgement? {
        guard let known = entries[source.path], let entry = known.entry, entry === source.entry, known.isTakenDown == source.isTakenDown,
            known.staysOff == source.staysOff
        else {
            return nil
        }
        return judgements[source.path]
    }
}
