/// What can be found: documents, and what they can be narrowed down by. Plain values; the search does not know what they stand for.
package struct SearchContent: Sendable {
    /// In the order in which equally good finds are shown.
    package var documents: [SearchDocument]
    /// The facets of one value each, by the order in which they are offered.
    package var years: [SearchValue]
    package var fields: [SearchValue]
    package var kinds: [SearchValue]
    package var levels: [SearchValue]
    package var programmes: [SearchValue]
    package var places: [SearchPlace]
    /// Where documents lie; many lie at the same spot.
    package var spots: [SearchSpot]

    package init(
        documents: [SearchDocument], years: [SearchValue], fields: [SearchValue], kinds: [SearchValue], levels: [SearchValue],
        programmes: [SearchValue], places: [SearchPlace], spots: [SearchSpot]
    ) {
        self.documents = documents
        self.years = years
        self.fields = fields
        self.kinds = kinds
        self.levels = levels
        self.programmes = programmes
        self.places = places
        self.spots = spots
    }
}

/// One value of a facet.
package struct SearchValue: Sendable, Hashable {
    /// As it stands in addresses: `2024`, `kinh-te`.
    package var id: String
    package var name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// A place that documents can be narrowed down to.
package struct SearchPlace: Sendable {
    package var id: String
    package var name: String
    /// The place around it, by index; nil for the largest.
    package var parent: Int?
    /// Whether there is no such place any more.
    package var hasEnded: Bool

    package init(id: String, name: String, parent: Int?, hasEnded: Bool) {
        self.id = id
        self.name = name
        self.parent = parent
        self.hasEnded = hasEnded
    }
}

/// Where documents lie.
package struct SearchSpot: Sendable {
    /// As results show it.
    package var text: String
    /// All places that a document here belongs to, then and now, by index.
    package var places: [Int]

    package init(text: String, places: [Int]) {
        self.text = text
        self.places = places
    }
}

/// Something that can be found. Facets are named by their index.
package struct SearchDocument: Sendable {
    /// Relative to the base of the site.
    package var address: String
    package var name: String
    package var title: String
    /// What is searched besides, after names, titles and places.
    package var texts: [String]
    package var year: Int
    package var field: Int
    package var kind: Int
    package var level: Int?
    package var programme: Int
    package var spot: Int

    package init(
        address: String, name: String, title: String, texts: [String], year: Int, field: Int, kind: Int, level: Int?, programme: Int,
        spot: Int
    ) {
        self.address = address
        self.name = name
        self.title = title
        self.texts = texts
        self.year = year
        self.field = field
        self.kind = kind
        self.level = level
        self.programme = programme
        self.spot = spot
    }
}
