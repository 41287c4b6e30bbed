import Board
import Diagnostics
import Eligibility
import Entries
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

    /// Ways of writing one number (source: zola#1135 and the look-alikes of a keyboard, avim#34).
    @Test(arguments: [
        "1/Q\u{D0}-UBND", "1/QĐ–UBND", "1/QĐ—UBND", "1/QĐ‑UBND", "1/ QĐ-UBND", "1 / QĐ - UBND", "1/qđ-ubnd", " 1/QĐ-UBND\u{A0}",
        "1/QĐ−UBND", "Số 1/QĐ-UBND", "số: 1/QĐ-UBND", "１/QĐ-UBND",
    ])
    func oneNumberHoweverItIsTyped(number: String) async throws {
        let plan = try await SiteFixture(honouring: [
            Self.honour("a", "1/QĐ-UBND", "Chủ tịch UBND xã Mẫu A"), Self.honour("b", number, "chủ tịch UBND xã  Mẫu A"),
        ]).plan()
        #expect(plan.decisionListings.map(\.honours.count) == [2])
        #expect(Set(plan.decisionRoutes.values) == ["quyet-dinh/1-qd-ubnd-chu-tich-ubnd-xa-mau-a-2024-11-20/"])
    }

    /// Two of two: each commune has its own number 72 (citizens' review, row 2).
    @Test func aBareAuthorityIsThatOfThePlaceOfTheAward() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "a", name: "Hộ ông A", place: "xa-mau-a", number: "72/QĐ-UBND", authority: "Chủ tịch UBND xã"),
            Honoured(id: "b", name: "Hộ ông B", place: "xa-mau-b", number: "72/QĐ-UBND", authority: "Chủ tịch UBND xã"),
            Honoured(id: "c", name: "Hộ ông C", place: "xa-mau-b", number: "72/QĐ-UBND", authority: "Chủ tịch UBND xã Mẫu B"),
            Honoured(id: "d", name: "Hộ ông D", place: "xa-mau-b", number: "09-QĐ/HU", authority: "Ban Thường vụ Huyện ủy"),
            Honoured(id: "e", name: "Hộ ông E", place: "xa-mau-b", number: "15/QĐ-UBND", authority: "Chủ tịch UBND tỉnh"),
        ])
        let plan = try await site.plan()
        func authority(_ id: String) -> String? {
            plan.honours.first { $0.entry.id.value == id }?.decision.decision.authority
        }
        #expect(plan.decisionListings.map(\.honours.count).sorted() == [1, 1, 1, 2])
        #expect(plan.decisionRoutes["b"] == plan.decisionRoutes["c"] && plan.decisionRoutes["a"] != plan.decisionRoutes["b"])
        #expect(["a", "b", "c"].map(authority) == ["Chủ tịch UBND xã Mẫu A", "Chủ tịch UBND xã Mẫu B", "Chủ tịch UBND xã Mẫu B"])
        #expect(["d", "e"].map(authority) == ["Ban Thường vụ Huyện ủy Mẫu", "Chủ tịch UBND tỉnh Mẫu"])
    }

    /// What no place completes is refused: nobody could tell two such decisions apart.
    @Test func anAuthorityThatNoPlaceCompletesIsRefused() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "a", name: "Hộ ông A", place: "xa-mau-a", number: "7/QĐ-UBND", authority: "Chủ tịch UBND thị xã")
        ])
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.oneLine) == ["content/registers/awards.csv:2:82 error [authority-incomplete]"])
    }

    /// Different decisions may fold into one address. Where nobody knows whose the plain address was, nobody gets it.
    @Test func decisionsThatFoldAlikeAreToldApart() async throws {
        let honours = [Self.honour("a", "1/QĐ", "Chủ tịch"), Self.honour("b", "1-QĐ", "Chủ tịch"), Self.honour("c", "1-qđ", "Chủ tịch")]
        let evaluation = try await SiteFixture(honouring: honours).check()
        let plan = try #require(evaluation.plan)
        let questions = evaluation.diagnostics.filter { $0.code == "decision-look-alike" }
        #expect(questions.map(\.oneLine) == ["content/registers/awards.csv:2:59 warning [decision-look-alike]"])
        #expect(plan.ids(at: "quyet-dinh/1-qd-chu-tich-2024-11-20/") == nil)
        #expect(plan.decisionRoutes["b"] == plan.decisionRoutes["c"] && plan.decisionRoutes["a"] != plan.decisionRoutes["b"])
        #expect(plan.decisionRoutes.values.allSatisfy { $0.hasPrefix("quyet-dinh/1-qd-chu-tich-2024-11-20-") })

        let turned = try await SiteFixture(honouring: honours.reversed()).plan()
        #expect(turned.decisionRoutes == plan.decisionRoutes)
    }

    /// Zeros before a number, and two spellings of one authority: one decision or two, people have to say.
    @Test(arguments: [
        ("02/QĐ-UBND", "Chủ tịch UBND xã Mẫu A", 1), ("2/QD-UBND", "Chủ tịch UBND xã Mẫu A", 1),
        ("2/QĐ-UBND", "Chủ tịch Ủy ban nhân dân xã Mẫu A", 1), ("2/QĐ-UBND", "UBND xã Mẫu A", 1),
        ("20/QĐ-UBND", "Chủ tịch UBND xã Mẫu A", 0), ("2/QĐ-UBND", "Chủ tịch UBND xã Mẫu B", 0),
    ])
    func whatLooksAlikeIsAskedAbout(number: String, authority: String, questions: Int) async throws {
        let site = try SiteFixture(honouring: [
            Self.honour("a", "2/QĐ-UBND", "Chủ tịch UBND xã Mẫu A"), Self.honour("b", "2/QĐ-UBND", "Chủ tịch UBND xã Mẫu A"),
            Self.honour("c", number, authority),
        ])
        let found = try await site.check().diagnostics.filter { $0.code == "decision-look-alike" }
        #expect(found.count == questions)
        #expect(found.allSatisfy { $0.place?.position?.line == 4 && $0.severity == .warning && $0.remedy != nil })
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
