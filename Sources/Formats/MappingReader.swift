import Diagnostics

/// Reads one YAML mapping key by key and reports, all at once, what is wrong with it.
///
/// Every method that asks for a key makes it a known one. `finish`, called once on the outermost reader
/// when all has been asked, reports the keys that nobody asked for, here and in the mappings within.
///
///     let reader = MappingReader(node, in: path, as: Message(vi: "phần thông tin đầu bài", en: "the front matter"), into: collector)
///     let title = reader?.string("title", required: true)
///     let year = reader?.integer("year", in: 1945...2100)
///     reader?.finish()
package final class MappingReader {
    /// The mapping, for its place.
    package let node: YAMLNode
    package let path: String
    package let collector: DiagnosticCollector

    private let pairs: [YAMLPair]
    private let name: Name
    private var asked: [String] = []
    private var known: [Bool]
    private var children: [MappingReader] = []

    /// How messages name the mapping; put into words only when one is needed.
    private enum Name {
        case given(Message)
        case key(String)
        case item(String, number: Int)
    }

    /// Nil, with an error, where the node is no mapping. `what` names the mapping in messages, such as
    /// "phần thông tin đầu bài".
    package convenience init?(_ node: YAMLNode, in path: String, as what: Message, into collector: DiagnosticCollector) {
        self.init(node, path: path, name: .given(what), collector: collector)
    }

    private init?(_ node: YAMLNode, path: String, name: Name, collector: DiagnosticCollector) {
        guard case .mapping(let pairs) = node.content else {
            collector.append(YAMLKind.mismatch(Self.words(for: name), expected: .mapping, found: node, path: path))
            return nil
        }
        (self.node, self.path, self.name, self.collector, self.pairs) = (node, path, name, collector, pairs)
        known = [Bool](repeating: false, count: pairs.count)
        asked.reserveCapacity(pairs.count + 8)
    }

    /// The place of the whole mapping.
    package var place: SourcePlace { node.place(in: path) }

    /// How messages name the mapping.
    package var what: Message { Self.words(for: name) }

    private static func words(for name: Name) -> Message {
        switch name {
        case .given(let words): words
        case .key(let key): Message(vi: "khóa “\(key)”", en: "the key “\(key)”")
        case .item(let key, let number): Message(vi: "mục thứ \(number) của “\(key)”", en: "item \(number) of “\(key)”")
        }
    }

    // MARK: Asking

    /// The key and its value as they stand, for what the methods below can't read. A missing key is
    /// reported where it is required.
    package func pair(_ key: String, required: Bool = false) -> YAMLPair? {
        asked.append(key)
        if let index = pairs.firstIndex(where: { $0.key.value == key }) {
            known[index] = true
            return pairs[index]
        }
        if required { reportMissing(key) }
        return nil
    }

    /// The value of a key, unless it is empty; an empty or missing one is reported where it is required.
    package func value(_ key: String, required: Bool = false) -> YAMLNode? {
        guard let pair = pair(key, required: required) else { return nil }
        switch pair.value.content {
        case .null: break
        case .scalar(let text, _) where text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }): break
        default: return pair.value
        }
        if required { reading(key).empty(at: pair.key.position, length: Int(pair.key.length)) }
        return nil
    }

    /// The mapping under a key.
    package func mapping(_ key: String, required: Bool = false) -> MappingReader? {
        guard let value = value(key, required: required),
            let child = MappingReader(value, path: path, name: .key(key), collector: collector)
        else { return nil }
        children.append(child)
        return child
    }

    /// The mappings in the list under a key; those of its items that are none are reported and left out.
    package func mappings(_ key: String, required: Bool = false) -> [MappingReader] {
        let found = items(key, required: required).enumerated().compactMap { index, item in
            MappingReader(item, path: path, name: .item(key, number: index + 1), collector: collector)
        }
        children += found
        return found
    }

    /// The items of the list under a key, of whatever kind they are.
    package func items(_ key: String, required: Bool = false) -> [YAMLNode] {
        guard let value = value(key, required: required) else { return [] }
        guard case .sequence(let items) = value.content else {
            collector.append(YAMLKind.mismatch(Self.words(for: .key(key)), expected: .sequence, found: value, path: path))
            return []
        }
        if items.isEmpty, required { reading(key).empty(at: value.position, length: Int(value.length)) }
        return items
    }

    func reading(_ key: String) -> ValueReading {
        ValueReading(holder: .key(key), path: path, collector: collector)
    }

    // MARK: Finishing

    /// Reports every key that was never asked for, in this mapping and in those read from it.
    package func finish() {
        for (index, pair) in pairs.enumerated() where !known[index] {
            let key = pair.key
            collector.append(
                Diagnostic(
                    .error, "unknown-key",
                    Message(
                        vi: "không có khóa “\(key.value)” trong \(what.vi)", en: "there is no key “\(key.value)” in \(what.en)"),
                    at: key.place(in: path),
                    remedy: ValueReading.nearestAndKnown(
                        key.value, among: uniqueKeys, Message(vi: "các khóa dùng được", en: "known keys"))))
            known[index] = true
        }
        for child in children { child.finish() }
    }

    private var uniqueKeys: [String] {
        var seen: Set<String> = []
        return asked.filter { seen.insert($0).inserted }
    }

    private func reportMissing(_ key: String) {
        collector.append(
            Diagnostic(
                .error, "missing-key",
                Message(vi: "thiếu khóa bắt buộc “\(key)” trong \(what.vi)", en: "the required key “\(key)” is missing in \(what.en)"),
                at: place,
                remedy: Message(vi: "thêm “\(key): …”", en: "add “\(key): …”")))
    }
}
