import Diagnostics
import Formats
import Programmes
import Registers

/// Holds the organisations of each programme, and its staff, against what the plan asks of them. It is
/// reported on the programme: no entry is held back by what an organisation left undone.
struct TargetJudge {
    let corpus: Corpus
    let rules: [String: ProgrammeRules]
    let asOf: CalendarDay

    /// In the order of programmes, rules, years and organisations.
    func judge(_ diagnostics: inout [Diagnostic]) -> [TargetReport] {
        var reports: [TargetReport] = []
        for programme in corpus.programmes {
            guard let compiled = rules[programme.id] else { continue }
            for (index, rule) in compiled.rules.enumerated() {
                guard case .target(let rule) = rule, !corpus.isUnread(rule.reads) else { continue }
                for year in rule.years ?? years(of: programme) {
                    for target in targets(of: rule, programme, programme.rules[index], year) {
                        let verdict = rule.evaluate(target)
                        reports.append(
                            TargetReport(
                                programmeID: programme.id, rule: index, ruleID: programme.rules[index].id, year: year,
                                organisationID: target.organisation?.id, status: verdict.status, evidence: verdict.evidence))
                        if let finding = verdict.finding {
                            diagnostics.append(diagnostic(finding, verdict.status, programme.rules[index], programme))
                        }
                    }
                }
            }
        }
        return reports
    }

    /// The years of the programme that have begun.
    private func years(of programme: Programme) -> [Int] {
        let last = min(programme.validTo.year, asOf.year)
        return programme.validFrom.year <= last ? Array(programme.validFrom.year...last) : []
    }

    private func targets(of rule: any TargetRule, _ programme: Programme, _ declaration: RuleDeclaration, _ year: Int) -> [TargetCase] {
        let organisations: [Subject?] =
            declaration.scope != .organisation ? [nil] : corpus.organisations(of: rule.organisationTypes, in: programme, year: year)
        return organisations.map {
            TargetCase(
                programme: programme, vocabulary: corpus.vocabulary, registers: corpus.registers, organisation: $0, year: year, asOf: asOf)
        }
    }

    /// What is left undone is worth a warning, what nobody recorded a notice: neither stops a build.
    private func diagnostic(_ finding: Finding, _ status: OutcomeStatus, _ declaration: RuleDeclaration, _ programme: Programme)
        -> Diagnostic
    {
        Diagnostic(
            min(declaration.severity, status == .unknown ? .notice : .warning), finding.code, finding.found, at: finding.place,
            clause: programme.clause(of: declaration), required: finding.required, remedy: finding.remedy, notes: finding.notes)
    }
}
