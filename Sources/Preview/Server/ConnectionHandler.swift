import Diagnostics
import Glibc

/// Reads the requests of a connection one by one, takes each through the gate, to the server's own addresses or to the
/// board, and sends the answer.
struct ConnectionHandler: Sendable {
    let gate: RequestGate
    let liveReload: LiveReload?
    let language: Language
    let page: PreviewServer.Page

    /// How long a connection is kept on which nothing is asked.
    static let idle = Duration.seconds(60)
    /// How long a head may take from its first byte to its last.
    static let headTime = Duration.seconds(15)

    func serve(_ connection: Connection) {
        var buffer = RequestHeadBuffer()
        while true {
            connection.setIdle(true)
            let head: RequestHead?
            do throws(RequestHead.Problem) {
                head = try nextHead(&buffer, connection)
            } catch {
                if connection.send(encoder(nil).head(of: refusal(error), keepsAlive: false).bytes) { connection.finish() }
                return
            }
            guard let head else { return }
            connection.setIdle(false)
            let keepsAlive = head.keepsAlive && !head.hasBody
            guard answer(head, on: connection, keepsAlive: keepsAlive) else { return }
            guard keepsAlive else { return connection.finish() }
        }
    }

    /// The next request's head; nil where the connection ended or nothing came in time.
    private func nextHead(_ buffer: inout RequestHeadBuffer, _ connection: Connection) throws(RequestHead.Problem) -> RequestHead? {
        var deadline = ContinuousClock.now + (buffer.isEmpty ? Self.idle : Self.headTime)
        while true {
            if let head = try buffer.next() { return head }
            let hadNothing = buffer.isEmpty
            let more = connection.receive(within: ContinuousClock.now.duration(to: deadline))
            guard !more.isEmpty else { return nil }
            buffer.append(more)
            if hadNothing { deadline = .now + Self.headTime }
        }
    }

    private func encoder(_ head: RequestHead?) -> ResponseEncoder {
        // A browser that resumes a download says which version it holds; there are no versions here, so it gets the whole.
        let range = head?.fields["if-range"] == nil ? head?.fields["range"] : nil
        return ResponseEncoder(isHead: head?.method == "HEAD", range: range, language: language)
    }

    /// Sends the answer to one request. False where the connection is of no more use.
    private func answer(_ head: RequestHead, on connection: Connection, keepsAlive: Bool) -> Bool {
        let encoder = encoder(head)
        switch gate.verdict(on: head, from: connection.peer, to: connection.own) {
        case .refused(let response): return send(response, encoder, connection, keepsAlive)
        case .admitted(let path) where path == LiveReload.eventsPath && liveReload != nil:
            return beginEvents(encoder, connection, keepsAlive)
        case .admitted(let path) where path.hasPrefix(LiveReload.folder):
            return send(own(path), encoder, connection, keepsAlive)
        case .admitted(let path):
            return send(page(path), encoder, connection, keepsAlive)
        }
    }

    private func send(_ response: PreviewResponse, _ encoder: ResponseEncoder, _ connection: Connection, _ keepsAlive: Bool) -> Bool {
        let message = encoder.head(of: response, keepsAlive: keepsAlive)
        guard connection.send(message.bytes) else { return false }
        guard let (file, range) = message.file else { return true }
        var rest = range
        while !rest.isEmpty {
            let piece = file.read(min(OpenFile.pieceSize, rest.count), at: rest.lowerBound)
            // A file that became shorter while it was sent: its length was promised, so the connection must end.
            guard !piece.isEmpty, connection.send(piece) else { return false }
            rest = rest.lowerBound + piece.count..<rest.upperBound
        }
        return true
    }

    /// The stream of events leaves this thread: it lasts for as long as the page is open. HEAD opens none.
    private func beginEvents(_ encoder: ResponseEncoder, _ connection: Connection, _ keepsAlive: Bool) -> Bool {
        let head = PreviewResponse(contentType: "text/event-stream; charset=utf-8", body: .bytes([]))
        guard !encoder.isHead, let liveReload else { return send(head, encoder, connection, keepsAlive) }
        guard connection.send(encoder.endlessHead(of: head)) else { return false }
        let handle = connection.handedOver()
        if handle >= 0 { liveReload.attach(handle) }
        return false
    }

    /// The server's own addresses, of which the board never hears.
    private func own(_ path: String) -> PreviewResponse {
        switch path {
        case LiveReload.scriptPath where liveReload != nil:
            .page(Array(ReloadScript.text.utf8), contentType: "text/javascript; charset=utf-8")
        case PreviewStyle.path: .page(Array(PreviewStyle.text.utf8), contentType: "text/css; charset=utf-8")
        default: .text(Self.noSuchAddress[language], status: 404)
        }
    }

    private func refusal(_ problem: RequestHead.Problem) -> PreviewResponse {
        switch problem {
        case .lineTooLong: .text(Self.addressTooLong[language], status: 414)
        case .headTooLong: .text(Self.headTooLong[language], status: 431)
        case .malformed: .text(Self.malformed[language], status: 400)
        }
    }
}

extension ConnectionHandler {
    private static let noSuchAddress = Message(vi: "Không có địa chỉ này.", en: "There is no such address.")
    private static let addressTooLong = Message(
        vi: "Địa chỉ này quá dài. Hãy mở lại từ trang chủ.", en: "This address is too long. Please start again from the home page.")
    private static let headTooLong = Message(
        vi: "Yêu cầu của trình duyệt quá dài, có thể do cookie của các trang khác trên máy này. Hãy mở trong cửa sổ ẩn danh.",
        en: "The browser's request is too long, perhaps from cookies of other sites on this machine. Use a private window.")
    private static let malformed = Message(vi: "Không đọc được yêu cầu này.", en: "This request can't be read.")
}
