import Diagnostics
import Formats

extension MappingReader {
    /// A code of one of the vocabulary's lists. Required unless said otherwise.
    package func term(_ key: String, _ list: Vocabulary.List, _ vocabulary: Vocabulary, required: Bool = true) -> String? {
        string(key, required: required).flatMap { check($0, vocabulary[list].ids, list.item) }
    }

    /// Codes of one of the vocabulary's lists: a list, or a single code.
    package func terms(_ key: String, _ list: Vocabulary.List, _ vocabulary: Vocabulary, required: Bool = true) -> [String] {
        oneOrMore(key, required: required).compactMap { check($0, vocabulary[list].ids, list.item) }
    }

    /// One of the cases of an enumeration, by its raw value.
    package func choice<Value: RawRepresentable & CaseIterable>(_ key: String, among: Value.Type, required: Bool = false) -> Located<Value>?
    where Value.RawValue == String {
        choice(key, of: Value.allCases.map { ($0.rawValue, $0) }, required: required)
    }

    /// Whole numbers: a list, or a single one.
    package func integers(_ key: String, in range: ClosedRange<Int>, required: Bool = false) -> [Located<Int>] {
        oneOrMore(key, required: required).compactMap { text in
            if let number = Int(text.value), range.contains(number) { return text.map { _ in number } }
            collector.append(
                Diagnostic(
                    .error, "out-of-range",
                    Message(
                        vi: "“\(text.value)” ở khóa “\(key)” không phải là số từ \(range.lowerBound) đến \(range.upperBound)",
                        en: "“\(text.value)” in “\(key)” is not a number from \(range.lowerBound) to \(range.upperBound)"),
                    at: text.place(in: path),
                    remedy: Message(vi: "ghi một số, hoặc danh sách [2020, 2021]", en: "write a number, or a list [2020, 2021]")))
            return nil
        }
    }

    /// The rating scale that a key names, or the one given where the key is missing; with neither, the
    /// missing key is reported.
    package func ratingScale(_ key: String, _ vocabulary: Vocabulary, default fallback: String?) -> RatingScale? {
        if pair(key) == nil, let fallback { return vocabulary.ratingScales[fallback] }
        guard let name = string(key, required: true) else { return nil }
        return check(name, vocabulary.ratingScales.keys.sorted(), Message(vi: "thang xếp loại", en: "rating scale"))
            .flatMap { vocabulary.ratingScales[$0] }
    }

    /// A grade of a rating scale.
    package func grade(_ key: String, on scale: RatingScale) -> String? {
        string(key, required: true).flatMap { check($0, scale.grades.ids, Message(vi: "mức xếp loại", en: "grade")) }
    }

    /// The texts under a key that may hold a list or a single text.
    package func oneOrMore(_ key: String, required: Bool = false) -> [Located<String>] {
        guard let value = value(key, required: required) else { return [] }
        if case .sequence = value.content { return strings(key, required: required) }
        return string(key).map { [$0] } ?? []
    }

    private func check(_ text: Located<String>, _ known: [String], _ item: Message) -> String? {
        if known.contains(text.value) { return text.value }
        let nearest = Suggestion.nearest(to: text.value, among: known)
        collector.append(
            Diagnostic(
                .error, "unknown-code", Message(vi: "không có \(item.vi) “\(text.value)”", en: "there is no \(item.en) “\(text.value)”"),
                at: text.place(in: path),
                remedy: nearest.map { Message(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                    ?? Message(
                        vi: "dùng một mã trong content/vocabulary.yaml: \(known.joined(separator: ", "))",
                        en: "use one of: \(known.joined(separator: ", "))")))
        return nil
    }
}
