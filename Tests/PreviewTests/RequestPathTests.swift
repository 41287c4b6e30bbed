import Testing

@testable import Preview

@Suite struct RequestPathTests {
    @Test(arguments: [
        ("/", "/"), ("/vinh-danh/2021/", "/vinh-danh/2021/"), ("/a%20b", "/a b"), ("/%C4%91%E1%BB%8Ba", "/địa"), ("/a%2Fb", "/a/b"),
        ("/%252e%252e/x", "/%2e%2e/x"), ("/...", "/..."), ("/a..b/", "/a..b/"), ("/.well-known", "/.well-known"), ("/100%25", "/100%"),
    ])
    func decodesOnce(raw: String, decoded: String) {
        #expect(RequestPath(percentEncoded: raw)?.decoded == decoded)
    }

    @Test(arguments: [
        "", "a", "*", "http://127.0.0.1/", "/..", "/../", "/../../etc/passwd", "/%2e%2e/", "/%2E%2E/x", "/.%2e/x", "/..%2f", "/..%2Fetc",
        "/a/%2e%2e%2fetc", "/.", "/./a", "/%2e/a", "//", "//example.org/", "/a//b", "/%2fexample.org", "/%00", "/a%00.html", "/a%0d%0ab",
        "/a%5cb", "/a\\..\\b", "/..%5c", "/%", "/%4", "/%zz", "/%+1", "/%c3%28", "/%ff", "/%c0%ae%c0%ae/", "/%ed%a0%80", "/%7f",
    ])
    func refuses(raw: String) {
        #expect(RequestPath(percentEncoded: raw) == nil)
    }

    @Test func encodesForAHeader() {
        #expect(RequestPath.percentEncoded("địa bàn/100%?#\r\n") == "%C4%91%E1%BB%8Ba%20b%C3%A0n/100%25%3F%23%0D%0A")
    }
}

@Suite struct ByteRangeTests {
    @Test(
        arguments: [
            (nil, .whole), ("bytes=0-3", .part(0..<4)), ("bytes=4-", .part(4..<10)), ("bytes=-3", .part(7..<10)),
            ("bytes=-99", .part(0..<10)),
            ("bytes=9-9", .part(9..<10)), ("bytes=5-999", .part(5..<10)), ("Bytes=0-0", .part(0..<1)), ("bytes=10-", .unsatisfiable),
            ("bytes=10-12", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
            ("bytes=0-99999999999999999999", .part(0..<10)), ("bytes=3-2", .whole), ("bytes=0-1,4-5", .whole), ("bytes=-", .whole),
            ("bytes=", .whole), ("bytes=a-b", .whole), ("bytes=1--2", .whole), ("bytes=+1-2", .whole), ("lines=0-3", .whole), ("", .whole),
        ] as [(String?, ByteRange)])
    func readsTheField(field: String?, range: ByteRange) {
        #expect(ByteRange(field, size: 10) == range)
    }

    @Test func nothingOfAnEmptyFileCanBeAskedFor() {
        #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-1", size: 0) == .unsatisfiable)
        #expect(ByteRange(nil, size: 0) == .whole)
    }
}
