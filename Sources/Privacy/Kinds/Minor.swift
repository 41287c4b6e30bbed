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
        (
            .pupil,
            [
                "học sinh", "đội viên", "thiếu nhi", "lớp trưởng", "liên đội trưởng", "chi đội trưởng", "học trò",
                "cậu học trò",
                "cô học trò", "cậu học sinh", "cô học sinh", "nhi đồng", "thiếu niên", "đội viên thiếu niên",
            ]
        ),
        (
            .childhood,
            [
                "mồ côi", "mồ côi cha", "mồ côi mẹ", "mồ côi cả cha lẫn mẹ", "bị bỏ rơi", "bỏ học", "nghỉ học",
                "tảo hôn", "nhận nuôi",
                "con nuôi", "đỡ đầu", "nhận đỡ đầu", "bị xâm hại", "xâm hại", "bị bạo hành", "bị đuối nước",
                "đuối nước",
                "suy dinh dưỡng", "trở lại trường", "trở lại lớp", "bắt nạt", "đánh nhau",
                "trẻ mồ côi", "bỏ nhà đi", "lấy chồng sớm", "lấy vợ sớm", "trường giáo dưỡng",
            ]
        ),
        (
            .school,
            [
                "mẫu giáo", "mầm non", "nhà trẻ", "tiểu học", "thcs", "trung học cơ sở", "trường mầm non",
                "trường mẫu giáo",
                "trường tiểu học",
                "trường thcs", "trường trung học cơ sở", "học mẫu giáo", "học tiểu học", "lớp lá", "lớp chồi",
                "lớp mầm",
            ]
        ),
        (
            .teacher,
            [
                "giáo viên", "dạy", "chủ nhiệm", "cán bộ", "bí thư", "trưởng thôn", "trưởng bản", "đảng viên",
                "bí thư chi bộ", "nữ cán bộ",
            ]
        ),
        (
            .smallNumber,
            [
                "hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mười một", "mười hai", "mười ba",
                "mười bốn", "mười lăm",
                "lên năm",
            ]
        ),
        (
            .other,
            [
                "tuổi đảng", "tuổi thơ", "tuổi nghề", "tuổi trẻ", "tuổi đời", "lớp học", "tầng lớp", "lớp tập huấn",
                "lớp bồi dưỡng",
                "tuổi già",
            ]
        ),
    ]

    private static let just = Set([Token.key(of: "mới")])
    private static let adultAge = 16
    private static let lastClass = 10
    /// Who was born from this year on is a child still, or was when most entries were written.
    private static let firstBirthYear = 2010

    static func find(at index: Int, in text: ReadText) -> Match? {
        let last = index + Int(text[index].span) - 1
        switch text.sign(index) {
        case .age, .monthsOfAge: return atAge(index, last, in: text)
        case .schoolClass: return atClass(index, last, in: text)
        case .smallNumber: return rising(index, last, in: text)
        case .school:
            guard let child = namedChild(before: index, within: 14, in: text) else { return nil }
            return Match(kind: .minor, tokens: child...last)
        case .childhood: return atChildhood(index, last, in: text)
        default: return nil
        }
    }

    /// `em Mẫu, sinh ngày 12/3/2014`, `Bé Mẫu Chi sinh năm 2018`.
    static func findAtBirth(_ index: Int, in text: ReadText) -> Match? {
        guard let child = namedChild(before: index, within: 8, in: text) ?? apposition(before: index, in: text) else {
            return nil
        }
        let year =
            text.date(from: index, within: 5)?.fullYear
            ?? text.first(from: index, within: 4, where: { text.value($0, digits: 4...4) != nil }).flatMap {
                text.value($0, digits: 4...4)
            }
        guard let year, (firstBirthYear...2100).contains(year) else { return nil }
        return Match(kind: .minor, tokens: child...index)
    }

    private static let children = PhraseSet([
        "cháu", "bé", "cháu bé", "em bé", "cậu bé", "cô bé", "bé trai", "bé gái", "cháu trai", "cháu gái", "em",
        "em học sinh",
        "học sinh", "con gái", "con trai",
    ])

    /// `cháu Mẫu An mồ côi cha`, `nhận nuôi bé Mẫu Chi`: what befalls children, with one child's name close by.
    private static func atChildhood(_ index: Int, _ last: Int, in text: ReadText) -> Match? {
        func isChild(_ place: Int) -> Bool {
            children.end(beginningAt: place, in: text) != nil && isNamed(place, in: text) && !isGrown(place, in: text)
        }
        if let child = text.last(before: index, within: 12, where: isChild),
            text.first(
                from: child, within: index - child, where: { text.sign($0) == .teacher || text.sign($0) == .group })
                == nil
        {
            return Match(kind: .minor, tokens: child...last)
        }
        guard let child = text.first(from: last + 1, within: 6, where: isChild),
            text.first(from: last + 1, within: child - last - 1, where: { text.isMark($0, Mark.comma) }) == nil
        else { return nil }
        return Match(kind: .minor, tokens: index...child)
    }

    private static let offices = PhraseSet([
        "bí thư", "trưởng thôn", "giáo viên", "chủ nhiệm", "chi đoàn", "đoàn viên", "sinh viên", "kỹ sư", "cán bộ",
        "giám đốc",
        "công nhân", "vợ", "chồng", "lập gia đình",
    ])

    /// “em Mẫu, bí thư chi đoàn” is grown.
    private static func isGrown(_ child: Int, in text: ReadText) -> Bool {
        let sentence = text.sentence(around: child)
        return offices.first(in: child..<min(sentence.upperBound, child + 14), of: text) != nil
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
        let before = text.sign(number - 1)
        // “năm 12 tuổi”, “từ khi 12 tuổi”; but “cháu Mẫu mới lên sáu tuổi”.
        let isRisen = text.isSomeWord(number - 1, rise) && namedChild(before: number - 1, within: 14, in: text) != nil
        guard before != .past || text.isSomeWord(number - 2, just) || isRisen, before != .year, before != .group else {
            return nil
        }
        if let child = namedChild(before: number, within: 14, in: text) {
            return Match(kind: .minor, tokens: child...last)
        }
        let start = text.isSomeWord(number - 1, barely) ? number - 1 : number
        if let name = apposition(before: start, in: text) ?? givenName(before: start, behind: last, in: text) {
            return Match(kind: .minor, tokens: name...last)
        }
        if let child = childOfNamed(number, last, in: text) { return child }
        if let name = nameOfChild(before: number, behind: last, in: text) {
            return Match(kind: .minor, tokens: number...name)
        }
        // “8 tuổi, cháu Lê Văn Mẫu …”
        let next = text.isMark(last + 1, Mark.comma) ? last + 2 : last + 1
        return isNamed(next, in: text) ? Match(kind: .minor, tokens: number...next) : nil
    }

    /// “Cậu bé 12 tuổi Sùng A Mẫu”, “Cô bé mười tuổi tên là Mẫu An”: one child's name behind the age.
    private static func nameOfChild(before number: Int, behind last: Int, in text: ReadText) -> Int? {
        let child = text.startOfWords(endingAt: text.isSomeWord(number - 1, barely) ? number - 2 : number - 1)
        guard text.sign(child) == .child, text.sign(child - 1) != .group, !text.isNumber(child - 1) else { return nil }
        var name = last + 1
        while name < last + 3, text.isSomeWord(name, naming) { name += 1 }
        guard text.isCapital(name), (text.gap(behind: name - 1) ?? 9) <= 1, !isPlaceOfMany(name, in: text) else {
            return nil
        }
        return text.name(beginningAt: name) ?? name
    }

    private static let barely = Set(["mới", "chỉ", "vừa"].map { Token.key(of: $0) })
    private static let naming = Set(["là", "tên"].map { Token.key(of: $0) })
    private static let rise = Set([Token.key(of: "lên")])

    /// “Bé Mẫu mới lên tám”: the end of a clause, so that nothing is counted.
    private static func rising(_ index: Int, _ last: Int, in text: ReadText) -> Match? {
        let isRisen = text.isSomeWord(index - 1, rise) || text.isSomeWord(index, rise) && text[index].span > 1
        guard isRisen, let child = namedChild(before: index, within: 8, in: text) else { return nil }
        let behind = last + 1
        guard
            behind >= text.count || text.endsSentence(behind) || text.isMark(behind, Mark.comma)
                || text.isSomeWord(behind, clauses)
        else { return nil }
        return Match(kind: .minor, tokens: child...last)
    }

    private static let members = PhraseSet(["gồm", "em", "bạn", "gồm em", "gồm các em", "có em", "là em", "có bạn"])
    private static let clauses = Set(["đã", "thì", "nhưng", "mà", "vẫn"].map { Token.key(of: $0) })

    /// `lớp 5`, `lớp Sáu`, `lớp năm` (and not `lớp năm 2024`): the class and its last token.
    private static func schoolYear(at index: Int, in text: ReadText) -> (value: Int, last: Int)? {
        if let value = text.value(index, digits: 1...2) { return (value, index) }
        guard let (value, next) = text.smallNumber(at: index), !text.isNumber(next) else { return nil }
        return (value, next - 1)
    }

    private static func atClass(_ index: Int, _ last: Int, in text: ReadText) -> Match? {
        guard let (value, end) = schoolYear(at: last + 1, in: text), (1...lastClass).contains(value),
            text.sign(index - 1) != .past || text.isSomeWord(index - 1, rise)
        else {
            return nil
        }
        if let child = namedChild(before: index, within: 10, in: text) {
            return Match(kind: .minor, tokens: child...end)
        }
        let isOfPupil = text.sign(index - 1) == .pupil || text.sign(index - 1) == .child || text[index].span > 1
        let start =
            text.sign(index - 1) == .pupil || text.sign(index - 1) == .child
            ? text.startOfWords(endingAt: index - 1) : index
        if let name = apposition(before: start, in: text)
            ?? (isOfPupil ? givenName(before: start, behind: end, in: text) : nil)
        {
            return Match(kind: .minor, tokens: name...end)
        }
        // “Nam sinh lớp 8 Trần Mẫu Dũng”
        var behind = end + 1
        if text.isWord(behind), text[behind].length == 1, text.isTight(behind: behind - 1) { behind += 1 }
        let before = text.startOfWords(endingAt: index - 1)
        // “Nhóm bạn lớp 5C gồm Trần Mẫu Huy và …”
        if let member = members.end(beginningAt: behind, in: text), text.sign(before) != .teacher,
            let end = text.name(beginningAt: member + 1)
        {
            return Match(kind: .minor, tokens: index...end)
        }
        let isChild = text.sign(before) == .child || text.sign(before) == .pupil || isOfPupil
        guard isChild, text.sign(before - 1) != .group, !text.isNumber(before - 1),
            let end = text.name(beginningAt: behind)
        else {
            return nil
        }
        return Match(kind: .minor, tokens: index...end)
    }

    /// The name that a number is set beside: `Đinh Mẫu Phúc, 13 tuổi`, `Lê Mẫu Anh (lớp 4B)`. Who is called `ông` is
    /// no child.
    private static func apposition(before index: Int, in text: ReadText) -> Int? {
        guard text.isMark(index - 1, Mark.comma) || text.isMark(index - 1, Mark.open),
            let name = text.name(endingAt: index - 2),
            text.sign(name) != .person, whereabouts.start(endingAt: name - 1, in: text) == nil,
            text.sign(text.startOfWords(endingAt: name - 1)) != .person
        else { return nil }
        return text.first(from: name, within: index - name, where: { text.sign($0) == .teacher }) == nil ? name : nil
    }

    private static let whereabouts = PhraseSet(["ở", "tại", "về", "từ", "đến", "quê", "lên", "qua", "ra", "vào"])
    private static let prepositions = PhraseSet([
        "ở", "tại", "về", "từ", "đến", "thôn", "xã", "bản", "làng", "trường", "của", "quê", "năm", "tháng", "ra", "vào",
        "lên", "qua",
        "tỉnh", "phường", "huyện", "ông", "bà", "anh", "chị", "cô", "chú", "thầy", "bác", "cụ",
    ])

    /// `Mẫu An, 8 tuổi, …`, `Hai anh em Mẫu Khang và Mẫu Khôi, học sinh lớp 3`: capital words that no word makes a place or
    /// a grown person.
    private static func givenName(before index: Int, behind last: Int, in text: ReadText) -> Int? {
        guard text.isMark(index - 1, Mark.comma) || text.isMark(index - 1, Mark.open), text.isCapital(index - 2) else {
            return nil
        }
        var start = index - 2
        while start > 0, text.isCapital(start - 1), (text.gap(behind: start - 1) ?? 9) <= 1, index - start < 6 {
            start -= 1
        }
        guard index - 2 > start, !isPlaceOfMany(start, in: text),
            prepositions.start(endingAt: start - 1, in: text) == nil,
            text.sign(start - 1) == .none || text.isMark(start - 1, Mark.colon),
            text.sign(start) == .none || text.sign(start) == .unit,
            !text.isOnePerson(last + 1), !text.isOnePerson(last + 2)
        else { return nil }
        return start
    }

    private static let of = Set(["của"].map { Token.key(of: $0) })
    private static let offspring = PhraseSet([
        "con trai", "con gái", "cháu nội", "cháu ngoại", "con nuôi", "cậu con trai", "cô con gái", "đứa con",
        "đứa cháu", "cháu",
        "con út", "con đầu", "con cả", "cháu gái", "cháu trai", "cô bé", "cậu bé",
    ])

    /// `con gái 7 tuổi của anh Lê Văn Mẫu`: a child that its parent's name tells.
    private static func childOfNamed(_ number: Int, _ last: Int, in text: ReadText) -> Match? {
        guard let child = offspring.start(endingAt: number - 1, in: text), text.isSomeWord(last + 1, of),
            text.isOnePerson(last + 2), text.isCapital(last + 2 + Int(text[last + 2].span))
        else { return nil }
        return Match(kind: .minor, tokens: child...last + 2)
    }

    /// The word for a child that has a name; nil where a teacher stands between.
    private static func namedChild(before index: Int, within limit: Int, in text: ReadText) -> Int? {
        var place = index
        while let child = text.last(
            before: place, within: limit - (index - place),
            where: { text.sign($0) == .child || text.sign($0) == .pupil })
        {
            if isNamed(child, in: text) {
                return text.first(from: child, within: index - child, where: { text.sign($0) == .teacher }) == nil
                    ? child : nil
            }
            place = child
            guard index - place < limit else { return nil }
        }
        return nil
    }

    /// `cháu Mẫu`, and not `3 cháu`, `các cháu`.
    private static func isNamed(_ index: Int, in text: ReadText) -> Bool {
        guard text.sign(index) == .child || text.sign(index) == .pupil else { return false }
        var behind = index + Int(text[index].span)
        if text.sign(behind) == .filler { behind += 1 }
        return text.isCapital(behind) && (text.gap(behind: behind - 1) ?? 9) <= 1 && !text.isNumber(index - 1)
            && text.sign(index - 1) != .group && !isPlaceOfMany(behind, in: text)
    }

    /// “học sinh Trường Tiểu học …”: a school begins with a capital letter, too.
    private static func isPlaceOfMany(_ index: Int, in text: ReadText) -> Bool {
        switch text.sign(index) {
        case .office, .school, .placeWord, .ethnonym: true
        default: false
        }
    }
}
