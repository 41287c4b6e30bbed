import ArgumentParser
import Diagnostics

/// The program's command line: a doorstep to the pipelines behind it.
package struct BangvangCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "bangvang",
        abstract: Help.text(
            vi: "Dựng Bảng Vàng: trang vinh danh tĩnh từ bài viết Markdown, đối chiếu với các kế hoạch.",
            en: "Builds Bảng Vàng, a public honour board, from Markdown entries checked against their plans."),
        discussion: Help.text(
            vi:
                "Hướng dẫn cho cán bộ: docs/huong-dan.md. Mã thoát: 0 tốt, 1 nội dung có lỗi, 64 gõ sai lệnh, 70 lỗi của chương trình, 74 lỗi đĩa hoặc mạng.",
            en:
                "Exit status: 0 fine, 1 the content has errors, 64 wrong usage, 70 a fault of the program, 74 the disk or the network failed."
        ),
        version: Version.current,
        subcommands: [BuildCommand.self, CheckCommand.self, ServeCommand.self, ExplainCommand.self, NewCommand.self, TakeDownCommand.self])

    package init() {}

    /// Runs the command that the process was started with, and ends the process.
    package static func start() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: error)
        }
    }
}

/// The version that the program tells.
package enum Version {
    package static let current = "0.1.0"
}
