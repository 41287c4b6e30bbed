import Diagnostics
import Formats
import Places
import Programmes
import Registers
import Vietnamese

/// Completes authorities that end in a bare level: “Chủ tịch UBND huyện” on the row of an award in Vạn Ninh is “Chủ tịch
/// UBND huyện Vạn Ninh”.
///
/// Within one office the short form is unambiguous, and registers are written that way. On a board of a province it is
/// not: two communes' decisions of one number and day would be one. The place is that of the row, else that of its
/// programme, else that of its subject; the name of the first among these and those around them that is of the level.
package struct AuthorityCompletion {
    private let gazetteer: Gazetteer
    private let placeOfProgramme: [String: String]
    private var known: [TextKey: Level?] = [:]
    private var completed: [Occasion: String?] = [:]

    private struct Occasion: Hashable {
        var authority: TextKey
        var place: String
    }

    package init(_ gazetteer: Gazetteer, _ programmes: [Programme]) {
        self.gazetteer = gazetteer
        placeOfProgramme = Dictionary(programmes.map { ($0.id, $0.placeID.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Completes the authorities of all decisions, and of those that revoked them. What no place completes stays as it is.
    package mutating func complete(_ rows: inout RegisterRows) {
        var subjectPlaces: [String: String]?
        func place(of subject: String) -> String? {
            if subjectPlaces == nil {
                subjectPlaces = Dictionary(
                    rows.subjects.compactMap { row in row.placeID.map { (row.id, $0) } }, uniquingKeysWith: { first, _ in first })
            }
            return subjectPlaces?[subject]
        }
        for index in rows.awards.indices {
            let row = rows.awards[index]
            guard isBare(row.decision.authority) || isBare(row.revokedBy ?? "") else { continue }
            let places = [row.placeID, placeOfProgramme[row.programmeID]]
            rows.awards[index].decision = complete(row.decision, places)
            rows.awards[index].revokedBy = row.revokedBy.map { revokedBy in complete(revokedBy, places) }
        }
        for index in rows.recognitions.indices {
            let row = rows.recognitions[index]
            guard isBare(row.decision.authority) || isBare(row.revokedBy ?? "") else { continue }
            let places = [row.placeID, row.programmeID.flatMap { placeOfProgramme[$0] }, place(of: row.subjectID)]
            rows.recognitions[index].decision = complete(row.decision, places)
            rows.recognitions[index].revokedBy = row.revokedBy.map { revokedBy in complete(revokedBy, places) }
        }
    }

    private mutating func isBare(_ authority: String) -> Bool {
        let words = TextKey(authority)
        if let level = known[words] { return level != nil }
        let level = Self.bareLevel(endOf: authority)
        known[words] = .some(level)
        return level != nil
    }

    private mutating func complete(_ decision: Decision, _ places: [String?]) -> Decision {
        decision.completed(with: complete(decision.authority, places))
    }

    private mutating func complete(_ authority: String, _ places: [String?]) -> String {
        guard isBare(authority), let level = known[TextKey(authority)] ?? nil else { return authority }
        for case let place? in places {
            let occasion = Occasion(authority: TextKey(authority), place: place)
            let found = completed[occasion] ?? name(of: level, around: place)
            completed[occasion] = .some(found)
            if let found { return authority + found }
        }
        return authority
    }

    /// What is missing behind the level: the rest of the name of the first place that is of it.
    private func name(of level: Level, around place: String) -> String? {
        for place in gazetteer.chain(from: place) {
            for name in [place.fullName, place.name] {
                let words = name.split(separator: " ").map { Fold.comparable(String($0), ignoringCase: true) }
                guard words.count > level.place.count, words.starts(with: level.place) else { continue }
                return " " + name.split(separator: " ").dropFirst(level.place.count).joined(separator: " ")
            }
        }
        return nil
    }

    // MARK: Bare levels

    /// The words that end an authority's name and say no more than its level.
    package struct Level: Sendable, Equatable {
        /// As they end the authority: `huyện`, `huyện ủy`.
        package let words: [String]
        /// How the names of such places begin: `huyện`.
        let place: [String]
    }

    /// The bare level in which an authority's name ends; nil where it names its place.
    package static func bareLevel(endOf authority: String) -> Level? {
        // Nearly all authorities end in a name.
        let last = Fold.folded(String(authority.utf8.split(separator: 0x20).last.map(Substring.init) ?? ""))
        guard lastWords.contains(last) || !last.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let words = Fold.comparable(authority, ignoringCase: true).split(separator: " ").map(String.init)
        guard let level = levels.first(where: { words.suffix($0.words.count) == $0.words[...] }) else { return nil }
        // “UBND cấp xã” speaks of a kind, and a place may be called by such a word alone.
        return words.count == level.words.count && level.words == level.place || words.dropLast(level.words.count).last == "cấp"
            ? nil : level
    }

    /// The words in which the names of levels end, folded.
    private static let lastWords = Set(levels.compactMap(\.words.last).map { Fold.folded($0) })

    /// Longer ones first: “thị xã” ends in “xã”.
    private static let levels: [Level] = {
        let places = ["thị trấn", "thị xã", "thành phố", "đặc khu", "xã", "phường", "huyện", "quận", "tỉnh", "khối"].map {
            $0.split(separator: " ").map(String.init)
        }
        let bodies = [("huyện", "huyện"), ("quận", "quận"), ("thị", "thị xã"), ("thành", "thành phố"), ("tỉnh", "tỉnh")].flatMap {
            word, place in
            ["ủy", "đoàn"].map { Level(words: [word, $0], place: place.split(separator: " ").map(String.init)) }
        }
        return bodies + places.map { Level(words: $0, place: $0) }
    }()
}
