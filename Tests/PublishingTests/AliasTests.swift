import Board
import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// Addresses that pages had before.
@Suite struct AliasTests {
    private static let individual = "content/entries/2024/tran-thi-vi-du-2024.md"
    private static let household = "content/entries/2023/ho-le-van-mau-2023.md"
    private static let page = "vinh-danh/2024/tran-thi-vi-du-2024/"

    private static func site(_ aliases: String, in file: String = individual) throws -> SiteFixture {
        let site = try SiteFixture()
        try site.replace(in: file, "summary:", "aliases: [\(aliases)]\nsummary:")
        return site
    }

    @Test(arguments: [
        ("cu/ba-vi-du/", "cu/ba-vi-du/"), ("/cu/ba-vi-du", "cu/ba-vi-du/"), ("bai/12.html", "bai/12.html"),
        ("Tin-Tuc/Bà_Ví.htm", "Tin-Tuc/Bà_Ví.htm"),
    ])
    func anOldAddressLeadsOn(written: String, route: String) async throws {
        let site = try Self.site("\"\(written)\"")
        _ = try await site.build(base: "https://tinh.gov.vn/bang-vang/").summary()
        let text = try site.page(route)
        let target = "/bang-vang/" + Self.page
        #expect(text.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">"))
        #expect(text.contains("<a href=\"\(target)\">Bà Trần Thị Ví Dụ: giữ ngõ sạch</a>"))
        #expect(text.contains("<link rel=\"canonical\" href=\"https://tinh.gov.vn\(target)\">"))
        #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
    }

    @Test func aPreviewLeadsOnToo() async throws {
        let site = try Self.site("cu/ba-vi-du/")
        let board = PreviewBoard(site.options())
        try await board.refresh()
        guard case .page(let bytes, isFound: true) = try board.answer("/cu/ba-vi-du/") else {
            throw SiteFixture.Mistake(words: "no page")
        }
        #expect(String(decoding: bytes, as: UTF8.self).contains("url=/" + Self.page))
        guard case .redirect("/cu/ba-vi-du/") = try board.answer("/cu/ba-vi-du") else { throw SiteFixture.Mistake(words: "no slash") }
        for file in ["/du-lieu/vinh-danh.json", "/du-lieu/vinh-danh.csv", "/dia-ban/tinh-mau/feed.xml", "/robots.txt"] {
            guard case .bytes = try board.answer(file) else { throw SiteFixture.Mistake(words: "no \(file)") }
        }
    }

    @Test(arguments: [
        ("https://cu.gov.vn/bai/", "alias-invalid"), ("//cu.gov.vn/bai/", "alias-invalid"), ("bai?id=7", "alias-invalid"),
        ("bai/#muc", "alias-invalid"), ("../bai/", "alias-invalid"), ("a//b/", "alias-invalid"), ("", "alias-invalid"),
        ("/", "alias-invalid"),
        ("bai/%C4%91/", "alias-invalid"), ("a b/", "alias-invalid"), ("bai.aspx", "alias-invalid"), ("feed.xml/", "alias-invalid"),
        ("feed.xml/cu/", "alias-invalid"), ("bai\\\\cu/", "alias-invalid"), (".bangvang", "alias-invalid"),
        ("vinh-danh/", "alias-taken"), ("nam/2024", "alias-taken"), ("vinh-danh/2024/tran-thi-vi-du-2024/", "alias-taken"),
        ("vinh-danh/2024/chi-bo-mau-a-2024/", "alias-taken"), ("404.html", "alias-taken"), ("giao-dien/cu/", "alias-taken"),
        ("tep/cu/", "alias-taken"), ("du-lieu/", "alias-taken"),
    ])
    func whatCanNotBeAnOldAddressIsSaidAtItsPlace(written: String, code: String) async throws {
        let site = try Self.site("cu/truoc/, \"\(written)\"")
        let errors = try #require(try await site.build().refusal).filter { $0.severity == .error }
        #expect(errors.map(\.code) == [code])
        let error = try #require(errors.first)
        #expect(error.place?.path == Self.individual)
        #expect(error.place?.position?.line == 11)
        #expect(error.remedy != nil)
        #expect(!site.exists("public/index.html"))
    }

    @Test func oneAddressCanNotLeadToTwo() async throws {
        let site = try Self.site("cu/mot/")
        try site.replace(in: Self.household, "summary:", "aliases: [/cu/mot]\nsummary:")
        let errors = try #require(try await site.build().refusal).filter { $0.severity == .error }
        #expect(errors.map(\.code) == ["alias-taken"])
        let places = [errors.first?.place?.path, errors.first?.notes.first?.place?.path]
        #expect(Set(places) == [Self.individual, Self.household])
    }

    /// Whose entry is gone has no page to lead to, and its address may hold a name: the old one says the same.
    @Test func ofWhoIsGoneItTellsNothing() async throws {
        let site = try Self.site("cu/bai-7/")
        try site.replace(in: Self.individual, "status: ready", "status: withdrawn")
        _ = try await site.build().summary()
        #expect(try site.hasTombstone("cu/bai-7/"))
        #expect(try site.page("cu/bai-7/") == site.page(Self.page))
        #expect(try !site.publishedText().contains("tran-thi-vi-du"))
    }

    /// A take-down reaches the old addresses too.
    @Test func aTakeDownReachesOldAddresses() async throws {
        let site = try Self.site("vinh-danh/2024/ba-vi-du/")
        _ = try await site.build().summary()
        #expect(try site.page("vinh-danh/2024/ba-vi-du/").contains("Ví Dụ"))
        guard case .notPublished(let advice) = try await site.takeDown("ba-vi-du") else {
            throw SiteFixture.Mistake(words: "an old address was taken for an honour")
        }
        #expect(advice.meant != "ba-vi-du" && advice.gone == nil)
        guard case .done = try await site.takeDown("tran-thi-vi-du-2024") else { throw SiteFixture.Mistake(words: "not taken down") }
        #expect(try !site.publishedText().contains("Ví Dụ"))
        #expect(try site.hasTombstone("vinh-danh/2024/ba-vi-du/"))
        #expect(try site.read(".bangvang/may-chu/nginx.conf").contains("location = \"/vinh-danh/2024/ba-vi-du/\" { error_page 410"))
    }

    /// With another id, and the address of before among the old ones, nobody is lost; without, the build stops as ever.
    @Test func anEntryMayChangeItsID() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.replace(in: Self.individual, "title: \"Bà", "id: ba-vi-du-2024\ntitle: \"Bà")
        guard case .wouldRemove(_, ["tran-thi-vi-du-2024"]) = try await site.build() else {
            throw SiteFixture.Mistake(words: "not stopped")
        }
        try site.replace(in: Self.individual, "summary:", "aliases: [\(Self.page)]\nsummary:")
        _ = try await site.build().summary()
        #expect(try site.hasHonour("vinh-danh/2024/ba-vi-du-2024/"))
        #expect(try site.page(Self.page).contains("url=/vinh-danh/2024/ba-vi-du-2024/"))
        // The old address is no honour that a later build would have to keep.
        try site.replace(in: Self.individual, "aliases: [\(Self.page)]\n", "")
        _ = try await site.build().summary()
        #expect(!site.hasPage(Self.page))
    }

    /// A story may still link to the address that a page had.
    @Test func storiesMayLinkToOldAddresses() async throws {
        let site = try Self.site("cu/ba-vi-du/")
        try site.replace(
            in: Self.household, "Cả nhà", "Xem [bà Ví Dụ](/cu/ba-vi-du/), [dữ liệu](/du-lieu/). Cả nhà")
        _ = try await site.build().summary()
    }
}
