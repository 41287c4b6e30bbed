import Diagnostics
import Eligibility
import Formats
import Programmes
import Registers
import Testing

/// What organisations and the staff themselves must do: reported on the programme, blocking no entry.
@Suite struct TargetRuleTests {
    private static let registration = [
        "registration_id": "DK-1", "programme_id": "lucngan-2021", "year": "2021", "subject_id": SampleBoard.committee,
        "model_title": "Cán bộ gần dân", "status": "new",
    ]

    /// The sample with three more organisations, registrations to fill in, and one target.
    private static func board(_ keys: String, scope: String = "organisation", severity: String = "error") -> SampleBoard {
        var board = SampleBoard()
        board[.subjects].header.append("place_id")
        for index in board[.subjects].rows.indices { board[.subjects].rows[index].append("") }
        board.add(
            .subjects,
            ["subject_id": "chi-bo-mau-khe", "kind": "collective", "name": "Chi bộ Mẫu Khê", "organisation_type": "grassroots_party_cell"])
        board.add(
            .subjects,
            [
                "subject_id": "chi-bo-da-giai-the", "kind": "collective", "name": "Chi bộ đã giải thể",
                "organisation_type": "grassroots_party_cell",
                "to": "2019-12-31",
            ])
        board.add(
            .subjects,
            [
                "subject_id": "chi-bo-tinh-khac", "kind": "collective", "name": "Chi bộ tỉnh khác",
                "organisation_type": "grassroots_party_cell",
                "place_id": "tinh-khac",
            ])
        board.places += "\ntinh-khac,,Khác,Tỉnh Khác,province,,,,\n"
        board.registers[.registrations] = SampleTable(
            "registration_id|programme_id|year|subject_id|organisation_id|model_title|quantity|field|status|registered_on")
        board.addRule("id: LN-93\nscope: \(scope)\ncite: \"V\"\nseverity: \(severity)\ntext: \"Chỉ tiêu thử.\"\n" + keys)
        return board
    }

    private static func outcomes(_ result: SampleReport) -> [String: OutcomeStatus] {
        Dictionary(uniqueKeysWithValues: result.report.targets.filter { $0.ruleID == "LN-93" }.map { ($0.organisationID ?? "", $0.status) })
    }

    private static let minimum =
        "kind: minimum_models\norganisation_types: [grassroots_party_cell, commune_party_committee]\nminimum: 2\nstatuses: [new, maintained]"

    @Test func anOrganisationWithNoneAtAllIsCounted() async throws {
        let result = try await Self.board(Self.minimum).check()
        // Those that had ended, and those of another place, are not the plan's.
        #expect(Self.outcomes(result) == [SampleBoard.committee: .fail, "chi-bo-mau-khe": .fail])
        let findings = result.report.diagnostics.filter { $0.clause?.rule == "LN-93" }
        #expect(findings.map(\.code) == ["too-few-models", "too-few-models"])
        #expect(findings.allSatisfy { $0.severity == .warning && $0.place?.path == RegisterName.subjects.path })
        #expect(findings.contains { $0.message.vi == "“Chi bộ Mẫu Khê”, năm 2021: đăng ký 0 mô hình." })
        #expect(result.fates.values.allSatisfy { $0 == .published })
    }

    @Test(
        arguments: [
            ([["quantity": "2"]], OutcomeStatus.pass), ([[:], ["registration_id": "DK-2"]], .pass), ([[:]], .fail),
            ([[:], ["registration_id": "DK-2", "status": ""]], .unknown), ([["quantity": "2", "year": "2020"]], .fail),
            ([["quantity": "2", "programme_id": "khac"]], .fail),
            // Registered by a member for the organisation.
            ([["quantity": "2", "subject_id": SampleBoard.secretary, "organisation_id": SampleBoard.committee]], .pass),
        ] as [([[String: String]], OutcomeStatus)])
    func modelsAreCounted(_ rows: [[String: String]], _ status: OutcomeStatus) async throws {
        var board = Self.board(Self.minimum)
        for cells in rows { board.add(.registrations, Self.registration.merging(cells) { $1 }) }
        #expect(Self.outcomes(try await board.check())[SampleBoard.committee] == status)
    }

    private static let mandatory =
        "kind: mandatory_models\norganisation_types: [grassroots_party_cell]\nmodel_title: \"Chi bộ “hạnh phúc”\""

    @Test(
        arguments: [
            ("", "Chi bộ \"hạnh phúc\"", OutcomeStatus.pass), ("", "CHI BỘ HẠNH PHÚC", .pass), ("", "Chi bộ vui vẻ", .fail),
            ("\nyear: 2021", "", .fail),
            ("\ncondition: \"đã có tiêu chí\"\ncondition_met: false", "", .notApplicable),
            ("\ncondition: \"đã có tiêu chí\"\ncondition_met: true", "", .fail),
        ])
    func aModelIsMandatory(_ keys: String, _ title: String, _ status: OutcomeStatus) async throws {
        var board = Self.board(Self.mandatory + keys)
        if !title.isEmpty {
            board.add(.registrations, Self.registration.merging(["subject_id": "chi-bo-mau-khe", "model_title": title]) { $1 })
        }
        #expect(Self.outcomes(try await board.check()) == ["chi-bo-mau-khe": status])
    }

    /// A report that the staff send, before, on and after its day, and before that day has come.
    @Test(
        arguments: [
            ("2021-09-30", OutcomeStatus.pass, nil), ("2021-10-01", .pass, "on-the-deadline"), ("2021-10-02", .fail, "after-the-deadline"),
            ("", .unknown, "submission-missing"),
        ] as [(String, OutcomeStatus, String?)])
    func staffHaveDeadlinesToo(_ sent: String, _ status: OutcomeStatus, _ code: String?) async throws {
        var board = Self.board("kind: deadline\nwhat: annual_report\nbefore: \"10-01\"", scope: "programme")
        board.asOf = CalendarDay(year: 2021, month: 11, day: 1)!
        if !sent.isEmpty { board.add(.dossiers, ["programme_id": "lucngan-2021", "document": "annual_report", "submitted_on": sent]) }
        let result = try await board.check()
        #expect(Self.outcomes(result) == ["": status])
        let findings = result.report.diagnostics.filter { $0.clause?.rule == "LN-93" }
        #expect(findings.map(\.code) == (code.map { [$0] } ?? []))
        #expect(findings.allSatisfy { $0.severity < .error })

        board.asOf = CalendarDay(year: 2021, month: 9, day: 30)!
        if sent.isEmpty { #expect(Self.outcomes(try await board.check()) == ["": .notApplicable]) }
    }

    @Test func anOrganisationIsJudgedByABody() async throws {
        var board = Self.board(
            "kind: human_review\norganisation_types: [grassroots_party_cell]\ntopic: \"Có kế hoạch\"\nbody: mass_mobilisation_board")
        #expect(Self.outcomes(try await board.check()) == ["chi-bo-mau-khe": .unknown])
        board.add(
            .reviews,
            [
                "programme_id": "lucngan-2021", "rule": "LN-93", "subject_id": "chi-bo-mau-khe", "year": "2021", "verdict": "met",
                "body": "mass_mobilisation_board", "reviewed_on": "2021-03-01",
            ])
        #expect(Self.outcomes(try await board.check()) == ["chi-bo-mau-khe": .pass])
    }

    @Test(
        arguments: [
            ("entry", "kind: minimum_models\norganisation_types: [hamlet]\nminimum: 1"),
            ("batch", "kind: deadline\nwhat: dossier\nbefore: \"10-01\""),
            ("organisation", "kind: photos\nroles: {portrait: 1}"), ("programme", "kind: quota\nat_most: 3"),
        ])
    func kindsHaveTheirScopes(_ scope: String, _ keys: String) async throws {
        let found = try await Self.board(keys, scope: scope).check().report.diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code) == ["scope-not-for-kind"])
    }
}

/// A quota as a share of what was registered.
@Suite struct QuotaShareTests {
    /// Registered models of units, the share, its rounding and ceiling: how many may be honoured, of two proposed.
    @Test(
        arguments: [
            (10, "share_percent: 20", 2, false), (9, "share_percent: 20", 1, true), (9, "share_percent: 20\nrounding: up", 2, false),
            (100, "share_percent: 20\nat_most: 1", 1, true), (100, "share_percent: 20\nat_most: 30", 20, false),
            (0, "share_percent: 20", nil, false),
        ] as [(Int, String, Int?, Bool)])
    func isCounted(_ registered: Int, _ keys: String, _ limit: Int?, _ isOver: Bool) async throws {
        var board = SampleBoard()
        board.addTwin(of: SampleBoard.committeeSample, number: 2)
        board.registers[.registrations] = SampleTable("registration_id|programme_id|year|subject_id|model_title|quantity|status")
        if registered > 0 {
            board.add(
                .registrations,
                [
                    "registration_id": "DK-1", "programme_id": "lucngan-2021", "year": "2021", "subject_id": SampleBoard.committee,
                    "quantity": String(registered),
                ])
        }
        // What persons register is not counted: the rule speaks of units.
        board.add(
            .registrations,
            [
                "registration_id": "DK-2", "programme_id": "lucngan-2021", "year": "2021", "subject_id": SampleBoard.secretary,
                "quantity": "500",
            ])
        board.addRule(
            "id: LN-94\nkind: quota\nscope: batch\ncite: \"V\"\nseverity: error\ntext: \"Tỷ lệ.\"\nwhen: {subject_kind: collective}\n"
                + keys)
        let result = try await board.check()
        let batch = try #require(result.report.batches.first { $0.ruleID == "LN-94" })
        #expect(batch.limit == limit && batch.isOver == isOver && batch.count == 2)
        let status: OutcomeStatus = limit == nil ? .unknown : isOver ? .fail : .pass
        #expect(try result.statuses(of: SampleBoard.committeeEntry)["LN-94"] == status)
        #expect(result.fates[SampleBoard.committeeEntry] == (status == .pass ? .published : .withheld))
    }
}
