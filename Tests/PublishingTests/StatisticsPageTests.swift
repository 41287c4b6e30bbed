import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// The page of statistics: charts with their tables, and links that lead to what was counted.
@Suite struct StatisticsPageTests {
    private static let route = "thong-ke/"

    @Test func everyChartHasItsTableAndBothLinkToTheLists() async throws {
        let site = try SiteFixture()
        try site.endSample()
        _ = try await site.build().summary()
        let page = try site.page(Self.route)
        #expect(page.contains("3</dd>") && page.contains("đến quyết định ngày 20/11/2024"))
        for target in ["/nam/2024/", "/nam/2023/", "/linh-vuc/nong-thon-moi/", "/dia-ban/tinh-mau/", "/dia-ban/huyen-mau/"] {
            #expect(site.hasPage(String(target.dropFirst())), "\(target)")
            #expect(page.contains("<a href=\"\(target)\" tabindex=\"-1\">"), "a bar: \(target)")
            #expect(page.contains("<a href=\"\(target)\">"), "a row: \(target)")
        }
        #expect(
            page.components(separatedBy: "<svg").count == page.components(separatedBy: "aria-hidden=\"true\" focusable=\"false\">").count)
        #expect(!page.contains("style=") && !page.contains("<script>"))
        #expect(page.contains("Huyện Mẫu (đến 30/6/2025)"))
        #expect(try site.page("").contains("href=\"/thong-ke/\""), "every page leads here")
        #expect(try site.page("sitemap.xml").contains("/thong-ke/"))
    }

    @Test func theLongestBarLeavesRoomForItsFigure() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let widths = try site.page(Self.route).matches(of: /width="([0-9.]+)%"/).compactMap { Double($0.output.1) }.filter { $0 < 100 }
        #expect(widths.max() == 80)
        #expect(widths.contains(40), "half as many, half as long")
    }

    @Test func anEmptyBoardSaysSo() async throws {
        let site = try SiteFixture()
        try site.remove("content/entries")
        _ = try await site.build().summary()
        let page = try site.page(Self.route)
        #expect(page.contains("Bảng chưa có lượt vinh danh nào."))
        #expect(!page.contains("<svg") && !page.contains("<table") && !page.contains("<h2"))
    }

    @Test func aSingleHonourNeedsNoChart() async throws {
        let site = try SiteFixture()
        try site.remove("content/entries/2023")
        try site.remove("content/entries/2024/tran-thi-vi-du-2024.md")
        try site.replace(
            in: "content/places.csv", "xa-mau-a,00001,Mẫu A,Xã Mẫu A,commune,huyen-mau", "xa-mau-a,00001,Mẫu A,Xã Mẫu A,commune,")
        _ = try await site.build().summary()
        let page = try site.page(Self.route)
        #expect(!page.contains("href=\"/nam/2024/\" tabindex"), "one bar compares nothing")
        #expect(page.contains("<th scope=\"row\"><a href=\"/nam/2024/\">2024</a></th><td>1</td>"))
        #expect(!page.contains(", trong đó"))
    }

    /// The day of the build is on no page: a build of the next day writes nothing.
    @Test func aNewDayIsNoNewPage() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = try site.page(Self.route)
        let summary = try await site.build(asOf: #require(SiteFixture.day.adding(days: 30))).summary()
        #expect(try site.page(Self.route) == before)
        #expect(summary.replaced == 0)
    }

    @Test func whoGoesIsNotCounted() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        _ = try await site.takeDown("ho-le-van-mau-2023")
        let page = try site.page(Self.route)
        #expect(!page.contains("/nam/2023/"))
        #expect(page.contains("2 lượt là của 2 tập thể, cá nhân, hộ gia đình"))
    }
}
