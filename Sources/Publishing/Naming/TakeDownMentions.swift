import Diagnostics
import Eligibility
import Registers
import Vietnamese

extension Mentions {
    /// Looks for what still names the honouree of an entry that was taken down.
    ///
    /// Who it was is read from the content and, since that may be in any state, from what was published last.
    package static func left(of id: String, _ options: BoardOptions) async throws -> Mentions {
        let tree = try BoardFolder(root: options.root)
        var honourees: [Honouree] = []
        var subjects: [(id: String, name: String)] = []
        func add(_ corpus: Corpus) {
            subjects += corpus.registers.rows.subjects.map { ($0.id, $0.name) }
            guard let found = Honouree(id, in: corpus) else { return }
            // One person, as the content and as what was published have him or her.
            if honourees.isEmpty { honourees.append(found) } else { honourees[0].add(found) }
        }
        var reader = ContentReader(keepsCache: false)
        add(try await reader.read(tree).corpus)
        if let snapshot = try Snapshot(at: options.state.path(of: .snapshot)) {
            var reader = ContentReader(keepsCache: false)
            add(try await reader.read(snapshot).corpus)
        }
        let search = MentionSearch(honourees)
        let own = Set(honourees.compactMap(\.subjectID)), names = Set(honourees.flatMap(\.names).map { Fold.comparable($0) })
        let namesakes = Set(subjects.filter { !own.contains($0.id) && names.contains(Fold.comparable($0.name)) }.map(\.id))
        let inContent = try await search.mentions(in: tree), onSite = try await search.mentions(onSite: options.output)
        return Mentions(
            inContent: inContent.mentions, onSite: onSite.mentions, unread: (inContent.unread, onSite.unread),
            namesakes: namesakes.sorted(), hasName: search.hasName)
    }
}
