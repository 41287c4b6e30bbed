import Diagnostics
import Eligibility
import Registers
import Testing

/// What registers say against one another, on a board that is otherwise sound.
@Suite struct RegisterCheckTests {
    /// One change, and what is then found: `weight code cell`.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var expected: [String]
        var change: @Sendable (inout SampleBoard) -> Void
        var testDescription: String { name }

        init(_ name: String, _ expected: [String], _ change: @escaping @Sendable (inout SampleBoard) -> Void) {
            (self.name, self.expected, self.change) = (name, expected, change)
        }

        func run() async throws {
            var board = SampleBoard.awards()
            change(&board)
            let result = try await board.check()
            let found = (result.report.entries.flatMap(\.diagnostics) + result.report.diagnostics).inReadingOrder()
            #expect(found.map { "\($0.severity.rawValue) \($0.code) \(Self.cell($0.place, in: board))" } == expected)
            #expect(found.allSatisfy { $0.remedy != nil })
        }

        /// The register and the column at which a finding points; the file of anything else.
        private static func cell(_ place: SourcePlace?, in board: SampleBoard) -> String {
            guard let place, let position = place.position,
                let register = RegisterName.allCases.first(where: { $0.path == place.path }), let table = board.registers[register]
            else { return place?.path ?? "" }
            let row = Int(position.line) - 2
            let column = table.header.indices.first { table.position(row: row, column: $0) == position }
            return "\(register.rawValue):\(position.line):\(column.map { table.header[$0] } ?? "?")"
        }
    }

    @Test func theBoardItselfIsSound() async throws {
        let result = try await SampleBoard.awards().check()
        #expect(result.findings == [])
        #expect(Set(result.fates.values) == [.published])
    }

    // MARK: Ids that nobody declares

    static let unknown = [
        Case("an award of nobody", ["warning unknown-subject awards:4:subject_id"]) {
            $0.addAward("KT-3", like: "KT-1", ["subject_id": "le-thi-mai", "decision_no": "11/QĐ"])
        },
        Case("a recognition of nobody", ["warning unknown-subject recognitions:2:subject_id"]) {
            $0.add(.recognitions, Self.recognition.merging(["subject_id": "x"]) { $1 })
        },
        Case("a rating of nobody", ["warning unknown-subject ratings:3:subject_id"]) {
            $0.copy(.ratings, ["thon-mau"], ["subject_id": "thon-mai"])
        },
        Case("a registration of nobody", ["warning unknown-subject registrations:4:subject_id"]) {
            $0.copy(.registrations, ["DK-2"], ["registration_id": "DK-3", "subject_id": "x"])
        },
        Case("points of nobody", ["warning unknown-subject scores:3:subject_id"]) { $0.copy(.scores, ["BD-1"], ["subject_id": "x"]) },
        Case("a judgement of nobody", ["warning unknown-subject reviews:3:subject_id"]) {
            $0.copy(.reviews, ["H-01"], ["subject_id": "x"])
        },
        Case("a document of nobody", ["warning unknown-subject dossiers:3:subject_id"]) {
            $0.copy(.dossiers, ["le-thi-mau"], ["subject_id": "x"])
        },
        Case("a document of the programme's own", []) { $0.copy(.dossiers, ["le-thi-mau"], ["subject_id": ""]) },
        Case("nobody is kept back", ["error unknown-subject holds:2:subject_id"]) {
            $0.add(.holds, ["subject_id": "le-thi-mao", "kind": "complaint", "from": "2024-11-01"])
        },
        Case("two rows of nobody, one finding", ["warning unknown-subject dossiers:3:subject_id"]) {
            $0.copy(.dossiers, ["le-thi-mau"], ["subject_id": "x"])
            $0.copy(.dossiers, ["le-thi-mau"], ["subject_id": "x"])
        },
        Case("an organisation that is not there", ["warning unknown-organisation subjects:3:organisation_id"]) {
            $0[Cell(.subjects, ["le-thi-mau"], "organisation_id")] = "hoi-phu-nua"
        },
        Case("a registration for no organisation", ["warning unknown-organisation registrations:2:organisation_id"]) {
            $0[Cell(.registrations, ["DK-1"], "organisation_id")] = "hoi"
        },
        Case("a registration under no plan", ["warning unknown-programme registrations:4:programme_id"]) {
            $0.copy(.registrations, ["DK-2"], ["registration_id": "DK-3", "programme_id": "mau-hay"])
        },
        Case("points under no plan", ["warning unknown-programme scores:3:programme_id"]) {
            $0.copy(.scores, ["BD-1"], ["programme_id": "mau-hay"])
        },
        Case("a document under no plan", ["warning unknown-programme dossiers:3:programme_id"]) {
            $0.copy(.dossiers, ["le-thi-mau"], ["programme_id": "mau-hay"])
        },
        Case("a judgement under no plan", ["warning unknown-programme reviews:3:programme_id"]) {
            $0.copy(.reviews, ["H-01"], ["programme_id": "mau-hay"])
        },
        Case("a judgement of no rule", ["warning unknown-rule reviews:3:rule"]) { $0.copy(.reviews, ["H-01"], ["rule": "H-1"]) },
        Case("an earlier plan's award still counts", []) {
            $0.addAward("KT-3", like: "KT-1", ["programme_id": "ke-hoach-cu", "decision_no": "11/QĐ", "year": "2023"])
        },
        Case("a place that nobody knows", ["warning unknown-place awards:4:place_id"]) {
            $0.addAward("KT-3", like: "KT-1", ["place_id": "xa-mau-hay", "decision_no": "11/QĐ", "year": "2023"])
        },
        Case("a subject's place that nobody knows", ["warning unknown-place subjects:2:place_id"]) {
            $0[Cell(.subjects, ["hoi-phu-nu"], "place_id")] = "xa-mau-hay"
        },
    ]

    static let recognition = [
        "recognition_id": "CN-1", "subject_id": "thon-mau", "title": "dan-van-kheo-model", "level": "base", "year": "2023",
        "place_id": "xa-mau-hai", "decision_no": "9/QĐ-UBND", "decision_date": "2023-12-01", "authority": "Chủ tịch UBND xã Mẫu Hải",
        "status": "valid",
    ]

    @Test(arguments: unknown) func idsThatNobodyDeclares(_ example: Case) async throws { try await example.run() }

    @Test func manyUnknownIDsAreOneFindingWithEachOfThem() async throws {
        var board = SampleBoard.awards()
        for number in 1...30 { board.copy(.ratings, ["thon-mau"], ["subject_id": "khong-co-\(number)"]) }
        board.copy(.ratings, ["thon-mau"], ["subject_id": "khong-co-1"])
        let found = try #require(try await board.check().findings("unknown-subject").first)
        #expect(found.message.vi.contains("30 mã đối tượng") && found.message.vi.contains("31 dòng"))
        #expect(found.notes.count == 30)
        #expect(found.notes.first?.message.vi == "“khong-co-1”, 2 dòng")
    }

    @Test func theNearestIDIsOffered() async throws {
        var board = SampleBoard.awards()
        board.copy(.ratings, ["thon-mau"], ["subject_id": "thon-mai"])
        let one = try #require(try await board.check().findings("unknown-subject").first)
        #expect(one.remedy?.vi == "Có phải là “thon-mau”?")
        board.copy(.ratings, ["thon-mau"], ["subject_id": "le-thi-maus"])
        let two = try #require(try await board.check().findings("unknown-subject").first)
        #expect(
            two.notes.map(\.message.vi) == [
                "“le-thi-maus”, 1 dòng, có phải là “le-thi-mau”?", "“thon-mai”, 1 dòng, có phải là “thon-mau”?",
            ])
    }

    // MARK: Places and levels of other days

    static let days = [
        Case("an award in a commune that had not begun", ["warning place-did-not-exist awards:4:place_id"]) {
            $0.addAward("KT-3", like: "KT-1", ["place_id": "xa-mau-moi", "decision_no": "11/QĐ", "year": "2023"])
        },
        Case("an award in a commune that had ended", ["warning place-did-not-exist awards:4:place_id"]) {
            $0.addAward("KT-3", like: "KT-1", ["decision_no": "11/QĐ", "decision_date": "2025-07-01", "year": "2025"])
        },
        Case("a recognition in a commune that had not begun", ["warning place-did-not-exist recognitions:2:place_id"]) {
            $0.add(.recognitions, Self.recognition.merging(["place_id": "xa-mau-moi"]) { $1 })
        },
        Case("a registration in a commune that had not begun", ["warning place-did-not-exist registrations:4:place_id"]) {
            $0.copy(.registrations, ["DK-2"], ["registration_id": "DK-3", "place_id": "xa-mau-moi", "subject_id": "hoi-phu-nu"])
        },
        Case("a registration without a day goes by its year", ["warning place-did-not-exist registrations:4:place_id"]) {
            $0.copy(
                .registrations, ["DK-2"],
                ["registration_id": "DK-3", "place_id": "xa-mau-moi", "registered_on": "", "subject_id": "hoi-phu-nu"])
        },
        Case("a registration of the year in which the commune begins", []) {
            $0.copy(
                .registrations, ["DK-2"],
                ["registration_id": "DK-3", "place_id": "xa-mau-moi", "registered_on": "", "year": "2025", "subject_id": "hoi-phu-nu"])
        },
        Case("an entry says it of itself", ["error place-did-not-exist content/entries/2024/thon-mau-2024.md"]) {
            $0[Cell(.awards, ["KT-2"], "place_id")] = "xa-mau-moi"
            $0[entry: SampleBoard.hamletEntry]["place"] = "xa-mau-moi"
        },
        Case("a district's award after the last district", ["error level-had-ended awards:4:level"]) {
            $0.addAward("KT-3", like: "KT-1", Self.district("2025-07-01"))
        },
        Case("a district's award on its last day", []) { $0.addAward("KT-3", like: "KT-1", Self.district("2025-06-30")) },
        Case("a district's recognition after the last district", ["error level-had-ended recognitions:2:level"]) {
            $0.add(
                .recognitions,
                Self.recognition.merging(["level": "district", "decision_date": "2025-08-01", "year": "2025", "place_id": ""]) { $1 })
        },
        Case("a district's entry after the last district", ["error level-had-ended content/entries/2024/thon-mau-2024.md"]) {
            $0[Cell(.awards, ["KT-2"], "level")] = "district"
            $0[Cell(.awards, ["KT-2"], "decision_date")] = "2025-07-01"
            $0[Cell(.awards, ["KT-2"], "decision_no")] = "12/QĐ"
            $0[Cell(.awards, ["KT-2"], "place_id")] = "xa-mau-moi"
            $0[entry: SampleBoard.hamletEntry]["place"] = "xa-mau-moi"
            $0[entry: SampleBoard.hamletEntry]["level"] = "district"
        },
    ]

    /// An award of the district, in the commune of that day.
    private static func district(_ day: String) -> [String: String] {
        [
            "level": "district", "decision_no": "30/QĐ", "decision_date": day, "year": "2025", "authority": "Chủ tịch UBND huyện Vạn Ninh",
            "place_id": day < "2025-07-01" ? "xa-mau-hai" : "xa-mau-moi",
        ]
    }

    @Test(arguments: days) func placesAndLevelsInTime(_ example: Case) async throws { try await example.run() }

    @Test func theMessageSaysWhatEndedTheLevel() async throws {
        var board = SampleBoard.awards()
        board.addAward("KT-3", like: "KT-1", Self.district("2025-07-01"))
        let found = try #require(try await board.check().findings("level-had-ended").first)
        #expect(found.required?.vi == "“Cấp huyện” có đến hết ngày 30/6/2025: mô hình chính quyền địa phương hai cấp từ ngày 01/7/2025.")
    }

    // MARK: Decisions

    static let decisions = [
        Case("one decision of two levels", ["error decision-of-two-levels awards:4:level"]) {
            $0.addAward("KT-3", like: "KT-1", ["subject_id": "hoi-phu-nu", "level": "district"])
        },
        Case("one decision of two forms", ["warning decision-of-two-forms awards:4:form"]) {
            $0.addAward("KT-3", like: "KT-1", ["subject_id": "hoi-phu-nu", "form": "diploma_of_merit"])
        },
        Case("the same number of another authority is another decision", []) {
            $0.addAward("KT-3", like: "KT-1", ["subject_id": "hoi-phu-nu", "level": "district", "authority": "Chủ tịch UBND huyện"])
        },
        Case("the same number of another year is another decision", []) {
            $0.addAward("KT-3", like: "KT-1", ["subject_id": "hoi-phu-nu", "decision_date": "2023-06-10", "year": "2023"])
        },
        Case("one number with two days of a year", ["warning decision-of-two-days awards:4:decision_date"]) {
            $0.addAward("KT-3", like: "KT-1", ["subject_id": "hoi-phu-nu", "decision_date": "2024-06-01"])
        },
        Case("spellings of one number and authority", ["warning decision-of-two-days awards:4:decision_date"]) {
            $0.addAward(
                "KT-3", like: "KT-1",
                [
                    "subject_id": "hoi-phu-nu", "decision_date": "2024-06-01", "decision_no": "10/qđ-UBND",
                    "authority": "Chủ  tịch UBND xã Mẫu Hải",
                ])
        },
        Case("across registers", ["error decision-of-two-levels recognitions:2:level"]) {
            $0.add(
                .recognitions,
                Self.recognition.merging([
                    "decision_no": "10/QĐ-UBND", "decision_date": "2024-06-10", "year": "2024", "level": "district",
                ]) { $1 })
        },
        Case("revoked here, standing there, and no word of why", ["warning decision-partly-revoked awards:4:status"]) {
            $0.addAward("KT-3", like: "KT-1", ["subject_id": "hoi-phu-nu", "status": "revoked"])
        },
        Case("revoked in part, by a decision", []) {
            $0.addAward(
                "KT-3", like: "KT-1",
                ["subject_id": "hoi-phu-nu", "status": "revoked", "revoked_on": "2024-09-01", "revoked_by": "Quyết định số 20/QĐ-UBND"])
        },
        Case("standing, and yet revoked", ["error status-contradicts-revocation awards:4:status"]) {
            $0.addAward("KT-3", like: "KT-1", ["subject_id": "hoi-phu-nu", "revoked_on": "2024-09-01"])
        },
    ]

    @Test(arguments: decisions) func contentsOfADecision(_ example: Case) async throws { try await example.run() }

    // MARK: One subject, two ids

    static let subjects = [
        Case("one person under two ids", ["warning same-subject-twice subjects:5:subject_id"]) {
            $0.copy(.subjects, ["le-thi-mau"], ["subject_id": "le-thi-mau-2"])
        },
        Case("another spelling of the name", ["warning same-subject-twice subjects:5:subject_id"]) {
            $0.copy(.subjects, ["le-thi-mau"], ["subject_id": "ltm", "name": "lê  thị mẫu"])
        },
        Case("born in another year", []) { $0.copy(.subjects, ["le-thi-mau"], ["subject_id": "le-thi-mau-2", "birth_year": "1991"]) },
        Case("works elsewhere", []) {
            $0.copy(.subjects, ["le-thi-mau"], ["subject_id": "le-thi-mau-2", "organisation_id": "thon-mau"])
        },
        Case("nothing but a name", ["notice same-subject-twice subjects:6:subject_id"]) {
            for id in ["tran-an", "tran-an-2"] { $0.add(.subjects, ["subject_id": id, "kind": "individual", "name": "Trần An"]) }
        },
        Case("a unit twice", ["warning same-subject-twice subjects:5:subject_id"]) {
            $0.copy(.subjects, ["thon-mau"], ["subject_id": "thon-mau-moi"])
        },
        Case("a further position of one person", []) {
            $0[Cell(.subjects, ["le-thi-mau"], "to")] = "2023-12-31"
            $0.copy(.subjects, ["le-thi-mau"], ["from": "2024-01-01", "to": "", "position": "hamlet_head"])
        },
    ]

    @Test(arguments: subjects) func oneSubjectUnderTwoIDs(_ example: Case) async throws { try await example.run() }

    // MARK: Circles of organisations

    private static let hamlet = "Thôn Mẫu, xã Mẫu Hải"
    private static let union = "Hội Phụ nữ xã Mẫu Hải"

    static let circles = [
        Case("below itself", ["error circular-organisations subjects:4:organisation_id"]) {
            $0[Cell(.subjects, [Self.hamlet], "organisation_id")] = "thon-mau"
        },
        Case("a circle of two", ["error circular-organisations subjects:2:organisation_id"]) {
            $0[Cell(.subjects, [Self.union], "organisation_id")] = "thon-mau"
            $0[Cell(.subjects, [Self.hamlet], "organisation_id")] = "hoi-phu-nu"
        },
        Case("a circle of three", ["error circular-organisations subjects:2:organisation_id"]) {
            $0.add(.subjects, ["subject_id": "xa", "kind": "collective", "name": "Xã", "organisation_id": "hoi-phu-nu"])
            $0[Cell(.subjects, [Self.union], "organisation_id")] = "thon-mau"
            $0[Cell(.subjects, [Self.hamlet], "organisation_id")] = "xa"
        },
        Case("below a circle", ["error circular-organisations subjects:4:organisation_id"]) {
            $0[Cell(.subjects, [Self.union], "organisation_id")] = "thon-mau"
            $0[Cell(.subjects, [Self.hamlet], "organisation_id")] = "thon-mau"
        },
        Case("a chain", []) { $0[Cell(.subjects, [Self.union], "organisation_id")] = "thon-mau" },
        Case("first above, then below", []) {
            $0[Cell(.subjects, [Self.union], "organisation_id")] = "thon-mau"
            $0[Cell(.subjects, [Self.union], "to")] = "2022-12-31"
            $0[Cell(.subjects, [Self.hamlet], "organisation_id")] = "hoi-phu-nu"
            $0[Cell(.subjects, [Self.hamlet], "from")] = "2023-01-01"
        },
    ]

    @Test(arguments: circles) func organisationsInACircle(_ example: Case) async throws { try await example.run() }

    @Test func aCircleIsToldFromItsFirstID() async throws {
        var board = SampleBoard.awards()
        board[Cell(.subjects, [Self.union], "organisation_id")] = "thon-mau"
        board[Cell(.subjects, [Self.hamlet], "organisation_id")] = "hoi-phu-nu"
        let found = try #require(try await board.check().findings("circular-organisations").first)
        #expect(found.message.vi == "Các tổ chức thuộc lẫn nhau thành vòng: hoi-phu-nu → thon-mau → hoi-phu-nu.")
        #expect(found.notes.count == 1)
    }
}
