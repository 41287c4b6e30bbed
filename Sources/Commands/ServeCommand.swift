import ArgumentParser
import Board
import Diagnostics
import Glibc
import Imaging
import Preview
import Publishing

/// `bangvang serve`: the board on this machine only, always as the files are.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: Help.text(
            vi: "Xem thử trang trên máy này; sửa tệp nào, trang tự tải lại.",
            en: "Previews the site on this machine; pages reload when files change."))

    @OptionGroup var shared: SharedOptions

    @Option(help: Help.argument(vi: "Cổng; 0 để tự chọn.", en: "The port; 0 for any free one.", value: "port"))
    var port: UInt16 = 8080

    func run() async throws {
        let console = shared.console
        try await console.run {
            var options = try shared.boardOptions()
            // Links must lead to the preview itself, whatever folder of a portal the site will stand in.
            options.base = BaseAddress("http://127.0.0.1:\(port)/")
            options.audience = .editors
            let reload = LiveReload()
            let board = PreviewBoard(options, scriptTag: LiveReload.scriptTag) { error in
                if let error {
                    console.say(Message(vi: "\(error.message.vi) \(error.remedy.vi)", en: "\(error.message.en) \(error.remedy.en)"))
                } else {
                    reload.notify()
                }
            }
            report(try await board.refresh(), console)

            let watcher = try watcher(options, console)
            let watching = Task {
                for await changes in watcher.changes {
                    for problem in changes.problems { console.say(problem.message) }
                    guard changes.needsRescan || !changes.paths.isEmpty else { continue }
                    do {
                        report(try await board.refresh(), console)
                        reload.notify()
                    } catch {
                        // A file may vanish while it is read; the next change reads again.
                        console.say(Message(vi: "Chưa đọc lại được: \(error)", en: "Could not read again: \(error)"))
                    }
                }
            }
            defer { watching.cancel() }
            try await serve(board, reload, console)
        }
    }

    private func watcher(_ options: BoardOptions, _ console: Console) throws -> FileWatcher {
        do {
            let watcher = try FileWatcher([options.root + "/content", options.root + "/site-templates"])
            for problem in watcher.problems { console.say(problem.message) }
            return watcher
        } catch {
            console.complain(error.message)
            throw ExitCode.diskOrNetworkFailed
        }
    }

    private func serve(_ board: PreviewBoard, _ reload: LiveReload, _ console: Console) async throws {
        let server = PreviewServer(port: port, liveReload: reload, language: shared.lang) { path in
            do {
                switch try await board.answer(path) {
                case .page(let bytes, let isFound): return .page(bytes, status: isFound ? 200 : 404)
                case .bytes(let bytes, let mediaType): return .page(bytes, contentType: mediaType)
                case .file(let path, let mediaType): return .file(path, contentType: mediaType)
                case .redirect(let path): return .redirect(to: path)
                case .missing: return .text("404", status: 404)
                }
            } catch {
                return .text("\(error)", status: 500)
            }
        }
        do {
            try await server.run { port in
                console.say(
                    Message(
                        vi: "Xem thử tại http://127.0.0.1:\(port)/ (chỉ máy này truy cập được). Nhấn Ctrl-C để dừng.",
                        en: "Preview at http://127.0.0.1:\(port)/ (this machine only). Press Ctrl-C to stop."))
            }
        } catch {
            console.complain(error.message)
            throw ExitCode.diskOrNetworkFailed
        }
    }

    private func report(_ diagnostics: [Diagnostic], _ console: Console) {
        console.report(diagnostics.filter { $0.severity == .error }, showingNotices: false, to: .standardError)
        let errors = diagnostics.count { $0.severity == .error }
        console.say(
            errors == 0
                ? Message(vi: "Nội dung không có lỗi.", en: "The content has no errors.")
                : Message(vi: "Nội dung có \(errors) lỗi; xem /xem-thu/loi/.", en: "The content has \(errors) errors; see /xem-thu/loi/."))
    }
}
