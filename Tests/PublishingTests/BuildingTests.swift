import Board
import Eligibility
import Foundation
import Publishing
import TestSupport
import Testing

/// Building a board again and again: what is written, and what is left alone.
@Suite struct BuildingTests {
    @Test func theFirstBuildWritesTheWholeSite() async throws {
        let site = try SiteFixture()
        let summary = try await site.build().summary()

        #expect(summary.pages == 32)
        #expect(summary.created == site.published().count - 2, "all but the marker and .gitignore")
        #expect((summary.replaced, summary.unchanged, summary.removed) == (0, 0, 0))
        #expect(try site.read("public/.bangvang").contains("bangvang"))
        #expect(try site.read("public/.gitignore").hasPrefix("*\n"))

        let page = try site.page("vinh-danh/2024/chi-bo-mau-a-2024/")
        #expect(page.contains("Chi bộ thôn Mẫu A: con đường hoa"))
        #expect(page.contains("10/QĐ-UBND"))
        for list in [
            "", "vinh-danh/", "nam/2024/", "linh-vuc/nong-thon-moi/", "dia-ban/xa-mau-a/", "ke-hoach/mau-2024/",
            "quyet-dinh/10-qd-ubnd-chu-tich-ubnd-xa-mau-a-2024-11-20/",
        ] {
            #expect(try site.page(list).contains("vinh-danh/2024/chi-bo-mau-a-2024/"), "\(list)")
        }
        #expect(try site.page("feed.xml").contains("con đường hoa"))
        #expect(try site.page("robots.txt").contains("Disallow: /"), "a sample asks not to be indexed")
    }

    @Test func picturesArePublishedWithoutWhatTheCameraWrote() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let picture = try site.bytes("public/vinh-danh/2024/chi-bo-mau-a-2024/chan-dung-16.jpg")
        #expect(picture.starts(with: [0xFF, 0xD8]))
        #expect(!String(decoding: picture, as: UTF8.self).contains(SamplePicture.comment))
    }

    @Test func theLedgerCountsEveryEntryOnce() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "status: ready", "status: draft")
        _ = try await site.build().summary()

        let ledger = try Ledger(site)
        #expect(ledger.entries == 3)
        #expect(ledger.fates.count == 3)
        #expect(ledger.counts.values.reduce(0, +) == 3)
        #expect(
            ledger.counts == ["published": 2, "draft": 1, "scheduled": 0, "withheld": 0, "under_review": 0, "withdrawn": 0, "revoked": 0])
        #expect(ledger.fates["ho-le-van-mau-2023"] == "draft")
        #expect(!site.hasPage("vinh-danh/2023/ho-le-van-mau-2023/"))
    }

    @Test func buildingAgainTouchesNothing() async throws {
        let site = try SiteFixture()
        let first = try await site.build().summary()
        let before = site.published()
        let second = try await site.build().summary()
        #expect((second.created, second.replaced, second.removed) == (0, 0, 0))
        #expect(second.unchanged == first.created)
        #expect(site.published() == before)
    }

    @Test func anEditedStoryRewritesItsPageOnly() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = site.published()
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "một buổi chiều", "một buổi sáng")
        let summary = try await site.build().summary()

        #expect(site.changes(since: before) == ["vinh-danh/2023/ho-le-van-mau-2023/index.html"])
        #expect((summary.created, summary.replaced, summary.removed) == (0, 1, 0))
        #expect(try site.page("vinh-danh/2023/ho-le-van-mau-2023/").contains("một buổi sáng"))
    }

    @Test func anEditedTitleRewritesTheListsThatShowIt() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = site.published()
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "lùi hàng rào", "nhường lối đi")
        _ = try await site.build().summary()

        let changes = site.changes(since: before)
        for list in ["vinh-danh/", "nam/2023/", "dia-ban/xa-mau-b/", "linh-vuc/nong-thon-moi/", "vinh-danh/2023/ho-le-van-mau-2023/"] {
            #expect(changes.contains(Route.file(for: list)), "\(list)")
            #expect(try site.page(list).contains("nhường lối đi"))
        }
        for list in ["nam/2024/", "linh-vuc/van-hoa-xa-hoi/", "dia-ban/xa-mau-a/", "gioi-thieu/", "404.html"] {
            #expect(!changes.contains(Route.file(for: list)), "\(list)")
        }
    }

    /// A page that is replaced gets a new inode: what was open, or linked to from an earlier release, stays whole.
    @Test func aReplacedPageIsANewFile() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let page = site.root + "/public/vinh-danh/2023/ho-le-van-mau-2023/index.html"
        let kept = site.root + "/ban-luu.html"
        try FileManager.default.linkItem(atPath: page, toPath: kept)
        let old = try #require(FileIdentity(of: page))
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "một buổi chiều", "một buổi sáng")
        _ = try await site.build().summary()

        let new = try #require(FileIdentity(of: page))
        #expect(new.inode != old.inode)
        #expect(try site.read("ban-luu.html").contains("một buổi chiều"))
        #expect(!site.published().keys.contains { $0.hasSuffix(".bangvang-moi") })
    }

    @Test func aReplacedPictureIsCopiedAnew() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = site.published()
        // The same picture, as another camera would have marked it.
        var picture = SamplePicture.jpeg
        picture.insert(contentsOf: [0xFF, 0xFE, 0, 4, 0x41, 0x42], at: 2)
        try site.write("content/entries/2024/chi-bo-mau-a-2024/hoat-dong.jpg", picture)
        let summary = try await site.build().summary()
        #expect(summary.replaced == 0, "without the marks it is the same picture")
        #expect(site.published() == before)
    }

    @Test func aBoardWithoutEntriesStillHasItsPages() async throws {
        let site = try SiteFixture()
        try site.remove("content/entries")
        let summary = try await site.build().summary()
        #expect(summary.pages > 0)
        #expect(try site.page("").contains("Bảng Vàng thử nghiệm"))
        #expect(try Ledger(site).entries == 0)
    }

    /// The ledger as other programs read it.
    private struct Ledger {
        var entries: Int
        var counts: [String: Int]
        var fates: [String: String]

        init(_ site: SiteFixture) throws {
            let object = try JSONSerialization.jsonObject(with: Data(try site.bytes(".bangvang/ledger.json"))) as? [String: Any] ?? [:]
            entries = object["entries"] as? Int ?? -1
            counts = object["counts"] as? [String: Int] ?? [:]
            let lines = object["fates"] as? [[String: Any]] ?? []
            fates = Dictionary(
                uniqueKeysWithValues: lines.compactMap { line in (line["id"] as? String).map { ($0, line["fate"] as? String ?? "") } })
        }
    }
}

extension SiteFixture {
    /// The published files that came, went or were written anew.
    func changes(since before: [String: FileIdentity]) -> [String] {
        let now = published()
        return Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
    }
}
