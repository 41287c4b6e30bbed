import Foundation
import Glibc
import Synchronization

/// A headless Chromium with a profile of its own, and the channel to it.
///
/// Chromium reads commands from descriptor 3 and writes answers to 4: here both are one end of a pair of sockets, so
/// that writing to a browser that has died is an error and no signal. It ends, with all processes that it started,
/// when this object goes or the tests end.
final class ChromiumProcess: Sendable {
    /// This side's end of the channel.
    let channel: Int32
    private let process: pid_t
    private let profile: String

    /// - Throws: ``BrowserFailure``.
    init() throws {
        guard let program = ChromiumProgram.path else { throw BrowserFailure.absent }
        profile = FileManager.default.temporaryDirectory.path + "/bangvang-chromium-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: profile, withIntermediateDirectories: true)
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw BrowserFailure.notStarted(String(cString: strerror(errno)))
        }
        defer { close(ends[1]) }
        channel = ends[0]
        // A browser that takes nothing more must not hold the tests up.
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(channel, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var identifier: pid_t = 0
        let status = Self.spawn(program, Self.arguments(profile: profile), channel: ends[1], errors: profile + "/stderr", &identifier)
        guard status == 0 else {
            close(channel)
            try? FileManager.default.removeItem(atPath: profile)
            throw BrowserFailure.notStarted(String(cString: strerror(status)))
        }
        process = identifier
        Self.remember(process, profile: profile)
    }

    deinit {
        end()
        close(channel)
    }

    /// Ends the browser, if it has not ended yet.
    func end() { Self.end(process) }

    /// The last lines that it wrote to its standard error.
    var lastWords: String {
        let text = (try? String(contentsOfFile: profile + "/stderr", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").suffix(3).joined(separator: " | ")
    }

    private static func arguments(profile: String) -> [String] {
        [
            "--headless", "--remote-debugging-pipe", "--user-data-dir=\(profile)", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage",
            // No talk of its own, nothing that comes up by itself.
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
            "--disable-extensions", "--disable-default-apps", "--disable-breakpad", "--no-default-browser-check",
            // Pages behind others go at full speed, going back loads anew, a video may begin when a test says so.
            "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
            "--disable-features=BackForwardCache,Translate", "--autoplay-policy=no-user-gesture-required",
            // Pages look alike on all machines.
            "--hide-scrollbars", "--force-color-profile=srgb", "--lang=vi", "about:blank",
        ]
    }

    private static func spawn(_ program: String, _ arguments: [String], channel: Int32, errors: String, _ process: inout pid_t) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, channel, 3)
        posix_spawn_file_actions_adddup2(&actions, channel, 4)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        // A group of its own, so that all of its processes can be ended together.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        return posix_spawn(&process, program, &actions, &attributes, &words, &variables)
    }

    // MARK: Those that run

    /// The profiles of the browsers that run, by process.
    private static let running = Mutex<[pid_t: String]>([:])

    private static let endsAllAtExit: Void = {
        atexit { for process in ChromiumProcess.running.withLock({ Array($0.keys) }) { ChromiumProcess.end(process) } }
    }()

    private static func remember(_ process: pid_t, profile: String) {
        endsAllAtExit
        running.withLock { $0[process] = profile }
    }

    private static func end(_ process: pid_t) {
        guard let profile = running.withLock({ $0.removeValue(forKey: process) }) else { return }
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        try? FileManager.default.removeItem(atPath: profile)
    }
}
