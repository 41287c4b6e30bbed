import Board
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The check of every link on the rendered pages.
@Suite struct LinkCheckTests {
    private static let layout = "site-templates/layouts/base.mustache"
    private static let mark = "<footer class=\"site-foot\">"

    /// What is wrong with the board once this stands on every page.
    private static func findings(_ markup: String, base: String? = nil) async throws -> [Diagnostic] {
        let site = try SiteFixture()
        try site.replace(in: layout, mark, markup + mark)
        return try await site.build(base: base).refusal ?? []
    }

    @Test(arguments: [
        ("<a href=\"/khong-co/\">x</a>", "/khong-co/"), ("<a href=\"/vinh-danh\">x</a>", "/vinh-danh"),
        ("<a href=khong-co/>x</a>", "khong-co/"),
        ("<img src='/anh.png' alt=''>", "/anh.png"), ("<a href=\"#khong-co\">x</a>", "#khong-co"),
        ("<a href=\"/nam/#khong-co\">x</a>", "/nam/#khong-co"),
        ("<a href=\"https://bangvang.example.vn/khong-co/\">x</a>", "https://bangvang.example.vn/khong-co/"),
        ("<source srcset=\"/giao-dien/khong-co.webp 320w, /anh2.webp 640w\">", "/giao-dien/khong-co.webp"),
        ("<video poster=\"/bia.jpg\"></video>", "/bia.jpg"), ("<form action=\"/gui/\"></form>", "/gui/"),
        ("<a href=\"/nam/?a=1&amp;b=2#khong\">x</a>", "/nam/?a=1&amp;b=2#khong"), ("<a class=\"x\" href=\"\">x</a>", ""),
        ("<meta property=\"og:image\" content=\"https://bangvang.example.vn/anh.jpg\">", "https://bangvang.example.vn/anh.jpg"),
    ])
    func aLinkOfATemplateThatLeadsNowhereStopsTheBuild(markup: String, link: String) async throws {
        let found = try await Self.findings(markup).filter { $0.code == "page-link-broken" }
        let first = try #require(found.first)
        #expect(first.severity == .error && first.remedy != nil)
        let words = link.isEmpty ? "liên kết trống" : "“\(link)”"
        #expect(found.contains { $0.message.vi.contains(words) }, "\(found.map(\.message.vi))")
        // The same mistake on every page is told once.
        if !link.hasPrefix("khong") { #expect(found.count == (markup.contains("srcset") ? 2 : 1), "\(found.map(\.message.vi))") }
    }

    @Test(arguments: [
        "<a href=\"#noi-dung\">x</a>", "<a href=\"#\">x</a>", "<a href=\"#top\">x</a>", "<a href=\"/nam/#noi-dung\">x</a>",
        "<a href=\"/nam/?xem=1\">x</a>", "<a href=\"https://example.vn/khong-co/\">x</a>", "<a href=\"mailto:a@example.vn\">x</a>",
        "<a href=\"//example.vn/x\">x</a>", "<p>href=\"/khong-co/\"</p>", "<!-- <a href=\"/khong-co/\"> -->", "<a href=\"/feed.xml\">x</a>",
        "<a href=\"/du-lieu/vinh-danh.csv\">x</a>", "<p id=\"đường\"></p><a href=\"#%C4%91%C6%B0%E1%BB%9Dng\">x</a>",
    ])
    func whatLeadsSomewhereIsLeftAlone(markup: String) async throws {
        #expect(try await Self.findings(markup).map(\.message.vi) == [])
    }

    /// In a folder of a portal, the portal's own addresses are the portal's.
    @Test func thePortalsOwnPagesAreNotOurs() async throws {
        #expect(try await Self.findings("<a href=\"/lien-he/\">x</a>", base: "https://tinh.gov.vn/bang-vang/").isEmpty)
        #expect(try await Self.findings("<a href=\"/bang-vang/lien-he/\">x</a>", base: "https://tinh.gov.vn/bang-vang/").count == 1)
    }

    @Test func nothingIsPutInPlace() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let (before, bytes, rules) = (site.published(), try site.publishedBytes(), try site.bytes(".bangvang/may-chu/nginx.conf"))
        let manifest = try site.bytes(".bangvang/manifest")
        try site.replace(in: Self.layout, Self.mark, "<a href=\"/khong-co/\">x</a>" + Self.mark)
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "summary:", "aliases: [cu/]\nsummary:")
        #expect(try await site.build().refusal?.contains { $0.code == "page-link-broken" } == true)
        #expect(site.published() == before)
        #expect(try site.publishedBytes() == bytes)
        #expect(try site.bytes(".bangvang/may-chu/nginx.conf") == rules)
        #expect(try site.bytes(".bangvang/manifest") == manifest)
        // Taking somebody down does not wait for a link.
        guard case .done = try await site.takeDown("tran-thi-vi-du-2024") else { throw SiteFixture.Mistake(words: "not taken down") }
    }

    /// A link in a template for entries is told at the entry, or by the page's address.
    @Test func aPageIsNamed() async throws {
        let site = try SiteFixture()
        try site.replace(in: "site-templates/pages/terms.mustache", "{{$content}}", "{{$content}}<a href=\"/khong-co/\">x</a>")
        let found = try #require(try await site.build().refusal).filter { $0.code == "page-link-broken" }
        #expect(found.map(\.message.vi) == ["Trang /nam/ có liên kết “/khong-co/” không dẫn tới đâu cả."])
    }

    // MARK: The parts

    @Test(arguments: [
        ("<a href=x>", ["x"]), ("<a\nhref = 'x y' title=\"<\">", ["x y"]), ("<A hreflang=\"vi\" href=\"a>b\"/>", ["a>b"]),
        ("<script src=a>var x = '<a href=b>'</script><a href=c>", ["a", "c"]), ("<style><a href=b></style><a href=c>", ["c"]),
        ("a < b <a href=\"c\">", ["c"]), ("<a href=\"không hết", []), ("<!doctype html><a href=c", ["c"]), ("</a href=\"b\">", []),
        ("<img srcset=\" a 1x,b 2x , c\" data-src=\"d\">", ["a", "b", "c"]), ("<svg><use href=\"#m\"/></svg>", ["#m"]), ("<!-- -", []),
        ("<", []),
    ])
    func linksInMarkup(markup: String, links: [String]) {
        var found: [String] = []
        LinkScanner.scan(Array(markup.utf8)) { finding in
            if case .link(let link) = finding { found.append(String(decoding: link, as: UTF8.self)) }
        }
        #expect(found == links)
    }

    @Test(arguments: [
        ("../2023/x/", "vinh-danh/2023/x/"), ("./", "vinh-danh/2024/"), ("..", "vinh-danh/"), ("a.jpg", "vinh-danh/2024/a.jpg"),
        ("../../../../x", "x"), ("?q=1", "vinh-danh/2024/"),
    ])
    func relativeAddresses(link: String, route: String) throws {
        let base = try #require(BaseAddress("https://tinh.gov.vn/bv/"))
        #expect(LinkTarget(link.utf8, on: "vinh-danh/2024/", base: base) == .board(route: Array(route.utf8), fragment: []))
    }
}
