/// Peoples told beside what somebody is: `nữ đảng viên Chăm Đàng Thị Mẫu`, `già làng Xơ Đăng`, `gốc Hoa`.
enum EthnicityOfRole {
    /// What one person is. Those of `many` stand for a crowd as often: they need a name or a word for one.
    private static let roles = PhraseSet([
        "đảng viên", "trưởng bản", "trưởng thôn", "trưởng ấp", "trưởng buôn", "bí thư", "cô giáo", "thầy giáo",
        "giáo viên",
        "nghệ nhân", "già làng", "chàng trai", "cô gái", "người phụ nữ", "người đàn ông", "người mẹ", "người cha",
        "người con", "người con gái", "bác sĩ", "bác sỹ", "y sĩ", "y sỹ", "nông dân", "chiến sĩ", "chiến sỹ",
        "sinh viên",
        "ca sĩ", "nhạc sĩ", "thầy cúng", "thầy mo", "thầy lang", "kỹ sư", "doanh nhân", "hội viên", "đoàn viên",
        "bà mẹ",
        "ông lão", "bà lão", "cụ bà", "cụ ông", "thiếu nữ", "sơn nữ", "chàng", "nàng", "cử nhân", "thủ lĩnh",
        "tổ trưởng",
        "chủ tịch", "chi hội trưởng", "công an viên", "dân quân", "đại biểu", "tiến sĩ", "thạc sĩ", "phụ nữ",
        "thanh niên",
        "cán bộ", "người thầy", "người thợ", "thợ rèn", "thợ dệt", "bà đỡ", "người lính", "cựu chiến binh", "nữ sinh",
        "nam sinh", "học sinh", "bí thư chi bộ", "phó thôn", "tuyên truyền viên", "y tá", "cô đỡ", "giám đốc",
        "chủ nhiệm",
        "hướng dẫn viên", "người dẫn đường", "trung úy", "thiếu úy", "thượng úy", "đại úy", "thiếu tá", "con gái",
        "con trai", "nghệ sĩ",
        "nghệ sỹ", "diễn viên", "vận động viên", "võ sĩ", "nhà nghiên cứu", "anh", "chị", "ông",
        "bà", "cô", "chú", "thầy", "em", "cháu", "người vợ", "cô dâu", "chú rể", "người bạn", "đồng chí",
    ])
    private static let many = PhraseSet([
        "phụ nữ", "thanh niên", "cán bộ", "nông dân", "hội viên", "đoàn viên", "học sinh", "sinh viên", "đảng viên",
        "chiến sĩ", "chiến sỹ", "cựu chiến binh", "dân quân", "em", "cháu", "con gái", "con trai",
    ])
    private static let singular = PhraseSet([
        "nữ", "một", "người", "vị", "nam", "là", "cậu", "nguyên", "vốn là", "cựu", "chàng", "cô", "anh", "chị", "ông",
        "bà",
    ])
    private static let pointing = Set(["ấy", "này", "nọ"].map { Token.key(of: $0) })
    private static let origin = PhraseSet(["gốc", "người gốc", "chính gốc", "dòng máu", "mang dòng máu"])
    private static let being = PhraseSet(["vốn", "là", "chính", "vốn là"])

    /// At the name of a people.
    static func find(at index: Int, in text: ReadText) -> Match? {
        let last = index + Int(text[index].span) - 1
        guard text.isCapital(index), !Ethnicity.isOneOfSeveral(last, in: text) else { return nil }
        if let start = origin.start(endingAt: index - 1, in: text) {
            // “trồng ổi gốc Thái”
            let isOfPerson =
                index - start > 1 || text.isOnePerson(text.startOfWords(endingAt: start - 1))
                || text.name(endingAt: start - 1) != nil || being.start(endingAt: start - 1, in: text) != nil
                || isMark(start - 1, in: text) && text.name(endingAt: start - 2) != nil
            guard isOfPerson, text.isTold(of: start...last) else { return nil }
            return Match(kind: .ethnicity, tokens: start...last)
        }
        guard let role = roles.start(endingAt: index - 1, in: text), text.sign(role - 1) != .group,
            !text.isNumber(role - 1)
        else { return nil }
        let names = capitals(from: last + 1, in: text)
        let isSingular = singular.start(endingAt: role - 1, in: text) != nil
        let isOfMany = many.end(beginningAt: role, in: text) == index - 1
        let isPronoun = index - role == 1
        let isNamed: Bool
        if isPronoun {
            // “bà Mường Mẫu” is a name.
            isNamed = names >= 3 && Surnames.contains(text[last + 1].key)
        } else if Ethnicity.isAlsoAName(index, in: text) {
            // “thầy Thái Bá Lộc” is a name.
            isNamed = names >= 3 && Surnames.contains(text[last + 1].key)
        } else {
            isNamed = names >= 2 && (!isOfMany || isSingular || text.name(beginningAt: last + 1) != nil)
        }
        if isNamed { return Match(kind: .ethnicity, tokens: role...last) }
        guard names == 0, !Ethnicity.isAlsoAName(index, in: text), index - role > 1 else { return nil }
        if text.isSomeWord(last + 1, pointing) { return Match(kind: .ethnicity, tokens: role...last) }
        let isApposition = isMark(role - 1, in: text) && text.name(endingAt: role - 2) != nil
        guard
            isApposition || isSingular && (text.namesSomebody(before: role, within: 12) || text.isTold(of: role...last))
        else {
            return nil
        }
        return Match(kind: .ethnicity, tokens: role...last)
    }

    /// `Nghệ sĩ dân gian người Chăm Kiều Mẫu`: a role before, with a word or two between, and the name behind.
    static func isNamedRole(_ people: Int, _ last: Int, in text: ReadText) -> Bool {
        guard capitals(from: last + 1, in: text) >= 2 else { return false }
        guard let role = text.last(before: people, within: 4, where: { roles.end(beginningAt: $0, in: text) != nil })
        else {
            return false
        }
        return text.sign(role - 1) != .group && !text.isNumber(role - 1)
            && !(role..<people).contains { text.isMark($0, Mark.comma) }
    }

    private static func capitals(from index: Int, in text: ReadText) -> Int {
        var end = index
        while text.isCapital(end), end == index || (text.gap(behind: end - 1) ?? 9) <= 1, end - index < 5 { end += 1 }
        return (text.gap(behind: index - 1) ?? 9) <= 1 ? end - index : 0
    }

    private static func isMark(_ index: Int, in text: ReadText) -> Bool {
        [Mark.comma, Mark.hyphen, Mark.open].contains { text.isMark(index, $0) }
    }

    /// `Lò Văn Mẫu, Tày, trưởng bản`: between marks behind a name.
    static func find(behindName name: Int, _ mark: Int, in text: ReadText) -> Match? {
        guard text.sign(mark + 1) == .ethnonym, text.isCapital(mark + 1) else { return nil }
        let last = mark + Int(text[mark + 1].span)
        // “Lê Thị Mẫu, Hoa, Cúc” are people.
        if Ethnicity.isAlsoAName(mark + 1, in: text) {
            guard mark - name >= 3, Surnames.contains(text[name].key), text.isWord(last + 2), !text.isCapital(last + 2)
            else {
                return nil
            }
        }
        guard !Ethnicity.isOneOfSeveral(last, in: text), text.isMark(last + 1, text[mark].key) || last + 1 == text.count
        else { return nil }
        return Match(kind: .ethnicity, tokens: mark + 1...last)
    }
}
