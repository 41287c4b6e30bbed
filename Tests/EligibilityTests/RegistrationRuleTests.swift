import Diagnostics
import Eligibility
import Registers
import Testing

private let base = SampleBoard.base
private let khoi = SampleBoard.khoi
private let person = SampleBoard.byAssociation
private let province = SampleBoard.province

/// What rests on registrations: YB-09, YB-12, VN-20, VN-32, VN-33, VN-34.
@Suite struct RegistrationRuleTests {
    @Test(arguments: chosen + contents + deadlines + confirmations + organisations) func registrations(_ example: StandingCase) async throws
    {
        try await example.run()
    }

    @Test func theUnchangedBoardMeetsThem() async throws {
        let result = try await SampleBoard.standingBoard.check()
        for (entry, rules) in [(base, Self.vanNinh), (khoi, Self.yenBai)] {
            let outcomes = try result.outcomes(of: entry)
            for rule in rules {
                #expect(outcomes[rule]?.status == .pass, "\(rule)")
                #expect(outcomes[rule]?.evidence.map(\.register) == [.registrations], "\(rule)")
            }
        }
    }

    private static let vanNinh = ["VN-20", "VN-32", "VN-33", "VN-34"]
    private static let yenBai = ["YB-09", "YB-12"]

    // MARK: Which one it is

    static let chosen: [StandingCase] = [
        StandingCase("the only one need not be named", base) { $0[entry: base]["registration"] = nil },
        StandingCase("none is named, there are two", base, vanNinh, .unknown("registration-ambiguous", at: .key("subject"))) {
            $0[entry: base]["registration"] = nil
            $0.copy(.registrations, ["DK-24"], ["registration_id": "DK-24b"])
        },
        StandingCase("one is named, there are two", base) { $0.copy(.registrations, ["DK-24"], ["registration_id": "DK-24b"]) },
        StandingCase("none is named, the other is of another plan", base) {
            $0[entry: base]["registration"] = nil
            $0.copy(.registrations, ["DK-24"], ["registration_id": "DK-24b", "programme_id": "mauson-2026"])
        },
        StandingCase("none is named, there is none", base, vanNinh, .unknown("registration-missing", at: .key("subject"))) {
            $0[entry: base]["registration"] = nil
            $0.remove(.registrations, ["DK-24"])
        },
        StandingCase("none is named, the only one is of another year", base, vanNinh, .unknown("registration-missing", at: .key("subject")))
        {
            $0[entry: base]["registration"] = nil
            $0[Cell(.registrations, ["DK-24"], "year")] = "2023"
        },
        StandingCase(
            "the one that is named is gone, another is there", base, vanNinh, .unknown("registration-missing", at: .key("registration"))
        ) {
            $0[Cell(.registrations, ["DK-24"], "registration_id")] = "DK-24b"
        },
        StandingCase(
            "the one that is named is of another year", base, vanNinh, .fail("registration-of-other-year", at: .key("registration"))
        ) {
            $0[Cell(.registrations, ["DK-24"], "year")] = "2023"
        },
        StandingCase(
            "the one that is named is of another plan", base, vanNinh, .fail("registration-of-other-programme", at: .key("registration"))
        ) {
            $0[Cell(.registrations, ["DK-24"], "programme_id")] = "mauson-2026"
        },
        StandingCase(
            "the one that is named is somebody else's", base, vanNinh, .fail("registration-of-other-subject", at: .key("registration"))
        ) {
            $0[Cell(.registrations, ["DK-24"], "subject_id")] = "ba-chuan"
        },
        StandingCase("an unscheduled award asks for none", base, vanNinh, .notApplicable) {
            $0[entry: base]["campaign"] = "unscheduled"
            $0[entry: base]["registration"] = nil
            $0.remove(.registrations, ["DK-24"])
        },
        StandingCase("none of two is named in Khối", khoi, yenBai, .unknown("registration-ambiguous", at: .key("subject"))) {
            $0[entry: khoi]["registration"] = nil
        },
        StandingCase("the year before is named in Khối", khoi, yenBai, .fail("registration-of-other-year", at: .key("registration"))) {
            $0[Cell(.registrations, ["DK-Y24"], "year")] = "2023"
        },
    ]

    // MARK: What it holds

    static let contents: [StandingCase] = [
        StandingCase("no request", base, ["VN-34"], .unknown("registration-incomplete", at: .cell(cell("award_request")))) {
            $0[cell("award_request")] = ""
        },
        StandingCase("no time", base, ["VN-34"], .unknown("registration-incomplete", at: .cell(cell("implementation_period")))) {
            $0[cell("implementation_period")] = ""
        },
        StandingCase("no name", base, ["VN-20", "VN-34"], .unknown("registration-incomplete", at: .cell(cell("model_title")))) {
            $0[cell("model_title")] = ""
        },
        StandingCase(
            "two things are missing: the first as the plan lists them", base, ["VN-34"],
            .unknown("registration-incomplete", at: .cell(cell("award_request")))
        ) {
            $0[cell("implementation_period")] = ""
            $0[cell("award_request")] = ""
        },
        StandingCase("no place, which this plan does not ask for", base) { $0[cell("place_id")] = "" },
        StandingCase(
            "no place, which Khối asks for", khoi, ["YB-12"], .unknown("registration-incomplete", at: .cell(cell("place_id", "DK-Y24")))
        ) {
            $0[cell("place_id", "DK-Y24")] = ""
        },
        StandingCase("no name in Khối", khoi, ["YB-12"], .unknown("registration-incomplete", at: .cell(cell("model_title", "DK-Y24")))) {
            $0[cell("model_title", "DK-Y24")] = ""
        },
    ]

    @Test func everyColumnCanBeRequired() async throws {
        let filled: [(String, String)] = [
            ("organisation_id", "hoi-chuan"), ("model_title", "Tên"), ("quantity", "1"), ("place_id", "xa-mau-hai"), ("place_text", "Thôn"),
            ("lead", "Chi hội"), ("field", "economy"), ("scale", "58 hộ"), ("status", "new"), ("registered_on", "2024-01-05"),
            ("maintained_since", "2023"), ("award_request", "Giấy khen"), ("implementation_period", "Cả năm"), ("confirmed_by", "unit"),
        ]
        for (column, value) in filled {
            var board = SampleBoard.standingBoard
            board.addToVanNinh("VN-90", "kind: registered, requires: [\(column)]")
            if !board[.registrations].header.contains(column) {
                board[.registrations].header.append(column)
                for row in board[.registrations].rows.indices { board[.registrations].rows[row].append("") }
            }
            board[cell(column)] = value
            #expect(try await board.check().statuses(of: base)["VN-90"] == .pass, "\(column)")
            board[cell(column)] = ""
            let result = try await board.check()
            #expect(try result.statuses(of: base)["VN-90"] == .unknown, "\(column)")
            #expect(try result.findings("VN-90", of: base).first?.place?.description == board.place(.cell(cell(column)), of: base))
        }
    }

    // MARK: When it came, who confirmed it

    static let deadlines: [StandingCase] = [
        StandingCase("the last day before", base) { $0[cell("registered_on")] = "2024-02-14" },
        StandingCase("the day itself", base, ["VN-32"], .pass(but: "on-the-deadline", at: .cell(cell("registered_on")))) {
            $0[cell("registered_on")] = "2024-02-15"
        },
        StandingCase("the day after", base, ["VN-32"], .fail("after-the-deadline", at: .cell(cell("registered_on")))) {
            $0[cell("registered_on")] = "2024-02-16"
        },
        StandingCase("no day", base, ["VN-32"], .unknown("submission-missing", at: .cell(cell("registered_on")))) {
            $0[cell("registered_on")] = ""
        },
        StandingCase("the day itself in Khối", khoi, ["YB-09"], .pass(but: "on-the-deadline", at: .cell(cell("registered_on", "DK-Y24")))) {
            $0[cell("registered_on", "DK-Y24")] = "2024-04-15"
        },
        StandingCase("the day after in Khối", khoi, ["YB-09"], .fail("after-the-deadline", at: .cell(cell("registered_on", "DK-Y24")))) {
            $0[cell("registered_on", "DK-Y24")] = "2024-04-16"
        },
        StandingCase("another model was late", khoi) { $0[cell("registered_on", "DK-Y24b")] = "2024-05-16" },
    ]

    static let confirmations: [StandingCase] = [
        StandingCase("by the department", base) { $0[cell("confirmed_by")] = "district_department" },
        StandingCase("by one more", base) { $0[cell("confirmed_by")] = "unit|commune_government" },
        StandingCase("by another body", base, ["VN-33"], .fail("registration-not-confirmed", at: .cell(cell("confirmed_by")))) {
            $0[cell("confirmed_by")] = "unit"
        },
        StandingCase("by nobody", base, ["VN-33"], .fail("registration-not-confirmed", at: .cell(cell("confirmed_by")))) {
            $0[cell("confirmed_by")] = ""
        },
        StandingCase("by all of several", base, ["VN-90": .pass]) {
            $0.addToVanNinh("VN-90", "kind: registration_confirmed, confirmed_by: [unit, commune_government]")
            $0[cell("confirmed_by")] = "commune_government|unit"
        },
        StandingCase(
            "by one of several that all must", base, ["VN-90"], .fail("registration-not-confirmed", at: .cell(cell("confirmed_by")))
        ) {
            $0.addToVanNinh("VN-90", "kind: registration_confirmed, confirmed_by: [unit, commune_government]")
        },
        StandingCase(
            "by all, but none of the others", base, ["VN-90"], .fail("registration-not-confirmed", at: .cell(cell("confirmed_by")))
        ) {
            $0.addToVanNinh(
                "VN-90", "kind: registration_confirmed, confirmed_by: commune_government, confirmed_by_one_of: [unit, home_affairs_office]")
        },
    ]

    // MARK: By the organisation, in another year

    static let organisations: [StandingCase] = [
        StandingCase("the organisation's own is named", person, ["VN-90": .pass].merging(refused, uniquingKeysWith: { first, _ in first }))
        {
            $0.addToVanNinh("VN-90", "kind: registered, holder: organisation")
            $0[entry: person]["registration"] = "DK-24"
        },
        StandingCase("one by a member for the organisation is named", person, ["VN-90": .pass]) {
            $0.addToVanNinh("VN-90", "kind: registered, holder: organisation")
        },
        StandingCase(
            "one of another organisation is named", person, ["VN-90"], .fail("registration-of-other-subject", at: .key("registration"))
        ) {
            $0.addToVanNinh("VN-90", "kind: registered, holder: organisation")
            $0[Cell(.registrations, ["DK-H24"], "organisation_id")] = "hoi-chuan"
        },
        StandingCase("none is named, the organisation has two", person, ["VN-90"], .unknown("registration-ambiguous", at: .key("subject")))
        {
            $0.addToVanNinh("VN-90", "kind: registered, holder: organisation")
            $0[entry: person]["registration"] = nil
        },
        StandingCase(
            "no organisation is recorded", person, ["VN-90"],
            .unknown("organisation-missing", at: .cell(Cell(.subjects, ["ba-chuan"], "organisation_id")))
        ) {
            $0.addToVanNinh("VN-90", "kind: registered, holder: organisation")
            $0[Cell(.subjects, ["ba-chuan"], "organisation_id")] = ""
        },
        StandingCase("the year before as well", province, ["VN-90": .pass]) { $0.addToVanNinh("VN-90", "kind: registered, year: year-1") },
        StandingCase("not the year before", province, ["VN-90"], .unknown("registration-missing", at: .key("subject"))) {
            $0.addToVanNinh("VN-90", "kind: registered, year: year-1")
            $0.remove(.registrations, ["DK-24"])
        },
        StandingCase("in a fixed year", province, ["VN-90"], .unknown("registration-missing", at: .key("subject"))) {
            $0.addToVanNinh("VN-90", "kind: registered, year: 2021")
        },
    ]

    /// What the rules that ask for the subject's own say to the organisation's.
    private static let refused: [String: StandingCase.Answer] = Dictionary(
        uniqueKeysWithValues: vanNinh.map { ($0, .fail("registration-of-other-subject", at: .key("registration"))) })

    /// An entry may name the registration of the organisation where the person works, and no stranger's.
    @Test(arguments: [("DK-24", false), ("DK-Y24", true)]) func namingIsNoMistakeItself(_ registration: String, _ isMistake: Bool)
        async throws
    {
        var board = SampleBoard.standingBoard
        board[entry: person]["registration"] = registration
        let found = try await board.check().entry(person).diagnostics.filter { $0.clause == nil && $0.code.hasPrefix("registration") }
        #expect(found.map(\.code) == (isMistake ? ["registration-of-other-subject"] : []))
    }

    /// A condition on the model reads the same registration as the rules do.
    @Test(arguments: ["DK-24", nil]) func conditionsReadIt(_ registration: String?) async throws {
        var board = SampleBoard.standingBoard
        board.addToVanNinh("VN-90", "kind: registered, when: {model_status: maintained}")
        board[.registrations].header.append("status")
        for row in board[.registrations].rows.indices { board[.registrations].rows[row].append("new") }
        board[entry: base]["registration"] = registration
        #expect(try await board.check().statuses(of: base)["VN-90"] == .notApplicable)
        board[Cell(.registrations, ["DK-24"], "status")] = "maintained"
        #expect(try await board.check().statuses(of: base)["VN-90"] == .pass)
    }

    private static func cell(_ column: String, _ row: String = "DK-24") -> Cell { Cell(.registrations, [row], column) }
    private func cell(_ column: String) -> Cell { Self.cell(column) }
}
