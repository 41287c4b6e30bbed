import Diagnostics
import Eligibility
import Formats
import Registers
import Testing

private let unit = SampleBoard.committeeEntry

/// What becomes of an entry, and how much its findings then weigh.
@Suite struct FateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var fate: Fate
        var change: @Sendable (inout SampleBoard) -> Void
        var testDescription: String { name }

        init(_ name: String, _ fate: Fate, _ change: @escaping @Sendable (inout SampleBoard) -> Void) {
            (self.name, self.fate, self.change) = (name, fate, change)
        }
    }

    private static let basis = Cell(.recognitions, ["BD-2021-1"], "status")
    private static let rating = Cell(.ratings, [SampleBoard.committee], "rating")

    static let cases = [
        Case("ready", .published) { _ in },
        Case("draft", .draft) { $0[entry: unit]["publish"] = "{status: draft}" },
        Case("nothing said of publishing", .draft) { $0[entry: unit]["publish"] = nil },
        Case("a slip in the status is no draft", .withheld) { $0[entry: unit]["publish"] = "{status: redy}" },
        Case("no status is no draft", .withheld) { $0[entry: unit]["publish"] = "{from: 2021-09-01}" },
        Case("text instead of keys is no draft", .withheld) { $0[entry: unit]["publish"] = "ready" },
        Case("from tomorrow", .scheduled) { $0[entry: unit]["publish"] = "{status: ready, from: 2021-10-02}" },
        Case("from today", .published) { $0[entry: unit]["publish"] = "{status: ready, from: 2021-10-01}" },
        Case("withdrawn", .withdrawn) { $0[entry: unit]["publish"] = "{status: withdrawn}" },
        Case("revoked", .revoked) { $0[basis] = "revoked" },
        Case("under review", .underReview) { $0[basis] = "under_review" },
        Case("a rule failed", .withheld) { $0[rating] = "poor" },
        Case("scheduled, but a rule failed", .withheld) {
            $0[entry: unit]["publish"] = "{status: ready, from: 2021-12-01}"
            $0[rating] = "poor"
        },
        Case("revoked, and a rule failed", .revoked) {
            $0[basis] = "revoked"
            $0[rating] = "poor"
        },
        Case("a draft of a revoked honour", .draft) {
            $0[basis] = "revoked"
            $0[entry: unit]["publish"] = "{status: draft}"
        },
        Case("withdrawn, and revoked", .withdrawn) {
            $0[basis] = "revoked"
            $0[entry: unit]["publish"] = "{status: withdrawn}"
        },
        Case("a correction of today", .published) { $0[entry: unit]["corrections"] = "[{on: 2021-10-01, text: Sửa}]" },
        Case("a correction of tomorrow", .withheld) { $0[entry: unit]["corrections"] = "[{on: 2021-10-02, text: Sửa}]" },
        Case("an unknown key", .withheld) { $0[entry: unit]["ranking"] = "1" },
        Case("the subject is not registered", .withheld) { $0[entry: unit]["subject"] = "dang-bo-xa-khac" },
        Case("the decision is not registered", .withheld) { $0[entry: unit]["recognition"] = "BD-2021-7" },
        Case("the programme is not there", .withheld) { $0[entry: unit]["programme"] = "lucngan-2022" },
    ]

    @Test(arguments: cases) func becomes(_ example: Case) async throws {
        var board = SampleBoard()
        example.change(&board)
        let result = try await board.check()
        #expect(result.fates[unit] == example.fate)
        #expect(result.fates[SampleBoard.secretaryEntry] == .published)
        #expect(result.report.counts.map(\.count).reduce(0, +) == 2)
        #expect(result.report.counts.first { $0.fate == example.fate }?.count == (example.fate == .published ? 2 : 1))
        let report = try result.entry(unit)
        #expect(report.hasErrors == (example.fate == .withheld), "only what is held back has errors")
    }

    @Test func takingDownNeedsNoFile() async throws {
        let result = try await SampleBoard().check()
        let corpus = result.corpus.withdrawing([unit])
        let report = try await Checker.check(corpus, options: CheckOptions(asOf: SampleBoard().asOf, acceptedKinds: []))
        #expect(report.entries.map(\.fate) == [.withdrawn, .published])
    }

    /// What is not on the board and may not come onto it keeps every fate but that of being published.
    @Test(arguments: [
        ("{status: ready}", "valid", Fate.withdrawn), ("{status: draft}", "valid", .draft), ("{status: ready}", "revoked", .revoked),
        ("{status: ready}", "under_review", .underReview), ("{status: ready, from: 2021-10-02}", "valid", .scheduled),
    ])
    func stayingOffTheBoard(_ publish: String, _ status: String, _ fate: Fate) async throws {
        var board = SampleBoard()
        board[entry: unit]["publish"] = publish
        board[Self.basis] = status
        let corpus = try await board.check().corpus.withdrawing([], keepingOff: [unit])
        let report = try await Checker.check(corpus, options: CheckOptions(asOf: board.asOf, acceptedKinds: []))
        #expect(report.entries.map(\.fate) == [fate, .published])
    }

    @Test(
        arguments: [
            ("{status: draft}", Severity.notice, Severity.warning), ("{status: withdrawn}", .notice, .warning),
            ("{status: ready}", .error, .error),
        ])
    func findingsWeighAsMuchAsTheyCanHurt(_ publish: String, _ ofRule: Severity, _ ofFile: Severity) async throws {
        var board = SampleBoard()
        board[Self.rating] = "poor"
        board[entry: unit]["publish"] = publish
        board[entry: unit]["ranking"] = "1"
        let found = try await board.check().entry(unit).diagnostics
        #expect(found.map(\.code).sorted() == ["rating-too-low", "unknown-key"])
        #expect(found.first { $0.code == "rating-too-low" }?.severity == ofRule)
        #expect(found.first { $0.code == "unknown-key" }?.severity == ofFile)
    }

    @Test(arguments: ["{status: ready}", "{status: draft}"]) func twoEntriesOfOneIDAreAnErrorWhateverTheirStatus(_ publish: String)
        async throws
    {
        var board = SampleBoard()
        var twin = SampleBoard.committeeSample
        twin.path = "content/entries/2020/\(unit).md"
        twin["publish"] = publish
        board.entries.append(twin)
        let report = try await board.check().report
        let found = report.entries[2].diagnostics.filter { $0.code == "duplicate-id" }
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.place?.description == "content/entries/2020/\(unit).md:2:5")
        #expect(found.first?.notes.first?.place?.path == board.entries[0].path)
        #expect(report.entries[0].fate == .published)
        #expect(report.entries[2].fate == (publish.contains("draft") ? .draft : .withheld))
    }

    @Test func twoEntriesOnOneDecisionAreAWarning() async throws {
        var board = SampleBoard()
        var twin = SampleBoard.committeeSample
        twin.path = "content/entries/2021/chuyen-khac.md"
        twin["id"] = "chuyen-khac"
        board.entries.append(twin)
        let result = try await board.check()
        #expect(try result.entry("chuyen-khac").diagnostics.map(\.code) == ["decision-told-twice"])
        #expect(result.fates["chuyen-khac"] == .published)
    }

    @Test(arguments: [Severity.warning, .notice]) func lesserRulesHoldNobodyBack(_ severity: Severity) async throws {
        var board = SampleBoard()
        board.setSeverity(severity.rawValue, ofRule: "LN-10")
        board[Self.rating] = "poor"
        let result = try await board.check()
        #expect(try result.statuses(of: unit)["LN-10"] == .fail)
        #expect(try result.findings("LN-10", of: unit).map(\.severity) == [severity])
        #expect(result.fates[unit] == .published)
        board.remove(.ratings, [SampleBoard.committee])
        let unknown = try await board.check()
        #expect(try unknown.statuses(of: unit)["LN-10"] == .unknown)
        #expect(unknown.fates[unit] == .published)
    }
}
