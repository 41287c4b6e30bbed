/// What a text tells of somebody's religion: `anh theo đạo Thiên Chúa`, `bà là tín đồ Cao Đài`, `Tôn giáo: Phật
/// giáo`, `Linh mục Trần Văn Mẫu`.
///
/// Source: religious belief is sensitive personal data (Nghị định 356/2025/NĐ-CP, Điều 4). A cleric's is public
/// by office; the finding asks that the reason be written down all the same. What is said of many (`bà con giáo
/// dân`, `đồng bào có đạo`) or of bodies (`Giáo hội`, `Ủy ban Đoàn kết Công giáo`) is none.
///
/// Known false alarms: a cleric who is named in passing.
enum Religion {
    static let words: [Sign.Words] = [
        (.religionLabel, ["tôn giáo", "tg"]),
        (.devotion, ["quy y", "pháp danh", "tu tại gia", "xuất gia", "tên thánh", "thánh danh", "rửa tội", "đi tu"]),
        (
            .faith,
            [
                "theo đạo", "theo công giáo", "theo phật giáo", "theo tin lành", "theo cao đài", "theo hồi giáo",
                "tin theo đạo", "tín đồ",
                "giáo dân", "người công giáo", "người có đạo", "phật tử", "theo hòa hảo", "theo hoà hảo",
                "theo thiên chúa giáo", "cải đạo",
                "gia đình công giáo", "con chiên", "bổn đạo", "gốc công giáo", "gốc đạo", "đạo gốc", "có đạo",
                "đoàn viên có đạo",
                "đảng viên có đạo",
                "theo đạo tin lành", "tín hữu",
            ]
        ),
        (
            .religion,
            [
                "phật giáo", "công giáo", "thiên chúa", "thiên chúa giáo", "tin lành", "cao đài", "hòa hảo",
                "hoà hảo", "hồi giáo", "phật",
                "bà la môn", "không", "baha i", "cơ đốc",
            ]
        ),
        (
            .cleric,
            [
                "linh mục", "giám mục", "mục sư", "đại đức", "thượng tọa", "thượng toạ", "hòa thượng", "hoà thượng",
                "ni sư", "ni trưởng",
                "sư thầy",
                "sư cô", "sư cả", "sư trụ trì", "nữ tu", "tu sĩ", "chánh trương", "trùm họ đạo", "trùm trưởng",
                "trưởng ban hành giáo",
                "ông trùm", "ông trương", "thầy sáu", "cha xứ", "cha chánh xứ", "truyền đạo",
                "chấp sự", "achar", "lục cụ", "sãi cả",
            ]
        ),
        (.other, ["tôn giáo khác", "công tác tôn giáo", "chính sách tôn giáo", "tự do tôn giáo", "các tôn giáo"]),
    ]

    static func find(at index: Int, in text: ReadText) -> Match? {
        let behind = index + Int(text[index].span)
        switch text.sign(index) {
        case .religionLabel:
            // A line of a profile, not a sentence about religions.
            guard text.isMark(behind, Mark.colon) || text.isMark(behind, Mark.bar) else { return nil }
            let name = text.skipping([.filler], from: behind, atMost: 3)
            guard text.sign(name) == .religion || text.sign(name) == .faith else { return nil }
            return Match(kind: .religion, tokens: index...name + Int(text[name].span) - 1)
        case .cleric:
            // “Linh mục Mẫu”, “Ông Mẫu, trùm họ đạo Mẫu An”
            guard text.isCapital(behind), (text.gap(behind: behind - 1) ?? 9) <= 1 else { return nil }
            return Match(kind: .religion, tokens: index...behind - 1)
        case .devotion:
            guard text.namesSomebody(before: index, within: 10) else { return nil }
            return Match(kind: .religion, tokens: index...behind - 1)
        default:
            let isSaidOfName = text.isMark(index - 1, Mark.comma) && text.name(endingAt: index - 2) != nil
            guard isSaidOfName || text.speaksOfSomebody(before: index, within: 10) else { return nil }
            return Match(kind: .religion, tokens: index...behind - 1)
        }
    }
}
