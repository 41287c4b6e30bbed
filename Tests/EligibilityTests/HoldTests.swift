import Diagnostics
import Eligibility
import Formats
import Registers
import Testing

private let hamlet = SampleBoard.hamletEntry

/// Whoever is under discipline or investigation, or the subject of a complaint, is not honoured meanwhile (PL-02).
@Suite struct HoldTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var from: String
        var until: String
        var fate: Fate
        var codes: [String]
        var testDescription: String { name }
    }

    /// The decision is of 10 June 2024, the check of 1 December 2024.
    static let cases = [
        Case(name: "still under way", from: "2024-11-01", until: "", fate: .underReview, codes: ["subject-under-hold"]),
        Case(name: "from today", from: "2024-12-01", until: "", fate: .underReview, codes: ["subject-under-hold"]),
        Case(name: "until today", from: "2024-11-01", until: "2024-12-01", fate: .underReview, codes: ["subject-under-hold"]),
        Case(name: "over since yesterday", from: "2024-11-01", until: "2024-11-30", fate: .published, codes: []),
        Case(name: "from tomorrow", from: "2024-12-02", until: "", fate: .published, codes: []),
        Case(name: "on the day of the decision", from: "2024-06-10", until: "2024-06-10", fate: .withheld, codes: ["honoured-under-hold"]),
        Case(name: "until the day before", from: "2024-01-01", until: "2024-06-09", fate: .published, codes: []),
        Case(
            name: "then and now", from: "2024-06-01", until: "", fate: .underReview, codes: ["honoured-under-hold", "subject-under-hold"]),
    ]

    @Test(arguments: cases, ["discipline", "investigation", "complaint"])
    func keepsAnEntryBack(_ example: Case, _ kind: String) async throws {
        var board = SampleBoard.awards()
        board.add(.holds, ["subject_id": "thon-mau", "kind": kind, "from": example.from, "until": example.until])
        let result = try await board.check()
        #expect(result.fates[hamlet] == example.fate)
        #expect(result.fates[SampleBoard.womanEntry] == .published)
        let found = try result.entry(hamlet).diagnostics
        #expect(found.map(\.code).sorted() == example.codes)
        for finding in found {
            #expect(finding.clause?.rule == "PL-02" && finding.place?.path == RegisterName.holds.path)
            #expect(finding.severity == (example.fate == .underReview ? .notice : .error))
            #expect(finding.remedy != nil && finding.required != nil)
        }
    }

    @Test func itIsThePlaceToBeMended() async throws {
        var board = SampleBoard.awards()
        board.add(.holds, ["subject_id": "thon-mau", "kind": "discipline", "from": "2024-11-01", "until": "2025-01-31"])
        let found = try #require(try await board.check().entry(hamlet).diagnostics.first)
        #expect(found.place?.description == "content/registers/holds.csv:2:32")
        #expect(found.notes.first?.place?.path == board[entry: hamlet].path)
    }

    @Test func aDraftStaysADraft() async throws {
        var board = SampleBoard.awards()
        board[entry: hamlet]["publish"] = "{status: draft}"
        board.add(.holds, ["subject_id": "thon-mau", "kind": "complaint", "from": "2024-11-01"])
        #expect(try await board.check().fates[hamlet] == .draft)
    }

    @Test func aRevocationWeighsMore() async throws {
        var board = SampleBoard.awards()
        board[Cell(.awards, ["KT-2"], "status")] = "revoked"
        board[Cell(.awards, ["KT-2"], "revoked_on")] = "2024-11-20"
        board.add(.holds, ["subject_id": "thon-mau", "kind": "complaint", "from": "2024-11-01"])
        #expect(try await board.check().fates[hamlet] == .revoked)
    }

    /// One row is enough, wherever it stands.
    @Test(arguments: [true, false]) func severalRowsOfOneSubject(_ first: Bool) async throws {
        var board = SampleBoard.awards()
        board.add(.holds, ["subject_id": "thon-mau", "kind": "complaint", "from": "2020-01-01", "until": "2020-02-01"])
        board.add(.holds, first: first, ["subject_id": "thon-mau", "kind": "investigation", "from": "2024-11-01"])
        let result = try await board.check()
        #expect(result.fates[hamlet] == .underReview)
        #expect(try result.entry(hamlet).diagnostics.map(\.code) == ["subject-under-hold"])
    }

    @Test(arguments: [("2025-06-13", true), ("2025-06-14", false)]) func citesTheDecreeOfItsTime(_ day: String, _ isOlder: Bool)
        async throws
    {
        var board = SampleBoard.awards()
        board[Cell(.awards, ["KT-2"], "decision_date")] = day
        board[Cell(.awards, ["KT-2"], "decision_no")] = "40/QĐ"
        board.add(.holds, ["subject_id": "thon-mau", "kind": "discipline", "from": "2025-06-01", "until": "2025-06-20"])
        board.asOf = try #require(CalendarDay(year: 2025, month: 7, day: 10))
        let clause = try #require(try await board.check().findings("honoured-under-hold").first?.clause)
        #expect(clause.document.hasPrefix("quy định của pháp luật") == isOlder)
        #expect(clause.document.hasSuffix("Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ"))
    }
}
