import Diagnostics
import Eligibility
import Registers
import Testing

/// One change of the board of registrations and earlier awards, and what the rules about them then say of one
/// of its entries: as on the unchanged board, but for the answers that the case names.
struct StandingCase: Sendable, CustomTestStringConvertible {
    struct Answer: Sendable {
        var status: OutcomeStatus
        var code: String?
        var spot: RuleCase.Spot?

        static let pass = Answer(status: .pass)
        static let notApplicable = Answer(status: .notApplicable)
        static func pass(but code: String, at spot: RuleCase.Spot) -> Answer { Answer(status: .pass, code: code, spot: spot) }
        static func fail(_ code: String, at spot: RuleCase.Spot) -> Answer { Answer(status: .fail, code: code, spot: spot) }
        static func unknown(_ code: String, at spot: RuleCase.Spot) -> Answer { Answer(status: .unknown, code: code, spot: spot) }
    }

    /// The rules that rest on registrations, on earlier awards, on the award itself or on figures.
    static let rules: Set<String> = [
        "YB-09", "YB-12", "VN-05", "VN-10", "VN-20", "VN-21", "VN-22", "VN-26", "VN-27", "VN-28b", "VN-32", "VN-33", "VN-34", "VN-90",
    ]

    var name: String
    var entry: String
    var answers: [String: Answer]
    var change: @Sendable (inout SampleBoard) -> Void

    init(
        _ name: String, _ entry: String, _ answers: [String: Answer] = [:],
        _ change: @escaping @Sendable (inout SampleBoard) -> Void = { _ in }
    ) {
        (self.name, self.entry, self.answers, self.change) = (name, entry, answers, change)
    }

    /// All of these rules give the same answer.
    init(_ name: String, _ entry: String, _ rules: [String], _ answer: Answer, _ change: @escaping @Sendable (inout SampleBoard) -> Void) {
        self.init(name, entry, Dictionary(uniqueKeysWithValues: rules.map { ($0, answer) }), change)
    }

    var testDescription: String { "\(entry): \(name)" }

    /// What the rules say of the unchanged board, checked once for all cases.
    private static let unchanged = Task { try await SampleBoard.standingBoard.check() }

    func run() async throws {
        let before = try await Self.unchanged.value.statuses(of: entry)
        var board = SampleBoard.standingBoard
        change(&board)
        try compare(try await board.check(), before, board)
        // The order of rows plays no part.
        var random = InvarianceTests.SeededGenerator(name)
        var shuffled = board
        for register in RegisterName.allCases where shuffled.registers[register] != nil { shuffled[register].rows.shuffle(using: &random) }
        try compare(try await shuffled.check(), before, nil)
    }

    /// Places are compared where the board is given.
    private func compare(_ result: SampleReport, _ before: [String: OutcomeStatus], _ board: SampleBoard?) throws {
        for (rule, outcome) in try result.outcomes(of: entry) where Self.rules.contains(rule) {
            let answer = answers[rule]
            #expect(outcome.status == answer?.status ?? before[rule], "\(rule)")
            let findings = try result.findings(rule, of: entry)
            #expect(findings.map(\.code) == [answer?.code].compactMap { $0 }, "\(rule)")
            #expect(findings.allSatisfy { $0.required != nil && $0.remedy != nil && $0.clause != nil }, "\(rule)")
            guard let board, let spot = answer?.spot else { continue }
            #expect(findings.first?.place?.description == board.place(spot, of: entry), "\(rule)")
        }
    }
}
