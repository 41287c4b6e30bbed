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
        (.nation, ["dân tộc", "người dân tộc"]),
        (.people, ["người"]),
        (
            .ethnonym,
            [
                "Kinh", "Tày", "Thái", "Hoa", "Khmer", "Khơ Me", "Mường", "Nùng", "Mông", "Hmông", "H'Mông", "H’Mông", "Mèo", "Dao",
                "Gia Rai", "Jrai", "Jarai", "J'rai", "J’rai", "Ngái",
                "Ê Đê", "Êđê", "Ba Na", "Bana", "Bahnar", "Xơ Đăng", "Xê Đăng", "Sán Chay", "Cao Lan", "Sán Chỉ", "Cơ Ho", "K'Ho", "K’Ho",
                "Chăm", "Sán Dìu",
                "Hrê", "Mnông", "M'Nông", "M’Nông", "Ra Glai", "Raglai", "Raglay", "Xtiêng", "Stiêng", "S'tiêng", "S’tiêng", "Bru",
                "Vân Kiều", "Bru Vân Kiều", "Thổ", "Giáy", "Cơ Tu",
                "Cờ Tu", "Gié Triêng", "Giẻ Triêng", "Mạ", "Khơ Mú", "Co", "Cor", "Tà Ôi", "Chơ Ro", "Kháng", "Xinh Mun", "Hà Nhì",
                "Chu Ru",
                "Lào", "La Chí", "La Ha", "Phù Lá", "La Hủ", "Lự", "Lô Lô", "Chứt", "Mảng", "Pà Thẻn", "Cơ Lao", "Cống", "Bố Y", "Si La",
                "Pu Péo",
                "Brâu", "Ơ Đu", "Rơ Măm", "Pa Kô",
            ]
        ),
        (
            .group,
            [
                "đồng bào dân tộc thiểu số", "tiếng", "chữ", "trang phục", "văn hóa", "văn hoá", "bản sắc", "lễ hội", "nhà sàn",
                "phong tục", "tập quán",
                "đông đồng bào", "cả dân tộc", "hộ nghèo", "bản", "làng", "thôn", "xã",
            ]
        ),
        (
            .other,
            [
                "ban dân tộc", "ủy ban dân tộc", "đại đoàn kết dân tộc", "khối đại đoàn kết dân tộc", "dân tộc việt nam", "dân tộc ta",
                "người việt nam",
                "dân tộc học", "hội đồng dân tộc", "trường dân tộc nội trú", "dân tộc nội trú", "dân tộc bán trú", "công tác dân tộc",
            ]
        ),
    ]

    static func find(at index: Int, in text: ReadText) -> Match? {
        let name = text.skipping([.filler], from: index + Int(text[index].span), atMost: 2)
        guard text.sign(name) == .ethnonym, text[name].isCapital else { return nil }
        let last = name + Int(text[name].span) - 1
        guard !isOneOfSeveral(last, in: text) else { return nil }
        let tellsOfOne = text.sign(index) == .nation ? !isOfMany(index, in: text) : isOfOne(index, in: text)
        return tellsOfOne ? Match(kind: .ethnicity, tokens: index...last) : nil
    }

    /// `Tày, Nùng`, `Mông và Dao`: a list of peoples is of many.
    private static func isOneOfSeveral(_ last: Int, in text: ReadText) -> Bool {
        let next = text.isMark(last + 1, Mark.comma) || text.isWord(last + 1) && text[last + 1].length <= 3 ? last + 2 : last + 1
        return text.sign(next) == .ethnonym && text.isCapital(next) && next != last + 1
    }

    /// `dân tộc` behind words of many, or of a thing.
    private static func isOfMany(_ index: Int, in text: ReadText) -> Bool {
        guard let near = text.last(before: index, within: 3, where: { text.sign($0) == .group || text.isMark($0, Mark.percent) }) else {
            return false
        }
        // “Chị Mai, ở bản Mẫu, dân tộc Thái”: a comma parts the place from the person.
        return text.last(before: index, within: index - near) { text.isMark($0, Mark.comma) } == nil
    }

    /// `người` behind a person or a word for one, or a sentence that says who somebody is.
    private static func isOfOne(_ index: Int, in text: ReadText) -> Bool {
        guard text.last(before: index, within: 8, where: { text.isMark($0, Mark.percent) || text.isNumber($0) }) == nil else {
            return false
        }
        let before = text.startOfWords(endingAt: index - 1)
        if text.sign(before) == .person || text.sign(before) == .teacher { return text.sign(before - 1) != .group }
        let isSaid = text.sign(before) == .filler || text.isMark(before, Mark.comma) && text.isCapital(before - 1)
        return isSaid && text.speaksOfSomebody(before: before, within: 10)
    }
}
