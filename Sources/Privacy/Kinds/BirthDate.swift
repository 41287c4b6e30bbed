/// A day of birth: `sinh ngày 12/3/1970`, `Ngày sinh: 12-03-1970`, `(SN 12.3.1970)`, `sinh ngày 12 tháng 3 năm
/// 1970`; a day and a month without the year where the word `ngày` says that a day is meant.
///
/// A date is one of birth only behind its label: stories are full of other dates. The year alone is shown on
/// the board and is no finding.
///
/// Source: basic personal data hold the day, month and year of birth (Nghị định 356/2025/NĐ-CP); the board
/// shows the year at most.
///
/// Known misses: a bare date in brackets behind a name. Known false alarms: none that remain; the birthdays
/// of Chủ tịch Hồ Chí Minh and anniversaries are told by the words around them.
enum BirthDate {
    static let words: [Sign.Words] = [
        (.birth, ["sinh", "sn", "chào đời", "dob"]),
        (
            .other,
            [
                "vệ sinh", "phát sinh", "sinh hoạt", "sinh viên", "hy sinh", "hi sinh", "ký sinh", "thí sinh", "tuyển sinh",
                "nữ sinh", "nam sinh", "sinh kế", "sinh thái", "sinh học", "môi sinh", "dân sinh", "an sinh", "mưu sinh", "sinh sống",
                "sinh nhật", "sinh vật", "tái sinh", "giáng sinh", "phục sinh", "y sinh", "trường sinh", "nhân sinh", "sinh động",
                "sinh sản",
                "sơ sinh", "vi sinh", "giám sinh", "khai sinh", "sinh lời", "thanh sinh", "song sinh", "hồi sinh", "sinh khối", "sinh tố",
                "sinh trưởng", "sinh đẻ", "sinh hóa", "kháng sinh", "quyên sinh",
            ]
        ),
    ]

    static func find(at index: Int, in text: ReadText) -> Match? {
        var next = index + Int(text[index].span)
        var saysDay = text.sign(index - 1) == .day
        for _ in 0..<6 {
            if text.sign(next) == .day { saysDay = true }
            let after = text.skipping([.filler, .day, .number], from: next, atMost: 1)
            if after == next { break }
            next = after
        }
        guard let end = end(ofDateAt: next, in: text, orOfDayAndMonth: saysDay), !isOfHistory(index, in: text) else { return nil }
        return Match(kind: .birthDate, tokens: next...end)
    }

    /// An anniversary, or the life of somebody whose birthday everybody knows.
    private static func isOfHistory(_ index: Int, in text: ReadText) -> Bool {
        func isKnown(_ place: Int) -> Bool { text.sign(place) == .commemoration || text.sign(place) == .publicFigure }
        return text.last(before: index, within: 12, where: isKnown) != nil || text.first(from: index, within: 10, where: isKnown) != nil
    }

    /// The last token of a full date that begins here.
    private static func end(ofDateAt index: Int, in text: ReadText, orOfDayAndMonth: Bool) -> Int? {
        if text.sign(index + 1) == .month {
            // 12 tháng 3 năm 1970
            guard isDay(index, text), isMonth(index + 2, text) else { return nil }
            if text.sign(index + 3) == .year, text.value(index + 4, digits: 4...4) != nil { return index + 4 }
            return orOfDayAndMonth ? index + 2 : nil
        }
        guard isSeparator(index + 1, text) else { return nil }
        if let year = text.value(index, digits: 4...4), (1850...2100).contains(year) {
            // 1970-03-12
            return isMonth(index + 2, text) && isSeparator(index + 3, text) && isDay(index + 4, text) ? index + 4 : nil
        }
        guard isDay(index, text), isMonth(index + 2, text) else { return nil }
        if isSeparator(index + 3, text), text.value(index + 4, digits: 4...4) ?? text.value(index + 4, digits: 2...2) != nil {
            return index + 4
        }
        return orOfDayAndMonth ? index + 2 : nil
    }

    private static func isDay(_ index: Int, _ text: ReadText) -> Bool {
        text.value(index, digits: 1...2).map { (1...31).contains($0) } ?? false
    }

    private static func isMonth(_ index: Int, _ text: ReadText) -> Bool {
        text.value(index, digits: 1...2).map { (1...12).contains($0) } ?? false
    }

    private static func isSeparator(_ index: Int, _ text: ReadText) -> Bool {
        [Mark.slash, Mark.dot, Mark.hyphen].contains { text.isMark(index, $0) } && (text.gap(behind: index) ?? 9) <= 1
    }
}
