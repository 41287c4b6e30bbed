import Eligibility
import Publishing
import TestSupport
import Testing

/// Whoever may not be honoured for the time being is off the site, and nobody learns why.
@Suite struct HoldPublishingTests {
    private static let page = "vinh-danh/2024/chi-bo-mau-a-2024/"

    private static func holds(until: String = "") -> String {
        """
        subject_id,kind,from,until,decision_no,authority
        chi-bo-mau-a,investigation,2025-11-01,\(until),45-QĐ/UBKT,Ủy ban Kiểm tra Huyện ủy Mẫu

        """
    }

    @Test func aHoldTakesThePageDownAndGivesItBack() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = try site.publishedBytes()
        #expect(site.hasPage(Self.page))

        try site.write("content/registers/holds.csv", Self.holds())
        let summary = try await site.build().summary()
        #expect(summary.ledger.counts.first { $0.fate == .underReview }?.count == 1)
        let text = try site.publishedText()
        for words in ["Chi bộ thôn Mẫu A", "trồng hoa", "45-QĐ/UBKT", "Ủy ban Kiểm tra", "investigation", "điều tra", "holds"] {
            #expect(!text.contains(words), "\(words)")
        }
        for list in ["vinh-danh/", "nam/2024/"] { #expect(try !site.page(list).contains("chi-bo-mau-a-2024")) }

        try site.write("content/registers/holds.csv", Self.holds(until: "2025-11-30"))
        _ = try await site.build().summary()
        #expect(try site.publishedBytes() == before, "once it is over everything is as it was")
    }

    /// A register that nobody is held by changes nothing.
    @Test func theRegisterItselfLeavesNoTrace() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = try site.publishedBytes()
        try site.write("content/registers/holds.csv", Self.holds(until: "2025-11-02"))
        _ = try await site.build().summary()
        #expect(try site.publishedBytes() == before)
    }
}
