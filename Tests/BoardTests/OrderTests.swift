import Board
import TestSupport
import Testing

/// The order in which official lists have their honours.
@Suite struct OrderTests {
    @Test func collectivesThenHouseholdsThenIndividuals() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "an", kind: "individual", name: "Nguyễn Văn An"),
            Honoured(id: "ho-binh", name: "Hộ ông Lê Văn Bình"),
            Honoured(id: "thon-xa", kind: "collective", name: "Thôn Xa"),
            Honoured(id: "ap-dau", kind: "collective", name: "Ấp Đầu"),
        ])
        #expect(try await site.plan().ids(at: Route.entries) == ["ap-dau", "thon-xa", "ho-binh", "an"])
    }

    @Test func peopleByGivenNameThenSurname() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "tran-van-a", kind: "individual", name: "Trần Văn Hóa"),
            Honoured(id: "vu-van-b", kind: "individual", name: "Vũ Văn Hòa"),
            Honoured(id: "dang-van-c", kind: "individual", name: "Đặng Văn Hòa"),
            Honoured(id: "do-van-d", kind: "individual", name: "Đỗ Văn Đức"),
            Honoured(id: "duong-van-e", kind: "individual", name: "Dương Văn Dũng"),
            Honoured(id: "do-thi-d", kind: "individual", name: "Đỗ Thị Đức"),
        ])
        #expect(
            try await site.plan().ids(at: Route.entries) == ["duong-van-e", "do-thi-d", "do-van-d", "dang-van-c", "vu-van-b", "tran-van-a"])
    }

    @Test func aSortNameDecidesWhereTheRuleForNamesWouldBeWrong() async throws {
        let people = [
            Honoured(id: "an", kind: "individual", name: "Lê Thị An"),
            Honoured(id: "y-bo", kind: "individual", name: "Y Bo Niê", sortName: "Bo Niê Y"),
            Honoured(id: "cuc", kind: "individual", name: "Lê Thị Cúc"),
        ]
        #expect(try await SiteFixture(honouring: people).plan().ids(at: Route.entries) == ["an", "y-bo", "cuc"])
        var plain = people
        plain[1].sortName = ""
        #expect(try await SiteFixture(honouring: plain).plan().ids(at: Route.entries) == ["an", "cuc", "y-bo"])
    }

    @Test func theLatestYearComesFirst() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "cu", kind: "collective", name: "A", year: 2023),
            Honoured(id: "moi", kind: "individual", name: "Z", year: 2025, decided: "19/5"),
            Honoured(id: "giua", name: "M", year: 2024),
        ])
        let plan = try await site.plan()
        #expect(plan.ids(at: Route.entries) == ["moi", "giua", "cu"])
        let years = plan.listings.compactMap { listing in if case .year(let year) = listing.kind { year } else { nil } }
        #expect(years == [2025, 2024, 2023])
        #expect(plan.ids(at: Route.year(2024)) == ["giua"])
        #expect(plan.ids(at: Route.year(2022)) == nil, "a year without honours has no page")
    }

    @Test func equalNamesAreToldApartByTheirIDs() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "hai", name: "Hộ ông An"), Honoured(id: "ba", name: "Hộ ông An"), Honoured(id: "mot", name: "Hộ ông An"),
        ])
        #expect(try await site.plan().ids(at: Route.entries) == ["ba", "hai", "mot"])
    }

    @Test func theNewestByTheDayOfTheDecision() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "thang-mot", name: "A", decided: "15/01"), Honoured(id: "thang-chin", name: "B", decided: "02/9"),
            Honoured(id: "thang-nam", name: "C", decided: "19/5"),
        ])
        let plan = try await site.plan()
        #expect(plan.ids(of: plan.newest(2)) == ["thang-chin", "thang-nam"])
    }

    @Test func neighboursFollowTheList() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "a", name: "Hộ ông An"), Honoured(id: "b", name: "Hộ ông Bình"), Honoured(id: "c", name: "Hộ ông Chi"),
        ])
        let plan = try await site.plan()
        #expect(plan.neighbours(of: 0).previous == nil)
        #expect(plan.neighbours(of: 0).next?.route == Route.entry(year: 2024, id: "b"))
        #expect(plan.neighbours(of: 2).previous?.route == Route.entry(year: 2024, id: "b"))
        #expect(plan.neighbours(of: 2).next == nil)
        #expect(plan.ids(of: plan.related(to: 0)) == ["c"], "the neighbours are linked to already")
    }
}
