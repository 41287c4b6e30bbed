import Board
import Diagnostics
import Eligibility
import Entries
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
        "<a href=\"/nam/?xem=1\">x</a>", "<a href=\"https://example.vn/khong-co/\">x</a>",
        "<a href=\"mailto:lienhe@bangvang.example.vn\">x</a>",
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

    /// Wherever it is found, a link of a template is told at the template's line: in a check, a preview and a build.
    @Test(arguments: ["/khong-co/", "{{head.canonical}}khong-co/", "#khong-co"])
    func theTemplatesLineIsNamed(link: String) async throws {
        let site = try SiteFixture()
        let template = "site-templates/pages/decisions.mustache"
        try site.replace(in: template, "{{$content}}", "{{$content}}\n<p><a href=\"\(link)\">x</a></p>")
        for found in [try await site.check().diagnostics, try await site.build().refusal ?? []] {
            #expect(found.filter { $0.code == "page-link-broken" }.map { $0.place?.description } == ["\(template):3:13"])
        }
        guard link.hasPrefix("/") else { return }
        let board = PreviewBoard(site.options())
        #expect(try await board.refresh().contains { $0.code == "page-link-broken" && $0.place?.path == template })
    }

    /// A template that includes itself without end stops a build with a finding, not as a fault of the program, and the check
    /// finds it as well.
    @Test func aTemplateWithoutEndIsAFinding() async throws {
        let site = try SiteFixture()
        try site.write("site-templates/partials/vong.mustache", "{{#provinces}}x{{/provinces}}{{>partials/vong}}\n")
        try site.replace(in: "site-templates/pages/places.mustache", "{{$content}}", "{{$content}}{{>partials/vong}}")
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(!found.isEmpty && found.allSatisfy { $0.place?.path == "site-templates/partials/vong.mustache" })
        #expect(try await site.build().refusal?.filter { $0.severity == .error }.map(\.oneLine) == found.map(\.oneLine))
    }

    /// What a build would stop for since it disappears, the check says before.
    @Test func whatWouldDisappearIsSaid() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.remove("content/entries/2024/tran-thi-vi-du-2024.md")
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code) == ["would-disappear"])
        guard case .wouldRemove(_, ["tran-thi-vi-du-2024"]) = try await site.build() else {
            throw SiteFixture.Mistake(words: "not stopped")
        }
    }

    /// An entry with a broken link is held back, and the rest is published; who links to it is not held back in its turn.
    @Test func aBrokenLinkIsTheEntrysOwn() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/entries/2024/tran-thi-vi-du-2024.md", "(/nam/)", "(#khong-co)")
        try site.replace(
            in: "content/entries/2023/ho-le-van-mau-2023.md", "Cả nhà",
            "[Bà](/vinh-danh/2024/tran-thi-vi-du-2024/) và [bà](../2024/tran-thi-vi-du-2024.md). Cả nhà")
        #expect(try await site.build().refusal?.filter { $0.severity == .error }.map(\.code) == ["unknown-heading"])
        let summary = try await site.build(withholding: true).summary()
        #expect(summary.ledger.lines.filter { $0.fate == .withheld }.map(\.id) == ["tran-thi-vi-du-2024"])
        let story = try site.page("vinh-danh/2023/ho-le-van-mau-2023/")
        #expect(story.contains("<a href=\"/vinh-danh/\">Bà</a> và <a href=\"/vinh-danh/\">bà</a>"))
    }

    /// Headings have ids, and what links name is found by id or by words.
    @Test func headingsCanBeLinkedTo() async throws {
        let site = try SiteFixture()
        let path = "content/entries/2024/chi-bo-mau-a-2024/index.md"
        try site.replace(
            in: path, "mỗi hộ một đoạn.\n",
            "mỗi hộ một đoạn. [Ở trên](#thanh-tich-dat-duoc), [căn cứ](#can-cu), [lời kể](#Lời%20kể).\n\n### Lời kể\n\nA.\n\n### Căn cứ\n\nB.\n\n> ### Lời kể\n"
        )
        try site.replace(
            in: "content/entries/2023/ho-le-van-mau-2023.md", "Cả nhà",
            "[Chi bộ](../2024/chi-bo-mau-a-2024/index.md#lời-kể), [nữa](/vinh-danh/2024/chi-bo-mau-a-2024/#loi-ke-2). Cả nhà")
        _ = try await site.build().summary()
        let page = try site.page("vinh-danh/2024/chi-bo-mau-a-2024/")
        for heading in ["<h2 id=\"thanh-tich-dat-duoc\">", "<h3 id=\"loi-ke\">", "<h3 id=\"can-cu-2\">", "<h3 id=\"loi-ke-2\">"] {
            #expect(page.contains(heading), "\(heading)")
        }
        for link in ["href=\"#thanh-tich-dat-duoc\"", "href=\"#can-cu-2\"", "href=\"#loi-ke\""] { #expect(page.contains(link), "\(link)") }
        let other = try site.page("vinh-danh/2023/ho-le-van-mau-2023/")
        #expect(other.contains("href=\"/vinh-danh/2024/chi-bo-mau-a-2024/#loi-ke\""))
        #expect(other.contains("href=\"/vinh-danh/2024/chi-bo-mau-a-2024/#loi-ke-2\""))
    }

    /// No heading gets the id of a part of the layout: the list of those is that of the templates.
    @Test func theLayoutsOwnIDsAreKnown() throws {
        let site = try SiteFixture()
        var ids: Set<String> = []
        for file in FileTree.identities(in: site.root + "/site-templates").keys where file.hasSuffix(".mustache") {
            for match in try site.read("site-templates/" + file).matches(of: /id="([a-z0-9-]+)"/) { ids.insert(String(match.1)) }
        }
        #expect(ids.count > 10)
        #expect(ids.subtracting(Entry.Body.pageIDs) == [])
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
