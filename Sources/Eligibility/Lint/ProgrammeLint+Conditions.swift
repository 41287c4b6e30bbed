import Diagnostics
import Formats
import Programmes

extension ProgrammeLint {
    /// What is wrong with the condition of a rule, and with those of its parts and cases.
    func conditions(_ rule: RuleDeclaration) -> [Diagnostic] {
        let when = rule.node.value(of: "when")
        let universe = ConditionUniverse(programme: programme, vocabulary: vocabulary)
        guard universe.canHold([rule.condition]) else {
            return [neverApplies(rule, rule.condition, at: when, max(rule.severity, .warning))]
        }
        var found = when.map { unused($0, by: rule) + outside($0, of: rule, universe) } ?? []
        for part in parts(of: rule.node) {
            guard let when = part.value(of: "when"), let condition = condition(of: part) else { continue }
            if universe.canHold([rule.condition, condition]) {
                found += outside(when, of: rule, universe)
            } else {
                found.append(neverApplies(rule, condition, at: when, .warning))
            }
        }
        return found
    }

    /// The mappings within a rule that have a condition of their own, the rule itself left out.
    private func parts(of node: YAMLNode) -> [YAMLNode] {
        let children = node.pairs.filter { $0.key.value != "when" }.map(\.value) + node.items
        return children.flatMap { child in (child.value(of: "when") == nil ? [] : [child]) + parts(of: child) }
    }

    /// The condition of a part, which its rule has read and reported before.
    private func condition(of part: YAMLNode) -> Condition? {
        MappingReader(part, in: programme.path, as: "", into: DiagnosticCollector())?.condition("when", vocabulary)
    }

    private func neverApplies(_ rule: RuleDeclaration, _ condition: Condition, at when: YAMLNode?, _ severity: Severity) -> Diagnostic {
        let words = condition.words(vocabulary)
        return Diagnostic(
            severity, "rule-never-applies",
            Message(
                vi: "không bài nào của kế hoạch có thể đúng với điều kiện này của quy tắc \(rule.id): \(words.vi)",
                en: "no entry of the programme can meet this condition of rule \(rule.id): \(words.en)"),
            at: when.map(place) ?? place(rule),
            required: Message(
                vi: "kế hoạch có cấp: \(list(programme.levels, .levels)); đợt: \(list(programme.campaigns, .campaigns)); "
                    + "đối tượng: \(list(programme.subjectKinds, .subjectKinds))",
                en: "the programme has the levels \(programme.levels.joined(separator: ", ")), the campaigns "
                    + "\(programme.campaigns.joined(separator: ", ")), the subjects \(programme.subjectKinds.joined(separator: ", "))"),
            remedy: Message(
                vi: "sửa khóa when, hoặc bổ sung vào levels, campaigns, subject_kinds, fields của kế hoạch",
                en: "mend when, or add to the programme's levels, campaigns, subject_kinds or fields"))
    }

    private func list(_ ids: [String], _ list: Vocabulary.List) -> String {
        ids.map { "\($0) (\(vocabulary[list].name(of: $0)))" }.joined(separator: ", ")
    }

    // MARK: Words of a condition

    /// A condition on a rule about organisations, or about the staff, which nothing asks.
    private func unused(_ when: YAMLNode, by rule: RuleDeclaration) -> [Diagnostic] {
        guard [.organisation, .programme].contains(rule.scope), rule.kind.value != RuleCatalogue.statementKind else { return [] }
        return [
            Diagnostic(
                .warning, "condition-not-used",
                Message(
                    vi: "quy tắc \(rule.id) không nói về một bài nào nên khóa when không được dùng tới",
                    en: "rule \(rule.id) speaks of no entry, so that its when is not used"),
                at: place(when),
                remedy: Message(
                    vi: "chọn tổ chức bằng organisation_types, hoặc bỏ khóa when", en: "choose by organisation_types, or remove when"))
        ]
    }

    /// Values in a condition that the programme itself does not have, and what its decisions never tell.
    private func outside(_ when: YAMLNode, of rule: RuleDeclaration, _ universe: ConditionUniverse) -> [Diagnostic] {
        when.pairs.flatMap { pair -> [Diagnostic] in
            if pair.key.value == "any" { return pair.value.items.flatMap { outside($0, of: rule, universe) } }
            if pair.key.value == "not" { return outside(pair.value, of: rule, universe) }
            guard let attribute = Attribute(rawValue: pair.key.value) else { return [] }
            if !isRecorded(attribute) { return [notRecorded(attribute, pair.key, rule)] }
            guard let own = universe.ownValues(of: attribute) else { return [] }
            let values = pair.value.text == nil ? pair.value.items : [pair.value]
            return values.filter { value in
                guard let text = value.text else { return false }
                // A code that the vocabulary lacks has been reported.
                return !own.contains(text) && attribute.list.map { vocabulary[$0].contains(text) } ?? true
            }.map { outside($0, attribute, own, rule) }
        }
    }

    private func outside(_ value: YAMLNode, _ attribute: Attribute, _ own: [String], _ rule: RuleDeclaration) -> Diagnostic {
        let name = attribute.list.map { vocabulary[$0].name(of: value.text ?? "") } ?? ""
        return Diagnostic(
            .warning, "condition-outside-programme",
            Message(
                vi: "điều kiện của quy tắc \(rule.id) nhắc tới \(attribute.name.vi) “\(name)”, kế hoạch không có",
                en: "the condition of rule \(rule.id) names the \(attribute.name.en) “\(value.text ?? "")”, which the programme lacks"),
            at: place(value),
            remedy: Message(
                vi: "bỏ giá trị này, hoặc chọn trong: \(attribute.list.map { list(own, $0) } ?? own.joined(separator: ", "))",
                en: "remove the value, or choose one of: \(own.joined(separator: ", "))"))
    }

    /// Whether the decisions that the programme rests on tell such a thing.
    private func isRecorded(_ attribute: Attribute) -> Bool {
        switch attribute {
        case .awardForm: programme.basis == .award
        case .recognitionTitle: programme.basis == .recognition
        default: true
        }
    }

    private func notRecorded(_ attribute: Attribute, _ key: Located<String>, _ rule: RuleDeclaration) -> Diagnostic {
        Diagnostic(
            .warning, "condition-not-recorded",
            Message(
                vi: "điều kiện của quy tắc \(rule.id) hỏi \(attribute.name.vi), điều mà quyết định của kế hoạch này không ghi",
                en: "the condition of rule \(rule.id) asks for the \(attribute.name.en), which this programme's decisions don't tell"),
            at: key.place(in: programme.path),
            remedy: Message(
                vi: "bỏ điều kiện này, hoặc kiểm tra khóa rests_on", en: "remove the condition, or check rests_on"))
    }
}
