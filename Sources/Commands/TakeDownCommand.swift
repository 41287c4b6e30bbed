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

    @OptionGroup var shared: SharedOptions

    @Argument(help: Help.argument(vi: "Mã của bài cần gỡ.", en: "The entry's id.", value: "id"))
    var id: String

    func run() async throws {
        let console = shared.console
        try await console.run {
            let options = try shared.boardOptions()
            let pipeline = BuildPipeline(options, recovered: { console.say(SiteStateNews.recovered($0)) })
            switch try await pipeline.takeDown(id) {
            case .done(let summary, let path):
                console.say(
                    Message(
                        vi:
                            "Đã gỡ “\(id)”: xóa \(Numerals.formatted(summary.removed)) tệp, sửa \(Numerals.formatted(summary.replaced)) trang.",
                        en: "“\(id)” was taken down: \(summary.removed) files removed, \(summary.replaced) pages changed."))
                if !summary.precompressed.isEmpty {
                    console.complain(SiteStateNews.precompressed(summary.precompressed, in: options.output))
                }
                if let rules = summary.changedServerRules { console.say(ServerRulesNews.message(rules)) }
                try markWithdrawn(path, options, console)
            case .notPublished(let known):
                let nearest = Suggestion.nearest(to: id, among: known)
                console.complain(
                    Message(
                        vi: "Không có bài “\(id)” trên trang đã xuất bản." + (nearest.map { " Có phải là “\($0)”?" } ?? ""),
                        en: "No entry “\(id)” is published." + (nearest.map { " Did you mean “\($0)”?" } ?? "")))
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

    /// Writes the withdrawal into the entry itself, so that it stays withdrawn on every machine.
    private func markWithdrawn(_ path: String?, _ options: BoardOptions, _ console: Console) throws {
        if let path, try WithdrawalMark.write(root: options.root, path: path) {
            console.say(
                Message(vi: "Đã ghi publish.status: withdrawn vào \(path).", en: "publish.status: withdrawn was written to \(path)."))
        } else {
            console.say(
                Message(
                    vi: "Chưa ghi được trạng thái vào bài\(path.map { " \($0)" } ?? ""); xin tự sửa publish.status thành withdrawn. "
                        + "Trên máy này bài vẫn được giữ là đã gỡ.",
                    en: "The entry's file could not be marked; please set publish.status: withdrawn in it. On this machine it stays down."))
        }
    }
}
