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
    /// The errors of the whole board, those before the errors that they may cause: `site.yaml` and the vocabulary, then
    /// templates, then what entries are held against. A quota that is exceeded, or a rule that can't be evaluated,
    /// holds its entries back; it does not make the board unusable.
    package let boardErrors: [Diagnostic]
    /// Whether something other than single entries is wrong.
    package var hasBoardErrors: Bool { !boardErrors.isEmpty }

    package init(_ content: BoardContent, options: BoardOptions) async throws {
        let report = try await Checker.check(content.corpus, options: Self.checkOptions(content, options))
        var memory: EvaluationMemory?
        try self.init(content, options: options, checked: report, check: nil, remembering: &memory)
    }

    /// - Parameter memory: what an earlier evaluation of the board found, for a preview: the check is taken over where
    ///   nothing of the content changed, the plan where the check is and `site.yaml` says the same, the templates
    ///   where no file of the design changed.
    package init(_ content: BoardContent, options: BoardOptions, remembering memory: inout EvaluationMemory?) async throws {
        let checkOptions = Self.checkOptions(content, options)
        var check = memory?.check
        let known = memory.flatMap { $0.corpus === content.corpus && $0.options == checkOptions ? $0.checked : nil }
        let checked: CheckReport
        if let known {
            checked = known
        } else {
            checked = try await Checker.check(content.corpus, options: checkOptions, remembering: &check)
            memory?.forgetPlan()
        }
        try self.init(content, options: options, checked: checked, check: check, remembering: &memory)
    }

    private static func checkOptions(_ content: BoardContent, _ options: BoardOptions) -> CheckOptions {
        CheckOptions(
            asOf: options.asOf, acceptedKinds: Set(content.configuration?.acceptedKinds ?? []),
            privacy: content.configuration?.privacy ?? PrivacyPolicy())
    }

    /// - Parameters:
    ///   - checked: what the check found, before addresses and links were planned.
    ///   - check: what a next check needs of it.
    private init(
        _ content: BoardContent, options: BoardOptions, checked: CheckReport, check: CheckMemory?,
        remembering known: inout EvaluationMemory?
    ) throws {
        self.content = content
        var configuration = content.configuration
        if let base = options.base { configuration?.base = base }
        let record = try options.addressRecord()
        self.record = record.value
        var memory = SitePlanner.Memory()
        memory.record = record.value
        memory.acceptedIDs = options.allowedRemovals
        memory.otherFiles = content.assets.all.map(\.route)
        let keepsPlan = known?.keepsPlan(configuration, memory) ?? false
        let (report, plan) =
            if let known, keepsPlan { (known.report, known.plan) } else {
                Self.plan(configuration, content.corpus, checked, options, memory)
            }
        let keepsDesign = known?.design === content.design
        let templates = if let known, keepsDesign { known.templates } else { PageTemplates.compile(content.templates) }
        self.report = report
        self.plan = plan
        self.templates = templates.value

        known = EvaluationMemory(
            check: check, corpus: content.corpus, options: Self.checkOptions(content, options), checked: checked,
            configuration: configuration, planned: memory, report: report, plan: plan, design: content.design, templates: templates)

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
        let all = ofEntries + report.diagnostics + ofBoard
        let sensitive = all.sensitiveLines
        diagnostics = Self.inOrder(all.map { $0.masked(on: sensitive) }, content)
        let ofRules = report.diagnostics.filter { $0.severity == .error && $0.clause == nil }
        boardErrors = Self.causesFirst(ofBoard.filter { $0.severity == .error } + ofRules)
    }

    /// In reading order, but for what is wrong with files that could not be read: of all else nothing is sure before these
    /// are mended.
    private static func inOrder(_ diagnostics: [Diagnostic], _ content: BoardContent) -> [Diagnostic] {
        let inOrder = diagnostics.inReadingOrder()
        let unread = content.corpus.unread
        guard !unread.isEmpty else { return inOrder }
        func isCause(_ diagnostic: Diagnostic) -> Bool { diagnostic.place.map { unread.contains($0.path) } ?? false }
        let causes = inOrder.filter(isCause)
        return causes.filter { $0.severity == .error } + causes.filter { $0.severity < .error } + inOrder.filter { !isCause($0) }
    }

    private static func causesFirst(_ errors: [Diagnostic]) -> [Diagnostic] {
        func rank(_ diagnostic: Diagnostic) -> Int {
            guard let path = diagnostic.place?.path else { return 3 }
            if ["content/site.yaml", "content/vocabulary.yaml"].contains(path) { return 0 }
            return path.hasPrefix("site-templates/") ? 1 : 2
        }
        let inOrder = errors.inReadingOrder()
        return (0...3).flatMap { wanted in inOrder.filter { rank($0) == wanted } }
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
        diagnostics = Self.inOrder(other.diagnostics + found, other.content)
        boardErrors = other.boardErrors + found.filter { $0.severity == .error }
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

/// What is kept of an evaluation for the next one of the same board.
package struct EvaluationMemory: Sendable {
    fileprivate let check: CheckMemory?
    fileprivate let corpus: Corpus
    fileprivate let options: CheckOptions
    /// What the check found, before addresses and links were planned.
    fileprivate let checked: CheckReport
    fileprivate let configuration: SiteConfiguration?
    fileprivate let planned: SitePlanner.Memory
    /// With what came out when the site was planned.
    fileprivate let report: CheckReport
    /// Nil also where it holds no longer, since the check found something else.
    fileprivate var plan: SitePlan?
    fileprivate let design: DesignInputs
    fileprivate let templates: Diagnosed<PageTemplates?>

    fileprivate mutating func forgetPlan() { plan = nil }

    /// Whether the plan would be the same. Another style sheet has another address: that concerns the plan only where
    /// something stands in somebody's way, as nothing did.
    fileprivate func keepsPlan(_ configuration: SiteConfiguration?, _ memory: SitePlanner.Memory) -> Bool {
        guard let plan, self.configuration == configuration, planned.record == memory.record,
            planned.acceptedIDs == memory.acceptedIDs
        else { return false }
        if planned.otherFiles == memory.otherFiles { return true }
        return plan.diagnostics.isEmpty && plan.entryDiagnostics.isEmpty && !memory.otherFiles.contains(where: plan.hasFile)
    }
}
