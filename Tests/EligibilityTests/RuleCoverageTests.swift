import Diagnostics
import Eligibility
import Programmes
import Testing

/// The case tables must leave out no rule of the plan that can be checked, and none of its answers.
@Suite struct RuleCoverageTests {
    static let cases: [RuleCase] = [
        StandingRuleTests.organisationType, StandingRuleTests.position, StandingRuleTests.recognised, StandingRuleTests.rated,
        ReviewRuleTests.cases,
        DossierRuleTests.documents, DossierRuleTests.confirmations, DossierRuleTests.deadline, EntryTextRuleTests.photos,
        EntryTextRuleTests.videos,
        EntryTextRuleTests.achievements, EntryTextRuleTests.summary,
    ].flatMap { $0 }

    @Test func everyRuleHasEveryAnswer() async throws {
        let programme = try await SampleBoard().check().corpus.programmes[0]
        for rule in programme.rules where rule.scope == .entry && rule.kind.value != "statement" {
            let answers = Set(Self.cases.filter { $0.rule == rule.id }.map(\.status))
            #expect(answers.contains(.pass), "\(rule.id): no case passes")
            // A document that is only to be there is either recorded or not known of: nothing contradicts it.
            let cannotFail = ["LN-02", "LN-19", "LN-20", "LN-21"].contains(rule.id)
            #expect(answers.contains(.fail) != cannotFail, "\(rule.id): a case fails")
            // The entry itself tells: there is always an answer.
            let isAlwaysKnown = ["LN-22", "LN-23", "LN-27"].contains(rule.id)
            #expect(answers.contains(.unknown) != isAlwaysKnown, "\(rule.id): a case is unknown")
        }
    }

    /// Clauses stand in the programme's file as the catalogue gives them.
    @Test func everyRuleCitesItsClause() async throws {
        let programme = try await SampleBoard().check().corpus.programmes[0]
        let checkable = programme.rules.filter { $0.scope != .programme }
        #expect(Dictionary(uniqueKeysWithValues: checkable.map { ($0.id, $0.cite) }) == LucNgan.cites)
        #expect(programme.document.citation == LucNgan.document)
    }

    /// The files as delivered are read without a word.
    @Test func theProjectsFilesHoldNoMistakes() async throws {
        var board = SampleBoard()
        board.vocabulary += "\n"
        board.programmes[0].text += "\n"
        _ = try await board.check()
    }

    @Test func theSampleMeetsEveryRule() async throws {
        let result = try await SampleBoard().check()
        for id in [SampleBoard.committeeEntry, SampleBoard.secretaryEntry] {
            #expect(Set(try result.statuses(of: id).values) == [.pass, .notApplicable])
            #expect(try result.entry(id).diagnostics.isEmpty)
            #expect(result.fates[id] == .published)
        }
        #expect(result.report.diagnostics.map(\.code) == ["quota-not-filled"])
        #expect(result.report.counts.map(\.count).reduce(0, +) == 2)
    }
}
