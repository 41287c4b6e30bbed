/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Invented names of people, made of real syllables so that near neighbours (Hoa, Hòa, Hỏa) abound.
enum NameGenerator {
    static let surnames = [
        "Nguyễn", "Nguyên", "Đặng", "Dương", "Đỗ", "Lê", "Lễ", "Trần", "Phạm", "Vũ", "Võ", "Niê", "Hờ", "Giàng", "Êban", "Ông",
    ]
    static let middles = ["Văn", "Thị", "Đức", "Ngọc", "Minh", "Xuân", "Thu", "Thúy", "", "Hữu Quốc", "Mỹ"]
    static let givens = [
        "An", "Án", "Ân", "Ấn", "Ăn", "Anh", "Ánh", "Hoa", "Hòa", "Hỏa", "Hóa", "Họa", "Hoàng", "Hoan", "Hoàn", "Dung", "Dũng", "Đung",
        "Đừng",
        "Thuy", "Thùy", "Thủy", "Thúy", "Quý", "Quỳ", "Quy", "Tú", "Tư", "Tứ", "Tự", "Sơn", "Sôn", "Son", "Lê", "Lệ", "Le", "Ý", "Y", "Yến",
        "Xuyến",
    ]

    static func names(_ count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(state: seed)
        return (0..<count).map { _ in
            [
                surnames.randomElement(using: &generator)!, middles.randomElement(using: &generator)!,
                givens.randomElement(using: &generator)!,
            ]
            .filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}
