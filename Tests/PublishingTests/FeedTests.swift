import Board
import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// The feeds and the sitemap, as those who read them expect them.
@Suite struct FeedTests {
    private static let correction = "corrections: [{on: 2025-03-04, text: \"Thôn có 41 hộ.\"}]\nsummary: \"Cả thôn trồng hoa"

    /// The element's text, first to last.
    private static func all(_ name: String, in xml: String) -> [String] {
        xml.components(separatedBy: "<\(name)>").dropFirst().map { $0.components(separatedBy: "</\(name)>")[0] }
    }

    private static func lastmod(_ route: String, in sitemap: String) -> String? {
        let line = sitemap.split(separator: "\n").first { $0.contains("<loc>https://bangvang.example.vn/\(route)</loc>") }
        return line.flatMap { $0.firstMatch(of: /<lastmod>(.*)<\/lastmod>/).map { String($0.1) } }
    }

    @Test func everyFieldAndProvinceHasItsFeed() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let feeds = Set(site.published().keys.filter { $0.hasSuffix("feed.xml") })
        #expect(
            feeds == [
                "feed.xml", "linh-vuc/nong-thon-moi/feed.xml", "linh-vuc/van-hoa-xa-hoi/feed.xml", "dia-ban/tinh-mau/feed.xml",
            ])
        let culture = try site.page("linh-vuc/van-hoa-xa-hoi/feed.xml")
        #expect(culture.contains("tran-thi-vi-du-2024") && !culture.contains("chi-bo-mau-a-2024"))
        for list in ["linh-vuc/van-hoa-xa-hoi/", "dia-ban/tinh-mau/"] {
            #expect(try site.page(list).contains("type=\"application/atom+xml\" title=\"Bảng Vàng thử nghiệm – "), "\(list)")
            #expect(try site.page(list).contains("href=\"/\(list)feed.xml\""), "\(list)")
        }
        #expect(try !site.page("dia-ban/huyen-mau/").contains("huyen-mau/feed.xml"))
    }

    /// RFC 4287: sections 4.1.1 and 4.1.2 say what a feed and an entry must have; 4.2.6 that ids are unique.
    @Test(.enabled(if: XMLTool.isAvailable, .init(rawValue: XMLTool.absence))) func feedsAreWhatTheStandardAsks() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build(base: "https://tinh.gov.vn/bang-vang/").summary()
        let files = site.published().keys.filter { $0.hasSuffix(".xml") }.sorted()
        #expect(files.count > 8)
        #expect(try XMLTool.complaints(of: files.map { site.root + "/public/" + $0 }) == "")
        var ids: Set<String> = []
        for file in files where file.hasSuffix("feed.xml") {
            let text = try site.page(file)
            let entries = Self.all("entry", in: text)
            let head = text.components(separatedBy: "<entry>")[0]
            #expect(!entries.isEmpty, "\(file)")
            for part in entries + [head] {
                for name in ["id", "title", "updated"] { #expect(Self.all(name, in: part).count == 1, "\(file): \(name)") }
                for time in Self.all("updated", in: part) + Self.all("published", in: part) {
                    #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT00:00:00\+07:00/) != nil, "\(file): \(time)")
                }
            }
            #expect(Set(entries.flatMap { Self.all("id", in: $0) }).count == entries.count, "\(file)")
            #expect(ids.insert(Self.all("id", in: head)[0]).inserted, "\(file)")
            #expect(head.contains("rel=\"self\" type=\"application/atom+xml\" href=\"https://tinh.gov.vn/bang-vang/\(file)\""), "\(file)")
            #expect(head.contains("<author><name>"))
            let times = entries.map { Self.all("updated", in: $0)[0] }
            #expect(times == times.sorted(by: >) && Self.all("updated", in: head)[0] == times[0], "\(file)")
        }
    }

    @Test func whatWasPutRightComesFirst() async throws {
        let site = try SiteFixture()
        try site.replace(
            in: "content/entries/2023/ho-le-van-mau-2023.md", "summary:",
            "corrections: [{on: 2025-03-04, text: \"Đất rộng 102 m².\"}]\nsummary:")
        _ = try await site.build().summary()
        let entries = Self.all("entry", in: try site.page("feed.xml"))
        #expect(entries.first?.contains("ho-le-van-mau-2023") == true)
        #expect(entries.first?.contains("<published>2023-11-21T00:00:00+07:00</published>") == true)
        #expect(entries.first?.contains("<updated>2025-03-04T00:00:00+07:00</updated>") == true)
    }

    // MARK: The sitemap

    /// Days come from what staff recorded, and reach every page that shows it.
    @Test func theSitemapTellsWhenPagesChanged() async throws {
        let site = try SiteFixture()
        try site.endSample()
        // Before the reform, decisions alone decide.
        _ = try await site.build(asOf: .init(year: 2025, month: 6, day: 1)!).summary()
        var map = try site.page("sitemap.xml")
        #expect(Self.lastmod("vinh-danh/2024/chi-bo-mau-a-2024/", in: map) == "2024-11-20")
        #expect(Self.lastmod("vinh-danh/2023/ho-le-van-mau-2023/", in: map) == "2023-11-21")
        #expect(Self.lastmod("nam/2023/", in: map) == "2023-11-21")
        #expect(Self.lastmod("", in: map) == "2024-11-20")
        #expect(map.contains("<loc>https://bangvang.example.vn/gioi-thieu/</loc></url>"), "a text page has no day of its own")

        try site.replace(in: "content/entries/2024/chi-bo-mau-a-2024/index.md", "summary: \"Cả thôn trồng hoa", Self.correction)
        _ = try await site.build(asOf: .init(year: 2025, month: 6, day: 1)!).summary()
        map = try site.page("sitemap.xml")
        for route in ["vinh-danh/2024/chi-bo-mau-a-2024/", "nam/2024/", "linh-vuc/nong-thon-moi/", "vinh-danh/", "", "dinh-chinh/"] {
            #expect(Self.lastmod(route, in: map) == "2025-03-04", "\(route)")
        }
        #expect(Self.lastmod("nam/2023/", in: map) == "2023-11-21")

        // The reform of 1 July 2025 changes what every page says of its place.
        _ = try await site.build(asOf: .init(year: 2025, month: 7, day: 2)!).summary()
        let reformed = try site.page("sitemap.xml")
        #expect(Self.lastmod("vinh-danh/2023/ho-le-van-mau-2023/", in: reformed) == "2025-07-01")
        _ = try await site.build(asOf: .init(year: 2026, month: 2, day: 3)!).summary()
        #expect(try site.page("sitemap.xml") == reformed, "the clock decides nothing")
    }

    @Test func aRevocationIsAChange() async throws {
        let site = try SiteFixture()
        try site.endSample()
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid,,", "“Dân vận khéo”,revoked,2025-10-11,20/QĐ-UBND")
        _ = try await site.build().summary()
        let map = try site.page("sitemap.xml")
        for route in ["", "vinh-danh/", "nam/2024/", "ke-hoach/mau-2024/", "dinh-chinh/"] {
            #expect(Self.lastmod(route, in: map) == "2025-10-11", "\(route)")
        }
        #expect(Self.lastmod("nam/2023/", in: map) == "2025-07-01")
        #expect(!map.contains("chi-bo-mau-a-2024"))
    }

    @Test func pagesThatNobodyShouldFindAreNotListed() async throws {
        let site = try SiteFixture()
        try site.endSample()
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "summary:", "aliases: [cu/ong-mau/]\nsummary:")
        _ = try await site.build().summary()
        let map = try site.page("sitemap.xml")
        for route in ["cu/ong-mau/", "nhung/", "404.html"] { #expect(!map.contains("/\(route)<"), "\(route)") }
        #expect(map.contains("/du-lieu/<"))
    }

    /// Every page of a sample asks not to be indexed: a list of what to index would say the opposite.
    @Test func aSampleHasNoSitemap() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        #expect(!site.exists("public/sitemap.xml"))
        #expect(try site.page("robots.txt") == "User-agent: *\nDisallow: /\n")
        try site.endSample()
        _ = try await site.build().summary()
        #expect(try site.page("robots.txt") == "User-agent: *\nAllow: /\nSitemap: https://bangvang.example.vn/sitemap.xml\n")
        #expect(site.exists("public/sitemap.xml"))
    }
}
