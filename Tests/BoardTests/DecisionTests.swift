import Board
import Formats
import Foundation
import Publishing
import Registers
import TestSupport
import Testing

/// The pages of decisions: one for each number, day and authority, at an address that stays.
@Suite struct DecisionTests {
    private static func honour(
        _ id: String, _ number: String, _ authority: String, _ decided: String = "20/11", kind: String = "household"
    ) -> Honoured {
        Honoured(id: id, kind: kind, name: "Hộ ông Mẫu", decided: decided, number: number, authority: authority)
    }

    @Test(arguments: [
        ("127/QĐ-UBND (minh họa)", "Chủ tịch UBND xã Mẫu Sơn Mới", "10/7", "127-qd-ubnd-minh-hoa-chu-tich-ubnd-xa-mau-son-moi-2024-07-10"),
        ("09-QĐ/HU", "Ban Thường vụ Huyện ủy Mẫu", "5/9", "09-qd-hu-ban-thuong-vu-huyen-uy-mau-2024-09-05"),
        ("số …", "Đảng ủy", "1/1", "so-dang-uy-2024-01-01"),
        (
            "1/QĐ", String(repeating: "Ủy ban nhân dân ", count: 12), "1/1",
            "1-qd-uy-ban-nhan-dan-uy-ban-nhan-dan-uy-ban-nhan-dan-uy-ban-nhan-dan-uy-ban-nhan-dan-2024-01-01"
        ),
    ])
    func theAddressSaysNumberAuthorityAndDay(number: String, authority: String, day: String, slug: String) async throws {
        let plan = try await SiteFixture(honouring: [Self.honour("a", number, authority, day)]).plan()
        #expect(plan.ids(at: Route.decision(slug)) == ["a"])
        #expect(plan.decisionRoutes == ["a": Route.decision(slug)])
    }

    @Test func oneDecisionGathersItsHonoursInTheOrderOfLists() async throws {
        let plan = try await SiteFixture(honouring: [
            Self.honour("an", "1/QĐ", "Chủ tịch", kind: "individual"), Self.honour("ho", "1/QĐ", "Chủ tịch"),
            Self.honour("khac", "2/QĐ", "Chủ tịch"), Self.honour("to", "1/QĐ", "Chủ tịch", kind: "collective"),
        ]).plan()
        #expect(plan.ids(at: "quyet-dinh/1-qd-chu-tich-2024-11-20/") == ["to", "ho", "an"])
        #expect(plan.ids(at: "quyet-dinh/2-qd-chu-tich-2024-11-20/") == ["khac"])
    }

    /// Numbers alone repeat in every commune, every year.
    @Test func theSameNumberElsewhereOrOnAnotherDayIsAnotherDecision() async throws {
        let plan = try await SiteFixture(honouring: [
            Self.honour("a", "1/QĐ", "Chủ tịch xã Mẫu A"), Self.honour("b", "1/QĐ", "Chủ tịch xã Mẫu B"),
            Self.honour("c", "1/QĐ", "Chủ tịch xã Mẫu A", "21/11"),
        ]).plan()
        #expect(plan.decisionListings.map(\.honours.count) == [1, 1, 1])
    }

    @Test func twoSpellingsAreOneDecision() async throws {
        let plan = try await SiteFixture(honouring: [
            Self.honour("a", "1/QĐ", "Huyện ủy Hòa Mẫu"), Self.honour("b", "1/QĐ ", "Huyện uỷ  Hoà Mẫu"),
            Self.honour("c", "1/Q\u{110}", "Huyê\u{323}n ủy Hòa Mẫu"),
        ]).plan()
        #expect(plan.decisionListings.map(\.honours.count) == [3])
        #expect(Set(plan.decisionRoutes.values) == [plan.decisionListings[0].route])
    }

    /// Different decisions may fold into one address: each keeps its own, whatever the order of the files.
    @Test func decisionsThatFoldAlikeAreToldApart() async throws {
        let honours = [Self.honour("a", "1/QĐ", "Chủ tịch"), Self.honour("b", "1-QĐ", "Chủ tịch"), Self.honour("c", "1-qđ", "Chủ tịch")]
        let plan = try await SiteFixture(honouring: honours).plan()
        #expect(plan.diagnostics.isEmpty)
        let routes = plan.decisionListings.map(\.route)
        #expect(Set(routes).count == 3)
        #expect(plan.ids(at: "quyet-dinh/1-qd-chu-tich-2024-11-20/") == ["b"], "the first of them, whatever was read first")
        #expect(routes.allSatisfy { $0.hasPrefix("quyet-dinh/1-qd-chu-tich-2024-11-20") })

        let turned = try await SiteFixture(honouring: honours.reversed()).plan()
        #expect(turned.decisionRoutes == plan.decisionRoutes)
        // With one of them gone, the others stay where they are.
        let fewer = try await SiteFixture(honouring: Array(honours.prefix(2))).plan()
        #expect(fewer.decisionRoutes == plan.decisionRoutes.filter { $0.key != "c" })
    }

    @Test func theIndexGoesByYearAndHasPages() async throws {
        let honours = (1...51).map { Self.honour("ho-\($0)", "\($0)/QĐ", "Chủ tịch") }
        let site = try SiteFixture(honouring: honours + [Honoured(id: "cu", name: "Hộ ông Cũ", year: 2023, decided: "05/2")])
        _ = try await site.build().summary()
        let (first, second) = (try site.page("quyet-dinh/"), try site.page("quyet-dinh/trang/2/"))
        #expect(first.components(separatedBy: "href=\"/quyet-dinh/").count - 1 >= 50)
        #expect(first.contains("<h2 id=\"nam-2024\">") && !first.contains("<h2 id=\"nam-2023\">"))
        #expect(second.contains("<h2 id=\"nam-2023\">") && second.contains("ngày 05/02/2023"))
        #expect(first.contains("href=\"/quyet-dinh/trang/2/\""))
        #expect(!site.hasPage("quyet-dinh/trang/3/"))
    }

    @Test func aLongDecisionHasPages() async throws {
        let site = try SiteFixture(honouring: (1...51).map { Self.honour("ho-\($0)", "1/QĐ", "Chủ tịch") })
        _ = try await site.build().summary()
        let second = try site.page("quyet-dinh/1-qd-chu-tich-2024-11-20/trang/2/")
        #expect(second.components(separatedBy: "<li class=\"card\">").count - 1 == 1)
        #expect(second.contains("51 điển hình được giới thiệu trên trang này"), "the decision is told in whole on each page")
    }
}
