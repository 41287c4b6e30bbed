/// What a text tells of somebody's ethnic origin: `dân tộc Tày`, `Dân tộc: Dao`, `là người Mông`, `cô giáo người
/// Thái`.
///
/// Names of peoples are those of the State's list (Quyết định 121-TCTK/PPCĐ ngày 02/3/1979) and the ways in which
/// they are commonly written; a small letter (`thái`, `hoa`) is never one.
///
/// Source: ethnic origin is sensitive personal data (Nghị định 356/2025/NĐ-CP, Điều 4). Pages about villages name
/// peoples all the time; only what is said of one person counts, so `đồng bào dân tộc Tày`, `các dân tộc Tày,
/// Nùng`, `tiếng Thái`, `90% là người Dao`, `Ban Dân tộc` are no findings.
///
/// Known false alarms: a singular that means all (`tập quán của người con dân tộc Mông`).
enum Ethnicity {
    static let words: [Sign.Words] = [
        (.nation, ["dân tộc", "người dân tộc", "dt", "thành phần dân tộc", "người dt"]),
        (.people, ["người"]),
        (
            .ethnonym,
            [
                "Kinh", "Tày", "Thái", "Hoa", "Khmer", "Khơ Me", "Mường", "Nùng", "Mông", "Hmông", "H'Mông", "H’Mông",
                "Mèo", "Dao",
                "Gia Rai", "Jrai", "Jarai", "J'rai", "J’rai", "Ngái",
                "Ê Đê", "Êđê", "Ba Na", "Bana", "Bahnar", "Xơ Đăng", "Xê Đăng", "Sán Chay", "Cao Lan", "Sán Chỉ",
                "Cơ Ho", "K'Ho", "K’Ho",
                "Chăm", "Sán Dìu",
                "Hrê", "Mnông", "M'Nông", "M’Nông", "Ra Glai", "Raglai", "Raglay", "Xtiêng", "Stiêng", "S'tiêng",
                "S’tiêng", "Bru",
                "Vân Kiều", "Bru Vân Kiều", "Thổ", "Giáy", "Cơ Tu",
                "Cờ Tu", "Gié Triêng", "Giẻ Triêng", "Mạ", "Khơ Mú", "Co", "Cor", "Tà Ôi", "Chơ Ro", "Kháng",
                "Xinh Mun", "Hà Nhì",
                "Chu Ru",
                "Lào", "La Chí", "La Ha", "Phù Lá", "La Hủ", "Lự", "Lô Lô", "Chứt", "Mảng", "Pà Thẻn", "Cơ Lao",
                "Cống", "Bố Y", "Si La",
                "Pu Péo",
                "Brâu", "Ơ Đu", "Rơ Măm", "Pa Kô", "Sê Đăng", "Kơ Tu", "Katu", "Ka Tu", "Pa Cô", "Pacô", "Ta Ôi",
                "Khơ Mú", "Khmú",
                "Kơ Ho", "Churu", "Châu Ro", "Mơ Nông", "M’nông", "Tu Dí", "Pu Nà", "Dao Đỏ", "Dao Tiền", "Dao Áo Dài",
                "Mông Trắng", "Mông Hoa", "Mông Đen", "Thái Đen", "Thái Trắng", "Nùng An", "Tày Poọng", "Đan Lai",
                "Arem",
                "Hà Lăng", "Bih", "Lạch", "Tà Riềng", "H're", "H’re", "Ca Dong", "Xơ Teng", "Rơ Ngao", "Giẻ", "Ede",
                "Sán Chí", "Xtiêng", "Bru – Vân Kiều", "Khùa", "Ma Coong", "Kinh gốc Hoa",
            ]
        ),
        (
            .group,
            [
                "đồng bào dân tộc thiểu số", "tiếng", "chữ", "trang phục", "văn hóa", "văn hoá", "bản sắc", "lễ hội",
                "nhà sàn",
                "phong tục", "tập quán",
                "đông đồng bào", "cả dân tộc", "hộ nghèo", "bản", "làng", "thôn", "xã",
            ]
        ),
        (
            .other,
            [
                "ban dân tộc", "ủy ban dân tộc", "đại đoàn kết dân tộc", "khối đại đoàn kết dân tộc",
                "dân tộc việt nam", "dân tộc ta",
                "người việt nam",
                "dân tộc học", "hội đồng dân tộc", "trường dân tộc nội trú", "dân tộc nội trú", "dân tộc bán trú",
                "công tác dân tộc",
            ]
        ),
    ]

    static func find(at index: Int, in text: ReadText) -> Match? {
        guard let match = attribute(at: index, in: text), !text.isOfHistory(index) else { return nil }
        return match
    }

    private static func attribute(at index: Int, in text: ReadText) -> Match? {
        if text.sign(index) == .ethnonym {
            return youngPerson(at: index, in: text) ?? EthnicityOfRole.find(at: index, in: text)
        }
        let name = text.skipping([.filler], from: index + Int(text[index].span), atMost: 2)
        guard text.sign(name) == .ethnonym, text[name].isCapital else { return nil }
        let last = name + Int(text[name].span) - 1
        guard !isOneOfSeveral(last, in: text) else { return nil }
        let tellsOfOne =
            text.sign(index) == .nation
            ? !isOfMany(index, in: text) || isSonOrDaughter(index, in: text)
            : isOfOne(index, behind: last + 1, in: text)
        return tellsOfOne ? Match(kind: .ethnicity, tokens: index...last) : nil
    }

    /// `Hoàng Thị Mẫu (Nùng)`.
    static func find(behindName name: Int, _ mark: Int, in text: ReadText) -> Match? {
        guard text.isMark(mark, Mark.open), text.sign(mark + 1) == .ethnonym, text.isCapital(mark + 1) else {
            return EthnicityOfRole.find(behindName: name, mark, in: text)
        }
        let last = mark + Int(text[mark + 1].span)
        return text.isMark(last + 1, Mark.close) ? Match(kind: .ethnicity, tokens: mark + 1...last) : nil
    }

    /// `cô gái Nùng Vi Thị Mẫu`, `chàng trai Ê Đê`, `là thanh niên Khmer đầu tiên`; and `con em đồng bào Nùng`, `gia đình
    /// Tày`. Peoples whose names are people's too count only before somebody's name.
    private static func youngPerson(at index: Int, in text: ReadText) -> Match? {
        guard text.isCapital(index) else { return nil }
        let last = index + Int(text[index].span) - 1
        let before = text.startOfWords(endingAt: index - 1)
        if text.isSomeWord(before, countryPeople), isSonOrDaughter(before, in: text) || isOne(before, last, in: text) {
            return Match(kind: .ethnicity, tokens: before...last)
        }
        guard isYoung(before, in: text) else { return nil }
        let isBeforeName = text.name(beginningAt: last + 1) != nil
        guard isBeforeName || !isAlsoAName(index, in: text) && !text.isCapital(last + 1),
            !isOneOfSeveral(last, in: text)
        else {
            return nil
        }
        return Match(kind: .ethnicity, tokens: before...last)
    }

    private static let countryPeople = Set(["đồng"].map { Token.key(of: $0) })

    private static func isYoung(_ index: Int, in text: ReadText) -> Bool {
        if text.isSomeWord(index, manyYoung) {
            // “Thanh niên Tày Mẫu An ra quân”: many, unless it is said of one.
            return text.sign(index - 1) == .filler || text.isSomeWord(index - 1, one)
        }
        return text.sign(index) == .person && text[index].span == 2 && text.isSomeWord(index, singles)
    }

    private static let singles = Set(["chàng", "cô", "già"].map { Token.key(of: $0) })
    private static let manyYoung = Set(["thanh"].map { Token.key(of: $0) })
    private static let one = Set(["một"].map { Token.key(of: $0) })
    private static let names = Set(
        ["Thái", "Hoa", "Kinh", "Dao", "Co", "Mạ", "Lào", "Thổ", "Mông", "Cống", "Kháng"].map { Token.key(of: $0) })

    static func isAlsoAName(_ index: Int, in text: ReadText) -> Bool {
        text[index].span == 1 && names.contains(text[index].key)
    }

    /// `là con em dân tộc Dao`, `Chị Mẫu, con em đồng bào Nùng`, `người con của dân tộc Cơ Tu`: one of many.
    private static func isSonOrDaughter(_ index: Int, in text: ReadText) -> Bool {
        guard
            let son = text.last(before: index, within: 4, where: { text.isSomeWord($0, sons) && text[$0].span == 2 })
        else {
            return false
        }
        if text.sign(son - 1) == .filler { return text.sign(son - 1) != .group && text.isSomeWord(son - 1, being) }
        return text.isMark(son - 1, Mark.comma) && text.name(endingAt: son - 2) != nil
    }

    private static let sons = Set(["con"].map { Token.key(of: $0) })
    private static let being = Set(["là"].map { Token.key(of: $0) })

    /// `Tày, Nùng`, `Mông và Dao`: a list of peoples is of many.
    static func isOneOfSeveral(_ last: Int, in text: ReadText) -> Bool {
        let next =
            text.isMark(last + 1, Mark.comma) || text.isWord(last + 1) && text[last + 1].length <= 3
            ? last + 2 : last + 1
        return text.sign(next) == .ethnonym && text.isCapital(next) && next != last + 1
    }

    /// `dân tộc` behind words of many, or of a thing.
    private static func isOfMany(_ index: Int, in text: ReadText) -> Bool {
        // “đội múa của dân tộc Thái”; “người con của dân tộc Cơ Tu” is one of them.
        if text.isSomeWord(index - 1, belonging) {
            let owner = text.sign(text.startOfWords(endingAt: index - 2))
            return owner != .person && owner != .child
        }
        guard
            let near = text.last(
                before: index, within: 3, where: { text.sign($0) == .group || text.isMark($0, Mark.percent) })
        else {
            return false
        }
        if text.isSomeWord(near, countryPeople), isOne(near, index + Int(text[index].span), in: text) { return false }
        // “Chị Mai, ở bản Mẫu, dân tộc Thái”: a comma parts the place from the person.
        return text.last(before: index, within: index - near) { text.isMark($0, Mark.comma) } == nil
    }

    /// `người` behind a person or a word for one, or a sentence that says who somebody is.
    private static func isOfOne(_ index: Int, behind: Int, in text: ReadText) -> Bool {
        guard
            text.last(before: index, within: 8, where: { text.isMark($0, Mark.percent) || text.isNumber($0) }) == nil
        else {
            return false
        }
        let before = text.startOfWords(endingAt: index - 1)
        if text.sign(before) == .person || text.sign(before) == .teacher { return text.sign(before - 1) != .group }
        // “một người Thái ở bản Mẫu”
        if text.isSomeWord(index - 1, one) { return text.namesSomebody(before: index - 1, within: 10) }
        // “Lò Văn Mẫu, người Mông,”, “Ông Mẫu - người Mông -”
        if EthnicityOfRole.isNamedRole(index, behind - 1, in: text) { return true }
        let isBehindMark = [Mark.comma, Mark.hyphen, Mark.open].contains { text.isMark(index - 1, $0) }
        if isBehindMark,
            text.name(endingAt: index - 2) != nil || text.isOnePerson(text.startOfWords(endingAt: index - 2))
        {
            return true
        }
        if text.isSomeWord(index - 1, origins) { return text.namesSomebody(before: index - 1, within: 10) }
        // “Là người Mông, anh Mẫu …”
        if text.isSomeWord(index - 1, being),
            index == 1 || text.endsSentence(index - 2) || text.isSomeWord(index - 2, origins)
        {
            return text.isTold(of: index...behind - 1)
        }
        // “trong một gia đình người Tày nghèo, anh Mẫu …”, “Mẹ anh là người Dao, cha người Kinh”
        if text.isSomeWord(index - 2, families),
            text.isSomeWord(index - 3, one) || text.namesSomebody(before: index - 2, within: 10)
        {
            return text.first(from: behind, within: 8, where: { text.sign($0) == .person }) != nil
                || text.namesSomebody(before: index - 2, within: 10)
        }
        let isSaid = text.isSomeWord(before, being) || text.isMark(before, Mark.comma) && text.isCapital(before - 1)
        guard isSaid else { return false }
        return text.speaksOfSomebody(before: before, within: 10)
            || text.isSomeWord(before, being) && isNamedOrTitled(before: before, in: text)
    }

    /// `Chị Mẫu là đồng bào Dao`, `Triệu Thị Mẫu, đồng bào Dao,`: one of them, named.
    private static func isOne(_ people: Int, _ last: Int, in text: ReadText) -> Bool {
        if text.isSomeWord(people - 1, being) {
            return text.speaksOfSomebody(before: people - 1, within: 10)
                || isNamedOrTitled(before: people - 1, in: text)
        }
        let behind = last + 1
        return text.isMark(people - 1, Mark.comma) && text.name(endingAt: people - 2) != nil
            && (behind >= text.count || text.isMark(behind, Mark.comma) || text.endsSentence(behind))
    }

    /// `Trưởng thôn Mẫu Phúc`, `Thiếu tá Lò Văn Mẫu`, `Lò Văn Mẫu` directly before.
    private static func isNamedOrTitled(before index: Int, in text: ReadText) -> Bool {
        if text.name(endingAt: index - 1) != nil { return true }
        var start = index
        while text.isCapital(start - 1), index - start < 6 { start -= 1 }
        guard start < index else { return false }
        // “Chủ tịch Hội Phụ nữ Lò Thị Mẫu”: a title is longer before a whole name.
        let reach = index - start > 1 && Surnames.contains(text[start].key) ? 7 : 4
        return text.last(before: start + 1, within: reach) { place in
            text.sign(place) == .teacher || text.sign(place) == .doctor || text.isSomeWord(place, titles)
        } != nil && text.last(before: start, within: 3) { text.isMark($0, Mark.comma) } == nil
    }

    private static let titles = Set(
        ["trưởng", "phó", "thư", "tịch", "đốc", "úy", "uý", "tá", "sĩ", "sỹ", "sư", "nghệ"].map { Token.key(of: $0) })

    private static let origins = Set(["vốn", "gốc", "chính"].map { Token.key(of: $0) })
    private static let belonging = Set(["của"].map { Token.key(of: $0) })
    private static let families = Set(["gia"].map { Token.key(of: $0) })
}

extension ReadText {
    /// Whether one of these words stands there.
    func isSomeWord(_ index: Int, _ keys: Set<UInt64>) -> Bool { isWord(index) && keys.contains(tokens[index].key) }
}
