/// Where somebody dwells, in the order in which people tell it: a word of dwelling (`ở`, `ngụ`, `nhà`, `hộ khẩu`), a part
/// finer than a hamlet (a house, an alley, a flat, a plot), and somebody in the sentence who dwells there.
///
/// `HomeAddress` knows the usual forms by their own words; here any part counts that stands behind a word of dwelling:
/// `hộ khẩu 16/4B tổ 7`, `anh ở lô B7-12 khu tái định cư Mẫu`, `sống ở căn nhà thứ hai bên trái cổng chùa, thôn Mẫu`.
///
/// Told apart: halls, shops, roads and models, which have places too, and many people at once. Known misses: a home told
/// without a word of dwelling and without a house's number.
enum Dwelling {
    static let words: [Sign.Words] = [
        (
            .dwelling,
            [
                "sống", "sinh sống", "trọ", "thuê trọ", "ở thuê", "tá túc", "định cư", "an cư", "lưu trú", "chuyển về",
                "dọn về", "dọn đến", "tổ ấm", "ở trọ tại",
            ]
        )
    ]

    private static let bare = PhraseSet(["ở"])
    static let venues = PhraseSet([
        "trụ sở", "văn phòng", "nhà văn hóa", "nhà văn hoá", "nhà họp", "nhà sinh hoạt", "nhà truyền thống", "nhà máy",
        "nhà thờ", "nhà trường", "hội trường", "trường", "trạm", "chợ", "cửa hàng", "đại lý", "quán", "xưởng",
        "lớp học",
        "công trình", "mô hình", "tuyến", "điểm", "câu lạc bộ", "ubnd", "ủy ban", "công ty", "hợp tác xã", "siêu thị",
        "đơn vị", "phòng khám", "bệnh viện", "chốt", "tiệm", "kho", "vườn", "ruộng", "đoạn đường", "con đường", "đèn",
        "camera", "chùa", "đình", "sân", "thùng rác", "bãi", "cơ sở", "công an", "quỹ", "thư viện", "tủ sách",
    ])
    private static let pronounsOfPlace = PhraseSet([
        "hiện", "đang", "vẫn", "cũng", "già", "mình", "cùng", "nay", "đều", "từng", "vốn", "lại", "ấy", "đã", "còn",
        "chỉ",
        "sống", "một mình", "đi", "về", "nhỏ", "trẻ", "chồng con", "con", "cháu", "cả nhà", "gia đình",
    ])

    /// At a word of dwelling.
    static func find(at index: Int, in text: ReadText) -> Match? {
        guard let dweller = dweller(at: index, in: text) else { return nil }
        var place = index + Int(text[index].span)
        let end = min(text.count, place + 22)
        while place < end, !text.endsSentence(place) {
            if venues.end(beginningAt: place, in: text) != nil, !isBeside(place, in: text) { return nil }
            let isOfMany = text.sign(place) == .group && text.isWord(place + 1) && !isHamlet(place, in: text)
            if isOfMany { return nil }
            if let part = DwellingPart.find(at: place, behind: index, in: text) {
                let around = text.sentence(around: index)
                guard dweller || text.namesAnybody(in: around, except: part) else { return nil }
                return Match(kind: .homeAddress, tokens: part)
            }
            place += 1
        }
        return nil
    }

    /// `gần trường học`, `sau chợ` say where a home is.
    private static func isBeside(_ index: Int, in text: ReadText) -> Bool {
        (max(0, index - 3)..<index).contains { DwellingPart.beside.end(beginningAt: $0, in: text) != nil }
    }

    private static func isHamlet(_ index: Int, in text: ReadText) -> Bool {
        DwellingPart.hamlets.end(beginningAt: index, in: text) != nil
    }

    /// Whether the word is about somebody's dwelling: true where it says who, false where its sentence must; nil where it
    /// is not, such as `ở` behind a thing.
    private static func dweller(at index: Int, in text: ReadText) -> Bool? {
        switch text.sign(index) {
        case .residence:
            let sentence = text.sentence(around: index)
            if (max(sentence.lowerBound, index - 5)..<index).contains(where: {
                venues.end(beginningAt: $0, in: text) != nil
            }) {
                return nil
            }
            return isNearStart(index, in: text)
        case .house:
            // “nhà anh Mẫu”, “ở nhà”, “nhà của cụ”
            let owner = text.skipping([.filler], from: index + Int(text[index].span), atMost: 1)
            return text.isOnePerson(owner) ? true : nil
        case .dwelling:
            if isNearStart(index, in: text) { return true }
            return isSubjectOne(before: index, within: 10, in: text) || text.isTold(of: index...index) ? true : nil
        default:
            guard bare.end(beginningAt: index, in: text) != nil else { return nil }
            return dwells(before: index, in: text) ? true : nil
        }
    }

    /// Whether the word begins its sentence, and the sentence before names who dwells.
    private static func isNearStart(_ index: Int, in text: ReadText) -> Bool {
        let sentence = text.sentence(around: index)
        return index - sentence.lowerBound <= 3 && text.namesAnybody(in: text.sentence(before: sentence))
    }

    private static func isSubjectOne(before index: Int, within limit: Int, in text: ReadText) -> Bool {
        let told = text.last(before: index, within: limit) { place in
            text.sign(place) == .group || text.sign(place) == .office || text.isOnePerson(place)
                || text.isCapital(place) && text.name(endingAt: place) != nil
        }
        guard let told else { return false }
        return text.sign(told) != .group && text.sign(told) != .office
    }

    /// Bare `ở` is one's home only close behind the person: `Hiện anh cùng vợ và mẹ già ở lô …`, `gia đình anh Mẫu ở`.
    private static func dwells(before index: Int, in text: ReadText) -> Bool {
        var place = index - 1
        while place >= 0, index - place <= 4, let start = pronounsOfPlace.start(endingAt: place, in: text) {
            place = start - 1
        }
        guard place >= 0, !text.endsSentence(place) else {
            // “Hiện ở lô …”: the one of the sentence before.
            let sentence = text.sentence(around: index)
            return index - sentence.lowerBound <= 2 && index > sentence.lowerBound
                && text.namesAnybody(in: text.sentence(before: sentence))
        }
        let person = text.startOfWords(endingAt: place)
        return text.isOnePerson(person) || text.isCapital(place) && text.name(endingAt: place) != nil
    }

    /// `Bà Mẫu, 45/6 Nguyễn Trãi, phường Mẫu`, `(ngõ 12, tổ 5)`: behind a name and a mark, where the part can be
    /// nothing else.
    static func find(behindName name: Int, _ mark: Int, in text: ReadText) -> Match? {
        // “(KV3, 214/9 Trần Phú)”: a code of the quarter first.
        let isCoded =
            text.isCapital(mark + 1) && text[mark + 1].length <= 3 && text.isNumber(mark + 2)
            && text.isMark(mark + 3, Mark.comma)
        guard let part = DwellingPart.findSure(at: isCoded ? mark + 4 : mark + 1, in: text),
            !Institutions.areNamed(in: text.sentence(around: mark), of: text)
        else { return nil }
        return Match(kind: .homeAddress, tokens: part)
    }

    /// `Căn hộ tầng 9 số 906 chung cư Mẫu`: a flat whose number follows later.
    static func findUnit(at index: Int, in text: ReadText) -> Match? {
        let behind = index + Int(text[index].span)
        guard
            let place = text.first(
                from: behind, within: 5, where: { text.sign($0) == .number && text.isNumber($0 + 1) }),
            text[place + 1].length <= 4, !text.isCounted(behind: place + 1), text.sign(place - 1) != .street,
            text.namesAnybody(in: text.sentence(around: index))
        else { return nil }
        return Match(kind: .homeAddress, tokens: index...place + 1)
    }

    /// `nhà cuối ngõ sát bờ ao`, `căn nhà thứ hai bên trái cổng chùa`: a house told by what stands beside it, with its
    /// hamlet and somebody in the sentence.
    static func findDescribed(at index: Int, in text: ReadText) -> Match? {
        let behind = index + Int(text[index].span)
        guard let last = DwellingPart.described(behind: behind, in: text) else { return nil }
        let sentence = text.sentence(around: index)
        guard sentence.contains(where: { DwellingPart.isNamedHamlet($0, in: text) }), text.namesAnybody(in: sentence),
            !Institutions.own(thingIn: sentence, of: text)
        else { return nil }
        return Match(kind: .homeAddress, tokens: index...last)
    }
}
