import Diagnostics
import Testing

@testable import Preview

/// What is read of a request before anything is answered.
@Suite struct RequestHeadTests {
    private static func head(_ text: String) throws(RequestHead.Problem) -> RequestHead? {
        var buffer = RequestHeadBuffer()
        buffer.append(Array(text.utf8))
        return try buffer.next()
    }

    @Test func readsLineAndFields() throws {
        let head = try #require(
            try Self.head("\r\nGET /a%20b?q=1#x HTTP/1.1\r\nHost: localhost:1\r\nX-A:  b c \r\nx-a: d\r\nEmpty:\r\n\r\n"))
        #expect((head.method, head.target, head.path) == ("GET", "/a%20b?q=1#x", "/a%20b"))
        #expect(head.fields == ["host": "localhost:1", "x-a": "b c", "empty": ""])
        #expect(head.keepsAlive && !head.hasBody)
        // Line ends of old programs, and a connection that is to end.
        let old = try #require(try Self.head("HEAD / HTTP/1.0\nHost: a\n\n"))
        #expect(!old.keepsAlive)
        #expect(try Self.head("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n")?.keepsAlive == false)
        #expect(try Self.head("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc")?.hasBody == true)
        #expect(try Self.head("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")?.hasBody == true)
    }

    @Test(arguments: [
        "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/2.0\r\n\r\n", "GET / HTTP/1.1 \r\n\r\n", " GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\n: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
        "GET / HTTP/1.1\r\nA: \u{0}\r\n\r\n", "\u{16}\u{3}\u{1}\n\n",
    ])
    func refusesWhatIsNoRequest(text: String) {
        #expect(throws: RequestHead.Problem.malformed) { try Self.head(text) }
    }

    @Test func isBounded() throws {
        let longest = String(repeating: "a", count: RequestHead.longestLine - 20)
        #expect(try Self.head("GET /\(longest) HTTP/1.1\r\n\r\n") != nil)
        #expect(throws: RequestHead.Problem.lineTooLong) { try Self.head("GET /\(longest)\(longest) HTTP/1.1\r\n\r\n") }
        // Also where the line never ends, and where many short fields never do.
        #expect(throws: RequestHead.Problem.lineTooLong) { try Self.head("GET /\(longest)\(longest)") }
        let fields = String(repeating: "a: b\r\n", count: 6000)
        #expect(throws: RequestHead.Problem.headTooLong) { try Self.head("GET / HTTP/1.1\r\n\(fields)\r\n") }
        #expect(throws: RequestHead.Problem.headTooLong) { try Self.head("GET / HTTP/1.1\r\n\(fields)") }
    }

    /// Whatever the pieces are in which it arrives.
    @Test(arguments: [1, 2, 3, 7, 1000])
    func piecesMakeNoDifference(size: Int) throws {
        let bytes = Array("\r\nGET /a HTTP/1.1\r\nHost: a\r\n\r\nHEAD /b HTTP/1.1\r\nHost: b\r\n\r\nGET /c".utf8)
        var buffer = RequestHeadBuffer()
        var heads: [RequestHead] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            buffer.append(bytes[start..<min(start + size, bytes.count)])
            while let head = try buffer.next() { heads.append(head) }
        }
        #expect(heads.map(\.target) == ["/a", "/b"])
        #expect(heads.map { $0.fields["host"] } == ["a", "b"])
        #expect(!buffer.isEmpty)
    }
}

/// Who is let in from where.
@Suite struct RequestGateTests {
    private static let ownAddress = SocketAddress(address: 0xC0A8_0105, port: 8080)
    private static let phone = SocketAddress(address: 0xC0A8_0117, port: 50_000)
    private static let thisMachine = SocketAddress(address: 0x7F00_0001, port: 50_000)

    private static func status(
        _ path: String, host: String, from peer: SocketAddress, _ pass: PhonePass?, cookie: String? = nil
    ) -> (status: Int, cookie: String?) {
        let gate = RequestGate(port: 8080, language: .english, pass: pass)
        var text = "GET \(path) HTTP/1.1\r\nHost: \(host)\r\n"
        if let cookie { text += "Cookie: \(cookie)\r\n" }
        guard let head = try? RequestHead(Array(text.utf8)) else { return (0, nil) }
        switch gate.verdict(on: head, from: peer, to: ownAddress) {
        case .admitted: return (200, nil)
        case .refused(let response): return (response.status, response.headers["Set-Cookie"])
        }
    }

    @Test func nobodyElseComesInWithoutAPass() {
        #expect(Self.status("/", host: "127.0.0.1:8080", from: Self.thisMachine, nil).status == 200)
        // Another machine can write what it likes into Host.
        for host in ["127.0.0.1:8080", "localhost:8080", "192.168.1.5:8080"] {
            #expect(Self.status("/", host: host, from: Self.phone, nil).status == 403, "\(host)")
        }
    }

    @Test func aTelephoneNeedsTheCode() throws {
        let pass = PhonePass()
        let host = "192.168.1.5:8080"
        #expect(Self.status("/", host: host, from: Self.phone, pass).status == 403)
        #expect(Self.status("/__bangvang/vao/aaaaaaaaa", host: host, from: Self.phone, pass).status == 403)
        let entered = Self.status("/__bangvang/vao/\(pass.code.uppercased())", host: host, from: Self.phone, pass)
        #expect(entered.status == 302)
        let cookie = try #require(entered.cookie)
        #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
        let secret = try #require(cookie.split(separator: ";").first.map(String.init))
        #expect(Self.status("/", host: host, from: Self.phone, pass, cookie: "a=b; \(secret)").status == 200)
        #expect(Self.status("/", host: host, from: Self.phone, pass, cookie: secret + "0").status == 403)
        // The code is no secret's stand-in, a name may point anywhere (DNS rebinding), and the internet is no local network.
        #expect(Self.status("/", host: host, from: Self.phone, pass, cookie: "\(PhonePass.cookie)=\(pass.code)").status == 403)
        for name in ["evil.example:8080", "127.0.0.1:8080", "192.168.1.6:8080"] {
            #expect(Self.status("/", host: name, from: Self.phone, pass, cookie: secret).status == 403, "\(name)")
        }
        let far = SocketAddress(address: 0x0808_0808, port: 50_000)
        #expect(Self.status("/", host: host, from: far, pass, cookie: secret).status == 403)
        #expect(Self.status("/__bangvang/vao/\(pass.code)", host: host, from: far, pass).status == 403)
        // This machine needs neither.
        #expect(Self.status("/", host: "localhost:8080", from: Self.thisMachine, pass).status == 200)
    }

    @Test func guessingShutsTheDoor() throws {
        let pass = PhonePass()
        for _ in 0..<PhonePass.patience { #expect(pass.cookie(for: PhonePass.folder + "aaaaaaaaa") == nil) }
        #expect(pass.cookie(for: PhonePass.folder + pass.code) == nil)
        // Whoever opens the very address that the computer shows is not told to open that address.
        let gate = RequestGate(port: 8080, language: .english, pass: pass)
        let head = try RequestHead(Array("GET \(PhonePass.folder)\(pass.code) HTTP/1.1\r\nHost: 192.168.1.5:8080\r\n".utf8))
        guard case .refused(let response) = gate.verdict(on: head, from: Self.phone, to: Self.ownAddress),
            case .bytes(let words) = response.body
        else { return #expect(Bool(false), "let in") }
        #expect(response.status == 403 && String(decoding: words, as: UTF8.self).hasPrefix("Too many wrong codes were tried"))
    }

    @Test(
        arguments: [
            (0x0A00_0001, true), (0xAC10_0001, true), (0xAC1F_FFFF, true), (0xAC20_0000, false), (0xC0A8_0001, true), (0xC0A9_0001, false),
            (0xA9FE_0101, true), (0x6440_0001, true), (0x6480_0000, false), (0x0808_0808, false), (0x7F00_0001, false),
        ] as [(UInt32, Bool)])
    func knowsLocalNetworks(address: UInt32, isPrivate: Bool) {
        #expect(SocketAddress(address: address, port: 0).isPrivate == isPrivate)
    }
}
