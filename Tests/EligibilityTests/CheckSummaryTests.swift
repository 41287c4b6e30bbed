import Diagnostics
import Eligibility
import Formats
import Programmes
import Registers
import Testing

/// The check in numbers: outcomes, quotas and deadlines of a programme, entries by fate.
@Suite struct CheckSummaryTests {
    private static func summary(_ board: SampleBoard, parsing expected: [String] = []) async throws -> CheckSummary {
        let result = try await board.check(parsing: expected)
        return CheckSummary(result.report, of: result.corpus, asOf: board.asOf)
    }

    private static func programme(_ board: SampleBoard) async throws -> ProgrammeSummary {
        try #require(try await summary(board).programmes.first)
    }

    private static func outcomes(_ rule: String, _ programme: ProgrammeSummary) throws -> [OutcomeStatus: Int] {
        let counts = try #require(programme.rules.first { $0.declaration.id == rule }).outcomes
        return Dictionary(uniqueKeysWithValues: OutcomeStatus.allCases.map { ($0, counts[$0]) }).filter { $0.value > 0 }
    }

    private static func deadline(_ rule: String, _ programme: ProgrammeSummary) throws -> DeadlineStanding {
        let deadlines = programme.deadlines.filter { $0.declaration.id == rule }
        #expect(deadlines.count == 1)
        return try #require(deadlines.first)
    }

    @Test func theSampleInNumbers() async throws {
        let summary = try await Self.summary(SampleBoard())
        #expect(summary.withoutProgramme.total == 0)
        let programme = try #require(summary.programmes.first)
        #expect(summary.programmes.count == 1 && programme.programme.id == "lucngan-2021")
        #expect(programme.fates.total == 2 && programme.fates[.published] == 2)
        #expect(try Self.outcomes("LN-10", programme) == [.pass: 1, .notApplicable: 1])
        #expect(try Self.outcomes("LN-22", programme) == [.pass: 2])
        #expect(
            programme.quotas.map { "\($0.declaration.id) \($0.batch.name) \($0.count) \($0.limit ?? -1) \($0.isExact) \($0.isOver)" }
                == ["LN-17 2021 1 5 true false", "LN-18 2021 1 3 false false"])
    }

    /// Statements and the staff's own work ask nothing of an entry, so they are not in the count.
    @Test func everyRuleThatSpeaksOfEntriesHasAnOutcomeForEachOfThem() async throws {
        let programme = try await Self.programme(SampleBoard())
        let ids = programme.rules.map(\.declaration.id)
        #expect(ids.contains("LN-17") && !ids.contains("LN-01") && !ids.contains("LN-31"))
        #expect(programme.targets.map(\.declaration.id) == ["LN-31"])
        for rule in programme.rules {
            #expect(OutcomeStatus.allCases.reduce(0) { $0 + rule.outcomes[$1] } == 2, "\(rule.declaration.id)")
        }
        for status in OutcomeStatus.allCases {
            #expect(programme.outcomes[status] == programme.rules.reduce(0) { $0 + $1.outcomes[status] })
        }
    }

    @Test func whatFailsIsUnknownOrWaivedIsCountedAsSuch() async throws {
        var board = SampleBoard()
        board[Cell(.ratings, [SampleBoard.committee, "2021H1"], "rating")] = "fair"
        board.remove(.ratings, [SampleBoard.secretary, "2020"])
        board.add(
            .waivers,
            [
                "waiver_id": "MT-1", "programme_id": "lucngan-2021", "rule": "LN-14", "entry_id": SampleBoard.secretaryEntry,
                "decision_no": "01-QĐ/HU", "decided_by": "Ban Thường vụ Huyện ủy", "decided_on": "2021-07-01", "reason": "minh họa",
            ])
        board.remove(.ratings, [SampleBoard.secretary, "2021H1"])
        let programme = try await Self.programme(board)
        #expect(try Self.outcomes("LN-10", programme) == [.fail: 1, .notApplicable: 1])
        #expect(try Self.outcomes("LN-14", programme) == [.waived: 1, .notApplicable: 1])
        #expect(try Self.outcomes("LN-15", programme) == [.unknown: 1, .notApplicable: 1])
        #expect(programme.fates[.withheld] == 2)
    }

    @Test func aQuotaThatIsExceeded() async throws {
        let quota = try #require(
            try await Self.programme(QuotaTests.board("LN-18", count: 4)).quotas.first { $0.declaration.id == "LN-18" })
        #expect((quota.count, quota.limit, quota.isExact, quota.isOver) == (4, 3, false, true))
    }

    @Test func acceptedKindsAreNamed() async throws {
        var board = SampleBoard()
        board.addRule("id: LN-99\nkind: somebody_elses_kind\nscope: entry\ncite: \"V\"\nseverity: error\ntext: \"Quy tắc để thử.\"")
        board.acceptedKinds = ["somebody_elses_kind"]
        let rule = try #require(try await Self.programme(board).rules.first { $0.declaration.id == "LN-99" })
        #expect(rule.acceptedUnsupported == 2 && rule.outcomes[.unknown] == 2)
    }

    @Test func entriesOfNoKnownProgrammeStandApart() async throws {
        var board = SampleBoard()
        board[entry: SampleBoard.secretaryEntry]["programme"] = "khong-co"
        board[entry: SampleBoard.committeeEntry]["subject"] = nil
        let summary = try await Self.summary(board)
        #expect(summary.withoutProgramme.total == 2 && summary.withoutProgramme[.withheld] == 2)
        #expect(summary.programmes.map(\.fates.total) == [0])
        #expect(summary.programmes.first?.quotas.isEmpty == true)
    }

    // MARK: Deadlines

    @Test(arguments: [("2021-07-01", 8), ("2021-07-08", 1), ("2021-07-09", 0), ("2021-07-10", -1), ("2022-07-09", -365)])
    func howFarAwayADeadlineIs(day: String, left: Int) async throws {
        var board = SampleBoard()
        board.asOf = try CalendarDay.parse(day)
        let deadline = try Self.deadline("LN-30", try await Self.programme(board))
        #expect(deadline.daysLeft == left && deadline.day.iso == "2021-07-09" && !deadline.isInclusive)
        #expect(deadline.subject == "dossier" && deadline.name.vi == "hồ sơ")
    }

    @Test func whoWasInTime() async throws {
        var board = SampleBoard()
        #expect(try Self.deadline("LN-30", try await Self.programme(board)).counts == DeadlineStanding.Counts(inTime: 2))
        board[Cell(.dossiers, [SampleBoard.committee, "official_letter"], "submitted_on")] = "2021-07-10"
        #expect(try Self.deadline("LN-30", try await Self.programme(board)).counts == DeadlineStanding.Counts(inTime: 1, late: 1))
        board.remove(.dossiers, [SampleBoard.secretary])
        #expect(try Self.deadline("LN-30", try await Self.programme(board)).counts == DeadlineStanding.Counts(late: 1, missing: 1))
        board.add(
            .waivers,
            [
                "waiver_id": "MT-1", "programme_id": "lucngan-2021", "rule": "LN-30", "entry_id": SampleBoard.committeeEntry,
                "decision_no": "01-QĐ/HU", "decided_by": "Ban Thường vụ Huyện ủy", "decided_on": "2021-07-12", "reason": "minh họa",
            ])
        #expect(try Self.deadline("LN-30", try await Self.programme(board)).counts == DeadlineStanding.Counts(missing: 1, waived: 1))
    }

    /// The staff's own work: in time, late, not recorded, and not yet due.
    @Test(
        arguments: [
            ("2021-07-10", "2021-10-01", DeadlineStanding.Counts(inTime: 1)),
            ("2021-07-13", "2021-10-01", DeadlineStanding.Counts(late: 1)),
            (nil, "2021-10-01", DeadlineStanding.Counts(missing: 1)), (nil, "2021-07-12", DeadlineStanding.Counts()),
        ] as [(String?, String, DeadlineStanding.Counts)])
    func theStaffsOwnDeadlines(submitted: String?, day: String, counts: DeadlineStanding.Counts) async throws {
        var board = SampleBoard()
        if let submitted {
            board[Cell(.dossiers, ["four_year_report"], "submitted_on")] = submitted
        } else {
            board.remove(.dossiers, ["four_year_report"])
        }
        board.asOf = try CalendarDay.parse(day)
        let deadline = try Self.deadline("LN-31", try await Self.programme(board))
        #expect(deadline.whose == .staff && deadline.day.iso == "2021-07-12" && deadline.subject == "four_year_report")
        #expect(deadline.counts == counts)
    }

    @Test func deadlinesOfOrganisationsCountEachOfThem() async throws {
        var board = SampleBoard()
        board.add(
            .subjects,
            [
                "subject_id": "dang-bo-xa-mau-binh", "kind": "collective", "name": "Đảng bộ xã Mẫu Bình",
                "organisation_type": "commune_party_committee",
            ])
        board.addRule(
            "id: LN-99\nkind: deadline\nscope: organisation\ncite: \"V\"\nseverity: error\ntext: \"Gửi báo cáo.\"\n"
                + "what: achievement_report\nbefore: 2021-07-09\norganisation_types: [commune_party_committee]")
        let programme = try await Self.programme(board)
        let deadline = try Self.deadline("LN-99", programme)
        #expect(deadline.whose == .organisations)
        #expect(deadline.counts == DeadlineStanding.Counts(inTime: 1, missing: 1))
        let target = try #require(programme.targets.first { $0.declaration.id == "LN-99" })
        #expect((target.outcomes[.pass], target.outcomes[.unknown], target.outcomes[.fail]) == (1, 1, 0))
        #expect(!programme.rules.contains { $0.declaration.id == "LN-99" })
    }

    /// A deadline of every year: one for each year of the entries, and the current year's while the plan is valid.
    @Test(arguments: [("2021-10-01", ["2021-07-09"]), ("2022-01-01", ["2021-07-09"])])
    func yearlyDeadlines(day: String, days: [String]) async throws {
        var board = SampleBoard()
        board.editProgramme("before: 2021-07-09", "before: \"07-09\"")
        board.asOf = try CalendarDay.parse(day)
        let programme = try await Self.programme(board)
        #expect(programme.deadlines.filter { $0.declaration.id == "LN-30" }.map(\.day.iso) == days)
        board.entries = []
        let empty = try await Self.programme(board).deadlines.filter { $0.declaration.id == "LN-30" }
        #expect(empty.map(\.day.iso) == (board.asOf.year == 2021 ? days : []))
        #expect(empty.allSatisfy { $0.counts == DeadlineStanding.Counts() })
    }
}
