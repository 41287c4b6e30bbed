import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Programmes
import Publishing
import Registers
import TestSupport

/// A board that went through the whole pipeline, asked by who is judged and by the ids of rules.
struct BoardCheck: Sendable {
    /// What the check says of somebody who is judged: an entry by its id, an organisation in a year
    /// (`chi-bo-che-mau 2024`), or the staff of a programme in a year (`lucngan-2021 2021`).
    struct Standing: Sendable, Equatable {
        /// Nil where it is no entry: targets are reported and hold nobody back.
        var fate: Fate?
        /// By the rules' ids.
        var outcomes: [String: OutcomeStatus] = [:]
    }

    let evaluation: BoardEvaluation
    private(set) var standings: [String: Standing] = [:]
    private var evidence: [String: [SourcePlace]] = [:]
    private let files: BoardFiles

    init(_ files: BoardFiles, asOf day: CalendarDay) async throws {
        var reader = ContentReader(keepsCache: false)
        evaluation = try await BoardEvaluation(
            try await reader.read(files), options: BoardOptions(root: "", output: "public", asOf: day))
        self.files = files
        let corpus = evaluation.content.corpus
        for (source, report) in zip(corpus.entries, evaluation.report.entries) {
            standings[source.id] = Standing(fate: report.fate)
            let rules = source.entry.flatMap { corpus.programme($0.programmeID.value) }?.rules ?? []
            for outcome in report.outcomes { keep(source.id, rules[outcome.rule].id, outcome.status, outcome.evidence) }
        }
        for target in evaluation.report.targets {
            keep("\(target.organisationID ?? target.programmeID) \(target.year)", target.ruleID, target.status, target.evidence)
        }
    }

    private mutating func keep(_ holder: String, _ rule: String, _ status: OutcomeStatus, _ rows: [RowReference]) {
        standings[holder, default: Standing()].outcomes[rule] = status
        evidence[rule + " " + holder] = rows.map { evaluation.content.corpus.registers.place(of: $0) }
    }

    /// The entries that have a page on the site.
    var shown: Set<String> { Set(evaluation.plan?.honours.map(\.entry.id.value) ?? []) }

    /// What the program says of a rule: the rows on which its outcome rests, then its findings as `bangvang check`
    /// prints them. Programmes are the project's own: their lines move with every edit, and mean nothing here.
    func words(on rule: String, of holder: String) -> String {
        let formatter = TextFormatter(language: .vietnamese, coloured: false) { path in
            files[path]?.split(separator: "\n", omittingEmptySubsequences: false)
        }
        let rows = (evidence[rule + " " + holder] ?? []).map { "theo \($0.path):\($0.position?.line ?? 0)\n" }
        let findings = evaluation.diagnostics.filter { $0.clause?.rule == rule }.map { finding in
            var finding = finding
            if finding.place?.path.hasPrefix("content/programmes/") == true { finding.place?.position = nil }
            return "\n" + formatter.format(finding)
        }
        return (rows + findings).joined()
    }

    /// Everything found that does not rest on one of these rules, as file and code.
    func otherFindings(than rules: Set<String>) -> [String] {
        evaluation.diagnostics.filter { !rules.contains($0.clause?.rule ?? "") }.map { "\($0.place?.path ?? "") [\($0.code)]" }
    }
}
