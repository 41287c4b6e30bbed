import Entries
import Formats
import Glibc

/// The words of PDFs, which poppler's `pdftotext` reads in a process of its own: confined, since it reads what others
/// made, and remembered, since it takes a tenth of a second.
package struct PDFTextReader: Sendable {
    /// What is remembered, by fingerprints of path and stamp.
    let cacheFolder: String
    /// Whether new results are kept: a check writes nothing.
    let keepsResults: Bool
    /// Where the program lies; nil where there is none.
    let program: String?

    /// How much one run may use.
    private enum Limit {
        static let seconds = 20
        static let memoryInKilobytes = 1_048_576
        static let bytesOfText = 20_000_000
    }

    package init(cacheFolder: String, keepsResults: Bool, program: String? = PDFTextReader.installed) {
        self.cacheFolder = cacheFolder
        self.keepsResults = keepsResults
        self.program = program
    }

    /// `pdftotext` as the system has it, or what BANGVANG_PDFTOTEXT names.
    package static var installed: String? {
        if let named = getenv("BANGVANG_PDFTOTEXT") {
            let path = String(cString: named)
            return access(path, X_OK) == 0 ? path : nil
        }
        return ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"].first { access($0, X_OK) == 0 }
    }

    /// The words of a PDF that was found sound, looked through.
    ///
    /// - Parameters:
    ///   - path: from the board's root, as messages name it.
    ///   - file: where it stands on this machine.
    package func text(of path: String, at file: String, _ stamp: FileStamp) -> AttachedText {
        let cached = cachePath(path, stamp)
        if let bytes = try? Disk.read(cached) { return AttachedText(path: path, pages: Self.pages(bytes)) }
        guard let program else { return AttachedText(unread: .noReader) }
        guard let bytes = run(program, file) else { return AttachedText(unread: .unreadable) }
        if keepsResults {
            try? Disk.makeFolder(cacheFolder)
            // Two runs may write one file: each whole, under a name of its own until then.
            try? Disk.replace(cached, with: bytes)
        }
        return AttachedText(path: path, pages: Self.pages(bytes))
    }

    /// Pages end in form feeds.
    private static func pages(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0C, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: Memory

    private func cachePath(_ path: String, _ stamp: FileStamp) -> String {
        let key = "\(path)\n\(stamp.size)\n\(stamp.seconds)\n\(stamp.nanoseconds)\n\(stamp.inode)"
        return cacheFolder + "/" + Fingerprint(key.utf8).digits
    }

    /// Forgets all but the words of these files.
    package func prune(keeping files: [(path: String, stamp: FileStamp)]) {
        guard keepsResults, let items = try? FolderWalk.items(in: cacheFolder) else { return }
        let kept = Set(files.map { cachePath($0.path, $0.stamp) })
        for item in items where item.kind == .file && !kept.contains(cacheFolder + "/" + item.path) {
            unlink(cacheFolder + "/" + item.path)
        }
    }

    // MARK: The process

    /// What the program says of a file; nil where it fails, or goes beyond its limits.
    private func run(_ program: String, _ file: String) -> [UInt8]? {
        var ends: [Int32] = [-1, -1]
        // Sockets rather than a pipe: they can be made so that no other process inherits them.
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else { return nil }
        defer { close(ends[0]) }
        guard let process = start(program, file, output: ends[1]) else {
            close(ends[1])
            return nil
        }
        close(ends[1])
        let text = read(ends[0])
        if text == nil { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status == 0 ? text : nil
    }

    /// Starts the program: no network is needed for it, nothing may be written, time and memory are limited.
    private func start(_ program: String, _ file: String, output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // `ulimit` is the shell's own; the file's name reaches the program as an argument, never as a command.
        let limits = "ulimit -c 0; ulimit -f 0; ulimit -t \(Limit.seconds); ulimit -v \(Limit.memoryInKilobytes); exec \"$0\" \"$@\""
        let arguments = ["sh", "-c", limits, program, "-q", "-enc", "UTF-8", "-eol", "unix", "--", file, "-"]
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let settings = ["LC_ALL=C.UTF-8", "HOME=/nonexistent", "PATH=/usr/bin:/bin"]
        var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var process = pid_t()
        return posix_spawn(&process, "/bin/sh", &actions, nil, &words, &variables) == 0 ? process : nil
    }

    /// All that comes within the time; nil where it is too much, or takes too long.
    private func read(_ descriptor: Int32) -> [UInt8]? {
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var started = timespec()
        clock_gettime(CLOCK_MONOTONIC, &started)
        while true {
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            let left = Limit.seconds * 2 - (now.tv_sec - started.tv_sec)
            guard left > 0 else { return nil }
            var waits = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waits, 1, Int32(left * 1000))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return nil }
            let got = Glibc.read(descriptor, &buffer, buffer.count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { return nil }
            if got == 0 { return text }
            text += buffer[..<got]
            guard text.count <= Limit.bytesOfText else { return nil }
        }
    }
}
