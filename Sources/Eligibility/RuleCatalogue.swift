import Diagnostics
import Formats
import Programmes

/// A rule ready to be evaluated.
package enum CompiledRule: Sendable {
    case entry(any EntryRule)
    case batch(any BatchRule)
    /// Shown on the programme's page; nothing to evaluate for an entry.
    case statement
    /// Of a kind that this version does not know: its outcome is unknown, never a silent pass.
    case unsupported
}

/// The kinds of rules that this version knows, by the names that programmes use.
package enum RuleCatalogue {
    static let entryRules: [any EntryRule.Type] = [
        OrganisationTypeRule.self, PositionRule.self, RecognisedRule.self, RatingAtLeastRule.self, WordLimitRule.self,
        PhotosRule.self, VideoRule.self, DossierDocumentRule.self, DeadlineRule.self, HumanReviewRule.self,
    ]
    static let batchRules: [any BatchRule.Type] = [QuotaRule.self]

    /// The kind of a rule that only informs.
    package static let statementKind = "statement"

    /// Kinds that programmes may already declare as data and that a later version evaluates. Until then
    /// their outcome is unknown, with the reason "unsupported".
    package static let plannedKinds: Set<String> = [
        "registered", "registration_confirmed", "award_at_level", "consecutive_recognitions", "score_total", "criteria_at_maximum",
        "criterion_percentage", "criterion_evidence", "score_sheet_complete", "rating_or_commendation", "quantified_results",
        "field_in_list", "minimum_models", "mandatory_models", "award_form", "list_order", "dossier_by_level",
    ]

    /// Every kind that this version evaluates.
    package static var builtKinds: [String] {
        entryRules.map { $0.kind } + batchRules.map { $0.kind } + [statementKind]
    }

    /// Reads the own keys of each rule of a programme. A rule whose keys are wrong is left out: its
    /// diagnostics are errors, which stop the build.
    package static func compile(_ programme: Programme, vocabulary: Vocabulary) -> Diagnosed<[CompiledRule]> {
        var diagnostics: [Diagnostic] = []
        let rules = programme.rules.map { compile($0, in: programme, vocabulary, &diagnostics) }
        return Diagnosed(rules, diagnostics)
    }

    private static func compile(
        _ declaration: RuleDeclaration, in programme: Programme, _ vocabulary: Vocabulary, _ diagnostics: inout [Diagnostic]
    ) -> CompiledRule {
        let kind = declaration.kind.value
        if kind == statementKind { return .statement }
        let collector = DiagnosticCollector()
        let context = RuleContext(vocabulary: vocabulary, ratingScale: programme.ratingScale)
        let keys = ProgrammeParser.ownKeys(of: declaration, path: programme.path, collector: collector)
        defer { diagnostics += collector.diagnostics }

        if let type = entryRules.first(where: { $0.kind == kind }) {
            let rule = type.init(keys, context: context)
            keys.finish()
            // A deadline of the staff's own work is reported on the programme and asks nothing of an entry.
            guard declaration.scope == .entry else { return .statement }
            return rule.map { .entry($0) } ?? .unsupported
        }
        if let type = batchRules.first(where: { $0.kind == kind }) {
            let rule = type.init(keys, context: context)
            keys.finish()
            return rule.map { .batch($0) } ?? .unsupported
        }
        if !plannedKinds.contains(kind) {
            let known = builtKinds + plannedKinds.sorted()
            let nearest = Suggestion.nearest(to: kind, among: known)
            diagnostics.append(
                Diagnostic(
                    .warning, "unknown-rule-kind",
                    Message(
                        vi: "quy tắc \(declaration.id) thuộc loại “\(kind)” mà phiên bản này không biết",
                        en: "rule \(declaration.id) is of the kind “\(kind)”, which this version does not know"),
                    at: declaration.kind.place(in: programme.path),
                    remedy: nearest.map {
                        Message(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?")
                    }
                        ?? Message(
                            vi: "các loại đã có: \(builtKinds.joined(separator: ", "))",
                            en: "known kinds: \(builtKinds.joined(separator: ", "))")))
        }
        return .unsupported
    }
}
