import Diagnostics
import Glibc
import Synchronization

/// The web server that shows a board to its editor, on the editor's own machine.
///
/// It knows nothing of boards: a closure makes every page. What it does itself is HTTP, and keeping everyone else
/// out: it lets a request through only as ``RequestGate`` says. Unfinished drafts pass through here.
///
/// Each connection has a thread of its own. There are few connections, and a disk that answers slowly, or a browser
/// that takes slowly, then keeps nobody else waiting; nor does anything that the tasks of the program are busy with.
package final class PreviewServer: Sendable {
    /// Makes the answer to one request.
    ///
    /// Receives the path, percent-decoded once: it begins with `/`, is valid UTF-8, and holds no control
    /// character, backslash, `.`, `..` or empty segment. Called on several threads at once; it may wait.
    package typealias Page = @Sendable (_ path: String) -> PreviewResponse

    private enum State {
        case new
        case running(CheckedContinuation<Void, Never>)
        case stopped
    }

    private let requestedPort: UInt16
    private let listener = Mutex<PreviewListener?>(nil)
    private let connections: ConnectionTable
    private let liveReload: LiveReload?
    private let language: Language
    private let pass: PhonePass?
    private let page: Page
    private let state = Mutex(State.new)

    /// - Parameters:
    ///   - port: where to listen, on this machine only; 0 for any free port.
    ///   - liveReload: serves its events and its script; without it there are none.
    ///   - language: of the few sentences that the server says itself.
    ///   - page: makes every page that is not the server's own.
    package init(port: UInt16, liveReload: LiveReload? = nil, language: Language = .vietnamese, page: @escaping Page) {
        requestedPort = port
        connections = ConnectionTable()
        (self.liveReload, self.language, self.page) = (liveReload, language, page)
        pass = nil
    }

    /// - Parameters:
    ///   - listener: the socket that browsers connect to.
    ///   - pass: lets other machines of the local network in; without it there are none.
    package init(
        listener: PreviewListener, pass: PhonePass? = nil, liveReload: LiveReload? = nil, language: Language = .vietnamese,
        page: @escaping Page
    ) {
        requestedPort = listener.port
        self.listener.withLock { $0 = listener }
        connections = ConnectionTable()
        (self.liveReload, self.language, self.pass, self.page) = (liveReload, language, pass, page)
    }

    /// Serves until ``stop()`` is called or the task is cancelled; both are an ordinary end. Runs once.
    ///
    /// - Parameter onReady: called with the port when browsers can connect.
    package func run(onReady: @escaping @Sendable (UInt16) -> Void = { _ in }) async throws(PreviewServerError) {
        let listener = try self.listener.withLock { known throws(PreviewServerError) in
            if let known { return known }
            let made = try PreviewListener(port: requestedPort)
            known = made
            return made
        }
        let gate = RequestGate(port: listener.port, language: language, pass: pass)
        let handler = ConnectionHandler(gate: gate, liveReload: liveReload, language: language, page: page)
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mayRun = state.withLock { state in
                    guard case .new = state, !Task.isCancelled else { return false }
                    state = .running(continuation)
                    return true
                }
                guard mayRun else { return continuation.resume() }
                let acceptor = Acceptor(listener: listener, connections: connections, handler: handler)
                startThread { [self] in
                    acceptor.run()
                    connections.closeAll()
                    liveReload?.closeAll()
                    self.listener.withLock { $0 = nil }
                    let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
                        defer { state = .stopped }
                        if case .running(let continuation) = state { return continuation }
                        return nil
                    }
                    waiting?.resume()
                }
                onReady(listener.port)
            }
        } onCancel: {
            self.end()
        }
    }

    /// Ends ``run(onReady:)`` and closes all connections, streams of events included.
    package func stop() async { end() }

    private func end() {
        let descriptor = listener.withLock { $0?.descriptor }
        state.withLock { state in if case .new = state { state = .stopped } }
        // The thread that accepts wakes up, and ends all else.
        if let descriptor { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
}
