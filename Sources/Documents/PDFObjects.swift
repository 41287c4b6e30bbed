/// All objects of a PDF, earlier versions of each among them, in the order of the file.
///
/// Found by going through the file instead of by its tables: what no table names is published all the same.
/// ISO 32000-1, 7.3.10, 7.5.
struct PDFObjects {
    struct Object {
        var number: Int
        var value: PDFValue
        /// Of a stream.
        var stream: Range<Int>?
        /// Whether it lies packed within another, where nothing can be overwritten.
        var isPacked = false
        /// The bytes that the value's places mean: those of the file, or what was unpacked.
        var source: [UInt8]
    }

    private(set) var objects: [Object] = []
    /// The file's own dictionaries, one for each version of it.
    private(set) var trailers: [PDFDictionary] = []
    /// Remarks between the objects.
    private(set) var comments: [Range<Int>] = []
    /// Whether something is packed in a way that is not read here.
    private(set) var hasUnreadParts = false

    /// Where the objects of a number stand.
    private var places: [Int: [Int]] = [:]
    private let bytes: [UInt8]
    /// How much all packed objects may come to.
    private var room = 64_000_000

    init(_ bytes: [UInt8]) throws(PDFError) {
        self.bytes = bytes
        guard bytes.starts(with: "%PDF-".utf8) else { throw .notAPDF }
        guard Self.lastRange(of: "%%EOF", in: bytes, from: max(0, bytes.count - 4096)) != nil else { throw .truncated }
        try readFile()
        // ISO 32000-1, 7.5.5. A mark within a string or behind another remark ends nothing: cleaning may overwrite it.
        guard comments.contains(where: isEndMark) else { throw .truncated }
        for index in objects.indices { unpack(objects[index]) }
        // A table lies in a stream, and no stream lies packed (7.5.7): the places of what is packed mean other bytes.
        trailers += objects.compactMap { object in
            object.stream == nil ? nil : object.value.dictionary.flatMap { $0["Type"]?.name == "XRef" ? $0 : nil }
        }
        for (place, object) in objects.enumerated() { places[object.number, default: []].append(place) }
        guard trailers.contains(where: { $0["Root"] != nil }) else { throw .malformed(what: "no root") }
    }

    /// Whether a remark is the mark `%%EOF` of the file's end, or of an earlier version's.
    func isEndMark(_ comment: Range<Int>) -> Bool { bytes[comment].starts(with: Self.endMark) }

    /// Behind the percent sign that begins the remark.
    static let endMark = Array("%EOF".utf8)

    /// The objects of a number.
    func all(_ number: Int) -> [Object] { places[number, default: []].map { objects[$0] } }

    private mutating func readFile() throws(PDFError) {
        var parser = PDFParser(bytes)
        var numbers: [Int] = []
        var start = 0
        while true {
            switch parser.token(start: &start) {
            case .end:
                comments = parser.comments
                return
            case .integer(let number): numbers = numbers.suffix(1) + [number]
            case .keyword("obj") where numbers.count == 2:
                let value = try parser.value()
                var object = Object(number: numbers[0], value: value, source: bytes)
                object.stream = try stream(of: value, &parser)
                objects.append(object)
                numbers = []
            case .keyword("trailer"):
                if let trailer = try parser.value().dictionary { trailers.append(trailer) }
                numbers = []
            default: numbers = []
            }
        }
    }

    /// The bytes of the stream that follows a dictionary; nil where none does.
    private func stream(of value: PDFValue, _ parser: inout PDFParser) throws(PDFError) -> Range<Int>? {
        let mark = parser.mark
        var start = 0
        guard let dictionary = value.dictionary, parser.token(start: &start) == .keyword("stream") else {
            parser.rewind(to: mark)
            return nil
        }
        var begin = parser.position
        if begin < bytes.count, bytes[begin] == 0x0D { begin += 1 }
        if begin < bytes.count, bytes[begin] == 0x0A { begin += 1 }
        if let length = dictionary["Length"]?.integer, length >= 0, length <= bytes.count - begin {
            var after = PDFParser(bytes, at: begin + length)
            if after.token(start: &start) == .keyword("endstream") {
                parser.position = after.position
                return begin..<begin + length
            }
        }
        // The length stands elsewhere, or is wrong: its end is where it says so.
        var from = begin
        while let end = Self.firstRange(of: "endstream", in: bytes, from: from) {
            var after = PDFParser(bytes, at: end.upperBound)
            if after.token(start: &start) == .keyword("endobj") {
                parser.position = end.upperBound
                return begin..<end.lowerBound
            }
            from = end.upperBound
        }
        throw .truncated
    }

    /// Adds what lies packed in a stream of objects.
    private mutating func unpack(_ object: Object) {
        guard let dictionary = object.value.dictionary, dictionary["Type"]?.name == "ObjStm", let stream = object.stream else { return }
        let filters = dictionary.names("Filter")
        // Predictors are for rows of numbers; no program uses them here.
        guard filters.isEmpty || filters == ["FlateDecode"] || filters == ["Fl"],
            dictionary["DecodeParms"]?.dictionary?["Predictor"] == nil,
            let count = dictionary["N"]?.integer, let first = dictionary["First"]?.integer, count >= 0, first >= 0,
            let source = filters.isEmpty ? Array(bytes[stream]) : try? Inflate.unpacked(bytes[stream], limit: room), first <= source.count
        else {
            hasUnreadParts = true
            return
        }
        room -= min(room, source.count)
        var heads = PDFParser(source)
        var values = PDFParser(source, at: first)
        var start = 0
        for _ in 0..<min(count, source.count) {
            guard case .integer(let number) = heads.token(start: &start), case .integer = heads.token(start: &start),
                let value = try? values.value()
            else {
                hasUnreadParts = true
                return
            }
            objects.append(Object(number: number, value: value, isPacked: true, source: source))
        }
    }

    // MARK: Words in the file

    static func firstRange(of word: StaticString, in bytes: [UInt8], from start: Int) -> Range<Int>? {
        let count = word.utf8CodeUnitCount
        guard start >= 0, bytes.count - start >= count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            (start...bytes.count - count).first { index in
                bytes[index] == word.utf8Start[0] && (1..<count).allSatisfy { bytes[index + $0] == word.utf8Start[$0] }
            }.map { $0..<$0 + count }
        }
    }

    private static func lastRange(of word: StaticString, in bytes: [UInt8], from start: Int) -> Range<Int>? {
        var found: Range<Int>?
        var from = start
        while let next = firstRange(of: word, in: bytes, from: from) { (found, from) = (next, next.upperBound) }
        return found
    }
}
