import Diagnostics
import Eligibility
import Programmes
import Registers
import Testing

private let unit = SampleBoard.committeeEntry
private let person = SampleBoard.secretaryEntry

/// Whom a rule speaks of: conditions on every attribute, joined, and what happens where an attribute is not known.
@Suite struct ConditionTests {
    /// A rule that nobody meets, under a condition: it fails for those of whom it speaks.
    private static func board(_ when: String) -> SampleBoard {
        var board = SampleBoard()
        board.vocabulary += "\n"
        board.places = """
            place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree,tags
            tinh-bac-giang,24,Bắc Giang,Tỉnh Bắc Giang,province,,,2025-06-30,,
            huyen-luc-ngan,217,Lục Ngạn,Huyện Lục Ngạn,district,tinh-bac-giang,,2025-06-30,,border_commune
            xa-mau-an,,Mẫu An,Xã Mẫu An,commune,huyen-luc-ngan,,2025-06-30,,disadvantaged_commune
            """
        board.addRule(
            """
            id: LN-91
            kind: video
            scope: entry
            cite: "V"
            severity: notice
            text: "Quy tắc thử."
            when: \(when)
            minimum: 9
            """)
        return board
    }

    static let cases: [(when: String, unit: Bool, person: Bool)] = [
        ("{subject_kind: collective}", true, false), ("{subject_kind: [collective, individual]}", true, true),
        ("{position: party_secretary}", true, true), ("{position: commune_chair}", true, false),
        ("{birth_year: {at_least: 1970}}", true, true), ("{birth_year: {at_most: 1970}}", true, false),
        ("{birth_year: [1971, 1972]}", true, true), ("{organisation_type: commune_party_committee}", true, true),
        ("{organisation_type: enterprise}", false, false), ("{organisation: dang-bo-xa-mau-an}", true, true),
        ("{organisation: dang-bo-xa-mau-binh}", false, false), ("{place: xa-mau-an}", true, true), ("{place: huyen-luc-ngan}", true, true),
        ("{place: huyen-van-ninh}", false, false), ("{place_kind: commune}", true, true), ("{place_kind: district}", false, false),
        ("{place_tag: disadvantaged_commune}", true, true), ("{place_tag: border_commune}", true, true),
        ("{place_tag: island_commune}", false, false), ("{model_status: new}", true, true), ("{model_quantity: {at_least: 2}}", true, true),
        ("{level: district}", true, true), ("{level: province}", false, false), ("{campaign: unscheduled}", false, false),
        ("{field: economy}", false, false), ("{year: 2021}", true, true), ("{year: {at_least: 2022}}", false, false),
        ("{authority: district_standing_committee}", true, true), ("{authority: commune_chair}", false, false),
        // The honour rests on a recognition: no award form is known, so the rule can't be shut out.
        ("{award_form: certificate_of_merit}", true, true), ("{recognition_title: dan-van-kheo-commendation}", true, true),
        ("{recognition_title: dan-van-kheo-model}", false, false),
        // Joined.
        ("{subject_kind: collective, level: province}", false, false), ("{subject_kind: individual, level: district}", false, true),
        ("{any: [{subject_kind: individual}, {level: province}]}", false, true), ("{not: {subject_kind: individual}}", true, false),
        ("{not: {any: [{subject_kind: individual}, {level: district}]}}", false, false),
        // What is not known stays unknown through “not”.
        ("{not: {model_status: new}}", true, true), ("{not: {position: party_secretary}}", true, false),
        ("{subject_kind: individual, not: {model_status: new}}", false, true),
    ]

    @Test(arguments: cases) func speaksOf(_ when: String, _ isOfUnit: Bool, _ isOfPerson: Bool) async throws {
        let result = try await Self.board(when).check()
        #expect(try result.statuses(of: unit)["LN-91"] == (isOfUnit ? .fail : .notApplicable))
        #expect(try result.statuses(of: person)["LN-91"] == (isOfPerson ? .fail : .notApplicable))
    }

    @Test(
        arguments: [
            ("{subject_kind: colective}", ["unknown-code"]), ("{subject: collective}", ["unknown-key"]),
            ("{birth_year: {at_least: 1980, at_most: 1970}}", ["empty-range"]), ("{birth_year: {}}", ["empty-range"]),
            ("{year: hai}", ["out-of-range"]), ("{any: [{levl: base}]}", ["unknown-key"]), ("[collective]", ["wrong-kind"]),
        ])
    func refuses(_ when: String, _ codes: [String]) async throws {
        _ = try await Self.board(when).check(parsing: codes)
    }

    /// Kleene's tables, over all conditions of two tests whose answers may be unknown.
    @Test(arguments: [true, false, nil] as [Bool?], [true, false, nil] as [Bool?]) func threeValues(_ left: Bool?, _ right: Bool?) {
        let (a, b) = (Condition.among(.level, ["a"]), Condition.among(.field, ["b"]))
        func holds(_ condition: Condition) -> Bool? {
            condition.holds { test in
                if case .among(.level, _) = test { left } else { right }
            }
        }
        let both: Bool? = left == false || right == false ? false : left == nil || right == nil ? nil : true
        let either: Bool? = left == true || right == true ? true : left == nil || right == nil ? nil : false
        #expect(holds(.all([a, b])) == both)
        #expect(holds(.any([a, b])) == either)
        #expect(holds(.not(a)) == left.map { !$0 })
        // De Morgan.
        #expect(holds(.not(.all([a, b]))) == holds(.any([.not(a), .not(b)])))
        #expect(holds(.always) == true && holds(.any([])) == false)
    }

    @Test func saysItselfInWords() async throws {
        let vocabulary = try await SampleBoard().check().corpus.vocabulary
        let condition = Condition.all([
            .among(.subjectKind, ["collective"]), .among(.level, ["district", "province"]), .within(.birthYear, 1970...(.max)),
            .not(.among(.field, ["economy"])),
        ])
        #expect(condition.words(vocabulary).vi == "tập thể; cấp huyện hoặc cấp tỉnh; năm sinh từ 1970 trở lên; không phải (kinh tế)")
    }
}
