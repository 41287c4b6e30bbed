import Diagnostics
import Eligibility
import Registers
import Testing

private let unit = SampleBoard.committeeEntry

/// What an entry points at must be there, and speak of the same honour.
@Suite struct ReferenceTests {
    /// A key, its new value, and what is found at it.
    @Test(
        arguments: [
            ("subject", "dang-bo-xa-mau", "unknown-subject"), ("place", "xa-mau-am", "unknown-place"),
            ("programme", "lucngan-2020", "unknown-programme"),
            ("field", "economics", "unknown-field"), ("field", "economy", "field-not-in-programme"), ("level", "distric", "unknown-code"),
            ("level", "central", "level-not-in-programme"), ("campaign", "unscheduled", "campaign-not-in-programme"),
            ("year", "2022", "year-outside-programme"),
            ("recognition", "BD-2021-9", "unknown-recognition"), ("registration", "DK-1", "unknown-registration"),
            ("score_sheet", "BD-1", "unknown-score-sheet"), ("recognition", "BD-2021-2", "register-disagrees"),
            ("level", "province", "register-disagrees"),
            ("place", "huyen-luc-ngan", "register-disagrees"),
        ])
    func isReported(_ key: String, _ value: String, _ code: String) async throws {
        var board = SampleBoard()
        board[entry: unit][key] = value
        let result = try await board.check()
        let found = try #require(try result.entry(unit).diagnostics.first { $0.code == code })
        #expect(found.severity == .error && found.remedy != nil)
        let entry = board[entry: unit]
        let position = entry.position(ofKey: code == "register-disagrees" && key == "recognition" ? "subject" : key)
        #expect(found.place?.description == "\(entry.path):\(position.line):\(position.column)")
        #expect(result.fates[unit] == .withheld)
    }

    @Test func aBasisOfTheOtherKind() async throws {
        var board = SampleBoard()
        board[entry: unit]["recognition"] = nil
        board[entry: unit]["award"] = "KT-1"
        let codes = try await board.check().entry(unit).diagnostics.map(\.code)
        #expect(codes.contains("wrong-basis") && codes.contains("unknown-award"))
    }

    @Test(arguments: [("2021-09-14", false), ("2021-09-15", true), ("", true)]) func aPlaceMustExistOnTheDayOfTheDecision(
        _ lastDay: String, _ exists: Bool
    ) async throws {
        var board = SampleBoard()
        board.places.replace("commune,huyen-luc-ngan,,2025-06-30,", with: "commune,huyen-luc-ngan,,\(lastDay),")
        let codes = try await board.check().entry(unit).diagnostics.map(\.code)
        #expect(codes == (exists ? [] : ["place-did-not-exist"]))
    }

    @Test func aSubjectOfAKindThatThePlanDoesNotHonour() async throws {
        var board = SampleBoard()
        board[Cell(.subjects, [SampleBoard.secretary], "kind")] = "household"
        let codes = try await board.check().entry(SampleBoard.secretaryEntry).diagnostics.map(\.code)
        #expect(codes == ["subject-kind-not-in-programme"])
    }

    /// Links in the story: what stands in it, and what is found.
    @Test(
        arguments: [
            ("[Đồng chí Mẫu](../nguyen-van-mau-2021/index.md#thanh-tich)", []), ("[bài](../khong-co/index.md)", ["unknown-document"]),
            ("![ảnh](chan-dung.jpg)", []), ("![ảnh](chan-dung.png)", ["file-not-found"]),
            ("[tệp](/media/ke-hoach.pdf)", ["file-not-found"]),
            ("[năm](/nam/2021/)", []), ("[ngoài](../../../../ngoai.jpg)", ["link-leaves-content"]),
        ])
    func links(_ link: String, _ codes: [String]) async throws {
        var board = SampleBoard()
        board[entry: unit].body += "\n\(link)\n"
        #expect(try await board.check().entry(unit).diagnostics.map(\.code) == codes)
    }

    /// Codes in registers that the vocabulary does not know.
    @Test(
        arguments: [
            (Cell(.subjects, [SampleBoard.committee], "organisation_type"), "commune_party_comittee", "unknown-code"),
            (Cell(.subjects, [SampleBoard.secretary], "position"), "secretary", "unknown-code"),
            (Cell(.recognitions, ["CN-2020-1"], "title"), "dan-van-kheo", "unknown-code"),
            (Cell(.recognitions, ["CN-2020-1"], "level"), "commune", "unknown-code"),
            (Cell(.ratings, [SampleBoard.committee], "rating"), "very_good", "unknown-code"),
            (Cell(.ratings, [SampleBoard.committee], "scale"), "party-5", "unknown-code"),
            (Cell(.ratings, [SampleBoard.committee], "period"), "2021Q1", "wrong-period"),
            (Cell(.dossiers, [SampleBoard.committee], "document"), "letter", "unknown-code"),
            (Cell(.dossiers, [SampleBoard.committee], "confirmed_by"), "unit|police", "unknown-code"),
            (Cell(.reviews, ["LN-08"], "body"), "board", "unknown-code"),
        ])
    func codesInRegisters(_ cell: Cell, _ value: String, _ code: String) async throws {
        var board = SampleBoard()
        board[cell] = value
        _ = try await board.check(parsing: [code])
    }

    /// No rule judges a grade that the scale has not.
    @Test func anUnknownGradeIsNotTooLow() async throws {
        var board = SampleBoard()
        board[Cell(.ratings, [SampleBoard.committee, "2021H1"], "rating")] = "g\u{43E}\u{43E}d"
        let report = try await board.check(parsing: ["unknown-code"])
        #expect(try !report.entry(unit).diagnostics.contains { $0.code == "rating-too-low" })
    }
}
