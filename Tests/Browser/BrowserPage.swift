import Foundation
import Synchronization

/// A page in a browser, as a test uses it: open, look, click, type.
package final class BrowserPage: Sendable {
    package let conditions: PageConditions
    private let connection: DevToolsConnection
    private let session: String
    private let log = PageLog()
    private let state = Mutex(State())

    private struct State {
        /// The documents that have loaded with all that they show, by the browser's names.
        var loaded: Set<String> = []
        var waiting: [(isMet: @Sendable (State) -> Bool, promise: Promise<Void>)] = []
        /// How many documents have loaded in the page's own frame.
        var loads = 0
    }

    init(_ connection: DevToolsConnection, context: String, _ conditions: PageConditions) async throws {
        self.connection = connection
        self.conditions = conditions
        let target = try await connection.send(
            "Target.createTarget", ["url": "about:blank", "browserContextId": .string(context)])["targetId"]
        session = try await connection.send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"].string ?? ""
        connection.listen(to: session) { [weak self] in self?.hear($0, frame: target.string) }
        for domain in ["Page", "Runtime", "Network", "Log"] { try await send(domain + ".enable") }
        try await send("Page.setLifecycleEventsEnabled", ["enabled": true])
        try await apply(conditions)
    }

    deinit { connection.stopListening(to: session) }

    @discardableResult
    func send(_ command: String, _ parameters: JSON = [:], seconds: Double = 30) async throws -> JSON {
        try await connection.send(command, parameters, session: session, seconds: seconds)
    }

    // MARK: What happened

    /// All requests since the last ``forget()``, in their order.
    package var requests: [PageRequest] { log.requests }

    /// Errors and warnings of the console, exceptions that nobody caught, and whatever else the browser complained of.
    package var complaints: [String] { log.complaints }

    /// Forgets requests and complaints.
    package func forget() { log.clear() }

    private func hear(_ event: DevToolsEvent, frame: String?) {
        log.note(event)
        // The frame of a page bears the name of its target.
        guard event.name == "Page.lifecycleEvent", event.details["name"] == "load", event.details["frameId"].string == frame,
            let document = event.details["loaderId"].string
        else { return }
        let met = state.withLock { state in
            state.loads += 1
            state.loaded.insert(document)
            let now = state
            let met = state.waiting.filter { $0.isMet(now) }
            state.waiting.removeAll { $0.isMet(now) }
            return met.map(\.promise)
        }
        for promise in met { promise.settle(.success(())) }
    }

    private func wait(for what: String, seconds: Double, until isMet: @escaping @Sendable (State) -> Bool) async throws {
        let promise = Promise<Void>()
        let isAlreadyMet = state.withLock { state in
            if isMet(state) { return true }
            state.waiting.append((isMet, promise))
            return false
        }
        if isAlreadyMet { return }
        try await promise.value(within: seconds, orThrow: BrowserFailure.late(what: what, seconds: seconds))
    }

    // MARK: Going somewhere

    /// Opens an address and waits until all that it shows has loaded.
    package func open(_ url: String, seconds: Double = 30) async throws {
        let answer = try await send("Page.navigate", ["url": .string(url)], seconds: seconds)
        if let reason = answer["errorText"].string { throw BrowserFailure.refused(command: "to open \(url)", reason: reason) }
        // Going to a part of the same page loads nothing.
        guard let document = answer["loaderId"].string else { return }
        try await wait(for: url, seconds: seconds) { $0.loaded.contains(document) }
    }

    /// Does something that leads to another page, and waits until that has loaded.
    package func following(seconds: Double = 30, _ action: () async throws -> Void) async throws {
        let before = state.withLock { $0.loads }
        try await action()
        try await wait(for: "the next page", seconds: seconds) { $0.loads > before }
    }

    /// Goes back one page, as the button does.
    package func goBack() async throws { try await following { try await evaluate("history.back()") } }

    /// Loads the page once more.
    package func reload() async throws { try await following { try await send("Page.reload") } }

    /// The address that the page shows now.
    package var url: String { get async throws { try await evaluate("location.href").string ?? "" } }

    // MARK: Looking

    /// What an expression of JavaScript is worth in the page; of a promise, what it brings.
    ///
    /// - Throws: ``BrowserFailure/threw(_:)`` with the exception.
    @discardableResult
    package func evaluate(_ expression: String, seconds: Double = 30) async throws -> JSON {
        let answer = try await send(
            "Runtime.evaluate",
            ["expression": .string(expression), "returnByValue": true, "awaitPromise": true, "userGesture": true], seconds: seconds)
        if case .object = answer["exceptionDetails"] {
            let details = answer["exceptionDetails"]
            throw BrowserFailure.threw(details["exception"]["description"].string ?? details["text"].string ?? expression)
        }
        return answer["result"]["value"]
    }

    /// Waits until an expression is true.
    package func wait(until expression: String, seconds: Double = 15) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while try await evaluate("Boolean(\(expression))") != true {
            guard ContinuousClock.now < end else { throw BrowserFailure.late(what: expression, seconds: seconds) }
            try await Task.sleep(for: .milliseconds(25))
        }
    }
}
