import Diagnostics
import Formats
import Privacy

/// Looks through all that an entry or a page of text publishes: every text of its front matter, the source of
/// its story, the names of its files, its id.
///
/// What is not published is left out: who agreed, why something sensitive is told, codes of registers.
struct PersonalDataReading {
    private let text: SourceText
    private var scanner = PersonalDataScanner()
    /// What was found, in the file's order.
    private(set) var found: [Located<PersonalDataFinding>] = []

    init(_ text: SourceText) {
        self.text = text
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
    private func located(_ finding: PersonalDataFinding, _ range: Range<Int>) -> Located<PersonalDataFinding> {
        let line = text.bytes[range].prefix { $0 != UInt8(ascii: "\n") }
        return Located(finding, at: text.position(ofByteOffset: range.lowerBound), length: Self.scalars(line))
    }

    private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

    // MARK: The front matter

    mutating func read(frontMatter node: YAMLNode, of parts: FrontMatterSplit) {
        guard case .mapping(let pairs) = node.content else { return }
        for pair in pairs { read(pair.value, of: pair.key.value, in: parts.yaml) }
    }

    mutating func read(id: Located<String>) {
        for finding in scanner.scan(id.value, as: .name) { found.append(id.map { _ in finding }) }
    }

    /// What is not shown, or is a code.
    private static let unpublished: Set<String> = [
        "publish", "id", "programme", "campaign", "level", "subject", "recognition", "award", "place", "year", "field", "registration",
        "score_sheet", "status", "quantity", "role", "slug",
    ]
    /// Parts of addresses.
    private static let names: Set<String> = ["file", "poster", "captions", "transcript", "aliases"]

    private mutating func read(_ node: YAMLNode, of key: String, in yaml: Range<Int>) {
        guard !Self.unpublished.contains(key) else { return }
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
                if let range = firstRange(of: bytes[finding.range], in: start..<yaml.upperBound) {
                    found.append(located(finding, range))
                    start = range.upperBound
                } else {
                    found.append(Located(finding, at: node.position, length: Int(node.length)))
                }
            }
        }
    }

    /// The byte at a position of the front matter.
    private func offset(of position: SourcePosition, in yaml: Range<Int>) -> Int {
        var offset = yaml.lowerBound
        for _ in 2..<max(2, Int(position.line)) {
            offset = (text.bytes[offset..<yaml.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? yaml.upperBound - 1) + 1
        }
        var column = 1
        while column < position.column, offset < yaml.upperBound {
            repeat { offset += 1 } while offset < yaml.upperBound && text.bytes[offset] & 0xC0 == 0x80
            column += 1
        }
        return offset
    }

    private func firstRange(of words: ArraySlice<UInt8>, in range: Range<Int>) -> Range<Int>? {
        guard !words.isEmpty, words.count <= range.count else { return nil }
        for start in range.lowerBound...range.upperBound - words.count where text.bytes[start] == words.first {
            if text.bytes[start..<start + words.count].elementsEqual(words) { return start..<start + words.count }
        }
        return nil
    }
}
