import Diagnostics
import Formats
import Imaging
import Preview
import Publishing
import Synchronization

/// A preview while it runs: the board, the watcher of its files, the server, and the words on the terminal.
struct ServeSession: Sendable {
    private let board: PreviewBoard
    private let reload: LiveReload
    private let options: BoardOptions
    private let console: Console
    private let language: Language

    /// - Parameter today: the day of each refresh; that of the options where there is none.
    init(_ options: BoardOptions, today: (@Sendable () -> CalendarDay)?, console: Console, language: Language) {
        (self.options, self.console, self.language) = (options, console, language)
        let reload = LiveReload()
        let reporter = ServeReporter(console: console)
        self.reload = reload
        board = PreviewBoard(options, today: today, tell: { news in if reporter.tell(news) { reload.notify() } })
    }

    /// Serves until the program is stopped.
    /// - Throws: `PreviewServerError`; `DiskError` where the board can't be read at the start.
    func serve(on listener: PreviewListener, pass: PhonePass?) async throws {
        // Watched before it is read: what changes meanwhile is not missed.
        let watcher = watchFiles()
        try await board.refresh()
        let watching = Task { await follow(watcher) }
        let looking = Task { try await lookAgainAndAgain() }
        defer {
            watching.cancel()
            looking.cancel()
        }
        let server = PreviewServer(listener: listener, pass: pass, liveReload: reload, language: language, page: answer)
        try await server.run { port in
            console.say(pass == nil ? Self.ready(port) : Self.readyForOthers(port))
            if let pass { for message in Self.phone(pass.addresses(port: port)) { console.say(message) } }
        }
    }

    // MARK: Changes

    /// Nil where the system gives no watcher at all; the files are then looked at again and again.
    private func watchFiles() -> FileWatcher? {
        do throws(FileWatcherProblem) {
            let watcher = try FileWatcher([options.root + "/content", options.root + "/site-templates"])
            for problem in watcher.problems { note(problem) }
            return watcher
        } catch {
            note(error)
            return nil
        }
    }

    private func note(_ problem: FileWatcherProblem) {
        console.say(problem.message)
        if problem.leavesBlindSpots { board.distrustEvents(problem.message) }
    }

    private func follow(_ watcher: FileWatcher?) async {
        guard let watcher else { return }
        for await changes in watcher.changes {
            for problem in changes.problems { note(problem) }
            if changes.needsRescan || !changes.paths.isEmpty { await board.requestRefresh() }
        }
    }

    /// Once a second, and never more than a twentieth of the time, while somebody has a page open and no event tells of
    /// what may change: the files where nothing tells of them, the day, what could not be read.
    private func lookAgainAndAgain() async throws {
        var pause = Duration.seconds(1)
        while true {
            try await Task.sleep(for: pause)
            pause = .seconds(1)
            guard board.mustBeLookedAt, reload.browserCount > 0 else { continue }
            let start = ContinuousClock.now
            await board.look()
            pause = max(pause, (ContinuousClock.now - start) * 20)
        }
    }

    // MARK: Answers

    private func answer(_ path: String) -> PreviewResponse {
        if MediaType.changesWithThePage(path) { board.freshen() }
        // Read before the page is made: should the board change meanwhile, the page hears of it.
        let number = reload.number
        do {
            let reply = try board.reply(to: path)
            switch reply.answer {
            case .page(let html, let isFound):
                let page = PreviewPage(html: html, media: reply.media, notices: reply.notices.map(Self.notice))
                return .page(page.bytes(number: number, language: language), status: isFound ? 200 : 404)
            case .bytes(let bytes, let mediaType): return .page(bytes, contentType: mediaType)
            case .file(let path, let mediaType): return .file(path, contentType: mediaType)
            case .redirect(let path): return .redirect(to: path, status: 302)
            case .missing: return .text(Self.missing[language], status: 404)
            }
        } catch let error as DiskError {
            return .text(error.message[language], status: 500)
        } catch {
            return .text("\(error)", status: 500)
        }
    }

    private static func notice(_ notice: PreviewNotice) -> PreviewPage.Notice {
        PreviewPage.Notice(notice.message, excerpt: notice.excerpt, address: notice.address, isTrouble: notice.isTrouble)
    }
}

/// Says on the terminal what happens to a preview, each thing once.
private final class ServeReporter: Sendable {
    private struct Told {
        var trouble: Message?
        var isWorkerMissing = false
    }

    private let console: Console
    private let told = Mutex(Told())

    init(console: Console) { self.console = console }

    /// - Returns: whether open pages may be others now.
    func tell(_ news: PreviewBoard.News) -> Bool {
        switch news {
        case .settled(let diagnostics):
            told.withLock { $0.trouble = nil }
            console.report(diagnostics.filter { $0.severity == .error }, showingNotices: false, to: .standardError)
            let errors = diagnostics.count { $0.severity == .error }
            console.say(errors == 0 ? Self.noErrors : Self.errors(errors))
            return true
        case .failed(let why):
            let isNews = told.withLock { told in
                defer { told.trouble = why }
                return told.trouble != why
            }
            if isNews { console.say(Self.couldNotRead(why)) }
            return isNews
        case .noPictures(let error):
            console.say(Message(vi: "\(error.message.vi) \(error.remedy.vi)", en: "\(error.message.en) \(error.remedy.en)"))
            return false
        }
    }
}

extension ServeSession {
    private static func ready(_ port: UInt16) -> Message {
        Message(
            vi: "Xem thử tại http://127.0.0.1:\(port)/ (chỉ máy này truy cập được). Nhấn Ctrl-C để dừng.",
            en: "Preview at http://127.0.0.1:\(port)/ (this machine only). Press Ctrl-C to stop.")
    }

    private static func readyForOthers(_ port: UInt16) -> Message {
        Message(
            vi: "Xem thử tại http://127.0.0.1:\(port)/. Nhấn Ctrl-C để dừng.",
            en: "Preview at http://127.0.0.1:\(port)/. Press Ctrl-C to stop.")
    }

    private static func phone(_ addresses: [String]) -> [Message] {
        guard !addresses.isEmpty else {
            return [
                Message(
                    vi: "Máy này chưa nối mạng nội bộ nào, nên chưa xem được trên điện thoại.",
                    en: "This machine is in no local network, so no telephone can see the preview.")
            ]
        }
        return addresses.map { Message(vi: "Xem trên điện thoại cùng mạng: \($0)", en: "On a telephone of the same network: \($0)") } + [
            Message(
                vi: "Lưu ý: trang xem thử có bản nháp và thông tin chưa công bố, truyền đi không mã hóa. "
                    + "Chỉ dùng trong mạng của cơ quan, không dùng ở mạng công cộng; không gửi địa chỉ có mã cho người khác. "
                    + "Dừng bằng Ctrl-C là địa chỉ hết hiệu lực.",
                en: "Note: the preview shows drafts and what is not published yet, and travels unencrypted. "
                    + "Use it in the office's own network only, and give the address with its code to nobody else. "
                    + "It ends with Ctrl-C.")
        ]
    }

    private static let missing = Message(vi: "Không có tệp này.", en: "There is no such file.")
}

extension ServeReporter {
    private static let noErrors = Message(vi: "Nội dung không có lỗi.", en: "The content has no errors.")

    private static func errors(_ count: Int) -> Message {
        Message(vi: "Nội dung có \(count) lỗi; xem /xem-thu/loi/.", en: "The content has \(count) errors; see /xem-thu/loi/.")
    }

    private static func couldNotRead(_ why: Message) -> Message {
        Message(
            vi: "Chưa đọc lại được: \(why.vi) Chương trình đang tự thử lại.",
            en: "Could not read again: \(why.en) Trying again.")
    }
}
