import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Publishing
import Registers
import TestSupport
import Testing

/// The board in figures: what is counted, once or every time, and that it is nothing but what the board shows.
@Suite struct StatisticsTests {
    @Test func anEmptyBoardCountsNothing() async throws {
        let statistics = Statistics(try await SiteFixture(honouring: []).plan())
        #expect(statistics.total == Tally())
        #expect(statistics.years.isEmpty && statistics.fields.isEmpty && statistics.places.isEmpty && statistics.timeline.isEmpty)
        #expect(statistics.models.isEmpty && statistics.latestDecision == nil && statistics.decisions == 0)
    }

    @Test func whoIsHonouredTwiceIsTwoHonoursAndOnePerson() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "ong-an", kind: "individual", name: "Nguyễn Mẫu An", number: "1/QĐ"),
            Honoured(id: "ho-binh", name: "Hộ ông Bình"),
            Honoured(id: "to-chi", kind: "collective", name: "Tổ Chi", year: 2023),
        ])
        try site.append(
            to: "content/registers/awards.csv",
            "KT-lan-hai,ong-an,mau-2024,,base,certificate_of_merit,2023,xa-mau-b,2/QĐ,01/9/2023,Chủ tịch,,,valid,,,\n")
        let first = try site.read("content/entries/2024/ong-an.md")
        try site.write(
            "content/entries/2023/ong-an-2023.md",
            try first.replacingOnly("KT-ong-an", with: "KT-lan-hai", in: "the entry").replacingOnly(
                "year: 2024", with: "year: 2023", in: "it"))
        let statistics = Statistics(try await site.plan())
        #expect(statistics.total.honours == 4)
        #expect(statistics.total.individuals == 2)
        #expect(statistics.subjects == [.individual: 1, .household: 1, .collective: 1])
        #expect(statistics.honouredAgain == 1)
        #expect(statistics.years.map(\.subject) == [2024, 2023])
        #expect(statistics.years.map(\.tally.honours) == [2, 2])
        #expect(statistics.latestDecision == CalendarDay(year: 2024, month: 11, day: 20))
    }

    /// Whatever stands beside a link is the number of honours at its end.
    @Test func everyFigureIsThatOfItsList() async throws {
        let site = try SiteFixture.sampleBoard()
        let evaluation = try await site.check(asOf: CalendarDay(year: 2026, month: 11, day: 1)!)
        let plan = try #require(evaluation.plan)
        let statistics = Statistics(plan)
        let lines =
            statistics.years.map { ($0.route, $0.tally.honours) } + statistics.fields.map { ($0.route, $0.tally.honours) }
            + statistics.places.map { ($0.route, $0.tally.honours) }
        #expect(lines.count > 12)
        for (route, count) in lines { #expect(plan.listing(at: route)?.honours.count == count, "\(route)") }
        #expect(statistics.years.map(\.tally.honours).reduce(0, +) == plan.honours.count)
        #expect(statistics.fields.map(\.tally.honours).reduce(0, +) == plan.honours.count)
        #expect(statistics.decisions == statistics.timeline.map(\.decisions).reduce(0, +))
        #expect(statistics.tellsOfEndedPlaces)
        let ended = try #require(statistics.places.firstIndex { $0.subject.place.id == "tinh-bac-giang" })
        let today = try #require(statistics.places.firstIndex { $0.subject.place.id == "tinh-bac-ninh" })
        #expect(today < ended, "provinces of today come first")
    }

    /// Phụ lục 4's sums, counted a second time from the registers: the registrations that published honours point at.
    @Test func theSumsOfTheFormAreThoseOfTheRegisters() async throws {
        let plan = try #require(
            try await SiteFixture.sampleBoard().check(asOf: CalendarDay(year: 2026, month: 11, day: 1)!).plan)
        let registers = plan.corpus.registers
        let sums = try #require(Statistics(plan).models.first { $0.programme.id == "yenbai-khoi-2024" })
        #expect(sums.form?.id == "phu-luc-4")
        let registered = Set(
            plan.honours.filter { $0.programme.id == "yenbai-khoi-2024" }.compactMap { $0.entry.registrationID?.value }
        ).compactMap(registers.registration)
        #expect(!registered.isEmpty)
        func count(where isCounted: (Registration) -> Bool) -> Int {
            registered.filter(isCounted).map { $0.quantity ?? 1 }.reduce(0, +)
        }
        #expect(sums.total.models == count { _ in true })
        #expect(sums.total.newModels == count { $0.status == "new" })
        #expect(sums.total.maintainedModels == count { $0.status == "maintained" })
        for kind in [SubjectKind.collective, .individual] {
            #expect(sums.total.models(of: kind) == count { registers.subject($0.subjectID, on: $0.registeredOn)?.kind == kind }, "\(kind)")
        }
        for row in sums.rows { #expect(row.tally.models == count { $0.field == row.field }, "\(row.field)") }
        #expect(sums.rows.map(\.tally.models).reduce(0, +) == sums.total.models)
        let order = sums.programme.fields.map(\.id)
        #expect(sums.rows.map(\.field) == order.filter { id in sums.rows.contains { $0.field == id } })

        // The list that was reported holds more: models that were registered and not recognised are nobody's business.
        let reported = try #require(registers.rows.totals.first { $0.formID == "phu-luc-4" && $0.key == .all })
        #expect(sums.total.models < reported.count)
    }

    @Test func aModelThatTwoEntriesTellOfIsCountedOnce() async throws {
        let site = try SiteFixture()
        let model = "model: {title: \"Đường hoa\", status: new, quantity: 3}\nregistration: DK-001\n"
        try site.replace(in: "content/entries/2024/chi-bo-mau-a-2024/index.md", "registration: DK-001\n", model)
        try site.replace(in: "content/entries/2024/tran-thi-vi-du-2024.md", "year: 2024\n", "year: 2024\n" + model)
        let statistics = Statistics(try #require(try await site.check().plan))
        #expect(statistics.total.models == 3)
        #expect(statistics.total.newModels == 3)
        let sums = try #require(statistics.models.first)
        #expect(statistics.models.count == 1 && sums.year == 2024 && sums.total.models == 3)
        #expect(sums.form == nil, "the small board's plan asks for no list")
    }

    @Test func theTimelineNamesTheHighestLevelThenTheLatest() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "a", name: "Hộ ông An", decided: "01/9", number: "1/QĐ"),
            Honoured(id: "b", name: "Hộ ông Bình", decided: "02/9", number: "2/QĐ"),
            Honoured(id: "c", name: "Hộ ông Chi", decided: "03/9", number: "3/QĐ"),
            Honoured(id: "d", name: "Hộ ông Dũng", decided: "04/9", number: "4/QĐ"),
        ])
        try site.replace(in: "content/registers/awards.csv", "KT-a,a,mau-2024,,base", "KT-a,a,mau-2024,,district")
        let plan = try await site.plan()
        let moment = try #require(Statistics(plan).timeline.first)
        #expect(moment.highlights.map { plan.honours[$0].entry.id.value } == ["a", "d", "c"])
        #expect(moment.decisions == 4)
    }

    /// A long list of places can't be read at a glance: then provinces only.
    @Test(arguments: [(5, true), (40, false)]) func districtsAreToldWhereThereAreFew(communes: Int, areTold: Bool) async throws {
        let site = try SiteFixture(
            honouring: (0..<communes).map { Honoured(id: "o-\($0)", name: "Hộ ông Mẫu", place: "xa-thu-\($0)") })
        try site.append(
            to: "content/places.csv", (0..<communes).map { "xa-thu-\($0),,Thử \($0),Xã Thử \($0),commune,tinh-mau,,,\n" }.joined())
        let statistics = Statistics(try await site.plan())
        #expect(statistics.places.first?.subject.place.id == "tinh-mau")
        #expect(statistics.places.first?.tally.honours == communes)
        #expect(statistics.places.contains { $0.subject.depth == 1 } == areTold)
    }
}
