import Foundation
import Glibc
import Synchronization

/// What the browser tells without being asked.
struct DevToolsEvent: Sendable {
    var name: String
    var details: JSON
}

/// A conversation with a browser in the Chrome DevTools Protocol: JSON texts, each ended by a zero byte.
final class DevToolsConnection: Sendable {
    typealias Listener = @Sendable (DevToolsEvent) -> Void

    private struct State {
        var lastCommand = 0
        var replies: [Int: Promise<JSON>] = [:]
        /// By session.
        var listeners: [String: Listener] = [:]
        var end: BrowserFailure?
    }

    private let process: ChromiumProcess
    private let state = Mutex(State())
    /// One message is written at a time.
    private let pen = Mutex(())

    init(_ process: ChromiumProcess) {
        self.process = process
        let reader = Thread { [weak self, channel = process.channel] in Self.read(channel) { self?.take($0) } }
        reader.name = "DevTools"
        reader.start()
    }

    /// Has `listener` hear all events of a session, one after the other, on a thread of the connection's own.
    func listen(to session: String, _ listener: @escaping Listener) { state.withLock { $0.listeners[session] = listener } }

    func stopListening(to session: String) { state.withLock { _ = $0.listeners.removeValue(forKey: session) } }

    /// Sends a command and waits for its answer.
    ///
    /// - Throws: ``BrowserFailure``.
    @discardableResult
    func send(_ command: String, _ parameters: JSON = [:], session: String? = nil, seconds: Double = 30) async throws -> JSON {
        let reply = Promise<JSON>()
        let number = try state.withLock { state in
            if let end = state.end { throw end }
            state.lastCommand += 1
            state.replies[state.lastCommand] = reply
            return state.lastCommand
        }
        defer { state.withLock { _ = $0.replies.removeValue(forKey: number) } }
        var message: [String: JSON] = ["id": .number(Double(number)), "method": .string(command), "params": parameters]
        if let session { message["sessionId"] = .string(session) }
        write(JSON.object(message).data + [0])
        let answer = try await reply.value(within: seconds, orThrow: BrowserFailure.late(what: command, seconds: seconds))
        if let reason = answer["error"]["message"].string { throw BrowserFailure.refused(command: command, reason: reason) }
        return answer["result"]
    }

    private func write(_ message: Data) {
        let isSent = pen.withLock { _ in
            var rest = message[...]
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes { Glibc.send(process.channel, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                if sent < 0, errno == EINTR { continue }
                guard sent > 0 else { return false }
                rest = rest.dropFirst(sent)
            }
            return true
        }
        if !isSent { close() }
    }

    /// Hands every message over as it arrives; nil at the end.
    private static func read(_ channel: Int32, _ take: (Data?) -> Void) {
        let size = 256 * 1024
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 1)
        defer { buffer.deallocate() }
        var message = Data()
        while true {
            let got = recv(channel, buffer, size, 0)
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return take(nil) }
            var (rest, left) = (buffer, got)
            // memchr, since a screenshot has millions of bytes.
            while let end = memchr(rest, 0, left) {
                message.append(rest.assumingMemoryBound(to: UInt8.self), count: end - rest)
                take(message)
                message = Data()
                left -= end - rest + 1
                rest = end + 1
            }
            message.append(rest.assumingMemoryBound(to: UInt8.self), count: left)
        }
    }

    private func take(_ message: Data?) {
        guard let message else { return close() }
        guard let value = try? JSONDecoder().decode(JSON.self, from: message) else { return }
        if let number = value["id"].int {
            state.withLock { $0.replies[number] }?.settle(.success(value))
        } else if let name = value["method"].string, let session = value["sessionId"].string {
            state.withLock { $0.listeners[session] }?(DevToolsEvent(name: name, details: value["params"]))
        }
    }

    /// Nothing more will come: everybody who waits is told.
    private func close() {
        let end = BrowserFailure.gone(process.lastWords)
        let waiting = state.withLock { state in
            state.end = end
            return Array(state.replies.values)
        }
        for reply in waiting { reply.settle(.failure(end)) }
    }
}
