import Registers

/// The unchanged sample: everybody in it is invented.
extension SampleBoard {
    static let registers: [RegisterName: SampleTable] = [
        .subjects: SampleTable(
            """
            subject_id|kind|name|sort_name|organisation_type|position|position_text|organisation_id|birth_year|from|to
            dang-bo-xa-mau-an|collective|Đảng bộ xã Mẫu An||commune_party_committee||||||2025-06-30
            nguyen-van-mau|individual|Nguyễn Văn Mẫu|||party_secretary|Bí thư Đảng ủy xã Mẫu An|dang-bo-xa-mau-an|1972|2018-01-10|
            """),
        .recognitions: SampleTable(
            """
            recognition_id|subject_id|programme_id|title|level|year|place_id|decision_no|decision_date|authority|status|revoked_on|revoked_by
            CN-2020-1|dang-bo-xa-mau-an||dan-van-kheo-commune-party-committee|district|2020|xa-mau-an|418-QĐ/HU|2020-12-21|Ban Thường vụ Huyện ủy|valid||
            BD-2021-1|dang-bo-xa-mau-an|lucngan-2021|dan-van-kheo-commendation|district|2021|xa-mau-an|527-QĐ/HU|2021-09-15|Ban Thường vụ Huyện ủy|valid||
            BD-2021-2|nguyen-van-mau|lucngan-2021|dan-van-kheo-commendation|district|2021|xa-mau-an|527-QĐ/HU|2021-09-15|Ban Thường vụ Huyện ủy|valid||
            """),
        .ratings: SampleTable(
            """
            subject_id|period|scale|rating|decision_no|rated_by|rated_on
            dang-bo-xa-mau-an|2021H1|party-4|good||Ban Thường vụ Huyện ủy|2021-06-28
            nguyen-van-mau|2020|party-4|good|31-QĐ/ĐU|Đảng ủy xã|2020-12-28
            nguyen-van-mau|2021H1|party-4|good||Đảng ủy xã|2021-06-25
            """),
        .reviews: SampleTable(
            """
            programme_id|rule|subject_id|year|verdict|body|reviewed_on|note
            lucngan-2021|LN-08|dang-bo-xa-mau-an|2021|met|mass_mobilisation_board|2021-07-20|
            lucngan-2021|LN-35|dang-bo-xa-mau-an|2021|met|mass_mobilisation_board|2021-07-20|
            lucngan-2021|LN-12|nguyen-van-mau|2021|met|mass_mobilisation_board|2021-07-20|
            lucngan-2021|LN-13|nguyen-van-mau|2021|met|mass_mobilisation_board|2021-07-20|
            lucngan-2021|LN-35|nguyen-van-mau|2021|met|mass_mobilisation_board|2021-07-20|
            """),
        .dossiers: SampleTable(
            """
            programme_id|subject_id|year|document|submitted_on|confirmed_by|copies|file
            lucngan-2021|dang-bo-xa-mau-an|2021|official_letter|2021-07-05|||
            lucngan-2021|dang-bo-xa-mau-an|2021|achievement_report|2021-07-05|unit;mass_mobilisation_board||
            lucngan-2021|dang-bo-xa-mau-an|2021|extract_list|2021-07-05|unit||
            lucngan-2021|nguyen-van-mau|2021|official_letter|2021-07-05|||
            lucngan-2021|nguyen-van-mau|2021|achievement_report|2021-07-05|reporter;unit;mass_mobilisation_board||
            lucngan-2021|nguyen-van-mau|2021|extract_list|2021-07-05|unit||
            lucngan-2021||2021|four_year_report|2021-07-10|||
            """
        ).separatingBodies(),
        .waivers: SampleTable("waiver_id|programme_id|rule|entry_id|decision_no|decided_by|decided_on|expires_on|reason"),
    ]

    static let committeeSample = entry(
        id: committeeEntry, title: "Đảng bộ xã Mẫu An", subject: committee, recognition: "BD-2021-1")

    static let secretarySample = entry(
        id: secretaryEntry, title: "Đồng chí Nguyễn Văn Mẫu", subject: secretary, recognition: "BD-2021-2")

    /// An entry of the programme that meets every rule which reads the entry itself.
    static func entry(id: String, title: String, subject: String, recognition: String) -> SampleEntry {
        SampleEntry(
            path: "content/entries/2021/\(id)/index.md",
            keys: [
                ("id", id), ("title", "\"\(title)\""), ("programme", "lucngan-2021"), ("campaign", "periodic"), ("level", "district"),
                ("subject", subject), ("recognition", recognition), ("place", "xa-mau-an"), ("year", "2021"),
                ("field", "party_political_system"), ("summary", "\"Vận động nhân dân hiến đất mở đường.\""),
                ("achievements_section", "\"Thành tích đạt được\""),
                (
                    "photos",
                    """
                    [{file: chan-dung.jpg, role: portrait, alt: "Ảnh chân dung"}, \
                    {file: mot.jpg, role: activity, alt: "Ảnh một"}, {file: hai.jpg, role: activity, alt: "Ảnh hai"}]
                    """
                ),
                ("videos", "[{url: \"https://video.example.vn/1\", title: \"Phim tư liệu\"}]"),
                (
                    "publish",
                    "{status: ready, consent: {given_by: \"Người được nêu tên\", on: 2021-07-01, covers: [name, photos, video]}}"
                ),
            ],
            body: "Mở đầu.\n\n## Thành tích đạt được\n\nNhân dân hiến đất mở đường.\n\n## Lời kết\n\nCòn nhiều việc phải làm.\n")
    }
}

extension SampleTable {
    /// The sample parts cells with `|`, as registers part the bodies within one; here they are written with `;`.
    fileprivate func separatingBodies() -> SampleTable {
        var table = self
        let column = table.index(ofColumn: "confirmed_by")
        for row in table.rows.indices { table.rows[row][column].replace(";", with: "|") }
        return table
    }
}
