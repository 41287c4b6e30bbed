import Diagnostics
import Eligibility
import Registers
import Testing

private let unit = SampleBoard.committeeEntry

/// Rules made of rules: every combination of what the parts can say.
@Suite struct ComposedRuleTests {
    /// A part that passes, fails, is unknown, or does not speak of the party committee.
    private enum Part: String, CaseIterable {
        case met = "{kind: rating_at_least, period: \"2021H1\", minimum: good}"
        case failing = "{kind: rating_at_least, period: \"2021H1\", minimum: excellent}"
        case unknown = "{kind: rating_at_least, period: \"2019\", minimum: good}"
        case other = "{kind: video, minimum: 9, when: {subject_kind: individual}}"
    }

    private static func board(_ keys: String) -> SampleBoard {
        var board = SampleBoard()
        board.addRule(
            "id: LN-92\nscope: entry\ncite: \"V\"\nseverity: error\ntext: \"Quy tắc thử.\"\nwhen: {subject_kind: collective}\n" + keys)
        return board
    }

    private static func list(_ kind: String, _ parts: [Part]) -> String {
        "kind: \(kind)\nrules:\n" + parts.map { "  - \($0.rawValue)" }.joined(separator: "\n")
    }

    private static let anyOf: [([Part], OutcomeStatus, String?)] = [
        ([.met], .pass, nil), ([.failing], .fail, "no-alternative-met"), ([.unknown], .unknown, "no-alternative-known"),
        ([.failing, .met], .pass, nil), ([.unknown, .met], .pass, nil), ([.failing, .unknown], .unknown, "no-alternative-known"),
        ([.failing, .failing], .fail, "no-alternative-met"), ([.other, .failing], .fail, "no-alternative-met"),
        ([.other], .notApplicable, nil),
        ([.failing, .unknown, .met], .pass, nil),
    ]

    @Test(arguments: anyOf.indices) func oneIsEnough(_ index: Int) async throws {
        let (parts, status, code) = Self.anyOf[index]
        let result = try await Self.board(Self.list("any_of", parts)).check()
        #expect(try result.statuses(of: unit)["LN-92"] == status)
        let findings = try result.findings("LN-92", of: unit)
        #expect(findings.map(\.code) == (code.map { [$0] } ?? []))
        #expect(result.fates[unit] == (status == .fail || status == .unknown ? .withheld : .published))
    }

    private static let allOf: [([Part], OutcomeStatus, String?)] = [
        ([.met, .met], .pass, nil), ([.met, .failing], .fail, "rating-too-low"), ([.met, .unknown], .unknown, "rating-missing"),
        ([.unknown, .failing], .fail, "rating-too-low"), ([.other, .met], .pass, nil), ([.other], .notApplicable, nil),
    ]

    @Test(arguments: allOf.indices) func allAreNeeded(_ index: Int) async throws {
        let (parts, status, code) = Self.allOf[index]
        let result = try await Self.board(Self.list("all_of", parts)).check()
        #expect(try result.statuses(of: unit)["LN-92"] == status)
        #expect(try result.findings("LN-92", of: unit).map(\.code) == (code.map { [$0] } ?? []))
    }

    private static let unless: [(exception: Part, rule: Part, OutcomeStatus, evidence: Int)] = [
        (.met, .failing, .notApplicable, 1), (.met, .met, .notApplicable, 1), (.failing, .met, .pass, 1), (.failing, .failing, .fail, 1),
        (.failing, .unknown, .unknown, 0), (.unknown, .met, .pass, 1),
        // Perhaps an exception, perhaps not: never a fail, never a pass.
        (.unknown, .failing, .unknown, 1), (.unknown, .unknown, .unknown, 0),
    ]

    @Test(arguments: unless.indices) func anExceptionFrees(_ index: Int) async throws {
        let (exception, rule, status, evidence) = Self.unless[index]
        let result = try await Self.board("kind: unless\nexception: \(exception.rawValue)\nrule: \(rule.rawValue)").check()
        let outcome = try #require(try result.outcomes(of: unit)["LN-92"])
        #expect(outcome.status == status)
        #expect(outcome.evidence.count == evidence)
    }

    @Test func rulesNest() async throws {
        let result = try await Self.board(
            """
            kind: any_of
            rules:
              - kind: all_of
                rules:
                  - \(Part.met.rawValue)
                  - \(Part.failing.rawValue)
              - kind: unless
                exception: \(Part.failing.rawValue)
                rule: \(Part.met.rawValue)
            """
        ).check()
        #expect(try result.statuses(of: unit)["LN-92"] == .pass)
    }

    @Test func explainsItselfInOneSentence() async throws {
        let result = try await Self.board(Self.list("any_of", [.failing, .unknown])).check()
        let finding = try #require(try result.findings("LN-92", of: unit).first)
        #expect(
            finding.required?.vi
                == "6 tháng đầu năm 2021: hoàn thành xuất sắc nhiệm vụ trở lên; hoặc năm 2019: hoàn thành tốt nhiệm vụ trở lên."
                .uppercasedFirst)
        #expect(finding.clause?.cite == "V")
        #expect(finding.remedy?.vi.hasPrefix("Chỉ cần một trong các việc sau: (1) ") == true)
        #expect(finding.place?.path == RegisterName.ratings.path)
        #expect(finding.notes.first?.message.vi.contains("2019") == true)
    }

    @Test(
        arguments: [
            ("kind: any_of\nrules: []", ["empty-value"]), ("kind: any_of", ["missing-key"]),
            ("kind: any_of\nrules: [{minimum: 1}]", ["missing-key", "unknown-key"]),
            ("kind: any_of\nrules: [{kind: vidio, minimum: 1}]", ["unknown-rule-kind", "unknown-key"]),
            ("kind: any_of\nrules: [{kind: quota, at_most: 1}]", ["scope-not-for-kind"]),
            ("kind: all_of\nrules: [{kind: video, minimum: 1, most: 2}]", ["unknown-key"]),
            ("kind: unless\nrule: {kind: video, minimum: 1}", ["missing-key"]),
        ])
    func refuses(_ keys: String, _ codes: [String]) async throws {
        let found = try await Self.board(keys).check().report.diagnostics.filter { $0.severity == .error && $0.clause == nil }
        #expect(found.map(\.code) == codes)
        #expect(found.allSatisfy { $0.place?.position != nil && $0.remedy != nil })
    }
}

/// Thresholds that differ by condition.
@Suite struct ConditionalThresholdTests {
    private static func board(_ minimum: String) -> SampleBoard {
        var board = SampleBoard()
        board.editProgramme(
            "    when: {subject_kind: collective}\n    period: \"2021H1\"\n    minimum: good",
            "    when: {subject_kind: collective}\n    period: \"2021H1\"\n    minimum:\n" + minimum)
        return board
    }

    @Test(
        arguments: [
            ("      - {when: {level: district}, value: excellent}\n      - {value: good}", OutcomeStatus.fail),
            ("      - {when: {level: province}, value: excellent}\n      - {value: good}", .pass),
            (
                "      - {when: {level: province}, value: good}\n      - {when: {field: economy}, value: good}\n      - {value: excellent}",
                .fail
            ),
            // Nobody recorded whether the model is new: which threshold applies is not known.
            ("      - {when: {model_status: new}, value: excellent}\n      - {value: good}", .unknown),
        ])
    func theFirstCaseThatHoldsCounts(_ minimum: String, _ status: OutcomeStatus) async throws {
        let result = try await Self.board(minimum).check()
        #expect(try result.statuses(of: unit)["LN-10"] == status)
        if status == .unknown { #expect(try result.findings("LN-10", of: unit).map(\.code) == ["case-not-known"]) }
    }

    @Test func theLastCaseHasNoCondition() async throws {
        for minimum in [
            "      - {when: {level: district}, value: good}", "      - {value: good}\n      - {value: good}",
            "      - {value: good}\n      - {when: {level: district}, value: good}",
        ] {
            let found = try await Self.board(minimum).check().report.diagnostics.filter { $0.severity == .error && $0.clause == nil }
            #expect(found.map(\.code) == ["cases-without-default"])
        }
    }
}
