import Board
import Diagnostics
import Eligibility
import Entries
import Places
import Programmes
import Registers
import Search

/// The files that the search page reads.
package enum SearchIndex {
    /// The files by their routes.
    package static func files(for plan: SitePlan) -> [(route: String, bytes: [UInt8])] {
        SearchIndexBuilder.files(for: content(of: plan)).map { (Route.searchIndex + $0.name, $0.bytes) }
    }

    /// What of a plan can be found: only what its pages show.
    static func content(of plan: SitePlan) -> SearchContent {
        let vocabulary = plan.corpus.vocabulary
        let years = Numbered(plan.honours.map(\.entry.year.value).sorted(by: >))
        let fields = Numbered(vocabulary[.fields].ids.filter(Set(plan.honours.map(\.field.id)).contains))
        let kinds = Numbered(SubjectKind.allCases.filter(Set(plan.honours.map(\.subject.kind)).contains))
        let usedLevels = Set(plan.honours.compactMap(\.level))
        let levels = Numbered(
            vocabulary[.levels].ids.filter(usedLevels.contains) + usedLevels.subtracting(vocabulary[.levels].ids).sorted())
        let programmes = Numbered(plan.corpus.programmes.map(\.id).filter(Set(plan.honours.map(\.programme.id)).contains))
        var places = PlaceNumbers(plan)
        let documents = plan.honours.map { honour in
            SearchDocument(
                address: honour.route, name: honour.subject.name, title: honour.entry.title, texts: texts(of: honour, vocabulary),
                year: years[honour.entry.year.value], field: fields[honour.field.id], kind: kinds[honour.subject.kind],
                level: honour.level.map { levels[$0] }, programme: programmes[honour.programme.id], spot: places.spot(of: honour))
        }
        return SearchContent(
            documents: documents, years: years.values.map { SearchValue(id: String($0), name: String($0)) },
            fields: fields.values.map { id in
                let field = vocabulary[.fields][id]
                return SearchValue(id: field?.slug ?? id, name: field?.name ?? id)
            },
            kinds: kinds.values.map { kind in
                SearchValue(id: slug(of: kind), name: vocabulary[.subjectKinds].name(of: kind.rawValue))
            },
            levels: levels.values.map { id in
                SearchValue(id: Self.slug(ofLevel: id, vocabulary), name: vocabulary[.levels].name(of: id))
            },
            programmes: programmes.values.map { id in
                SearchValue(id: id, name: plan.corpus.programme(id)?.shortTitle ?? id)
            },
            places: places.searchPlaces(), spots: places.spots)
    }

    /// As addresses name the levels.
    static func slug(ofLevel id: String, _ vocabulary: Vocabulary) -> String { vocabulary[.levels][id]?.slug ?? id }

    /// As addresses name the kinds.
    static func slug(of kind: SubjectKind) -> String {
        switch kind {
        case .collective: "tap-the"
        case .individual: "ca-nhan"
        case .household: "ho-gia-dinh"
        }
    }

    private static func texts(of honour: Honour, _ vocabulary: Vocabulary) -> [String] {
        let entry = honour.entry
        let position = honour.subject.positionText ?? honour.subject.position.map(vocabulary[.positions].name(of:))
        let field = honour.programme.fieldName(honour.field.id)
        let given = vocabulary.given(honour.decision.given), decision = "Quyết định số \(honour.decision.decision.number)"
        let texts = [entry.summary.value, position, entry.model?.title, entry.model?.lead, given, decision, field]
        return texts.compactMap { $0 } + entry.results.map(\.what)
    }
}

/// Values in an order, each once, and their numbers.
private struct Numbered<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    init(_ values: [Value]) {
        for value in values where numbers[value] == nil {
            numbers[value] = self.values.count
            self.values.append(value)
        }
    }

    subscript(value: Value) -> Int { numbers[value]! }
}

/// The places of a plan by number, in the order of their names; and the spots, as honours come to lie at them.
private struct PlaceNumbers {
    private let plan: SitePlan
    private let places: [Place]
    private let numbers: [String: Int]
    private(set) var spots: [SearchSpot] = []
    private var spotOfPlace: [String: Int] = [:]

    init(_ plan: SitePlan) {
        self.plan = plan
        places = plan.corpus.gazetteer.placesInOrder.filter { plan.listing(at: Route.place($0.id)) != nil }
        numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1.id, $0) })
    }

    mutating func spot(of honour: Honour) -> Int {
        let id = honour.entry.placeID.value
        if let known = spotOfPlace[id] { return known }
        let all = plan.placesThenAndNow(of: honour).compactMap { numbers[$0] }.sorted()
        spots.append(SearchSpot(text: Words.place(honour.places), places: all))
        spotOfPlace[id] = spots.count - 1
        return spots.count - 1
    }

    func searchPlaces() -> [SearchPlace] {
        places.map { place in
            SearchPlace(
                id: place.id, name: place.fullName, parent: place.parentID.flatMap { numbers[$0] }, hasEnded: !place.exists(on: plan.asOf))
        }
    }
}
