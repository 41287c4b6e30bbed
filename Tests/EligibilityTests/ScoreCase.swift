import Diagnostics
import Eligibility
import Registers
import Testing

/// One change of the board of score sheets, and what the rules about points then say of one of its entries.
struct ScoreCase: Sendable, CustomTestStringConvertible {
    /// What a rule says where it is not met, or met with a remark.
    struct Answer: Sendable {
        var status: OutcomeStatus
        var code: String
        var spot: RuleCase.Spot
    }

    var name: String
    var entry: String
    /// What differs from a pass, by rule.
    var answers: [String: Answer]
    var change: @Sendable (inout SampleBoard) -> Void

    init(_ name: String, _ entry: String, _ answers: [String: Answer] = [:], _ change: @escaping @Sendable (inout SampleBoard) -> Void) {
        (self.name, self.entry, self.answers, self.change) = (name, entry, answers, change)
    }

    /// All rules of a plan give the same answer, those apart that are named.
    init(
        _ name: String, _ entry: String, all code: String, at spot: RuleCase.Spot, failing: Set<String> = [],
        _ change: @escaping @Sendable (inout SampleBoard) -> Void
    ) {
        let rules = scoreRules.filter { $0.hasPrefix(entry.hasPrefix("c") ? "YB" : "VN") }
        let answers = rules.map { ($0, Answer(status: failing.contains($0) ? .fail : .unknown, code: code, spot: spot)) }
        self.init(name, entry, Dictionary(uniqueKeysWithValues: answers), change)
    }

    var testDescription: String { name }

    func run() async throws {
        var board = SampleBoard.scoreBoard
        change(&board)
        let result = try await board.check()
        try compare(result, board)
        // The order of rows plays no part.
        var random = InvarianceTests.SeededGenerator(name)
        var shuffled = board
        shuffled[.scores].rows.shuffle(using: &random)
        try compare(try await shuffled.check(), shuffled, places: false)
    }

    private func compare(_ result: SampleReport, _ board: SampleBoard, places: Bool = true) throws {
        for (rule, outcome) in try result.outcomes(of: entry) where scoreRules.contains(rule) {
            let answer = answers[rule]
            #expect(outcome.status == answer?.status ?? .pass, "\(rule)")
            let findings = try result.findings(rule, of: entry)
            #expect(findings.map(\.code) == (answer.map { [$0.code] } ?? []), "\(rule)")
            if places, let answer { #expect(findings.first?.place?.description == board.place(answer.spot, of: entry), "\(rule)") }
            #expect(findings.allSatisfy { $0.severity == .error && $0.required != nil && $0.remedy != nil }, "\(rule)")
        }
    }
}

func failed(_ code: String, at spot: RuleCase.Spot) -> ScoreCase.Answer { ScoreCase.Answer(status: .fail, code: code, spot: spot) }
func unknown(_ code: String, at spot: RuleCase.Spot) -> ScoreCase.Answer { ScoreCase.Answer(status: .unknown, code: code, spot: spot) }
