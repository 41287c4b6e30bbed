import Diagnostics
import Entries
import Formats
import Testing

@Suite struct BodyParserTests {
    private static let path = "content/entries/2021/mau/index.md"

    private func parse(_ markdown: String) -> Diagnosed<Entry.Body> {
        let text = SourceText(path: Self.path, text: markdown)
        return BodyParser.parse(text.bytes[...], path: Self.path, firstLine: 11)
    }

    /// What a link or picture means: kind, path, fragment.
    @Test(
        arguments: [
            ("[a](../khac/index.md)", "document entries/2021/khac/index.md "),
            ("[a](../khac/index.md#thanh-tich)", "document entries/2021/khac/index.md #thanh-tich"),
            ("[a](/entries/2020/cu.md)", "document entries/2020/cu.md "),
            ("[a](../../../pages/gioi-thieu.md)", "document pages/gioi-thieu.md "),
            ("[a](/nam/2021/)", "address /nam/2021/ "), ("[a](/linh-vuc/kinh-te/#dau)", "address /linh-vuc/kinh-te/ #dau"),
            ("[a](/)", "address / "),
            ("[a](/tim-kiem)", "address /tim-kiem "), ("[a](ke-hoach.pdf)", "file entries/2021/mau/ke-hoach.pdf "),
            ("[a](/media/x.pdf)", "file media/x.pdf "),
            ("[a](media/x.pdf)", "file media/x.pdf "), ("[a](./x.pdf)", "file entries/2021/mau/x.pdf "),
            ("[a](<bản kê.pdf>)", "file entries/2021/mau/bản kê.pdf "),
            ("[a](b%E1%BA%A3n%20k%C3%AA.pdf)", "file entries/2021/mau/bản kê.pdf "),
            ("![a](a.jpg)", "file entries/2021/mau/a.jpg image"), ("![a](/media/%C4%91%E1%BA%A5t.jpg)", "file media/đất.jpg image"),
            ("![a](/media/anh)", "file media/anh image"), ("![a](../mau/a.jpg)", "file entries/2021/mau/a.jpg image"),
        ])
    func leadTo(_ markdown: String, _ expected: String) throws {
        let read = parse(markdown)
        #expect(read.diagnostics.isEmpty)
        let target = try #require(read.value.targets.first)
        #expect("\(target.kind) \(target.path) \(target.fragment)\(target.isImage ? "image" : "")" == expected)
        #expect(read.value.html.insertions.count == 1)
    }

    /// Addresses that stay as they are: elsewhere, or on the page itself.
    @Test(arguments: [
        "https://example.vn/a.md", "mailto:a@example.vn", "tel:0123", "//example.vn/a", "#noi-dung", "#top", "HTTPS://example.vn",
    ])
    func stayAsWritten(_ address: String) {
        let read = parse("[a](\(address))")
        #expect(read.value.targets.isEmpty && read.diagnostics.isEmpty)
        #expect(String(decoding: read.value.html.bytes, as: UTF8.self).contains("href=\"\(address)\""))
    }

    /// What an author meant to fill in later.
    @Test(arguments: [
        ("Xem [quyết định]() này", "link-leads-nowhere", "viết: quyết định."), ("Xem [trang](#)", "link-leads-nowhere", "viết: trang."),
        ("![Buổi họp]()", "picture-without-file", "![Buổi họp](anh.jpg)"),
    ])
    func leadNowhere(_ markdown: String, _ code: String, _ remedy: String) {
        let found = parse(markdown).diagnostics
        #expect(found.map(\.code) == [code] && found.first?.place?.position?.line == 11)
        #expect(found.first?.remedy?.vi.contains(remedy) == true, "\(found)")
    }

    @Test(arguments: [
        "../../../../a.jpg", "/../a.jpg", "media/../../a.jpg", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/a.jpg", "..%2F..%2F..%2F..%2Fa.jpg",
    ])
    func neverLeaveContent(_ address: String) {
        let read = parse("Xem\n![a](\(address))")
        #expect(summary(read.diagnostics) == ["link-leaves-content 12:6"])
        #expect(read.value.targets.isEmpty)
    }

    @Test func severalInTheirOrder() {
        let read = parse(
            "[một](a.pdf) ![hai](b.jpg) [ba](javascript:x) [bốn](https://x.vn)\n\n![năm](c.jpg) [sáu](a.pdf) [một lần nữa](a.pdf)\n")
        #expect(summary(read.diagnostics) == ["markdown-unsafe-link 11:33"])
        let targets = read.value.targets
        #expect(targets.map(\.path).sorted() == ["a.pdf", "a.pdf", "a.pdf", "b.jpg", "c.jpg"].map { "entries/2021/mau/" + $0 })
        let places = targets.map { "\($0.position.line):\($0.position.column)+\($0.length)" }
        #expect(Set(places) == ["11:7+5", "11:21+5", "13:8+5", "13:21+5", "13:42+5"])
        // Each gap of the page is filled by the target that stands there.
        var page: [UInt8] = []
        read.value.html.append(to: &page) { target in Array("<\(targets[target].position.line):\(targets[target].position.column)>".utf8) }
        let html = String(decoding: page, as: UTF8.self)
        #expect(html.contains("<a href=\"<11:7>\">một</a>") && html.contains("</a> <11:21> <a"))
        #expect(targets.filter(\.isImage).map(\.text) == ["hai", "năm"])
        #expect(html.contains("<p><13:8> <a") && html.contains("<a href=\"<13:42>\">một lần nữa</a>"))
    }

    @Test func sectionsHoldTheirSubsections() {
        let body = parse(
            "Mở đầu bài.\n\n## Một\n\nhai chữ\n\n### Một con\n\nba chữ nữa\n\n#### Sâu\n\nsâu\n\n## Hai\n\n# Trên\n\n### Dưới\n\nchữ\n"
        ).value
        #expect(body.sections.map { "\($0.title) \($0.words)" } == ["Một 9", "Một con 5", "Sâu 1", "Hai 0", "Trên 2", "Dưới 1"])
        #expect(body.sections.map(\.position.line) == [13, 17, 21, 25, 27, 29])
        // The titles' words count as words of the text.
        #expect(body.words == 17)
    }

    @Test func anEmptyBody() {
        let read = parse("")
        #expect(read.diagnostics.isEmpty && read.value.words == 0 && read.value.sections.isEmpty && read.value.html.bytes.isEmpty)
    }
}

@Suite struct ContentPathTests {
    @Test(
        arguments: [
            ("a.jpg", "entries/2021/mau/a.jpg"), ("media/a.jpg", "media/a.jpg"), ("/media/a.jpg", "media/a.jpg"),
            ("/entries/a.jpg", "entries/a.jpg"),
            ("../a.jpg", "entries/2021/a.jpg"), ("../../../media/a.jpg", "media/a.jpg"), ("./././a.jpg", "entries/2021/mau/a.jpg"),
            ("a//b.jpg", "entries/2021/mau/a/b.jpg"),
            ("media", "entries/2021/mau/media"), ("/media/./../pages/a.md", "pages/a.md"),
            ("đất nước.jpg", "entries/2021/mau/đất nước.jpg"),
            ("../../../../a.jpg", nil), ("/..", nil), ("/", nil), ("media/..", nil), ("../../..", nil),
        ] as [(String, String?)])
    func resolves(_ reference: String, _ expected: String?) {
        #expect((try? ContentPath.resolve(reference, from: "content/entries/2021/mau/index.md")) == expected)
    }

    @Test(
        arguments: [
            ("a.jpg", "a.jpg"), ("a%20b.jpg", "a b.jpg"), ("%C3%A2", "â"), ("a%CC%82", "â"), ("100%", "100%"), ("%zz", "%zz"),
            ("%+f", "%+f"), ("%-1", "%-1"), ("%4", "%4"),
            ("%FF", "%FF"), ("%2541", "%41"), ("", ""),
        ])
    func decodesPercents(_ text: String, _ expected: String) {
        #expect(ContentPath.percentDecoded(text) == expected)
    }
}

@Suite struct TextPageParserTests {
    private func parse(_ text: String) -> Diagnosed<TextPage?> {
        TextPageParser.parse(SourceText(path: "content/pages/gioi-thieu.md", text: text))
    }

    @Test func readsAPage() throws {
        let read = parse("---\ntitle: Giới thiệu\ndescription: Mô tả\nslug: ve-bang-vang\n---\nXin chào.\n")
        #expect(read.diagnostics.isEmpty)
        let page = try #require(read.value)
        #expect((page.title, page.description, page.route, page.body.words) == ("Giới thiệu", "Mô tả", "ve-bang-vang/", 2))
        #expect(parse("---\ntitle: A\n---\n").value?.route == "gioi-thieu/", "the file's name")
    }

    @Test(arguments: [
        ("---\nslug: a\n---\n", ["missing-key 2:1"]), ("---\ntitle: A\nlayout: x\n---\n", ["unknown-key 3:1"]),
        ("Xin chào.\n", ["front-matter-missing 1:1"]),
    ])
    func refusals(_ text: String, _ expected: [String]) {
        #expect(summary(parse(text).diagnostics) == expected)
    }
}

/// The text of a story as rules read it.
@Suite struct BodyTextTests {
    @Test(
        arguments: [
            ("Một **hai** *ba* `bốn`.", "Một hai ba bốn."), ("Dòng một\ndòng hai", "Dòng một\ndòng hai"), ("Một\\\nhai", "Một\nhai"),
            ("[Chữ](https://example.vn/5%25) sau", "Chữ sau"), ("![58 hộ](/media/a.jpg) sau", " sau"),
            ("a < b & c > \"d\"", "a < b & c > \"d\""),
            ("&amp;lt; &copy;", "&lt; ©"), ("Một\n\nHai", "Một\n\nHai"), ("# Đề mục\n\nNội dung", "Đề mục\n\nNội dung"),
            ("- một\n- hai", "một\n\nhai"),
            ("> Lời", "Lời"), ("    5 < 6", "5 < 6"), ("Trước\n\n---\n\nSau", "Trước\n\nSau"), ("", ""), ("[a](x.md \"5 > 4\") b", "a b"),
        ])
    func isWhatReadersSee(_ markdown: String, _ expected: String) {
        let text = SourceText(path: "content/entries/2021/mau/index.md", text: markdown)
        let body = BodyParser.parse(text.bytes[...], path: text.path, firstLine: 1).value
        // Any number of line ends above one parts blocks.
        let lines = String(decoding: body.text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        for line in lines where !(line.isEmpty && kept.last?.isEmpty ?? true) { kept.append(line) }
        while kept.last?.isEmpty == true { kept.removeLast() }
        #expect(kept.joined(separator: "\n") == expected)
    }
}
