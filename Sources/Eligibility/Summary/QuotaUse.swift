import Diagnostics
import Programmes

/// How far a quota is used by the entries that are counted together.
package struct QuotaUse: Sendable {
    package var declaration: RuleDeclaration
    package var batch: Batch
    /// The batch for people: “năm 2021”, or “cấp huyện, năm 2024”.
    package var batchName: Message
    /// How many entries are proposed.
    package var count: Int
    /// How many of them a decision of their own allows beyond the number.
    package var waived: Int
    /// How many there may be, or must be; nil where it can't be known.
    package var limit: Int?
    /// Whether the number must be reached.
    package var isExact: Bool
    package var isOver: Bool

    static func all(of report: ProgrammeReport) -> [QuotaUse] {
        report.batches.compactMap { batch in
            guard let index = report.programme.rules.firstIndex(where: { $0.id == batch.ruleID }) else { return nil }
            let isExact = if case .batch(let rule as QuotaRule) = report.rules[index] { rule.isExact } else { false }
            return QuotaUse(
                declaration: report.programme.rules[index], batch: batch.batch,
                batchName: batch.batch.words(report.vocabulary), count: batch.count, waived: batch.waived,
                limit: batch.limit,
                isExact: isExact, isOver: batch.isOver)
        }
    }
}
