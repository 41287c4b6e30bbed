import Diagnostics
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Preview

/// Some clients take all that they can get; the others are answered nevertheless.
@Suite(.timeLimit(.minutes(10))) struct BusyServerTests {
    @Test func longHeadsAreRefusedAndKeepNobodyWaiting() async throws {
        try await TestServer.with { server in
            let flood = [UInt8](repeating: UInt8(ascii: "a"), count: 4 << 20)
            let clients = try (0..<8).map { _ in try TestClient(port: server.port) }
            for (index, client) in clients.enumerated() {
                Thread.detachNewThread {
                    client.send(Array(index % 2 == 0 ? "GET /".utf8 : "GET / HTTP/1.1\r\nX: ".utf8))
                    client.send(flood)
                }
            }
            for number in 0..<20 { #expect(try await server.send("GET", "/\(number)")?.status == 200) }
            for (index, client) in clients.enumerated() {
                #expect(Reply(await client.read())?.status == (index % 2 == 0 ? 414 : 431))
            }
        }
    }

    /// Answers that wait for a slow disk: more of them than there are cores.
    @Test func slowAnswersKeepNobodyWaiting() async throws {
        let gate = DispatchSemaphore(value: 0)
        try await TestServer.with(page: { path in
            if path == "/slow" { gate.wait() }
            return .page(Array(path.utf8))
        }) { server in
            let slow = try (0..<8).map { _ in try TestClient(port: server.port) }
            for client in slow {
                client.send(Array("GET /slow HTTP/1.1\r\nHost: localhost:\(server.port)\r\nConnection: close\r\n\r\n".utf8))
            }
            #expect(try await server.send("GET", "/quick")?.text == "/quick")
            for _ in slow { gate.signal() }
            for client in slow { #expect(Reply(await client.read())?.text == "/slow") }
        }
    }

    /// A head that comes byte by byte is one that never ends, to the connection that it holds only.
    @Test func halfARequestHoldsOnlyItself() async throws {
        try await TestServer.with { server in
            let halves = try (0..<40).map { _ in try TestClient(port: server.port) }
            for client in halves { client.send(Array("GET / HTTP/1.1\r\nHost:".utf8)) }
            #expect(try await server.send("GET", "/")?.status == 200)
        }
    }

    @Test func whatWaitsLongestGivesWay() async throws {
        try await TestServer.with { server in
            let first = try TestClient(port: server.port)
            let others = try (0..<ConnectionTable.most).map { _ in try TestClient(port: server.port) }
            #expect(try await server.send("GET", "/")?.status == 200)
            #expect(await first.read().isEmpty)
            withExtendedLifetime(others) {}
        }
    }
}

@Suite struct MountTableTests {
    private static let table = MountTable(
        """
        22 27 0:21 / /proc rw,relatime - proc proc rw
        27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
        40 27 0:40 / /mnt/c rw,noatime - 9p C:\\134 rw
        41 27 0:41 / /srv/bang\\040vang rw shared:1 - cifs //may-chu/chung rw
        42 41 0:42 / /srv/bang\\040vang/content/entries rw - overlay overlay rw
        43 27 0:43 / /home rw - btrfs /dev/vdb rw
        44 27 0:44 / /home rw - tmpfs tmpfs rw
        """)

    @Test(arguments: [
        ("/work", ["ext4"]), ("/home/a", ["tmpfs"]), ("/mnt/c/bang", ["9p"]), ("/mnt/cd", ["ext4"]),
        ("/srv/bang vang/content", ["cifs", "overlay"]), ("/srv/bang vang/content/entries/2024", ["overlay"]),
        ("/srv", ["ext4", "cifs", "overlay"]),
    ])
    func findsWhatAFolderLiesOn(folder: String, kinds: [String]) {
        #expect(Self.table.mounts(of: folder).map(\.kind) == kinds)
    }

    @Test func believesOnlyThisMachinesDisks() {
        #expect(["ext4", "xfs", "tmpfs"].allSatisfy { MountTable.Mount(path: "/", kind: $0).raisesEvents })
        #expect(
            !["9p", "cifs", "nfs4", "overlay", "fuse.sshfs", "virtiofs", "?"].contains {
                MountTable.Mount(path: "/", kind: $0).raisesEvents
            })
    }
}

@Suite struct PreviewPageTests {
    private static func page(style: String, text: String = "a", _ notices: [PreviewPage.Notice] = [], media: UInt64 = 0) -> String {
        let html = """
            <!DOCTYPE html><html><head><link rel="stylesheet" href="\(style)"><link rel="icon" href="x.svg">\(LiveReload.scriptTag)</head>\
            <body class="x"><p>\(text)</p></body></html>
            """
        let page = PreviewPage(html: Array(html.utf8), media: media, notices: notices)
        return String(decoding: page.bytes(number: 7, language: .vietnamese), as: UTF8.self)
    }

    private static func mark(_ name: String, _ page: String) -> String? {
        page.split(separator: "data-\(name)=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }

    @Test func marksSayWhatChanged() {
        let page = Self.page(style: "a.css")
        #expect(Self.mark("number", page) == "7")
        let restyled = Self.page(style: "b.css")
        #expect(Self.mark("content", page) == Self.mark("content", restyled))
        #expect(Self.mark("styles", page) != Self.mark("styles", restyled))
        let rewritten = Self.page(style: "a.css", text: "b")
        #expect(Self.mark("content", page) != Self.mark("content", rewritten))
        #expect(Self.mark("styles", page) == Self.mark("styles", rewritten))
        #expect(Self.mark("media", page) != Self.mark("media", Self.page(style: "a.css", media: 1)))
        #expect(Self.mark("content", page) != Self.mark("content", Self.page(style: "a.css", [.init("x")])))
    }

    @Test func noticesStandAboveThePageAsText() {
        let page = Self.page(
            style: "a.css", [PreviewPage.Notice("<b>", excerpt: "  3 | a & b\n    | ^", address: "/xem-thu/loi/?a=\"b\"")])
        #expect(
            page.contains(
                "<body class=\"x\"><link rel=\"stylesheet\" href=\"/__bangvang/preview.css\">"
                    + "<div class=\"bangvang-notices\" role=\"status\"><p class=\"trouble\">&lt;b&gt; <a href=\"/xem-thu/loi/?a=&quot;b&quot;\">Xem tất cả</a>"
                    + "</p><pre>  3 | a &amp; b\n    | ^</pre></div><p>a</p>"))
    }

    @Test func aPageWithoutTheScriptGetsIt() {
        let bytes = PreviewPage(html: Array("<title>x</title><p>y".utf8)).bytes(number: 1, language: .vietnamese)
        #expect(String(decoding: bytes, as: UTF8.self).contains("<script src=\"/__bangvang/reload.js\" data-number=\"1\""))
    }
}
