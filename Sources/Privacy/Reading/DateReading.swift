/// A day as people write it.
struct ReadDate {
    var tokens: ClosedRange<Int>
    /// As it was written, of two digits or four; nil where only day and month are given.
    var year: Int?

    /// The year in four digits; those of two are of the twentieth century from 30 on.
    var fullYear: Int? { year.map { $0 > 99 ? $0 : $0 >= 30 ? 1900 + $0 : 2000 + $0 } }
}

extension ReadText {
    /// The day that begins at a token: `12/3/1970`, `12 - 3 - 70`, `1970-03-12`, `12 tháng 3 năm 1970`, `mười hai
    /// tháng ba`, `12/3`; nil where none does.
    func date(at index: Int) -> ReadDate? {
        if let year = value(index, digits: 4...4), (1850...2100).contains(year) {
            guard isDateSeparator(index + 1), isMonth(index + 2), isDateSeparator(index + 3), isDay(index + 4) else {
                return nil
            }
            return ReadDate(tokens: index...index + 4, year: year)
        }
        guard let (day, behindDay) = smallNumber(at: index), (1...31).contains(day) else { return nil }
        if sign(behindDay) == .month {
            guard let (month, behindMonth) = smallNumber(at: behindDay + 1), (1...12).contains(month) else {
                return nil
            }
            return year(behind: behindMonth).map { ReadDate(tokens: index...$0.last, year: $0.value) }
                ?? ReadDate(tokens: index...behindMonth - 1)
        }
        guard isDay(index), isDateSeparator(index + 1), isMonth(index + 2) else { return nil }
        if isDateSeparator(index + 3), let year = value(index + 4, digits: 4...4) ?? value(index + 4, digits: 2...2) {
            return ReadDate(tokens: index...index + 4, year: year)
        }
        if let year = year(behind: index + 3), sign(index + 3) == .year {
            return ReadDate(tokens: index...year.last, year: year.value)
        }
        return ReadDate(tokens: index...index + 2)
    }

    /// The nearest day before a token, at most so many tokens away, in its sentence.
    func date(before index: Int, within limit: Int) -> ReadDate? {
        var found: ReadDate?
        for start in stride(from: index - 1, through: max(0, index - limit), by: -1) {
            if endsSentence(start) { break }
            if isNumber(start) || isWord(start), let date = date(at: start), date.tokens.upperBound < index {
                found = longer(date, found)
            }
        }
        return found
    }

    /// The nearest day from a token on, in its sentence.
    func date(from index: Int, within limit: Int) -> ReadDate? {
        guard let start = first(from: index, within: limit, where: { date(at: $0) != nil }) else { return nil }
        return date(at: start)
    }

    private func longer(_ date: ReadDate, _ other: ReadDate?) -> ReadDate {
        guard let other, other.tokens.count >= date.tokens.count else { return date }
        return other
    }

    /// `năm 1970`, `năm sáu hai`, `, 1988`, `1970`.
    private func year(behind index: Int) -> (value: Int, last: Int)? {
        let isYear = sign(index) == .year
        let next = isYear || isMark(index, Mark.comma) ? index + 1 : index
        if let year = value(next, digits: 4...4), (1850...2100).contains(year) { return (year, next) }
        guard isYear else { return nil }
        let digits = DigitWords.run(from: next, in: self)
        return digits.count >= 2 ? (digits.reduce(0) { $0 * 10 + $1 }, next + digits.count - 1) : nil
    }

    private func isDay(_ index: Int) -> Bool { value(index, digits: 1...2).map { (1...31).contains($0) } ?? false }
    private func isMonth(_ index: Int) -> Bool { value(index, digits: 1...2).map { (1...12).contains($0) } ?? false }

    private func isDateSeparator(_ index: Int) -> Bool {
        [Mark.slash, Mark.dot, Mark.hyphen, Mark.middleDot].contains { isMark(index, $0) }
            && (gap(behind: index) ?? 9) <= 3
            && (gap(behind: index - 1) ?? 9) <= 3
    }

    /// A number up to 99 in digits or words, and the token behind it.
    func smallNumber(at index: Int) -> (value: Int, next: Int)? {
        if let value = value(index, digits: 1...2) { return (value, index + 1) }
        guard isWord(index), let first = DigitWords.value(tokens[index].key) else { return nil }
        func unit(_ place: Int) -> Int? {
            isWord(place) ? DigitWords.value(tokens[place].key).flatMap { $0 < 10 ? $0 : nil } : nil
        }
        if first == 10 { return unit(index + 1).map { (10 + $0, index + 2) } ?? (10, index + 1) }
        if isWord(index + 1), tokens[index + 1].key == DigitWords.tens {
            return unit(index + 2).map { (first * 10 + $0, index + 3) } ?? (first * 10, index + 2)
        }
        return (first, index + 1)
    }
}

/// Numbers in words: of days, months and years, and telephone numbers as one says them.
enum DigitWords {
    /// `mươi`.
    static let tens = Token.key(of: "mươi")

    private static let values: [UInt64: Int] = Dictionary(
        [
            ("không", 0), ("một", 1), ("mốt", 1), ("giêng", 1), ("hai", 2), ("ba", 3), ("bốn", 4), ("tư", 4),
            ("năm", 5), ("lăm", 5),
            ("nhăm", 5), ("sáu", 6), ("bảy", 7), ("bẩy", 7), ("tám", 8), ("chín", 9), ("mười", 10), ("chạp", 12),
            ("rằm", 15),
        ].map { (Token.key(of: $0.0), $0.1) }, uniquingKeysWith: { first, _ in first })

    static func value(_ key: UInt64) -> Int? { values[key] }

    /// The digits that are said one after the other from a token on, commas between them passed over.
    static func run(from index: Int, in text: ReadText) -> [Int] {
        var digits: [Int] = []
        var next = index
        while text.isWord(next), let value = value(text[next].key), value < 10 {
            digits.append(value)
            next += 1
        }
        return digits
    }
}
