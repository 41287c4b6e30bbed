import Search

/// Documents made of invented names, as many as asked for; the same for the same number.
enum SyntheticContent {
    private static let surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương"]
    private static let middles = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Hữu", "Xuân", "Thanh"]
    private static let given = [
        "An", "Ân", "Bình", "Cường", "Dung", "Đào", "Giang", "Hòa", "Hóa", "Hương", "Khánh", "Lan", "Mai", "Nga", "Phúc", "Quý", "Sơn",
        "Tâm", "Thúy", "Uyên", "Vân", "Yến",
    ]
    private static let words = """
        vận động nhân dân hiến đất làm đường xây dựng nông thôn mới giữ gìn vệ sinh môi trường hòa giải cơ sở phát triển kinh tế tập thể
        trồng rau sạch chăn nuôi đàn bò chung tay giúp hộ nghèo thoát nghèo bền vững khuyến học khuyến tài an ninh trật tự văn hóa xã hội
        """.split { $0 == " " || $0 == "\n" }

    static func make(_ count: Int) -> SearchContent {
        var seed: UInt64 = 1
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(bound))
        }
        func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }
        let communes = 60
        var places = [SearchPlace(id: "tinh-mau", name: "Tỉnh Mẫu", parent: nil, hasEnded: false)]
        places += (0..<communes).map {
            SearchPlace(id: "xa-\($0)", name: "Xã Mẫu \(given[$0 % given.count]) \($0)", parent: 0, hasEnded: $0 % 2 == 0)
        }
        let documents = (0..<count).map { number in
            SearchDocument(
                address: "vinh-danh/\(2025 - number * 5 / count)/bai-\(number)/", name: "\(pick(surnames)) \(pick(middles)) \(pick(given))",
                title: (0..<8).map { _ in pick(words) }.joined(separator: " "),
                texts: [(0..<30).map { _ in pick(words) }.joined(separator: " "), "\(number)/QĐ-UBND"], year: number * 5 / count,
                field: next(5),
                kind: next(3), level: next(4), programme: 0, spot: next(communes))
        }
        func values(_ names: [String]) -> [SearchValue] { names.enumerated().map { SearchValue(id: "\($0)", name: $1) } }
        return SearchContent(
            documents: documents, years: (0..<5).map { SearchValue(id: "\(2025 - $0)", name: "\(2025 - $0)") },
            fields: values(["Kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh", "Xây dựng Đảng", "Nông thôn mới"]),
            kinds: values(["Tập thể", "Cá nhân", "Hộ gia đình"]), levels: values(["Cơ sở", "Huyện", "Tỉnh", "Trung ương"]),
            programmes: values(["Kế hoạch mẫu"]), places: places,
            spots: (0..<communes).map { SearchSpot(text: "\(places[$0 + 1].name), Tỉnh Mẫu", places: [0, $0 + 1]) })
    }
}
