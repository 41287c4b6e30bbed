import Diagnostics
import Formats
import Privacy

/// Looks through all that an entry or a page of text publishes: every text of its front matter, the source of
/// its story, the names of its files, its id.
///
/// What is not published is left out: who agreed, why something sensitive is told, codes of registers.
package struct PersonalDataReading {
    private let text: SourceText
    private var scanner = PersonalDataScanner()
    private var cursor: PositionCursor
    /// What was found, in the file's order.
    private(set) var found: [Located<PersonalDataFinding>] = []

    init(_ text: SourceText) {
        self.text = text
        cursor = PositionCursor(text)
    }

    /// What the texts of a whole YAML file tell, such as those of a programme, which has a page of its own.
    ///
    /// - Parameter keys: what is not published, or public whoever is meant.
    package static func found(in text: SourceText, leavingOut keys: Set<String> = []) -> [Located<PersonalDataFinding>] {
        guard let node = YAMLParser.parse(text).value else { return [] }
        var reading = PersonalDataReading(text)
        reading.unpublished.formUnion(keys)
        reading.read(node, of: "", in: Lines(bytes: 0..<text.bytes.count, first: 1))
        return reading.found
    }

    /// What a plain text tells, such as the words of a video or of a document.
    package static func found(inPlain text: SourceText, as form: TextForm = .transcript) -> [Located<PersonalDataFinding>] {
        var reading = PersonalDataReading(text)
        let findings = text.bytes.withUnsafeBufferPointer { reading.scanner.scan($0, as: form) }
        for finding in findings { reading.found.append(reading.located(finding, finding.range)) }
        return reading.found
    }

    /// What a text with tags tells, such as a template.
    package static func found(inMarkup text: SourceText) -> [Located<PersonalDataFinding>] { found(inPlain: text, as: .markdown) }

    /// What one text tells that stands in a cell; places are those within the text.
    package static func found(inCell text: String) -> [PersonalDataFinding] {
        var scanner = PersonalDataScanner()
        return scanner.scan(text)
    }

    // MARK: The story

    mutating func read(body parts: FrontMatterSplit) {
        let body = parts.body
        let findings = text.bytes.withUnsafeBufferPointer { scanner.scan(UnsafeBufferPointer(rebasing: $0[body]), as: .markdown) }
        for finding in findings {
            let range = finding.range.lowerBound + body.lowerBound..<finding.range.upperBound + body.lowerBound
            found.append(located(finding, range))
        }
    }

    /// A finding where its bytes stand in the file. A run never leaves its line.
    private mutating func located(_ finding: PersonalDataFinding, _ range: Range<Int>) -> Located<PersonalDataFinding> {
        let line = text.bytes[range].prefix { $0 != UInt8(ascii: "\n") }
        return Located(finding, at: cursor.position(of: range.lowerBound), length: Self.scalars(line))
    }

    private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

    // MARK: The front matter

    mutating func read(frontMatter node: YAMLNode, of parts: FrontMatterSplit) {
        guard case .mapping(let pairs) = node.content else { return }
        let lines = Lines(bytes: parts.yaml, first: parts.yamlFirstLine)
        for pair in pairs { read(pair.value, of: pair.key.value, in: lines) }
    }

    /// Bytes of the file, and the number of the line on which they start.
    private struct Lines {
        var bytes: Range<Int>
        var first: Int
    }

    mutating func read(id: Located<String>) {
        for finding in scanner.scan(id.value, as: .name) { found.append(id.map { _ in finding }) }
    }

    /// What is not shown, or is a code.
    private var unpublished: Set<String> = [
        "publish", "id", "programme", "campaign", "level", "subject", "recognition", "award", "place", "year", "field", "registration",
        "score_sheet", "status", "quantity", "role", "slug",
    ]
    /// Parts of addresses.
    private static let names: Set<String> = ["file", "poster", "captions", "transcript", "aliases"]

    private mutating func read(_ node: YAMLNode, of key: String, in yaml: Lines) {
        guard !unpublished.contains(key) else { return }
        switch node.content {
        case .null: break
        case .sequence(let items): for item in items { read(item, of: key, in: yaml) }
        case .mapping(let pairs): for pair in pairs { read(pair.value, of: pair.key.value, in: yaml) }
        case .scalar(let value, _):
            let findings = scanner.scan(value, as: Self.names.contains(key) ? .name : .prose)
            guard !findings.isEmpty else { return }
            let bytes = Array(value.utf8)
            var start = offset(of: node.position, in: yaml)
            for finding in findings {
                // Quotes, escapes and indentation may stand between; the words themselves stand as they were found.
                if let range = firstRange(of: bytes[finding.range], in: start..<yaml.bytes.upperBound) {
                    found.append(located(finding, range))
                    start = range.upperBound
                } else {
                    found.append(Located(finding, at: node.position, length: Int(node.length)))
                }
            }
        }
    }

    /// The byte at a position.
    private func offset(of position: SourcePosition, in yaml: Lines) -> Int {
        let end = yaml.bytes.upperBound
        var offset = yaml.bytes.lowerBound
        for _ in yaml.first..<max(yaml.first, Int(position.line)) {
            offset = text.bytes[offset..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
        }
        for _ in 1..<max(1, Int(position.column)) where offset < end {
            repeat { offset += 1 } while offset < end && text.bytes[offset] & 0xC0 == 0x80
        }
        return offset
    }

    private func firstRange(of words: ArraySlice<UInt8>, in range: Range<Int>) -> Range<Int>? {
        guard !words.isEmpty, words.count <= range.count else { return nil }
        for start in range where text.bytes[start] == words.first {
            if let end = end(of: words, at: start, upTo: range.upperBound) { return start..<end }
        }
        return nil
    }

    /// The offset behind the words where they stand here. A blank of a value may be a line's end and the next line's
    /// indentation in its source.
    private func end(of words: ArraySlice<UInt8>, at start: Int, upTo limit: Int) -> Int? {
        var next = start
        for byte in words {
            guard next < limit else { return nil }
            if byte <= 0x20 {
                guard text.bytes[next] <= 0x20 else { return nil }
                while next < limit, text.bytes[next] <= 0x20 { next += 1 }
            } else {
                guard text.bytes[next] == byte else { return nil }
                next += 1
            }
        }
        return next
    }
}

/// Places of bytes, asked for in their order: a file may hold thousands, and its lines may be long.
private struct PositionCursor {
    private let text: SourceText
    private var offset = 0
    private var line = 1
    private var column = 1

    init(_ text: SourceText) {
        self.text = text
    }

    mutating func position(of wanted: Int) -> SourcePosition {
        if wanted < offset { (offset, line, column) = (0, 1, 1) }
        while offset < wanted {
            if text.bytes[offset] == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if offset + 1 == text.bytes.count || text.bytes[offset + 1] & 0xC0 != 0x80 {
                // Counted at the last byte of a letter.
                column += 1
            }
            offset += 1
        }
        return SourcePosition(line: line, column: column)
    }
}
