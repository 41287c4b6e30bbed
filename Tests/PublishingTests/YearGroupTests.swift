import Foundation
import Publishing
import TestSupport
import Testing

/// Lists of several years are told apart by year, and lead to each.
@Suite struct YearGroupTests {
    @Test func aLongListOfSeveralYearsLeadsToEach() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build().summary()
        let page = try site.page("vinh-danh/")
        #expect(page.contains("<a href=\"#nam-2024\">Năm 2024 <span class=\"count\">12 lượt</span></a>"))
        let parts = page.components(separatedBy: "<h2 id=\"nam-").dropFirst()
        #expect(parts.map { String($0.prefix(4)) } == ["2026", "2025", "2024", "2023", "2021"])
        #expect(parts.map { $0.components(separatedBy: "<li class=\"card\">").count - 1 } == [2, 3, 12, 1, 8])
        #expect(parts.first?.hasPrefix("2026\">Năm 2026</h2>") == true)
        for route in ["nam/2024/", "linh-vuc/nong-thon-moi/"] {
            let short = try site.page(route)
            #expect(!short.contains("id=\"nam-") && !short.contains("class=\"jumps\""), "one year, or few honours: \(route)")
        }
    }

    @Test func aYearThatBeginsOnALaterPageIsFoundThere() async throws {
        let site = try SiteFixture.sampleBoard()
        try site.replace(in: "content/site.yaml", "page_size: 50", "page_size: 5")
        _ = try await site.build().summary()
        let jumps = try site.page("vinh-danh/").matches(of: /href="([^"#]*)#nam-(\d+)"/).map { (page: String($0.1), year: String($0.2)) }
        #expect(jumps.map(\.year) == ["2026", "2025", "2024", "2023", "2021"])
        #expect(jumps.first?.page == "" && jumps.last?.page.hasPrefix("/vinh-danh/trang/") == true)
        for jump in jumps {
            let route = jump.page.isEmpty ? "vinh-danh/" : String(jump.page.dropFirst())
            #expect(try site.page(route).contains("<h2 id=\"nam-\(jump.year)\">"), "\(jump)")
        }
        #expect(!(try site.page("vinh-danh/trang/2/")).contains("class=\"jumps\""))
    }

    /// Home, places, the district, its year and field: three taps lead to who was honoured there, that year, for that.
    @Test func aPlaceLeadsToItsFieldsOfEachYear() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build().summary()
        #expect(try site.page("").contains("href=\"/dia-ban/\""))
        #expect(try site.page("dia-ban/").contains("href=\"/dia-ban/huyen-van-ninh/\""))
        let link = "href=\"/tim-kiem/?noi=huyen-van-ninh&amp;nam=2024&amp;linh-vuc=kinh-te\">Kinh tế <span class=\"count\">2 lượt</span>"
        #expect(try site.page("dia-ban/huyen-van-ninh/").contains(link))
        #expect(!(try site.page("vinh-danh/")).contains("/tim-kiem/?noi="))
    }
}
