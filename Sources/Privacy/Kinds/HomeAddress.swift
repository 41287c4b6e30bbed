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
        (
            .houseNumber,
            [
                "số nhà", "nhà số", "căn hộ số", "căn hộ", "căn nhà số", "ngôi nhà số", "phòng trọ số", "nhà riêng số",
                "nhà trọ số",
            ]
        ),
        (.house, ["nhà", "căn nhà", "ngôi nhà", "gian nhà"]),
        (
            .building,
            [
                "chung cư", "tòa", "toà", "tòa nhà", "toà nhà", "khu tập thể", "khu đô thị", "khu dân cư",
                "khu tái định cư", "block",
                "khu nhà ở", "ký túc xá", "liền kề", "biệt thự",
            ]
        ),
        (.flat, ["p", "căn", "lầu", "tầng"]),
        (.blockCode, ["k", "lô"]),
        (.hamlet, ["ấp", "khóm", "xóm", "tổ dân phố", "khu phố"]),
        (
            .placeWord,
            [
                "phường", "huyện", "quận", "tỉnh", "thành phố", "khu vực", "lâm trường", "nông trường", "tiểu khu",
                "chợ", "cầu", "đền",
                "đình", "sông", "núi", "hồ", "kênh", "buôn",
                "sóc", "khu",
                "thị trấn",
                "thị xã", "giải", "giải thưởng", "danh hiệu", "mang tên", "phong trào", "cuộc thi", "trường thpt",
                "thpt", "thcs", "đội",
            ]
        ),
        (
            .residence,
            [
                "trú tại", "cư trú", "cư trú tại", "thường trú", "tạm trú", "trú quán", "ngụ", "ngụ tại", "nơi ở",
                "chỗ ở", "nhà ở",
                "nhà riêng",
                "hiện ở", "đang ở", "sống tại", "sinh sống tại", "hộ khẩu", "hộ khẩu thường trú", "hktt", "địa chỉ",
                "địa chỉ liên hệ",
                "nhà tại", "nhà ở tại", "gia đình ở", "trú", "cư ngụ", "cư ngụ ở", "nơi ở hiện nay", "chỗ ở hiện nay",
                "sống ở", "ở trọ",
                "ở tại", "ở nhà", "về ở",
            ]
        ),
        (.street, ["đường", "phố", "đại lộ", "quốc lộ", "tỉnh lộ"]),
        (.alley, ["ngõ", "ngách", "hẻm", "kiệt"]),
        (
            .other,
            [
                "biển số nhà", "đánh số nhà", "gắn số nhà", "tòa nhà số", "toà nhà số", "dãy nhà số", "khu nhà số",
                "nhà số hóa",
                "nhà văn hóa", "nhà văn hoá", "nhà máy",
                "nhà trường", "nhà nước", "nhà nông", "nhà khoa học", "nhà báo", "nhà tài trợ", "nhà hảo tâm",
                "nhà thờ", "ở nhà văn hóa", "ở nhà văn hoá", "ở nhà trường", "ở nhà máy", "ở nhà thờ", "ở nhà họp",
                "ở nhà sinh hoạt",
                "ở nhà truyền thống", "ở nhà trẻ", "nhà họp", "nhà sinh hoạt", "nhà truyền thống", "nhà rông",
                "ở nhà rông",
                // Streets that begin like a school.
                "Trường Chinh", "Trường Sa", "Trường Sơn", "Trường Thi", "Trường Định",
            ]
        ),
    ]

    static func find(at index: Int, in text: ReadText) -> Match? {
        guard let tokens = address(at: index, in: text), !belongsToOffice(index, tokens, in: text),
            !isOfVenue(index, in: text)
        else { return nil }
        return Match(kind: .homeAddress, tokens: tokens)
    }

    /// `Chị Mẫu mở lớp ở nhà văn hóa khu phố 3, số 12 đường …`: a street without a word of residence is that of the last
    /// place named.
    private static func isOfVenue(_ index: Int, in text: ReadText) -> Bool {
        switch text.sign(index) {
        case .street, .alley, .number: break
        default: return false
        }
        return text.last(before: index, within: 12) { place in
            Dwelling.venues.end(beginningAt: place, in: text) != nil || text.sign(place) == .residence
                || text.sign(place) == .house || text.isOnePerson(place) || text.sign(place) == .houseNumber
        }.map { Dwelling.venues.end(beginningAt: $0, in: text) != nil } ?? false
    }

    private static func address(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        let behind = index + Int(text[index].span)
        switch text.sign(index) {
        case .houseNumber:
            let next = text.skipping([.number], from: behind, atMost: 2)
            if isCode(next, in: text) { return index...next + 1 }
            guard let end = end(ofHouseNumberAt: next, in: text),
                !text.isCounted(behind: end) || isStreetName(end + 1, in: text)
            else { return nil }
            // “Nhà số 1 và nhà số 2 của khu trưng bày”: a house that is somebody's, or on a street.
            guard text.sign(index - 1) != .group, !isOneOfSeveral(index, end, in: text) else { return nil }
            return index...end
        case .residence:
            return withinReach(of: behind, in: text) ?? unnamedStreet(behind: behind, in: text)
                ?? registeredGroup(index, behind, in: text)
        case .house: return house(index, behind, in: text)
        case .building:
            // “trạm y tế liền kề” is next door; “liền kề 6” is a house.
            if text.isSomeWord(index, terraces), !text.isNumber(behind), !isCode(behind, in: text) { return nil }
            return flat(before: index, in: text)
        case .flat: return room(at: index, in: text)
        case .alley, .street: return street(at: index, in: text)
        case .number: return numberInGroup(at: index, in: text)
        case .blockCode: return block(at: index, in: text)
        default: return nil
        }
    }

    private static func isOneOfSeveral(_ index: Int, _ end: Int, in text: ReadText) -> Bool {
        text.first(from: end + 1, within: 3, where: { text.sign($0) == .houseNumber }) != nil
            || text.last(before: index, within: 3, where: { text.isNumber($0) && text.sign($0 - 2) == .houseNumber })
                != nil
    }

    /// Behind a word of residence: a number with its street or alley.
    private static func withinReach(of behind: Int, in text: ReadText) -> ClosedRange<Int>? {
        var place = behind
        while let number = text.first(from: place, within: 14 - (place - behind), where: text.isNumber) {
            if let found = street(withNumberAt: number, in: text) { return found }
            place = number + 1
            guard place - behind < 14 else { return nil }
        }
        return nil
    }

    private static func belongsToOffice(_ index: Int, _ tokens: ClosedRange<Int>, in text: ReadText) -> Bool {
        func isSchool(_ place: Int) -> Bool {
            (text.sign(place) == .school || text.sign(place) == .placeWord) && text.isSomeWord(place, schools)
        }
        // “đường Trường Học”, “phố Bệnh Viện” are streets.
        func isOffice(_ place: Int) -> Bool {
            guard text.sign(place) == .office || isSchool(place) else {
                return false
            }
            // “gần trường học” says where a home is.
            if (max(0, place - 2)..<place).contains(where: { text.isSomeWord($0, beside) }) { return false }
            let before = text.sign(place - 1)
            return !(text.isCapital(place) && (before == .street || before == .alley))
        }
        let behind = index + Int(text[index].span)
        // “Bà Mẫu, giáo viên Trường THCS Mẫu An, trú tại số 18 đường …”: only people dwell.
        if text.isSomeWord(index, dwelling), text.namesSomebody(before: index, within: 16),
            text.last(before: index, within: 3, where: isOffice) == nil
        {
            return text.first(from: behind, within: tokens.lowerBound - behind, where: isOffice) != nil
        }
        return text.last(before: index, within: 10, where: isOffice) != nil
            || text.first(from: behind, within: 6, where: isOffice) != nil
            || text.first(from: tokens.upperBound + 1, within: 6, where: isOffice) != nil
    }

    /// 12, 12A, 45/6/2: the last token of a house's number.
    private static func end(ofHouseNumberAt index: Int, in text: ReadText) -> Int? {
        guard text.isNumber(index), text[index].length <= 4 else { return nil }
        var end = index
        while true {
            if text.isTight(behind: end), text.isWord(end + 1), text[end + 1].length == 1 { end += 1 }
            guard text.isTight(behind: end), text.isMark(end + 1, Mark.slash), text.isNumber(end + 2) else {
                return end
            }
            end += 2
        }
    }

    /// `số 12, đường …`, `12 ngõ …`, `ngõ 12`, `hẻm 45/6`, `số 8, lô B3`.
    private static func street(withNumberAt number: Int, in text: ReadText) -> ClosedRange<Int>? {
        guard let end = end(ofHouseNumberAt: number, in: text) else { return nil }
        let before = text.sign(number - 1) == .number ? number - 2 : number - 1
        if text.sign(before) == .alley { return before...end }
        let start = text.sign(number - 1) == .number ? number - 1 : number
        let next = text.isMark(end + 1, Mark.comma) ? end + 2 : end + 1
        if isCodeOfBlock(before, in: text), text.sign(next) == .street { return before...next }
        switch text.sign(next) {
        case .street, .alley: return text.sign(before) != .street ? start...next + Int(text[next].span) - 1 : nil
        case .blockCode, .building: return start < number ? start...next + Int(text[next].span) - 1 : nil
        default: return nil
        }
    }

    private static func isCodeOfBlock(_ index: Int, in text: ReadText) -> Bool {
        text.sign(index) == .blockCode && text[index].length > 1
    }

    /// `phòng 302, nhà A5`, `(nhà 21, xóm 7)`, `ở nhà 15 ngách 2/7`, `nhà anh Mẫu … số 3 ngách 16`.
    private static func house(_ index: Int, _ behind: Int, in text: ReadText) -> ClosedRange<Int>? {
        if isCode(behind, in: text), let flat = flat(before: index, in: text) { return flat }
        if let end = end(ofHouseNumberAt: behind, in: text),
            !text.isCounted(behind: end) || isStreetName(end + 1, in: text)
        {
            let next = text.isMark(end + 1, Mark.comma) ? end + 2 : end + 1
            switch text.sign(next) {
            case .alley, .street: return index...next
            case _ where isStreetName(end + 1, in: text):
                return text.namesSomebody(before: index, within: 14) || speaksOfSomebody(behind: end + 1, in: text)
                    ? index...end : nil
            case .hamlet where text.isNumber(next + Int(text[next].span)):
                return text.namesSomebody(before: index, within: 14) ? index...end : nil
            default: return nil
            }
        }
        // “từ nhà ông Mẫu đến quốc lộ 31” is a stretch of road.
        guard text.first(from: behind, within: 3, where: { text.sign($0) == .person }) != nil,
            text.sign(index - 1) != .past
        else {
            return text[index].span == 2 ? withinReach(of: behind, in: text) : nil
        }
        return withinReach(of: behind, in: text)
    }

    /// `A5`, `CT3`: capital letters close before a number.
    private static func isCode(_ index: Int, in text: ReadText) -> Bool {
        text.isCapital(index) && text[index].length <= 3 && text.isTight(behind: index) && text.isNumber(index + 1)
    }

    private static let room = Token.key(of: "phòng")

    /// `phòng 302, `, `P.1206, `, `căn hộ 12.05, `, `tầng 4, phòng 412, ` before a building.
    private static func flat(before index: Int, in text: ReadText) -> ClosedRange<Int>? {
        guard var number = text.last(before: index, within: 4, where: text.isNumber), text[number].length <= 4 else {
            return nil
        }
        // “phòng 508 – CT1, khu tập thể”
        if isCode(number - 1, in: text), text.isMark(number - 2, Mark.hyphen) || text.isMark(number - 2, Mark.comma),
            text.isNumber(number - 3)
        {
            number -= 3
        }
        let label = text.isMark(number - 1, Mark.dot) || text.sign(number - 1) == .number ? number - 2 : number - 1
        guard label >= 0,
            text.sign(label) == .flat || text.isWord(label) && text[label].key == room
                || isCodeOfBlock(label, in: text)
        else {
            return nil
        }
        return label...index
    }

    /// Without a word of residence: `45/6 đường Mẫu Giang`, `số 12 ngõ 45` where somebody is spoken of, `(kiệt 85 Mẫu
    /// Thanh)` and `, hẻm 20/5` behind a name.
    private static func street(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        let behind = index + Int(text[index].span)
        if text.sign(index) == .alley, let end = end(ofHouseNumberAt: behind, in: text),
            text.isMark(index - 1, Mark.open) || text.isMark(index - 1, Mark.comma),
            text.name(endingAt: index - 2) != nil
        {
            return index...end
        }
        guard text.isCapital(behind) || text.isNumber(behind),
            let (start, isSure) = houseNumber(before: index, in: text)
        else {
            return nil
        }
        guard isSure || text.isNumber(behind),
            text.namesSomebody(before: start, within: 16) || belongsToHome(before: start, in: text)
        else {
            return nil
        }
        return start...behind
    }

    /// Whether the sentence so far speaks of a home.
    private static func belongsToHome(before index: Int, in text: ReadText) -> Bool {
        text.last(before: index, within: 14, where: { text.sign($0) == .house }) != nil
    }

    /// The first token of a house's number that ends before a street, and whether it can be nothing else: `số 12`, `45/6`,
    /// `12A`, not `12`, which may count streets.
    private static func houseNumber(before index: Int, in text: ReadText) -> (start: Int, isSure: Bool)? {
        let last = text.isMark(index - 1, Mark.comma) ? index - 2 : index - 1
        var start = last
        while start > 0, last - start < 6, text.isTight(behind: start - 1),
            text.isNumber(start - 1) || text.isMark(start - 1, Mark.slash)
        {
            start -= 1
        }
        guard text.isNumber(start), let end = end(ofHouseNumberAt: start, in: text), end == last else { return nil }
        let isNumbered = text.sign(start - 1) == .number
        if isNumbered, let before = text.isWord(start - 2) ? text.sign(start - 2) : nil,
            before == .street || before == .other
        {
            return nil
        }
        return (isNumbered ? start - 1 : start, isNumbered || end > start)
    }

    /// `số 7, tổ 12, khu phố 3` behind a name or a word of residence.
    private static func numberInGroup(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        guard let end = end(ofHouseNumberAt: index + 1, in: text), text.isMark(end + 1, Mark.comma) else {
            return nil
        }
        let group = end + 2
        let isGroup = text.sign(group) == .hamlet || text.isWord(group) && text[group].key == residentialGroup
        guard isGroup, text.isNumber(group + Int(text[group].span)) else { return nil }
        let isBehindName =
            [Mark.comma, Mark.open, Mark.hyphen].contains { text.isMark(index - 1, $0) }
            && text.name(endingAt: index - 2) != nil
        let isResidence =
            text.last(before: index, within: 3) { text.sign($0) == .residence || text.sign($0) == .house } != nil
        // “ông Mẫu, chủ hộ số 33, tổ 9”
        let isHousehold = text.isSomeWord(index - 1, households) && text.namesSomebody(before: index, within: 10)
        return isBehindName || isResidence || isHousehold ? index...end : nil
    }

    private static let households = keys("hộ")
    private static let residentialGroup = Token.key(of: "tổ")

    /// `K12/H5`, `K45/12 Mẫu Cừ`: an alley and a house in it, as the middle of the country writes them.
    private static func block(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        if let plot = plot(at: index, in: text) { return plot }
        guard text[index].length == 1, text.isCapital(index), text.isTight(behind: index), text.isNumber(index + 1),
            text[index + 1].length <= 4,
            text.isMark(index + 2, Mark.slash)
        else { return nil }
        if text.isWord(index + 3), text[index + 3].length == 1, text.isNumber(index + 4) { return index...index + 4 }
        guard text.isNumber(index + 3), text.isCapital(index + 4) || text.sign(index + 4) == .street else {
            return nil
        }
        return index...index + 3
    }

    // MARK: Streets without their word, flats and plots

    private static func keys(_ words: String...) -> Set<UInt64> { Set(words.map { Token.key(of: $0) }) }

    private static let terraces = keys("liền", "biệt")
    /// Schools of a grade (`trường THCS`) are words of their own.
    private static let schools = keys("trường")
    private static let beside = keys("gần", "cạnh", "sau", "sát", "diện", "bên")
    private static let dwelling = keys("trú", "cư", "ngụ", "hktt", "hộ")
    private static let places = keys(
        "phường", "huyện", "quận", "tỉnh", "thị", "khu", "xã", "thôn", "bản", "buôn", "sóc", "ấp", "tổ", "hộ")
    private static let plotCodes = keys("lk", "bt", "sh", "ct", "nv", "nt", "tt")

    /// Two capital words and more that name no place of another sort: `Nguyễn Trãi`, `Hai Bà Trưng`, `Trường Chinh`.
    private static func isStreetName(_ index: Int, in text: ReadText) -> Bool {
        text.isCapital(index) && text.isCapital(index + 1) && text.gap(behind: index) == 1
            && text.gap(behind: index - 1) == 1 && text.sign(index) != .office && !text.isSomeWord(index, places)
    }

    private static func speaksOfSomebody(behind index: Int, in text: ReadText) -> Bool {
        text.first(from: index, within: 8, where: { text.sign($0) == .person }) != nil
    }

    /// `Địa chỉ: 112/5 Nguyễn Trãi`, `sống tại 27 Lê Lai`: the number follows the label, or a colon, at once.
    private static func unnamedStreet(behind start: Int, in text: ReadText) -> ClosedRange<Int>? {
        guard
            let first = text.first(
                from: start, within: 10, where: { text.isNumber($0) || text.sign($0) == .number })
        else { return nil }
        let number = text.sign(first) == .number ? first + 1 : first
        let isNext =
            first == start || text.isMark(first - 1, Mark.colon) || text.isMark(first - 1, Mark.bar)
            || text.sign(first - 1) == .filler || text.sign(first - 1) == .house
            || text.isMark(first - 1, Mark.comma) && text.name(endingAt: first - 2) != nil
        guard isNext, let end = end(ofHouseNumberAt: number, in: text) else {
            return plot(at: first - 1, in: text) ?? (first > start + 1 ? plot(at: first - 2, in: text) : nil)
        }
        return isStreetName(end + 1, in: text) ? first...end + 2 : nil
    }

    private static let registered = keys("hộ", "hktt", "thường", "tạm", "trú", "nơi", "chỗ", "cư")

    /// `Hộ khẩu thường trú: tổ 4, khu 2, phường Mẫu`: in prose a residential group is as much as the board tells of a
    /// home, behind a form's label it is the address that somebody is registered at.
    private static func registeredGroup(_ label: Int, _ behind: Int, in text: ReadText) -> ClosedRange<Int>? {
        guard text.isSomeWord(label, registered), text.isMark(behind, Mark.colon) || text.isMark(behind, Mark.bar),
            let group = text.first(
                from: behind + 1, within: 8,
                where: { text.isWord($0) && text[$0].key == residentialGroup && text.isNumber($0 + 1) })
        else { return nil }
        return group...group + 1
    }

    private static func isSaidOfHome(_ index: Int, in text: ReadText) -> Bool {
        text.namesSomebody(before: index, within: 14)
            || text.last(before: index, within: 6) { text.sign($0) == .residence || text.sign($0) == .house } != nil
    }

    /// `P.302 – CT3`, `căn 1205, CT2` where somebody or a home is spoken of.
    private static func room(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        let number = text.isMark(index + 1, Mark.dot) ? index + 2 : index + 1
        guard text.isNumber(number), text[number].length <= 4,
            text.isMark(number + 1, Mark.hyphen) || text.isMark(number + 1, Mark.comma), isCode(number + 2, in: text),
            isSaidOfHome(index, in: text)
        else { return nil }
        return index...number + 3
    }

    /// `lô LK6-14`, `BT4-12`: a row of houses and the house in it.
    private static func plot(at index: Int, in text: ReadText) -> ClosedRange<Int>? {
        let code = text.sign(index) == .blockCode && text[index].length > 1 ? index + 1 : index
        guard text.isSomeWord(code, plotCodes), isCode(code, in: text),
            [Mark.hyphen, Mark.dot, Mark.slash].contains(where: { text.isMark(code + 2, $0) }),
            text.isNumber(code + 3), isSaidOfHome(index, in: text)
        else { return nil }
        return index...code + 3
    }
}
