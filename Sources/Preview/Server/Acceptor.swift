import Glibc
import Synchronization

/// Takes in connections, each with a thread of its own, until the listening socket is shut down.
struct Acceptor: Sendable {
    let listener: PreviewListener
    let connections: ConnectionTable
    let handler: ConnectionHandler

    func run() {
        while true {
            var address = sockaddr_in()
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let descriptor = withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    accept(listener.descriptor, $0, &size)
                }
            }
            guard descriptor < 0 else {
                begin(descriptor, peer: SocketAddress(address))
                continue
            }
            switch errno {
            case EINTR, ECONNABORTED, EPROTO, EPERM, ENETDOWN, ENETUNREACH, EHOSTUNREACH, EHOSTDOWN, ENONET: continue
            case EMFILE, ENFILE, ENOBUFS, ENOMEM:
                // The system has no handle or memory left: a connection that only waits gives its own, and whoever
                // knocks waits in the kernel's queue meanwhile.
                connections.closeIdlest()
                usleep(50_000)
            default: return
            }
        }
    }

    private func begin(_ descriptor: Int32, peer: SocketAddress) {
        // Programs that are started meanwhile must not keep the connection open.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        connections.makeRoom()
        let connection = Connection(descriptor: descriptor, peer: peer)
        connections.insert(connection)
        let isStarted = startThread {
            handler.serve(connection)
            connections.remove(connection)
        }
        if !isStarted { connections.remove(connection) }
    }
}

/// The open connections of a server.
final class ConnectionTable: Sendable {
    /// More are not kept: threads and handles are limited. Browsers open six to a server.
    static let most = 256

    private let open = Mutex<[ObjectIdentifier: Connection]>([:])

    func insert(_ connection: Connection) { open.withLock { $0[ObjectIdentifier(connection)] = connection } }

    func remove(_ connection: Connection) {
        open.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(connection)) }
    }

    /// Ends what waits longest while there are too many.
    func makeRoom() {
        if open.withLock({ $0.count }) >= Self.most { closeIdlest() }
    }

    /// Ends the connection that has waited longest for a request.
    func closeIdlest() {
        let idlest = open.withLock { open in
            open.values.lazy.compactMap { connection in connection.idleSince.map { (connection, $0) } }.min { $0.1 < $1.1 }?.0
        }
        idlest?.shutDown()
    }

    func closeAll() {
        for connection in open.withLock({ Array($0.values) }) { connection.shutDown() }
    }
}

/// Runs work on a thread of its own. Its stack is large enough for pages in a debug build, and is only
/// taken as far as it is used.
/// - Returns: false where the system gives no thread.
@discardableResult
func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
    final class Work: Sendable {
        let run: @Sendable () -> Void
        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 4 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let box = Unmanaged.passRetained(Work(run: work))
    var thread = pthread_t()
    let result = pthread_create(
        &thread, &attributes,
        { raw in
            Unmanaged<Work>.fromOpaque(raw!).takeRetainedValue().run()
            return nil
        }, box.toOpaque())
    if result != 0 { box.release() }
    return result == 0
}
