import Eligibility
import Formats
import Registers

/// The plans of Khối Yên Bái and Vạn Ninh as the project delivers them, with invented honours that rest on
/// registrations and on earlier awards: one of each level, and one by the head of an association.
extension SampleBoard {
    static let khoi = "chi-bo-chuan-2024"
    static let base = "chi-hoi-chuan-co-so-2024"
    static let district = "chi-hoi-chuan-huyen-2024"
    static let province = "chi-hoi-chuan-tinh-2025"
    static let byAssociation = "ba-chuan-2024"

    static let standingBoard: SampleBoard = {
        var board = SampleBoard()
        board.programmes = [
            (path: ProjectFiles.yenBaiPath, text: ProjectFiles.yenBai), (path: ProjectFiles.vanNinhPath, text: ProjectFiles.vanNinh),
        ]
        board.places = """
            place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree
            khoi-yen-bai,,Khối Yên Bái,Đảng bộ Khối cơ quan và doanh nghiệp tỉnh Yên Bái,bloc,,,,
            huyen-van-ninh,,Vạn Ninh,Huyện Vạn Ninh,district,,,,
            xa-mau-hai,,Mẫu Hải,Xã Mẫu Hải,commune,huyen-van-ninh,,,
            """
        board.registers = [
            .subjects: SampleTable(
                """
                subject_id|kind|name|organisation_type|organisation_id
                chi-bo-chuan|collective|Chi bộ Chuẩn|grassroots_party_cell|
                chi-hoi-chuan|collective|Chi hội Chuẩn|front_association|hoi-chuan
                hoi-chuan|collective|Hội Nông dân xã Mẫu Hải|front_association|
                ba-chuan|individual|Lê Thị Chuẩn||chi-hoi-chuan
                """),
            .recognitions: SampleTable(
                """
                recognition_id|subject_id|programme_id|title|level|year|decision_no|decision_date|authority|status
                CN-Y24|chi-bo-chuan|yenbai-khoi-2024|dan-van-kheo-model|bloc|2024|9-QĐ/ĐUK|2024-12-10|Ban Thường vụ Đảng ủy Khối|valid
                """),
            .awards: SampleTable(
                """
                award_id|subject_id|programme_id|level|form|year|place_id|decision_no|decision_date|authority|status
                KT-B24|chi-hoi-chuan|vanninh-2023|base|certificate_of_merit|2024|xa-mau-hai|84/QĐ-UBND|2024-06-05|Chủ tịch UBND xã Mẫu Hải|valid
                KT-D23|chi-hoi-chuan|vanninh-2023|district|certificate_of_merit|2023|xa-mau-hai|28/QĐ-UBND|2023-09-22|Chủ tịch UBND huyện|valid
                KT-D24|chi-hoi-chuan|vanninh-2023|district|certificate_of_merit|2024|xa-mau-hai|30/QĐ-UBND|2024-09-20|Chủ tịch UBND huyện|valid
                KT-P25|chi-hoi-chuan|vanninh-2023|province|diploma_of_merit|2025|xa-mau-hai|12/QĐ-UBND|2025-05-15|Chủ tịch UBND tỉnh|valid
                KT-H24|ba-chuan|vanninh-2023|base|certificate_of_merit|2024|xa-mau-hai|7-QĐ/HND|2024-06-20|Chủ tịch Hội Nông dân huyện|valid
                """),
            .ratings: SampleTable(
                """
                subject_id|period|scale|rating
                chi-hoi-chuan|2023|party-4|good
                chi-hoi-chuan|2024|party-4|good
                """),
            .registrations: SampleTable(
                """
                registration_id|programme_id|year|subject_id|organisation_id|model_title|place_id|registered_on|award_request|implementation_period|confirmed_by
                DK-24|vanninh-2023|2024|chi-hoi-chuan||Cùng một quy trình|xa-mau-hai|2024-01-23|Chủ tịch UBND huyện tặng Giấy khen|Cả năm 2024|commune_government
                DK-25|vanninh-2023|2025|chi-hoi-chuan||Cùng một quy trình|xa-mau-hai|2025-01-20|Chủ tịch UBND huyện khen thưởng|Cả năm 2025|commune_government
                DK-H24|vanninh-2023|2024|ba-chuan|chi-hoi-chuan|Chung một nhãn rau|xa-mau-hai|2024-02-01|Chủ tịch UBND huyện tặng Giấy khen|Cả năm 2024|district_department
                DK-Y24|yenbai-khoi-2024|2024|chi-bo-chuan||Một cửa gần dân|khoi-yen-bai|2024-04-02|||propaganda_board
                DK-Y24b|yenbai-khoi-2024|2024|chi-bo-chuan||Xe sách lên bản|khoi-yen-bai|2024-04-03|||propaganda_board
                """),
            .reviews: SampleTable("programme_id|rule|subject_id|year|verdict|body|reviewed_on"),
        ]
        board.entries = [
            honour(
                khoi, "chi-bo-chuan", 2024, [("recognition", "CN-Y24"), ("registration", "DK-Y24"), ("level", "bloc")], "yenbai-khoi-2024",
                "khoi-yen-bai"),
            honour(base, "chi-hoi-chuan", 2024, [("award", "KT-B24"), ("registration", "DK-24"), ("level", "base")]),
            honour(district, "chi-hoi-chuan", 2024, [("award", "KT-D24"), ("registration", "DK-24"), ("level", "district")]),
            honour(province, "chi-hoi-chuan", 2025, [("award", "KT-P25"), ("registration", "DK-25"), ("level", "province")]),
            honour(byAssociation, "ba-chuan", 2024, [("award", "KT-H24"), ("registration", "DK-H24"), ("level", "base")]),
        ]
        board.asOf = .init(year: 2025, month: 6, day: 1)!
        return board
    }()

    private static func honour(
        _ id: String, _ subject: String, _ year: Int, _ keys: [(String, String)], _ programme: String = "vanninh-2023",
        _ place: String = "xa-mau-hai"
    ) -> SampleEntry {
        SampleEntry(
            path: "content/entries/\(year)/\(id).md",
            keys: [("id", id), ("title", "\"Bài \(id)\""), ("programme", programme), ("campaign", "periodic"), ("subject", subject)] + keys
                + [
                    ("place", place), ("year", String(year)), ("field", "economy"),
                    ("results", "[{value: \"36,6\", unit: \"triệu đồng\", what: \"thu nhập mỗi hộ\"}]"), ("summary", "\"Tóm tắt.\""),
                    ("publish", "{status: ready}"),
                ],
            body: "Nội dung.\n")
    }

    /// Adds a rule to the plan of Vạn Ninh, as YAML on one line without its common keys.
    mutating func addToVanNinh(_ id: String, _ keys: String) {
        let index = programmes.firstIndex { $0.path == ProjectFiles.vanNinhPath }!
        let rule = "  - {id: \(id), scope: entry, cite: \"V\", severity: error, text: \"Quy tắc thử.\", \(keys)}\n"
        precondition(programmes[index].text.ranges(of: "\nscore_sheets:\n").count == 1)
        programmes[index].text.replace("\nscore_sheets:\n", with: "\n\(rule)\nscore_sheets:\n")
    }
}
