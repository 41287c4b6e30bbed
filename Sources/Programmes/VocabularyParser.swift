import Diagnostics
import Formats
import Vietnamese

/// Reads `content/vocabulary.yaml`.
package enum VocabularyParser {
    /// Reads the lists and all that is wrong with them.
    package static func parse(_ text: SourceText) -> Diagnosed<Vocabulary> {
        let document = YAMLParser.parse(text)
        let collector = DiagnosticCollector()
        guard let node = document.value,
            let reader = MappingReader(node, in: text.path, as: Message(vi: "tệp từ vựng", en: "the vocabulary"), into: collector)
        else { return Diagnosed(Vocabulary(), document.diagnostics + collector.diagnostics) }
        var vocabulary = Vocabulary()
        for list in Vocabulary.List.allCases {
            vocabulary.lists[list] = terms(reader.mappings(list.rawValue, required: !list.isOptional), mayEnd: list == .levels)
        }
        for scale in reader.mappings("rating_scales", required: true) {
            let id = scale.identifier("id", required: true), name = scale.string("name", required: true)
            let grades = terms(scale.mappings("grades", required: true))
            guard let id else { continue }
            vocabulary.ratingScales[id.value] = RatingScale(id: id.value, name: name?.value ?? id.value, grades: grades)
        }
        reader.finish()
        return Diagnosed(vocabulary, document.diagnostics + collector.diagnostics)
    }

    /// - Parameter mayEnd: whether an item may say until when there was such a thing.
    private static func terms(_ readers: [MappingReader], mayEnd: Bool = false) -> TermList {
        var seen: Set<String> = []
        return TermList(
            readers.compactMap { reader in
                let id = reader.identifier("id", required: true), written = reader.string("name", required: true)
                let slug = reader.identifier("slug")
                let aliases = reader.strings("aliases").map(\.value)
                _ = reader.string("short")
                let validTo = mayEnd ? reader.date("valid_to")?.value : nil
                let endedBy = mayEnd ? reader.string("ended_by")?.value : nil
                guard let id else { return nil }
                let name = written?.value ?? id.value
                guard seen.insert(id.value).inserted else {
                    reader.collector.append(
                        Diagnostic(
                            .error, "duplicate-code",
                            Message(vi: "mã “\(id.value)” đã có trong danh sách này", en: "the code “\(id.value)” is already in this list"),
                            at: id.place(in: reader.path), remedy: Message(vi: "bỏ một trong hai mục", en: "remove one of the two")))
                    return nil
                }
                return Term(
                    id: id.value, name: name, slug: slug?.value ?? Slug.make(name), aliases: aliases, validTo: validTo, endedBy: endedBy,
                    slugPlace: (slug ?? written ?? id).place(in: reader.path))
            })
    }
}
