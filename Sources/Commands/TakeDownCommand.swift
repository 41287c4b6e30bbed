import ArgumentParser
import Diagnostics
import Publishing
import Vietnamese

/// `bangvang take-down`: somebody off the published site, at once, whatever state the content is in.
struct TakeDownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take-down",
        abstract: Help.text(
            vi: "Gỡ ngay một bài khỏi trang đã xuất bản, kể cả khi nội dung khác đang có lỗi.",
            en: "Takes an entry off the published site at once, even while other content has errors."))

    /// How the command reports.
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var shared: SharedOptions

    @Option(help: Help.argument(vi: "Dạng báo cáo: text hoặc json.", en: "The report's form: text or json.", value: "text|json"))
    var format = Format.text

    @Argument(help: Help.argument(vi: "Mã của bài cần gỡ.", en: "The entry's id.", value: "id"))
    var id: String

    func run() async throws {
        let console = shared.console
        try await console.run {
            let options = try shared.boardOptions()
            let pipeline = BuildPipeline(options, recovered: { console.say(SiteStateNews.recovered($0)) })
            switch try await pipeline.takeDown(id) {
            case .done(let summary, let path):
                console.say(done(summary))
                if !summary.precompressed.isEmpty {
                    console.complain(SiteStateNews.precompressed(summary.precompressed, in: options.output))
                }
                if let rules = summary.changedServerRules { console.say(ServerRulesNews.message(rules)) }
                markWithdrawn(path, options, console)
                await report(path, options, console)
            case .notPublished(let advice):
                console.complain(advice.message)
                throw ExitCode.contentHasErrors
            case .noSnapshot:
                console.complain(
                    Message(
                        vi: "Không có bản lưu của lần xuất bản trước (\(options.state.path)/published), nên chưa gỡ được gì. "
                            + "Ghi publish.status: withdrawn vào bài rồi chạy: bangvang build --withhold-ineligible.",
                        en: "There is no record of what was published last (\(options.state.path)/published), so nothing was done. "
                            + "Set publish.status: withdrawn in the entry, then run: bangvang build --withhold-ineligible."))
                throw ExitCode.diskOrNetworkFailed
            }
        }
    }

    /// Says what still names whoever was taken down. The person is off the site by now: a search that fails changes nothing of that.
    private func report(_ path: String?, _ options: BoardOptions, _ console: Console) async {
        do {
            let report = TakeDownReport(id: id, path: path, mentions: try await Mentions.left(of: id, options), options: options)
            switch format {
            case .text: console.print(report.text[console.language])
            case .json: console.print(report.json(console.language).text)
            }
        } catch {
            console.complain(Self.notSearched((error as? DiskError)?.message ?? Message("\(error)")))
        }
    }

    /// Writes the withdrawal into the entry itself, so that it stays withdrawn on every machine.
    private func markWithdrawn(_ path: String?, _ options: BoardOptions, _ console: Console) {
        guard let path else { return console.say(Self.toBeMarked(" \(id)", why: nil)) }
        switch WithdrawalMark.write(root: options.root, path: path) {
        case .written:
            console.say(
                Message(vi: "Đã ghi publish.status: withdrawn vào \(path).", en: "publish.status: withdrawn was written to \(path)."))
        case .stands: break
        case .refused(let reason): console.complain(Self.toBeMarked(" \(path)", why: reason))
        }
    }
}

extension TakeDownCommand {
    private func done(_ summary: BuildPipeline.WriteSummary) -> Message {
        let (removed, changed) = (Numerals.formatted(summary.removed), Numerals.formatted(summary.replaced))
        let pages = Numerals.formatted(summary.replacedPages)
        return Message(
            vi: "Đã gỡ “\(id)”: xóa \(removed) tệp, viết lại \(changed) tệp, trong đó \(pages) trang.",
            en: "“\(id)” was taken down: \(removed) files removed, \(changed) changed, \(pages) of them pages.")
    }

    private static func notSearched(_ why: Message) -> Message {
        Message(
            vi: "Bài đã được gỡ, nhưng chưa tìm được những chỗ khác còn nêu tên: \(why.vi)",
            en: "The entry was taken down, but other places that name the honouree could not be looked for: \(why.en)")
    }

    private static func toBeMarked(_ what: String, why: Message?) -> Message {
        Message(
            vi: "Chưa ghi được trạng thái vào bài\(what). \(why.map { $0.vi + " " } ?? "")Xin ghi vào giữa hai dòng “---” ở đầu tệp:\n"
                + "\(WithdrawalMark.lines)\nTrên máy này bài vẫn được giữ là đã gỡ.",
            en: "The entry\(what) could not be marked. \(why.map { $0.en + " " } ?? "")Please write between its two lines of “---”:\n"
                + "\(WithdrawalMark.lines)\nOn this machine it stays down.")
    }
}
