import Diagnostics
import Eligibility
import Registers
import Testing

/// How many may be honoured: LN-17, exactly five collectives, and LN-18, at most three persons.
@Suite struct QuotaTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var rule: String
        var count: Int
        var status: OutcomeStatus
        var code: String?
        var severity: Severity = .error
        var testDescription: String { "\(rule): \(count)" }
    }

    static let cases = [
        Case(rule: "LN-17", count: 1, status: .pass, code: "quota-not-filled", severity: .warning),
        Case(rule: "LN-17", count: 4, status: .pass, code: "quota-not-filled", severity: .warning),
        Case(rule: "LN-17", count: 5, status: .pass),
        Case(rule: "LN-17", count: 6, status: .fail, code: "quota-exceeded"),
        Case(rule: "LN-18", count: 1, status: .pass),
        Case(rule: "LN-18", count: 3, status: .pass),
        Case(rule: "LN-18", count: 4, status: .fail, code: "quota-exceeded"),
    ]

    @Test(arguments: cases) func counts(_ example: Case) async throws {
        let result = try await Self.board(example.rule, count: example.count).check()
        let findings = Self.findings(example.rule, result)
        #expect(findings.map(\.code) == (example.code.map { [$0] } ?? []))
        for finding in findings {
            #expect(finding.severity == example.severity)
            #expect(finding.clause == Clause(rule: example.rule, cite: "III.2.3", document: LucNgan.document))
            let line = try #require(Self.line(ofRule: example.rule))
            #expect(finding.place?.path == ProjectFiles.lucNganPath && finding.place?.position?.line == line)
            #expect(finding.required != nil && finding.remedy != nil)
            #expect(finding.notes.count == example.count)
        }
        for id in Self.ids(example.rule, count: example.count) {
            #expect(try result.statuses(of: id)[example.rule] == example.status)
            #expect(result.fates[id] == (example.status == .fail ? .withheld : .published))
        }
        let batch = try #require(result.report.batches.first { $0.ruleID == example.rule })
        #expect(batch.count == example.count && batch.isOver == (example.status == .fail))
        // The other kind of subject is counted apart.
        let other = example.rule == "LN-17" ? SampleBoard.secretaryEntry : SampleBoard.committeeEntry
        #expect(result.fates[other] == .published)
        #expect(try result.statuses(of: other)[example.rule] == .notApplicable)
    }

    /// What happens to one of six entries, and whether it still counts.
    @Test(
        arguments: [
            ("draft", "publish", "{status: draft}", false), ("withdrawn", "publish", "{status: withdrawn}", true),
            ("scheduled", "publish", "{status: ready, from: 2030-01-01}", true), ("withheld for other reasons", "photos", "[]", true),
            ("of another year", "year", "2020", false),
        ])
    func whoCounts(_ name: String, _ key: String, _ value: String, _ counts: Bool) async throws {
        var board = Self.board("LN-17", count: 6)
        board[entry: SampleBoard.committeeEntry][key] = value
        let result = try await board.check()
        let codes = Self.findings("LN-17", result).map(\.code)
        #expect(codes.contains("quota-exceeded") == counts)
        #expect(result.fates[Self.ids("LN-17", count: 6)[5]] == (counts ? .withheld : .published))
    }

    @Test func aRevokedHonourStillCounts() async throws {
        var board = Self.board("LN-17", count: 6)
        board[Cell(.recognitions, ["BD-2021-1"], "status")] = "revoked"
        let result = try await board.check()
        #expect(Self.findings("LN-17", result).map(\.code) == ["quota-exceeded"])
        #expect(result.fates[SampleBoard.committeeEntry] == .revoked)
    }

    @Test func aQuotaOfLesserWeightHoldsNobodyBack() async throws {
        var board = Self.board("LN-18", count: 4)
        board.setSeverity("warning", ofRule: "LN-18")
        let result = try await board.check()
        #expect(Self.findings("LN-18", result).map(\.severity) == [.warning])
        #expect(Set(result.fates.values) == [.published])
    }

    // MARK: The sample, several times

    /// The sample with so many subjects of the kind that the rule counts.
    static func board(_ rule: String, count: Int) -> SampleBoard {
        var board = SampleBoard()
        for number in 1..<max(1, count) {
            board.addTwin(of: rule == "LN-17" ? SampleBoard.committeeSample : SampleBoard.secretarySample, number: number)
        }
        return board
    }

    static func ids(_ rule: String, count: Int) -> [String] {
        let first = rule == "LN-17" ? SampleBoard.committeeEntry : SampleBoard.secretaryEntry
        return [first] + (1..<max(1, count)).map { "\(first)-\($0)" }
    }

    static func findings(_ rule: String, _ result: SampleReport) -> [Diagnostic] {
        result.report.diagnostics.filter { $0.clause?.rule == rule }
    }

    private static func line(ofRule rule: String) -> Int32? {
        ProjectFiles.lucNgan.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasSuffix("- id: \(rule)") }.map {
            Int32($0 + 1)
        }
    }
}
