import Diagnostics
import Formats
import Programmes

/// Holds a programme's rule set against itself: what refers to nothing, what can never apply, what
/// contradicts something else without saying so, what lies outside the plan's own days.
///
/// A contradiction that the plan's words contain is no mistake of the rule set: declared in `conflicts_with`
/// or in `contradictions`, it is silent.
struct ProgrammeLint {
    let programme: Programme
    /// In the order of the programme's declarations.
    let rules: [CompiledRule]
    let vocabulary: Vocabulary

    func diagnostics() -> [Diagnostic] {
        let days = programme.validFrom <= programme.validTo ? deadlines() + levels() : []
        return references() + waiverTerms() + programme.rules.flatMap(conditions) + requirements() + days + thresholds()
    }

    /// Where a node of the programme's file stands.
    func place(_ node: YAMLNode) -> SourcePlace { node.place(in: programme.path) }

    /// Where a rule is declared: its kind, which always stands there.
    func place(_ rule: RuleDeclaration) -> SourcePlace { rule.kind.place(in: programme.path) }

    /// Whether one of the declared contradictions speaks of all of these rules.
    func isDeclared(_ rules: [String]) -> Bool {
        programme.contradictions.contains { contradiction in rules.allSatisfy(contradiction.rules.contains) }
    }

    // MARK: References

    /// Rules that `conflicts_with`, a reading or a contradiction names.
    private func references() -> [Diagnostic] {
        programme.rules.flatMap { rule in
            rule.conflicts.compactMap { reference in
                unknown(reference) ?? (reference.value == rule.id ? conflictWithItself(reference) : nil)
            }
        } + (programme.readings + programme.contradictions).flatMap(\.references).compactMap(unknown)
    }

    private func waiverTerms() -> [Diagnostic] {
        guard let terms = programme.waivers else { return [] }
        let named = terms.exceptions.flatMap(\.rules)
        return (terms.never + named).compactMap(unknown)
            + named.filter { terms.forbids($0.value) }.map { rule in
                Diagnostic(
                    .error, "waiver-terms-contradict",
                    Message(
                        vi: "quy tắc \(rule.value) vừa có trong never, vừa có trong only của waivers",
                        en: "rule \(rule.value) stands in both never and only of waivers"),
                    at: rule.place(in: programme.path),
                    remedy: Message(vi: "bỏ mã này ở một trong hai chỗ", en: "take it out of one of the two"))
            }
    }

    private func unknown(_ reference: Located<String>) -> Diagnostic? {
        let known = programme.rules.map(\.id)
        guard !known.contains(reference.value) else { return nil }
        let nearest = Suggestion.nearest(to: reference.value, among: known)
        return Diagnostic(
            .error, "unknown-rule",
            Message(
                vi: "kế hoạch không có quy tắc “\(reference.value)”", en: "the programme has no rule “\(reference.value)”"),
            at: reference.place(in: programme.path),
            remedy: nearest.map { Message(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                ?? Message(vi: "dùng mã của một quy tắc trong tệp này, hoặc bỏ mã", en: "use the id of a rule in this file, or remove it"))
    }

    private func conflictWithItself(_ reference: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "conflict-with-itself",
            Message(vi: "quy tắc \(reference.value) mâu thuẫn với chính nó", en: "rule \(reference.value) conflicts with itself"),
            at: reference.place(in: programme.path), remedy: Message(vi: "ghi mã của quy tắc kia", en: "name the other rule"))
    }

    // MARK: What nobody can meet

    /// Rules that accept none of the programme's own levels, campaigns, subjects or fields.
    private func requirements() -> [Diagnostic] {
        let universe = ConditionUniverse(programme: programme, vocabulary: vocabulary)
        return zip(programme.rules, rules).compactMap { declaration, rule in
            guard let rule = rule.as(AttributeInListRule.self), let own = universe.ownValues(of: rule.attribute),
                Set(own).isDisjoint(with: rule.values)
            else { return nil }
            return Diagnostic(
                max(declaration.severity, .warning), "rule-never-met",
                Message(
                    vi: "quy tắc \(declaration.id) không nhận \(rule.attribute.name.vi) nào của chính kế hoạch",
                    en: "rule \(declaration.id) accepts none of the programme's own values of \(rule.attribute.name.en)"),
                at: declaration.node.value(of: "values").map(place) ?? place(declaration),
                required: rule.requirement,
                remedy: Message(
                    vi: "sửa values; kế hoạch có: \(own.joined(separator: ", "))",
                    en: "mend values; the programme has: \(own.joined(separator: ", "))"))
        }
    }

    // MARK: Days

    /// Deadlines that no day of the plan's validity meets.
    private func deadlines() -> [Diagnostic] {
        zip(programme.rules, rules).compactMap { declaration, rule in
            guard let deadline = rule.as(DeadlineRule.self)?.deadline, !isDeclared([declaration.id]) else { return nil }
            let years =
                deadline.fixedYear.map { [$0] } ?? Array(programme.validFrom.year...max(programme.validFrom.year, programme.validTo.year))
            let days = years.map(deadline.day)
            guard !days.contains(where: { programme.validFrom <= $0 && $0 <= programme.validTo }) else { return nil }
            return Diagnostic(
                .warning, "deadline-outside-validity",
                Message(
                    vi: "thời hạn của quy tắc \(declaration.id), \(deadline.words.vi), nằm ngoài thời hạn của kế hoạch",
                    en: "the deadline of rule \(declaration.id), \(deadline.words.en), lies outside the programme's validity"),
                at: declaration.node.value(of: "before").map(place) ?? place(declaration),
                required: Message(
                    vi: "kế hoạch có hiệu lực từ \(programme.validFrom.vietnamese) đến \(programme.validTo.vietnamese)",
                    en: "the programme holds from \(programme.validFrom.iso) to \(programme.validTo.iso)"),
                remedy: Message(
                    vi: "kiểm tra before và validity; kế hoạch viết đúng như thế thì nêu trong contradictions (rules: [\(declaration.id)])",
                    en: "check before and validity; if the plan says so, declare it in contradictions (rules: [\(declaration.id)])"))
        }
    }

    /// Levels that had ended before the plan began.
    private func levels() -> [Diagnostic] {
        programme.levels.compactMap { level in
            guard let end = vocabulary[.levels][level]?.end(before: programme.validFrom) else { return nil }
            return Diagnostic(
                .warning, "level-ended-before-programme",
                Message(
                    vi: "kế hoạch có “\(end.name)”, cấp không còn từ sau ngày \(end.lastDay.vietnamese), trước khi kế hoạch có hiệu lực",
                    en: "the programme has the level “\(end.name)”, which ended on \(end.lastDay.iso), before the programme began"),
                at: SourcePlace(path: programme.path),
                remedy: Message(vi: "kiểm tra khóa levels và validity.from", en: "check levels and validity.from"))
        }
    }
}

extension CompiledRule {
    /// The rule as one of that kind; nil where it is of another.
    func `as`<Kind: Rule>(_ kind: Kind.Type) -> Kind? {
        switch self {
        case .entry(let rule): rule as? Kind
        case .batch(let rule): rule as? Kind
        case .target(let rule): rule as? Kind
        case .statement, .unsupported: nil
        }
    }
}

extension YAMLNode {
    /// The pairs of a mapping; none of anything else.
    var pairs: [YAMLPair] { if case .mapping(let pairs) = content { pairs } else { [] } }

    /// The items of a list; none of anything else.
    var items: [YAMLNode] { if case .sequence(let items) = content { items } else { [] } }

    /// The text of a scalar.
    var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

    /// The value of a key, where the node is a mapping that has it.
    func value(of key: String) -> YAMLNode? { pairs.first { $0.key.value == key }?.value }
}
