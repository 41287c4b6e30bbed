import Diagnostics
import Eligibility
import Programmes
import Publishing

/// The findings for code hosts and editors, as SARIF; `docs/du-lieu.md` describes what stands where.
enum CheckReportSARIF {
    static func value(_ evaluation: BoardEvaluation, language: Language) -> JSONValue {
        let rules = evaluation.content.corpus.programmes.flatMap { programme in
            programme.rules.map { rule in
                SARIFFormatter.Rule(
                    id: "\(programme.id)/\(rule.id)", clause: programme.clause(of: rule), text: rule.text, severity: rule.severity)
            }
        }
        return SARIFFormatter.log(evaluation.diagnostics, rules: rules, version: Version.current, in: language)
    }
}
