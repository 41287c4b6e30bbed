import Diagnostics
import Eligibility
import Formats
import Registers
import Testing

/// Who agreed, to what and when, held against what the entry shows; as of 2021-10-01, the decision of 2021-09-15.
@Suite struct ConsentTests {
    private static let person = SampleBoard.secretaryEntry

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var consent: String?
        var found: [String]
        var change: @Sendable (inout SampleBoard) -> Void

        init(_ name: String, _ consent: String?, _ found: [String], _ change: @escaping @Sendable (inout SampleBoard) -> Void = { _ in }) {
            (testDescription, self.consent, self.found, self.change) = (name, consent, found, change)
        }
    }

    private static let all = "on: 2021-07-01, covers: [name, photos, video]"
    @Sendable private static func born(_ year: Int) -> @Sendable (inout SampleBoard) -> Void {
        { $0[Cell(.subjects, [SampleBoard.secretary], "birth_year")] = String(year) }
    }

    static let cases = [
        Case("everything", all, []),
        Case("none", nil, ["consent-missing"]),
        Case("no video, and there is one", "on: 2021-07-01, covers: [name, photos]", ["consent-incomplete"]),
        Case("no video, and there is none", "on: 2021-07-01, covers: [name, photos]", []) { $0[entry: person]["videos"] = nil },
        Case("nothing named", "on: 2021-07-01", ["consent-incomplete"]),
        Case("given after the decision", "on: 2021-09-20, covers: [name, photos, video]", []),
        Case("given on the day at hand", "on: 2021-10-01, covers: [name, photos, video]", []),
        Case("given tomorrow", "on: 2021-10-02, covers: [name, photos, video]", ["consent-in-future"]),
        Case("given tomorrow, of a decision later still", "on: 2021-09-10, covers: [name, photos, video]", []) {
            $0.asOf = CalendarDay(year: 2021, month: 9, day: 1)!
        },
        Case("older than the plan", "on: 2021-06-01, covers: [name, photos, video]", ["consent-before-programme"]),
        Case("of the plan's first day", "on: 2021-06-02, covers: [name, photos, video]", []),
        Case("to be withdrawn", "on: 2021-07-01, withdrawn_on: 2021-10-02, covers: [name, photos, video]", []),
        Case("withdrawn", "on: 2021-07-01, withdrawn_on: 2021-10-01, covers: [name, photos, video]", ["consent-withdrawn"]),
        Case("fifteen", all, ["guardian-consent-missing"], born(2006)),
        Case("fifteen or sixteen", all, ["guardian-consent-missing"], born(2005)),
        Case("sixteen at least", all, [], born(2004)),
        Case("a child with a guardian", "on: 2021-07-01, guardian: true, covers: [name, photos, video, minor]", [], born(2010)),
        Case(
            "a child whose guardian agreed to no such thing", "on: 2021-07-01, guardian: true, covers: [name, photos, video]",
            ["guardian-consent-missing"], born(2010)),
        Case("a child's own word", "on: 2021-07-01, covers: [name, photos, video, minor]", ["guardian-consent-missing"], born(2010)),
    ]

    private func board(_ example: Case) -> SampleBoard {
        var board = SampleBoard()
        board[entry: Self.person]["publish"] = example.consent.map { "{status: ready, consent: {\($0)}}" } ?? "{status: ready}"
        example.change(&board)
        return board
    }

    private func found(_ board: SampleBoard) async throws -> [Diagnostic] {
        try await board.check().entry(Self.person).diagnostics.filter { $0.code.contains("consent") }
    }

    @Test(arguments: cases) func isHeldAgainstTheEntry(_ example: Case) async throws {
        let board = board(example)
        let found = try await found(board)
        #expect(found.map(\.code) == example.found)
        #expect(found.allSatisfy { $0.severity <= .warning && $0.remedy != nil })
        let isGone = example.found == ["consent-withdrawn"]
        #expect(try await board.check().fates[Self.person] == (isGone ? .withdrawn : .published))
    }

    /// Where the office asks for consent, all that makes it none holds the entry back; its age is a warning still.
    @Test(arguments: cases) func weighsMoreWhereItIsAskedFor(_ example: Case) async throws {
        var board = board(example)
        board.privacy = PrivacyPolicy(requiresConsent: true)
        let found = try await found(board)
        #expect(found.map(\.code) == example.found)
        for finding in found {
            let expected: Severity =
                switch finding.code {
                case "consent-before-programme": .warning
                case "consent-withdrawn": .notice
                default: .error
                }
            #expect(finding.severity == expected)
        }
        #expect(
            try await board.check().fates[Self.person]
                == (found.hasErrors ? .withheld : found.map(\.code) == ["consent-withdrawn"] ? .withdrawn : .published))
    }

    /// A unit that is honoured need not agree; a draft is still being written.
    @Test func unitsAndDraftsMayGoWithout() async throws {
        var board = SampleBoard()
        board.privacy = PrivacyPolicy(requiresConsent: true)
        board[entry: SampleBoard.committeeEntry]["publish"] = "{status: ready}"
        board[entry: Self.person]["publish"] = "{status: draft}"
        let result = try await board.check()
        #expect(try result.entry(SampleBoard.committeeEntry).diagnostics.map(\.code) == [])
        #expect(try result.entry(Self.person).diagnostics.map { "\($0.severity) \($0.code)" } == ["notice consent-missing"])
    }

    /// A unit can take its consent back all the same, and so can whoever is still a draft.
    @Test(arguments: ["ready", "draft", "withdrawn"]) func anybodyMayWithdraw(status: String) async throws {
        var board = SampleBoard()
        board[entry: SampleBoard.committeeEntry]["publish"] = "{status: \(status), consent: {on: 2021-07-01, withdrawn_on: 2021-09-30}}"
        let report = try await board.check().entry(SampleBoard.committeeEntry)
        #expect(report.fate == .withdrawn && report.reasons == ["consent-withdrawn"])
    }
}
