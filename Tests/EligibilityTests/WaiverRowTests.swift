import Diagnostics
import Eligibility
import Formats
import Registers
import Testing

private let hamlet = SampleBoard.hamletEntry
private let woman = SampleBoard.womanEntry

/// Who may waive what, and what is wrong with a row of the register of waivers.
@Suite struct WaiverRowTests {
    /// Waives the council's judgement of the hamlet, which is missing.
    static let waiver = [
        "waiver_id": "MA-1", "programme_id": "mau-hai", "rule": "H-01", "entry_id": hamlet, "decision_no": "33/QĐ-UBND",
        "decided_by": "Chủ tịch UBND xã Mẫu Hải", "decided_on": "2024-07-01", "reason": "Hội đồng chưa kiện toàn (minh họa)",
    ]

    static func board(_ cells: [String: String] = [:], needed: Bool = true) -> SampleBoard {
        var board = SampleBoard.awards()
        if needed { board.remove(.reviews, ["H-01"]) }
        board.add(.waivers, waiver.merging(cells) { $1 })
        return board
    }

    // MARK: Who may

    @Test(
        arguments: [
            ("its code", "commune_government", true), ("its name", "Ủy ban nhân dân cấp xã", true), ("an alias", "UBND xã", true),
            ("another spelling", "uỷ ban nhân dân cấp xã", true), ("with the place", "UBND xã Mẫu Hải", true),
            ("the chair, with the place", "Chủ tịch UBND xã Mẫu Hải", true), ("of another place", "Chủ tịch UBND xã Mẫu Lộc", false),
            ("another body", "Hội đồng Thi đua - Khen thưởng", false), ("somebody", "Ông Nguyễn Văn Mẫu", false),
        ])
    func mayWaive(_ name: String, _ words: String, _ isAllowed: Bool) async throws {
        let result = try await Self.board(["decided_by": words]).check()
        #expect(try result.statuses(of: hamlet)["H-01"] == (isAllowed ? .waived : .unknown))
        let found = result.findings("waiver-by-other-body")
        #expect(found.map(\.severity) == (isAllowed ? [] : [.error]))
        #expect(found.allSatisfy { $0.required?.vi == "Cơ quan quyết định là: Ủy ban nhân dân cấp xã." && $0.clause?.rule == "H-01" })
    }

    @Test(arguments: [("Hội đồng TĐ-KT", true), ("UBND xã", false)]) func aRuleMayHaveABodyOfItsOwn(_ body: String, _ isAllowed: Bool)
        async throws
    {
        var board = Self.board(["rule": "H-02", "decided_by": body], needed: false)
        board[entry: hamlet]["summary"] = "\"\(words(101))\""
        #expect(try await board.check().statuses(of: hamlet)["H-02"] == (isAllowed ? .waived : .fail))
    }

    @Test func aProgrammeThatDoesNotSayWho() async throws {
        var board = Self.board(["decided_by": "Đảng ủy xã Mẫu Hải"])
        board.editProgramme(
            """
            waivers:
              by: [commune_government]
              only: [{rules: [H-02], by: [emulation_council]}]
              never: [H-03]

            """, "")
        let result = try await board.check()
        #expect(try result.statuses(of: hamlet)["H-01"] == .waived)
        #expect(result.findings == ["content/registers/waivers.csv warning waiver-by-anybody"])
    }

    // MARK: What is wrong with a row

    /// The cells that differ, the column that is then blamed, and how much it weighs.
    @Test(
        arguments: [
            ("unknown-entry", ["entry_id": "thon-mau-2023"], "entry_id", Severity.error),
            ("unknown-programme", ["programme_id": "mau-hay"], "programme_id", .error),
            ("unknown-rule", ["rule": "H-1"], "rule", .error),
            ("waiver-not-allowed", ["rule": "H-03"], "rule", .error),
            ("waiver-without-effect", ["rule": "H-05"], "rule", .error),
            ("waiver-by-other-body", ["decided_by": "Đảng ủy"], "decided_by", .error),
            ("waiver-expired", ["expires_on": "2024-11-30"], "expires_on", .error),
            ("waiver-not-yet-decided", ["decided_on": "2024-12-02"], "decided_on", .warning),
            ("waiver-without-need", ["entry_id": woman], "entry_id", .warning),
        ] as [(String, [String: String], String, Severity)])
    func isBlamed(_ code: String, _ cells: [String: String], _ column: String, _ severity: Severity) async throws {
        let board = Self.board(cells)
        let result = try await board.check()
        let found = try #require(result.findings(code).first { $0.place?.path == RegisterName.waivers.path })
        #expect(found.severity == severity && found.remedy != nil)
        let position = board[.waivers].position(row: 0, column: board[.waivers].index(ofColumn: column))
        #expect(found.place?.position == position)
        #expect(try result.statuses(of: hamlet)["H-01"] == .unknown)
        #expect(result.fates[hamlet] == .withheld)
        // What is wrong with a row is held against the entry that relies on it, if there is one.
        let isOfEntry = try result.entry(cells["entry_id"] ?? hamlet == woman ? woman : hamlet).diagnostics.contains { $0.code == code }
        #expect(isOfEntry == (code != "unknown-entry"))
    }

    @Test func aWaiverForAnotherEntrysProgramme() async throws {
        var board = Self.board()
        let other = SampleBoard.awardProgramme.replacing("id: mau-hai", with: "id: mau-khac").replacing("H-0", with: "K-0")
        board.programmes.append((path: "content/programmes/mau-khac.yaml", text: other))
        board[Cell(.waivers, ["MA-1"], "programme_id")] = "mau-khac"
        board[Cell(.waivers, ["MA-1"], "rule")] = "K-01"
        let result = try await board.check()
        #expect(try result.entry(hamlet).diagnostics.map(\.code).sorted() == ["review-missing", "waiver-of-other-programme"])
    }

    @Test func whatHasExpiredAndIsNotNeededIsARecordOfThePast() async throws {
        let result = try await Self.board(["expires_on": "2024-11-30"], needed: false).check()
        #expect(result.findings == ["content/registers/waivers.csv warning waiver-expired"])
        #expect(result.fates[hamlet] == .published)
    }

    @Test func theNearestIDIsOffered() async throws {
        let result = try await Self.board(["entry_id": "thon-mau-2023"]).check()
        #expect(result.findings("unknown-entry").first?.remedy?.vi == "Có phải là “thon-mau-2024”?")
    }

    // MARK: What it does

    @Test func theReportNamesTheDecision() async throws {
        let result = try await Self.board().check()
        let outcome = try #require(try result.outcomes(of: hamlet)["H-01"])
        let waiver = try #require(outcome.waiver.flatMap(result.corpus.registers.waiver))
        #expect((waiver.decisionNumber, waiver.decidedBy, waiver.decidedOn.iso) == ("33/QĐ-UBND", "Chủ tịch UBND xã Mẫu Hải", "2024-07-01"))
        #expect(waiver.reason == "Hội đồng chưa kiện toàn (minh họa)")
        #expect(try result.outcomes(of: hamlet)["H-02"]?.waiver == nil)
        #expect(result.fates[hamlet] == .published)
    }

    @Test(arguments: [true, false]) func theLatestDecisionIsNamed(_ first: Bool) async throws {
        var board = Self.board()
        board.add(.waivers, first: first, Self.waiver.merging(["waiver_id": "MA-2", "decided_on": "2024-08-01"]) { $1 })
        let result = try await board.check()
        let row = try #require(try result.outcomes(of: hamlet)["H-01"]?.waiver)
        #expect(result.corpus.registers.waiver(at: row)?.id == "MA-2")
    }

    @Test func setsAsideARuleThatThisVersionCannotEvaluate() async throws {
        var board = Self.board(needed: false)
        board.editProgramme("kind: human_review", "kind: score_total")
        board.editProgramme(", topic: \"Hiệu quả\", body: emulation_council", "")
        #expect(try await board.check().fates[hamlet] == .published)
        board.remove(.waivers, ["MA-1"])
        #expect(try await board.check().fates[hamlet] == .withheld)
    }

    // MARK: Quotas

    /// So many women honoured, under a ceiling of two.
    private static func women(_ count: Int, waived: [Int]) -> SampleBoard {
        var board = SampleBoard.awards()
        for number in 1..<count {
            let id = "le-thi-mau-\(number)"
            board.copy(.subjects, ["le-thi-mau"], ["subject_id": id, "name": "Lê Thị Mẫu \(number)", "birth_year": "\(1980 + number)"])
            board.addAward(
                "KT-W\(number)", like: "KT-1", ["subject_id": id],
                entry: SampleBoard.awardEntry("\(id)-2024", "Bà số \(number)", subject: id, award: "KT-W\(number)"))
        }
        for number in waived {
            let id = number == 0 ? woman : "le-thi-mau-\(number)-2024"
            board.add(.waivers, waiver.merging(["waiver_id": "MA-W\(number)", "rule": "H-04", "entry_id": id]) { $1 })
        }
        return board
    }

    @Test(
        arguments: [
            ("within the number the decision is not needed", 2, [0], [OutcomeStatus.pass, .pass], false),
            ("over it everybody is held back", 3, [], [.fail, .fail, .fail], true),
            ("who is allowed beyond it is not counted", 3, [2], [.pass, .pass, .waived], false),
            ("one decision is not enough for two", 4, [3], [.fail, .fail, .fail, .waived], true),
            ("two are", 4, [0, 3], [.waived, .pass, .pass, .waived], false),
        ] as [(String, Int, [Int], [OutcomeStatus], Bool)])
    func aCeiling(_ name: String, _ count: Int, _ waived: [Int], _ statuses: [OutcomeStatus], _ isOver: Bool) async throws {
        let result = try await Self.women(count, waived: waived).check()
        let ids = (0..<count).map { $0 == 0 ? woman : "le-thi-mau-\($0)-2024" }
        #expect(try ids.map { try result.statuses(of: $0)["H-04"] } == statuses.map(Optional.some), "\(name)")
        for (id, status) in zip(ids, statuses) { #expect(result.fates[id] == (status == .fail ? .withheld : .published)) }
        let batch = try #require(result.report.batches.first { $0.ruleID == "H-04" })
        let isNeeded = statuses.contains(.waived)
        #expect(batch.count == count && batch.isOver == isOver && batch.waived == (isNeeded ? waived.count : 0))
        #expect(result.findings("quota-exceeded").map(\.notes.count) == (isOver ? [count - waived.count] : []))
    }

    @Test func anExactNumberIsNotMissedByWhoStandsBeyondIt() async throws {
        var board = Self.women(3, waived: [0, 2])
        board.editProgramme("at_most: 2", "exactly: 2")
        let result = try await board.check()
        #expect(result.findings("quota-not-filled").isEmpty && result.findings("quota-exceeded").isEmpty)
    }

    @Test func theDecisionStandsInTheOutcome() async throws {
        let result = try await Self.women(3, waived: [2]).check()
        let row = try #require(try result.outcomes(of: "le-thi-mau-2-2024")["H-04"]?.waiver)
        #expect(result.corpus.registers.waiver(at: row)?.id == "MA-W2")
    }
}
