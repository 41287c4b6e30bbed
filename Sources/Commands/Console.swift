import ArgumentParser
import Diagnostics
import Formats
import Imaging
import Publishing
import Synchronization
import Vietnamese

/// Speaks to the person at the terminal, or to the pipe in his or her place.
struct Console: Sendable {
    let language: Language
    let isQuiet: Bool
    let root: String

    /// What a command is asked for: standard output.
    func print(_ text: String) { write(text + "\n", to: .standardOutput) }

    /// The same, for other programs.
    func print(_ value: JSONValue) { write(value.printed.text + "\n", to: .standardOutput) }

    /// What goes with it: standard error.
    func say(_ message: Message) {
        if !isQuiet { write(Printed.words(message[language]) + "\n", to: .standardError) }
    }

    /// An error or its remedy, quiet or not.
    func complain(_ message: Message) { write(Printed.words(message[language]) + "\n", to: .standardError) }

    /// Writes diagnostics as text, with the lines that they speak of; of many of one kind the first ones only, and
    /// how many others there are.
    func report(_ diagnostics: [Diagnostic], showingNotices: Bool, to stream: Stream) {
        var cache: [String: [Substring]] = [:]
        let masked = diagnostics.sensitiveLines
        let formatter = TextFormatter(language: language, coloured: stream.isTerminal, maskedLines: masked) { path in
            if let lines = cache[path] { return lines }
            guard let bytes = try? Disk.read(root + "/" + path), bytes.count < 5_000_000,
                let text = SourceText.decode(path: path, bytes: bytes).value
            else { return nil }
            let lines = text.lines
            cache[path] = lines
            return lines
        }
        let lightest: Severity = isQuiet ? .error : showingNotices ? .notice : .warning
        for item in FindingDigest.items(of: diagnostics.filter { $0.severity >= lightest }) {
            switch item {
            case .finding(let diagnostic): write(formatter.format(diagnostic) + "\n", to: stream)
            case .others(let others): write(formatter.format(Self.finding(of: others)) + "\n", to: stream)
            }
        }
    }

    /// The line that stands for findings which are only counted.
    private static func finding(of others: FindingDigest.Others) -> Diagnostic {
        let (count, files) = (Numerals.formatted(others.count), Numerals.formatted(others.files))
        let rule = others.clause.map { " (\($0.rule))" } ?? ""
        let place =
            others.path != nil
            ? Message(vi: " trong tệp này", en: " in this file")
            : others.files > 0 ? Message(vi: " ở \(files) tệp khác", en: " in \(others.files) other files") : ""
        return Diagnostic(
            others.severity, others.code,
            Message(
                vi: "còn \(count) thông báo cùng loại\(rule)\(place.vi); xem đủ bằng: bangvang check --format json",
                en: "\(others.count) more of this kind\(rule)\(place.en); for all of them: bangvang check --format json"),
            at: others.path.map { SourcePlace(path: $0) })
    }

    /// A bar that counts on a terminal; nothing in a pipe.
    func progress(_ what: Message) -> (@Sendable (Int, Int) -> Void)? {
        guard !isQuiet, Stream.standardError.isTerminal else { return nil }
        let words = VisibleText.of(what[language])
        let shown = Mutex(-1)
        return { done, total in
            let percent = total == 0 ? 100 : done * 100 / total
            let isNews = shown.withLock { last in
                guard percent > last else { return false }
                last = percent
                return true
            }
            guard isNews else { return }
            // The bar returns to its line's beginning, by what nothing else may print.
            writeBytes("\r\(words) \(percent)%" + (done == total ? "\r\u{1B}[K" : ""), to: .standardError)
        }
    }
}

/// The exit statuses of the contract.
extension ExitCode {
    static let contentHasErrors = ExitCode(1)
    static let programFault = ExitCode(70)
    static let diskOrNetworkFailed = ExitCode(74)
}

extension Console {
    /// Runs a command's work and turns what it throws into words and the exit status of the contract.
    func run(_ work: () async throws -> Void) async throws {
        do {
            try await attempt(work)
        } catch {
            try requireEverythingPrinted()
            throw error
        }
        try requireEverythingPrinted()
    }

    /// Half a report must not pass for a whole one.
    private func requireEverythingPrinted() throws {
        guard let code = Self.lossOfOutput else { return }
        complain(Self.notPrinted(DiskError(.write, "stdout", code: code)))
        throw ExitCode.diskOrNetworkFailed
    }

    private func attempt(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let error as ExitCode {
            throw error
        } catch let error as ValidationError {
            throw error
        } catch let error as DiskError {
            complain(Message(vi: "Lỗi: \(error.message.vi)\n\(error.remedy.vi)", en: "Error: \(error.message.en)\n\(error.remedy.en)"))
            if error.leftSiteUntouched { complain(SiteStateNews.untouched) }
            throw ExitCode.diskOrNetworkFailed
        } catch let error as UnfinishedPublication {
            let cause = error.cause
            complain(Message(vi: "Lỗi: \(cause.message.vi)\n\(cause.remedy.vi)", en: "Error: \(cause.message.en)\n\(cause.remedy.en)"))
            complain(SiteStateNews.unfinished(error.remaining))
            throw ExitCode.diskOrNetworkFailed
        } catch let error as OutputFolder.Refusal {
            let (message, remedy) = (error.message.asSentence, error.remedy.asSentence)
            complain(Message(vi: "Lỗi: \(message.vi)\n\(remedy.vi)", en: "Error: \(message.en)\n\(remedy.en)"))
            throw ExitCode.diskOrNetworkFailed
        } catch let error as WorkerError {
            complain(Message(vi: "Lỗi: \(error.message.vi)\n\(error.remedy.vi)", en: "Error: \(error.message.en)\n\(error.remedy.en)"))
            throw ExitCode.diskOrNetworkFailed
        } catch let error as BuildLock.Taken {
            complain(error.message)
            throw ExitCode.diskOrNetworkFailed
        } catch {
            complain(
                Message(
                    vi: "Lỗi của chương trình: \(error). Xin báo cho người phụ trách kỹ thuật, kèm dòng này.",
                    en: "A fault of the program: \(error). Please report it with this line."))
            throw ExitCode.programFault
        }
    }
}

extension Console {
    private static func notPrinted(_ error: DiskError) -> Message {
        Message(
            vi: "Lỗi: kết quả in ra bị thiếu, xin đừng dùng phần đã in: \(error.reason.vi). "
                + "Việc của lệnh thì đã xong như các dòng khác nói.",
            en: "Error: what was printed is incomplete and must not be used: \(error.reason.en). "
                + "The command's own work ended as the other lines say.")
    }
}
