import Diagnostics

/// What a build said at its end. It is kept, so that a build in which nothing changed says the same without being made.
package struct BuildReport: Sendable {
    /// Everything found, in reading order.
    package var findings: [Diagnostic]
    package var summary: BuildPipeline.WriteSummary

    /// The report of a build that would follow at once: every file of the site is there already.
    init(ofNextAfter evaluation: BoardEvaluation, _ summary: BuildPipeline.WriteSummary) {
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
