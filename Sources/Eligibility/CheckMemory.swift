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
        corpus.registers === other.registers && options == otherOptions
    }

    /// The judgements that still hold in another corpus, in the order of its entries; nil for those to be made.
    ///
    /// An entry is judged by itself and by the files and documents that it names. One that names what isn't there is
    /// judged anew whenever files come or go, since its finding may name another.
    func judgements(in other: Corpus) -> [Judgement?] {
        let changes = ReferenceChanges(from: corpus, to: other)
        return other.entries.map { source in
            guard let known = entries[source.path], let entry = known.entry, entry === source.entry,
                known.isTakenDown == source.isTakenDown, known.staysOff == source.staysOff, !changes.concern(entry)
            else { return nil }
            return judgements[source.path]
        }
    }
}

/// What entries may refer to, as far as it differs between two readings of a board.
private struct ReferenceChanges {
    private let files: Set<String>
    private let documents: Set<String>
    private let other: Corpus
    /// Whether files or documents came or went.
    private let hasOtherNames: Bool

    init(from old: Corpus, to other: Corpus) {
        self.other = other
        let names = old.files == other.files ? [] : old.files.symmetricDifference(other.files)
        documents = old.documents == other.documents ? [] : old.documents.symmetricDifference(other.documents)
        hasOtherNames = !names.isEmpty || !documents.isEmpty
        files = names.union(Self.differences(old.fileFacts, other.fileFacts))
            .union(Self.differences(old.attachedTexts, other.attachedTexts))
    }

    private static func differences<Value: Equatable>(_ old: [String: Value], _ new: [String: Value]) -> [String] {
        guard old != new else { return [] }
        return new.filter { old[$0.key] != $0.value }.map(\.key) + old.keys.filter { new[$0] == nil }
    }

    func concern(_ entry: Entry) -> Bool {
        guard hasOtherNames || !files.isEmpty else { return false }
        if entry.filePaths.contains(where: { files.contains($0) || (hasOtherNames && !other.files.contains($0)) }) { return true }
        return hasOtherNames
            && entry.body.targets.contains {
                $0.kind == .document && (documents.contains($0.path) || !other.documents.contains($0.path))
            }
    }
}
