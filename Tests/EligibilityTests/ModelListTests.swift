import Diagnostics
import Eligibility
import Formats
import Programmes
import Registers
import Testing

/// The lists that a plan's forms ask for: Phụ lục 1 and Phụ lục 4 of the Khối's plan.
@Suite struct ModelListTests {
    /// The project's own programme of the Khối, with six models of two organisations in no order at all.
    private static func board() -> SampleBoard {
        var board = SampleBoard()
        board.programmes.append(
            (path: "content/programmes/yenbai-khoi-2024.yaml", text: ProjectFiles.read("content/programmes/yenbai-khoi-2024.yaml")))
        board.add(.subjects, ["subject_id": "chi-bo-b", "kind": "collective", "name": "Chi bộ Bình Mẫu"])
        board.add(.subjects, ["subject_id": "chi-bo-a", "kind": "collective", "name": "Chi bộ Ánh Mẫu"])
        board.add(.subjects, ["subject_id": "nguoi-c", "kind": "individual", "name": "Lê Thị Mẫu", "organisation_id": "chi-bo-b"])
        board.registers[.registrations] = SampleTable(
            """
            registration_id|programme_id|year|subject_id|organisation_id|model_title|quantity|field|status
            DK-6|yenbai-khoi-2024|2024|chi-bo-b||Sáu|1|new_rural|maintained
            DK-2|yenbai-khoi-2024|2024|chi-bo-b||Hai|2|economy|maintained
            DK-4|yenbai-khoi-2024|2024|chi-bo-a||Bốn||culture_society|maintained
            DK-1|yenbai-khoi-2024|2024|chi-bo-a||Một|1|party_political_system|new
            DK-5|yenbai-khoi-2024|2024|nguoi-c|chi-bo-b|Năm|1|defence_security|new
            DK-3|yenbai-khoi-2024|2024|chi-bo-a||Ba|1|economy|new
            DK-9|yenbai-khoi-2024|2023|chi-bo-a||Năm khác|7|economy|new
            """)
        board.asOf = .init(year: 2024, month: 12, day: 31)!
        return board
    }

    private static func list(_ form: String, _ board: SampleBoard) async throws -> ModelList {
        let corpus = try await board.check().corpus
        let programme = try #require(corpus.programme("yenbai-khoi-2024"))
        let rules = RuleCatalogue.compile(programme, vocabulary: corpus.vocabulary).value
        return try #require(programme.modelList(form, year: 2024, rules: rules, registers: corpus.registers))
    }

    @Test(
        arguments: [
            // YB-23: maintained first, then new; organisations and fields within.
            ("phu-luc-1", ["DK-4", "DK-2", "DK-6", "DK-3", "DK-1", "DK-5"]),
            // YB-22: by organisation, new first, then maintained; fields within (YB-21).
            ("phu-luc-4", ["DK-3", "DK-1", "DK-4", "DK-5", "DK-2", "DK-6"]),
        ])
    func rowsStandInTheFormsOrder(_ form: String, _ order: [String]) async throws {
        var board = Self.board()
        #expect(try await Self.list(form, board).rows.map(\.registration.id) == order)
        board[.registrations].rows.reverse()
        #expect(try await Self.list(form, board).rows.map(\.registration.id) == order, "the register's own order plays no part")
    }

    @Test func sumsCountModelsNotRows() async throws {
        let list = try await Self.list("phu-luc-4", Self.board())
        #expect(list.totals(by: .all).map(\.count) == [7])
        #expect(Dictionary(uniqueKeysWithValues: list.totals(by: .field).map { ($0.value, $0.count) })["economy"] == 3)
        #expect(
            Dictionary(uniqueKeysWithValues: list.totals(by: .subjectKind).map { ($0.value, $0.count) }) == [
                "collective": 6, "individual": 1,
            ])
        #expect(Dictionary(uniqueKeysWithValues: list.totals(by: .status).map { ($0.value, $0.count) }) == ["new": 3, "maintained": 4])
    }

    @Test func aModelWithoutAFieldHasNoPlace() async throws {
        var board = Self.board()
        board[Cell(.registrations, ["DK-4"], "field")] = ""
        let result = try await board.check()
        let finding = try #require(result.report.diagnostics.first { $0.clause?.rule == "YB-21" })
        #expect(finding.code == "list-key-missing" && finding.severity == .notice)
        #expect(finding.place?.description == "content/registers/registrations.csv:4:43")
    }

    @Test(arguments: [("7", OutcomeStatus.unknown, "total-missing"), ("6", .fail, "total-differs")])
    func reportedSumsAreHeldAgainstTheRows(_ count: String, _ status: OutcomeStatus, _ code: String) async throws {
        var board = Self.board()
        board.registers[.totals] = SampleTable("programme_id|year|form|by|value|count\nyenbai-khoi-2024|2024|phu-luc-1|all||\(count)")
        let result = try await board.check()
        #expect(result.report.targets.filter { $0.ruleID == "YB-25" }.map(\.status) == [status])
        #expect(result.report.diagnostics.filter { $0.clause?.rule == "YB-25" }.map(\.code) == [code])
    }

    @Test func sumsThatAgreePass() async throws {
        var board = Self.board()
        let lines = [
            "all||7", "field|economy|3", "field|culture_society|1", "field|defence_security|1", "field|party_political_system|1",
            "field|new_rural|1",
            "subject_kind|collective|6", "subject_kind|individual|1",
        ]
        board.registers[.totals] = SampleTable(
            "programme_id|year|form|by|value|count\n"
                + ["phu-luc-1", "phu-luc-4"].flatMap { form in lines.map { "yenbai-khoi-2024|2024|\(form)|\($0)" } }.joined(separator: "\n")
        )
        let result = try await board.check()
        #expect(result.report.targets.filter { $0.ruleID == "YB-25" }.map(\.status) == [.pass])
        // A field that nobody registered must be nought.
        board.add(
            .totals,
            [
                "programme_id": "yenbai-khoi-2024", "year": "2024", "form": "phu-luc-4", "by": "field", "value": "civilised_urban",
                "count": "1",
            ])
        #expect(try await board.check().report.targets.filter { $0.ruleID == "YB-25" }.map(\.status) == [.fail])
    }
}
