import Diagnostics
import Eligibility
import Registers
import Testing

/// A decision may set one rule aside for one entry.
@Suite struct WaiverTests {
    static let rating = Cell(.ratings, [SampleBoard.committee, "2021H1"], "rating")
    static let waiver = [
        "waiver_id": "QD-1", "programme_id": "lucngan-2021", "rule": "LN-10", "entry_id": SampleBoard.committeeEntry,
        "decision_no": "12-QĐ/HU",
        "decided_by": "Ban Thường vụ Huyện ủy", "decided_on": "2021-08-01", "reason": "Xét thực tế sau bão (minh họa)",
    ]

    /// The waiver's cells that differ, and whether it still sets the rule aside on 1 October 2021.
    @Test(
        arguments: [
            ("open-ended", [:], true), ("expires later", ["expires_on": "2021-12-31"], true),
            ("expires today", ["expires_on": "2021-10-01"], true),
            ("expired yesterday", ["expires_on": "2021-09-30"], false),
            ("for another entry", ["entry_id": SampleBoard.secretaryEntry], false),
            ("for another rule", ["rule": "LN-09"], false), ("under another programme", ["programme_id": "yenbai-khoi-2024"], false),
        ] as [(String, [String: String], Bool)])
    func setsAsideAFailure(_ name: String, _ cells: [String: String], _ holds: Bool) async throws {
        var board = SampleBoard()
        board[Self.rating] = "fair"
        board.add(.waivers, Self.waiver.merging(cells) { $1 })
        let result = try await board.check()
        let outcome = try #require(try result.outcomes(of: SampleBoard.committeeEntry)["LN-10"])
        let findings = try result.findings("LN-10", of: SampleBoard.committeeEntry)
        if holds {
            #expect(outcome.status == .waived)
            #expect(outcome.evidence == [RowReference(.waivers, 0), RowReference(.ratings, 0)])
            #expect(findings.isEmpty)
        } else {
            #expect(outcome.status == .fail)
            let isExpired = cells["expires_on"] != nil
            #expect(findings.map(\.code) == ["rating-too-low"] + (isExpired ? ["waiver-expired"] : []))
            let expired = findings[0].notes.filter { $0.place?.path == RegisterName.waivers.path }
            #expect(expired.count == (isExpired ? 1 : 0))
        }
        #expect(result.fates[SampleBoard.committeeEntry] == (holds ? .published : .withheld))
    }

    @Test func setsAsideWhatIsNotKnown() async throws {
        var board = SampleBoard()
        board.remove(.ratings, [SampleBoard.committee])
        board.add(.waivers, Self.waiver)
        let result = try await board.check()
        #expect(try result.statuses(of: SampleBoard.committeeEntry)["LN-10"] == .waived)
        #expect(result.fates[SampleBoard.committeeEntry] == .published)
    }

    @Test func leavesAPassAsItIs() async throws {
        var board = SampleBoard()
        board.add(.waivers, Self.waiver)
        #expect(try await board.check().statuses(of: SampleBoard.committeeEntry)["LN-10"] == .pass)
    }

    @Test(arguments: [true, false]) func oneThatHoldsIsEnough(expiredStandsFirst: Bool) async throws {
        var board = SampleBoard()
        board[Self.rating] = "poor"
        board.add(.waivers, Self.waiver)
        board.add(.waivers, first: expiredStandsFirst, Self.waiver.merging(["waiver_id": "QD-0", "expires_on": "2021-08-31"]) { $1 })
        #expect(try await board.check().statuses(of: SampleBoard.committeeEntry)["LN-10"] == .waived)
    }
}
