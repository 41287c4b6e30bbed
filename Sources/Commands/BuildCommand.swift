import ArgumentParser
import Diagnostics
import Publishing
import Vietnamese

/// `bangvang build`: the whole way, from `content/` to `public/`.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: Help.text(vi: "Kiểm tra nội dung và dựng trang vào thư mục public.", en: "Checks the content and builds the site."))

    @OptionGroup var shared: SharedOptions

    @Flag(help: Help.argument(vi: "Dựng cả bản nháp và bài chưa đến ngày đăng.", en: "Also build drafts and scheduled entries."))
    var drafts = false

    @Flag(
        name: .customLong("withhold-ineligible"),
        help: Help.argument(
            vi: "Giữ lại bài có lỗi và đăng các bài khác, thay vì dừng.", en: "Leave entries with errors out instead of stopping."))
    var withholdIneligible = false

    @Option(
        name: .customLong("allow-removal"),
        help: Help.argument(
            vi: "Cho phép bài đang đăng này biến mất (dùng được nhiều lần).", en: "Let this published entry disappear (repeatable).",
            value: "id"))
    var allowRemoval: [String] = []

    @Flag(
        help: Help.argument(
            vi: "Đọc và đối chiếu từng tệp của trang, cả khi không có gì thay đổi.",
            en: "Read and compare every file of the site, even where nothing changed."))
    var verify = false

    @Option(help: ReportFormat.help)
    var format = ReportFormat.text

    func run() async throws {
        let console = shared.console
        try await console.run {
            let options = try shared.boardOptions(drafts: drafts, withhold: withholdIneligible, allowedRemovals: allowRemoval)
            var pipeline = BuildPipeline(
                options, progress: console.progress(Message(vi: "Đang dựng trang", en: "Building")),
                pictureProgress: console.progress(Message(vi: "Đang làm ảnh", en: "Making pictures")),
                recovered: { console.say(SiteStateNews.recovered($0)) })
            // Reports for other programs say more than is kept of a build.
            pipeline.verifies = verify || format != .text
            switch try await pipeline.build() {
            case .written(let evaluation, let summary):
                ProcessLifetime.keep(evaluation)
                reportFindings(evaluation, options, console)
                reportSuccess(summary, options, console) { Self.built(summary, options.output) }
            case .unchanged(let report):
                console.report(report.findings, showingNotices: false, to: .standardError)
                reportSuccess(report.summary, options, console) { Self.stillThere(report.summary, options.output) }
            case .refused(let evaluation):
                reportFindings(evaluation, options, console)
                if format == .text {
                    let count = evaluation.diagnostics.count { $0.severity == .error }
                    console.complain(
                        Message(
                            vi:
                                "Chưa dựng trang: nội dung có \(Numerals.formatted(count)) lỗi. Trang đang có trong \(options.output) vẫn như cũ.",
                            en: "Nothing was written: the content has \(count) errors. The site in \(options.output) is as it was."))
                }
                throw ExitCode.contentHasErrors
            case .wouldRemove(let evaluation, let ids):
                reportFindings(evaluation, options, console)
                let named = ids.prefix(20).map { "--allow-removal \($0)" }.joined(separator: " ")
                console.complain(
                    Message(
                        vi: "Chưa dựng trang: \(ids.count) bài đang đăng sẽ biến mất: \(ids.prefix(20).joined(separator: ", ")).\n"
                            + "Nếu đúng ý, chạy lại với \(named); nếu gỡ theo yêu cầu, dùng: bangvang take-down MÃ.",
                        en:
                            "Nothing was written: \(ids.count) published entries would disappear: \(ids.prefix(20).joined(separator: ", ")).\n"
                            + "If that is meant, run again with \(named)."))
                throw ExitCode.contentHasErrors
            }
        }
    }

    private func reportFindings(_ evaluation: BoardEvaluation, _ options: BoardOptions, _ console: Console) {
        switch format {
        case .text: console.report(evaluation.diagnostics, showingNotices: false, to: .standardError)
        case .json: console.print(CheckReportJSON.value(evaluation, asOf: options.asOf, language: console.language))
        case .sarif: console.print(CheckReportSARIF.value(evaluation, language: console.language))
        }
    }

    private func reportSuccess(
        _ summary: BuildPipeline.WriteSummary, _ options: BoardOptions, _ console: Console, ending: () -> Message
    ) {
        for stranger in summary.strangers.prefix(10) {
            console.say(
                Message(
                    vi: "Lưu ý: \(options.output)/\(stranger) không do bangvang tạo, được để nguyên.",
                    en: "Note: \(options.output)/\(stranger) is not ours and was left alone."))
        }
        if !summary.precompressed.isEmpty { console.complain(SiteStateNews.precompressed(summary.precompressed, in: options.output)) }
        if !summary.mended.isEmpty {
            console.say(
                SiteStateNews.mended(
                    summary.mended, areAll: summary.unchanged == 0 && summary.replaced == 0, in: options.output))
        }
        if let rules = summary.changedServerRules { console.say(ServerRulesNews.message(rules)) }
        guard format == .text else { return }
        console.say(FateTable.line(summary.ledger.counts.map { ($0.fate, $0.count) }))
        console.say(ending())
    }
}

extension BuildCommand {
    private static func built(_ summary: BuildPipeline.WriteSummary, _ output: String) -> Message {
        Message(
            vi:
                "Đã dựng \(Numerals.formatted(summary.pages)) trang vào \(output): \(Numerals.formatted(summary.created)) tệp mới, "
                + "\(Numerals.formatted(summary.replaced)) tệp sửa, \(Numerals.formatted(summary.unchanged)) tệp giữ nguyên, "
                + "\(Numerals.formatted(summary.removed)) tệp xóa.",
            en: "Built \(summary.pages) pages into \(output): \(summary.created) files new, \(summary.replaced) changed, "
                + "\(summary.unchanged) unchanged, \(summary.removed) removed.")
    }

    private static func stillThere(_ summary: BuildPipeline.WriteSummary, _ output: String) -> Message {
        Message(
            vi: "Không có gì thay đổi từ lần dựng trước: \(Numerals.formatted(summary.pages)) trang trong \(output) được giữ nguyên.",
            en: "Nothing changed since the last build: the \(summary.pages) pages in \(output) stay as they are.")
    }
}
