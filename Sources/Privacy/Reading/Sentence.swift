extension ReadText {
    /// The tokens of the sentence that a token stands in, as far as 48 tokens on each side.
    func sentence(around index: Int) -> Range<Int> {
        let limit = 48
        var (lower, upper) = (index, index)
        while lower > 0, index - lower < limit, !endsSentence(lower - 1) { lower -= 1 }
        while upper < count, upper - index < limit, !endsSentence(upper) { upper += 1 }
        return lower..<max(lower, upper)
    }

    /// The sentence before one, in the same paragraph or line; empty where there is none.
    func sentence(before sentence: Range<Int>) -> Range<Int> {
        let end = sentence.lowerBound - 1
        guard end > 0, !isMark(end, Mark.lineEnd), endsSentence(end) else {
            return sentence.lowerBound..<sentence.lowerBound
        }
        return self.sentence(around: end - 1)
    }

    /// Whether one person is named or spoken of in a stretch of tokens.
    func namesAnybody(in range: Range<Int>, except tokens: ClosedRange<Int>? = nil) -> Bool {
        range.contains { place in
            if let tokens, tokens.contains(place) { return false }
            if isOnePerson(place) { return true }
            return isCapital(place) && !isCapital(place + 1) && name(endingAt: place) != nil
        }
    }

    /// A word for one person, and neither one of a crowd (`các cháu`) nor counted (`3 cháu`).
    func isOnePerson(_ index: Int) -> Bool {
        switch sign(index) {
        case .person, .child: !isNumber(index - 1) && sign(index - 1) != .group
        default: false
        }
    }

    /// Whether somebody in particular is the one of whom a sentence tells what stands at some tokens: the nearest word
    /// before it that says who is meant means one person (`anh Mẫu từng …`), or it opens the sentence and its person
    /// follows a comma (`Mãn hạn tù, anh Mẫu …`).
    func isTold(of tokens: ClosedRange<Int>) -> Bool {
        let told = last(before: tokens.lowerBound, within: 18) { place in
            switch sign(place) {
            case .person, .child, .group, .prevention: return true
            default:
                if isNumber(place), isWord(place + 1), sign(place + 1) == .people || sign(place + 1) == .group {
                    return true
                }
                return isCapital(place) && name(endingAt: place) != nil
            }
        }
        if let told {
            if sign(told) == .group || sign(told) == .prevention || isNumber(told) { return false }
            return isCapital(told) || isOnePerson(told)
        }
        let first = sentence(around: tokens.lowerBound).lowerBound
        guard tokens.lowerBound - first <= 8,
            let comma = self.first(from: tokens.upperBound + 1, within: 14, where: { isMark($0, Mark.comma) })
        else { return false }
        return self.first(
            from: comma + 1, within: 3,
            where: { isOnePerson($0) || isCapital($0) && name(beginningAt: $0) != nil }) != nil
    }

    private static let relatives = PhraseSet([
        "vợ", "chồng", "con", "con trai", "con gái", "mẹ", "bố", "cha", "em", "em trai", "em gái", "cháu", "gia đình",
        "thân nhân", "nhà", "hậu duệ",
    ])
    private static let historicTitles = PhraseSet([
        "nhà thơ", "thi sĩ", "thi hào", "đại thi hào", "danh nhân", "danh tướng", "danh y", "tướng quân", "vua", "chúa",
        "hoàng đế", "hoàng hậu", "công chúa", "chí sĩ", "sĩ phu", "nhà cách mạng", "nhà yêu nước", "liệt sĩ", "liệt sỹ",
        "anh hùng dân tộc", "trạng nguyên", "bảng nhãn", "thám hoa", "thái sư", "thượng thư", "thành hoàng",
        "đức thánh",
        "cố tổng bí thư", "tổng bí thư đầu tiên", "cố chủ tịch", "nữ tướng", "nghĩa quân", "thủ lĩnh nghĩa quân",
    ])

    /// Nobody who was born before it lives: what is told of them is history.
    static let firstYearOfTheLiving = 1926

    /// Whether what a token tells is told of somebody who died long ago: a title of history with a name, or a year in
    /// which nobody living was born, stands in the sentence before it, and no word for another person between.
    func isOfHistory(_ index: Int) -> Bool {
        let sentence = sentence(around: index)
        for place in stride(from: min(index, sentence.upperBound - 1), through: sentence.lowerBound, by: -1) {
            if place < index, isOnePerson(place) { return false }
            if let year = value(place, digits: 4...4), (900..<Self.firstYearOfTheLiving).contains(year),
                sign(place - 1) == .year || isMark(place - 1, Mark.open) || isMark(place - 1, Mark.hyphen)
            {
                return true
            }
            if let last = Self.historicTitles.end(beginningAt: place, in: self), isCapital(last + 1),
                Self.relatives.start(endingAt: place - 1, in: self) == nil
            {
                return true
            }
        }
        return false
    }
}
