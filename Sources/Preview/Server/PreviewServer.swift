import Diagnostics
import FlyingFox
import FlyingSocks
import Glibc
import Synchronization

/// The web server that shows a board to its editor, on the editor's own machine.
///
/// It knows nothing of boards: a closure makes every page. What it does itself is HTTP, and
/// keeping everyone else out: it listens on 127.0.0.1 only, and lets a request through only as
/// ``RequestGate`` says. Unfinished drafts pass through here.
package final class PreviewServer: Sendable {
    /// Makes the answer to one request.
    ///
    /// Receives the path, percent-decoded once: it begins with `/`, is valid UTF-8, and holds no control
    /// character, backslash, `.`, `..` or empty segment. Called from several tasks at once.
    package typealias Page = @Sendable (_ path: String) async -> PreviewResponse

    /// How long making one page may take, in seconds: the first one may have to wait for the whole board to be read.
    private static let patience = 120.0

    private let requestedPort: UInt16
    private let server: HTTPServer
    private let handler: PreviewHandler
    private let isStopping = Mutex(false)

    /// - Parameters:
    ///   - port: where to listen; 0 for any free port.
    ///   - liveReload: serves its events and its script; without it there are none.
    ///   - language: of the few sentences that the server says itself.
    ///   - page: makes every page that is not the server's own.
    package init(port: UInt16, liveReload: LiveReload? = nil, language: Language = .vietnamese, page: @escaping Page) {
        requestedPort = port
        handler = PreviewHandler(port: port, liveReload: liveReload, language: language, page: page)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let configuration = HTTPServer.Configuration(address: address, timeout: Self.patience, pool: PromptSocketPool(), logger: .disabled)
        server = HTTPServer(config: configuration, handler: handler)
    }

    /// Serves until ``stop()`` is called or the task is cancelled; both are an ordinary end. Runs once.
    ///
    /// - Parameter onReady: called with the port when browsers can connect.
    package func run(onReady: @escaping @Sendable (UInt16) -> Void = { _ in }) async throws(PreviewServerError) {
        do {
            try await withThrowingTaskGroup(of: Void.self) { [server, handler] group in
                group.addTask { try await server.run() }
                group.addTask {
                    try await server.waitUntilListening(timeout: Self.patience)
                    guard case .ip4(_, let port)? = await server.listeningAddress else { return }
                    handler.port.withLock { $0 = port }
                    onReady(port)
                }
                // Not `waitForAll()`: it would go on waiting for a server that failed to begin listening.
                for try await _ in group {}
            }
        } catch {
            if Task.isCancelled || isStopping.withLock({ $0 }) { return }
            throw PreviewServerError(error, port: requestedPort)
        }
    }

    /// Ends ``run(onReady:)`` and closes all connections, streams of events included.
    package func stop() async {
        isStopping.withLock { $0 = true }
        await server.stop()
    }
}
