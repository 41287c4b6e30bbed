import CYAML
import Diagnostics

/// Reads YAML 1.1 by way of LibYAML, as much of it as staff need.
///
/// Refused at their place: keys that occur twice, aliases and anchors (they can grow a small file without
/// limit), tags, merge keys, keys that are not text, a second document, and nesting deeper than
/// `maximumDepth`. Scalars stay text: whoever asks for a value decides what it is.
package enum YAMLParser {
    package static let maximumDepth = 32

    /// Parses a whole text or a range of its bytes whose first line has the number `firstLine`.
    ///
    /// Nil, with an error, where no tree can be trusted: bad syntax, aliases, odd keys, too deep nesting.
    /// An empty document is a null node.
    package static func parse(_ text: SourceText, range: Range<Int>? = nil, firstLine: Int = 1) -> Diagnosed<YAMLNode?> {
        text.bytes.withUnsafeBufferPointer { all in
            var reading = YAMLReading(UnsafeBufferPointer(rebasing: all[range ?? 0..<all.count]), path: text.path, firstLine: firstLine)
            return reading.run()
        }
    }
}

/// One run of LibYAML over one text.
private struct YAMLReading {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let path: String
    private let firstLine: Int
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    private var lines: LineCursor
    private var diagnostics: [Diagnostic] = []
    /// Where the last quoted scalar began and ended: an unclosed quote shows only in what comes after.
    private var lastQuoted: Range<YAMLMark>?
    private var intent: YAMLIntent

    /// The tree can't be trusted; the diagnostics say why.
    private struct Stop: Error {}

    init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int) {
        self.bytes = bytes
        self.path = path
        self.firstLine = firstLine
        self.lines = LineCursor(bytes)
        self.intent = YAMLIntent(bytes, path: path, firstLine: firstLine)
    }

    mutating func run() -> Diagnosed<YAMLNode?> {
        defer {
            parser.deallocate()
            event.deallocate()
        }
        guard yaml_parser_initialize(parser) == 1 else { fatalError("no memory for the YAML parser") }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        let root = try? document()
        if root == nil || linesDiffer, let separator = firstLineSeparator {
            return Diagnosed(nil, [YAMLRefusal.lineSeparator(at: separator)])
        }
        // What was meant is asked of what could be read.
        return Diagnosed(root, root == nil ? diagnostics : diagnostics + intent.diagnostics)
    }

    // MARK: Events

    private mutating func document() throws(Stop) -> YAMLNode {
        try skip()  // the start of the stream
        try next()
        guard event.pointee.type == YAML_DOCUMENT_START_EVENT else {
            yaml_event_delete(event)
            return YAMLNode(.null, at: SourcePosition(line: firstLine, column: 1), length: 1)
        }
        yaml_event_delete(event)
        try next()
        let root = try node(depth: 1)
        try skip()  // the end of the document
        try next()
        defer { yaml_event_delete(event) }
        if event.pointee.type == YAML_DOCUMENT_START_EVENT {
            diagnostics.append(YAMLRefusal.secondDocument(at: place(event.pointee.start_mark, length: 3)))
        }
        return root
    }

    /// Puts the next event into `event`; whoever asked deletes it.
    private mutating func next() throws(Stop) {
        guard yaml_parser_parse(parser, event) == 1 else {
            diagnostics.append(syntaxError())
            throw Stop()
        }
    }

    private mutating func skip() throws(Stop) {
        try next()
        yaml_event_delete(event)
    }

    /// The value that starts with the current event, which this deletes.
    private mutating func node(depth: Int) throws(Stop) -> YAMLNode {
        let start = event.pointee.start_mark
        switch event.pointee.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.pointee.data.scalar
            if scalar.tag != nil || scalar.anchor != nil { refuseProperties(scalar.tag, scalar.anchor, at: start) }
            let length = length(from: start, to: event.pointee.end_mark)
            if scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE {
                lastQuoted = YAMLMark(start)..<max(YAMLMark(start), YAMLMark(event.pointee.end_mark))
            }
            let plain = scalar.style == YAML_PLAIN_SCALAR_STYLE
            let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            var content: YAMLNode.Content =
                plain && Self.isNull(text) ? .null : .scalar(String(decoding: text, as: UTF8.self), plain: plain)
            let marks = YAMLMark(start)..<max(YAMLMark(start), YAMLMark(event.pointee.end_mark))
            switch scalar.style {
            case YAML_PLAIN_SCALAR_STYLE: intent.plain(text, marks)
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: intent.quoted(marks)
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
                intent.quoted(marks)
                if let clean = intent.escapes(in: text, marks) { content = .scalar(clean, plain: false) }
            default: break
            }
            yaml_event_delete(event)
            return YAMLNode(content, at: position(start), length: length)
        case YAML_SEQUENCE_START_EVENT:
            let opening = event.pointee.data.sequence_start
            if opening.tag != nil || opening.anchor != nil { refuseProperties(opening.tag, opening.anchor, at: start) }
            let flow = opening.style == YAML_FLOW_SEQUENCE_STYLE
            yaml_event_delete(event)
            try checkDepth(depth, at: start)
            let (items, end) = try sequence(depth: depth)
            return YAMLNode(.sequence(items), at: position(start), length: flow ? length(from: start, to: end) : 1)
        case YAML_MAPPING_START_EVENT:
            let opening = event.pointee.data.mapping_start
            if opening.tag != nil || opening.anchor != nil { refuseProperties(opening.tag, opening.anchor, at: start) }
            let flow = opening.style == YAML_FLOW_MAPPING_STYLE
            yaml_event_delete(event)
            try checkDepth(depth, at: start)
            let (pairs, end) = try mapping(depth: depth)
            let length = flow ? length(from: start, to: end) : Int(pairs.first?.key.length ?? 1)
            return YAMLNode(.mapping(pairs), at: position(start), length: length)
        default:
            let name = event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
            diagnostics.append(YAMLRefusal.alias(name, at: place(start, length: name.utf8.count + 1)))
            yaml_event_delete(event)
            throw Stop()
        }
    }

    private mutating func sequence(depth: Int) throws(Stop) -> (items: [YAMLNode], end: yaml_mark_t) {
        var items: [YAMLNode] = []
        while true {
            try next()
            if event.pointee.type == YAML_SEQUENCE_END_EVENT {
                defer { yaml_event_delete(event) }
                return (items, event.pointee.end_mark)
            }
            items.append(try node(depth: depth + 1))
        }
    }

    private mutating func mapping(depth: Int) throws(Stop) -> (pairs: [YAMLPair], end: yaml_mark_t) {
        var pairs: [YAMLPair] = []
        var index: [String: Int]?
        while true {
            try next()
            if event.pointee.type == YAML_MAPPING_END_EVENT {
                defer { yaml_event_delete(event) }
                return (pairs, event.pointee.end_mark)
            }
            let keyNode = try node(depth: depth + 1)
            guard case .scalar(let name, let plain) = keyNode.content else {
                diagnostics.append(YAMLRefusal.keyIsNotText(at: keyNode.place(in: path)))
                throw Stop()
            }
            let key = Located.text(name, at: keyNode.position, length: Int(keyNode.length))
            try next()
            let value = try node(depth: depth + 1)
            if plain, name == "<<" {
                diagnostics.append(YAMLRefusal.mergeKey(at: key.place(in: path)))
            } else if let earlier = Self.find(name, in: pairs, &index) {
                diagnostics.append(YAMLRefusal.duplicate(key, earlier: pairs[earlier].key, path: path))
            } else {
                index?[name] = pairs.count
                pairs.append(YAMLPair(key: key, value: value))
            }
        }
    }

    /// The pair with this key. Small mappings, nearly all, are looked through; a large one gets an index.
    private static func find(_ name: String, in pairs: [YAMLPair], _ index: inout [String: Int]?) -> Int? {
        guard pairs.count >= 40 else { return pairs.firstIndex { $0.key.value == name } }
        if index == nil { index = Dictionary(uniqueKeysWithValues: pairs.indices.map { (pairs[$0].key.value, $0) }) }
        return index?[name]
    }

    private static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text.count {
        case 0: true
        case 1: text[0] == UInt8(ascii: "~")
        case 4: text.elementsEqual("null".utf8) || text.elementsEqual("Null".utf8) || text.elementsEqual("NULL".utf8)
        default: false
        }
    }

    // MARK: Refusals

    private mutating func refuseProperties(
        _ tag: UnsafeMutablePointer<yaml_char_t>?, _ anchor: UnsafeMutablePointer<yaml_char_t>?, at mark: yaml_mark_t
    ) {
        if tag != nil { diagnostics.append(YAMLRefusal.tag(at: place(mark))) }
        if anchor != nil { diagnostics.append(YAMLRefusal.anchor(at: place(mark))) }
    }

    private mutating func checkDepth(_ depth: Int, at mark: yaml_mark_t) throws(Stop) {
        guard depth > YAMLParser.maximumDepth else { return }
        diagnostics.append(YAMLRefusal.tooDeep(at: place(mark)))
        throw Stop()
    }

    private mutating func syntaxError() -> Diagnostic {
        if parser.pointee.error == YAML_MEMORY_ERROR { fatalError("no memory for the YAML parser") }
        var problem = YAMLMark(parser.pointee.problem_mark)
        if parser.pointee.error == YAML_READER_ERROR {
            // The reader has no marks yet, only the byte's offset.
            let found = lines.position(of: min(parser.pointee.problem_offset, bytes.count))
            problem = YAMLMark(line: Int(found.line) - 1, column: Int(found.column) - 1)
        }
        return YAMLSyntaxError(
            problem: parser.pointee.problem.map { String(cString: $0) } ?? "",
            context: parser.pointee.context.map { String(cString: $0) } ?? "",
            mark: problem, contextMark: YAMLMark(parser.pointee.context_mark), lastQuoted: lastQuoted, bytes: bytes
        ).diagnostic(path: path, firstLine: firstLine)
    }

    // MARK: Places

    /// YAML 1.1 counts U+0085, U+2028 and U+2029 as line ends, which no editor shows as such: from there
    /// on, its line numbers are not those that people see.
    private var linesDiffer: Bool {
        var lines = LineCursor(bytes)
        _ = lines.offset(ofLine: .max)
        return parser.pointee.mark.line != lines.line - 1
    }

    private var firstLineSeparator: SourcePlace? {
        for offset in bytes.indices {
            let tail = bytes[offset...].prefix(3)
            guard tail.starts(with: [0xC2, 0x85]) || tail.elementsEqual([0xE2, 0x80, 0xA8]) || tail.elementsEqual([0xE2, 0x80, 0xA9])
            else { continue }
            var cursor = LineCursor(bytes)
            let found = cursor.position(of: offset)
            return SourcePlace(path: path, line: Int(found.line) + firstLine - 1, column: Int(found.column))
        }
        return nil
    }

    private func position(_ mark: yaml_mark_t) -> SourcePosition {
        SourcePosition(line: mark.line + firstLine, column: mark.column + 1)
    }

    private func place(_ mark: yaml_mark_t, length: Int = 1) -> SourcePlace {
        SourcePlace(path: path, position: position(mark), length: length)
    }

    /// How much of the first line belongs to what stands between the two marks.
    private mutating func length(from start: yaml_mark_t, to end: yaml_mark_t) -> Int {
        if start.line == end.line { return end.column - start.column }
        let offset = lines.offset(ofLine: start.line + 1)
        return scalarCount(bytes, from: offset, to: lines.end) - start.column
    }
}

extension YAMLMark {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: mark.line, column: mark.column)
    }
}
