import Diagnostics
import Foundation
import Glibc
import Preview
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5))) struct PreviewServerTests {
    @Test func servesPagesWithTheFieldsOfSafety() async throws {
        try await TestServer.with { server in
            let reply = try #require(try await server.send("GET", "/vinh-danh/?q=1#x"))
            #expect(reply.status == 200)
            #expect(reply.text == "page /vinh-danh/")
            #expect(reply.headers["content-type"] == "text/html; charset=utf-8")
            #expect(reply.headers["content-length"] == "16")
            #expect(reply.headers["x-content-type-options"] == "nosniff")
            #expect(reply.headers["cache-control"] == "no-store")
            #expect(reply.headers["referrer-policy"] == "no-referrer")
            #expect(reply.headers["cross-origin-resource-policy"] == "same-origin")
        }
    }

    @Test func noPathLeavesTheBoard() async throws {
        let seen = Mutex<[String]>([])
        let targets = [
            "/../etc/passwd", "/%2e%2e/etc/passwd", "/..%2fetc/passwd", "/%2e%2e%2fetc%2fpasswd", "/a/../../etc/passwd", "/..%5cetc",
            "/a%00b", "/%ff", "/%", "//example.org/", "http://127.0.0.1/../etc/passwd", "/a\\b", "*",
        ]
        try await TestServer.with(page: { path in
            seen.withLock { $0.append(path) }; return .page([])
        }) { server in
            for target in targets {
                let status = try await server.send("GET", target)?.status
                #expect(status == 400, "\(target)")
            }
            let status = try await server.send("GET", "/%252e%252e/etc/passwd")?.status
            #expect(status == 200)
        }
        // Doubly encoded dots are a strange name, and no way up.
        #expect(seen.withLock { $0 } == ["/%2e%2e/etc/passwd"])
    }

    @Test func answersOnlyToItsOwnName() async throws {
        try await TestServer.with { server in
            for host in ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"] {
                let status = try await server.send("GET", "/", host: "\(host):\(server.port)")?.status
                #expect(status == 200, "\(host)")
            }
            let strangers = [
                "example.org", "example.org:\(server.port)", "127.0.0.1", "localhost", "localhost:1",
                "127.0.0.1.example.org:\(server.port)",
                "localhost.:\(server.port)", "0.0.0.0:\(server.port)", "user@127.0.0.1:\(server.port)", "",
            ]
            for host in strangers {
                let status = try await server.send("GET", "/", host: host)?.status
                #expect(status == 403, "\(host)")
            }
            let old = try TestClient(port: server.port)
            old.send(Array("GET / HTTP/1.0\r\n\r\n".utf8))
            #expect(Reply(await old.read())?.status == 403)
        }
    }

    @Test func isForReadingOnly() async throws {
        try await TestServer.with { server in
            for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
                let reply = try #require(try await server.send(method, "/", headers: ["Content-Length: 0"]))
                #expect(reply.status == 405, "\(method)")
                #expect(reply.headers["allow"] == "GET, HEAD")
            }
        }
    }

    @Test func headTellsTheLengthAndSendsNothing() async throws {
        try await TestServer.with { server in
            let reply = try #require(try await server.send("HEAD", "/"))
            #expect(reply.status == 200)
            #expect(reply.headers["content-length"] == "6")
            #expect(reply.body.isEmpty)
        }
    }

    @Test func listensOnThisMachineOnly() async throws {
        try await TestServer.with { server in
            // All of 127/8 is this machine, so whoever listens on more than 127.0.0.1 answers on 127.0.0.2 as well.
            #expect(throws: TestClient.ConnectionError.self) { try TestClient(port: server.port, address: INADDR_LOOPBACK + 1) }
            _ = try TestClient(port: server.port)
        }
    }

    @Test func keepsAConnectionForSeveralRequests() async throws {
        try await TestServer.with { server in
            let client = try TestClient(port: server.port)
            let request = "HTTP/1.1\r\nHost: localhost:\(server.port)\r\n"
            client.send(Array("GET /a \(request)\r\nHEAD /b \(request)\r\nGET /c \(request)Connection: close\r\n\r\n".utf8))
            let text = String(decoding: await client.read(), as: UTF8.self)
            #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 4)
            #expect(text.contains("page /a") && !text.contains("page /b") && text.hasSuffix("page /c"))
        }
    }

    @Test func redirectsStayOnTheServer() async throws {
        let targets = ["/a": "/địa bàn/100%", "/b": "//example.org/", "/c": "/x\r\nSet-Cookie: a=b"]
        try await TestServer.with(page: { .redirect(to: targets[$0] ?? "/") }) { server in
            let moved = try #require(try await server.send("GET", "/a"))
            #expect(moved.status == 301)
            #expect(moved.headers["location"] == "/%C4%91%E1%BB%8Ba%20b%C3%A0n/100%25")
            #expect(try await server.send("GET", "/b")?.headers["location"] == "/example.org/")
            #expect(try await server.send("GET", "/c")?.headers["set-cookie"] == nil)
        }
    }

    @Test func fieldsOfTheBoardCannotBreakTheMessage() async throws {
        try await TestServer.with(page: { _ in
            PreviewResponse(
                contentType: "text/html\r\nX-Evil: 1", body: .bytes([]),
                headers: ["X-Good": "1", "X-Bad": "1\r\nX-Evil: 1", "X Evil": "1", "Cache-Control": "public"])
        }) { server in
            let reply = try #require(try await server.send("GET", "/"))
            #expect(reply.headers["x-good"] == "1")
            #expect(reply.headers["x-evil"] == nil && reply.headers["x-bad"] == nil && reply.headers["x evil"] == nil)
            #expect(reply.headers["content-type"] == "application/octet-stream")
            #expect(reply.headers["cache-control"] == "no-store")
        }
    }

    @Test func saysThatAPortIsTaken() async throws {
        try await TestServer.with { first in
            let second = PreviewServer(port: first.port) { _ in .page([]) }
            await #expect(throws: PreviewServerError.portTaken(first.port)) { try await second.run() }
            #expect(PreviewServerError.portTaken(first.port).message.vi.contains("\(first.port)"))
        }
    }

    @Test func cancellationIsAnOrdinaryEnd() async throws {
        let liveReload = LiveReload()
        let server = PreviewServer(port: 0, liveReload: liveReload) { _ in .page([]) }
        let (ports, announced) = AsyncStream.makeStream(of: UInt16.self)
        let running = Task { try await server.run { announced.yield($0) } }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        let browser = try TestClient(port: port)
        browser.send(Array("GET /__bangvang/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8))
        #expect(await browser.read(untilText: "hello").contains("hello"))
        running.cancel()
        try await running.value
        // The browser's stream ended too, and the port is free for the next server.
        _ = await browser.read()
        #expect(throws: TestClient.ConnectionError.self) { try TestClient(port: port) }
        let next = PreviewServer(port: port) { _ in .page([]) }
        let runningNext = Task { try await next.run { announced.yield($0) } }
        #expect(await iterator.next() == port)
        await next.stop()
        try await runningNext.value
    }
}

@Suite(.timeLimit(.minutes(5))) struct FileResponseTests {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

    private func withFile(_ body: (TestServer) async throws -> Void) async throws {
        let folder = try ScratchFolder()
        try folder.write("video.mp4", bytes)
        try folder.write("empty.mp4", [])
        mkfifo(folder("pipe"), 0o600)
        try await TestServer.with(page: { .file(folder.path + $0, contentType: "video/mp4") }, body)
    }

    @Test func streamsAWholeFile() async throws {
        try await withFile { server in
            let reply = try #require(try await server.send("GET", "/video.mp4"))
            #expect(reply.status == 200)
            #expect(reply.headers["accept-ranges"] == "bytes")
            #expect(reply.headers["content-type"] == "video/mp4")
            #expect(reply.body == bytes)
            #expect(try await server.send("GET", "/empty.mp4")?.headers["content-length"] == "0")
        }
    }

    @Test(arguments: [("bytes=0-0", 0..<1), ("bytes=500000-", 500_000..<1_000_000), ("bytes=-10", 999_990..<1_000_000)])
    func streamsAPart(field: String, range: Range<Int>) async throws {
        try await withFile { server in
            let reply = try #require(try await server.send("GET", "/video.mp4", headers: ["Range: \(field)"]))
            #expect(reply.status == 206)
            #expect(reply.headers["content-range"] == "bytes \(range.lowerBound)-\(range.upperBound - 1)/1000000")
            #expect(reply.headers["content-length"] == "\(range.count)")
            #expect(reply.body == Array(bytes[range]))
        }
    }

    @Test func refusesAPartBehindTheEnd() async throws {
        try await withFile { server in
            let reply = try #require(try await server.send("GET", "/video.mp4", headers: ["Range: bytes=1000000-"]))
            #expect(reply.status == 416)
            #expect(reply.headers["content-range"] == "bytes */1000000")
        }
    }

    @Test func sendsTheWholeWhereAPartMeansNothing() async throws {
        try await withFile { server in
            let head = try #require(try await server.send("HEAD", "/video.mp4", headers: ["Range: bytes=0-9"]))
            #expect((head.status, head.headers["content-length"], head.body.count) == (200, "1000000", 0))
            let resumed = try await server.send("GET", "/video.mp4", headers: ["Range: bytes=0-9", "If-Range: \"x\""])
            #expect(resumed?.status == 200)
            #expect(try await server.send("GET", "/video.mp4", headers: ["Range: bytes=0-1,5-9"])?.body.count == 1_000_000)
        }
    }

    @Test(arguments: ["/missing.mp4", "/", "/pipe", "/video.mp4/x"])
    func whatIsNoFileIsNotFound(path: String) async throws {
        try await withFile { server in
            let status = try await server.send("GET", path)?.status
            #expect(status == 404)
        }
    }
}
