import ArgumentParser
import Board
import Diagnostics
import Formats
import Preview
import Publishing

/// `bangvang serve`: the board on this machine, always as the files are.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: Help.text(
            vi: "Xem thử trang trên máy này; sửa tệp nào, trang tự tải lại.",
            en: "Previews the site on this machine; pages reload when files change."))

    @OptionGroup var shared: SharedOptions

    @Option(help: Help.argument(vi: "Cổng; 0 để tự chọn.", en: "The port; 0 for any free one.", value: "port"))
    var port: UInt16 = 8080

    @Flag(
        help: Help.argument(
            vi: "Cho xem cả từ điện thoại cùng mạng, bằng địa chỉ có mã.",
            en: "Also lets telephones of the same network see it, by an address with a code."))
    var phone = false

    func run() async throws {
        let console = shared.console
        try await console.run {
            do {
                try await serve(console)
            } catch let error as PreviewServerError {
                console.complain(error.message)
                throw ExitCode.diskOrNetworkFailed
            }
        }
    }

    private func serve(_ console: Console) async throws {
        var options = try shared.boardOptions()
        guard shared.baseURL == nil else { throw ValidationError(Self.noBaseAddress[shared.lang]) }
        options.audience = .editors
        // The port comes first: a taken one is told before the whole board is read.
        let listener = try PreviewListener(port: port, reach: phone ? .localNetwork : .thisMachine)
        // Links must lead to the preview itself, whatever folder of a portal the site will stand in.
        options.base = BaseAddress("http://127.0.0.1:\(listener.port)/")
        // A day that was asked for stays; today is another one after midnight.
        var today: (@Sendable () -> CalendarDay)?
        if shared.asOf == nil { today = { SharedOptions.today } }
        let session = ServeSession(options, today: today, console: console, language: shared.lang)
        try await session.serve(on: listener, pass: phone ? PhonePass() : nil)
    }
}

extension ServeCommand {
    private static let noBaseAddress = Message(
        vi: "serve không dùng --base-url: liên kết của trang xem thử phải dẫn về chính nó. Bỏ --base-url, hoặc dùng với build.",
        en: "serve takes no --base-url: the preview's links must lead to the preview itself. Leave it out, or use it with build.")
}
