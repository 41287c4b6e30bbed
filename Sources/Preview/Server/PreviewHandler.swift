import Diagnostics
import FlyingFox
import Synchronization

/// Takes each request through the gate, to the server's own addresses or to the board, and back.
final class PreviewHandler: HTTPHandler {
    /// Where the server listens; set again once a port asked for as 0 is known.
    let port: Mutex<UInt16>
    private let liveReload: LiveReload?
    private let language: Language
    private let page: PreviewServer.Page

    init(port: UInt16, liveReload: LiveReload?, language: Language, page: @escaping PreviewServer.Page) {
        self.port = Mutex(port)
        self.liveReload = liveReload
        self.language = language
        self.page = page
    }

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        // A browser that resumes a download says which version it holds; there are no versions here, so it gets the whole.
        let range = request.headers[HTTPHeader("If-Range")] == nil ? request.headers[.range] : nil
        let encoder = ResponseEncoder(isHead: request.method == .HEAD, range: range, language: language)
        switch RequestGate(port: port.withLock { $0 }, language: language).verdict(on: request) {
        case .refused(let response):
            return encoder.encode(response)
        case .admitted(let path) where path.hasPrefix(LiveReload.folder):
            return own(path, encoder)
        case .admitted(let path):
            return encoder.encode(await page(path))
        }
    }

    /// The server's own addresses, of which the board never hears.
    private func own(_ path: String, _ encoder: ResponseEncoder) -> HTTPResponse {
        switch (path, liveReload) {
        case (LiveReload.eventsPath, let liveReload?):
            encoder.encode(liveReload.connect())
        case (LiveReload.scriptPath, let liveReload?):
            encoder.encode(.page(Array(liveReload.script.utf8), contentType: "text/javascript; charset=utf-8"))
        default:
            encoder.encode(
                .text(Message(vi: "Không có địa chỉ này.", en: "There is no such address.")[language], status: 404))
        }
    }
}
