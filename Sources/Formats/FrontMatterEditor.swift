import Diagnostics
import Vietnamese

/// Sets one value of a Markdown file's front matter and leaves every other byte as it is: byte order mark, line ends, decomposed
/// letters, blanks, comments and quotation marks.
///
/// What is read leniently is written back leniently: places are found in the text as `SourceText` decodes it, and changed in the
/// bytes as they lie on the disk.
package struct FrontMatterEditor {
    private let path: String
    private let bytes: [UInt8]
    private let text: SourceText
    private let split: FrontMatterSplit
    /// Nil where nothing stands between the two lines of `---`.
    private let root: [YAMLPair]?
    private let rootPosition: SourcePosition
    private let lines: [Substring]

    /// Nil where the file is no text with front matter that YAML can be read from.
    package init?(path: String, bytes: [UInt8]) {
        guard let text = SourceText.decode(path: path, bytes: bytes).value, let split = FrontMatterSplit.split(text).value,
            let node = YAMLParser.parse(text, range: split.yaml, firstLine: split.yamlFirstLine).value
        else { return nil }
        switch node.content {
        case .mapping(let pairs): root = pairs
        case .null: root = nil
        case .scalar, .sequence: return nil
        }
        self.path = path
        self.bytes = bytes
        self.text = text
        self.split = split
        rootPosition = node.position
        lines = text.lines
    }

    /// The text under a key within the mapping under another; nil where there is none.
    package func value(of key: String, in outer: String) -> String? {
        guard case .mapping(let pairs)? = root?.first(where: { $0.key.value == outer })?.value.content,
            case .scalar(let value, _)? = pairs.first(where: { $0.key.value == key })?.value.content
        else { return nil }
        return value
    }

    /// The file's bytes with `value` under `key` in the mapping under `outer`, which is added where it is missing.
    ///
    /// - Parameter value: a word that YAML reads as itself without quotation marks.
    /// - Returns: nil where the value stands in a form that can't be changed safely, such as a list over several lines.
    package func setting(_ key: String, in outer: String, to value: String) -> [UInt8]? {
        guard let change = change(key, outer, value), let edited = applying(change),
            FrontMatterEditor(path: path, bytes: edited)?.value(of: key, in: outer) == value
        else { return nil }
        return edited
    }

    // MARK: What to change, in the text as it was decoded

    private enum Change {
        /// So many scalars of a line, from a column on, by others.
        case replace(SourcePosition, length: Int, by: String)
        /// Whole lines before a line.
        case insertLines([String], before: Int)
    }

    private func change(_ key: String, _ outer: String, _ value: String) -> Change? {
        let flow = "{\(key): \(value)}"
        guard let root, let pair = root.first(where: { $0.key.value == outer }) else {
            if root != nil, isFlow(rootPosition) { return inserting("\(outer): \(flow)", intoFlowAt: rootPosition) }
            let indent = String(repeating: " ", count: max(0, Int(root == nil ? 1 : rootPosition.column) - 1))
            return .insertLines(["\(indent)\(outer):", "\(indent)  \(key): \(value)"], before: split.bodyFirstLine - 1)
        }
        switch pair.value.content {
        case .mapping(let pairs):
            if let inner = pairs.first(where: { $0.key.value == key }) { return setting(inner, to: value) }
            if isFlow(pair.value.position) { return inserting("\(key): \(value)", intoFlowAt: pair.value.position) }
            return .insertLines([blanks(before: pair.value.position) + "\(key): \(value)"], before: Int(pair.value.position.line))
        case .null where !isWritten(pair.value):
            let line = Int(pair.key.position.line)
            return .insertLines([blanks(before: pair.key.position) + "  \(key): \(value)"], before: line + 1)
        case .null, .scalar: return .replace(pair.value.position, length: Int(pair.value.length), by: flow)
        case .sequence: return nil
        }
    }

    private func setting(_ pair: YAMLPair, to value: String) -> Change? {
        if case .null = pair.value.content, !isWritten(pair.value) {
            // Behind the colon, which may stand apart from its key.
            let line = scalars(ofLine: pair.key.position.line)
            let end = Int(pair.key.position.column) - 1 + Int(pair.key.length)
            guard let colon = line[min(end, line.count)...].firstIndex(of: ":") else { return nil }
            return .replace(SourcePosition(line: Int(pair.key.position.line), column: colon + 2), length: 0, by: " " + value)
        }
        return .replace(pair.value.position, length: Int(pair.value.length), by: value)
    }

    private func inserting(_ text: String, intoFlowAt position: SourcePosition) -> Change {
        let after = scalars(ofLine: position.line).dropFirst(Int(position.column)).first { $0 != " " && $0 != "\t" }
        let following = scalars(ofLine: position.line).dropFirst(Int(position.column)).first
        let isBlank = following.map { $0 == " " || $0 == "\t" } ?? true
        let separator = after == "}" ? "" : isBlank ? "," : ", "
        return .replace(
            SourcePosition(line: Int(position.line), column: Int(position.column) + 1), length: 0, by: text + separator)
    }

    private func scalars(ofLine line: some BinaryInteger) -> [Unicode.Scalar] {
        lines.indices.contains(Int(line) - 1) ? Array(lines[Int(line) - 1].unicodeScalars) : []
    }

    private func isFlow(_ position: SourcePosition) -> Bool {
        scalars(ofLine: position.line).dropFirst(Int(position.column) - 1).first == "{"
    }

    /// Whether an empty value has a word of its own, `~` or `null`.
    private func isWritten(_ value: YAMLNode) -> Bool {
        let rest = scalars(ofLine: value.position.line).dropFirst(Int(value.position.column) - 1)
        return ["~", "null", "Null", "NULL"].contains { rest.starts(with: $0.unicodeScalars) }
    }

    /// What stands before a key on its line: its indentation.
    private func blanks(before position: SourcePosition) -> String {
        String(String.UnicodeScalarView(scalars(ofLine: position.line).prefix(Int(position.column) - 1)))
    }

    // MARK: Where that lies in the file's own bytes

    private func applying(_ change: Change) -> [UInt8]? {
        let raw = RawLines(bytes)
        guard raw.contents.count == lines.count else { return nil }
        var edited = bytes
        switch change {
        case .replace(let position, let length, let replacement):
            guard let start = raw.offset(of: position, in: bytes),
                let end = raw.offset(of: SourcePosition(line: Int(position.line), column: Int(position.column) + length), in: bytes)
            else { return nil }
            edited.replaceSubrange(start..<end, with: Array(replacement.utf8))
        case .insertLines(let added, let line):
            guard raw.contents.indices.contains(line - 1), line >= 2 else { return nil }
            let lineEnd = bytes[raw.contents[line - 2].upperBound..<raw.contents[line - 1].lowerBound]
            edited.insert(contentsOf: added.flatMap { Array($0.utf8) + lineEnd }, at: raw.contents[line - 1].lowerBound)
        }
        return edited
    }
}

/// The lines of a file's bytes, whatever ends them.
private struct RawLines {
    /// Without byte order mark and line ends.
    private(set) var contents: [Range<Int>] = []

    init(_ bytes: [UInt8]) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x0A || byte == 0x0D else {
                index += 1
                continue
            }
            contents.append(start..<index)
            index += byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
            start = index
        }
        contents.append(start..<bytes.count)
    }

    /// The offset of a place whose column counts scalars of the composed line; a letter that the file decomposes is passed whole.
    func offset(of position: SourcePosition, in bytes: [UInt8]) -> Int? {
        guard contents.indices.contains(Int(position.line) - 1) else { return nil }
        let line = contents[Int(position.line) - 1]
        let text = String(decoding: bytes[line], as: UTF8.self)
        var (found, prefix, offset): (Int?, String, Int) = (nil, "", line.lowerBound)
        for scalar in text.unicodeScalars {
            if Composition.composed(prefix).unicodeScalars.count == Int(position.column) - 1 { found = offset }
            prefix.unicodeScalars.append(scalar)
            offset += String(scalar).utf8.count
        }
        return Composition.composed(prefix).unicodeScalars.count == Int(position.column) - 1 ? offset : found
    }
}
