import Diagnostics
import Eligibility
import Entries
import Formats
import Programmes
import Publishing
import Registers

/// The check report for other programs; `docs/du-lieu.md` describes its shape.
enum CheckReportJSON {
    static func value(_ evaluation: BoardEvaluation, asOf: CalendarDay, language: Language) -> JSONValue {
        let corpus = evaluation.content.corpus
        let summary = CheckSummary(evaluation.report, of: corpus, asOf: asOf)
        return .object([
            ("as_of", .string(asOf.iso)),
            ("counts", .object(evaluation.report.counts.map { ($0.fate.rawValue, .integer($0.count)) })),
            ("diagnostics", .array(evaluation.diagnostics.map { JSONFormatter.value(for: $0, in: language) })),
            ("entries", .array(zip(corpus.entries, evaluation.report.entries).map { entry($0, $1, corpus) })),
            (
                "quotas",
                .array(
                    evaluation.report.batches.map { batch in
                        .object([
                            ("programme", .string(batch.programmeID)), ("rule", .string(batch.ruleID)),
                            ("batch", .string(batch.batch.name)),
                            ("count", .integer(batch.count)), ("waived", .integer(batch.waived)),
                            ("limit", batch.limit.map { .integer($0) } ?? .null),
                            ("over", .bool(batch.isOver)),
                        ])
                    })
            ),
            ("programmes", .array(summary.programmes.map(CheckSummaryJSON.value))),
            ("without_programme", CheckSummaryJSON.value(summary.withoutProgramme)),
        ])
    }

    private static func entry(_ source: SourceEntry, _ report: EntryReport, _ corpus: Corpus) -> JSONValue {
        let programme = source.entry.flatMap { corpus.programme($0.programmeID.value) }
        return .object([
            ("id", .string(source.id)), ("path", .string(source.path)), ("fate", .string(report.fate.rawValue)),
            (
                "outcomes",
                .array(
                    report.outcomes.map { outcome in
                        var members: [(key: String, value: JSONValue)] = [
                            ("rule", JSONValue(programme?.rules[outcome.rule].id)), ("status", .string(outcome.status.rawValue)),
                        ]
                        if outcome.acceptedUnsupported { members.append(("accepted_unsupported", true)) }
                        if !outcome.evidence.isEmpty {
                            members.append(
                                ("evidence", .array(outcome.evidence.map { .string(corpus.registers.place(of: $0).description) })))
                        }
                        return .object(members)
                    })
            ),
        ])
    }
}
