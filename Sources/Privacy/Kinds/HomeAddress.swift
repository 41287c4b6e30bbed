/// A home's address, to the house: `số nhà 12`, `căn hộ 1205`, and behind words of residence (`trú tại`, `nhà
/// riêng`, `địa chỉ`) a number with its street or alley.
///
/// Source: places of residence and contact addresses are basic personal data (Nghị định 356/2025/NĐ-CP). The
/// board names a person's place to the commune or the hamlet, so a hamlet, a residential group (`tổ 5`) and a
/// quarter are no findings.
///
/// Told apart: offices (`trụ sở`, `UBND`, `cửa hàng` … near the address), streets that a story is about (`đường
/// số 5`, `ngõ 12 tự quản`), plates and lists of house numbers. Known misses: an address without any word of
/// residence, which can't be told from an office's.
enum HomeAddress {
    static let words: [Sign.Words] = [
        (.houseNumber, ["số nhà", "nhà số", "căn hộ số", "căn hộ", "phòng trọ số", "nhà riêng số"]),
        (
            .residence,
            [
                "trú tại", "cư trú", "cư trú tại", "thường trú", "tạm trú", "trú quán", "ngụ", "ngụ tại", "nơi ở", "chỗ ở", "nhà ở",
                "nhà riêng",
                "hiện ở", "đang ở", "sống tại", "sinh sống tại", "hộ khẩu", "hộ khẩu thường trú", "hktt", "địa chỉ", "địa chỉ liên hệ",
                "nhà tại", "nhà ở tại", "gia đình ở", "trú",
            ]
        ),
        (.street, ["đường", "phố", "đại lộ", "quốc lộ", "tỉnh lộ"]),
        (.alley, ["ngõ", "ngách", "hẻm", "kiệt"]),
        (.other, ["biển số nhà", "đánh số nhà", "gắn số nhà", "tòa nhà số", "toà nhà số", "dãy nhà số", "khu nhà số", "nhà số hóa"]),
    ]

    static func find(at index: Int, in text: ReadText) -> Match? {
        let behind = index + Int(text[index].span)
        guard !belongsToOffice(index, behind, in: text) else { return nil }
        if text.sign(index) == .houseNumber {
            let next = text.skipping([.number], from: behind, atMost: 2)
            guard let end = end(ofHouseNumberAt: next, in: text), !text.isCounted(behind: end) else { return nil }
            return Match(kind: .homeAddress, tokens: index...end)
        }
        var place = behind
        while let number = text.first(from: place, within: 14 - (place - behind), where: text.isNumber) {
            if let found = street(withNumberAt: number, in: text) { return Match(kind: .homeAddress, tokens: found) }
            place = number + 1
            guard place - behind < 14 else { return nil }
        }
        return nil
    }

    private static func belongsToOffice(_ index: Int, _ behind: Int, in text: ReadText) -> Bool {
        func isOffice(_ place: Int) -> Bool { text.sign(place) == .office }
        return text.last(before: index, within: 10, where: isOffice) != nil || text.first(from: behind, within: 6, where: isOffice) != nil
    }

    /// 12, 12A, 45/6/2: the last token of a house's number.
    private static func end(ofHouseNumberAt index: Int, in text: ReadText) -> Int? {
        guard text.isNumber(index), text[index].length <= 4 else { return nil }
        var end = index
        while true {
            if text.isTight(behind: end), text.isWord(end + 1), text[end + 1].length == 1 { end += 1 }
            guard text.isTight(behind: end), text.isMark(end + 1, Mark.slash), text.isNumber(end + 2) else { return end }
            end += 2
        }
    }

    /// `số 12, đường …`, `12 ngõ …`, `ngõ 12`, `hẻm 45/6`.
    private static func street(withNumberAt number: Int, in text: ReadText) -> ClosedRange<Int>? {
        guard let end = end(ofHouseNumberAt: number, in: text) else { return nil }
        let before = text.sign(number - 1) == .number ? number - 2 : number - 1
        if text.sign(before) == .alley { return before...end }
        let next = text.isMark(end + 1, Mark.comma) ? end + 2 : end + 1
        guard text.sign(next) == .street || text.sign(next) == .alley, text.sign(before) != .street else { return nil }
        return (text.sign(number - 1) == .number ? number - 1 : number)...next + Int(text[next].span) - 1
    }
}
