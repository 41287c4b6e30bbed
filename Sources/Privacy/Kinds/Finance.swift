/// What somebody in particular earns by month or owes: `lương hưu 6.120.000 đồng`, `nợ ngân hàng 50 triệu đồng`.
///
/// Source: information on a person's money and credit is sensitive personal data (Nghị định 356/2025/NĐ-CP, Điều 4).
///
/// Told apart: what a farm or a model yields in a year, which is what the board honours (`thu nhập 300 triệu đồng/năm`),
/// loans for a trade, what is given to many, and what nobody owes (`không có nợ quá hạn`). Known misses: pay in words.
enum Finance {
    static let words: [Sign.Words] = [
        (
            .pay,
            [
                "lương", "lương hưu", "tiền lương", "mức lương", "lương tháng", "hưu trí", "trợ cấp", "phụ cấp",
                "trợ cấp hằng tháng",
                "trợ cấp xã hội", "trợ cấp thương binh", "tiền hưu", "thu nhập hằng tháng", "thu nhập hàng tháng",
                "lương cơ bản",
                "tiền tuất", "phụ cấp hằng tháng", "tiền trợ cấp", "lương giáo viên", "lương công nhân",
            ]
        ),
        (
            .debt,
            [
                "nợ", "nợ nần", "vỡ nợ", "ôm nợ", "mắc nợ", "thiếu nợ", "gánh nợ", "món nợ", "khoản nợ", "số nợ",
                "nợ xấu", "còn nợ",
                "nợ ngân hàng", "nợ lãi", "vay nặng lãi", "tín dụng đen", "cầm cố sổ đỏ", "thế chấp sổ đỏ", "vay nóng",
                "cắm sổ đỏ",
                "nợ quá hạn", "nợ tiền", "nợ chồng chất", "trả nợ", "công nợ",
            ]
        ),
        (.other, ["lương thực", "lương tâm", "lương thiện", "lương y", "dư nợ", "lương giáo", "tổ trưởng tiền lương"]),
    ]

    private static let strong = PhraseSet([
        "nợ nần", "vỡ nợ", "ôm nợ", "nợ xấu", "nợ ngân hàng", "vay nặng lãi", "cầm cố sổ đỏ", "cắm sổ đỏ",
        "nợ chồng chất", "nợ lãi",
        "vay nóng", "mắc nợ", "thiếu nợ",
    ])
    private static let sentiments = PhraseSet([
        "ân tình", "nghĩa tình", "ơn", "dân", "nước", "đời", "tình", "làng", "đồng đội", "quê",
    ])
    private static let negations = PhraseSet([
        "không", "chưa", "hết", "thoát", "xóa", "xoá", "giảm", "tránh", "không có", "không còn", "chẳng", "khỏi",
        "không để",
    ])
    private static let money = PhraseSet([
        "đồng", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "vnđ", "đ", "trăm triệu", "chục triệu", "cây vàng", "chỉ vàng",
    ])
    private static let giving = PhraseSet([
        "trao", "tặng", "chi", "cấp", "hỗ trợ", "phát", "trả lương", "nhận thợ", "giải ngân", "quyên", "trả", "cho vay",
        "cho",
    ])

    static func find(at index: Int, in text: ReadText) -> Match? {
        let last = index + Int(text[index].span) - 1
        let isPay = text.sign(index) == .pay
        guard negations.start(endingAt: index - 1, in: text) == nil,
            negations.start(endingAt: index - 2, in: text) == nil,
            sentiments.end(beginningAt: last + 1, in: text) == nil
        else { return nil }
        let amount = text.first(from: last + 1, within: isPay ? 12 : 9) { isAmount($0, in: text) }
        // “được 2.055.000 đồng tiền trợ cấp”
        if isPay, amount == nil, let before = text.last(before: index, within: 8, where: { isAmount($0, in: text) }) {
            let gift = text.last(before: before, within: 6) { giving.end(beginningAt: $0, in: text) != nil }
            let isNear = index - text.figure(at: before).tokens.upperBound <= 4
            return isNear && gift == nil && text.isTold(of: before...last)
                ? Match(kind: .finance, tokens: before...last) : nil
        }
        guard amount != nil || !isPay && strong.end(beginningAt: index, in: text) != nil else { return nil }
        let end = amount.map { text.figure(at: $0).tokens.upperBound + 1 } ?? last
        let tokens = index...max(last, min(end, text.count - 1))
        if isPay || amount == nil,
            let gift = text.last(before: index, within: 8, where: { giving.end(beginningAt: $0, in: text) != nil }),
            text.last(before: index, within: index - gift, where: { text.isOnePerson($0) }) == nil
        {
            return nil
        }
        return text.isTold(of: tokens) || isOfOwnerBehind(tokens, in: text)
            ? Match(kind: .finance, tokens: tokens) : nil
    }

    private static func isAmount(_ index: Int, in text: ReadText) -> Bool {
        guard text.isNumber(index) || text.isWord(index) && DigitWords.value(text[index].key) != nil else {
            return false
        }
        let behind = text.isNumber(index) ? text.figure(at: index).tokens.upperBound + 1 : index + 1
        return (behind..<behind + 3).contains { money.end(beginningAt: $0, in: text) != nil }
    }

    private static let of = Set(["của"].map { Token.key(of: $0) })

    /// `Khoản nợ 200 triệu đồng của anh Mẫu`, `lương hưu của bà 6 triệu đồng`.
    private static func isOfOwnerBehind(_ tokens: ClosedRange<Int>, in text: ReadText) -> Bool {
        guard
            let owner = text.first(
                from: tokens.lowerBound, within: tokens.count + 5, where: { text.isSomeWord($0, of) })
        else { return false }
        return text.isOnePerson(owner + 1)
    }
}
