/// A telephone number.
///
/// Without a label: ten digits of a mobile (03, 05, 07, 08, 09), eleven of a landline (02) or of a mobile before
/// 2018 (012, 016, 018, 019), whole or in groups; the same with +84, 0084 or 84. Behind a label (`ĐT`, `số điện
/// thoại`, `Zalo` …) also groups of two digits, and seven or eight digits as one dials within a province.
///
/// Source: telephone numbers are basic personal data (Nghị định 356/2025/NĐ-CP); their build is that of the
/// numbering plan (Thông tư 22/2014/TT-BTTTT).
///
/// Never found: 111, 113, 114, 115, 1022 and the like, 1800 and 1900 numbers, which are nobody's own. Told
/// apart: decision numbers, areas, money, ranges, tax codes, articles' numbers in addresses of the web. Known
/// false alarms: an office's number, which `privacy.public_contacts` of `site.yaml` lists.
enum PhoneNumber {
    static let words: [Sign.Words] = [
        (
            .phoneLabel,
            [
                "điện thoại", "số điện thoại", "điện thoại di động", "sđt", "sdt", "đt", "đtdđ", "dđ", "di động",
                "tel", "phone", "mobile",
                "hotline", "đường dây nóng", "số máy", "fax", "điện thoại liên hệ", "số liên hệ", "hot line", "số trực",
                "cầm tay", "số cầm tay",
            ]
        ),
        (
            .phoneHint,
            [
                "zalo", "viber", "whatsapp", "liên hệ", "liên lạc", "gọi", "máy bàn", "nhắn", "nhắn tin", "máy", "alo",
                "telegram",
                "momo", "zalopay",
            ]
        ),
        (.spelledPhone, ["không ba", "không năm", "không bảy", "không bẩy", "không tám", "không chín", "không hai"]),
        (.other, ["tel aviv"]),
    ]

    /// Without a label, at a number.
    static func find(at index: Int, in text: ReadText) -> Match? {
        guard isReachable(index, in: text), let wanted = length(ofNumberAt: index, in: text) else { return nil }
        guard let figure = text.figure(at: index, digits: wanted), isWrittenLikeOne(figure, in: text),
            !text.isCounted(behind: figure.tokens.upperBound)
        else { return nil }
        return Match(kind: .phone, tokens: figure.tokens)
    }

    /// Told from dates and from lists of small numbers: `09.07.2021 - 15`, `05 06 07 08 09`.
    private static func isWrittenLikeOne(_ figure: Figure, in text: ReadText) -> Bool {
        let groups = text.groups(of: figure)
        guard let first = groups.first, first < 3 else { return true }
        if groups.count >= 3, groups[1] <= 2, groups[2] == 4, first == 2 { return false }
        if first == 1 { return groups.allSatisfy { $0 == 1 } }
        guard groups.allSatisfy({ $0 == 2 }) else {
            return groups.dropFirst().allSatisfy { $0 >= 3 } && text.form != .name
        }
        let values = figure.tokens.compactMap { text.value($0, digits: 2...2) }
        return zip(values, values.dropFirst()).contains { $1 - $0 != 1 && $1 - $0 != 2 } && text.form != .name
    }

    /// In an address of the web a number is a person's only where the address says so.
    private static func isReachable(_ index: Int, in text: ReadText) -> Bool {
        guard text[index].zone == .url else { return true }
        let words = (max(0, index - 6)..<index).filter { text.isWord($0) }
        return words.contains { text.sign($0) == .phoneHint || text.sign($0) == .phoneLabel }
            || text.isMark(index - 1, Mark.slash) && text.isWord(index - 2) && isMessenger(index, in: text)
    }

    /// `wa.me/84…`
    private static func isMessenger(_ index: Int, in text: ReadText) -> Bool {
        index >= 4 && text.isMark(index - 3, Mark.dot) && text[index - 2].key == 0x6D65
            && text[index - 4].key == 0x7761
    }

    /// How many digits a number that begins like this one has; nil where it begins like none.
    private static func length(ofNumberAt index: Int, in text: ReadText) -> Int? {
        let digits =
            text[index].length >= 4
            ? (0..<4).map { text.digit($0, of: index) } : text.leadingDigits(at: index, count: 4)
        guard digits.count == 4 else { return nil }
        switch (digits[0], digits[1]) {
        case (0, 3), (0, 5), (0, 7), (0, 8), (0, 9): return 10
        case (0, 2): return 11
        case (0, 1): return [2, 6, 8, 9].contains(digits[2]) ? 11 : nil
        // Only where it is written in one piece: `84 912 hộ` has nothing to do with it.
        case (8, 4) where text[index].length == 11: return [3, 5, 7, 8, 9].contains(digits[2]) ? 11 : nil
        case (8, 4) where isGrouped(index, in: text): return [3, 5, 7, 8, 9].contains(digits[2]) ? 11 : nil
        case (8, 4) where isBracketed(index, in: text): return [3, 5, 7, 8, 9].contains(digits[2]) ? 11 : nil
        case (0, 0) where text[index].length >= 4 && digits[2] == 8 && digits[3] == 4: return 13
        default: return nil
        }
    }

    /// `84-967-300-118`, `84.967.300.118`: the country and a mobile's groups, joined by marks.
    static func isGrouped(_ index: Int, in text: ReadText) -> Bool {
        guard text[index].key == 84, text.isMark(index + 1, Mark.hyphen) || text.isMark(index + 1, Mark.dot),
            text.isTight(behind: index), let figure = text.figure(at: index, digits: 11)
        else { return false }
        return [[2, 3, 3, 3], [2, 2, 3, 4], [2, 3, 2, 2, 2], [2, 2, 3, 2, 2], [2, 9]].contains(text.groups(of: figure))
    }

    /// `(84) 967 300 118`: the country in brackets.
    static func isBracketed(_ index: Int, in text: ReadText) -> Bool {
        text[index].key == 84 && text.isMark(index - 1, Mark.open) && text.isMark(index + 1, Mark.close)
    }

    /// At a plus: `+84 912 345 678`, `(+84) 24 3000 1234`.
    static func findInternational(at index: Int, in text: ReadText) -> Match? {
        let next = index + 1
        guard text.isNumber(next), (text.gap(behind: index) ?? 9) <= 1, text[next].length >= 2,
            text.digit(0, of: next) == 8,
            text.digit(1, of: next) == 4
        else { return nil }
        for wanted in [11, 12] {
            if let figure = text.figure(at: next, digits: wanted) {
                return Match(kind: .phone, tokens: index...figure.tokens.upperBound)
            }
        }
        return nil
    }

    /// At a label.
    static func findLabelled(at index: Int, in text: ReadText) -> Match? {
        let signs: Set<Sign> = [.filler, .number, .phoneLabel, .phoneHint, .person]
        var next = text.skipping(signs, from: index + Int(text[index].span), atMost: 6)
        // “Liên hệ anh Mẫu: 84 967 300 118”
        let name = next
        while text.isCapital(next), next - name < 5 { next += 1 }
        if next > name { next = text.isMark(next, Mark.colon) ? text.skipping(signs, from: next, atMost: 3) : name }
        guard text.isNumber(next), text.startsFigure(next) else { return nil }
        if let match = find(at: next, in: text) { return match }
        var figure = text.figure(at: next)
        if figure.digits < 7 { figure = text.figure(at: next, freely: true) }
        let last = figure.tokens.upperBound
        guard text.endsFigure(last), !text.isCounted(behind: last) else { return nil }
        let first = text.digit(0, of: next)
        switch figure.digits {
        // A spreadsheet takes the nought away.
        case 9 where [3, 5, 7, 8, 9].contains(first) && text.sign(index) == .phoneLabel:
            return Match(kind: .phone, tokens: figure.tokens)
        case 9...11 where first == 0: return Match(kind: .phone, tokens: figure.tokens)
        case 11...12 where isOfCountry(next, digits: figure.digits, in: text):
            return Match(kind: .phone, tokens: figure.tokens)
        case 7...8 where first >= 2 && text.sign(index) == .phoneLabel:
            return Match(kind: .phone, tokens: figure.tokens)
        default: return nil
        }
    }

    /// `84 967 300 118`, `(84) 24 3000 1234`: the country without its plus, in groups.
    private static func isOfCountry(_ index: Int, digits: Int, in text: ReadText) -> Bool {
        let leading = text.leadingDigits(at: index, count: 3)
        guard leading.count == 3, leading[0] == 8, leading[1] == 4 else { return false }
        return digits == 11 ? [3, 5, 7, 8, 9].contains(leading[2]) : leading[2] == 0 || leading[2] == 2
    }

    /// As one says it: `không chín một hai, ba bốn năm, sáu bảy tám`.
    static func findSpelled(at index: Int, in text: ReadText) -> Match? {
        var (next, digits, last) = (index, 0, index)
        while next < text.count, digits < 13 {
            if text.isMark(next, Mark.comma) || text.isMark(next, Mark.hyphen) {
                next += 1
                continue
            }
            guard text.isWord(next), let value = DigitWords.value(text[next].key), value < 10 else { break }
            (digits, last, next) = (digits + 1, next, next + 1)
        }
        return (9...12).contains(digits) ? Match(kind: .phone, tokens: index...last) : nil
    }

    /// A number in the form in which two ways to write it are equal: digits only, a nought for the country.
    static func comparable(_ digits: [UInt8]) -> String {
        var digits = digits[...]
        if digits.starts(with: Array("0084".utf8)) { digits = digits.dropFirst(2) }
        if digits.count >= 11, digits.starts(with: Array("84".utf8)) {
            digits = digits.dropFirst(2)
            if digits.first != UInt8(ascii: "0") { return "0" + String(decoding: digits, as: UTF8.self) }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
