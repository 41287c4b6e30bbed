import Diagnostics
import Formats

/// Writes `publish.status: withdrawn` into an entry's front matter, changing nothing else.
package enum WithdrawalMark {
    /// False where the file does not say its status in a form that can be changed safely.
    package static func write(root: String, path: String) throws -> Bool {
        let file = root + "/" + path
        guard Disk.kind(of: file) == .file else { return false }
        let bytes = try Disk.read(file)
        guard let text = SourceText.decode(path: path, bytes: bytes).value, text.bytes.elementsEqual(bytes),
            let split = FrontMatterSplit.split(text).value,
            let node = YAMLParser.parse(text, range: split.yaml, firstLine: split.yamlFirstLine).value,
            let reader = MappingReader(node, in: path, as: "front matter", into: DiagnosticCollector()),
            let status = reader.mapping("publish")?.string("status")
        else { return false }
        guard status.value != "withdrawn" else { return true }
        var lines = text.lines.map(String.init)
        let index = Int(status.position.line) - 1
        guard lines.indices.contains(index) else { return false }
        var scalars = Array(lines[index].unicodeScalars)
        let start = Int(status.position.column) - 1
        let end = start + Int(status.length)
        guard end <= scalars.count else { return false }
        scalars.replaceSubrange(start..<end, with: Array("withdrawn".unicodeScalars))
        var line = ""
        line.unicodeScalars.append(contentsOf: scalars)
        lines[index] = line
        try Disk.replace(file, with: Array(lines.joined(separator: "\n").utf8))
        return true
    }
}
