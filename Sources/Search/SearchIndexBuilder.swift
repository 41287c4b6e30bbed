import Diagnostics
import Formats

/// One file of the index.
package struct SearchFile: Sendable {
    /// Within the folder of the index.
    package var name: String
    package var bytes: [UInt8]
}

/// Makes the index that the search page reads: from documents as values to files as bytes. The same content gives the same bytes.
///
/// `docs/tim-kiem.md` describes the files and gives the reasons:
///
/// | file | what it holds | read |
/// | --- | --- | --- |
/// | `muc-luc.json` | counts, the values of the facets, the first word of each file of words | at the first query |
/// | `am-N.txt` | words, each with the documents it stands in | those that a query names |
/// | `cap-N.txt` | the same for two words that follow one another | for phrases |
/// | `bai-N.json` | what results show of 32 documents | those that are shown |
/// | `loc.json` | year, field, kind, level and programme of every document | when a filter is touched |
/// | `noi.json` | the places, and where every document lies | when a filter of places is touched |
package struct SearchIndexBuilder {
    /// How many documents share a file of results.
    static let blockSize = 32

    private let content: SearchContent
    private var words = WordTable()
    private var postings = PostingTable()
    private var pairs = PairTable()

    /// The files of the index.
    package static func files(for content: SearchContent) -> [SearchFile] {
        var builder = SearchIndexBuilder(content: content)
        builder.addDocuments()
        return builder.files()
    }

    private init(content: SearchContent) {
        self.content = content
    }

    // MARK: Gathering words

    /// The words that all documents of one spot, year, field or kind have, each once.
    private struct Facts {
        var words: [Int32] = []
        var pairs: [Int] = []
    }

    private mutating func addDocuments() {
        let spots = content.spots.map { spot in facts(spot.places.map { content.places[$0].name }) }
        let years = content.years.map { facts([$0.name]) }
        let fields = content.fields.map { facts([$0.name]) }
        let kinds = content.kinds.map { facts([$0.name]) }
        var buffer: [Int32] = []
        for (index, document) in content.documents.enumerated() {
            let number = Int32(index)
            add(document.name, .name, number, &buffer)
            add(document.title, .title, number, &buffer)
            for facts in [spots[document.spot], years[document.year], fields[document.field], kinds[document.kind]] {
                for word in facts.words { note(word, .fact, number) }
                for pair in facts.pairs { pairs.note(pair, .fact, number) }
            }
            for text in document.texts { add(text, .text, number, &buffer) }
        }
    }

    private mutating func facts(_ names: [String]) -> Facts {
        var facts = Facts()
        for name in names {
            let numbers = words.numbers(of: name)
            facts.words += numbers
            facts.pairs += zip(numbers, numbers.dropFirst()).map { pairs.number(of: $0, $1) }
        }
        facts.words = Array(Set(facts.words)).sorted()
        facts.pairs = Array(Set(facts.pairs)).sorted()
        return facts
    }

    private mutating func add(_ text: String, _ part: SearchPart, _ document: Int32, _ buffer: inout [Int32]) {
        buffer.removeAll(keepingCapacity: true)
        words.append(text, to: &buffer)
        var before: Int32?
        for word in buffer {
            note(word, part, document)
            if let before { pairs.note(pairs.number(of: before, word), part, document) }
            before = word
        }
    }

    private mutating func note(_ word: Int32, _ part: SearchPart, _ document: Int32) {
        postings.makeRoom(for: Int(word))
        postings.note(Int(word), in: part, of: document)
    }

    // MARK: Files

    private mutating func files() -> [SearchFile] {
        if let last = words.forms.indices.last { postings.makeRoom(for: last) }
        let lexicon = Lexicon(words.forms)
        let single = WordShards(lexicon, postings, documents: content.documents.count)
        let double = WordShards(lexicon, pairs, documents: content.documents.count)
        var files = single.files.enumerated().map { SearchFile(name: "am-\($0).txt", bytes: $1) }
        files += double.files.enumerated().map { SearchFile(name: "cap-\($0).txt", bytes: $1) }
        for start in stride(from: 0, to: content.documents.count, by: Self.blockSize) {
            let block = content.documents[start..<min(start + Self.blockSize, content.documents.count)]
            files.append(SearchFile(name: "bai-\(start / Self.blockSize).json", bytes: results(block)))
        }
        files.append(SearchFile(name: "loc.json", bytes: columns()))
        files.append(SearchFile(name: "noi.json", bytes: places()))
        files.append(SearchFile(name: "muc-luc.json", bytes: directory(single, double, edition: Self.edition(of: files))))
        return files
    }

    /// What tells this index from every other: browsers ask for files of this edition, and never join those of two.
    private static func edition(of files: [SearchFile]) -> String {
        var fingerprint = Fingerprint()
        for file in files { fingerprint.mix(file.bytes) }
        return fingerprint.digits
    }

    private static func json(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        value.append(to: &bytes)
        return bytes
    }

    private func directory(_ single: WordShards, _ double: WordShards, edition: String) -> [UInt8] {
        let facets = [
            ("nam", content.years), ("linh-vuc", content.fields), ("loai", content.kinds), ("cap", content.levels),
            ("ke-hoach", content.programmes),
        ]
        let keys = [("am-khoa", single), ("cap-khoa", double)]
        return Self.json(
            .object(
                [("ban", .string(edition)), ("n", .integer(content.documents.count)), ("khoi", .integer(Self.blockSize))]
                    + facets.map { name, values in (name, .array(values.map(Self.choice))) }
                    + keys.map { name, shards in (name, .string(shards.firstKeys.joined(separator: "\n"))) }))
    }

    /// A value of a facet: how addresses name it, and its words where they are others.
    private static func choice(_ value: SearchValue) -> JSONValue {
        .array(value.name == value.id ? [.string(value.id)] : [.string(value.id), .string(value.name)])
    }

    private func results(_ documents: ArraySlice<SearchDocument>) -> [UInt8] {
        let rows = documents.map { document -> JSONValue in
            let texts = [document.address, document.name, document.title, content.spots[document.spot].text]
            return .array(texts.map { .string($0) } + [document.year, document.field, document.kind].map { .integer($0) })
        }
        return Self.json(.array(rows))
    }

    /// The value of every document in one facet.
    private func column(_ value: (SearchDocument) -> Int) -> JSONValue {
        var text: [UInt8] = []
        text.reserveCapacity(content.documents.count)
        for document in content.documents { NumberText.append(value(document), to: &text) }
        return .string(String(decoding: text, as: UTF8.self))
    }

    private func columns() -> [UInt8] {
        let none = content.levels.count
        return Self.json(
            .object([
                ("nam", column(\.year)), ("linh-vuc", column(\.field)), ("loai", column(\.kind)), ("cap", column { $0.level ?? none }),
                ("ke-hoach", column(\.programme)),
            ]))
    }

    /// The places that no other of them lies in: the rest follow from what is around them. Circles end the walk: a preview
    /// shows a board whose places still have errors.
    private func smallest(of places: [Int]) -> [Int] {
        var outer: Set<Int> = []
        for start in places {
            var around = content.places[start].parent
            while let place = around, place != start, outer.insert(place).inserted { around = content.places[place].parent }
        }
        return places.filter { !outer.contains($0) }
    }

    private func places() -> [UInt8] {
        let places = content.places.map { place -> JSONValue in
            .array([.string(place.id), .string(place.name), .integer(place.parent ?? -1)] + (place.hasEnded ? [.integer(1)] : []))
        }
        let spots = content.spots.map { spot in JSONValue.array(smallest(of: spot.places).map { .integer($0) }) }
        return Self.json(.object([("noi", .array(places)), ("diem", .array(spots)), ("bai", column(\.spot))]))
    }
}
