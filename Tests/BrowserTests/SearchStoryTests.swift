import Board
import Browser
import Foundation
import TestSupport
import Testing

/// Searching on the sample board, as visitors do.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct SearchStoryTests {
    /// What the page shows: its sentence, and the address of each result.
    private static func shown(on page: BrowserPage) async throws -> (status: String, addresses: [String]) {
        let status = try await page.evaluate("document.getElementById('tim-dem').textContent").string
        let links = try await page.evaluate("[...document.querySelectorAll('#tim-ket-qua a')].map(link => link.href)").strings
        return (status ?? "", links)
    }

    /// The honours that stand in all of these lists, by their indices.
    private static func honours(_ site: BuiltSite, in routes: [String]) throws -> Set<Int32> {
        let lists = try routes.map { Set(try #require(site.plan.listing(at: $0)).honours) }
        return lists.dropFirst().reduce(lists[0]) { $0.intersection($1) }
    }

    private static func waitForResults(_ page: BrowserPage, _ count: Int) async throws {
        try await page.wait(until: "document.getElementById('tim-dem').textContent === 'Tìm thấy \(count) lượt vinh danh.'")
    }

    /// The people of Vạn Ninh honoured in 2024 for the economy: typed without marks, opened, and back.
    @Test(arguments: [Viewport.phone, .desktop])
    func findsByTypingWithoutMarks(viewport: Viewport) async throws {
        let site = try await BuiltSite.sample
        let expected = try Self.honours(site, in: [Route.place("huyen-van-ninh"), Route.year(2024), Route.field("kinh-te")])
            .map { site.url(site.plan.honours[Int($0)].route) }
        try #require(!expected.isEmpty)
        try await site.visit(Route.search, PageConditions(viewport)) { page in
            try await page.click("#tim-q")
            try await page.type("van ninh 2024 kinh te")
            try await page.press(.enter)
            try await Self.waitForResults(page, expected.count)
            try #expect(await Set(Self.shown(on: page).addresses) == Set(expected))
            try #expect(await page.url == site.url(Route.search) + "?q=van+ninh+2024+kinh+te")
            try #expect(await page.evaluate("[...document.querySelectorAll('mark')].some(mark => mark.textContent === 'Vạn')") == true)

            try await page.following { try await page.click("#tim-ket-qua a") }
            try #expect(await expected.contains(page.url))
            try await page.goBack()
            try await Self.waitForResults(page, expected.count)
        }
    }

    /// An address that somebody shared; a commune, and what it is today.
    @Test func filtersByPlaceThenAndNow() async throws {
        let site = try await BuiltSite.sample
        for place in ["xa-mau-an", "xa-mau-lam"] {
            let count = try Self.honours(site, in: [Route.place(place)]).count
            try await site.visit(Route.search) { page in
                try await page.open(site.url(Route.search) + "?noi=\(place)")
                try await Self.waitForResults(page, count)
                try #expect(await page.evaluate("document.querySelector('[name=noi]').value").string == place)
            }
        }
    }

    /// From a filter to results and back again by the browser's own button.
    @Test func theBrowsersBackButtonUndoesAFilter() async throws {
        let site = try await BuiltSite.sample
        let all = try Self.honours(site, in: [Route.field("kinh-te")]).count
        let ofYear = try Self.honours(site, in: [Route.field("kinh-te"), Route.year(2024)]).count
        try #require(all > ofYear && ofYear > 0)
        try await site.visit(Route.search) { page in
            try await page.open(site.url(Route.search) + "?linh-vuc=kinh-te")
            try await Self.waitForResults(page, all)
            try #expect(
                await page.evaluate("[...document.querySelector('[name=nam]').options].some(option => option.text === '2024 (\(ofYear))')")
                    == true)
            try await page.evaluate(
                "(() => { const select = document.querySelector('[name=nam]'); select.value = '2024'; select.dispatchEvent(new Event('change', {bubbles: true})); })()"
            )
            try await Self.waitForResults(page, ofYear)
            try #expect(await page.url.hasSuffix("?nam=2024&linh-vuc=kinh-te"))
            try await page.evaluate("history.back()")
            try await Self.waitForResults(page, all)
        }
    }

    /// Where the connection is lost, the page says so and leaves the indexes.
    @Test func offlineItSaysSo() async throws {
        let site = try await BuiltSite.sample
        try await Browser.shared.withPage { page in
            try await page.open(site.url(Route.search))
            try await page.setNetwork(.offline)
            try await page.click("#tim-q")
            try await page.type("mau an")
            try await page.press(.enter)
            try await page.wait(until: "document.getElementById('tim-dem').textContent.startsWith('Chưa tải được')")
            try #expect(await page.evaluate("document.querySelectorAll('.letters a').length > 5") == true)
            // Once the connection is back, asking again is enough.
            try await page.setNetwork(.slow4G)
            try await page.press(.enter)
            try await page.wait(until: "document.querySelectorAll('#tim-ket-qua a').length > 0")
        }
    }

    /// Without scripts there is no form that does nothing, but names and indexes.
    @Test func withoutScriptsThereAreNamesAndIndexes() async throws {
        let site = try await BuiltSite.sample
        try await site.visit(Route.search, PageConditions(scripts: false)) { page in
            try await page.setScripts(running: true)
            try #expect(await page.evaluate("document.getElementById('tim').hidden") == true)
            try await page.setScripts(running: false)
            try await page.following { try await page.click(".letters a") }
            try #expect(await page.url == site.url(#require(site.plan.nameLists.first).route))
        }
    }
}
