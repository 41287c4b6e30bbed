import Diagnostics
import Formats
import Programmes

/// Two rules that set different numbers for the same thing and the same subjects.
///
/// Kinds differ in their keys, and new ones come: so the declarations themselves are compared. Two rules
/// measure the same where they are of one kind and scope, agree in every key that is no number, and speak of
/// subjects that can be the same.
extension ProgrammeLint {
    /// The keys that set a number, a grade or a day.
    private static let thresholdKeys = ["minimum", "maximum", "exactly", "at_most", "share_percent", "copies", "roles", "before"]

    /// Keys of which each says how many may be honoured.
    private static let countKeys = ["exactly", "at_most", "share_percent"]

    /// Keys that neither set a number nor choose what is measured.
    private static let otherKeys: Set<String> = [
        "id", "kind", "scope", "cite", "severity", "text", "when", "conflicts_with", "note", "inclusive", "counts", "rounding",
    ]

    func thresholds() -> [Diagnostic] {
        let universe = ConditionUniverse(programme: programme, vocabulary: vocabulary)
        let groups = Dictionary(grouping: programme.rules) { "\($0.kind.value) \($0.scope.rawValue)" }
        return groups.values.flatMap { rules in
            rules.indices.flatMap { index in
                rules[..<index].compactMap { other -> Diagnostic? in
                    let rule = rules[index]
                    guard measureTheSame(rule.node, other.node), let key = disagreement(rule.node, other.node),
                        !isDeclared(rule, other), universe.canHold([rule.condition, other.condition])
                    else { return nil }
                    return report(rule, other, key)
                }
            }
        }
    }

    private func isDeclared(_ rule: RuleDeclaration, _ other: RuleDeclaration) -> Bool {
        rule.conflicts.contains { $0.value == other.id } || other.conflicts.contains { $0.value == rule.id }
            || isDeclared([rule.id, other.id])
    }

    // MARK: What is measured

    /// Whether all keys that are no numbers agree, or can.
    private func measureTheSame(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
        let keys = Set((left.pairs + right.pairs).map(\.key.value)).subtracting(Self.thresholdKeys).subtracting(Self.otherKeys)
        return keys.allSatisfy { key in
            switch (left.value(of: key) ?? implied(key), right.value(of: key) ?? implied(key)) {
            case (let own?, let other?): overlap(own, other)
            // A list that is missing leaves everything open; anything else that one of them lacks parts them.
            case (let one?, nil), (nil, let one?): !one.items.isEmpty
            case (nil, nil): true
            }
        }
    }

    /// Equal texts, lists that have something in common, mappings with overlapping values.
    private func overlap(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
        if let own = left.text, let other = right.text { return own == other }
        let own = (left.text.map { [$0] } ?? left.items.map(\.words)), other = (right.text.map { [$0] } ?? right.items.map(\.words))
        if !own.isEmpty, !other.isEmpty { return !Set(own).isDisjoint(with: other) }
        return left.words == right.words
    }

    /// What a key means where it is left out.
    private func implied(_ key: String) -> YAMLNode? {
        let text: String? =
            switch key {
            case "per": "batch"
            case "holder": "subject"
            case "scale": programme.ratingScale
            default: nil
            }
        return text.map { YAMLNode(.scalar($0, plain: true), at: SourcePosition(line: 1, column: 1), length: 1) }
    }

    // MARK: The numbers

    /// The key whose number differs, in the first rule's mapping; nil where none does.
    private func disagreement(_ left: YAMLNode, _ right: YAMLNode) -> YAMLPair? {
        let own = left.pairs.filter { Self.thresholdKeys.contains($0.key.value) }
        if let pair = own.first(where: { pair in right.value(of: pair.key.value).map { $0.words != pair.value.words } ?? false }) {
            return pair
        }
        // An exact number beside a ceiling or a share: the keys differ, yet both say how many.
        let count = own.first { Self.countKeys.contains($0.key.value) }
        let isOtherCounted = Self.countKeys.contains { right.value(of: $0) != nil }
        let isShared = Self.countKeys.contains { left.value(of: $0) != nil && right.value(of: $0) != nil }
        return isOtherCounted && !isShared ? count : nil
    }

    private func report(_ rule: RuleDeclaration, _ other: RuleDeclaration, _ key: YAMLPair) -> Diagnostic {
        Diagnostic(
            .warning, "conflicting-rules",
            Message(
                vi: "quy tắc \(rule.id) và \(other.id) đặt hai mức khác nhau cho cùng một điều, cùng đối tượng",
                en: "rules \(rule.id) and \(other.id) set different numbers for the same thing and the same subjects"),
            at: key.key.place(in: programme.path),
            remedy: Message(
                vi:
                    "sửa mức ghi nhầm; kế hoạch viết mâu thuẫn thì khai conflicts_with: [\(other.id)] và nêu cách hiểu đã chọn trong readings",
                en: "mend the wrong one; if the plan contradicts itself, declare conflicts_with: [\(other.id)] and the reading chosen"),
            notes: [Diagnostic.Note(Message(vi: "quy tắc kia", en: "the other rule"), at: place(other))])
    }
}

extension YAMLNode {
    /// The node as text, for comparing: layout and quotes play no part.
    fileprivate var words: String {
        switch content {
        case .scalar(let text, _): text
        case .null: "~"
        case .sequence(let items): "[" + items.map(\.words).joined(separator: ", ") + "]"
        case .mapping(let pairs): "{" + pairs.map { "\($0.key.value): \($0.value.words)" }.sorted().joined(separator: ", ") + "}"
        }
    }
}
