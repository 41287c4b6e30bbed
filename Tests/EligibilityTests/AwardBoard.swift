import Diagnostics
import Eligibility
import Formats
import Registers

/// A small board of awards at three levels, for what registers say against one another: an invented woman and
/// an invented hamlet, each with one model and one award of the commune.
extension SampleBoard {
    static let womanEntry = "le-thi-mau-2024"
    static let hamletEntry = "thon-mau-2024"

    static func awards() -> SampleBoard {
        var board = SampleBoard()
        board.places = """
            place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree
            tinh-khanh-hoa,56,Khánh Hòa,Tỉnh Khánh Hòa,province,,,,
            huyen-van-ninh,571,Vạn Ninh,Huyện Vạn Ninh,district,tinh-khanh-hoa,,2025-06-30,
            xa-mau-hai,,Mẫu Hải,Xã Mẫu Hải,commune,huyen-van-ninh,,2025-06-30,
            xa-mau-moi,,Mẫu Mới,Xã Mẫu Mới,commune,tinh-khanh-hoa,2025-07-01,,
            """
        board.programmes = [(path: awardProgrammePath, text: awardProgramme)]
        board.registers = [
            .subjects: SampleTable(
                """
                subject_id|kind|name|organisation_type|position|organisation_id|birth_year|place_id|from|to
                hoi-phu-nu|collective|Hội Phụ nữ xã Mẫu Hải|front_association||||xa-mau-hai||
                le-thi-mau|individual|Lê Thị Mẫu||branch_head|hoi-phu-nu|1980|||
                thon-mau|collective|Thôn Mẫu, xã Mẫu Hải|hamlet||||xa-mau-hai||
                """),
            .awards: SampleTable(
                """
                award_id|subject_id|programme_id|campaign|level|form|year|place_id|decision_no|decision_date|authority|reason|status|revoked_on|revoked_by
                KT-1|le-thi-mau|mau-hai|periodic|base|certificate_of_merit|2024|xa-mau-hai|10/QĐ-UBND|2024-06-10|Chủ tịch UBND xã Mẫu Hải|Điển hình năm 2024|valid||
                KT-2|thon-mau|mau-hai|periodic|base|certificate_of_merit|2024|xa-mau-hai|10/QĐ-UBND|2024-06-10|Chủ tịch UBND xã Mẫu Hải|Điển hình năm 2024|valid||
                """),
            .recognitions: SampleTable(
                "recognition_id|subject_id|programme_id|title|level|year|place_id|decision_no|decision_date|authority|status|revoked_on|revoked_by"
            ),
            .ratings: SampleTable("subject_id|period|scale|rating\nthon-mau|2024|party-4|good"),
            .registrations: SampleTable(
                """
                registration_id|programme_id|year|subject_id|organisation_id|model_title|place_id|status|registered_on
                DK-1|mau-hai|2024|le-thi-mau|hoi-phu-nu|Bến biển sạch|xa-mau-hai|new|2024-01-20
                DK-2|mau-hai|2024|thon-mau||Đường hoa|xa-mau-hai|new|2024-01-22
                """),
            .scores: SampleTable(
                "score_sheet_id|programme_id|sheet_id|subject_id|year|kind|criterion|points\nBD-1|mau-hai|bang|thon-mau|2024|verified|1|9"),
            .reviews: SampleTable(
                "programme_id|rule|subject_id|year|verdict|body|reviewed_on\nmau-hai|H-01|thon-mau|2024|met|emulation_council|2024-05-20"),
            .dossiers: SampleTable(
                "programme_id|subject_id|year|document|submitted_on\nmau-hai|le-thi-mau|2024|submission_letter|2024-05-10"),
            .waivers: SampleTable("waiver_id|programme_id|rule|entry_id|decision_no|decided_by|decided_on|expires_on|reason"),
            .holds: SampleTable("subject_id|kind|from|until|decision_no|authority"),
        ]
        board.entries = [
            awardEntry(womanEntry, "Bà Lê Thị Mẫu", subject: "le-thi-mau", award: "KT-1", registration: "DK-1"),
            awardEntry(hamletEntry, "Thôn Mẫu", subject: "thon-mau", award: "KT-2", registration: "DK-2"),
        ]
        board.asOf = .init(year: 2024, month: 12, day: 1)!
        return board
    }

    /// An entry of the board of awards.
    static func awardEntry(
        _ id: String, _ title: String, subject: String, award: String, registration: String? = nil, level: String = "base"
    ) -> SampleEntry {
        var entry = SampleEntry(
            path: "content/entries/2024/\(id).md",
            keys: [
                ("id", id), ("title", "\"\(title)\""), ("programme", "mau-hai"), ("campaign", "periodic"), ("level", level),
                ("subject", subject), ("award", award), ("place", "xa-mau-hai"), ("year", "2024"), ("field", "economy"),
                ("summary", "\"Cả thôn cùng làm.\""),
                ("publish", "{status: ready, consent: {given_by: \"Người được nêu tên\", on: 2024-05-20, covers: [name]}}"),
            ], body: "Cả thôn cùng làm.\n")
        entry["registration"] = registration
        return entry
    }

    /// Adds a further award, with an entry that tells of it.
    mutating func addAward(_ id: String, like other: String, _ cells: [String: String], entry: SampleEntry? = nil) {
        copy(.awards, [other], cells.merging(["award_id": id]) { $1 })
        if let entry { entries.append(entry) }
    }

    static let awardProgrammePath = "content/programmes/mau-hai.yaml"

    static let awardProgramme = """
        id: mau-hai
        title: "Khen thưởng xã Mẫu Hải (minh họa)"
        document: {number: "1/KH", date: 2024-01-02, issuer: "UBND xã Mẫu Hải (minh họa)"}
        validity: {from: 2024-01-02, to: 2026-12-31}
        place: xa-mau-hai
        rests_on: award
        campaigns: [periodic, unscheduled]
        levels: [base, district, province]
        subject_kinds: [collective, individual]
        rating_scale: party-4
        waivers:
          by: [commune_government]
          only: [{rules: [H-02], by: [emulation_council]}]
          never: [H-03]
        rules:
          - {id: H-01, kind: human_review, scope: entry, cite: "1", severity: error, text: "Hội đồng.", when: {subject_kind: collective}, topic: "Hiệu quả", body: emulation_council}
          - {id: H-02, kind: word_limit, scope: entry, cite: "2", severity: error, text: "Tóm tắt.", part: summary, maximum: 100}
          - {id: H-03, kind: attribute_in_list, scope: entry, cite: "3", severity: error, text: "Lĩnh vực.", attribute: field, values: [economy, new_rural]}
          - {id: H-04, kind: quota, scope: batch, cite: "4", severity: error, text: "Hai cá nhân.", when: {subject_kind: individual}, at_most: 2, per: level_year}
          - {id: H-05, kind: statement, scope: programme, cite: "5", severity: notice, text: "Thông tin."}

        """
}

extension SampleReport {
    /// Every finding, of entries and of the board, in reading order.
    var findings: [String] { all.map { "\($0.place?.path ?? "") \($0.severity.rawValue) \($0.code)" } }

    /// Every finding of that code.
    func findings(_ code: String) -> [Diagnostic] { all.filter { $0.code == code } }

    private var all: [Diagnostic] { (report.entries.flatMap(\.diagnostics) + report.diagnostics).inReadingOrder() }
}
