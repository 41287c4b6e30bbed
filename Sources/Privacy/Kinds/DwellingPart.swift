/// The parts of an address that are finer than a hamlet.
enum DwellingPart {
    static let hamlets = PhraseSet([
        "tổ", "xóm", "thôn", "ấp", "khóm", "bản", "buôn", "làng", "khu phố", "tổ dân phố", "đội", "khu", "kp", "tdp",
        "sóc", "phum", "cụm", "plei", "khối", "khối phố",
    ])
    private static let wards = PhraseSet([
        "phường", "xã", "thị trấn", "quận", "p", "q", "tp", "thành phố", "tỉnh", "huyện",
    ])
    private static let streets = PhraseSet([
        "đường", "phố", "đại lộ", "quốc lộ", "tỉnh lộ", "hương lộ", "ngõ", "ngách", "hẻm", "kiệt", "hẽm", "ql", "tl",
    ])
    private static let alleys = PhraseSet(["ngõ", "ngách", "hẻm", "kiệt", "hẽm"])
    private static let units = PhraseSet([
        "lô", "căn", "phòng", "dãy", "block", "tòa", "toà", "tầng", "lầu", "p", "ô", "ki ốt", "kiot", "căn hộ", "nhà",
        "lo",
    ])
    private static let estates = PhraseSet([
        "khu", "chung cư", "cư xá", "tập thể", "ký túc xá", "ktx", "đường", "tòa", "toà", "nhà", "block", "dãy",
        "nhà trọ",
        "khu tái định cư", "khu đô thị", "tđc", "kdc", "kđt", "phòng trọ", "lô", "tầng", "lầu", "phòng",
    ])
    private static let labels = PhraseSet(["số", "số nhà", "nhà số", "nhà", "sn", "căn", "căn nhà"])

    /// The part that begins at a token somewhere behind a word of dwelling; nil where none does.
    static func find(at index: Int, behind governor: Int, in text: ReadText) -> ClosedRange<Int>? {
        if let alley = alley(at: index, in: text) { return alley }
        if let unit = unit(at: index, in: text) { return unit }
        if let block = block(at: index, in: text) { return block }
        guard text.isNumber(index), let end = end(ofHouseAt: index, in: text), !isDate(index, in: text) else {
            return nil
        }
        let label = labels.start(endingAt: index - 1, in: text)
        let isNext =
            label != nil || index == governor + Int(text[governor].span) || text.isMark(index - 1, Mark.comma)
            || text.isMark(index - 1, Mark.colon) || text.sign(index - 1) == .filler
            || text.sign(index - 1) == .residence
        guard isNext,
            isFollowed(
                end, number: index, isLabelled: label != nil || text.sign(index - 1) == .residence, in: text)
        else { return nil }
        return (label ?? index)...end
    }

    /// The part that begins at a token and can be nothing but an address.
    static func findSure(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        if let block = block(at: index, in: text) { return block }
        if let unit = unit(at: index, in: text) { return unit }
        let number =
            text.sign(index) == .number || text.sign(index) == .houseNumber ? index + Int(text[index].span) : index
        guard text.isNumber(number), let end = end(ofHouseAt: number, in: text), !isDate(number, in: text) else {
            return nil
        }
        let next = text.isMark(end + 1, Mark.comma) ? end + 2 : end + 1
        if isStreetName(next, in: text) {
            let behind = endOfCapitals(from: next, in: text) + 1
            let ward = text.isMark(behind, Mark.comma) ? behind + 1 : behind
            let isPlaced = wards.end(beginningAt: ward, in: text) != nil || isNamedHamlet(ward, in: text)
            return isPlaced || end > number + 1 ? index...end : nil
        }
        let isSlashed = end > number + 1
        guard isSlashed, isNamedHamlet(next, in: text) || streets.end(beginningAt: next, in: text) != nil else {
            return nil
        }
        return index...end
    }

    /// 12, 12A, 16/4B, 45/6/2: the last token of a house's number.
    private static func end(ofHouseAt index: Int, in text: ReadText) -> Int? {
        guard text.isNumber(index), text[index].length <= 4, text[index].zone == .text else { return nil }
        var end = index
        while true {
            if text.isTight(behind: end), text.isWord(end + 1), text[end + 1].length == 1 { end += 1 }
            guard text.isTight(behind: end), text.isMark(end + 1, Mark.slash) || text.isMark(end + 1, Mark.hyphen),
                text.isTight(behind: end + 1), text.isNumber(end + 2), text[end + 2].length <= 4
            else { return text.endsFigure(end) ? end : nil }
            end += 2
        }
    }

    /// `12/3/1970`, `ngày 12/3`.
    private static func isDate(_ index: Int, in text: ReadText) -> Bool {
        if let date = text.date(at: index), date.year != nil, date.tokens.count >= 5 { return true }
        return text.sign(index - 1) == .day || text.sign(index - 1) == .month || text.sign(index - 1) == .year
    }

    /// Whether what stands behind a number makes it a house's: a street, a hamlet with its name or number.
    private static func isFollowed(_ end: Int, number: Int, isLabelled: Bool, in text: ReadText) -> Bool {
        guard !text.isCounted(behind: end) || isStreetName(end + 1, in: text) || isNamedHamlet(end + 1, in: text) else {
            return false
        }
        let next = text.isMark(end + 1, Mark.comma) ? end + 2 : end + 1
        if isStreetName(next, in: text) || streets.end(beginningAt: next, in: text) != nil { return true }
        let isOfHamlet = isNamedHamlet(next, in: text)
        if end > number { return isOfHamlet || wards.end(beginningAt: next, in: text) != nil }
        // “ở 12 ấp” counts; “ở nhà 241 ấp Hòa Thuận 1”, “241 ấp Hòa Thuận 1” don't.
        return isOfHamlet && (isLabelled || text[number].length >= 3 || text.isMark(end + 1, Mark.comma))
    }

    /// A hamlet, a group or a quarter with its name or number.
    static func isNamedHamlet(_ index: Int, in text: ReadText) -> Bool {
        guard let last = hamlets.end(beginningAt: index, in: text) else { return false }
        return text.isNumber(last + 1) || text.isCapital(last + 1)
    }

    /// Two capital words that name no body: `Lê Hồng Phong`, `Hai Bà Trưng`.
    private static func isStreetName(_ index: Int, in text: ReadText) -> Bool {
        text.isCapital(index) && text.isCapital(index + 1) && text.gap(behind: index) == 1
            && text.sign(index) != .office
            && !Institutions.areNamed(in: index..<index + 1, of: text) && wards.end(beginningAt: index, in: text) == nil
            && hamlets.end(beginningAt: index, in: text) == nil
    }

    private static func endOfCapitals(from index: Int, in text: ReadText) -> Int {
        var end = index
        while text.isCapital(end + 1), (text.gap(behind: end) ?? 9) <= 1 { end += 1 }
        return end
    }

    /// `hẻm 58/12`, `ngõ số 4`, `ngõ ông Cương`.
    private static func alley(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        guard let last = alleys.end(beginningAt: index, in: text) else { return nil }
        let number = text.sign(last + 1) == .number ? last + 2 : last + 1
        if let end = end(ofHouseAt: number, in: text), !text.isCounted(behind: end) { return index...end }
        guard text.sign(last + 1) == .person, text.isCapital(last + 1 + Int(text[last + 1].span)) else { return nil }
        return index...last + 1 + Int(text[last + 1].span)
    }

    /// `lô B7-12 khu …`, `phòng 12 dãy trọ …`, `dãy D, khu tập thể`, `căn A12.05`.
    private static func unit(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        guard let last = units.end(beginningAt: index, in: text) else { return nil }
        var start = text.sign(last + 1) == .number ? last + 2 : last + 1
        if text.isMark(start, Mark.dot), text.isTight(behind: start - 1) { start += 1 }
        guard let end = end(ofCodeAt: start, in: text), !text.isCounted(behind: end) else { return nil }
        let next = text.isMark(end + 1, Mark.comma) || text.isMark(end + 1, Mark.hyphen) ? end + 2 : end + 1
        let isCode = text.isWord(start) && end > start
        guard isCode || !text.isSomeWord(index, houses) else { return nil }
        let isOfEstate = estates.end(beginningAt: next, in: text) != nil || isNamedHamlet(next, in: text)
        guard isOfEstate || isCode && end > start + 1 else { return nil }
        return index...end
    }

    private static let houses = Set([Token.key(of: "nhà")])

    /// `B7-12`, `12`, `D`, `A12.05`, `12A`: the last token of a plot's or a room's code.
    private static func end(ofCodeAt index: Int, in text: ReadText) -> Int? {
        var end = index
        if text.isWord(index) {
            guard text[index].length <= 3, text.isCapital(index) else { return nil }
            if text.isTight(behind: index), text.isMark(index + 1, Mark.hyphen) || text.isMark(index + 1, Mark.dot),
                text.isTight(behind: index + 1), text.isNumber(index + 2)
            {
                end = index + 2
            } else if text.isTight(behind: index), text.isNumber(index + 1) {
                end = index + 1
            } else {
                return text[index].length == 1 ? index : nil
            }
        } else {
            guard text.isNumber(index), text[index].length <= 4 else { return nil }
            if text.isTight(behind: index), text.isWord(index + 1), text[index + 1].length == 1 { end = index + 1 }
        }
        while text.isTight(behind: end),
            [Mark.hyphen, Mark.dot, Mark.slash].contains(where: { text.isMark(end + 1, $0) }),
            text.isTight(behind: end + 1), text.isNumber(end + 2) || text.isWord(end + 2) && text[end + 2].length <= 2
        {
            end += 2
            if text.isWord(end), text.isTight(behind: end), text.isNumber(end + 1) { end += 1 }
        }
        return end
    }

    /// `K82/H15/6`, `H15/6 K82`: alleys as the middle of the country writes them.
    private static func block(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        guard text.isCapital(index), text[index].length == 1, text.isTight(behind: index), text.isNumber(index + 1),
            text.isTight(behind: index + 1), text.isMark(index + 2, Mark.slash)
        else { return nil }
        return end(ofCodeAt: index, in: text).map { index...$0 }
    }

    // MARK: Houses told by what stands beside them

    static let beside = PhraseSet([
        "gần", "cạnh", "sau", "sát", "đối diện", "bên", "kế", "kế bên", "trước", "ngay", "liền", "phía sau", "ngang",
    ])
    private static let positions = PhraseSet([
        "đầu", "cuối", "giữa", "sát", "cạnh", "giáp", "nằm giáp", "nằm ngay", "đối diện", "bên trái", "bên phải",
        "bên cạnh", "phía sau",
        "sau lưng", "kế",
        "kế bên", "ngay sau", "ngay cạnh", "ngay đầu", "ngay cuối", "gần", "trước cổng", "nằm", "nằm cuối", "nằm đầu",
        "nằm sát", "nằm cạnh", "liền kề", "quay ra", "trông ra", "ngó ra", "ngay", "mé", "sau", "trong", "ở cuối",
        "ở đầu",
        "ở giữa", "ở sát", "ở cạnh",
    ])
    private static let ordinals = PhraseSet(["thứ", "số"])
    private static let landmarks = PhraseSet([
        "ngõ", "xóm", "hẻm", "làng", "thôn", "bản", "đường", "dốc", "bờ ao", "bờ sông", "bờ kênh", "ao", "sông", "cổng",
        "chùa", "đình", "chợ", "trường", "trạm", "ủy ban", "uỷ ban", "cầu", "ngã ba", "ngã tư", "gốc", "cây", "kênh",
        "mương", "đê", "khe", "thác", "rừng", "giọt nước", "nhà thờ", "nhà văn hóa", "nhà văn hoá", "miếu", "giếng",
        "suối", "bến", "sân",
        "nghĩa trang", "cống",
        "hồ", "kiệt", "phố", "ruộng", "đồi", "quán", "bãi", "đường ray", "ngách", "rạch", "trụ sở",
    ])

    /// The last token of the words that say which house it is; nil where they don't.
    static func described(behind index: Int, in text: ReadText) -> Int? {
        var place = index
        // “nhà ông Mẫu ngay sau trạm y tế”
        if text.isOnePerson(place) {
            place += Int(text[place].span)
            while text.isCapital(place), place - index < 6 { place += 1 }
        }
        if ordinals.end(beginningAt: place, in: text) != nil, text.smallNumber(at: place + 1) != nil { place += 2 }
        guard let position = positions.end(beginningAt: place, in: text) else { return nil }
        return text.first(from: position + 1, within: 3) { landmarks.end(beginningAt: $0, in: text) != nil }.flatMap {
            landmarks.end(beginningAt: $0, in: text)
        }
    }
}
