import Diagnostics
import Formats
import Programmes

/// A rule ready to be evaluated.
package enum CompiledRule: Sendable {
    case entry(any EntryRule)
    case batch(any BatchRule)
    case target(any TargetRule)
    /// Shown on the programme's page; nothing to evaluate.
    case statement
    /// Of a kind that this version does not know: its outcome is unknown, never a silent pass.
    case unsupported

    /// What the rule asks for; nil where only its own words tell.
    package var requirement: Message? {
        switch self {
        case .entry(let rule): rule.requirement
        case .batch(let rule): rule.requirement
        case .target(let rule): rule.requirement
        case .statement, .unsupported: nil
        }
    }

    /// What the rule reads.
    package var reads: [RuleSource] {
        switch self {
        case .entry(let rule): rule.reads
        case .batch(let rule): rule.reads
        case .target(let rule): rule.reads
        case .statement, .unsupported: []
        }
    }
}

/// The kinds of rules that this version knows, by the names that programmes use.
package enum RuleCatalogue {
    package static let kinds: [any Rule.Type] = [
        // Who may be honoured.
        OrganisationTypeRule.self, PositionRule.self, RecognisedRule.self, RatingAtLeastRule.self,
        // What came before: registrations, awards of lower levels and earlier years.
        RegisteredRule.self, RegistrationConfirmedRule.self, AwardAtLevelRule.self, ConsecutiveRecognitionsRule.self,
        AwardFormRule.self,
        // The entry itself.
        WordLimitRule.self, PhotosRule.self, VideoRule.self, AttributeInListRule.self, QuantifiedResultsRule.self,
        // Papers and days.
        DossierDocumentRule.self, DeadlineRule.self, HumanReviewRule.self,
        // Points.
        ScoreSheetCompleteRule.self, ScoreTotalRule.self, CriteriaAtMaximumRule.self, CriterionPercentageRule.self,
        CriterionEvidenceRule.self,
        // How many.
        QuotaRule.self, MinimumModelsRule.self, MandatoryModelsRule.self,
        // The plan's own lists.
        ListOrderRule.self, ListTotalsRule.self,
        // Rules made of rules.
        AnyOfRule.self, AllOfRule.self, UnlessRule.self,
    ]

    /// The kind of a rule that only informs.
    package static let statementKind = "statement"

    /// Every kind that this version evaluates. A programme may declare one of a later version: its outcome is
    /// unknown until then, with the reason "unsupported".
    package static var builtKinds: [String] { kinds.map { $0.kind } + [statementKind] }

    /// The kind of that name.
    package static func type(of kind: String) -> (any Rule.Type)? { kinds.first { $0.kind == kind } }

    /// Reads the own keys of each rule of a programme. A rule whose keys are wrong is left out: its
    /// diagnostics are errors, which stop the build.
    package static func compile(_ programme: Programme, vocabulary: Vocabulary) -> Diagnosed<[CompiledRule]> {
        let collector = DiagnosticCollector()
        let rules = programme.rules.map { declaration in
            compile(RuleContext(vocabulary: vocabulary, programme: programme, declaration: declaration), collector)
        }
        return Diagnosed(rules, collector.diagnostics)
    }

    private static func compile(_ context: RuleContext, _ collector: DiagnosticCollector) -> CompiledRule {
        let declaration = context.declaration
        let kind = declaration.kind
        if kind.value == statementKind { return .statement }
        guard let type = type(of: kind.value) else {
            collector.append(unknown(kind, in: context, .warning))
            return .unsupported
        }
        let keys = ProgrammeParser.ownKeys(of: declaration, path: context.programme.path, collector: collector)
        let rule = type.init(keys, context: context)
        keys.finish()
        guard let rule else { return .unsupported }
        let compiled: CompiledRule? =
            switch declaration.scope {
            case .entry: (rule as? any EntryRule).map { .entry($0) }
            // A list that the programme keeps is its staff's own, like a report that they send.
            case .batch: (rule as? any BatchRule).map { .batch($0) } ?? (rule as? any ListRule).map { .target($0) }
            case .organisation, .programme: (rule as? any TargetRule).map { .target($0) }
            }
        guard let compiled else {
            reportScope(type, context, collector)
            return .unsupported
        }
        return compiled
    }

    /// Reads a rule that is a part of another one: its kind and that kind's own keys.
    static func compilePart(_ keys: MappingReader, _ context: RuleContext) -> (any EntryRule)? {
        guard let kind = keys.string("kind", required: true) else { return nil }
        guard let type = type(of: kind.value) else {
            keys.collector.append(unknown(kind, in: context, .error))
            return nil
        }
        guard let rule = type.init(keys, context: context) else { return nil }
        guard let rule = rule as? any EntryRule else {
            reportScope(type, context, keys.collector, at: kind.place(in: keys.path))
            return nil
        }
        return rule
    }

    private static func unknown(_ kind: Located<String>, in context: RuleContext, _ severity: Severity) -> Diagnostic {
        let known = builtKinds
        let nearest = Suggestion.nearest(to: kind.value, among: known)
        return Diagnostic(
            severity, "unknown-rule-kind",
            Message(
                vi: "quy tắc \(context.declaration.id) thuộc loại “\(kind.value)” mà phiên bản này không biết",
                en: "rule \(context.declaration.id) is of the kind “\(kind.value)”, which this version does not know"),
            at: kind.place(in: context.programme.path),
            remedy: nearest.map { Message(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                ?? Message(
                    vi: "các loại đã có: \(builtKinds.joined(separator: ", "))", en: "known kinds: \(builtKinds.joined(separator: ", "))"))
    }

    private static func reportScope(
        _ type: any Rule.Type, _ context: RuleContext, _ collector: DiagnosticCollector, at place: SourcePlace? = nil
    ) {
        var scopes: [String] = []
        if type is any EntryRule.Type { scopes.append("entry") }
        if type is any BatchRule.Type || type is any ListRule.Type { scopes.append("batch") }
        if type is any TargetRule.Type { scopes += type is any ListRule.Type ? ["programme"] : ["organisation", "programme"] }
        let list = scopes.joined(separator: ", ")
        collector.append(
            Diagnostic(
                .error, "scope-not-for-kind",
                Message(
                    vi: "loại “\(type.kind)” không dùng được ở chỗ này của quy tắc \(context.declaration.id)",
                    en: "the kind “\(type.kind)” can't stand here in rule \(context.declaration.id)"),
                at: place ?? context.declaration.kind.place(in: context.programme.path),
                remedy: Message(vi: "loại này dùng với scope: \(list)", en: "it goes with scope: \(list)")))
    }
}
