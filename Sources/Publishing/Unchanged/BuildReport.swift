import Diagnostics

/// What a build said at its end. It is kept, so that a build in which nothing changed says the same without being made.
package struct BuildReport: Sendable {
    /// Everything found, in reading order.
    package var findings: [Diagnostic]
    package var summary: BuildPipeline.WriteSummary

    /// Findings about the machine at that moment and not about a file: a disk that did not answer, a worker that had no
    /// time. No stamp tells when they would not be made any more.
    private static let momentary: Set<String> = [
        "unreadable-file", "picture-takes-too-long", "picture-needs-too-much-memory", "picture-not-workable",
    ]

    /// The report of a build that would follow at once: every file of the site is there already. Nil where another build
    /// might find something else though nothing changed.
    init?(ofNextAfter evaluation: BoardEvaluation, _ summary: BuildPipeline.WriteSummary) {
        guard !evaluation.diagnostics.contains(where: { Self.momentary.contains($0.code) }) else { return nil }
        findings = evaluation.diagnostics
        self.summary = summary
        self.summary.unchanged += summary.created + summary.replaced
        (self.summary.created, self.summary.replaced, self.summary.replacedPages, self.summary.removed) = (0, 0, 0, 0)
        self.summary.replacedFiles = []
        (self.summary.changedServerRules, self.summary.mended, self.summary.recovery) = (nil, [], nil)
    }

    init(findings: [Diagnostic], summary: BuildPipeline.WriteSummary) {
        self.findings = findings
        self.summary = summary
    }
}
