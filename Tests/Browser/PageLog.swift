import Synchronization

/// A request that a page made, and what came of it.
package struct PageRequest: Sendable, Hashable {
    package var url: String
    /// `Document`, `Stylesheet`, `Script`, `Image`, `Media`, `Font`, `Fetch`…
    package var kind: String
    package var status: Int?
    /// Why nothing came; nil where an answer came, or the page itself gave the request up.
    package var failure: String?
}

/// What happened in a page since it was opened.
final class PageLog: Sendable {
    private struct State {
        var requests: [PageRequest] = []
        /// Requests on their way, by the browser's name for them: indices into `requests`.
        var numbers: [String: Int] = [:]
        var complaints: [String] = []
    }

    private let state = Mutex(State())

    var requests: [PageRequest] { state.withLock { $0.requests } }
    /// Errors and warnings of the console, exceptions, and what the browser found wrong.
    var complaints: [String] { state.withLock { $0.complaints } }

    func clear() { state.withLock { $0 = State() } }

    func note(_ event: DevToolsEvent) {
        let details = event.details
        switch event.name {
        case "Network.requestWillBeSent": begin(details)
        case "Network.responseReceived": change(details) { $0.status = details["response"]["status"].int }
        case "Network.loadingFailed" where details["canceled"].bool != true:
            change(details) { $0.failure = details["blockedReason"].string ?? details["errorText"].string }
        case "Runtime.exceptionThrown":
            let thrown = details["exceptionDetails"]
            complain(thrown["exception"]["description"].string ?? thrown["text"].string ?? "exception")
        case "Runtime.consoleAPICalled" where ["error", "warning", "assert"].contains(details["type"].string):
            complain(
                "console: " + details["args"].items.map { $0["value"].string ?? $0["description"].string ?? "" }.joined(separator: " "))
        case "Log.entryAdded" where ["error", "warning"].contains(details["entry"]["level"].string):
            complain([details["entry"]["text"].string, details["entry"]["url"].string].compactMap { $0 }.joined(separator: " "))
        default: break
        }
    }

    private func begin(_ details: JSON) {
        guard let id = details["requestId"].string, let url = details["request"]["url"].string, !url.hasPrefix("data:") else { return }
        state.withLock { state in
            state.numbers[id] = state.requests.count
            state.requests.append(PageRequest(url: url, kind: details["type"].string ?? ""))
        }
    }

    private func change(_ details: JSON, _ change: (inout PageRequest) -> Void) {
        state.withLock { state in
            guard let id = details["requestId"].string, let index = state.numbers[id] else { return }
            change(&state.requests[index])
        }
    }

    private func complain(_ words: String) { state.withLock { $0.complaints.append(words) } }
}
