import Diagnostics
import Formats

/// Reads `content/places.csv` and `content/place_links.csv`.
package enum GazetteerParser {
    /// Reads both tables and holds them against each other.
    package static func parse(places: CSVTable, links: CSVTable?) -> Diagnosed<Gazetteer> {
        let collector = DiagnosticCollector()
        let places = readPlaces(places, collector)
        let gazetteer = Gazetteer(places: places, links: links.map { readLinks($0, collector) } ?? [])
        checkParents(gazetteer, collector)
        checkLinks(gazetteer, collector)
        return Diagnosed(gazetteer, collector.diagnostics)
    }

    private static func readPlaces(_ table: CSVTable, _ collector: DiagnosticCollector) -> [Place] {
        let reader = CSVReader(table, into: collector)
        let id = reader.column("place_id")
        let code = reader.column("official_code", required: false)
        let name = reader.column("name")
        let fullName = reader.column("full_name")
        let kind = reader.column("kind")
        let parent = reader.column("parent_id")
        let from = reader.column("valid_from", required: false)
        let to = reader.column("valid_to", required: false)
        let decree = reader.column("decree", required: false)
        let tags = reader.column("tags", required: false)
        reader.finishHeader()
        var lines: [String: SourcePlace] = [:]
        var places: [Place] = []
        for row in reader.rows {
            guard let placeID = row.identifier(id, required: true), let placeName = row.string(name, required: true),
                let placeKind = row.identifier(kind, required: true)
            else { continue }
            if let other = lines.updateValue(row.place, forKey: placeID.value) {
                collector.append(
                    Diagnostic(
                        .error, "duplicate-place",
                        Message(vi: "mã địa bàn “\(placeID.value)” có hai dòng", en: "the place “\(placeID.value)” has two rows"),
                        at: placeID.place(in: table.path),
                        remedy: Message(
                            vi: "mã hành chính có thể dùng lại, nhưng place_id thì không: đặt mã riêng cho từng thời kỳ",
                            en: "give each period an id of its own"),
                        notes: [Diagnostic.Note(Message(vi: "dòng trước", en: "the first row"), at: other)]))
                continue
            }
            places.append(
                Place(
                    id: placeID.value, officialCode: row.string(code)?.value ?? "", name: placeName.value,
                    fullName: row.string(fullName, required: true)?.value ?? placeName.value, kind: placeKind.value,
                    parentID: row.identifier(parent)?.value, validFrom: row.date(from)?.value, validTo: row.date(to)?.value,
                    decree: row.string(decree)?.value ?? "", tags: row.list(tags).map(\.value), source: row.place))
        }
        return places
    }

    private static func readLinks(_ table: CSVTable, _ collector: DiagnosticCollector) -> [PlaceLink] {
        let reader = CSVReader(table, into: collector)
        let from = reader.column("from_place_id")
        let to = reader.column("to_place_id")
        let effective = reader.column("effective")
        let relation = reader.column("relation")
        let part = reader.column("part", required: false)
        reader.finishHeader()
        return reader.rows.compactMap { row in
            let wholeness = row.choice(part, of: [("whole", true), ("part", false)])
            guard let from = row.identifier(from, required: true), let to = row.identifier(to, required: true),
                let day = row.date(effective, required: true),
                let relation = row.choice(relation, of: PlaceLink.Relation.allCases.map { ($0.rawValue, $0) }, required: true)
            else { return nil }
            return PlaceLink(
                from: from.value, to: to.value, effective: day.value, relation: relation.value, isWhole: wholeness?.value ?? true,
                source: row.place)
        }
    }

    // MARK: What the rows say of one another

    private static func checkParents(_ gazetteer: Gazetteer, _ collector: DiagnosticCollector) {
        for place in gazetteer.places {
            if let parent = place.parentID, gazetteer[parent] == nil {
                unknown(parent, at: place.source, gazetteer, collector)
            }
            if let parent = place.parentID, gazetteer.chain(from: parent).contains(where: { $0.id == place.id }) {
                collector.append(
                    Diagnostic(
                        .error, "circular-places",
                        Message(vi: "địa bàn “\(place.id)” nằm trong chính nó", en: "the place “\(place.id)” lies within itself"),
                        at: place.source, remedy: Message(vi: "sửa cột parent_id", en: "mend parent_id")))
            }
            if let from = place.validFrom, let to = place.validTo, to < from {
                collector.append(
                    Diagnostic(
                        .error, "place-ends-before-it-begins",
                        Message(
                            vi: "địa bàn “\(place.fullName)” kết thúc trước khi bắt đầu",
                            en: "the place “\(place.fullName)” ends before it begins"),
                        at: place.source, remedy: Message(vi: "kiểm tra valid_from và valid_to", en: "check valid_from and valid_to")))
            }
        }
    }

    private static func checkLinks(_ gazetteer: Gazetteer, _ collector: DiagnosticCollector) {
        for link in gazetteer.links {
            for id in [link.from, link.to] where gazetteer[id] == nil { unknown(id, at: link.source, gazetteer, collector) }
        }
    }

    private static func unknown(_ id: String, at place: SourcePlace, _ gazetteer: Gazetteer, _ collector: DiagnosticCollector) {
        let nearest = Suggestion.nearest(to: id, among: gazetteer.ids.sorted())
        collector.append(
            Diagnostic(
                .error, "unknown-place",
                Message(vi: "không có địa bàn “\(id)” trong places.csv", en: "there is no place “\(id)” in places.csv"), at: place,
                remedy: nearest.map { Message(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                    ?? Message(vi: "thêm địa bàn này vào places.csv", en: "add it to places.csv")))
    }
}
