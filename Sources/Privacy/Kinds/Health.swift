/// What a text tells of somebody's health: an illness that he or she has (`ông bị ung thư`, `chồng chị mắc bệnh
/// tim`), a disability (`bà Hạnh, người khuyết tật`), a degree of injury (`tỷ lệ thương tật 61%`).
///
/// An illness is a finding only where the sentence says that somebody in particular suffers from it, so that
/// screenings, campaigns and illnesses of crops or of many people are none.
///
/// Source: the state of health is sensitive personal data (Nghị định 356/2025/NĐ-CP, Điều 4). `Thương binh` is
/// a title that the State gives, and no finding.
///
/// A treatment (`chạy thận`, `xạ trị`) or what an illness has left (`cụt một chân`) needs no verb of suffering: only
/// somebody before it who does not give it to others.
///
/// Known false alarms: an illness that the story denies or that somebody else in the sentence has. Known
/// misses: circumlocutions (`căn bệnh quái ác` is known, most are not).
enum Health {
    static let words: [Sign.Words] = [
        (
            .disease,
            [
                "ung thư", "tiểu đường", "đái tháo đường", "cao huyết áp", "huyết áp cao", "tăng huyết áp",
                "tai biến",
                "tai biến mạch máu não",
                "đột quỵ", "bệnh tim", "tim bẩm sinh", "suy tim", "nhồi máu cơ tim", "suy thận", "chạy thận",
                "viêm gan", "xơ gan",
                "lao phổi",
                "bệnh lao", "hiv", "hiv/aids", "aids", "bệnh phong", "bệnh hiểm nghèo", "bệnh nan y", "hiểm nghèo",
                "nan y", "bệnh nặng",
                "trọng bệnh", "bạo bệnh", "bệnh quái ác", "tâm thần", "tâm thần phân liệt", "trầm cảm", "động kinh",
                "parkinson",
                "alzheimer",
                "thoát vị đĩa đệm", "máu trắng", "bạch cầu cấp", "tan máu bẩm sinh", "lupus", "gút", "hen suyễn",
                "covid", "bệnh mãn tính",
                "bệnh mạn tính", "nhiễm chất độc da cam", "chất độc da cam", "bại não", "bại liệt", "tự kỷ",
                "hội chứng down",
                "liệt nửa người",
                "liệt hai chân", "liệt toàn thân", "liệt giường", "sa sút trí tuệ", "vô sinh", "hiếm muộn",
                "sỏi thận", "xương khớp",
                "u não", "viêm", "viêm đa khớp", "viêm khớp dạng thấp", "u tuyến giáp", "u xơ", "u ác", "khối u",
                "bướu cổ", "suy gan", "viêm phổi",
                "phổi tắc nghẽn", "bệnh phổi",
                "bệnh gan", "bệnh thận", "thận hư", "hội chứng thận hư", "bệnh dạ dày", "viêm loét dạ dày",
                "xuất huyết não",
                "chấn thương sọ não",
                "bệnh máu", "thiếu máu", "tan máu", "máu khó đông", "thiểu năng trí tuệ", "thiểu năng",
                "chậm phát triển", "bệnh down",
                "down", "bệnh thần kinh", "viêm khớp", "thoái hóa cột sống", "thoái hoá cột sống", "thoái hóa khớp",
                "gai cột sống", "gút", "gout", "cùi", "vảy nến", "mù lòa", "hỏng mắt", "đục thủy tinh thể", "glôcôm",
                "điếc", "liệt",
                "co giật", "trĩ", "bệnh phụ khoa", "bệnh tật", "bệnh lý", "bệnh mạn", "rối loạn tiền đình",
                "tiền đình",
                "gan nhiễm mỡ", "loãng xương", "hở van tim", "hẹp van tim", "bệnh tim mạch", "mỡ máu", "thấp khớp",
                "nhồi máu não", "nhiễm độc", "lẫn", "hen", "bệnh hen", "sốt bại liệt",
            ]
        ),
        (
            .suffering,
            [
                "bị", "mắc", "mắc bệnh", "bị bệnh", "mắc phải", "nhiễm", "bị nhiễm", "dương tính", "dương tính với",
                "điều trị", "chữa",
                "chữa bệnh",
                "chẩn đoán", "phát hiện", "phát hiện mắc", "phát hiện bị", "chống chọi", "vật lộn", "di chứng",
                "qua đời vì", "mất vì",
                "sống chung với", "mang", "mang bệnh", "căn bệnh", "lâm", "ngã bệnh", "lâm bệnh", "mang trong mình",
                "mang căn bệnh",
                "phẫu thuật", "vì", "đang điều trị", "lại bị", "từng bị", "bị chẩn đoán", "được chẩn đoán", "lên cơn",
                "có khối",
            ]
        ),
        (
            .prevention,
            [
                "phòng", "phòng chống", "phòng bệnh", "khám", "sàng lọc", "tầm soát", "tuyên truyền", "tư vấn",
                "tiêm", "hỗ trợ", "giúp",
                "giúp đỡ",
                "thăm", "thăm hỏi", "ủng hộ", "trao", "tặng", "chăm sóc", "vận động", "dạy nghề", "nguy cơ",
                "không bị", "khỏi bị",
                "tránh bị",
                "đón", "nhận nuôi", "giúp người",
            ]
        ),
        (
            .treatment,
            [
                "cắt một bên", "cắt một phần", "cắt thận", "cắt phổi",
                "chạy thận", "lọc máu", "xạ trị", "hóa trị", "hoá trị", "ghép thận", "ghép gan", "ghép tủy",
                "ghép tuỷ", "ghép tim",
                "mổ tim",
                "mổ não", "mổ u", "đặt stent", "cắt bỏ", "cắt dạ dày", "tiêm insulin", "truyền hóa chất",
                "truyền hoá chất", "truyền máu",
                "thuốc tim mạch", "thuốc tim", "thuốc huyết áp", "thuốc thần kinh", "uống thuốc an thần",
                "bệnh nhân ung thư",
                "phẫu thuật tim", "đặt máy trợ tim", "vào viện hằng tháng",
            ]
        ),
        (
            .impairment,
            [
                "cụt", "cụt chân", "cụt tay", "cụt một chân", "cụt một tay", "cụt hai chân", "mù hai mắt",
                "mù cả hai mắt", "mù một mắt",
                "mù lòa",
                "mù loà", "bị mù", "hỏng mắt", "hỏng một mắt", "mắt đã hỏng", "mắt lòa", "mắt loà", "mắt mờ",
                "mắt kém", "lòa hai mắt", "mắt phải", "mắt trái", "ngồi xe lăn",
                "xe lăn", "nằm liệt",
                "nằm liệt giường", "nằm một chỗ", "bị lẫn", "bị câm", "bị điếc", "mất một chân", "mất một tay",
                "mất hai chân",
                "mất một cánh tay", "huyết áp lúc nào cũng cao", "đi nạng", "bằng nạng", "chân giả", "tay giả",
                "tật nguyền",
                "bị tật", "dị tật", "liệt nửa người", "liệt hai chân", "liệt giường",
            ]
        ),
        (
            .addiction,
            [
                "nghiện ma túy", "nghiện ma tuý", "nghiện hút", "nghiện heroin", "nghiện rượu", "nghiện thuốc phiện",
                "nghiện ngập", "cai nghiện", "cai ma túy", "cai ma tuý", "methadone",
            ]
        ),
        (
            .healthLabel,
            [
                "tình trạng sức khỏe", "tình trạng sức khoẻ", "tình trạng bệnh", "bệnh nền", "bệnh lý nền",
                "tiền sử bệnh", "tiền sử bệnh lý", "tiền sử bệnh tật", "bệnh đang mắc", "bệnh mắc phải",
            ]
        ),
        (.doctor, ["bác sĩ", "bác sỹ", "y sĩ", "thầy thuốc", "y tá", "điều dưỡng"]),
        (
            .disability,
            [
                "khuyết tật", "tàn tật", "người khuyết tật", "người tàn tật", "khuyết tật nặng", "câm điếc",
                "khiếm thị", "khiếm thính",
                "người khiếm thị", "người mù", "người câm", "khuyết tật bẩm sinh", "tàn tật từ nhỏ",
            ]
        ),
        (
            .injuryRate,
            [
                "tỷ lệ thương tật", "tỉ lệ thương tật", "tỷ lệ tổn thương", "thương tật",
                "mức suy giảm khả năng lao động",
                "mất sức lao động",
            ]
        ),
        (.other, ["hội người khuyết tật", "hội người mù", "mắc nối", "mắc điện", "mắc võng"]),
    ]

    static func find(at index: Int, in text: ReadText) -> Match? {
        let last = index + Int(text[index].span) - 1
        let isHealth: Bool =
            switch text.sign(index) {
            case .disease: isIllnessOfSomebody(index, in: text) || isIllness(index, last, ofPersonBehindIn: text)
            case .addiction: isAddiction(of: index, last, in: text)
            case .healthLabel: isFilled(index, last, in: text)
            case .disability: isTrait(of: index, in: text)
            case .injuryRate: isRate(last, in: text)
            case .treatment:
                isState(of: index, last, in: text)
                    || !isGiven(behind: last, in: text) && isIllness(index, last, ofPersonBehindIn: text)
            case .impairment: isState(of: index, last, in: text) && isTold(index, last, in: text)
            default: false
            }
        return isHealth ? Match(kind: .health, tokens: index...last) : nil
    }

    /// What is done to, or has become of, somebody in the sentence, who is not the one that helps: `ông ghép thận`, not
    /// `Bác sĩ Mẫu mổ tim cho 120 bệnh nhân`.
    private static func isState(of index: Int, _ last: Int, in text: ReadText) -> Bool {
        guard text.first(from: last + 1, within: 3, where: { isFor($0, in: text) }) == nil,
            text.last(before: index, within: 14, where: { text.sign($0) == .doctor }) == nil
        else { return false }
        if let prevention = text.last(before: index, within: 9, where: { text.sign($0) == .prevention }) {
            let somebody = text.last(before: index, within: 14) {
                text.sign($0) == .person || text.sign($0) == .child
            }
            if prevention > (somebody ?? -1) { return false }
        }
        return text.namesSomebody(before: index, within: 14) || opensSentence(index, of: last, in: text)
    }

    /// `Ngồi xe lăn từ năm 12 tuổi, anh Mẫu …`
    private static func opensSentence(_ index: Int, of last: Int, in text: ReadText) -> Bool {
        guard index == 0 || text.endsSentence(index - 1) else { return false }
        guard let comma = text.first(from: last + 1, within: 10, where: { text.isMark($0, Mark.comma) }) else {
            return false
        }
        return text.first(from: comma + 1, within: 3, where: { text.sign($0) == .person }) != nil
    }

    private static let giving = Set(["cho", "giúp"].map { Token.key(of: $0) })

    private static func isFor(_ index: Int, in text: ReadText) -> Bool {
        text.isWord(index) && giving.contains(text[index].key)
    }

    private static let spoiled = Set(["hỏng", "mờ", "mù", "đục", "lòa", "loà", "giả"].map { Token.key(of: $0) })
    private static let eyes = Set(["mắt"].map { Token.key(of: $0) })

    /// An eye tells only where it is said to be spoiled; wheelchairs are given away, too.
    private static func isTold(_ index: Int, _ last: Int, in text: ReadText) -> Bool {
        guard text.isWord(index), eyes.contains(text[index].key) else { return true }
        return text.first(from: last + 1, within: 5, where: { text.isWord($0) && spoiled.contains(text[$0].key) })
            != nil
    }

    /// Somebody suffers: the verb stands close before, nobody prevents, screens or helps in between, and the
    /// sentence speaks of one person.
    private static func isIllnessOfSomebody(_ index: Int, in text: ReadText) -> Bool {
        guard let verb = text.last(before: index, within: 5, where: { text.sign($0) == .suffering }) else {
            return false
        }
        if let prevention = text.last(before: index, within: 9, where: { text.sign($0) == .prevention }) {
            // “Ông vẫn giúp bà con dù bị ung thư”: only what stands between somebody and the verb counts.
            let somebody = text.last(before: verb, within: 12) { text.sign($0) == .person || text.sign($0) == .child }
            if prevention > (somebody ?? -1) { return false }
        }
        return text.speaksOfSomebody(before: verb, within: 14)
            || text.last(before: verb, within: 5) { text.name(endingAt: $0) != nil } != nil
    }

    /// `bà Hạnh, người khuyết tật`, `anh là người khuyết tật`, `chị bị khuyết tật`.
    private static func isTrait(of index: Int, in text: ReadText) -> Bool {
        if text.last(before: index, within: 2, where: { text.sign($0) == .suffering }) != nil {
            return text.speaksOfSomebody(before: index - 1, within: 12)
        }
        // “Cô Mẫu khuyết tật bẩm sinh”, “Ông Mẫu tàn tật từ nhỏ”: directly behind the name.
        if text.name(endingAt: index - 1) != nil { return true }
        let before =
            text.isWord(index - 1) && text.sign(index - 1) == .none && !text.isCapital(index - 1)
            ? index - 2 : index - 1
        if text.sign(before) == .filler { return text.speaksOfSomebody(before: before, within: 10) }
        guard text.isMark(before, Mark.comma) || text.isMark(before, Mark.open), text.isCapital(before - 1) else {
            return false
        }
        return text.speaksOfSomebody(before: before, within: 8)
    }

    /// A percentage, or a degree such as 2/4.
    private static func isRate(_ last: Int, in text: ReadText) -> Bool {
        guard let number = text.first(from: last + 1, within: 5, where: text.isNumber) else { return false }
        return text.first(from: number, within: 4, where: { text.isMark($0, Mark.percent) }) != nil
            || text.isMark(number + 1, Mark.slash)
    }

    // MARK: Illnesses before the name, addictions, fields of forms

    private static func keys(_ words: String...) -> Set<UInt64> { Set(words.map { Token.key(of: $0) }) }

    private static let episodes = keys("lần", "cơn", "ca", "trận", "đợt", "căn", "bệnh")
    private static let cures = keys("chữa", "trị", "thuốc", "thầy")
    private static let of = keys("của")
    private static let strikes = keys("cướp", "hành", "quật", "khiến", "ập", "giày", "dày")
    private static let being = keys("là")

    private static func isGiven(behind last: Int, in text: ReadText) -> Bool {
        // “…, nay giúp bạn cũ”: a comma parts the two.
        guard let giving = text.first(from: last + 1, within: 3, where: { isFor($0, in: text) }) else { return false }
        return !(last + 1..<giving).contains { text.isMark($0, Mark.comma) }
    }

    private static func isPerson(_ place: Int, in text: ReadText) -> Bool {
        text.sign(place) == .person || text.sign(place) == .child
    }

    /// `Sau lần tai biến, bà Mẫu …`, `Dù mang trong mình căn bệnh ung thư, bà Mẫu …`, `Căn bệnh ung thư của bà Mẫu`,
    /// `Cơn đột quỵ cướp đi chồng chị`.
    private static func isIllness(_ index: Int, _ last: Int, ofPersonBehindIn text: ReadText) -> Bool {
        let episode = text.last(before: index, within: 4) { place in
            text.sign(place) == .suffering || text.isSomeWord(place, episodes)
        }
        guard episode != nil || text.isSomeWord(index, episodes),
            text.last(
                before: index, within: 9,
                where: {
                    text.sign($0) == .prevention || text.sign($0) == .group || text.sign($0) == .doctor
                        || text.isSomeWord($0, cures) || isPerson($0, in: text)
                }) == nil
        else { return false }
        if let owner = text.first(from: last + 1, within: 5, where: { text.isSomeWord($0, of) }) {
            return isPerson(owner + 1, in: text)
        }
        if let strike = text.first(from: last + 1, within: 3, where: { text.isSomeWord($0, strikes) }) {
            return text.first(from: strike + 1, within: 4, where: { isPerson($0, in: text) }) != nil
        }
        guard opens(index, in: text),
            let comma = text.first(from: last + 1, within: 10, where: { text.isMark($0, Mark.comma) })
        else { return false }
        return text.first(from: comma + 1, within: 3, where: { isPerson($0, in: text) }) != nil
    }

    /// Whether the sentence began not long before.
    private static func opens(_ index: Int, in text: ReadText) -> Bool {
        (max(0, index - 10)..<index + 1).contains { $0 == 0 || text.endsSentence($0 - 1) }
    }

    private static let bodies = keys("sở", "tâm", "điểm", "tác", "bộ", "đội", "hình", "tổ", "lớp", "trạm", "chương")
    private static let others = keys("người", "tượng", "không", "chưa", "ca", "hộ", "em", "niên", "con")

    /// `anh Mẫu từng nghiện ma túy`, `anh uống methadone`, `Trở về sau cai nghiện, anh Mẫu …`; not whom somebody helps to
    /// give it up, nor the places where that is done.
    private static func isAddiction(of index: Int, _ last: Int, in text: ReadText) -> Bool {
        guard !isGiven(behind: last, in: text), !text.isCapital(last + 1) else { return false }
        for place in max(0, index - 2)..<index where text.isSomeWord(place, bodies) { return false }
        if let other = text.last(before: index, within: 3, where: { text.isSomeWord($0, others) }) {
            // “anh là người nghiện ma túy”, “chị là người sau cai nghiện”
            guard text.isSomeWord(other - 1, being) else { return false }
        }
        let told = text.last(before: index, within: 14) { place in
            text.sign(place) == .prevention || text.sign(place) == .group || text.sign(place) == .doctor
                || isPerson(place, in: text) || text.isNumber(place) || text.name(endingAt: place) != nil
        }
        if let told { return isPerson(told, in: text) || text.isCapital(told) && text.name(endingAt: told) != nil }
        guard opens(index, in: text),
            let comma = text.first(from: last + 1, within: 8, where: { text.isMark($0, Mark.comma) })
        else { return false }
        return text.first(from: comma + 1, within: 3, where: { isPerson($0, in: text) }) != nil
    }

    /// `Tình trạng sức khỏe của ông Mẫu: cao huyết áp`, `Bệnh nền: tiểu đường`, `Bệnh nền của bà là tiểu đường`.
    private static func isFilled(_ index: Int, _ last: Int, in text: ReadText) -> Bool {
        func isIllness(_ place: Int) -> Bool {
            switch text.sign(place) {
            case .disease, .impairment, .treatment, .disability: true
            default: false
            }
        }
        func isOfMany(_ place: Int) -> Bool { text.sign(place) == .prevention || text.sign(place) == .group }
        let joint = text.first(from: last + 1, within: 8) { place in
            text.isMark(place, Mark.colon) || text.isMark(place, Mark.bar) || text.isSomeWord(place, being)
        }
        if let joint {
            guard
                text.isMark(joint, Mark.colon)
                    || text.first(from: last + 1, within: 5, where: { isPerson($0, in: text) })
                        != nil
                    || text.isMark(joint, Mark.bar)
            else { return false }
            guard let illness = text.first(from: joint + 1, within: 8, where: isIllness) else { return false }
            // “120 người cao huyết áp”
            return text.first(
                from: last + 1, within: illness - last - 1, where: { isOfMany($0) || text.sign($0) == .people }) == nil
        }
        guard text.first(from: last + 1, within: 3, where: isIllness) != nil,
            text.last(before: index, within: 9, where: isOfMany) == nil
        else { return false }
        return text.speaksOfSomebody(before: index, within: 10)
    }
}
