import Board
import Diagnostics
import Eligibility
import Formats
import Publishing
import TestSupport
import Testing

/// Which entries leave a page behind when they go.
@Suite struct TombstoneTests {
    private static let collective = "content/entries/2024/chi-bo-mau-a-2024/index.md"
    private static let route = "vinh-danh/2024/chi-bo-mau-a-2024/"

    private static func plan(_ change: (SiteFixture) throws -> Void) async throws -> SitePlan {
        let site = try SiteFixture()
        try change(site)
        let evaluation = try await site.check()
        guard let plan = evaluation.plan else { throw SiteFixture.Mistake(words: "there is no plan") }
        return plan
    }

    @Test(arguments: [
        ("{status: draft}", []), ("{status: ready, from: 02/12/2025}", []), ("{status: withdrawn}", [route]),
        ("{status: ready, consent: {on: 2024-11-01, covers: [name, photos], withdrawn_on: 2025-11-30}}", [route]),
        ("{status: draft, consent: {on: 2024-11-01, covers: [name, photos], withdrawn_on: 2025-11-30}}", []),
        ("{status: withdrawn, from: 01/12/2025}", [route]), ("{status: withdrawn, from: 02/12/2025}", []), ("{status: ready}", []),
    ])
    func byWhatTheEntrySays(publish: String, routes: [String]) async throws {
        let plan = try await Self.plan { try $0.replace(in: Self.collective, "{status: ready}", publish) }
        #expect(plan.tombstones.map(\.route) == routes)
    }

    @Test(arguments: [
        ("valid,,,", []), ("revoked,2025-02-01,20/QĐ-UBND,", [route]), ("under_review,,,", [route]),
        ("revoked,2025-02-01,20/QĐ-UBND,2025-12-02", []), ("under_review,,,2025-12-02", []),
    ])
    func byWhatTheDecisionSays(status: String, routes: [String]) async throws {
        let plan = try await Self.plan {
            try $0.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid,,,", "“Dân vận khéo”,\(status)")
        }
        #expect(plan.tombstones.map(\.route) == routes)
    }

    @Test func whatIsWithheldLeavesNone() async throws {
        let plan = try await Self.plan { try $0.replace(in: "content/registers/ratings.csv", "good", "fair") }
        #expect(plan.tombstones.isEmpty && !plan.honours.contains { $0.route == Self.route })
    }

    /// An entry that is withdrawn and can't be read has its address from where its file lies.
    @Test func whatCanNotBeReadStandsInItsFoldersYear() async throws {
        let plan = try await Self.plan {
            try $0.replace(in: Self.collective, "{status: ready}", "{status: withdrawn}")
            try $0.replace(in: Self.collective, "year: 2024", "year: hai nghìn")
        }
        #expect(plan.tombstones.map(\.route) == [Self.route])
    }

    /// An address belongs to the honour that is shown there.
    @Test func anHonourKeepsItsAddress() async throws {
        let plan = try await Self.plan {
            let text = try $0.read(Self.collective)
            try $0.write(
                "content/entries/2025/ban-cu.md",
                text.replacing("status: ready", with: "status: withdrawn").replacing("photos:", with: "x:"))
        }
        #expect(plan.tombstones.isEmpty)
        #expect(plan.honours.contains { $0.route == Self.route })
        #expect(!plan.diagnostics.contains { $0.code == "address-taken" })
    }

    @Test func theSitemapDoesNotNameThem() async throws {
        let plan = try await Self.plan { try $0.replace(in: Self.collective, "{status: ready}", "{status: withdrawn}") }
        let listed = plan.pages.filter(\.isListed).map { plan.route(of: $0) }
        #expect(!listed.contains(Self.route) && listed.contains("quyet-dinh/"))
        #expect(plan.pages.contains(.tombstone(0)))
    }

    /// An editor sees what is under review as a page with its findings; visitors see that something was there.
    @Test func anEditorSeesTheEntryItself() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid", "“Dân vận khéo”,under_review")
        var options = site.options()
        options.audience = .editors
        var reader = ContentReader(keepsCache: false)
        let evaluation = try await BoardEvaluation(try await reader.read(try BoardFolder(root: site.root)), options: options)
        let plan = try #require(evaluation.plan)
        #expect(plan.tombstones.isEmpty && plan.honours.contains { $0.route == Self.route && $0.isDraft })
    }

    @Test func aLinkToATombstoneIsPointedOut() async throws {
        let plan = try await Self.plan {
            try $0.replace(in: Self.collective, "{status: ready}", "{status: withdrawn}")
            try $0.replace(in: "content/pages/gioi-thieu.md", "(/vinh-danh/)", "(/vinh-danh/2024/chi-bo-mau-a-2024/)")
        }
        #expect(plan.diagnostics.map(\.oneLine) == ["content/pages/gioi-thieu.md:6:48 warning [link-to-unpublished]"])
    }
}
