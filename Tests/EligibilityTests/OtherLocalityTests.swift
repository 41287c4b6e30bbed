import Diagnostics
import Eligibility
import Formats
import Programmes
import Registers
import Testing

/// A plan of another locality needs a file and no Swift: every built kind, with other numbers, on awards.
@Suite struct OtherLocalityTests {
    @Test func rulesAreData() async throws {
        let board = try Self.board()
        let result = try await board.check()
        #expect(result.report.diagnostics.isEmpty)
        let good = try result.statuses(of: "to-rau-2025")
        #expect(Set(good.values) == [.pass, .notApplicable], "\(good.filter { $0.value != .pass })")
        #expect(result.fates["to-rau-2025"] == .published)

        // The same numbers, broken one by one.
        let breaks: [(String, @Sendable (inout SampleBoard) -> Void)] = [
            ("T-01", { $0[Cell(.subjects, ["to-rau"], "organisation_type")] = "agency" }),
            ("T-02", { $0[Cell(.recognitions, ["CN-1"], "year")] = "2022" }),
            ("T-03", { $0[Cell(.ratings, ["xa-mau"], "rating")] = "kem" }),
            ("T-04", { $0[entry: "to-rau-2025"].body = "## Việc làm\n\n\(words(13))\n" }),
            ("T-05", { $0[entry: "to-rau-2025"]["photos"] = "[{file: a.jpg, role: portrait, alt: \"Ảnh\"}]" }),
            ("T-06", { $0[Cell(.dossiers, ["to-rau"], "copies")] = "2" }),
            ("T-07", { $0[Cell(.dossiers, ["to-rau"], "submitted_on")] = "2025-11-16" }),
            ("T-08", { $0[Cell(.reviews, ["to-rau"], "verdict")] = "not_met" }),
        ]
        for (rule, change) in breaks {
            var broken = board
            change(&broken)
            let answers = try await broken.check().statuses(of: "to-rau-2025")
            #expect(answers.filter { $0.value == .fail || $0.value == .unknown }.map(\.key) == [rule])
        }
    }

    /// The quota counts each level of each year by itself.
    @Test(arguments: [("base", true), ("province", false)]) func quotasMayCountByLevel(_ level: String, _ isOver: Bool) async throws {
        var board = try Self.board()
        var second = board.entries[0]
        second.path = "content/entries/2025/to-rau-hai-2025.md"
        second["id"] = "to-rau-hai-2025"
        second["award"] = "KT-2"
        second["level"] = level
        board.copy(.awards, ["KT-1"], ["award_id": "KT-2", "level": level])
        board.entries.append(second)
        let result = try await board.check()
        #expect(result.report.diagnostics.contains { $0.code == "quota-exceeded" } == isOver)
        #expect(result.fates["to-rau-2025"] == (isOver ? .withheld : .published))
        #expect(result.report.batches.map(\.count) == (isOver ? [2] : [1, 1]))
    }

    private static func board() throws -> SampleBoard {
        var board = SampleBoard()
        board.vocabulary.replace(
            "rating_scales:\n",
            with:
                "rating_scales:\n  - id: ba-muc\n    name: \"Ba mức\"\n    grades: [{id: tot, name: \"Tốt\"}, {id: kha, name: \"Khá\"}, {id: kem, name: \"Kém\"}]\n"
        )
        board.places = """
            place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree
            tinh-khanh-hoa,56,Khánh Hòa,Tỉnh Khánh Hòa,province,,,,
            xa-mau-khe,,Mẫu Khê,Xã Mẫu Khê,commune,tinh-khanh-hoa,2025-07-01,,
            """
        board.programmes = [(path: "content/programmes/mau-khe-2025.yaml", text: programme)]
        board.registers = [
            .subjects: SampleTable(
                """
                subject_id|kind|name|organisation_type|organisation_id
                to-rau|collective|Tổ hợp tác rau Mẫu Khê|cooperative_group|xa-mau
                xa-mau|collective|Ủy ban nhân dân xã Mẫu Khê|commune_government|
                """),
            .awards: SampleTable(
                """
                award_id|subject_id|programme_id|level|form|year|place_id|decision_no|decision_date|authority|status
                KT-1|to-rau|mau-khe-2025|base|certificate_of_merit|2025|xa-mau-khe|9/QĐ|2025-12-01|Chủ tịch UBND xã Mẫu Khê|valid
                """),
            .recognitions: SampleTable(
                """
                recognition_id|subject_id|title|year|decision_no|decision_date|authority|status
                CN-1|to-rau|dan-van-kheo-model|2024|8/QĐ|2024-12-01|Chủ tịch UBND xã Mẫu Khê|valid
                """),
            .ratings: SampleTable("subject_id|period|scale|rating\nxa-mau|2024|ba-muc|kha"),
            .reviews: SampleTable(
                "programme_id|rule|subject_id|year|verdict|body|reviewed_on\nmau-khe-2025|T-08|to-rau|2025|met|emulation_council|2025-11-20"
            ),
            .dossiers: SampleTable(
                "programme_id|subject_id|year|document|submitted_on|confirmed_by|copies\nmau-khe-2025|to-rau|2025|submission_letter|15/11/2025|commune_government|3"
            ),
        ]
        board.entries = [
            SampleEntry(
                path: "content/entries/2025/to-rau-2025.md",
                keys: [
                    ("id", "to-rau-2025"), ("title", "Tổ rau Mẫu Khê"), ("programme", "mau-khe-2025"), ("level", "base"),
                    ("subject", "to-rau"), ("award", "KT-1"),
                    ("place", "xa-mau-khe"), ("year", "2025"), ("field", "economy"), ("summary", "Rau sạch."),
                    ("achievements_section", "Việc làm"),
                    ("photos", "[{file: a.jpg, role: activity, alt: \"Ảnh\"}]"), ("publish", "{status: ready}"),
                ], body: "## Việc làm\n\n\(words(12))\n")
        ]
        board.asOf = try #require(.init(year: 2026, month: 1, day: 5))
        return board
    }

    private static let programme = """
        id: mau-khe-2025
        title: "Khen thưởng xã Mẫu Khê (minh họa)"
        document: {number: "1/KH", date: 2025-08-01, issuer: "UBND xã Mẫu Khê (minh họa)"}
        validity: {from: 2025-08-01, to: 2025-12-31}
        place: xa-mau-khe
        rests_on: award
        campaigns: [periodic, unscheduled]
        levels: [base, province]
        subject_kinds: [collective, individual]
        rating_scale: ba-muc
        rules:
          - {id: T-01, kind: organisation_type, scope: entry, cite: "1", severity: error, text: "Tổ hợp tác.", values: [cooperative_group, hamlet]}
          - {id: T-02, kind: recognised, scope: entry, cite: "2", severity: error, text: "Được công nhận.", titles: [dan-van-kheo-model, dan-van-kheo-exemplar], years: [2023, 2024]}
          - {id: T-03, kind: rating_at_least, scope: entry, cite: "3", severity: error, text: "Nơi công tác từ khá.", period: year-1, minimum: kha, holder: organisation}
          - {id: T-04, kind: word_limit, scope: entry, cite: "4", severity: error, text: "12 chữ.", part: achievements, maximum: 12}
          - {id: T-05, kind: photos, scope: entry, cite: "5", severity: error, text: "Một ảnh.", roles: {activity: 1}}
          - {id: T-06, kind: dossier_document, scope: entry, cite: "6", severity: error, text: "Ba bộ.", document: submission_letter, confirmed_by: commune_government, copies: 3}
          - {id: T-07, kind: deadline, scope: entry, cite: "7", severity: error, text: "Chậm nhất 15/11.", what: submission_letter, before: "11-15", inclusive: true}
          - {id: T-08, kind: human_review, scope: entry, cite: "8", severity: error, text: "Hội đồng.", topic: "Hiệu quả", body: emulation_council}
          - {id: T-09, kind: position, scope: entry, cite: "9", severity: error, text: "Chức vụ.", when: {subject_kind: individual}, values: [member]}
          - {id: T-10, kind: quota, scope: batch, cite: "10", severity: error, text: "Một mỗi cấp.", at_most: 1, per: level_year}
          - {id: T-11, kind: statement, scope: programme, cite: "11", severity: notice, text: "Thông tin."}
          - {id: T-12, kind: video, scope: entry, cite: "12", severity: notice, text: "Phim.", when: {campaign: unscheduled, level: province}, minimum: 1}

        """
}
