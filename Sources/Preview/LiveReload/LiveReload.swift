import Dispatch
import Glibc
import Synchronization

/// Tells every open page that the board has changed, over Server-Sent Events.
///
/// The HTML standard, 9.2. Each state of the board has a number. A browser hears the present one
/// when it connects, so that a change made while it was not listening is not missed. Whether its own page is
/// another now, the page finds out itself (``ReloadScript``).
package final class LiveReload: Sendable {
    /// Everything below it belongs to the server; no page of a board can have such an address.
    static let folder = "/__bangvang/"
    static let eventsPath = folder + "events"
    static let scriptPath = folder + "reload.js"

    /// To be put into the pages of a preview, and only there.
    package static let scriptTag = "<script src=\"\(scriptPath)\" defer></script>"

    private struct State {
        // Begins at random: after a restart of the server, pages of the earlier one look whether they are still the same.
        var number = UInt64.random(in: 1...0xFFFF_FFFF)
        var browsers: Set<Int32> = []
        var timer: (any DispatchSourceTimer)?
    }

    private let state = Mutex(State())
    private let keepAlive: Duration

    /// - Parameter keepAlive: how often a comment is sent when nothing happens. It keeps the connection
    ///   from being closed as idle, and shows us that a browser has gone.
    package init(keepAlive: Duration = .seconds(15)) {
        self.keepAlive = keepAlive
    }

    deinit { closeAll() }

    /// The number of the state that the board is in.
    package var number: UInt64 { state.withLock { $0.number } }

    /// How many pages listen now. One that was closed is still counted until the next event or comment.
    package var browserCount: Int { state.withLock { $0.browsers.count } }

    /// Tells all open pages that the board has changed.
    package func notify() {
        state.withLock { state in
            state.number += 1
            Self.send(Self.event("changed", state.number), to: &state.browsers)
        }
    }

    /// Takes a new browser's stream of events over: the socket is closed here.
    func attach(_ socket: Int32) {
        state.withLock { state in
            var browser: Set = [socket]
            Self.send(Array("retry: 1000\n".utf8) + Self.event("hello", state.number), to: &browser)
            state.browsers.formUnion(browser)
            guard state.timer == nil else { return }
            let timer = DispatchSource.makeTimerSource(queue: .global())
            let period = DispatchTimeInterval.milliseconds(Int(keepAlive / .milliseconds(1)))
            timer.schedule(deadline: .now() + period, repeating: period)
            timer.setEventHandler { [weak self] in self?.beat() }
            timer.activate()
            state.timer = timer
        }
    }

    private func beat() {
        state.withLock { state in
            Self.send(Array(": \n\n".utf8), to: &state.browsers)
            guard state.browsers.isEmpty else { return }
            state.timer?.cancel()
            state.timer = nil
        }
    }

    /// Ends all streams.
    func closeAll() {
        state.withLock { state in
            for browser in state.browsers {
                shutdown(browser, Int32(SHUT_RDWR))
                close(browser)
            }
            state.browsers = []
            state.timer?.cancel()
            state.timer = nil
        }
    }

    /// Sends a message of a few bytes to all; who has gone, or takes nothing, is dropped and comes back if it can.
    private static func send(_ message: [UInt8], to browsers: inout Set<Int32>) {
        for browser in browsers {
            let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
            let sent = Glibc.send(browser, message, message.count, flags)
            var byte: UInt8 = 0
            let isGone = recv(browser, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) == 0
            guard sent != message.count || isGone else { continue }
            browsers.remove(browser)
            close(browser)
        }
    }

    private static func event(_ name: String, _ number: UInt64) -> [UInt8] {
        Array("event: \(name)\ndata: \(number)\n\n".utf8)
    }
}
