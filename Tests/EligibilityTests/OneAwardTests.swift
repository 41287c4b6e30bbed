import Diagnostics
import Eligibility
import Formats
import Registers
import Testing

private let woman = SampleBoard.womanEntry
private let second = "le-thi-mau-2024-hai"

/// One achievement, one award (PL-01).
@Suite struct OneAwardTests {
    /// A second honour of the woman, told by an entry of its own.
    private static func board(
        _ cells: [String: String] = [:], registration: String? = "DK-1", level: String = "base", model: String? = nil
    ) -> SampleBoard {
        var board = SampleBoard.awards()
        var entry = SampleBoard.awardEntry(
            second, "Bà Lê Thị Mẫu lần hai", subject: "le-thi-mau", award: "KT-3", registration: registration, level: level)
        entry["model"] = model.map { "{title: \"\($0)\"}" }
        board.addAward(
            "KT-3", like: "KT-1", ["decision_no": "15/QĐ-UBND", "decision_date": "2024-09-01", "level": level].merging(cells) { $1 },
            entry: entry)
        return board
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// The weight of what is found; nil where nothing is.
        var severity: Severity?
        var board: SampleBoard
        var testDescription: String { name }

        init(_ name: String, _ severity: Severity?, _ board: SampleBoard) {
            (self.name, self.severity, self.board) = (name, severity, board)
        }
    }

    static let cases = [
        Case("the very same registration", .error, board()),
        Case("the steps of the plan", nil, board(["authority": "Chủ tịch UBND huyện Vạn Ninh"], level: "district")),
        Case("the same title", .warning, board(registration: nil, model: "bến biển SẠCH")),
        Case("another model", nil, board(registration: nil, model: "Đường hoa")),
        Case("no model named, the same reason", .warning, board(registration: nil)),
        Case("no model named, another reason", nil, board(["reason": "Cứu người bị nạn"], registration: nil)),
        Case("another campaign", nil, board(["campaign": "unscheduled"], registration: nil)),
        Case("revoked", nil, board(["status": "revoked", "revoked_on": "2024-10-01"])),
    ]

    @Test(arguments: cases) func atOneLevelInOneYear(_ example: Case) async throws {
        let result = try await example.board.check()
        let found = result.findings("honoured-twice")
        #expect(found.map(\.severity) == (example.severity.map { [$0] } ?? []))
        // The first honour was lawful; of the second only certainty keeps it off the site.
        #expect(result.fates[woman] == .published)
        let isRevoked = example.name == "revoked"
        #expect(result.fates[second] == (example.severity == .error ? .withheld : isRevoked ? .revoked : .published))
        for finding in found {
            #expect(finding.clause?.rule == "PL-01" && finding.clause?.document == "Luật Thi đua, khen thưởng số 06/2022/QH15")
            let entry = example.board[entry: second]
            let position = entry.position(ofKey: "award")
            #expect(finding.place?.description == "\(entry.path):\(position.line):\(position.column)")
            #expect(finding.notes.first?.place?.path == RegisterName.awards.path)
        }
    }

    @Test func anotherYearIsAnotherAchievement() async throws {
        var board = Self.board(["year": "2025", "decision_date": "2025-03-01"])
        board[entry: second]["year"] = "2025"
        board.asOf = .init(year: 2025, month: 4, day: 1)!
        #expect(try await board.check().findings("honoured-twice").isEmpty)
    }

    @Test(arguments: ["draft", "withdrawn"]) func whatIsNotShownIsOnlyWorthAWarning(_ status: String) async throws {
        var board = Self.board()
        board[entry: second]["publish"] = "{status: \(status)}"
        let found = try await board.check().findings("honoured-twice")
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.place?.path == RegisterName.awards.path)
    }

    /// Rows that no entry tells of: the subject registered one model, so both are of it.
    @Test func twoRowsOfOneRegisteredModel() async throws {
        var board = SampleBoard.awards()
        board.entries.removeFirst()
        board.addAward("KT-3", like: "KT-1", ["decision_no": "15/QĐ-UBND", "decision_date": "2024-09-01", "reason": "Lý do khác"])
        let found = try await board.check().findings("honoured-twice")
        #expect(found.map { $0.place?.description } == ["content/registers/awards.csv:4:1"])
        board.copy(.registrations, ["DK-1"], ["registration_id": "DK-3", "model_title": "Mô hình thứ hai"])
        #expect(try await board.check().findings("honoured-twice").isEmpty, "either model may be meant")
    }

    @Test func anOlderDecisionRestsOnTheLawOfItsTime() async throws {
        var board = Self.board(["decision_date": "2023-09-01", "year": "2023"])
        board[Cell(.awards, ["KT-1"], "year")] = "2023"
        board[Cell(.awards, ["KT-1"], "decision_date")] = "2023-06-10"
        for id in [woman, second] { board[entry: id]["year"] = "2023" }
        let found = try #require(try await board.check().findings("honoured-twice").first)
        #expect(found.clause?.document.hasPrefix("quy định của pháp luật về thi đua, khen thưởng lúc đó, nay là Luật") == true)
    }
}

/// Two honoured people of one name.
@Suite struct NamesakeTests {
    /// A second person of the same name, honoured in the same commune.
    private static func board(_ cells: [String: String]) -> SampleBoard {
        var board = SampleBoard.awards()
        board.copy(.subjects, ["le-thi-mau"], ["subject_id": "le-thi-mau-em", "birth_year": "1992"].merging(cells) { $1 })
        board.addAward(
            "KT-3", like: "KT-1", ["subject_id": "le-thi-mau-em"],
            entry: SampleBoard.awardEntry(second, "Chị Lê Thị Mẫu", subject: "le-thi-mau-em", award: "KT-3"))
        return board
    }

    @Test(
        arguments: [
            ("one name, one place", [:], true), ("another spelling", ["name": "Lê Thị  MẪU"], true),
            ("another name", ["name": "Lê Thị Mẩu"], false),
        ] as [(String, [String: String], Bool)])
    func areHardToTellApart(_ name: String, _ cells: [String: String], _ isFound: Bool) async throws {
        let result = try await Self.board(cells).check()
        let found = result.findings("namesakes")
        #expect(found.map(\.severity) == (isFound ? [.notice] : []))
        #expect(found.allSatisfy { $0.place?.path == "content/entries/2024/\(second).md" })
        #expect(Set(result.fates.values) == [.published])
    }

    @Test func anotherPlaceTellsThemApart() async throws {
        var board = Self.board([:])
        board.places += "\nxa-mau-loc,,Mẫu Lộc,Xã Mẫu Lộc,commune,huyen-van-ninh,,2025-06-30,"
        board[Cell(.awards, ["KT-3"], "place_id")] = "xa-mau-loc"
        board[entry: second]["place"] = "xa-mau-loc"
        #expect(try await board.check().findings("namesakes").isEmpty)
    }

    @Test func whatIsNotShownConfusesNobody() async throws {
        var board = Self.board([:])
        board[entry: second]["publish"] = "{status: draft}"
        #expect(try await board.check().findings("namesakes").isEmpty)
    }

    /// The register of subjects has said already that these two may be one.
    @Test func oneWordIsEnough() async throws {
        let result = try await Self.board(["birth_year": "1980"]).check()
        #expect(result.findings("namesakes").isEmpty && result.findings("same-subject-twice").count == 1)
    }
}
