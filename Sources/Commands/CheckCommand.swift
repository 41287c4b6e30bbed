import ArgumentParser
import Diagnostics
import Eligibility
import Formats
import Publishing
import Vietnamese

/// `bangvang check`: everything that is wrong, nothing written.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Help.text(
            vi: "Kiểm tra nội dung và báo mọi điều cần sửa, không ghi gì.",
            en: "Checks the content and reports all that is wrong; writes nothing."))

    @OptionGroup var shared: SharedOptions

    @Option(help: ReportFormat.help)
    var format = ReportFormat.text

    @Option(
        name: .customLong("allow-removal"),
        help: Help.argument(
            vi: "Cho phép bài đang đăng này biến mất (dùng được nhiều lần).", en: "Let this published entry disappear (repeatable).",
            value: "id"))
    var allowRemoval: [String] = []

    func run() async throws {
        let console = shared.console
        try await console.run {
            let options = try shared.boardOptions(allowedRemovals: allowRemoval)
            let content = try await BoardCheck.read(
                options, pictureProgress: console.progress(Message(vi: "Đang xem ảnh", en: "Looking at pictures")))
            let evaluation = try await BoardCheck.evaluate(content, options: options)
                .addingStillNamed(in: BoardFolder(root: options.root))
            ProcessLifetime.keep(evaluation)
            switch format {
            case .text:
                console.report(evaluation.diagnostics, showingNotices: true, to: .standardOutput)
                if !console.isQuiet { console.print(tables(evaluation, options.asOf, console)) }
                console.print(counts(evaluation)[console.language])
            case .json:
                console.print(CheckReportJSON.value(evaluation, asOf: options.asOf, language: console.language))
            case .sarif:
                console.print(CheckReportSARIF.value(evaluation, language: console.language))
            }
            if evaluation.diagnostics.hasErrors { throw ExitCode.contentHasErrors }
        }
    }

    private func tables(_ evaluation: BoardEvaluation, _ day: CalendarDay, _ console: Console) -> String {
        let summary = CheckSummary(evaluation.report, of: evaluation.content.corpus, asOf: day)
        let text = CheckSummaryText(summary: summary, language: console.language, coloured: Console.Stream.standardOutput.isTerminal).text
        return String(text.dropLast())
    }

    private func counts(_ evaluation: BoardEvaluation) -> Message {
        func count(_ severity: Severity) -> Int { evaluation.diagnostics.count { $0.severity == severity } }
        let (errors, warnings, notices) = (count(.error), count(.warning), count(.notice))
        let fates = FateTable.line(evaluation.report.counts.map { ($0.fate, $0.count) })
        return Message(
            vi:
                "\(fates.vi)\n\(Numerals.formatted(errors)) lỗi, \(Numerals.formatted(warnings)) cảnh báo, \(Numerals.formatted(notices)) lưu ý.",
            en: "\(fates.en)\n\(errors) errors, \(warnings) warnings, \(notices) notices.")
    }
}

/// The entries by what becomes of them.
enum FateTable {
    static func line(_ counts: [(fate: Fate, count: Int)]) -> Message {
        let total = counts.reduce(0) { $0 + $1.count }
        let present = counts.filter { $0.count > 0 }
        return Message(
            vi: "\(Numerals.formatted(total)) bài" + (present.isEmpty ? "" : ": ")
                + present.map { "\(Numerals.formatted($0.count)) \($0.fate.name.vi)" }.joined(separator: ", ") + ".",
            en: "\(total) entries" + (present.isEmpty ? "" : ": ")
                + present.map { "\($0.count) \($0.fate.name.en)" }.joined(separator: ", ") + ".")
    }
}
