import Diagnostics
import Eligibility
import Formats
import Registers

/// The plans of Khối Yên Bái and Vạn Ninh as the project delivers them, each with an invented collective and an
/// invented individual whose verified score sheets meet every rule about points.
extension SampleBoard {
    static let khoiCell = "chi-bo-mau-2024"
    static let khoiPerson = "can-bo-mau-2024"
    static let vanNinhTeam = "to-mau-2024"
    static let vanNinhPerson = "ba-mau-2024"

    static let scoreBoard: SampleBoard = {
        var board = SampleBoard()
        board.programmes = [
            (path: ProjectFiles.yenBaiPath, text: ProjectFiles.yenBai), (path: ProjectFiles.vanNinhPath, text: ProjectFiles.vanNinh),
        ]
        board.places = """
            place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree
            khoi-yen-bai,,Khối Yên Bái,Đảng bộ Khối cơ quan và doanh nghiệp tỉnh Yên Bái,bloc,,,,
            huyen-van-ninh,,Vạn Ninh,Huyện Vạn Ninh,district,,,,
            """
        board.registers = [
            .subjects: SampleTable(
                """
                subject_id|kind|name|organisation_type
                chi-bo-mau|collective|Chi bộ Mẫu|grassroots_party_cell
                can-bo-mau|individual|Lò Văn Mẫu|
                to-mau|collective|Tổ Mẫu|
                ba-mau|individual|Lê Thị Mẫu|
                """),
            .recognitions: SampleTable(
                """
                recognition_id|subject_id|programme_id|title|level|year|decision_no|decision_date|authority|status
                CN-1|chi-bo-mau|yenbai-khoi-2024|dan-van-kheo-model|bloc|2024|9-QĐ/ĐUK|2024-12-10|Ban Thường vụ Đảng ủy Khối|valid
                CN-2|can-bo-mau|yenbai-khoi-2024|dan-van-kheo-model|bloc|2024|9-QĐ/ĐUK|2024-12-10|Ban Thường vụ Đảng ủy Khối|valid
                """),
            .awards: SampleTable(
                """
                award_id|subject_id|programme_id|level|form|year|place_id|decision_no|decision_date|authority|status
                KT-1|to-mau|vanninh-2023|district|certificate_of_merit|2024|huyen-van-ninh|8/QĐ|2024-09-20|Chủ tịch UBND huyện Vạn Ninh|valid
                KT-2|ba-mau|vanninh-2023|district|certificate_of_merit|2024|huyen-van-ninh|8/QĐ|2024-09-20|Chủ tịch UBND huyện Vạn Ninh|valid
                """),
            .registrations: SampleTable(
                """
                registration_id|programme_id|year|subject_id|model_title
                DK-1|yenbai-khoi-2024|2024|chi-bo-mau|Mô hình một
                DK-2|yenbai-khoi-2024|2024|chi-bo-mau|Mô hình hai
                """),
            .scores: SampleTable(
                """
                score_sheet_id|programme_id|sheet_id|subject_id|year|registration_id|kind|criterion|points|evidence|verified_by|verified_on
                """),
        ]
        let khoi = [5, 10, 10, 5, 5, 5, 10, 5, 10, 10, 5, 5, 5, 5, 5]
        let board1 = "propaganda_board"
        board.addSheet("BD-Y1", ["yenbai-khoi-2024", "yb-2024-collective", "chi-bo-mau"], khoi, board1)
        board.addSheet("BD-Y2", ["yenbai-khoi-2024", "yb-2024-individual", "can-bo-mau"], khoi, board1)
        board.addSheet(
            "BD-V1", ["vanninh-2023", "vn-2023-collective", "to-mau"], [15, 15, 15, 15, 15, 15, 10], "home_affairs_office")
        board.addSheet(
            "BD-V2", ["vanninh-2023", "vn-2023-individual", "ba-mau"], [15, 15, 20, 10, 10, 15, 15], "mass_mobilisation_board")
        board.entries = [
            scored(
                khoiCell, "chi-bo-mau", "BD-Y1", [("programme", "yenbai-khoi-2024"), ("recognition", "CN-1"), ("place", "khoi-yen-bai")]),
            scored(
                khoiPerson, "can-bo-mau", "BD-Y2", [("programme", "yenbai-khoi-2024"), ("recognition", "CN-2"), ("place", "khoi-yen-bai")]),
            scored(vanNinhTeam, "to-mau", "BD-V1", [("programme", "vanninh-2023"), ("award", "KT-1"), ("place", "huyen-van-ninh")]),
            scored(vanNinhPerson, "ba-mau", "BD-V2", [("programme", "vanninh-2023"), ("award", "KT-2"), ("place", "huyen-van-ninh")]),
        ]
        board.asOf = .init(year: 2025, month: 2, day: 1)!
        return board
    }()

    private static func scored(_ id: String, _ subject: String, _ sheet: String, _ keys: [(String, String)]) -> SampleEntry {
        SampleEntry(
            path: "content/entries/2024/\(id).md",
            keys: [("id", id), ("title", "\"Bài \(id)\""), ("subject", subject), ("score_sheet", sheet)] + keys
                + [("year", "2024"), ("field", "economy"), ("summary", "\"Tóm tắt.\""), ("publish", "{status: ready}")],
            body: "Nội dung.\n")
    }

    /// Adds the verified rows of a sheet: `identity` is programme, form and subject.
    mutating func addSheet(_ id: String, _ identity: [String], _ points: [Int], _ verifier: String) {
        for (index, points) in points.enumerated() {
            add(
                .scores,
                [
                    "score_sheet_id": id, "programme_id": identity[0], "sheet_id": identity[1], "subject_id": identity[2], "year": "2024",
                    "kind": "verified", "criterion": "\(index + 1)", "points": "\(points)", "evidence": Self.evidence(id, index + 1),
                    "verified_by": verifier, "verified_on": "2024-11-05",
                ])
        }
    }

    /// The evidence of each row is its own: by it a row is found whatever else was changed.
    static func evidence(_ sheet: String, _ criterion: Int) -> String { "Tài liệu \(sheet)/\(criterion)" }

    /// A cell of a criterion's row.
    static func cell(_ sheet: String, _ criterion: Int, _ column: String) -> Cell {
        Cell(.scores, [evidence(sheet, criterion)], column)
    }

    /// Other points for some criteria of a sheet.
    mutating func setPoints(_ sheet: String, _ points: [Int: String]) {
        for (criterion, points) in points { self[Self.cell(sheet, criterion, "points")] = points }
    }

    /// Another value in one column of all rows of a sheet.
    mutating func setAll(_ sheet: String, _ column: String, _ value: String) {
        let (id, column) = (self[.scores].index(ofColumn: "score_sheet_id"), self[.scores].index(ofColumn: column))
        for row in self[.scores].rows.indices where self[.scores].rows[row][id] == sheet { self[.scores].rows[row][column] = value }
    }

    /// Adds the rows of a sheet once more, with some cells changed.
    mutating func copySheet(_ sheet: String, _ cells: [String: String]) {
        let table = self[.scores]
        for row in table.rows where row[table.index(ofColumn: "score_sheet_id")] == sheet {
            var copy = row
            for (column, value) in cells { copy[table.index(ofColumn: column)] = value }
            self[.scores].rows.append(copy)
        }
    }

    /// Changes the words of one of the two programmes, which must hold them exactly once.
    mutating func editPlan(_ path: String, _ old: String, _ new: String) {
        let index = programmes.firstIndex { $0.path == path }!
        precondition(programmes[index].text.ranges(of: old).count == 1, "the programme must hold “\(old)” once")
        programmes[index].text.replace(old, with: new)
    }
}

/// The rules about points, of both plans.
let scoreRules = ["YB-14", "YB-15", "YB-16", "YB-17", "VN-40", "VN-41", "VN-42", "VN-43"]
