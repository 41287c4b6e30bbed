import Diagnostics
import Formats
import Programmes

extension RuleContext {
    /// The score sheets of those of whom the rule speaks.
    var forms: [ScoreSheet] {
        let kinds = declaration.condition.values(of: .subjectKind)
        return programme.scoreSheets.filter { form in
            let scored = form.condition.values(of: .subjectKind)
            return kinds.isEmpty || scored.isEmpty || !Set(kinds).isDisjoint(with: scored)
        }
    }

    /// Whether the programme has a score sheet for everybody of whom the rule speaks; reported where it has not.
    func hasForms(_ keys: MappingReader) -> Bool {
        let named = declaration.condition.values(of: .subjectKind)
        let kinds = named.isEmpty ? programme.subjectKinds : named
        let lacking = kinds.filter { kind in
            !programme.scoreSheets.contains { form in
                let scored = form.condition.values(of: .subjectKind)
                return scored.isEmpty || scored.contains(kind)
            }
        }
        guard !lacking.isEmpty else { return true }
        let names = lacking.map { vocabulary[.subjectKinds].name(of: $0).lowercasedFirst }.joined(separator: ", ")
        keys.collector.append(
            Diagnostic(
                .error, "no-score-sheet",
                Message(
                    vi: "quy tắc \(declaration.id) xét điểm, nhưng kế hoạch không có bảng điểm cho: \(names)",
                    en:
                        "rule \(declaration.id) is about points, but the programme has no score sheet for: \(lacking.joined(separator: ", "))"
                ),
                at: declaration.kind.place(in: programme.path),
                remedy: Message(
                    vi: "khai bảng điểm trong score_sheets, hoặc giới hạn quy tắc bằng when",
                    en: "declare the form in score_sheets, or limit the rule by when")))
        return false
    }

    /// Numbers of criteria under a key, each of them on every score sheet of which the rule speaks; nil where the
    /// key is missing or one of them is not.
    func criteria(_ key: String, of keys: MappingReader, required: Bool = false) -> [Int]? {
        let numbers = keys.integers(key, in: 1...1000, required: required)
        var isKnown = !numbers.isEmpty
        for number in numbers {
            guard let form = forms.first(where: { $0.criterion(number.value) == nil }) else { continue }
            isKnown = false
            keys.collector.append(
                Diagnostic(
                    .error, "criterion-not-on-form",
                    Message(
                        vi: "bảng điểm “\(form.id)” không có tiêu chí \(number.value)",
                        en: "the score sheet “\(form.id)” has no criterion \(number.value)"),
                    at: number.place(in: keys.path),
                    remedy: Message(
                        vi: "các tiêu chí của bảng: \(form.criteria.map { String($0.number) }.joined(separator: ", "))",
                        en: "its criteria: \(form.criteria.map { String($0.number) }.joined(separator: ", "))")))
        }
        return isKnown ? numbers.map(\.value) : nil
    }
}
