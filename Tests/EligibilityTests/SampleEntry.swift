import Diagnostics

/// An entry's file as a test writes it: front matter changed one key at a time, and a body.
struct SampleEntry: Sendable {
    var path: String
    private(set) var keys: [(name: String, value: String)]
    var body: String

    init(path: String, keys: [(String, String)], body: String) {
        self.path = path
        self.keys = keys.map { (name: $0.0, value: $0.1) }
        self.body = body
    }

    /// A key's value as YAML; nil takes the key away.
    subscript(key: String) -> String? {
        get { keys.first { $0.name == key }?.value }
        set {
            let index = keys.firstIndex { $0.name == key }
            switch (index, newValue) {
            case (let index?, let value?): keys[index].value = value
            case (let index?, nil): keys.remove(at: index)
            case (nil, let value?): keys.append((name: key, value: value))
            case (nil, nil): break
            }
        }
    }

    var text: String {
        "---\n" + keys.map { "\($0.name): \($0.value)\n" }.joined() + "---\n" + body
    }

    /// Where a key's value begins.
    func position(ofKey key: String) -> SourcePosition {
        position(of: "\(key): ", offset: key.unicodeScalars.count + 2)
    }

    /// Where some text first stands.
    func position(of text: String, offset: Int = 0) -> SourcePosition {
        for (number, line) in self.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let range = line.firstRange(of: text) else { continue }
            let column = line[..<range.lowerBound].unicodeScalars.count + 1
            return SourcePosition(line: number + 1, column: column + offset)
        }
        preconditionFailure("the entry does not hold “\(text)”")
    }
}
