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
        (
            .devotion,
            [
                "quy y", "pháp danh", "tu tại gia", "xuất gia", "tên thánh", "thánh danh", "rửa tội", "đi tu", "cư sĩ",
                "cư sỹ",
                "quy y tam bảo", "chịu phép rửa",
                "thuần thành", "thọ giới", "ăn chay trường", "đi lễ nhà thờ",
            ]
        ),
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
                "theo đạo tin lành", "tín hữu", "giáo hữu", "giữ đạo", "đạo dòng", "bên đạo", "đạo hữu", "theo chúa",
                "tin chúa",
                "theo phật", "vào đạo", "nhập đạo", "theo thiên chúa", "theo cơ đốc", "theo bà ni", "theo islam",
                "gia đình phật tử",
                "tín đồ tin lành", "gia đình có đạo", "theo tôn giáo", "ngoan đạo", "sùng đạo", "mộ đạo",
            ]
        ),
        (
            .religion,
            [
                "phật giáo", "công giáo", "thiên chúa", "thiên chúa giáo", "tin lành", "cao đài", "hòa hảo",
                "hoà hảo", "hồi giáo", "phật",
                "bà la môn", "không", "baha i", "cơ đốc", "bà ni", "islam", "hồi giáo islam", "tứ ân hiếu nghĩa",
                "bửu sơn kỳ hương", "tịnh độ cư sĩ", "minh sư đạo",
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
        (
            .saintName,
            [
                "Giuse", "Maria", "Phêrô", "Têrêsa", "Phaolô", "Gioan", "Đaminh", "Phanxicô", "Antôn", "Micae",
                "Augustinô",
                "Giacôbê", "Tôma", "Inhaxiô", "Mátta", "Catarina", "Cêcilia", "Anrê", "Lôrenxô", "Matthêu", "Anna",
                "Luca",
                "Gioan Baotixita", "Giuse Maria", "Martinô", "Simon", "Stêphanô", "Isave", "Rôsa",
            ]
        ),
        (.other, ["tôn giáo khác", "công tác tôn giáo", "chính sách tôn giáo", "tự do tôn giáo", "các tôn giáo"]),
    ]

    private static let called = Set(["ông", "thầy", "cha", "trùm", "sư"].map { Token.key(of: $0) })

    /// Words for one believer or for all.
    private static let believers = PhraseSet([
        "tín đồ", "giáo dân", "phật tử", "tín hữu", "giáo hữu", "con chiên", "bổn đạo", "đạo hữu",
    ])
    private static let attributes = PhraseSet([
        "là", "một", "là một", "gia đình", "nữ", "vị", "làm", "người", "nhà", "vốn", "cũng", "ông", "bà", "anh", "chị",
        "cô",
    ])

    /// `chị là phật tử`, `ông Mẫu, tín đồ Cao Đài`, not `ông vận động tín đồ`.
    private static func isOneBeliever(_ index: Int, in text: ReadText) -> Bool {
        attributes.start(endingAt: index - 1, in: text) != nil
            || [Mark.comma, Mark.open, Mark.hyphen].contains { text.isMark(index - 1, $0) }
            || text.name(endingAt: index - 1) != nil
    }

    private static let creeds = PhraseSet([
        "phật giáo", "công giáo", "thiên chúa", "tin lành", "cao đài", "hòa hảo", "hoà hảo", "hồi giáo", "bà la môn",
        "cơ đốc", "bà ni", "islam", "tứ ân hiếu nghĩa", "bửu sơn kỳ hương", "tịnh độ cư sĩ", "minh sư đạo",
    ])
    private static let fields = PhraseSet(["đạo", "tín ngưỡng", "theo đạo"])
    private static let confessing = PhraseSet([
        "theo", "theo đạo", "đạo", "gốc", "người", "là người", "nhà", "bên", "tin", "gia đình", "toàn tòng",
        "tín ngưỡng",
        "tu theo", "dòng", "nhà theo", "gia đình theo",
    ])

    /// `ông vốn gốc Công giáo`, `chị người Cao Đài`: what somebody in the sentence confesses.
    private static func creed(at index: Int, _ behind: Int, in text: ReadText) -> Match? {
        guard creeds.end(beginningAt: index, in: text) != nil else { return nil }
        // “Đạo: Công giáo”, a line of a profile.
        if text.isMark(index - 1, Mark.colon), fields.start(endingAt: index - 2, in: text) != nil {
            return Match(kind: .religion, tokens: index - 2...behind - 1)
        }
        guard let verb = confessing.start(endingAt: index - 1, in: text), text.sign(verb - 1) != .group,
            text.isTold(of: verb...behind - 1)
        else { return nil }
        return Match(kind: .religion, tokens: verb...behind - 1)
    }

    static func find(at index: Int, in text: ReadText) -> Match? {
        guard let match = attribute(at: index, in: text), !text.isOfHistory(index) else { return nil }
        return match
    }

    private static func attribute(at index: Int, in text: ReadText) -> Match? {
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
            // “ông Trương Mẫu”, “thầy Sáu Mẫu” are names.
            if text[index].span == 2, text.isSomeWord(index, called), text.isCapital(index + 1) { return nil }
            guard text.isCapital(behind), (text.gap(behind: behind - 1) ?? 9) <= 1 else { return nil }
            return Match(kind: .religion, tokens: index...behind - 1)
        case .devotion:
            guard text.namesSomebody(before: index, within: 10) else { return nil }
            return Match(kind: .religion, tokens: index...behind - 1)
        case .saintName:
            return text.name(beginningAt: behind).map { _ in Match(kind: .religion, tokens: index...behind - 1) }
        case .religion: return creed(at: index, behind, in: text)
        default:
            guard believers.end(beginningAt: index, in: text) == nil || isOneBeliever(index, in: text) else {
                return nil
            }
            let isSaidOfName = text.isMark(index - 1, Mark.comma) && text.name(endingAt: index - 2) != nil
            guard isSaidOfName || text.speaksOfSomebody(before: index, within: 10) else { return nil }
            return Match(kind: .religion, tokens: index...behind - 1)
        }
    }
}
