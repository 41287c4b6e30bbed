import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Registers
import Vietnamese

/// Who is to be named no more: what people call them, and where their own rows, file and page are.
package struct Honouree: Sendable {
    /// The entry's id.
    package var id: String
    /// The entry's file, from the board's root.
    package var path: String
    package var subjectID: String?
    /// The name as registers have it, and without the words that a household's or a person's may begin with.
    package var names: [String]
    /// The addresses of the entry's page, now and before, relative to the base.
    package var routes: [String]

    /// - Parameter corpus: where the entry and its subject are looked up; nil where it has no such entry.
    package init?(_ id: String, in corpus: Corpus) {
        guard let source = corpus.entries.first(where: { $0.id == id }) else { return nil }
        self.init(source, in: corpus)
    }

    init(_ source: SourceEntry, in corpus: Corpus) {
        id = source.id
        path = source.path
        subjectID = source.entry?.subjectID.value
        let versions = subjectID.map { id in corpus.registers.rows.subjects.filter { $0.id == id } } ?? []
        var names: [String] = []
        for name in versions.map(\.name) {
            for form in [name, Self.withoutTitles(name)] where !names.contains(form) { names.append(form) }
        }
        self.names = names
        let year = source.entry.map { String($0.year.value) } ?? source.path.split(separator: "/").dropFirst(2).first.map(String.init)
        routes = year.map { ["\(Route.entries)\($0)/\(source.id)/"] } ?? []
        routes += source.entry?.aliases.map(\.value) ?? []
    }

    /// Takes over what another reading knows of the same person.
    mutating func add(_ other: Honouree) {
        subjectID = subjectID ?? other.subjectID
        names += other.names.filter { !names.contains($0) }
        routes += other.routes.filter { !routes.contains($0) }
    }

    /// “Hộ ông Lê Văn Mẫu” is named where “Lê Văn Mẫu” is.
    private static let titles: Set<String> = ["ho", "gia", "dinh", "ong", "ba", "anh", "chi", "co", "chu", "bac", "em"]

    private static func withoutTitles(_ name: String) -> String {
        let words = name.split(separator: " ")
        // Of a unit's name nothing is a title: “Chi bộ thôn Mẫu A” keeps its first word.
        guard let first = words.first, ["ho", "gia", "ong", "ba"].contains(Fold.folded(String(first))) else { return name }
        let rest = words.drop { titles.contains(Fold.folded(String($0))) }
        return rest.count > 1 ? rest.joined(separator: " ") : name
    }
}
