/// Surnames of people in Vietnam, of all its peoples: what a run of capital letters must begin with to be taken for
/// somebody's name without a word such as `ông` before it.
enum Surnames {
    static func contains(_ key: UInt64) -> Bool { keys.contains(key) || unmarkedKeys.contains(key) }

    private static let names = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
        "Dương", "Lý", "Lí", "Đào",
        "Đinh", "Lâm", "Mai", "Trịnh", "Đoàn", "Cao", "Vi", "Lò", "Giàng", "Vàng", "Nông", "Hà", "Triệu", "Thạch",
        "Sơn", "Y", "A", "H",
        "Lương", "Tô", "Tạ", "Chu", "Quách", "Bế", "Ma", "Lường", "Cầm", "Quàng", "Tòng", "Mùa", "Sùng", "Thào",
        "Hạng", "Vừ", "Má", "Lầu",
        "Cứ", "Phàn", "Tẩn", "Chảo", "Bàn", "Kiều", "Kim", "Danh", "Châu", "Trương", "Tăng", "Lưu", "Phùng", "La",
        "Đàm", "Nghiêm",
        "Khuất", "Hứa", "Ninh", "Doãn", "Thân", "Giáp", "Khổng", "Tống", "Siu", "Ksor", "Kpă", "Nay", "Rah", "Rơ",
        "Niê", "Mlô", "Thiều",
        "Âu", "Diệp", "Bạch", "Mạc", "Lục", "Cù", "Hàn", "Khúc", "Lại", "Phí", "Vương", "Hoàng", "Chẩu", "Ly",
        "Cháng", "Hảng", "Lù",
        "Lèng",
        "Tráng", "Sín", "Chang", "Tẩy", "Đèo", "Cà", "Bạc", "Vì", "Quan", "Lộc", "Hờ", "Thò", "Và", "Cụt", "Moong",
        "Alăng", "Bríu",
        "Zơrâm",
        "Pơloong", "Đàng", "Tải", "Thái", "Tôn", "Sầm", "Ka", "K", "Điểu", "Pờ", "Lỳ", "Chẻo", "Lồ", "Thàng", "Sìn",
        "Lừu",
        "Hầu", "Thề", "Chíu", "Xa", "Lừ", "Mè", "Kha", "Lữ", "Lô", "Ngân", "Kpuih", "Rmah", "Rcom", "Ayun", "Êban",
        "Kbuôr",
        "Byă", "Krông", "Adrơng", "Bh", "Zơ", "Cil", "Kră", "Liêng", "Thập", "Từ", "Hán", "Đổng", "Kiên", "Chau",
        "Neang",
        "Néang", "Sơ", "Ân", "Ông", "Uông", "Viên", "Vy", "Văn", "Tiêu", "Trà", "Tưởng", "Thi", "Thôi", "Thái", "Phó",
        "Quản",
        "Pơloong", "Coor", "Hôih", "Katơr", "Chamaléa", "Pinăng", "Bá", "Tài", "Lộ", "Thiên", "Đạo",
    ]
    private static let keys = Set(names.map { Token.key(of: $0) })
    private static let unmarkedKeys = Set(
        [
            "nguyen", "tran", "pham", "hoang", "huynh", "phan", "dang", "bui", "duong", "dao", "dinh", "trinh",
            "doan", "giang", "nong",
            "luong",
        ]
        .map { Token.key(of: $0) })
}

extension ReadText {
    /// The first token of somebody's name that ends at `index`: capital words behind `ông`, `em` and the like, or two
    /// and more of which the first is a surname and no word for a place stands before. Nil where no name ends there.
    func name(endingAt index: Int) -> Int? {
        guard isCapital(index) else { return nil }
        var start = index
        while start > 0, index - start < 5, isCapital(start - 1), (gap(behind: start - 1) ?? 9) <= 1 { start -= 1 }
        // “Do Lê Văn Mẫu …”: a sentence begins with a capital, too.
        if index - start > 1, !isSomebody(start), !Surnames.contains(tokens[start].key),
            start == 0 || endsSentence(start - 1),
            Surnames.contains(tokens[start + 1].key)
        {
            start += 1
        }
        if isSomebody(start) { return start < index ? start : nil }
        let before = startOfWords(endingAt: start - 1)
        if isSomebody(before), (gap(behind: start - 1) ?? 9) <= 1 { return before }
        guard index > start, Surnames.contains(tokens[start].key) else { return nil }
        switch sign(before) {
        // “trường hợp Lê Văn Mẫu”: one of many is one.
        case .group where isSomeWord(before, Self.singular) && tokens[before].span == 2: return start
        case .street, .alley, .office, .placeWord, .group, .number, .hamlet, .building: return nil
        default: return start
        }
    }

    private static let singular = Set(["trường", "bệnh", "hội", "đoàn"].map { Token.key(of: $0) })

    private func isSomebody(_ index: Int) -> Bool {
        switch sign(index) {
        case .person, .child, .pupil: true
        default: false
        }
    }

    /// The last token of a name of two words and more that begins at `index` with a surname; nil where none does.
    func name(beginningAt index: Int) -> Int? {
        guard isCapital(index), Surnames.contains(tokens[index].key) else { return nil }
        var end = index
        while isCapital(end + 1), (gap(behind: end) ?? 9) <= 1, end - index < 5 { end += 1 }
        return end > index ? end : nil
    }

    /// Whether the sentence so far names somebody, or speaks of one person, and not of many.
    func namesSomebody(before index: Int, within limit: Int) -> Bool {
        speaksOfSomebody(before: index, within: limit)
            || last(before: index, within: limit) { isCapital($0) && name(endingAt: $0) != nil } != nil
    }
}

extension Token {
    /// The key of one word of the program.
    static func key(of word: String) -> UInt64 {
        var tokens: [Token] = []
        var word = word
        _ = word.withUTF8 { Tokenizer.read($0, into: &tokens) }
        return tokens[0].key
    }
}
