/// A child that is named beside an age under sixteen or a class up to the tenth: `cháu Lê Văn Mẫu, 8 tuổi`, `em
/// Mai, học sinh lớp 5`, `bé An (4 tháng tuổi)`.
///
/// Source: a child is who is under sixteen (Luật Trẻ em 102/2016/QH13, Điều 1); to publish what concerns a child's
/// private life takes the consent of the guardian and, from seven years on, of the child too (Luật 91/2025/QH15,
/// Điều 24). From sixteen on people consent by themselves.
///
/// Told apart: children without a name (`các em học sinh lớp 5`), ages of long ago (`năm 12 tuổi, em theo cha`),
/// teachers of a class. Known misses: a child who is told by the parents' names alone.
enum Minor {
    static let words: [Sign.Words] = [
        (.age, ["tuổi"]), (.monthsOfAge, ["tháng tuổi"]),
        (.schoolClass, ["lớp", "học lớp", "học sinh lớp", "đang học lớp"]),
        (.pupil, ["học sinh", "đội viên", "thiếu nhi"]),
        (
            .teacher,
            ["giáo viên", "dạy", "chủ nhiệm", "cán bộ", "bí thư", "trưởng thôn", "trưởng bản", "đảng viên", "bí thư chi bộ", "nữ cán bộ"]
        ),
        (
            .smallNumber,
            [
                "hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mười một", "mười hai", "mười ba", "mười bốn", "mười lăm",
                "lên năm",
            ]
        ),
        (
            .other,
            [
                "tuổi đảng", "tuổi thơ", "tuổi nghề", "tuổi trẻ", "tuổi đời", "lớp học", "tầng lớp", "lớp tập huấn", "lớp bồi dưỡng",
                "tuổi già",
            ]
        ),
    ]

    private static let adultAge = 16
    private static let lastClass = 10

    static func find(at index: Int, in text: ReadText) -> Match? {
        let last = index + Int(text[index].span) - 1
        switch text.sign(index) {
        case .age, .monthsOfAge: return atAge(index, last, in: text)
        case .schoolClass: return atClass(index, last, in: text)
        default: return nil
        }
    }

    private static func atAge(_ index: Int, _ last: Int, in text: ReadText) -> Match? {
        let number: Int
        if let value = text.value(index - 1, digits: 1...2) {
            guard value < adultAge || text.sign(index) == .monthsOfAge else { return nil }
            number = index - 1
        } else if let word = text.last(before: index, within: 2, where: { text.sign($0) == .smallNumber }) {
            guard word + Int(text[word].span) == index else { return nil }
            number = word
        } else {
            return nil
        }
        guard text.sign(number - 1) != .past, text.sign(number - 1) != .year, text.sign(number - 1) != .group else { return nil }
        if let child = namedChild(before: number, within: 10, in: text) { return Match(kind: .minor, tokens: child...last) }
        // “8 tuổi, cháu Lê Văn Mẫu …”
        let next = text.isMark(last + 1, Mark.comma) ? last + 2 : last + 1
        return isNamed(next, in: text) ? Match(kind: .minor, tokens: number...next) : nil
    }

    private static func atClass(_ index: Int, _ last: Int, in text: ReadText) -> Match? {
        guard let value = text.value(last + 1, digits: 1...2), (1...lastClass).contains(value) else { return nil }
        if let child = namedChild(before: index, within: 10, in: text) { return Match(kind: .minor, tokens: child...last + 1) }
        return nil
    }

    /// The word for a child that has a name; nil where a teacher stands between.
    private static func namedChild(before index: Int, within limit: Int, in text: ReadText) -> Int? {
        guard let child = text.last(before: index, within: limit, where: { text.sign($0) == .child || text.sign($0) == .pupil }),
            isNamed(child, in: text), text.first(from: child, within: index - child, where: { text.sign($0) == .teacher }) == nil
        else { return nil }
        return child
    }

    /// `cháu Mẫu`, and not `3 cháu`, `các cháu`.
    private static func isNamed(_ index: Int, in text: ReadText) -> Bool {
        guard text.sign(index) == .child || text.sign(index) == .pupil else { return false }
        let behind = index + Int(text[index].span)
        return text.isCapital(behind) && (text.gap(behind: behind - 1) ?? 9) <= 1 && !text.isNumber(index - 1)
            && text.sign(index - 1) != .group
    }
}
