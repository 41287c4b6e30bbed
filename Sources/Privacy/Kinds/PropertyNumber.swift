/// What stands for somebody's property in the registers of the State: the number of a land certificate (`sổ đỏ số BK
/// 482915`) and a vehicle's plate (`21B1-457.83`).
///
/// Source: both lead to one owner in a register of the State (Luật Đất đai 31/2024/QH15; Luật Trật tự, an toàn giao thông
/// đường bộ 36/2024/QH15), so they help to identify a person (Luật 91/2025/QH15, Điều 2).
///
/// Only what belongs to a person who is spoken of: the plate of a commune's ambulance, an example on a leaflet and the
/// certificate of a village hall are nobody's. Known misses: a plate without a word such as `xe` or `biển số`.
enum PropertyNumber {
    static let words: [Sign.Words] = [
        (
            .plateLabel,
            [
                "biển số", "biển số xe", "biển kiểm soát", "biển đăng ký", "biển xe", "bks", "bsx", "bs", "mang biển",
                "đeo biển", "số xe", "biển",
            ]
        ),
        (
            .landLabel,
            [
                "sổ đỏ", "sổ hồng", "bìa đỏ", "giấy chứng nhận quyền sử dụng đất", "gcnqsdđ", "gcnqsd đất",
                "gcn qsdđ", "gcn qsd đất", "giấy chứng nhận qsdđ", "giấy cnqsdđ", "giấy chứng nhận qsd đất",
                "gcn quyền sử dụng đất", "số vào sổ", "số vào sổ cấp gcn", "số vào sổ cấp giấy", "quyền sử dụng đất",
            ]
        ),
        (.other, ["biển số nhà", "biển đảo", "bờ biển", "bãi biển", "ven biển", "vùng biển", "đi biển"]),
    ]

    /// Behind `biển số` and the like.
    static func findPlate(at index: Int, in text: ReadText) -> Match? {
        let behind = index + Int(text[index].span)
        guard let start = text.first(from: behind, within: 5, where: { plateEnd($0, in: text) != nil }),
            let end = plateEnd(start, in: text)
        else { return nil }
        // A plate is no other number, whoever owns it.
        return Match(kind: belongsToPerson(start, in: text) ? .propertyNumber : nil, tokens: start...end)
    }

    private static let vehicles = PhraseSet([
        "xe", "chiếc", "wave", "dream", "sirius", "exciter", "future", "vision", "honda", "yamaha", "minsk", "ô tô",
        "xe máy", "mô tô", "bán tải", "ba gác", "máy kéo",
    ])

    /// Without a label, in a sentence about a vehicle.
    static func find(at index: Int, in text: ReadText) -> Match? {
        guard text[index].length == 2, text[index].zone == .text, text.form != .name,
            let end = plateEnd(index, in: text),
            vehicles.first(in: text.sentence(around: index), of: text) != nil, belongsToPerson(index, in: text)
        else { return nil }
        return Match(kind: .propertyNumber, tokens: index...end)
    }

    /// The last token of a plate that begins at a number: `21B1-457.83`, `36C-284.19`, `29-H1 123.45`, `30A 12345`.
    private static func plateEnd(_ index: Int, in text: ReadText) -> Int? {
        guard let province = text.value(index, digits: 2...2), province >= 11 else { return nil }
        let series = text.isMark(index + 1, Mark.hyphen) ? index + 2 : index + 1
        guard isCode(series, upTo: 2, in: text), text.gap(behind: index) ?? 9 <= 1 else { return nil }
        var serial = series + 1
        if text.isTight(behind: series), text.isNumber(serial) {
            if (4...6).contains(text[serial].length) { return serial }
            guard text[serial].length == 1 else { return nil }
            serial += 1
        }
        while text.isMark(serial, Mark.hyphen) || text.isMark(serial, Mark.dot), serial - series < 4 { serial += 1 }
        guard text.isNumber(serial), (text.gap(behind: serial - 1) ?? 9) <= 1 else { return nil }
        switch text[serial].length {
        case 4, 5: return serial
        case 3 where text.isMark(serial + 1, Mark.dot):
            return text.value(serial + 2, digits: 2...2).map { _ in serial + 2 }
        default: return nil
        }
    }

    /// Capital letters, at most so many.
    private static func isCode(_ index: Int, upTo limit: Int, in text: ReadText) -> Bool {
        guard text.isCapital(index) else { return false }
        let letters = String(decoding: text.bytes[Int(text[index].start)..<Int(text[index].end)], as: UTF8.self)
            .unicodeScalars
        return letters.count <= limit && letters.allSatisfy { "A"..."Z" ~= $0 || $0 == "Đ" }
    }

    /// Behind `sổ đỏ`, `giấy chứng nhận quyền sử dụng đất`.
    static func findLand(at index: Int, in text: ReadText) -> Match? {
        let behind = index + Int(text[index].span)
        func begins(_ place: Int) -> Bool {
            if isCode(place, upTo: 3, in: text), text.isNumber(place + 1), (text.gap(behind: place) ?? 9) <= 1 {
                return (4...8).contains(text[place + 1].length)
            }
            return text.sign(place) == .number && text.isNumber(place + 1) && text[place + 1].length >= 5
                && text.endsFigure(place + 1) && !text.isCounted(behind: place + 1)
        }
        guard let start = text.first(from: behind, within: 20, where: begins), belongsToPerson(index, in: text) else {
            return nil
        }
        return Match(kind: .propertyNumber, tokens: start...start + 1)
    }

    /// Whether the sentence, or the one before, speaks of a person and gives the thing to no body.
    private static func belongsToPerson(_ index: Int, in text: ReadText) -> Bool {
        let sentence = text.sentence(around: index)
        guard !Institutions.own(thingIn: sentence, of: text) else { return false }
        if text.namesAnybody(in: sentence) { return true }
        let before = text.sentence(before: sentence)
        return !Institutions.areNamed(in: sentence, of: text) && !Institutions.own(thingIn: before, of: text)
            && text.namesAnybody(in: before)
    }
}
