import Diagnostics
import Eligibility
import Registers
import Testing

private let base = SampleBoard.base
private let district = SampleBoard.district
private let province = SampleBoard.province
private let person = SampleBoard.byAssociation

/// What rests on awards and recognitions that came before, and on the award itself: VN-10, VN-21, VN-22, VN-26,
/// VN-27, VN-28b.
@Suite struct EarlierHonourRuleTests {
    @Test(arguments: fromBelow + consecutive) func earlier(_ example: StandingCase) async throws { try await example.run() }
    @Test(arguments: commendations) func alternatives(_ example: StandingCase) async throws { try await example.run() }
    @Test(arguments: forms) func theAwardItself(_ example: StandingCase) async throws { try await example.run() }

    /// Every answer names the rows that it rests on.
    @Test func theUnchangedBoardMeetsThem() async throws {
        let result = try await SampleBoard.standingBoard.check()
        for (entry, rule, awards) in [
            (district, "VN-21", ["KT-B24"]), (province, "VN-22", ["KT-D23", "KT-D24"]), (base, "VN-26", ["KT-B24"]),
            (person, "VN-27", ["KT-H24"]),
            (district, "VN-28b", ["KT-D24"]),
        ] {
            let outcome = try #require(try result.outcomes(of: entry)[rule])
            #expect(outcome.status == .pass, "\(rule)")
            #expect(outcome.evidence.map { result.corpus.registers.rows.awards[Int($0.row)].id } == awards, "\(rule)")
        }
        #expect(try result.statuses(of: base)["VN-10"] == .pass)
        #expect(try result.statuses(of: person)["VN-26"] == .notApplicable)
    }

    // MARK: An award of the level below: VN-21

    static let fromBelow: [StandingCase] = [
        StandingCase("none", district, ["VN-21"], .unknown("award-missing", at: .key("subject"))) { $0.remove(.awards, ["KT-B24"]) },
        StandingCase("of another year", district, ["VN-21"], .unknown("award-missing", at: .key("subject"))) { $0[b24("year")] = "2023" },
        StandingCase("of another level", district, ["VN-21"], .unknown("award-missing", at: .key("subject"))) {
            $0[b24("level")] = "province"
        },
        StandingCase("under another plan", district, ["VN-21"], .unknown("award-missing", at: .key("subject"))) {
            $0[b24("programme_id")] = "mauson-2026"
        },
        StandingCase("somebody else's", district, ["VN-21"], .unknown("award-missing", at: .key("subject"))) {
            $0[b24("subject_id")] = "ba-chuan"
        },
        StandingCase("on the same day", district) { $0[b24("decision_date")] = "2024-09-20" },
        StandingCase("a day later", district, ["VN-21"], .fail("award-after-honour", at: .cell(b24("decision_date")))) {
            $0[b24("decision_date")] = "2024-09-21"
        },
        StandingCase("revoked", district, ["VN-21"], .fail("award-revoked", at: .cell(b24("status")))) { $0[b24("status")] = "revoked" },
        StandingCase("under review", district, ["VN-21"], .unknown("award-under-review", at: .cell(b24("status")))) {
            $0[b24("status")] = "under_review"
        },
        StandingCase("one revoked, another stands", district) {
            $0.copy(.awards, ["KT-B24"], first: true, ["award_id": "KT-B24b", "status": "revoked"])
        },
        StandingCase("one revoked, another under review", district, ["VN-21"], .unknown("award-under-review", at: .cell(b24("status")))) {
            $0.copy(.awards, ["KT-B24"], ["award_id": "KT-B24b", "status": "revoked"])
            $0[b24("status")] = "under_review"
        },
        StandingCase("one revoked, another came later", district, ["VN-21"], .fail("award-revoked", at: .cell(b24("status")))) {
            $0.copy(.awards, ["KT-B24"], ["award_id": "KT-B24b", "decision_date": "2024-12-01"])
            $0[b24("status")] = "revoked"
        },
        StandingCase("a recognition instead", district) {
            $0.remove(.awards, ["KT-B24"])
            $0.add(.recognitions, recognition)
        },
        StandingCase("a recognition under no recorded plan", district, ["VN-21"], .unknown("award-missing", at: .key("subject"))) {
            $0.remove(.awards, ["KT-B24"])
            $0.add(.recognitions, recognition.merging(["programme_id": ""]) { $1 })
        },
        StandingCase(
            "a recognition under no recorded plan, where any will do", district,
            ["VN-90": .pass, "VN-21": .unknown("award-missing", at: .key("subject"))]
        ) {
            $0.addToVanNinh("VN-90", "kind: award_at_level, at_level: base, programmes: any")
            $0.remove(.awards, ["KT-B24"])
            $0.add(.recognitions, recognition.merging(["programme_id": ""]) { $1 })
        },
        StandingCase("under a plan that is named", district, ["VN-90": .pass, "VN-21": .unknown("award-missing", at: .key("subject"))]) {
            $0.addToVanNinh("VN-90", "kind: award_at_level, at_level: base, programmes: [mauson-2026, vanninh-2020]")
            $0[b24("programme_id")] = "vanninh-2020"
        },
        StandingCase("only recognitions count", district, ["VN-90"], .unknown("award-missing", at: .key("subject"))) {
            $0.addToVanNinh("VN-90", "kind: award_at_level, at_level: base, registers: [recognitions]")
        },
        StandingCase("the award itself proves nothing", district, ["VN-90"], .unknown("award-missing", at: .key("subject"))) {
            $0.addToVanNinh("VN-90", "kind: award_at_level, at_level: district")
        },
        StandingCase("one of two levels, in the year before", district, ["VN-90": .pass]) {
            $0.addToVanNinh("VN-90", "kind: award_at_level, at_level: [district, province], years: [\"year-1\"]")
        },
        StandingCase("of the organisation", person, ["VN-90": .pass]) {
            $0.addToVanNinh("VN-90", "kind: award_at_level, at_level: base, holder: organisation")
        },
        StandingCase(
            "of an organisation that nobody recorded", person, ["VN-90"],
            .unknown("organisation-missing", at: .cell(Cell(.subjects, ["ba-chuan"], "organisation_id")))
        ) {
            $0.addToVanNinh("VN-90", "kind: award_at_level, at_level: base, holder: organisation")
            $0[Cell(.subjects, ["ba-chuan"], "organisation_id")] = ""
        },
        StandingCase("the entry's own row is missing", district, ["VN-21", "VN-28b"], .unknown("basis-row-missing", at: .key("award"))) {
            $0.remove(.awards, ["KT-D24"])
        },
        StandingCase("an unscheduled award asks for none", district, ["VN-21", "VN-32", "VN-33", "VN-34"], .notApplicable) {
            $0[entry: district]["campaign"] = "unscheduled"
            $0.remove(.awards, ["KT-B24"])
        },
    ]

    // MARK: Year after year: VN-22

    static let consecutive: [StandingCase] = [
        StandingCase("the year before last is missing", province, ["VN-22"], .unknown("award-missing", at: .key("subject"))) {
            $0.remove(.awards, ["KT-D23"])
        },
        StandingCase("the last year is missing", province, ["VN-22"], .unknown("award-missing", at: .key("subject"))) {
            $0.remove(.awards, ["KT-D24"])
        },
        StandingCase("a year between", province, ["VN-22"], .unknown("award-missing", at: .key("subject"))) {
            $0[Cell(.awards, ["KT-D23"], "year")] = "2022"
        },
        StandingCase("of another level", province, ["VN-22"], .unknown("award-missing", at: .key("subject"))) {
            $0[Cell(.awards, ["KT-D23"], "level")] = "base"
        },
        StandingCase("one was revoked", province, ["VN-22"], .fail("award-revoked", at: .cell(d24("status")))) {
            $0[d24("status")] = "revoked"
        },
        StandingCase("one is under review", province, ["VN-22"], .unknown("award-under-review", at: .cell(d24("status")))) {
            $0[d24("status")] = "under_review"
        },
        StandingCase("one was revoked, the other is missing", province, ["VN-22"], .fail("award-revoked", at: .cell(d24("status")))) {
            $0[d24("status")] = "revoked"
            $0.remove(.awards, ["KT-D23"])
        },
        StandingCase(
            "one is under review, the other is missing", province, ["VN-22"], .unknown("award-under-review", at: .cell(d24("status")))
        ) {
            $0[d24("status")] = "under_review"
            $0.remove(.awards, ["KT-D23"])
        },
        StandingCase("one came after the honour", province, ["VN-22"], .fail("award-after-honour", at: .cell(d24("decision_date")))) {
            $0[d24("decision_date")] = "2025-05-16"
        },
        StandingCase("a recognition in one of the years", province) {
            $0.remove(.awards, ["KT-D23"])
            $0.add(.recognitions, recognition.merging(["level": "district", "year": "2023", "decision_date": "2023-09-22"]) { $1 })
        },
        StandingCase("three years", province, ["VN-90"], .unknown("award-missing", at: .key("subject"))) {
            $0.addToVanNinh("VN-90", "kind: consecutive_recognitions, at_level: district, years: 3")
        },
        StandingCase("up to a fixed year", province, ["VN-90"], .unknown("award-missing", at: .key("subject"))) {
            $0.addToVanNinh("VN-90", "kind: consecutive_recognitions, at_level: district, years: 2, ending: 2023")
        },
        StandingCase(
            "up to the year itself: the award proves nothing of it", district, ["VN-90"], .unknown("award-missing", at: .key("subject"))
        ) {
            $0.addToVanNinh("VN-90", "kind: consecutive_recognitions, at_level: district, years: 2, ending: year")
        },
        StandingCase("of the organisation", person, ["VN-90"], .unknown("award-missing", at: .key("subject"))) {
            $0.addToVanNinh("VN-90", "kind: consecutive_recognitions, at_level: base, years: 2, holder: organisation, ending: year")
        },
        StandingCase("the entry's own row is missing", province, ["VN-22"], .unknown("basis-row-missing", at: .key("award"))) {
            $0.remove(.awards, ["KT-P25"])
        },
    ]

    /// The finding names every year that is missing, and no other.
    @Test(arguments: [(["KT-D23"], "2023"), (["KT-D24"], "2024"), (["KT-D23", "KT-D24"], "2023, 2024")])
    func missingYearsAreNamed(_ removed: [String], _ years: String) async throws {
        var board = SampleBoard.standingBoard
        for award in removed { board.remove(.awards, [award]) }
        let found = try #require(try await board.check().findings("VN-22", of: province).first)
        #expect(found.message.vi.hasSuffix("cho năm \(years)."))
        #expect(found.remedy?.vi.contains("năm \(years))") == true)
    }

    // MARK: Rated, commended, or an enterprise that does well: VN-10

    static let commendations: [StandingCase] = [
        StandingCase("commended the year before", base) { $0.remove(.ratings, ["chi-hoi-chuan", "2023"]) },
        StandingCase("rated too low, but commended", base) { $0[rating] = "fair" },
        StandingCase("rated too low, the commendation revoked", base, ["VN-10"], .fail("no-alternative-met", at: .cell(rating))) {
            $0[rating] = "fair"
            $0[Cell(.awards, ["KT-D23"], "status")] = "revoked"
        },
        StandingCase("not rated, never commended", base, ["VN-10"], .unknown("no-alternative-known", at: .key("subject"))) {
            $0.remove(.ratings, ["chi-hoi-chuan", "2023"])
            $0.remove(.awards, ["KT-D23"])
            $0.remove(.awards, ["KT-D24"])
        },
        StandingCase("commended under another plan", base) {
            $0.remove(.ratings, ["chi-hoi-chuan", "2023"])
            $0[Cell(.awards, ["KT-D23"], "programme_id")] = "mauson-2026"
            $0[Cell(.awards, ["KT-D23"], "level")] = "central"
        },
        StandingCase("commended too long ago", base, ["VN-10"], .unknown("no-alternative-known", at: .key("subject"))) {
            $0.remove(.ratings, ["chi-hoi-chuan", "2023"])
            $0[Cell(.awards, ["KT-D23"], "year")] = "2022"
        },
        StandingCase("an enterprise that does well", base) {
            poor(&$0, "enterprise")
            $0.add(.reviews, review)
        },
        StandingCase("an enterprise of which nobody says so", base, ["VN-10"], .unknown("no-alternative-known", at: .cell(rating))) {
            poor(&$0, "enterprise")
        },
        StandingCase("an enterprise that does not do well", base, ["VN-10"], .fail("no-alternative-met", at: .cell(rating))) {
            poor(&$0, "enterprise")
            $0.add(.reviews, review.merging(["verdict": "not_met"]) { $1 })
        },
        StandingCase("no enterprise, whatever is said", base, ["VN-10"], .fail("no-alternative-met", at: .cell(rating))) {
            poor(&$0, "front_association")
            $0.add(.reviews, review)
        },
    ]

    // MARK: Form and authority: VN-26, VN-27, VN-28b

    static let forms: [StandingCase] = [
        StandingCase("another form", base, ["VN-26"], .fail("award-form-not-allowed", at: .cell(b24("form")))) {
            $0[b24("form")] = "diploma_of_merit"
        },
        StandingCase("by the district's chair", base, ["VN-26"], .fail("authority-not-allowed", at: .cell(b24("authority")))) {
            $0[b24("authority")] = "Chủ tịch UBND huyện"
        },
        StandingCase("by a whole committee", base, ["VN-26"], .unknown("authority-not-known", at: .cell(b24("authority")))) {
            $0[b24("authority")] = "UBND xã Mẫu Hải"
        },
        StandingCase("by another name of the chair", base) { $0[b24("authority")] = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU HẢI" },
        StandingCase("another form by somebody else", base, ["VN-26"], .fail("award-form-not-allowed", at: .cell(b24("form")))) {
            $0[b24("form")] = "diploma_of_merit"
            $0[b24("authority")] = "Chủ tịch UBND huyện"
        },
        StandingCase("by the head of an association of the district", base, ["VN-26": .notApplicable, "VN-27": .pass]) {
            $0[b24("authority")] = "Chủ tịch Hội Phụ nữ huyện"
        },
        StandingCase(
            "another form by the head of an association", person, ["VN-27"], .fail("award-form-not-allowed", at: .cell(h24("form")))
        ) {
            $0[h24("form")] = "flag"
        },
        StandingCase("by the chair of the commune after all", person, ["VN-27": .notApplicable, "VN-26": .pass]) {
            $0[h24("authority")] = "Chủ tịch UBND xã Mẫu Hải"
        },
        StandingCase("by the chair of a commune", district, ["VN-28b"], .fail("authority-not-allowed", at: .cell(d24("authority")))) {
            $0[d24("authority")] = "Chủ tịch UBND xã Mẫu Hải"
        },
        StandingCase("another form by the district", district, ["VN-28b"], .fail("award-form-not-allowed", at: .cell(d24("form")))) {
            $0[d24("form")] = "attestation"
        },
        StandingCase(
            "only the form is asked for", district, ["VN-90": .pass, "VN-28b": .fail("authority-not-allowed", at: .cell(d24("authority")))]
        ) {
            $0.addToVanNinh("VN-90", "kind: award_form, forms: [certificate_of_merit]")
            $0[d24("authority")] = "Chủ tịch UBND tỉnh"
        },
        StandingCase(
            "only the authority is asked for", district,
            ["VN-90": .pass, "VN-28b": .fail("award-form-not-allowed", at: .cell(d24("form")))]
        ) {
            $0.addToVanNinh("VN-90", "kind: award_form, authorities: [district_chair]")
            $0[d24("form")] = "attestation"
        },
    ]

    private static func b24(_ column: String) -> Cell { Cell(.awards, ["KT-B24"], column) }
    private static func d24(_ column: String) -> Cell { Cell(.awards, ["KT-D24"], column) }
    private static func h24(_ column: String) -> Cell { Cell(.awards, ["KT-H24"], column) }
    private static let rating = Cell(.ratings, ["chi-hoi-chuan", "2023"], "rating")

    private static let recognition = [
        "recognition_id": "CN-V24", "subject_id": "chi-hoi-chuan", "programme_id": "vanninh-2023", "title": "dan-van-kheo-exemplar",
        "level": "base", "year": "2024", "decision_no": "5/QĐ-UBND", "decision_date": "2024-06-01", "authority": "Chủ tịch UBND xã Mẫu Hải",
        "status": "valid",
    ]
    private static let review = [
        "programme_id": "vanninh-2023", "rule": "VN-10", "subject_id": "chi-hoi-chuan", "year": "2024", "verdict": "met",
        "body": "mass_mobilisation_board", "reviewed_on": "2024-05-20",
    ]

    /// Rated too low, the only earlier commendation revoked; of that type of organisation.
    private static func poor(_ board: inout SampleBoard, _ type: String) {
        board[rating] = "fair"
        board[Cell(.awards, ["KT-D23"], "status")] = "revoked"
        board[Cell(.subjects, ["chi-hoi-chuan", "collective"], "organisation_type")] = type
    }
}
