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
    /// What was published before.
    package let record: AddressRecord
    /// The links that templates hold; nil where nothing is planned.
    let templateLinks: TemplateLinks?
    /// Whether something other than single entries is wrong.
    package let hasBoardErrors: Bool

    package init(_ content: BoardContent, options: BoardOptions) async throws {
        let checkOptions = Self.checkOptions(content, options)
        try self.init(content, options: options, report: try await Checker.check(content.corpus, options: checkOptions))
    }

    /// - Parameter memory: what an earlier evaluation of the board found, for a preview.
    package init(_ content: BoardContent, options: BoardOptions, remembering memory: inout CheckMemory?) async throws {
        let checkOptions = Self.checkOptions(content, options)
        try self.init(
            content, options: options, report: try await Checker.check(content.corpus, options: checkOptions, remembering: &memory))
    }

    private static func checkOptions(_ content: BoardContent, _ options: BoardOptions) -> CheckOptions {
        CheckOptions(
            asOf: options.asOf, acceptedKinds: Set(content.configuration?.acceptedKinds ?? []),
            privacy: content.configuration?.privacy ?? PrivacyPolicy())
    }

    private init(_ content: BoardContent, options: BoardOptions, report: CheckReport) throws {
        self.content = content
        var configuration = content.configuration
        if let base = options.base { configuration?.base = base }
        let record = try options.addressRecord()
        self.record = record.value
        var memory = SitePlanner.Memory()
        memory.record = record.value
        memory.acceptedIDs = options.allowedRemovals
        memory.otherFiles = content.assets.all.map(\.route)
        let (report, plan) = Self.plan(configuration, content.corpus, report, options, memory)
        self.report = report
        self.plan = plan
        let templates = PageTemplates.compile(content.templates)
        self.templates = templates.value

        let links = plan.map { TemplateLinks(content.templates, site: SiteWords.all(of: $0)) }
        templateLinks = links
        let ofLinks =
            plan.flatMap { plan in
                links?.findings(plan.configuration.base) { Self.hasFile($0, plan, content.assets) }
            } ?? []

        let ofEntries = report.entries.flatMap(\.diagnostics)
        let ofBoard =
            content.diagnostics + record.diagnostics + (plan?.diagnostics ?? []) + templates.diagnostics + ofLinks
            + Self.emptyBoard(content)
        diagnostics = (ofEntries + report.diagnostics + ofBoard).inReadingOrder()
        // A quota that is exceeded, or a rule that can't be evaluated, holds its entries back; it does
        // not make the board unusable.
        hasBoardErrors = ofBoard.hasErrors || report.diagnostics.contains { $0.severity == .error && $0.clause == nil }
    }

    /// Whether something of the site answers at a route.
    func hasFile(_ route: String) -> Bool { plan.map { Self.hasFile(route, $0, content.assets) } ?? false }

    private static func hasFile(_ route: String, _ plan: SitePlan, _ assets: SiteAssets) -> Bool {
        plan.hasFile(route) || assets.asset(at: route) != nil
    }

    /// Plans the site, and holds back the entries whose addresses or links turn out to be wrong. Each that goes may be what
    /// another links to, so the plan is made anew until nothing more comes out.
    private static func plan(
        _ configuration: SiteConfiguration?, _ corpus: Corpus, _ report: CheckReport, _ options: BoardOptions,
        _ memory: SitePlanner.Memory
    ) -> (CheckReport, SitePlan?) {
        guard let configuration else { return (report, nil) }
        var report = report
        while true {
            let plan = SitePlanner.plan(
                configuration, corpus, report, asOf: options.asOf, for: options.audience, remembering: memory)
            guard !plan.entryDiagnostics.isEmpty else { return (report, plan) }
            let found = Dictionary(
                corpus.entries.indices.compactMap { index in plan.entryDiagnostics[corpus.entries[index].path].map { (index, $0) } },
                uniquingKeysWith: { first, _ in first })
            let held = found.filter { $0.value.hasErrors && [.published, .scheduled].contains(report.entries[$0.key].fate) }
            guard !held.isEmpty else { return (report.adding(found), plan) }
            report = report.adding(held)
        }
    }

    /// The same with what was found when its pages were rendered.
    func adding(_ found: [Diagnostic]) -> BoardEvaluation { BoardEvaluation(self, adding: found) }

    private init(_ other: BoardEvaluation, adding found: [Diagnostic]) {
        content = other.content
        record = other.record
        templateLinks = other.templateLinks
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
