import Foundation
import TestSupport

/// A board of the size of a province: two thousand honours in a thousand places, a decision for each two of them, a plan with a
/// quota for every level and year, a year of a hundred communes without districts. The same in every run.
///
/// Everything on it is invented.
enum ProvinceBoard {
    static let honours = 2_000
    static let years = 2018...2025
    static let plan = "tinh-mau-2018"

    /// Puts the honours beside those of the small board.
    static func board() throws -> SiteFixture {
        let site = try SiteFixture()
        let places = Places()
        try site.append(to: "content/places.csv", places.rows)
        try site.write("content/programmes/\(plan).yaml", programme)
        try site.write("content/pages/gioi-thieu.md", "---\ntitle: \"Giới thiệu\"\nslug: gioi-thieu\n---\nBảng này chỉ để thử.\n")
        // The bar at the top is for samples, and boards of this size are none.
        try site.replace(in: "content/site.yaml", "sample: true", "sample: false")
        var (subjects, awards) = ("", "")
        for number in 0..<honours {
            let honour = Honour(number, in: places)
            subjects += honour.subject
            awards += honour.award
            try site.write("content/entries/\(honour.year)/dien-hinh-\(number).md", honour.entry)
        }
        try site.append(to: "content/registers/subjects.csv", subjects)
        try site.append(to: "content/registers/awards.csv", awards)
        return site
    }

    private static let programme = """
        id: \(plan)
        title: "Kế hoạch thi đua của tỉnh Mẫu Sơn giai đoạn 2018 - 2025 (hư cấu)"
        short_title: "Mẫu Sơn 2018 - 2025"
        summary: "Kế hoạch hư cấu, để thử một bảng ở cỡ của một tỉnh."
        document: {name: "Kế hoạch", number: "02-KH/TN", date: 2018-01-02, issuer: "một cơ quan hư cấu"}
        validity: {from: 2018-01-02, to: 2025-12-31}
        place: tinh-mau-son
        rests_on: award
        campaigns: [periodic]
        levels: [base, district, province]
        subject_kinds: [collective, individual, household]
        fields:
          - {id: economy, name: "Kinh tế"}
          - {id: culture_society, name: "Văn hóa - xã hội"}
          - {id: defence_security, name: "Quốc phòng - an ninh"}
          - {id: new_rural, name: "Xây dựng nông thôn mới"}
        rating_scale: party-4
        rules:
          - {id: MS-01, kind: quota, scope: batch, cite: "I", severity: error, text: "Mỗi năm, mỗi cấp không quá 1.000 điển hình.", at_most: 1000, per: level_year}
          - {id: MS-02, kind: quota, scope: batch, cite: "II", severity: error, text: "Mỗi năm không quá 500 hộ gia đình.", when: {subject_kind: household}, at_most: 500, per: year}

        """

    /// Two provinces: one of districts and their communes, one of communes alone.
    private struct Places {
        var rows = "tinh-mau-son,02,Mẫu Sơn,Tỉnh Mẫu Sơn,province,,,,\ntinh-mau-hai,03,Mẫu Hải,Tỉnh Mẫu Hải,province,,,,\n"
        /// The ids of the communes, and what they are called with all that they lie in.
        var communes: [String] = []

        init() {
            for district in 1...36 {
                let id = "huyen-mau-\(district)"
                rows += "\(id),1\(district),Mẫu Sơn \(district),Huyện Mẫu Sơn \(district),district,tinh-mau-son,,,\n"
                for commune in 1...24 { add("xa-mau-\(district)-\(commune)", "Mẫu \(names[commune % names.count]) \(commune)", in: id) }
            }
            for commune in 1...110 { add("xa-mau-hai-\(commune)", "Mẫu Hải \(commune)", in: "tinh-mau-hai") }
        }

        private mutating func add(_ id: String, _ name: String, in parent: String) {
            rows += "\(id),2\(communes.count),\(name),Xã \(name),commune,\(parent),,,\n"
            communes.append(id)
        }
    }

    private static let names = [
        "An", "Bình", "Cẩm", "Đông", "Giang", "Hòa", "Khê", "Lâm", "Mỹ", "Ninh", "Phú", "Quý", "Sơn", "Tân", "Vân", "Yên",
    ]
    private static let surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
    private static let middles = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Hữu", "Xuân", "Thanh", "Kim"]
    private static let deeds = [
        "vận động hiến đất", "giữ nghề đan lưới", "lập tổ hòa giải", "trồng rau sạch", "giữ đường hoa", "dạy chữ buổi tối",
        "giúp nhau làm nhà",
    ]

    private struct Honour {
        let number: Int
        let year: Int
        let subject: String
        let award: String
        let entry: String

        init(_ number: Int, in places: Places) {
            self.number = number
            // The two honours of a decision are of one year.
            year = ProvinceBoard.years.lowerBound + number / 2 % ProvinceBoard.years.count
            let kind = ["individual", "collective", "household", "individual", "individual"][number / 8 % 5]
            let person = "\(surnames[number % 13]) \(middles[number / 13 % 9]) \(names[number / 117 % 16])"
            let name =
                kind == "individual" ? person : kind == "household" ? "Hộ ông \(person)" : "Tổ dân vận số \(number) \(names[number % 16])"
            let level = ["base", "base", "district", "province"][number / 40 % 4]
            let field = ["economy", "culture_society", "defence_security", "new_rural"][number / 3 % 4]
            let place = places.communes[number * 7 % places.communes.count]
            let deed = deeds[number % deeds.count]
            subject = "dt-\(number),\(kind),\(name),,\(kind == "collective" ? "hamlet" : ""),,,,,,\n"
            award =
                "KM-\(number),dt-\(number),\(plan),periodic,\(level),certificate_of_merit,\(year),\(place),\(number / 2)/QĐ-UBND,"
                + "\(year)-0\(1 + number / 2 % 6)-1\(number / 2 % 9),Chủ tịch UBND tỉnh Mẫu Sơn,,,valid,,,\n"
            entry = """
                ---
                title: "\(name): \(deed)"
                programme: \(plan)
                campaign: periodic
                level: \(level)
                subject: dt-\(number)
                award: KM-\(number)
                place: \(place)
                year: \(year)
                field: \(field)
                summary: "Từ năm \(year - 3), việc \(deed) đã giúp \(1_000 + number) hộ trong xã; ai cũng góp một phần."
                publish: {status: ready, consent: {given_by: "\(name)", on: \(year)-01-05, covers: [name, photos]}}
                ---
                Việc làm ấy bắt đầu từ một buổi họp thôn.

                """
        }
    }
}
