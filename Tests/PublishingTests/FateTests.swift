import Diagnostics
import Eligibility
import Formats
import Publishing
import TestSupport
import Testing

/// How an honour comes onto the board and leaves it again.
@Suite struct FateTests {
    private static let collective = "content/entries/2024/chi-bo-mau-a-2024/index.md"
    private static let individual = "content/entries/2024/tran-thi-vi-du-2024.md"
    private static let page = "vinh-danh/2024/chi-bo-mau-a-2024/"

    /// A file deleted by mistake must not take an honour off the board unnoticed.
    @Test func aDeletedEntryStopsTheBuild() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = site.published()
        try site.remove(Self.individual)

        guard case .wouldRemove(_, let ids) = try await site.build() else { throw SiteFixture.Mistake(words: "the build went on") }
        #expect(ids == ["tran-thi-vi-du-2024"])
        #expect(site.published() == before)

        _ = try await site.build(removing: ["tran-thi-vi-du-2024"]).summary()
        #expect(!site.hasPage("vinh-danh/2024/tran-thi-vi-du-2024/"))
        #expect(!site.exists("public/vinh-danh/2024/tran-thi-vi-du-2024"), "no empty folder is left")
        #expect(try !site.page("vinh-danh/").contains("tran-thi-vi-du"))
    }

    @Test func aDraftAgainStopsTheBuildToo() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.replace(in: Self.individual, "status: ready", "status: draft")
        guard case .wouldRemove(_, let ids) = try await site.build() else { throw SiteFixture.Mistake(words: "the build went on") }
        #expect(ids == ["tran-thi-vi-du-2024"])
    }

    @Test func aWithdrawnEntryGoesWithItsPictures() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        #expect(site.exists("public/" + Self.page + "chan-dung-16.jpg"))
        try site.replace(in: Self.collective, "status: ready", "status: withdrawn")
        let summary = try await site.build().summary()

        #expect(summary.removed >= 3)
        #expect(try site.hasTombstone(Self.page))
        #expect(try !site.publishedText().contains("chi-bo-mau-a-2024"))
    }

    @Test(arguments: [("revoked", Fate.revoked), ("under_review", Fate.underReview)])
    func aDecisionThatNoLongerStandsTakesThePageDown(status: String, fate: Fate) async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid", "“Dân vận khéo”,\(status)")
        let summary = try await site.build().summary()
        #expect(summary.ledger.counts.first { $0.fate == fate }?.count == 1)
        #expect(try site.hasTombstone(Self.page))
        #expect(try !site.publishedText().contains("chi-bo-mau-a-2024"))
    }

    @Test func anEntryWaitsForItsDay() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.collective, "{status: ready}", "{status: ready, from: 20/12/2025}")
        _ = try await site.build().summary()
        #expect(!site.hasPage(Self.page))
        _ = try await site.build(asOf: CalendarDay(year: 2025, month: 12, day: 19)!).summary()
        #expect(!site.hasPage(Self.page))
        _ = try await site.build(asOf: CalendarDay(year: 2025, month: 12, day: 20)!).summary()
        #expect(site.hasPage(Self.page))
    }

    @Test func anAwardWaitsForItsAnnouncement() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid,,,", "“Dân vận khéo”,valid,,,2025-12-20")
        let summary = try await site.build().summary()
        #expect(summary.ledger.counts.first { $0.fate == .scheduled }?.count == 1)
        #expect(!site.hasPage(Self.page))
        _ = try await site.build(asOf: CalendarDay(year: 2025, month: 12, day: 20)!).summary()
        #expect(site.hasPage(Self.page))
    }

    /// A preview with drafts may be followed by a build without them: their going is no loss.
    @Test func draftsComeAndGo() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "status: ready", "status: draft")
        _ = try await site.build(drafts: true).summary()
        #expect(site.hasPage("vinh-danh/2024/tran-thi-vi-du-2024/"))
        _ = try await site.build().summary()
        #expect(!site.hasPage("vinh-danh/2024/tran-thi-vi-du-2024/"))
    }

    @Test func anIneligibleEntryStopsTheBuildUnlessItIsWithheld() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        #expect(try await site.build().refusal?.contains { $0.clause?.rule == "MA-02" } == true)
        #expect(!site.exists("public"))

        let summary = try await site.build(withholding: true).summary()
        #expect(summary.ledger.counts.first { $0.fate == .withheld }?.count == 1)
        #expect(summary.ledger.lines.first { $0.id == "chi-bo-mau-a-2024" }?.reasons == ["MA-02"])
        #expect(!site.hasPage(Self.page))
        #expect(site.hasPage("vinh-danh/2024/tran-thi-vi-du-2024/"))
    }

    /// Withholding leaves out what is new; what is published goes only when it is named.
    @Test func withholdingDoesNotTakeDownWhatIsPublished() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        guard case .wouldRemove(_, let ids) = try await site.build(withholding: true) else {
            throw SiteFixture.Mistake(words: "the build went on")
        }
        #expect(ids == ["chi-bo-mau-a-2024"])
        _ = try await site.build(withholding: true, removing: ["chi-bo-mau-a-2024"]).summary()
        #expect(!site.hasPage(Self.page))
    }

    /// What is wrong with the board itself is no entry's fault and can't be left out.
    @Test func withholdingDoesNotHelpABrokenBoard() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/places.csv", "2025-07-01,,", "32/13/2025,,")
        #expect(try await site.build(withholding: true).refusal != nil)
        #expect(!site.exists("public"))
    }
}
