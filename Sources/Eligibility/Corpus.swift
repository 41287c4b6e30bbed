import Diagnostics
import Entries
import Places
import Privacy
import Programmes
import Registers

/// All that staff keep, as it was read: not yet held against anything.
package final class Corpus: Sendable {
    package let vocabulary: Vocabulary
    package let gazetteer: Gazetteer
    package let registers: Registers
    package let programmes: [Programme]
    package let entries: [SourceEntry]
    package let texts: [TextPage]
    /// The files of `content`, by their paths from there.
    package let files: Set<String>
    /// What is known of those files that entries refer to.
    package let fileFacts: [String: FileFact]
    /// The captions and transcripts of videos, by their paths from `content`, as far as their words are at hand.
    package let attachedTexts: [String: AttachedText]
    /// The Markdown documents that links may lead to, by their paths from `content`.
    package let documents: Set<String>
    /// The files of registers, places, vocabulary and programmes that could not be read, or are missing though a
    /// board must have them, by their paths from the board's root: what would have stood in them is not known.
    package let unread: Set<String>
    private let programmeIndex: [String: Int]

    package init(
        vocabulary: Vocabulary, gazetteer: Gazetteer, registers: Registers, programmes: [Programme], entries: [SourceEntry],
        texts: [TextPage], files: Set<String>, fileFacts: [String: FileFact],
        attachedTexts: [String: AttachedText] = [:], unread: Set<String> = []
    ) {
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
        self.registers = registers
        self.programmes = programmes
        self.entries = entries
        self.texts = texts
        self.files = files
        self.fileFacts = fileFacts
        self.attachedTexts = attachedTexts
        self.unread = unread
        documents = Set((entries.map(\.path) + texts.map(\.path)).map { String($0.dropFirst("content/".count)) })
        programmeIndex = Dictionary(programmes.indices.map { (programmes[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same corpus with some entries marked as withdrawn, and others as staying off the board.
    package func withdrawing(_ ids: Set<String>, keepingOff absent: Set<String> = []) -> Corpus {
        Corpus(
            vocabulary: vocabulary, gazetteer: gazetteer, registers: registers, programmes: programmes,
            entries: entries.map { source in
                guard ids.contains(source.id) || absent.contains(source.id) else { return source }
                var marked = source
                marked.isTakenDown = ids.contains(source.id)
                marked.staysOff = absent.contains(source.id)
                return marked
            },
            texts: texts, files: files, fileFacts: fileFacts, attachedTexts: attachedTexts, unread: unread)
    }

    /// The same corpus with other knowledge of its files.
    package func knowing(_ facts: [String: FileFact]) -> Corpus {
        Corpus(
            vocabulary: vocabulary, gazetteer: gazetteer, registers: registers, programmes: programmes, entries: entries, texts: texts,
            files: files, fileFacts: facts, attachedTexts: attachedTexts, unread: unread)
    }

    /// Whether what a file or a folder holds is not known.
    func isUnread(_ path: String) -> Bool {
        !unread.isEmpty && unread.contains { $0 == path || $0.hasPrefix(path + "/") }
    }

    /// Whether a rule reads something that is not known.
    func isUnread(_ sources: [RuleSource]) -> Bool {
        guard !unread.isEmpty else { return false }
        // Conditions, grades and names of all rules are codes.
        if unread.contains(Self.vocabularyPath) { return true }
        return sources.contains { source in
            switch source {
            case .entry: false
            case .register(let name): unread.contains(name.path)
            case .places: unread.contains(Self.placesPath)
            }
        }
    }

    static let placesPath = "content/places.csv"
    static let vocabularyPath = "content/vocabulary.yaml"

    /// The programme with that id.
    package func programme(_ id: String) -> Programme? {
        programmeIndex[id].map { programmes[$0] }
    }
}

/// One file of `content/entries` and what became of reading it. A file that could not be read as an
/// entry still counts: nobody may get lost.
package struct SourceEntry: Sendable {
    package var path: String
    /// The entry's id, or the one that its file name gives where it could not be read.
    package var id: String
    package var entry: Entry?
    /// What the file says of its publication, which is known even where the rest can't be read.
    package var status: Entry.Publication.Status?
    package var diagnostics: [Diagnostic]
    /// What the file's texts tell of people, in its order.
    package var personalData: [Located<PersonalDataFinding>]
    /// Whether the entry was taken down, whatever its file says.
    package var isTakenDown = false
    /// Whether the entry is not on the board now and may not come onto it: it keeps every other fate, but is
    /// withdrawn where it would be published.
    package var staysOff = false

    package init(
        path: String, id: String, entry: Entry?, status: Entry.Publication.Status? = nil, diagnostics: [Diagnostic],
        personalData: [Located<PersonalDataFinding>] = []
    ) {
        self.path = path
        self.id = id
        self.entry = entry
        self.status = status ?? entry?.publication.status
        self.diagnostics = diagnostics
        self.personalData = personalData
    }
}
