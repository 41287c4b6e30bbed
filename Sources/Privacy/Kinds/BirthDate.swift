/// A day of birth: `sinh ngày 12/3/1970`, `Ngày sinh: 12-03-1970`, `(SN 12.3.1970)`, `sinh ngày 12 tháng 3 năm
/// 1970`; a day and a month without the year where the word `ngày` says that a day is meant.
///
/// Stories are full of other dates; the year alone is shown on the board and is no finding.
///
/// Source: basic personal data hold the day, month and year of birth (Nghị định 356/2025/NĐ-CP); the board
/// shows the year at most.
///
/// Without a label a date is one of birth only directly behind a person's name, alone, and of a year long ago (`Lê
/// Văn Mẫu (12/3/1965)`), and in a file's name made of a person's.
///
/// Known false alarms: the day of an old event in brackets behind a name. The birthdays of Chủ tịch Hồ Chí Minh
/// and anniversaries are told by the words around them.
enum BirthDate {
    static let words: [Sign.Words] = [
        (
            .birth,
            [
                "sinh", "sn", "ns", "chào đời", "dob", "khóc chào đời", "tiếng khóc chào đời", "lọt lòng",
                "lọt lòng mẹ",
                "sinh hạ", "hạ sinh", "đẻ ngày", "đẻ vào ngày", "đẻ đúng", "đẻ năm", "nsinh", "cất tiếng khóc",
                "tiếng khóc đầu đời",
            ]
        ),
        (.birthInitial, ["s", "n"]),
        (.birthday, ["sinh nhật", "ngày sinh nhật"]),
        (.emergence, ["ra đời"]),
        (.birthCertificate, ["giấy khai sinh", "khai sinh"]),
        (
            .other,
            [
                "vệ sinh", "phát sinh", "sinh hoạt", "sinh viên", "hy sinh", "hi sinh", "ký sinh", "thí sinh",
                "tuyển sinh",
                "nữ sinh", "nam sinh", "sinh kế", "sinh thái", "sinh học", "môi sinh", "dân sinh", "an sinh",
                "mưu sinh", "sinh sống",
                "sinh vật", "tái sinh", "giáng sinh", "phục sinh", "y sinh", "trường sinh", "nhân sinh", "sinh động",
                "sinh sản",
                "sơ sinh", "vi sinh", "giám sinh", "sinh lời", "thanh sinh", "sinh con", "sinh thời",
                "sinh năm kỷ niệm", "thân sinh",
                "sinh quán", "song sinh", "hồi sinh", "sinh khối", "sinh tố",
                "sinh trưởng", "sinh đẻ", "sinh hóa", "kháng sinh", "quyên sinh",
            ]
        ),
    ]

    static func find(at index: Int, in text: ReadText) -> Match? {
        guard let found = date(at: index, in: text), !isOfHistory(index, in: text), !isOfNobodyLiving(found) else {
            return nil
        }
        return Match(kind: .birthDate, tokens: found.tokens)
    }

    private static func date(at index: Int, in text: ReadText) -> ReadDate? {
        switch text.sign(index) {
        case .birthInitial: return initials(at: index, in: text)
        case .birthday: return birthday(at: index, in: text)
        case .emergence:
            guard text.speaksOfSomebody(before: index, within: 8), let date = text.date(from: index + 2, within: 6),
                date.year != nil
            else {
                return nil
            }
            return date
        case .birthCertificate:
            guard
                text.first(from: index, within: 6, where: { text.sign($0) == .person || text.sign($0) == .child })
                    != nil,
                let date = text.date(from: index, within: 10), let year = date.fullYear, year <= lastYearWithoutLabel
            else { return nil }
            return date
        default:
            // A club comes to light, too.
            if text[index].span > 1, !text.namesSomebody(before: index, within: 12),
                !text.isOnePerson(index + Int(text[index].span))
            {
                return nil
            }
            let behind = index + Int(text[index].span)
            return labelled(behind: behind, at: index, in: text) ?? before(label: index, in: text)
                ?? far(behind: behind, at: index, in: text)
        }
    }

    private static func isOfNobodyLiving(_ date: ReadDate) -> Bool {
        date.year.map { $0 > 99 && $0 < ReadText.firstYearOfTheLiving } ?? false
    }

    private static let happenings = PhraseSet([
        "vào đảng", "kết nạp", "mất", "hy sinh", "qua đời", "nhập ngũ", "xuất ngũ", "thành lập", "hợp tác xã",
        "câu lạc bộ", "mô hình", "tổ", "hội", "chi hội", "đội", "nhận", "trao", "ký", "cưới", "kết hôn", "ra mắt",
        "ra quân", "nhập học", "tốt nghiệp", "lần thứ", "con", "khai trương", "bắt đầu",
    ])

    /// `ngày sinh ghi trong lý lịch của bà là 5/5/1958`, `sinh ra ở bản Mẫu vào ngày 12/3/1970`: the first day behind the
    /// label, with nothing between that happened on a day of its own.
    private static func far(behind start: Int, at label: Int, in text: ReadText) -> ReadDate? {
        guard let date = text.date(from: start, within: 22), let year = date.fullYear,
            (ReadText.firstYearOfTheLiving...lastYear).contains(year)
        else { return nil }
        let between = start..<max(start, date.tokens.lowerBound)
        guard happenings.first(in: between, of: text) == nil, !Institutions.areNamed(in: between, of: text),
            !between.contains(where: text.isNumber)
        else { return nil }
        let sentence = text.sentence(around: label)
        let isNoun = text.sign(label - 1) == .day || text.sign(label - 1) == .year || text.sign(label - 1) == .month
        if isNoun {
            return text.namesAnybody(in: sentence) || text.namesAnybody(in: text.sentence(before: sentence))
                ? date : nil
        }
        let last = between.upperBound - 1
        let isDay =
            timesOfDay.start(endingAt: last, in: text) != nil || text.sign(last) == .day || text.sign(last) == .filler
            || text.isMark(last, Mark.open)
        // “lọt lòng giữa hai trận bom, hôm 26/6/1967,”: such words are about a birth and nothing else.
        let behind = date.tokens.upperBound + 1
        let endsClause = behind >= text.count || text.endsSentence(behind) || text.isMark(behind, Mark.comma)
        let isJoined =
            !between.contains { text.isMark($0, Mark.comma) }
            || text[label].span > 1 && endsClause && !between.contains(where: text.isOnePerson)
        return isDay && isJoined && text.namesAnybody(in: sentence, except: date.tokens) ? date : nil
    }

    private static let timesOfDay = PhraseSet(["đêm", "sáng", "trưa", "chiều", "tối", "rạng", "rạng sáng"])

    /// Nobody's day of birth is later; the text itself is read whatever day it is.
    private static let lastYear = 2030

    /// `sinh ngày 12/3/1970`, `sinh 12/3/1970`, `sinh năm 1970 (ngày 12/3)`.
    private static func labelled(behind start: Int, at label: Int, in text: ReadText) -> ReadDate? {
        var next = start
        var saysDay = text.sign(label - 1) == .day
        for _ in 0..<8 {
            if text.sign(next) == .day { saysDay = true }
            let after = text.skipping(
                [.filler, .day, .number, .month, .year, .person, .group], from: next, atMost: 1)
            if after == next { break }
            if text.date(at: next) != nil { break }
            next = after
        }
        if let date = text.date(at: next), date.year != nil || saysDay && isSmall(next, in: text) { return date }
        // “Ngày tháng năm sinh của chị Đào: 12/3/1970”
        if [.day, .month, .year].contains(text.sign(label - 1)),
            let colon = text.first(from: start, within: 8, where: { text.isMark($0, Mark.colon) }),
            let date = text.date(at: colon + 1), date.year != nil
        {
            return date
        }
        guard text.value(next, digits: 4...4) != nil,
            text.isMark(next + 1, Mark.open) || text.isMark(next + 1, Mark.comma)
        else {
            return nil
        }
        let isBracket = text.isMark(next + 1, Mark.open)
        let day = text.sign(next + 2) == .day ? next + 3 : next + 2
        guard let date = text.date(at: day), date.year == nil,
            isBracket || text.endsSentence(date.tokens.upperBound + 1)
        else {
            return nil
        }
        return date
    }

    /// A day and a month without a year count only in digits, or as `4 tháng 7`.
    private static func isSmall(_ index: Int, in text: ReadText) -> Bool {
        text.isNumber(index) || text.smallNumber(at: index).map { text.sign($0.next) == .month } ?? false
    }

    /// `12/3/1970 là ngày sinh của ông`, `Ngày 12 tháng 3 năm 1970, ông cất tiếng khóc chào đời`.
    private static func before(label index: Int, in text: ReadText) -> ReadDate? {
        let isBirthday = text.sign(index - 1) == .day || text[index].span >= 2
        guard isBirthday, let date = text.date(before: index, within: 14), date.year != nil else { return nil }
        let isOfSomebody =
            text.speaksOfSomebody(before: index, within: 12)
            || text.first(from: index, within: 5, where: { text.sign($0) == .person || text.sign($0) == .child })
                != nil
        return isOfSomebody ? date : nil
    }

    /// `sinh nhật ông Mẫu 12/3`, `ngày 12/3 là sinh nhật chị Mẫu`.
    private static func birthday(at index: Int, in text: ReadText) -> ReadDate? {
        let behind = index + Int(text[index].span)
        let isOfSomebody =
            text.first(
                from: behind, within: 4,
                where: { text.sign($0) == .person || text.sign($0) == .child || text.name(beginningAt: $0) != nil }
            )
            != nil || text.speaksOfSomebody(before: index, within: 6)
        guard isOfSomebody else { return nil }
        return text.date(from: behind, within: 8) ?? text.date(before: index, within: 6)
    }

    /// `s.n 12/3/1970`, `N/S: 12/3/1970`.
    private static func initials(at index: Int, in text: ReadText) -> ReadDate? {
        if let date = initial(at: index, in: text) { return date }
        let isJoined = text.isMark(index + 1, Mark.dot) || text.isMark(index + 1, Mark.slash)
        guard isJoined, text.isTight(behind: index), text.isTight(behind: index + 1),
            text.sign(index + 2) == .birthInitial,
            text[index + 2].key != text[index].key
        else { return nil }
        return labelled(behind: index + 3, at: index, in: text)
    }

    private static let born = Set(["s"].map { Token.key(of: $0) })

    /// `(s. 1/1/1950)`, `Lê Văn Mẫu, s. 1/1/1950`.
    private static func initial(at index: Int, in text: ReadText) -> ReadDate? {
        guard text.isSomeWord(index, born),
            text.isMark(index - 1, Mark.open)
                || text.isMark(index - 1, Mark.comma) && text.name(endingAt: index - 2) != nil
        else { return nil }
        let next = text.skipping([.day], from: index + 1, atMost: 2)
        guard let date = text.date(at: next), date.year != nil else { return nil }
        return date
    }

    /// Nobody named with a day alone behind the name was born later; such a day is one of an office or an award.
    private static let lastYearWithoutLabel = 2012

    /// `Lê Văn Mẫu (12/3/1965)`, `Lê Văn Mẫu - 12/3/1965 -`.
    static func find(behindName name: Int, _ mark: Int, in text: ReadText) -> Match? {
        guard let date = text.date(at: mark + 1), let year = date.year, year > 99 || text.isMark(mark, Mark.open),
            let full = date.fullYear, full <= lastYearWithoutLabel, full >= ReadText.firstYearOfTheLiving
        else { return nil }
        let behind = date.tokens.upperBound + 1
        let ends =
            behind >= text.count || text.endsSentence(behind)
            || [Mark.close, Mark.comma, Mark.hyphen, Mark.bar, Mark.closingBracket].contains { text.isMark(behind, $0) }
        guard ends,
            text.isMark(mark, Mark.open)
                ? text.isMark(behind, Mark.close) || text.isMark(behind, Mark.comma) || text.endsSentence(behind)
                : true,
            !isOfHistory(name, in: text)
        else { return nil }
        return Match(kind: .birthDate, tokens: date.tokens)
    }

    /// In the name of a file: `le-van-mau-12-03-1970`. A day with a label beside it is one of birth; else the name must
    /// begin like a person's and say of nothing that happened, and the year be long ago.
    static func findInName(at index: Int, in text: ReadText) -> Match? {
        let date = text.date(at: index) ?? compactDate(at: index, in: text)
        guard let date, let year = date.fullYear, (1900...lastYearWithoutLabel).contains(year) else { return nil }
        func isLabel(_ place: Int) -> Bool {
            switch text.sign(place) {
            case .birth, .birthday: true
            default: false
            }
        }
        let near =
            (max(0, index - 3)..<index).contains(where: isLabel)
            || (date.tokens.upperBound + 1..<min(text.count, date.tokens.upperBound + 4)).contains(where: isLabel)
        guard near || namesNobodyElse(before: index, in: text) else { return nil }
        return Match(kind: .birthDate, tokens: date.tokens)
    }

    /// `12031970`.
    private static func compactDate(at index: Int, in text: ReadText) -> ReadDate? {
        guard text.isNumber(index), text[index].length == 8 else { return nil }
        let value = Int(text[index].key)
        let (day, month, year) = (value / 1_000_000, value / 10_000 % 100, value % 10_000)
        guard (1...31).contains(day), (1...12).contains(month), (1900...2100).contains(year) else { return nil }
        return ReadDate(tokens: index...index, year: year)
    }

    private static let events = Set(
        [
            "le", "khanh", "qd", "quyet", "khai", "mo", "tham", "bang", "giay", "trao", "nhan", "ra", "mat",
            "hop", "dai", "ket",
            "nghi", "cau", "duong", "anh", "truong", "dang", "thanh", "ky", "niem",
        ].map { Token.key(of: $0) })
    private static let middleNames = Set(["van", "thi"].map { Token.key(of: $0) })

    private static func namesNobodyElse(before index: Int, in text: ReadText) -> Bool {
        let words = (max(0, index - 14)..<index).filter { text.isWord($0) }.map { text[$0].key }
        let isName = words.contains(where: middleNames.contains) || words.first.map(Surnames.contains) ?? false
        return isName && words.count >= 2
            && !words.dropFirst(words.firstIndex(where: middleNames.contains).map { $0 + 1 } ?? 0).contains(
                where: events.contains)
            && !words.prefix(2).contains(where: { eventOpenings.contains($0) })
    }

    private static let comrades = Set(["đồng"].map { Token.key(of: $0) })

    private static let eventOpenings = Set(
        ["le", "khanh", "qd", "quyet", "khai", "dai", "trao", "bang", "giay"].map { Token.key(of: $0) })

    /// An anniversary, or the life of somebody whose birthday everybody knows.
    private static func isOfHistory(_ index: Int, in text: ReadText) -> Bool {
        func isNear(_ sign: Sign) -> Bool {
            text.last(before: index, within: 12) { text.sign($0) == sign } != nil
                || text.first(from: index, within: 10) { text.sign($0) == sign } != nil
        }
        if isNear(.publicFigure) { return true }
        // The family that keeps the birthday of `ông`, `bà` keeps nobody's anniversary.
        return isNear(.commemoration)
            && !text.sentence(around: index).contains { text.isOnePerson($0) && !text.isSomeWord($0, comrades) }
    }
}
