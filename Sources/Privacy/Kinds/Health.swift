/// What a text tells of somebody's health: an illness that he or she has (`ông bị ung thư`, `chồng chị mắc bệnh
/// tim`), a disability (`bà Hạnh, người khuyết tật`), a degree of injury (`tỷ lệ thương tật 61%`).
///
/// An illness is a finding only where the sentence says that somebody in particular suffers from it, so that
/// screenings, campaigns and illnesses of crops or of many people are none.
///
/// Source: the state of health is sensitive personal data (Nghị định 356/2025/NĐ-CP, Điều 4). `Thương binh` is
/// a title that the State gives, and no finding.
///
/// Known false alarms: an illness that the story denies or that somebody else in the sentence has. Known
/// misses: circumlocutions (`căn bệnh quái ác` is known, most are not).
enum Health {
    static let words: [Sign.Words] = [
        (
            .disease,
            [
                "ung thư", "tiểu đường", "đái tháo đường", "cao huyết áp", "huyết áp cao", "tăng huyết áp", "tai biến",
                "tai biến mạch máu não",
                "đột quỵ", "bệnh tim", "tim bẩm sinh", "suy tim", "nhồi máu cơ tim", "suy thận", "chạy thận", "viêm gan", "xơ gan",
                "lao phổi",
                "bệnh lao", "hiv", "hiv/aids", "aids", "bệnh phong", "bệnh hiểm nghèo", "bệnh nan y", "hiểm nghèo", "nan y", "bệnh nặng",
                "trọng bệnh", "bạo bệnh", "bệnh quái ác", "tâm thần", "tâm thần phân liệt", "trầm cảm", "động kinh", "parkinson",
                "alzheimer",
                "thoát vị đĩa đệm", "máu trắng", "bạch cầu cấp", "tan máu bẩm sinh", "lupus", "gút", "hen suyễn", "covid", "bệnh mãn tính",
                "bệnh mạn tính", "nhiễm chất độc da cam", "chất độc da cam", "bại não", "bại liệt", "tự kỷ", "hội chứng down",
                "liệt nửa người",
                "liệt hai chân", "liệt toàn thân", "liệt giường", "sa sút trí tuệ", "vô sinh", "hiếm muộn", "sỏi thận", "xương khớp",
            ]
        ),
        (
            .suffering,
            [
                "bị", "mắc", "mắc bệnh", "bị bệnh", "mắc phải", "nhiễm", "bị nhiễm", "dương tính", "dương tính với", "điều trị", "chữa",
                "chữa bệnh",
                "chẩn đoán", "phát hiện", "phát hiện mắc", "phát hiện bị", "chống chọi", "vật lộn", "di chứng", "qua đời vì", "mất vì",
                "sống chung với", "mang", "mang bệnh", "căn bệnh", "lâm", "ngã bệnh", "lâm bệnh",
            ]
        ),
        (
            .prevention,
            [
                "phòng", "phòng chống", "phòng bệnh", "khám", "sàng lọc", "tầm soát", "tuyên truyền", "tư vấn", "tiêm", "hỗ trợ", "giúp",
                "giúp đỡ",
                "thăm", "thăm hỏi", "ủng hộ", "trao", "tặng", "chăm sóc", "vận động", "dạy nghề", "nguy cơ", "không bị", "khỏi bị",
                "tránh bị",
                "đón", "nhận nuôi", "giúp người",
            ]
        ),
        (
            .disability,
            ["khuyết tật", "tàn tật", "người khuyết tật", "người tàn tật", "khuyết tật nặng", "câm điếc", "khiếm thị", "khiếm thính"]
        ),
        (
            .injuryRate,
            [
                "tỷ lệ thương tật", "tỉ lệ thương tật", "tỷ lệ tổn thương", "thương tật", "mức suy giảm khả năng lao động",
                "mất sức lao động",
            ]
        ),
        (.other, ["hội người khuyết tật", "hội người mù", "mắc nối", "mắc điện", "mắc võng"]),
    ]

    static func find(at index: Int, in text: ReadText) -> Match? {
        let last = index + Int(text[index].span) - 1
        let isHealth: Bool =
            switch text.sign(index) {
            case .disease: isIllnessOfSomebody(index, in: text)
            case .disability: isTrait(of: index, in: text)
            case .injuryRate: isRate(last, in: text)
            default: false
            }
        return isHealth ? Match(kind: .health, tokens: index...last) : nil
    }

    /// Somebody suffers: the verb stands close before, nobody prevents, screens or helps in between, and the
    /// sentence speaks of one person.
    private static func isIllnessOfSomebody(_ index: Int, in text: ReadText) -> Bool {
        guard let verb = text.last(before: index, within: 5, where: { text.sign($0) == .suffering }) else { return false }
        if let prevention = text.last(before: index, within: 9, where: { text.sign($0) == .prevention }) {
            // “Ông vẫn giúp bà con dù bị ung thư”: only what stands between somebody and the verb counts.
            let somebody = text.last(before: verb, within: 12) { text.sign($0) == .person || text.sign($0) == .child }
            if prevention > (somebody ?? -1) { return false }
        }
        return text.speaksOfSomebody(before: verb, within: 14)
    }

    /// `bà Hạnh, người khuyết tật`, `anh là người khuyết tật`, `chị bị khuyết tật`.
    private static func isTrait(of index: Int, in text: ReadText) -> Bool {
        if text.last(before: index, within: 2, where: { text.sign($0) == .suffering }) != nil {
            return text.speaksOfSomebody(before: index - 1, within: 12)
        }
        let before = text.isWord(index - 1) && text.sign(index - 1) == .none && !text.isCapital(index - 1) ? index - 2 : index - 1
        if text.sign(before) == .filler { return text.speaksOfSomebody(before: before, within: 10) }
        guard text.isMark(before, Mark.comma) || text.isMark(before, Mark.open), text.isCapital(before - 1) else { return false }
        return text.speaksOfSomebody(before: before, within: 8)
    }

    /// A percentage, or a degree such as 2/4.
    private static func isRate(_ last: Int, in text: ReadText) -> Bool {
        guard let number = text.first(from: last + 1, within: 5, where: text.isNumber) else { return false }
        return text.first(from: number, within: 4, where: { text.isMark($0, Mark.percent) }) != nil || text.isMark(number + 1, Mark.slash)
    }
}
