import Board
import Publishing
import Registers
import TestSupport
import Testing
import Vietnamese

/// The list from A to Z.
@Suite struct NameListTests {
    @Test func everybodyStandsUnderOneLetter() async throws {
        let site = try SiteFixture.sampleBoard()
        let plan = try #require(try await site.check().plan)
        #expect(plan.nameLists.flatMap(\.honours).sorted() == plan.honours.indices.map(Int32.init))
        #expect(plan.nameLists.map(\.letter) == plan.nameLists.map(\.letter).sorted())
        for list in plan.nameLists {
            for (position, index) in list.honours.enumerated() {
                #expect((plan.honours[Int(index)].subject.kind != .collective) == (position < list.people))
            }
        }
    }

    /// People by their given name, households by that of their head, collectives by their first word.
    @Test func aNameStandsUnderItsLetter() async throws {
        let site = try SiteFixture()
        let plan = try #require(try await site.check().plan)
        let lists = plan.nameLists.map { list in "\(list.letter.title): \(list.honours.map { plan.honours[Int($0)].subject.name })" }
        #expect(lists == ["C: [\"Chi bộ thôn Mẫu A\"]", "D: [\"Trần Thị Ví Dụ\"]", "M: [\"Hộ ông Lê Văn Mẫu\"]"])
        #expect(plan.nameLists.map(\.route) == ["tim-kiem/ten/c/", "tim-kiem/ten/d/", "tim-kiem/ten/m/"])
    }

    /// A sort name is written in the order in which it is compared.
    @Test func aSortNameDecides() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/subjects.csv", "Trần Thị Ví Dụ,,", "Trần Thị Ví Dụ,Ươm Trần Thị,")
        let plan = try #require(try await site.check().plan)
        #expect(plan.nameLists.map(\.letter.title) == ["C", "M", "Ư"])
    }
}
