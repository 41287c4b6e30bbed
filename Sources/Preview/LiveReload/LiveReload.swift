import FlyingSocks
import Synchronization

/// Tells every open page that the board has changed, over Server-Sent Events.
///
/// The HTML standard, 9.2. Each state of the board has a number. A browser hears the present one
/// when it connects, so that a change made while it was not listening is not missed.
package final class LiveReload: Sendable {
    /// Everything below it belongs to the server; no page of a board can have such an address.
    static let folder = "/__bangvang/"
    static let eventsPath = folder + "events"
    static let scriptPath = folder + "reload.js"

    /// To be put into the pages of a preview, and only there.
    package static let scriptTag = "<script src=\"\(scriptPath)\" defer></script>"

    private struct State {
        // Begins at random: after a restart of the server, pages of the earlier one load anew.
        var number = UInt64.random(in: 1...0xFFFF_FFFF)
        var nextID = 0
        var browsers: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    }

    private let state = Mutex(State())
    private let keepAlive: Duration

    /// - Parameter keepAlive: how often a comment is sent when nothing happens. It keeps the connection
    ///   from being closed as idle, and shows us that a browser has gone.
    package init(keepAlive: Duration = .seconds(15)) {
        self.keepAlive = keepAlive
    }

    /// How many pages listen now. One that was closed is still counted until the next event or comment.
    package var browserCount: Int { state.withLock { $0.browsers.count } }

    /// Makes all open pages load anew.
    package func notify() {
        let (event, browsers) = state.withLock { state in
            state.number += 1
            return (Self.event("reload", state.number), Array(state.browsers.values))
        }
        for browser in browsers { browser.yield(event) }
    }

    /// A new browser's stream of events; it ends with the connection.
    func connect() -> ReloadEvents {
        // A browser that takes nothing needs only the last of what it missed.
        let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(8))
        let id = state.withLock { state in
            state.nextID += 1
            state.browsers[state.nextID] = continuation
            continuation.yield(Array("retry: 1000\n".utf8) + Self.event("hello", state.number))
            return state.nextID
        }
        let ticking = Task { [keepAlive] in
            while true {
                try await Task.sleep(for: keepAlive)
                continuation.yield(Array(": \n\n".utf8))
            }
        }
        continuation.onTermination = { [weak self] _ in
            ticking.cancel()
            _ = self?.state.withLock { $0.browsers.removeValue(forKey: id) }
        }
        return ReloadEvents(stream: stream)
    }

    /// The script that listens; it carries the state of the board that it is served with.
    var script: String { ReloadScript.text(number: state.withLock { $0.number }) }

    private static func event(_ name: String, _ number: UInt64) -> [UInt8] {
        Array("event: \(name)\ndata: \(number)\n\n".utf8)
    }
}

/// One browser's events as the body of a response.
struct ReloadEvents: AsyncBufferedSequence {
    typealias Element = UInt8

    let stream: AsyncStream<[UInt8]>

    func makeAsyncIterator() -> Iterator { Iterator(events: stream.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var events: AsyncStream<[UInt8]>.Iterator

        /// Single bytes are never asked for: a chunked body is sent piece by piece.
        mutating func next() async throws -> UInt8? { nil }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { await events.next() }
    }
}
