import Eligibility
import Foundation
import Publishing
import TestSupport
import Testing

/// What stays at the address of an honour that went, through builds, take-downs and accidents.
@Suite struct TombstoneStoryTests {
    private static let collective = "content/entries/2024/chi-bo-mau-a-2024/index.md"
    private static let individual = "content/entries/2024/tran-thi-vi-du-2024.md"
    private static let page = "vinh-danh/2024/chi-bo-mau-a-2024/"
    private static let other = "vinh-danh/2024/tran-thi-vi-du-2024/"

    /// What the page says in each case, and what it must not say.
    @Test(arguments: [
        (
            "content/registers/awards.csv", "“Dân vận khéo”,valid,,", "“Dân vận khéo”,revoked,2025-02-01,20/QĐ-UBND",
            ["Quyết định đã bị thu hồi", "20/QĐ-UBND", "01/02/2025"], ["tạm thời"]
        ),
        ("content/registers/awards.csv", "“Dân vận khéo”,valid,,", "“Dân vận khéo”,revoked,,", ["Quyết định đã bị thu hồi"], ["ngày"]),
        (
            "content/registers/awards.csv", "“Dân vận khéo”,valid,,", "“Dân vận khéo”,under_review,,",
            ["tạm thời không được công bố"], ["xem xét", "thu hồi"]
        ),
        (collective, "status: ready", "status: withdrawn", ["không còn được công bố"], ["rút", "thu hồi", "tạm thời"]),
    ])
    func itSaysAsMuchAsItMay(file: String, old: String, new: String, said: [String], unsaid: [String]) async throws {
        let site = try SiteFixture()
        try site.endSample()
        _ = try await site.build().summary()
        try site.replace(in: file, old, new)
        _ = try await site.build().summary()
        #expect(try site.hasTombstone(Self.page))
        let text = try #require(try site.page(Self.page).firstMatch(of: /(?s)<main.*<\/main>/)).output
        for words in said { #expect(text.contains(words), "\(words)") }
        for words in unsaid { #expect(!text.contains(words), "\(words)") }
        for words in ["Mẫu A", "con đường hoa", "chi-bo-mau-a", "10/QĐ-UBND", "chan-dung", "2024", "canonical"] {
            #expect(try !site.page(Self.page).contains(words), "\(words)")
        }
        #expect(try !site.page("sitemap.xml").contains("chi-bo-mau-a-2024"))
    }

    @Test func whoIsClearedComesBack() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = try site.publishedBytes()
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid", "“Dân vận khéo”,under_review")
        _ = try await site.build().summary()
        #expect(try site.hasTombstone(Self.page))
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,under_review", "“Dân vận khéo”,valid")
        _ = try await site.build().summary()
        #expect(try site.publishedBytes() == before)
        // And is guarded again as every honour is.
        try site.replace(in: Self.collective, "status: ready", "status: draft")
        guard case .wouldRemove(_, let ids) = try await site.build() else { throw SiteFixture.Mistake(words: "the build went on") }
        #expect(ids == ["chi-bo-mau-a-2024"])
    }

    /// A tombstone is no honour: with the entry's file gone, it goes without being named.
    @Test func itGoesWithTheEntrysFile() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.collective, "status: ready", "status: withdrawn")
        _ = try await site.build().summary()
        #expect(try site.hasTombstone(Self.page))
        try site.remove("content/entries/2024/chi-bo-mau-a-2024")
        _ = try await site.build().summary()
        #expect(!site.exists("public/vinh-danh/2024/chi-bo-mau-a-2024"))
    }

    @Test func aTakeDownLeavesTheOthersTombstonesAndFatesAsTheyAre() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid,,", "“Dân vận khéo”,revoked,2025-02-01,20/QĐ-UBND")
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "status: ready", "status: draft")
        _ = try await site.build().summary()
        let revoked = try site.page(Self.page)
        guard case .done(let summary, _) = try await site.takeDown("tran-thi-vi-du-2024") else {
            throw SiteFixture.Mistake(words: "nothing was taken down")
        }
        #expect(try site.hasTombstone(Self.other))
        #expect(try site.page(Self.page) == revoked)
        #expect(!site.hasPage("vinh-danh/2023/ho-le-van-mau-2023/"), "a draft has no page of any kind")
        let fates = Dictionary(uniqueKeysWithValues: summary.ledger.lines.map { ($0.id, $0.fate) })
        #expect(fates == ["chi-bo-mau-a-2024": .revoked, "tran-thi-vi-du-2024": .withdrawn, "ho-le-van-mau-2023": .draft])
    }

    /// In a folder built with drafts too, a draft that was taken down does not come back with the next take-down.
    @Test func aDraftThatWasTakenDownStaysDown() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "status: ready", "status: draft")
        _ = try await site.build(drafts: true).summary()
        #expect(try site.hasHonour(Self.other))
        _ = try await site.takeDown("tran-thi-vi-du-2024")
        try site.write(".bangvang/taken-down", "")
        _ = try await site.takeDown("chi-bo-mau-a-2024")
        #expect(try !site.hasHonour(Self.other) && !site.publishedText().contains("Trần Thị Ví Dụ"))
    }

    @Test func aTombstoneCanNotBeTakenDown() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid", "“Dân vận khéo”,revoked")
        _ = try await site.build().summary()
        guard case .notPublished(let advice) = try await site.takeDown("chi-bo-mau-a-2024") else {
            throw SiteFixture.Mistake(words: "a tombstone was taken down")
        }
        // It never was on this site.
        #expect(advice.meant == nil && advice.gone == nil)
    }

    /// A build may be cut off when the pages are in place and the manifest is not. Then the page decides.
    @Test func aManifestThatIsBehindHidesNobody() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "status: ready", "status: withdrawn")
        _ = try await site.build().summary()
        let behind = try site.bytes(".bangvang/manifest")
        try site.replace(in: Self.individual, "status: withdrawn", "status: ready")
        _ = try await site.build().summary()
        #expect(try site.hasHonour(Self.other))
        try site.write(".bangvang/manifest", behind)

        guard case .done = try await site.takeDown("tran-thi-vi-du-2024") else {
            throw SiteFixture.Mistake(words: "the honour that stands there was taken for a tombstone")
        }
        #expect(try site.hasTombstone(Self.other))
    }

    /// Without a manifest nobody can tell a tombstone from an honour's page: it is guarded as one.
    @Test func withoutAManifestEveryPageIsGuarded() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.collective, "status: ready", "status: withdrawn")
        _ = try await site.build().summary()
        try site.remove(".bangvang")
        let again = try await site.build().summary()
        #expect((again.created, again.replaced, again.removed) == (0, 0, 0))
        try site.remove(".bangvang")
        try site.remove("content/entries/2024/chi-bo-mau-a-2024")
        guard case .wouldRemove(_, let ids) = try await site.build() else { throw SiteFixture.Mistake(words: "the build went on") }
        #expect(ids == ["chi-bo-mau-a-2024"])
    }

    @Test func whatNeverWasOnTheBoardLeavesNothing() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.collective, "status: ready", "status: draft")
        try site.replace(in: Self.individual, "{status: ready,", "{status: ready, from: 20/12/2025,")
        _ = try await site.build().summary()
        #expect(!site.exists("public/" + Self.page) && !site.exists("public/" + Self.other))
    }
}
