import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Foundation
import Programmes
import Publishing
import Registers
import TestSupport
import Testing

/// A fourth plan of a made-up locality, as data only, with every kind of rule there is: `FourthPlan/README.md`.
@Suite struct FourthPlanTests {
    private static let day = CalendarDay(year: 2027, month: 12, day: 20)!

    private static func site() throws -> SiteFixture {
        let site = try SiteFixture.sampleBoard()
        let vocabulary = try site.read("content/vocabulary.yaml")
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("FourthPlan").path
        try site.remove("content")
        try site.write("content/vocabulary.yaml", vocabulary)
        for file in FileTree.files(in: folder) where file.hasPrefix("content/") {
            try site.write(file, try String(contentsOfFile: folder + "/" + file, encoding: .utf8))
        }
        try site.write("content/media/anh.jpg", SamplePicture.jpeg)
        return site
    }

    @Test func usesEveryKindOfRule() async throws {
        let corpus = try await Self.site().check(asOf: Self.day).content.corpus
        let text = try #require(corpus.programmes.first).path
        let used = try Self.site().read(text).matches(of: #/kind: ([a-z_]+)/#).map { String($0.1) }
        #expect(Set(RuleCatalogue.builtKinds).subtracting(used).isEmpty)
    }

    @Test func bothOfItsHonoursMeetEveryRule() async throws {
        let evaluation = try await Self.site().check(asOf: Self.day)
        #expect(evaluation.diagnostics.filter { $0.severity > .notice }.map(\.oneLine) == [])
        #expect(evaluation.report.entries.map(\.fate) == [.published, .published])
        #expect(evaluation.report.entries.allSatisfy { $0.outcomes.allSatisfy { [.pass, .notApplicable].contains($0.status) } })
        let targets = Dictionary(grouping: evaluation.report.targets, by: \.ruleID)
        #expect(Set(targets.keys) == ["MV-50", "MV-51", "MV-52", "MV-53", "MV-54"])
        // Every rule that can be met by an entry is met by one of the two.
        let programme = try #require(evaluation.content.corpus.programmes.first)
        for (index, rule) in programme.rules.enumerated() where rule.scope == .entry || rule.id == "MV-44" {
            #expect(evaluation.report.entries.contains { $0.outcomes[index].status == .pass }, "\(rule.id)")
        }
    }

    /// One change of the data, the rule that it breaks, and how.
    struct Break: Sendable, CustomTestStringConvertible {
        var rule: String
        var file: String
        var old: String
        var new: String
        var status: OutcomeStatus
        var testDescription: String { rule }
    }

    private static let breaks: [Break] = [
        ("MV-02", "registers/subjects.csv", "cooperative_group", "enterprise", .fail),
        ("MV-03", "registers/subjects.csv", "branch_head", "party_secretary", .fail),
        ("MV-04", "entries/2027/ba-thi-mau-2027.md", "field: culture_society", "field: new_rural", .fail),
        ("MV-05", "registers/ratings.csv", "2026,party-4,good", "2026,party-4,fair", .unknown),
        (
            "MV-06", "registers/recognitions.csv", "CN-2,ba-thi-mau,mau-van-2026,dan-van-kheo-model,base,2027",
            "CN-2,ba-thi-mau,mau-van-2026,dan-van-kheo-model,base,2025", .unknown
        ),
        ("MV-07", "registers/ratings.csv", "2026H2,party-4,fair", "2026H2,party-4,poor", .fail),
        ("MV-08", "registers/reviews.csv", "MV-08,to-hau,2027,met", "MV-08,to-hau,2027,not_met", .fail),
        ("MV-10", "registers/registrations.csv", "Cả năm 2027", "", .unknown),
        ("MV-11", "registers/registrations.csv", "commune_government|unit", "unit", .fail),
        ("MV-12", "registers/registrations.csv", "2027-02-28", "2027-03-01", .fail),
        ("MV-20", "registers/dossiers.csv", "2027-09-22,unit|commune_government,2", "2027-09-22,unit|commune_government,1", .fail),
        ("MV-21", "registers/dossiers.csv", "2027-09-22", "2027-10-02", .fail),
        ("MV-22", "entries/2027/ba-thi-mau-2027.md", "Hai bến cá sạch rác", String(repeating: "sạch ", count: 40), .fail),
        ("MV-23", "entries/2027/ba-thi-mau-2027.md", "role: activity", "role: portrait", .fail),
        (
            "MV-24", "entries/2027/ba-thi-mau-2027.md",
            "videos:\n  - {url: \"https://video.example.vn/ben-khong-rac\", title: \"Bến không rác\"}\n", "", .fail
        ),
        ("MV-25", "entries/2027/to-hau-2027.md", "unit: \"ô lồng\"", "unit: \"lần\"", .fail),
        (
            "MV-30", "registers/scores.csv", "BD-2,mau-van-2026,mv-diem,ba-thi-mau,2027,verified,3,8",
            "BD-2,mau-van-2026,mv-diem,ba-thi-mau,2027,verified,3,11", .fail
        ),
        ("MV-31", "places.csv", "island_commune|disadvantaged_commune", "island_commune", .fail),
        ("MV-32", "registers/scores.csv", "to-hau,2027,verified,2,5", "to-hau,2027,verified,2,4", .fail),
        ("MV-33", "registers/scores.csv", "to-hau,2027,verified,3,6", "to-hau,2027,verified,3,5", .fail),
        ("MV-34", "registers/scores.csv", "ba-thi-mau,2027,verified,1,5,Bản đăng ký", "ba-thi-mau,2027,verified,1,5,", .fail),
        (
            "MV-40", "registers/awards.csv", "2027-10-20,Chủ tịch UBND xã Mẫu Vân,,,valid,,,\nKT-3",
            "2027-10-20,Chủ tịch UBND xã Mẫu Vân,,,revoked,2027-11-01,,\nKT-3", .fail
        ),
        ("MV-41", "registers/awards.csv", "certificate_of_merit,2026", "certificate_of_merit,2025", .unknown),
        (
            "MV-42", "registers/awards.csv", "29/QĐ-UBND (minh họa),2027-10-20,Chủ tịch UBND xã Mẫu Vân",
            "29/QĐ-UBND (minh họa),2027-10-20,Chủ tịch UBND tỉnh Quảng Ninh", .fail
        ),
        ("MV-43", "registers/awards.csv", "province,diploma_of_merit", "province,certificate_of_merit", .fail),
        ("MV-44", "registers/registrations.csv", "Bến không rác,2", "Bến không rác,1", .fail),
    ].map { Break(rule: $0, file: $1, old: $2, new: $3, status: $4) }

    @Test(arguments: breaks) func oneChangeBreaksIt(_ example: Break) async throws {
        let site = try Self.site()
        try site.replace(in: "content/" + example.file, example.old, example.new)
        let evaluation = try await site.check(asOf: Self.day)
        let programme = try #require(evaluation.content.corpus.programmes.first)
        let index = try #require(programme.rules.firstIndex { $0.id == example.rule })
        #expect(evaluation.report.entries.contains { $0.outcomes[index].status == example.status })
        let finding = try #require(evaluation.diagnostics.first { $0.clause?.rule == example.rule })
        #expect(finding.required != nil && finding.remedy != nil && finding.place?.position != nil)
    }

    @Test func everyRuleOfAnEntryCanBeBroken() async throws {
        let programme = try #require(try await Self.site().check(asOf: Self.day).content.corpus.programmes.first)
        let wanted = programme.rules.filter { $0.scope == .entry || $0.kind.value == "quota" }.map(\.id)
        #expect(Set(Self.breaks.map(\.rule)) == Set(wanted))
    }

    /// What organisations and the staff left undone is a warning of the programme, and holds nobody back.
    @Test(
        arguments: [
            ("MV-50", "registers/registrations.csv", "ba-thi-mau,hoi-phu-nu", "ba-thi-mau,ba-thi-mau"),
            ("MV-51", "registers/registrations.csv", "Bến không rác", "Bến ít rác"),
            ("MV-52", "registers/dossiers.csv", "2027-11-10", "2027-11-20"),
            ("MV-53", "registers/registrations.csv", "thôn Mẫu Bến,culture_society", "thôn Mẫu Bến,"),
            ("MV-54", "registers/totals.csv", "all,,3", "all,,4"),
        ])
    func targetsAreReported(_ rule: String, _ file: String, _ old: String, _ new: String) async throws {
        let site = try Self.site()
        try site.replace(in: "content/" + file, old, new)
        let evaluation = try await site.check(asOf: Self.day)
        #expect(evaluation.report.targets.contains { $0.ruleID == rule && ($0.status == .fail || $0.status == .unknown) })
        #expect(evaluation.report.entries.allSatisfy { $0.fate == .published })
        #expect(evaluation.diagnostics.contains { $0.clause?.rule == rule && $0.severity < .error })
    }

    /// The site of that locality is built, and says the rules in its own words.
    @Test func itsBoardIsBuilt() async throws {
        let site = try Self.site()
        _ = try await site.build(asOf: Self.day).summary()
        let page = try site.page("ke-hoach/mau-van-2026/")
        for rule in ["MV-05", "MV-31", "MV-44"] { #expect(page.contains(rule)) }
        #expect(try site.page("vinh-danh/2027/to-hau-2027/").contains("1999/QĐ-UBND"))
    }
}
