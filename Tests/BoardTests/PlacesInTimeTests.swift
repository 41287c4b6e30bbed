import Board
import Eligibility
import Formats
import Places
import Publishing
import TestSupport
import Testing

/// Communes and districts end, merge and are renamed; an honour stays where it was given, and is found where that is now.
@Suite struct PlacesInTimeTests {
    private static let honours = [
        Honoured(id: "o-a", name: "Hộ ông An", place: "xa-mau-a"), Honoured(id: "o-b", name: "Hộ ông Bình", place: "xa-mau-b"),
        Honoured(id: "o-moi", name: "Hộ ông Chi", year: 2025, place: "xa-mau-moi"),
    ]

    @Test func aPlaceOfTodayGathersThoseThatWentIntoIt() async throws {
        let plan = try await SiteFixture(honouring: Self.honours).plan()
        #expect(plan.ids(at: Route.place("xa-mau-moi")) == ["o-moi", "o-a", "o-b"])
        #expect(plan.ids(at: Route.place("xa-mau-a")) == ["o-a"], "an old commune keeps its own")
        #expect(plan.ids(at: Route.place("tinh-mau")) == ["o-moi", "o-a", "o-b"], "each once, though it lies in the province twice over")
    }

    @Test func aDistrictThatEndedKeepsItsPageAndSaysWhatBecameOfIt() async throws {
        let plan = try await SiteFixture(honouring: Self.honours).plan()
        #expect(plan.ids(at: Route.place("huyen-mau")) == ["o-a", "o-b"])
        let district = try #require(plan.corpus.gazetteer["huyen-mau"])
        #expect(!district.exists(on: plan.asOf))
        #expect(plan.placesToday(for: district).map(\.id) == ["xa-mau-moi"])
        let commune = try #require(plan.corpus.gazetteer["xa-mau-b"])
        #expect(plan.placesToday(for: commune).map(\.id) == ["xa-mau-moi"])
    }

    @Test func theWholeProvinceAsATree() async throws {
        let plan = try await SiteFixture(honouring: Self.honours).plan()
        #expect(plan.topPlaces().map(\.id) == ["tinh-mau"])
        #expect(plan.childrenWithHonours(of: "tinh-mau").map(\.id) == ["huyen-mau", "xa-mau-moi"])
        #expect(plan.childrenWithHonours(of: "huyen-mau").map(\.id) == ["xa-mau-a", "xa-mau-b"])
    }

    @Test func aPlaceWithoutHonoursHasNoPage() async throws {
        let plan = try await SiteFixture(honouring: [Self.honours[0]]).plan()
        #expect(plan.ids(at: Route.place("xa-mau-b")) == nil)
        #expect(plan.childrenWithHonours(of: "huyen-mau").map(\.id) == ["xa-mau-a"])
    }

    /// A second reform: what went into the commune that was new then goes on with it.
    @Test func honoursFollowThroughTwoReforms() async throws {
        let site = try SiteFixture(honouring: [Self.honours[0]])
        try site.replace(in: "content/places.csv", "2025-07-01,,", "2025-07-01,2025-09-30,")
        try site.append(to: "content/places.csv", "phuong-mau,00004,Mẫu,Phường Mẫu,commune,tinh-mau,2025-10-01,,\n")
        try site.append(to: "content/place_links.csv", "xa-mau-moi,phuong-mau,2025-10-01,renamed_to,whole\n")
        let plan = try await site.plan()
        for place in ["xa-mau-a", "xa-mau-moi", "phuong-mau"] { #expect(plan.ids(at: Route.place(place)) == ["o-a"], "\(place)") }
        let commune = try #require(plan.corpus.gazetteer["xa-mau-a"])
        #expect(plan.placesToday(for: commune).map(\.id) == ["phuong-mau"])
    }

    /// Before the reform, the board shows the places of the day.
    @Test func aBoardOfAnEarlierDay() async throws {
        let evaluation = try await SiteFixture(honouring: [Self.honours[0]]).check(asOf: CalendarDay(year: 2025, month: 6, day: 30)!)
        let plan = try #require(evaluation.plan)
        let commune = try #require(plan.corpus.gazetteer["xa-mau-a"])
        #expect(plan.placesToday(for: commune).map(\.id) == ["xa-mau-a"])
    }
}
