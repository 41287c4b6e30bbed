import Board
import Diagnostics
import Eligibility
import Entries
import Programmes
import Publishing
import Registers
import TestSupport
import Testing

/// The boards that the specifications change are sound: every rule that speaks of somebody is met.
@Suite struct BaseBoardTests {
    @Test(arguments: Plan.allCases) func everybodyMeetsEveryRule(plan: Plan) async throws {
        let base = try await plan.base()
        for (holder, standing) in base.standings {
            #expect(standing.fate == .published || standing.fate == nil, "\(holder)")
            for (rule, status) in standing.outcomes where status != .pass && status != .notApplicable {
                Issue.record("\(holder): \(rule) \(status)")
            }
        }
        // One collective is fewer than the five of LN-17; a specification makes them five.
        #expect(base.evaluation.diagnostics.map(\.code) == (plan == .lucNgan ? ["quota-not-filled"] : []))
    }

    /// What the boards must hold for every rule to speak of somebody.
    @Test(arguments: [
        (Plan.lucNgan, ["district collective periodic", "district individual periodic"]),
        (.yenBai, ["bloc collective periodic", "bloc individual periodic"]),
        (
            .vanNinh,
            [
                "base collective periodic", "base individual periodic", "district collective periodic", "district collective unscheduled",
                "district individual periodic", "province collective periodic", "province individual periodic",
            ]
        ),
    ])
    func everyWayOfBeingHonouredIsThere(plan: Plan, ways: [String]) async throws {
        let honours = try #require(try await plan.base().evaluation.plan?.honours)
        let found = honours.map { "\($0.level ?? "?") \($0.subject.kind.rawValue) \($0.entry.campaign?.value ?? "periodic")" }
        #expect(found.sorted() == ways)
    }
}
