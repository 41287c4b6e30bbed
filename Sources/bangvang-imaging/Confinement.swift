import Glibc

/// What a worker gives up before it sees the first picture: a file that takes a decoder over finds itself in
/// a process that can open no file and no connection, write to no disk, and fill no memory.
enum Confinement {
    /// - Parameter memory: the largest address space, in bytes.
    static func begin(memory: UInt) {
        // What is sent to a program that has gone is an error to be seen, not a reason to die without a word.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        limit(RLIMIT_AS, to: memory)
        limit(RLIMIT_FSIZE, to: 0)
        limit(RLIMIT_CORE, to: 0)
        // None beyond those that are open: the channel, and standard error.
        limit(RLIMIT_NOFILE, to: 0)
    }

    /// Whether the worker's own limit leaves room for a further thread and its stack.
    static var hasRoom: Bool {
        let size = 16 << 20
        guard let room = mmap(nil, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), room != MAP_FAILED else { return false }
        munmap(room, size)
        return true
    }

    private static func limit(_ resource: __rlimit_resource, to value: UInt) {
        var limits = rlimit(rlim_cur: value, rlim_max: value)
        if setrlimit(__rlimit_resource_t(resource.rawValue), &limits) != 0 {
            WorkerChannel.fail("setrlimit: " + String(cString: strerror(errno)))
        }
    }
}
