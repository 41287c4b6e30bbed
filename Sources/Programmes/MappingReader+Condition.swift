import Diagnostics
import Formats

extension MappingReader {
    /// The condition under a key; one that always holds where the key is missing.
    ///
    ///     when: {subject_kind: collective, level: [district, province]}
    ///     when: {place_tag: disadvantaged_hamlet, model_quantity: {at_least: 2}}
    ///     when: {any: [{level: base}, {campaign: unscheduled}], not: {field: economy}}
    ///
    /// Keys beside one another must all hold; the values of one key are alternatives.
    package func condition(_ key: String, _ vocabulary: Vocabulary) -> Condition {
        guard let mapping = mapping(key) else { return .always }
        defer { mapping.finish() }
        return mapping.wholeCondition(vocabulary)
    }

    /// The attribute that a key names.
    package func attribute(_ key: String) -> Located<Attribute>? { choice(key, among: Attribute.self, required: true) }

    /// The values of an attribute under a key: codes of its list, or ids.
    package func values(_ key: String, of attribute: Attribute, _ vocabulary: Vocabulary) -> [String] {
        guard let list = attribute.list else { return oneOrMore(key).map(\.value) }
        return terms(key, list, vocabulary, required: false)
    }

    private func wholeCondition(_ vocabulary: Vocabulary) -> Condition {
        var parts: [Condition] = []
        for attribute in Attribute.allCases {
            guard let value = value(attribute.rawValue) else { continue }
            if attribute.isNumber {
                if let range = numbers(attribute.rawValue, value) { parts.append(range(attribute)) }
            } else {
                let values = values(attribute.rawValue, of: attribute, vocabulary)
                if !values.isEmpty { parts.append(.among(attribute, values)) }
            }
        }
        let alternatives = mappings("any").map { $0.wholeCondition(vocabulary) }
        if !alternatives.isEmpty { parts.append(.any(alternatives)) }
        if let part = mapping("not") { parts.append(.not(part.wholeCondition(vocabulary))) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    /// Numbers one by one, or a range with `at_least`, `at_most` or both.
    private func numbers(_ key: String, _ value: YAMLNode) -> ((Attribute) -> Condition)? {
        guard case .mapping = value.content else {
            let numbers = integers(key, in: 0...1_000_000, required: true).map { String($0.value) }
            return numbers.isEmpty ? nil : { .among($0, numbers) }
        }
        guard let bounds = mapping(key) else { return nil }
        let lower = bounds.integer("at_least", in: 0...1_000_000), upper = bounds.integer("at_most", in: 0...1_000_000)
        let (first, last) = (lower?.value ?? .min, upper?.value ?? .max)
        guard lower != nil || upper != nil, first <= last else {
            collector.append(
                Diagnostic(
                    .error, "empty-range",
                    Message(vi: "khoảng ở khóa “\(key)” không chứa số nào", en: "the range in “\(key)” holds no number"), at: bounds.place,
                    remedy: Message(
                        vi: "ghi at_least (ít nhất), at_most (nhiều nhất) hoặc cả hai, số nhỏ trước",
                        en: "give at_least, at_most or both, the smaller first")))
            return nil
        }
        return { .within($0, first...last) }
    }
}
