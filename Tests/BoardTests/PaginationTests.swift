import Board
import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct PaginationTests {
    private static func households(_ count: Int) -> [Honoured] {
        (1...count).map { Honoured(id: "ho-\($0)", name: "Hộ ông Mẫu") }
    }

    @Test(arguments: [(50, 1), (51, 2), (100, 2), (101, 3)])
    func fiftyHonoursToAPage(honours: Int, pages: Int) async throws {
        let plan = try await SiteFixture(honouring: Self.households(honours)).plan()
        let list = try #require(plan.listing(at: Route.entries))
        #expect(list.pageCount == pages)
        #expect((1...pages).map { list.honours(onPage: $0).count }.reduce(0, +) == honours)
        #expect((1...pages).flatMap { Array(list.honours(onPage: $0)) } == list.honours, "every honour on one page, in order")
        #expect(list.honours(onPage: pages + 1).isEmpty)
        let routes = plan.pages.map { plan.route(of: $0) }
        #expect(Set(routes).count == routes.count)
        #expect(routes.filter { $0.hasPrefix("vinh-danh/trang/") }.count == pages - 1)
    }

    @Test func theFiftyFirstHonourOpensASecondPage() async throws {
        let site = try SiteFixture(honouring: Self.households(51))
        _ = try await site.build().summary()
        let (first, second) = (try site.page("vinh-danh/"), try site.page("vinh-danh/trang/2/"))
        #expect(first.components(separatedBy: "<li class=\"card\">").count - 1 == 50)
        #expect(second.components(separatedBy: "<li class=\"card\">").count - 1 == 1)
        #expect(first.contains("href=\"/vinh-danh/trang/2/\""))
        #expect(second.contains("href=\"/vinh-danh/\""))
        #expect(!site.hasPage("vinh-danh/trang/3/"))
        #expect(!site.hasPage("vinh-danh/trang/1/"), "the first page is the list itself")
    }

    /// A list that shrinks loses its last page; a page number is not mistaken for a year or an entry.
    @Test func aPageThatIsNoLongerNeededGoes() async throws {
        let site = try SiteFixture(honouring: Self.households(51))
        _ = try await site.build().summary()
        try site.replace(in: "content/entries/2024/ho-51.md", "status: ready", "status: withdrawn")
        _ = try await site.build().summary()
        #expect(!site.exists("public/vinh-danh/trang"))
        #expect(try site.hasTombstone("vinh-danh/2024/ho-51/"))
    }
}
