import Foundation
import Publishing
import TestSupport
import Testing

/// What pages tell machines.
@Suite struct StructuredDataTests {
    private typealias Node = [String: Any]

    /// The nodes of a page's JSON-LD.
    private static func nodes(_ page: String) throws -> [Node] {
        let parts = page.components(separatedBy: "<script type=\"application/ld+json\">").dropFirst()
        return try parts.flatMap { part -> [Node] in
            let text = try #require(part.components(separatedBy: "</script>").first)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Node)
            #expect(object["@context"] as? String == "https://schema.org")
            return try #require(object["@graph"] as? [Node])
        }
    }

    private static func node(_ type: String, _ page: String) throws -> Node {
        try #require(try nodes(page).first { $0["@type"] as? String == type }, "\(type)")
    }

    @Test func anHonourIsAnArticleAboutWhoIsHonoured() async throws {
        let site = try SiteFixture()
        _ = try await site.build(base: "https://tinh.gov.vn/bang-vang/").summary()
        let page = try site.page("vinh-danh/2024/tran-thi-vi-du-2024/")
        let article = try Self.node("Article", page)
        #expect(article["headline"] as? String == "Bà Trần Thị Ví Dụ: giữ ngõ sạch")
        #expect(article["url"] as? String == "https://tinh.gov.vn/bang-vang/vinh-danh/2024/tran-thi-vi-du-2024/")
        #expect(article["datePublished"] as? String == "2024-11-20")
        let person = try #require(article["about"] as? Node)
        #expect(person["@type"] as? String == "Person")
        #expect(person["jobTitle"] as? String == "Trưởng thôn Mẫu B")
        #expect(person["award"] as? String == "Giấy khen (quyết định số 11/QĐ-UBND ngày 20/11/2024 của Chủ tịch UBND xã Mẫu B)")
        #expect(person["birthDate"] == nil)
        let place = try #require(article["contentLocation"] as? Node)
        #expect(place["name"] as? String == "Xã Mẫu B")
        #expect((place["containedInPlace"] as? Node)?["name"] as? String == "Huyện Mẫu")
        let decision = try #require((article["citation"] as? [Node])?.first)
        #expect(decision["identifier"] as? String == "11/QĐ-UBND")

        let collective = try Self.node("Article", try site.page("vinh-danh/2024/chi-bo-mau-a-2024/"))
        #expect((collective["about"] as? Node)?["@type"] as? String == "Organization")
        #expect((collective["image"] as? Node)?["width"] as? Int == 16)
    }

    @Test func theWayToAPageIsWholeAndInOrder() async throws {
        let site = try SiteFixture()
        _ = try await site.build(base: "https://tinh.gov.vn/bang-vang/").summary()
        let trail = try Self.node("BreadcrumbList", try site.page("dia-ban/xa-mau-a/"))
        let items = try #require(trail["itemListElement"] as? [Node])
        #expect(items.map { $0["position"] as? Int } == [1, 2, 3, 4, 5])
        #expect(
            items.map { $0["item"] as? String }
                == [
                    "", "dia-ban/", "dia-ban/tinh-mau/", "dia-ban/huyen-mau/", "dia-ban/xa-mau-a/",
                ].map { "https://tinh.gov.vn/bang-vang/" + $0 })
    }

    @Test func theHomePageIsTheSite() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let node = try Self.node("WebSite", try site.page(""))
        #expect(node["url"] as? String == "https://bangvang.example.vn/")
        #expect((node["publisher"] as? Node)?["email"] as? String == "lienhe@bangvang.example.vn")
        #expect(try !Self.nodes(try site.page("")).contains { $0["@type"] as? String == "BreadcrumbList" })
    }

    /// Text of any kind stays within the block, and what is read from it is the text.
    @Test(arguments: [
        "</script><script>alert(1)</script>", "<!--<script>", "dấu \\\" và \\\\ ở giữa", "]]> & &amp; &lt;",
    ])
    func nothingBreaksOut(title: String) async throws {
        let site = try SiteFixture()
        try site.replace(
            in: "content/entries/2024/tran-thi-vi-du-2024.md", "title: \"Bà Trần Thị Ví Dụ: giữ ngõ sạch\"", "title: \"Bà Ví Dụ \(title)\"")
        _ = try await site.build().summary()
        let page = try site.page("vinh-danh/2024/tran-thi-vi-du-2024/")
        #expect(page.components(separatedBy: "<script").count == 2 && page.components(separatedBy: "</script").count == 2)
        let headline = try #require(try Self.node("Article", page)["headline"] as? String)
        let expected = try JSONDecoder().decode([String].self, from: Data("[\"Bà Ví Dụ \(title)\"]".utf8))[0]
        #expect(headline == expected)
    }

    @Test func everyPageOfTheSampleParses() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build().summary()
        var types: [String: Int] = [:]
        for (file, bytes) in try site.publishedBytes() where file.hasSuffix(".html") {
            for node in try Self.nodes(String(decoding: bytes, as: UTF8.self)) {
                types[try #require(node["@type"] as? String), default: 0] += 1
            }
        }
        #expect(types["Article"] == 26)
        #expect(types["WebSite"] == 1 && types["Dataset"] == 1)
        #expect(types["BreadcrumbList", default: 0] > 80)
    }

    // MARK: For those who share a page

    @Test func aSharedPageShowsItsPortrait() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let page = try site.page("vinh-danh/2024/chi-bo-mau-a-2024/")
        for words in [
            "<meta property=\"og:image\" content=\"https://bangvang.example.vn/vinh-danh/2024/chi-bo-mau-a-2024/chan-dung-16.jpg\">",
            "<meta property=\"og:image:width\" content=\"16\">", "<meta property=\"og:image:height\" content=\"8\">",
            "<meta property=\"og:image:alt\" content=\"Chi bộ thôn Mẫu A trước nhà văn hóa\">",
            "<meta property=\"article:published_time\" content=\"2024-11-20\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        ] { #expect(page.contains(words), "\(words)") }
        let without = try site.page("vinh-danh/2024/tran-thi-vi-du-2024/")
        #expect(!without.contains("og:image") && !without.contains("twitter:card"))
        #expect(try !site.page("nam/2024/").contains("published_time"))
    }

    /// Each page is its own canonical one, pages of lists too; what nobody should find has none of its own.
    @Test func canonicalAddresses() async throws {
        let site = try SiteFixture.sampleBoard()
        try site.replace(in: "content/site.yaml", "page_size: 50", "page_size: 5")
        _ = try await site.build(base: "https://tinh.gov.vn/bang-vang/").summary()
        for route in ["", "vinh-danh/", "vinh-danh/trang/2/", "quyet-dinh/trang/2/", "du-lieu/", "vinh-danh/2024/vo-thanh-truc-2024/"] {
            #expect(try site.page(route).contains("<link rel=\"canonical\" href=\"https://tinh.gov.vn/bang-vang/\(route)\">"), "\(route)")
        }
        for route in ["404.html", "vinh-danh/2026/ho-ba-mau-thi-hien-2026/"] {
            #expect(try !site.page(route).contains("canonical"), "\(route)")
        }
    }
}
