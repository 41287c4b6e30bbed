import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Rendering
import Templates

/// A board read, checked and planned: all that can be known of it before anything is written.
///
/// `build`, `check`, `serve` and `take-down` all begin here.
package struct BoardEvaluation: Sendable {
    package let content: BoardContent
    package let report: CheckReport
    /// Nil where `site.yaml` can't be used.
    package let plan: SitePlan?
    /// Nil where a template has errors.
    package let templates: PageTemplates?
    /// Everything found, in reading order.
    package let diagnostics: [Diagnostic]
    /// Whether something other than single entries is wrong.
    package let hasBoardErrors: Bool

    package init(_ content: BoardContent, options: BoardOptions) async throws {
        let checkOptions = Self.checkOptions(content, options)
        self.init(content, options: options, report: try await Checker.check(content.corpus, options: checkOptions))
    }

    /// - Parameter memory: what an earlier evaluation of the board found, for a preview.
    package init(_ content: BoardContent, options: BoardOptions, remembering memory: inout CheckMemory?) async throws {
        let checkOptions = Self.checkOptions(content, options)
        self.init(
            content, options: options, report: try await Checker.check(content.corpus, options: checkOptions, remembering: &memory))
    }

    private static func checkOptions(_ content: BoardContent, _ options: BoardOptions) -> CheckOptions {
        CheckOptions(
            asOf: options.asOf, acceptedKinds: Set(content.configuration?.acceptedKinds ?? []),
            privacy: content.configuration?.privacy ?? PrivacyPolicy())
    }

    private init(_ content: BoardContent, options: BoardOptions, report: CheckReport) {
        self.content = content
        var configuration = content.configuration
        if let base = options.base { configuration?.base = base }
        self.report = report
        let plan = configuration.map {
            SitePlanner.plan($0, content.corpus, report, asOf: options.asOf, for: options.audience)
        }
        self.plan = plan
        let templates = PageTemplates.compile(content.templates)
        self.templates = templates.value

        let ofEntries = report.entries.flatMap(\.diagnostics)
        let ofBoard = content.diagnostics + (plan?.diagnostics ?? []) + templates.diagnostics + Self.emptyBoard(content)
        diagnostics = (ofEntries + report.diagnostics + ofBoard).inReadingOrder()
        // A quota that is exceeded, or a rule that can't be evaluated, holds its entries back; it does
        // not make the board unusable.
        hasBoardErrors = ofBoard.hasErrors || report.diagnostics.contains { $0.severity == .error && $0.clause == nil }
    }

    /// The same with what was found when its pages were rendered.
    func adding(_ found: [Diagnostic]) -> BoardEvaluation { BoardEvaluation(self, adding: found) }

    private init(_ other: BoardEvaluation, adding found: [Diagnostic]) {
        content = other.content
        report = other.report
        plan = other.plan
        templates = other.templates
        diagnostics = (other.diagnostics + found).inReadingOrder()
        hasBoardErrors = other.hasBoardErrors || found.hasErrors
    }

    private static func emptyBoard(_ content: BoardContent) -> [Diagnostic] {
        guard content.corpus.entries.isEmpty else { return [] }
        return [
            Diagnostic(
                .warning, "no-entries", Message(vi: "chưa có bài nào trong content/entries", en: "there are no entries in content/entries"),
                at: SourcePlace(path: "content/entries"),
                remedy: Message(vi: "tạo bài đầu tiên bằng lệnh: bangvang new", en: "make the first one with: bangvang new"))
        ]
    }

    /// Whether the site may be written.
    package func mayPublish(withholding: Bool) -> Bool {
        guard plan != nil, templates != nil, !hasBoardErrors else { return false }
        return withholding || !diagnostics.hasErrors
    }
}
