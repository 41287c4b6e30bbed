import Board
import Foundation
import Publishing
import TestSupport
import Testing

/// The search index of a built board, and of a preview.
@Suite struct SearchPublishingTests {
    private static let individual = "content/entries/2024/tran-thi-vi-du-2024.md"

    private static func index(_ site: SiteFixture) throws -> [String: String] {
        try site.publishedBytes().filter { $0.key.hasPrefix(Route.searchIndex) }.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// The addresses that results can lead to.
    private static func addresses(_ index: [String: String]) throws -> Set<String> {
        var found: Set<String> = []
        for (file, text) in index where file.contains("/bai-") {
            let rows = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[Any]])
            found.formUnion(rows.compactMap { $0.first as? String })
        }
        return found
    }

    @Test func everyHonourOfTheSampleBoardIsInTheIndexOnce() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build().summary()
        let honours = try #require(try await site.check().plan).honours
        let addresses = try Self.addresses(Self.index(site))
        #expect(addresses == Set(honours.map(\.route)))
        for address in addresses { #expect(try site.hasHonour(address), "\(address)") }
        let page = try site.page(Route.search)
        #expect(page.contains("data-index=\"/tim-kiem/chi-muc/\"") && page.contains("<noscript>"))
        #expect(page.contains("href=\"/tim-kiem/ten/h/\""))
    }

    /// What the script takes for granted, the template has.
    @Test func thePageHasWhatTheScriptLooksFor() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let page = try site.page(Route.search)
        let script = try site.read("site-templates/assets/tim-kiem.js")
        let ids = script.components(separatedBy: "at('").dropFirst().map { $0.prefix { $0 != "'" } }
        #expect(ids.count == 5)
        for id in ids { #expect(page.contains("id=\"\(id)\""), "\(id)") }
        for name in ["q", "noi", "nam", "linh-vuc", "loai", "cap", "ke-hoach"] { #expect(page.contains("name=\"\(name)\""), "\(name)") }
    }

    /// What a commune of today took over is found under its name too.
    @Test func placesOfTodayAreWords() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let words = try Self.index(site).filter { $0.key.contains("/am-") }.values.joined().split(separator: "\n")
        let line = try #require(words.first { $0.hasPrefix("4mơi|") })
        #expect(line == "4mơi|||!!!", "all three lie in what is xã Mẫu Mới today")
        let places = try #require(try Self.index(site)[Route.searchIndex + "noi.json"])
        #expect(places.contains("[\"xa-mau-a\",\"Xã Mẫu A\",0,1]") && places.contains("[\"xa-mau-moi\",\"Xã Mẫu Mới\",1]"))
    }

    /// People know the form of an award and the number of a decision (faults: “giấy khen”, `1548`).
    @Test func formsOfAwardAndDecisionsAreWords() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "gõ cửa từng nhà.", "gõ cửa 1.548 nhà.")
        try site.replace(
            in: "content/registers/awards.csv", "KT-003,ho-le-van-mau,mau-2024,periodic,base,certificate_of_merit",
            "KT-003,ho-le-van-mau,mau-2024,periodic,base,diploma_of_merit")
        _ = try await site.build().summary()
        let lines = try Self.index(site).filter { $0.key.contains("/am-") || $0.key.contains("/cap-") }.values.joined(separator: "\n")
            .split(separator: "\n")
        func documents(_ word: String) -> Int {
            // One character for each document of so small a board.
            lines.first { $0.hasPrefix(word + "|") }?.split(separator: "|").last?.count ?? 0
        }
        #expect(documents("4giây 0khen") == 2 && documents("1băng 0khen") == 1)
        #expect(documents("4quyêt 5đinh") == 3)
        #expect(documents("01548") == 1 && documents("0548") == 0)
    }

    @Test func nothingOfWhatIsNotShownIsInTheIndex() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "status: ready", "status: draft")
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid", "“Dân vận khéo”,revoked")
        _ = try await site.build().summary()
        let index = try Self.index(site)
        #expect(try Self.addresses(index) == ["vinh-danh/2023/ho-le-van-mau-2023/"])
        let text = index.values.joined()
        for word in ["tran-thi", "Ví Dụ", "0dụ", "5du|", "0vi|", "chi-bo", "0chi|", "0hoa|", "02024", "[\"2024\"]"] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(!site.hasPage("tim-kiem/ten/d/") && site.hasPage("tim-kiem/ten/m/"))
    }

    @Test func whoIsTakenDownLeavesTheIndexAndTheLists() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        #expect(try Self.index(site).values.joined().contains("5du|"))
        #expect(try site.page("tim-kiem/ten/d/").contains("Trần Thị Ví Dụ"))
        guard case .done = try await site.takeDown("tran-thi-vi-du-2024") else {
            throw SiteFixture.Mistake(words: "nothing was taken down")
        }
        let text = try site.publishedText()
        for word in ["tran-thi-vi-du", "Ví Dụ", "5du|", "gõ cửa"] { #expect(!text.contains(word), "\(word)") }
        #expect(!site.hasPage("tim-kiem/ten/d/"))
        #expect(try Self.addresses(Self.index(site)).count == 2)
    }

    @Test func aBuildOfNothingNewWritesNothing() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = site.published()
        let summary = try await site.build().summary()
        #expect(summary.created + summary.replaced + summary.removed == 0)
        #expect(site.published() == before)
    }

    /// The letters of the list must not be taken for honours that would disappear.
    @Test func aLetterThatGoesIsNoHonourThatGoes() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.replace(in: Self.individual, "status: ready", "status: withdrawn")
        _ = try await site.build().summary()
        #expect(!site.hasPage("tim-kiem/ten/d/"))
    }

    @Test func aPreviewServesTheFilesThatABuildWrites() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let built = try site.publishedBytes().filter { $0.key.hasPrefix(Route.searchIndex) }
        let preview = PreviewBoard(site.options())
        try await preview.refresh()
        for (file, bytes) in built {
            guard case .bytes(let served, let type) = try preview.answer("/" + file) else {
                throw SiteFixture.Mistake(words: "\(file) is not served")
            }
            #expect(served == bytes, "\(file)")
            #expect(type == (file.hasSuffix(".json") ? "application/json" : "text/plain; charset=utf-8"))
        }
        #expect(built.count >= 6)
        guard case .page(_, isFound: false) = try preview.answer("/tim-kiem/chi-muc/am-99.txt") else {
            throw SiteFixture.Mistake(words: "there is no such file")
        }
        // What is saved is found at once.
        try site.replace(in: Self.individual, "giữ ngõ sạch", "quét sân đình")
        try await preview.refresh()
        guard case .bytes(let block, _) = try preview.answer("/tim-kiem/chi-muc/bai-0.json") else {
            throw SiteFixture.Mistake(words: "there are no results")
        }
        #expect(String(decoding: block, as: UTF8.self).contains("quét sân đình"))
    }
}
