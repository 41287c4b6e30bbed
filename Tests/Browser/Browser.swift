/// A headless Chromium for tests.
///
/// `swift test` starts one and every test gets pages of its own in it, which know nothing of one another.
package final class Browser: Sendable {
    private let connection: DevToolsConnection
    /// As many pages at a time as keep two cores busy: more would only wait for one another and run late.
    private let turnstile = Turnstile(places: 2)

    private init() async throws {
        connection = DevToolsConnection(try ChromiumProcess())
        try await connection.send("Browser.getVersion")
    }

    private static let starting = Task { try await Browser() }

    /// The browser of this run of the tests, started when it is first asked for.
    ///
    /// - Throws: ``BrowserFailure``.
    package static var shared: Browser { get async throws { try await starting.value } }

    /// Opens an empty page for the length of `body`, in a context without history, cache and cookies.
    package func withPage<Result: Sendable>(
        _ conditions: PageConditions = PageConditions(), _ body: (BrowserPage) async throws -> Result
    ) async throws -> Result {
        await turnstile.enter()
        do {
            let result = try await withOwnContext { try await body(BrowserPage(connection, context: $0, conditions)) }
            await turnstile.leave()
            return result
        } catch {
            await turnstile.leave()
            throw error
        }
    }

    private func withOwnContext<Result: Sendable>(_ body: (String) async throws -> Result) async throws -> Result {
        let context = try await connection.send("Target.createBrowserContext", ["disposeOnDetach": true])["browserContextId"]
        do {
            let result = try await body(context.string ?? "")
            try await connection.send("Target.disposeBrowserContext", ["browserContextId": context])
            return result
        } catch {
            _ = try? await connection.send("Target.disposeBrowserContext", ["browserContextId": context])
            throw error
        }
    }
}
