import Diagnostics
import Glibc
import Synchronization

// The way of all words to the two streams.

extension Console {
    enum Stream: Int32 {
        case standardOutput = 1
        case standardError = 2

        var isTerminal: Bool { isatty(rawValue) == 1 }
    }

    /// Whatever is printed goes this way, so that no file's name or cell can steer the terminal.
    func write(_ text: String, to stream: Stream) { writeBytes(VisibleText.keepingColours(text), to: stream) }

    /// Writes text as it is.
    func writeBytes(_ text: String, to stream: Stream) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let wrote = rest.withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
            if wrote < 0, errno == EINTR { continue }
            if wrote < 0, errno == EAGAIN {
                // Whoever reads may have made the pipe one that does not wait (Node.js does).
                var wait = pollfd(fd: stream.rawValue, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wait, 1, -1)
                continue
            }
            guard wrote > 0 else {
                // A reader that went away has what it wanted. Of standard error nobody could be told.
                if stream == .standardOutput, errno != EPIPE { Self.loss.withLock { [code = errno] in $0 = $0 ?? code } }
                return
            }
            rest = rest.dropFirst(wrote)
        }
    }

    /// Why not all of what was printed on standard output arrived, as the system's error number; nil where it did.
    static var lossOfOutput: Int32? { loss.withLock { $0 } }

    private static let loss = Mutex<Int32?>(nil)
}
