import Diagnostics
import Eligibility
import Formats
import Programmes
import Publishing
import TestSupport
import Testing

/// Nothing of the catalogue is left out, and no specification leaves out one of its rule's answers.
@Suite struct CoverageTests {
    private static func rules(of plan: Plan) async throws -> [RuleDeclaration] {
        try #require(try await plan.base().evaluation.content.corpus.programme(plan.programmeID)).rules
    }

    @Test(arguments: Plan.allCases) func everyRuleOfTheCatalogueIsDeclared(plan: Plan) async throws {
        var seen: Set<String> = []
        let declared = try await Self.rules(of: plan).map(Catalogue.id).filter { seen.insert($0).inserted }
        #expect(declared == Catalogue.ids(of: plan))
    }

    @Test(arguments: Plan.allCases) func everyRuleThatIsCheckedIsSpecified(plan: Plan) async throws {
        let specified = Set(Specification.all.filter { $0.plan == plan }.flatMap(\.cases).map(\.expectation.rule))
        for rule in try await Self.rules(of: plan) {
            #expect(specified.contains(rule.id) == !rule.onlyInforms, "\(rule.id)")
        }
    }

    @Test(.disabled(if: SpecificationTests.isRecording), arguments: Specification.all)
    func everyAnswerHasItsCase(specification: Specification) async throws {
        let rules = try await Self.rules(of: specification.plan).filter { Catalogue.id(of: $0) == specification.id }
        #expect(!rules.isEmpty, "the programme has no such rule")
        for rule in rules {
            let cases = specification.cases.filter { $0.expectation.rule == rule.id }
            for status in [OutcomeStatus.pass, .fail, .unknown] {
                let has = cases.contains { $0.expectation.status == status }
                #expect(has != specification.excludes(status, of: rule.id), "\(rule.id) \(status.name.vi)")
            }
            #expect(specification.preamble.contains { $0.hasPrefix("> ") && $0.hasSuffix("(\(rule.cite))") }, "\(rule.id): clause")
            guard rule.kind.value == "human_review" else { continue }
            for code in ["review-missing", "review-by-other-body", "review-not-met"] {
                #expect(cases.contains { $0.expectation.words.contains("[\(code)]") }, "\(rule.id): \(code)")
            }
        }
        let own = Set(rules.map(\.id))
        #expect(specification.cases.allSatisfy { own.contains($0.expectation.rule) })
        #expect(Set(specification.cases.map(\.title)).count == specification.cases.count)
    }
}
