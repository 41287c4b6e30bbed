import Glibc
import Synchronization

/// One browser's connection. Reads and writes wait, and end when it is shut down.
final class Connection: Sendable {
    let descriptor: Int32
    /// Who is at the other end.
    let peer: SocketAddress
    private struct Life {
        var isOpen = true
        /// Since when no request has been arriving or answered; nil while one is.
        var idleSince: ContinuousClock.Instant? = .now
    }
    private let life = Mutex(Life())

    /// Takes the socket over.
    init(descriptor: Int32, peer: SocketAddress) {
        (self.descriptor, self.peer) = (descriptor, peer)
    }

    deinit { close(descriptor) }

    /// The own end, as the browser named it by its address.
    var own: SocketAddress? { SocketAddress(ofSocket: descriptor) }

    var idleSince: ContinuousClock.Instant? { life.withLock { $0.isOpen ? $0.idleSince : nil } }

    func setIdle(_ isIdle: Bool) { life.withLock { $0.idleSince = isIdle ? .now : nil } }

    /// Ends all waiting on the connection, from any thread.
    func shutDown() {
        life.withLock { $0.isOpen = false }
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// The bytes that come next: none at the end of the connection, or when nothing comes in that time.
    func receive(within patience: Duration) -> [UInt8] {
        let deadline = ContinuousClock.now + patience
        while true {
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return [] }
            let ready = poll(&wait, 1, Int32(clamping: Int64(left / .milliseconds(1)) + 1))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return [] }
            var isInterrupted = false
            let bytes = [UInt8](unsafeUninitializedCapacity: 16 * 1024) { buffer, count in
                let got = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
                isInterrupted = got < 0 && (errno == EINTR || errno == EAGAIN)
                count = max(0, got)
            }
            if !isInterrupted { return bytes }
        }
    }

    /// Sends all of it, as fast as the browser takes it. False where the connection ended.
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Ends the connection so that the last answer arrives: what the browser still sends is taken and dropped for a
    /// moment, since closing over unread bytes takes the answer back (RFC 9112, 9.6).
    func finish() {
        shutdown(descriptor, Int32(SHUT_WR))
        let deadline = ContinuousClock.now + .seconds(2)
        var taken = 0
        while taken < 4 << 20, case let left = ContinuousClock.now.duration(to: deadline), left > .zero {
            let bytes = receive(within: left)
            guard !bytes.isEmpty else { return }
            taken += bytes.count
        }
    }

    /// Gives the socket to somebody else, as a copy of the handle.
    func handedOver() -> Int32 { fcntl(descriptor, F_DUPFD_CLOEXEC, 0) }
}
