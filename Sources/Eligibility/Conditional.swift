import Diagnostics
import Formats
import Programmes

/// A value of a rule that may differ by condition: a lower threshold in a poor hamlet, say.
///
///     minimum: 75
///     minimum:
///       - {when: {place_tag: disadvantaged_hamlet}, value: 65}
///       - {value: 75}
///
/// The first case whose condition holds counts; the last one has none.
struct Conditional<Value: Sendable>: Sendable {
    private let cases: [(condition: Condition, value: Value)]
    private let otherwise: Value

    private init(cases: [(condition: Condition, value: Value)] = [], otherwise: Value) {
        self.cases = cases
        self.otherwise = otherwise
    }

    /// Reads a single value or a list of cases.
    /// - Parameter read: reads one value under the key of the reader that it is given.
    init?(_ key: String, of keys: MappingReader, _ vocabulary: Vocabulary, read: (MappingReader, String) -> Value?) {
        guard let node = keys.value(key, required: true) else { return nil }
        guard case .sequence = node.content else {
            guard let value = read(keys, key) else { return nil }
            self.init(otherwise: value)
            return
        }
        var cases: [(condition: Condition, value: Value)] = []
        let readers = keys.mappings(key)
        for reader in readers {
            let condition = reader.condition("when", vocabulary)
            guard let value = read(reader, "value") else { return nil }
            cases.append((condition, value))
        }
        guard let last = cases.last, last.condition.isAlways, cases.dropLast().allSatisfy({ !$0.condition.isAlways }) else {
            keys.collector.append(
                Diagnostic(
                    .error, "cases-without-default",
                    Message(
                        vi: "các trường hợp ở khóa “\(key)” phải kết thúc bằng đúng một trường hợp không có when",
                        en: "the cases of “\(key)” must end in exactly one without when"),
                    at: node.place(in: keys.path),
                    remedy: Message(vi: "thêm “- {value: …}” ở cuối danh sách", en: "add “- {value: …}” at the end")))
            return nil
        }
        self.init(cases: cases.dropLast(), otherwise: last.value)
    }

    /// Every value that may count.
    var values: [Value] { cases.map(\.value) + [otherwise] }

    /// The value for this entry; nil where it depends on what nobody recorded.
    func value(for honour: HonourCase) -> Value? {
        for (condition, value) in cases {
            switch honour.holds(condition) {
            case true?: return value
            case nil: return nil
            case false?: continue
            }
        }
        return otherwise
    }

    /// All cases in words: “65 (thôn đặc biệt khó khăn); 75”.
    func words(_ vocabulary: Vocabulary, _ name: (Value) -> Message) -> Message {
        let parts = cases.map { condition, value in
            let (words, when) = (name(value), condition.words(vocabulary))
            return Message(vi: "\(words.vi) (\(when.vi))", en: "\(words.en) (\(when.en))")
        }
        let last = name(otherwise)
        guard !parts.isEmpty else { return last }
        return Message(
            vi: (parts.map(\.vi) + ["\(last.vi) (trường hợp khác)"]).joined(separator: "; "),
            en: (parts.map(\.en) + ["\(last.en) (otherwise)"]).joined(separator: "; "))
    }
}

extension HonourCase {
    /// The answer where a threshold differs by a condition and nobody recorded which case this is.
    func undecided(_ required: Message) -> Verdict {
        .unknown(
            [],
            Finding(
                "case-not-known",
                found: Message(
                    vi: "chưa đủ dữ liệu để biết mức nào áp dụng cho bài này",
                    en: "what is recorded does not tell which case applies to this entry"),
                required: required,
                remedy: Message(
                    vi: "bổ sung thông tin mà điều kiện của quy tắc hỏi tới (loại tổ chức, chức vụ, trạng thái mô hình, diện địa bàn…)",
                    en: "record what the rule's condition asks for (organisation type, position, model status, place tags)"),
                at: subjectPlace))
    }
}
