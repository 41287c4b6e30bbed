import Preview
import Testing

@Suite(.timeLimit(.minutes(5))) struct LiveReloadTests {
    private func listen(_ server: TestServer) throws -> TestClient {
        let client = try TestClient(port: server.port)
        client.send(Array("GET /__bangvang/events HTTP/1.1\r\nHost: localhost:\(server.port)\r\nAccept: text/event-stream\r\n\r\n".utf8))
        return client
    }

    private func number(_ text: String) -> Int? {
        text.split(separator: "data: ").last.flatMap { Int($0.prefix { $0.isNumber }) }
    }

    @Test func everyBrowserHearsOfAChange() async throws {
        let liveReload = LiveReload()
        try await TestServer.with(liveReload: liveReload) { server in
            let browsers = [try listen(server), try listen(server)]
            var numbers: [Int?] = []
            for browser in browsers {
                let greeting = await browser.read(untilText: "event: hello\ndata: ")
                #expect(greeting.contains("Content-Type: text/event-stream"))
                #expect(greeting.contains("Cache-Control: no-store"))
                numbers.append(number(greeting))
            }
            #expect(liveReload.browserCount == 2)
            liveReload.notify()
            for (browser, before) in zip(browsers, numbers) {
                let event = await browser.read(untilText: "event: changed\ndata: ")
                #expect(number(event) == before.map { $0 + 1 })
            }
        }
    }

    @Test func aBrowserThatComesLateHearsThePresentNumber() async throws {
        let liveReload = LiveReload()
        try await TestServer.with(liveReload: liveReload) { server in
            let script = try #require(try await server.send("GET", "/__bangvang/reload.js"))
            #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
            let shown = Int(liveReload.number)
            liveReload.notify()
            let browser = try listen(server)
            #expect(number(await browser.read(untilText: "event: hello\ndata: ")) == shown + 1)
        }
    }

    /// Three hundred tabs need no threads and no turns of anybody else.
    @Test func manyStreamsHangWhilePagesAreAnswered() async throws {
        let liveReload = LiveReload()
        try await TestServer.with(liveReload: liveReload) { server in
            let browsers = try (0..<300).map { _ in try listen(server) }
            for browser in browsers { #expect(await browser.read(untilText: "event: hello").contains("hello")) }
            #expect(liveReload.browserCount == 300)
            #expect(try await server.send("GET", "/")?.status == 200)
            liveReload.notify()
            #expect(await browsers[299].read(untilText: "event: changed").contains("changed"))
        }
    }

    @Test func commentsKeepTheConnectionAndShowThatABrowserWent() async throws {
        let liveReload = LiveReload(keepAlive: .milliseconds(20))
        try await TestServer.with(liveReload: liveReload) { server in
            var browser: TestClient? = try listen(server)
            #expect(await browser?.read(untilText: ": \n\n").contains(": \n\n") == true)
            #expect(liveReload.browserCount == 1)
            browser = nil
            while liveReload.browserCount > 0 { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    @Test func headOpensNoStream() async throws {
        let liveReload = LiveReload()
        try await TestServer.with(liveReload: liveReload) { server in
            let reply = try #require(try await server.send("HEAD", "/__bangvang/events"))
            #expect(reply.headers["content-type"] == "text/event-stream; charset=utf-8")
            #expect(liveReload.browserCount == 0)
        }
    }

    @Test func theBoardNeverHearsOfTheServersOwnAddresses() async throws {
        try await TestServer.with { server in
            for path in ["/__bangvang/events", "/__bangvang/reload.js", "/__bangvang/x"] {
                let status = try await server.send("GET", path)?.status
                #expect(status == 404)
            }
        }
        #expect(LiveReload.scriptTag == "<script src=\"/__bangvang/reload.js\" defer></script>")
    }
}
