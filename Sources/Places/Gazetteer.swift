import Diagnostics
import Formats
import Vietnamese

/// All places that the board knows, in time.
package struct Gazetteer: Sendable {
    package private(set) var places: [Place]
    /// The places as Vietnamese orders their names, then the kinds before them; of one name the older first.
    package private(set) var placesInOrder: [Place]
    package private(set) var links: [PlaceLink]
    private var indexByID: [String: Int]
    private var childrenByID: [String: [Place]]
    private var linksFromID: [String: [Int]]
    private var linksToID: [String: [Int]]

    package init(places: [Place] = [], links: [PlaceLink] = []) {
        self.places = places
        self.links = links
        indexByID = Dictionary(places.indices.map { (places[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        placesInOrder = Self.inOrder(places)
        childrenByID = Dictionary(grouping: placesInOrder.filter { $0.parentID != nil }) { $0.parentID! }
        linksFromID = Dictionary(grouping: links.indices) { links[$0].from }
        linksToID = Dictionary(grouping: links.indices) { links[$0].to }
    }

    /// The place with that id.
    package subscript(id: String) -> Place? {
        indexByID[id].map { places[$0] }
    }

    package var ids: some Sequence<String> { indexByID.keys }

    /// The place and those it lies in, from the smallest to the largest. Circles end the walk: the
    /// parser reports them.
    package func chain(from id: String) -> [Place] {
        var chain: [Place] = []
        var seen: Set<String> = []
        var next: String? = id
        while let current = next, seen.insert(current).inserted, let place = self[current] {
            chain.append(place)
            next = place.parentID
        }
        return chain
    }

    /// The nearest place of that kind among the place itself and those it lies in.
    package func ancestor(of id: String, kind: String) -> Place? {
        chain(from: id).first { $0.kind == kind }
    }

    /// The places that lie in it directly, in the order of their names.
    package func children(of id: String) -> [Place] { childrenByID[id] ?? [] }

    /// Some places in the order of their names.
    package func inOrder(_ some: [Place]) -> [Place] { some.count < 2 ? some : Self.inOrder(some) }

    private static func inOrder(_ places: [Place]) -> [Place] {
        struct Rank: Comparable {
            let name: CollationKey
            let fullName: CollationKey
            let from: CalendarDay?
            let id: String

            init(_ place: Place) {
                (name, fullName) = (CollationKey(place.name), CollationKey(place.fullName))
                (from, id) = (place.validFrom, place.id)
            }

            static func < (left: Rank, right: Rank) -> Bool {
                if left.name != right.name { return left.name < right.name }
                if left.fullName != right.fullName { return left.fullName < right.fullName }
                if left.from != right.from { return (left.from?.daysSinceEpoch ?? .min) < (right.from?.daysSinceEpoch ?? .min) }
                return left.id < right.id
            }
        }
        let ranks = places.map(Rank.init)
        return places.indices.sorted { ranks[$0] < ranks[$1] }.map { places[$0] }
    }

    /// What the place is on that day: the place itself while it exists, else its successors, followed
    /// through as many reforms as there were.
    package func successors(of id: String, on day: CalendarDay) -> [Place] {
        var result: [Place] = []
        var seen: Set<String> = []
        func follow(_ id: String) {
            guard seen.insert(id).inserted, let place = self[id] else { return }
            if place.exists(on: day) { return result.append(place) }
            for link in linksFromID[id] ?? [] where links[link].effective <= day { follow(links[link].to) }
        }
        follow(id)
        return result
    }

    /// What a place that has ended is on that day. A district that ended has no successor of its own: it is
    /// where its communes went, else where its province went.
    package func today(for place: Place, on day: CalendarDay) -> [Place] {
        let own = successors(of: place.id, on: day)
        if !own.isEmpty { return own }
        let ofChildren = children(of: place.id).flatMap { successors(of: $0.id, on: day) }
        if !ofChildren.isEmpty {
            var seen: Set<String> = []
            return ofChildren.filter { seen.insert($0.id).inserted }
        }
        return place.parentID.map { successors(of: $0, on: day) } ?? []
    }

    /// Whether the place became something else, whole or in part.
    package func hasLinks(from id: String) -> Bool { linksFromID[id] != nil }

    /// Every place that this one became, at once or later, through all reforms.
    package func followers(of id: String) -> [Place] {
        var result: [Place] = []
        var seen: Set<String> = [id]
        func follow(_ id: String) {
            for link in linksFromID[id] ?? [] {
                let to = links[link].to
                guard seen.insert(to).inserted, let place = self[to] else { continue }
                result.append(place)
                follow(to)
            }
        }
        follow(id)
        return result
    }

    /// The places that went, whole or in part, into this one, through all reforms.
    package func predecessors(of id: String) -> [Place] {
        var result: [Place] = []
        var seen: Set<String> = [id]
        func follow(_ id: String) {
            for link in linksToID[id] ?? [] {
                let from = links[link].from
                guard seen.insert(from).inserted, let place = self[from] else { continue }
                result.append(place)
                follow(from)
            }
        }
        follow(id)
        return result
    }
}
