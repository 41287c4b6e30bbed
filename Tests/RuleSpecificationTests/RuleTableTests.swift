import Eligibility
import Foundation
import Programmes
import Publishing
import TestSupport
import Testing

@Suite struct RuleTableTests {
    private static let file = Repository.root + "/docs/quy-dinh.md"

    @Test("docs/quy-dinh.md lists every rule with its kind and its test") func isFresh() async throws {
        var expected = RuleTable.preface
        for plan in Plan.allCases {
            let corpus = try await plan.base().evaluation.content.corpus
            let programme = try #require(corpus.programme(plan.programmeID))
            expected += RuleTable(programme, corpus.vocabulary).section(Specification.all.filter { $0.plan == plan })
        }
        if SpecificationTests.isRecording { try expected.write(toFile: Self.file, atomically: true, encoding: .utf8) }
        let written = try? String(contentsOfFile: Self.file, encoding: .utf8)
        #expect(
            written == expected, "docs/quy-dinh.md is out of date: BANGVANG_RECORD=1 swift test --filter RuleSpecificationTests")
    }
}
