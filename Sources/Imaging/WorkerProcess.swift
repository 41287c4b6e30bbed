import Glibc

/// One worker: a process, the channel to it, and what is on its way in either direction.
///
/// The channel is a pair of sockets rather than two pipes, so that writing to a worker that has died is an
/// error and no signal. Not for use from several threads.
final class WorkerProcess {
    enum State {
        /// Started, has not greeted yet.
        case starting
        case idle
        /// Busy with a request, by its number among those of the pool's run.
        case working(Int, outputs: Int)
    }

    /// What reading from the worker brought.
    enum News {
        case nothing
        case ready
        case answer(Int, WorkerAnswer)
        /// It is gone, or says what no worker says.
        case lost
        /// The system keeps the two apart, by its error number: no fault of the worker's, nor of its picture.
        case cutOff(Int32)
    }

    private let process: pid_t
    /// This side's end of the channel; it never blocks.
    let channel: Int32
    /// Where the worker's standard error can be read until it has greeted; -1 afterwards.
    private var errors: Int32
    private(set) var state = State.starting
    /// By when it must have greeted or answered, on the system's steady clock.
    private(set) var deadline: Deadline
    private var outgoing: ArraySlice<UInt8> = []
    private var incoming: [UInt8] = []
    private let settings: WorkerSettings

    init(_ settings: WorkerSettings) throws(WorkerError) {
        self.settings = settings
        deadline = Deadline(in: settings.seconds)
        let path = settings.program
        guard access(path, F_OK) == 0 else { throw .missing(path: path) }
        func refused(_ code: Int32) -> WorkerError { WorkerError(systemRefuses: code, path: path) }
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else { throw refused(errno) }
        defer { close(ends[1]) }
        channel = ends[0]
        var pipeEnds: [Int32] = [-1, -1]
        guard fcntl(channel, F_SETFL, O_NONBLOCK) == 0, pipe(&pipeEnds) == 0 else {
            let error = refused(errno)
            close(channel)
            throw error
        }
        defer { close(pipeEnds[1]) }
        errors = pipeEnds[0]
        for end in pipeEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(errors, F_SETFL, O_NONBLOCK)
        var identifier: pid_t = 0
        let status = Self.spawn(settings, channel: ends[1], errors: pipeEnds[1], &identifier)
        guard status == 0 else {
            close(channel)
            close(errors)
            throw refused(status)
        }
        process = identifier
    }

    deinit {
        close(channel)
        // A worker that waits ends by itself when the channel closes; one that is stuck does not.
        if case .idle = state {} else { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        if errors >= 0 { close(errors) }
    }

    private static func spawn(_ settings: WorkerSettings, channel: Int32, errors: Int32, _ process: inout pid_t) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, channel, 0)
        posix_spawn_file_actions_adddup2(&actions, channel, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        // The threads of a queue block signals, which a process would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let arguments = [settings.program, "work", String(settings.memory), String(settings.seconds * 2)]
        // Nothing of the user's settings but where libraries lie, so that pictures come out the same for everybody.
        // One that dies over a picture does so at once: Swift's backtracer would read the broken process for seconds, and
        // start a program to do so.
        var environment = ["LC_ALL=C", "MALLOC_ARENA_MAX=1", "SWIFT_BACKTRACE=enable=no"]
        if let libraries = getenv("LD_LIBRARY_PATH") { environment.append("LD_LIBRARY_PATH=" + String(cString: libraries)) }
        var words = arguments.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        return posix_spawn(&process, settings.program, &actions, &attributes, &words, &variables)
    }

    // MARK: Talking

    var isIdle: Bool { if case .idle = state { true } else { false } }
    /// Whether there is something to send.
    var hasOutgoing: Bool { !outgoing.isEmpty }

    func begin(_ number: Int, _ request: WorkerRequest) {
        outgoing = request.message[...]
        incoming.removeAll(keepingCapacity: true)
        state = .working(number, outputs: request.outputCount)
        deadline = Deadline(in: settings.seconds)
    }

    /// Sends as much as the channel takes. Whether a worker has died is noticed when reading.
    ///
    /// - Returns: the error number where the system does not let it through, as when it has no memory left.
    func send() -> Int32? {
        while !outgoing.isEmpty {
            let sent = outgoing.withUnsafeBytes { Glibc.send(channel, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else {
                if errno == EAGAIN { return nil }
                outgoing = []
                return errno == EPIPE || errno == ECONNRESET ? nil : errno
            }
            outgoing = outgoing.dropFirst(sent)
        }
        outgoing = []
        return nil
    }

    /// Takes what has arrived.
    func receive() -> News {
        var isOpen = true
        var failure: Int32?
        withUnsafeTemporaryAllocation(byteCount: 256 * 1024, alignment: 1) { buffer in
            while true {
                let got = recv(channel, buffer.baseAddress, buffer.count, 0)
                if got < 0, errno == EINTR { continue }
                if got == 0 || (got < 0 && errno == ECONNRESET) {
                    isOpen = false
                } else if got < 0, errno != EAGAIN {
                    failure = errno
                }
                guard got > 0 else { return }
                incoming += buffer[..<got]
                if incoming.count > WorkerProtocol.maximumAnswer { return isOpen = false }
            }
        }
        if let failure { return .cutOff(failure) }
        switch state {
        case .starting:
            if let end = incoming.firstIndex(of: 0x0A) {
                guard incoming.starts(with: WorkerProtocol.greeting.utf8), end == incoming.count - 1 else { return .lost }
                state = .idle
                // From here on nobody listens; to write there is an error, which no worker minds.
                close(errors)
                errors = -1
                return .ready
            }
        case .working(let number, let outputs):
            switch WorkerAnswer.read(incoming, outputs: outputs) {
            case .complete(let answer) where outgoing.isEmpty:
                state = .idle
                return .answer(number, answer)
            case .complete, .nonsense: return .lost
            case .incomplete: break
            }
        case .idle:
            if !incoming.isEmpty { return .lost }
        }
        return isOpen ? .nothing : .lost
    }

    /// What a worker that never greeted complained of, or said instead.
    func lastWords() -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let got = read(errors, &buffer, buffer.count)
        let lines = String(decoding: buffer.prefix(max(0, got)), as: UTF8.self).split(separator: "\n")
        if let last = lines.last { return String(last) }
        let said = String(decoding: incoming.prefix(200), as: UTF8.self).split(separator: "\n").first.map(String.init)
        return said ?? "no greeting"
    }
}

/// A moment on the steady clock.
struct Deadline {
    private let nanoseconds: UInt64

    init(in seconds: Int) { nanoseconds = Self.now + UInt64(seconds) * 1_000_000_000 }

    /// Milliseconds until then, rounded up, none once it has passed.
    var millisecondsLeft: Int { Self.now >= nanoseconds ? 0 : Int((nanoseconds - Self.now + 999_999) / 1_000_000) }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
