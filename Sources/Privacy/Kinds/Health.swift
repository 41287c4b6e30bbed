/// What a text tells of somebody's health: an illness that he or she has (`ông bị ung thư`, `chồng chị mắc bệnh
/// tim`), a disability (`bà Hạnh, người khuyết tật`), a degree of injury (`tỷ lệ thương tật 61%`).
///
/// An illness is a finding only where the sentence says that somebody in particular suffers from it, so that
/// screenings, campaigns and illnesses of crops or of many people are none.
///
/// Source: the state of health is sensitive personal data (Nghị định 356/2025/NĐ-CP, Điều 4). `Thương binh` is
/// a title that the State gives, and no finding.
///
/// A treatment (`chạy thận`, `xạ trị`) or what an illness has left (`cụt một chân`) needs no verb of suffering: only
/// somebody before it who does not give it to others.
///
/// Known false alarms: an illness that the story denies or that somebody else in the sentence has. Known
/// misses: circumlocutions (`căn bệnh quái ác` is known, most are not).
enum Health {
    static func find(at index: Int, in text: ReadText) -> Match? {
        let last = index + Int(text[index].span) - 1
        let isHealth: Bool =
            switch text.sign(index) {
            case .disease:
                isIllnessOfSomebody(index, in: text) || isIllness(index, last, ofPersonBehindIn: text)
                    || isNextToPerson(index, last, in: text)
            case .organAilment: isAilment(of: index, last, in: text)
            case .illness: isSomeIllness(index, last, in: text)
            case .addiction: isAddiction(of: index, last, in: text)
            case .healthLabel: isFilled(index, last, in: text)
            case .disability: isTrait(of: index, in: text)
            case .injuryRate: isRate(last, in: text)
            case .treatment:
                isState(of: index, last, in: text)
                    || !isGiven(behind: last, in: text) && isIllness(index, last, ofPersonBehindIn: text)
            case .impairment: isState(of: index, last, in: text) && isTold(index, last, in: text)
            default: false
            }
        return isHealth && !text.isOfHistory(index) ? Match(kind: .health, tokens: index...last) : nil
    }

    /// What is done to, or has become of, somebody in the sentence, who is not the one that helps: `ông ghép thận`, not
    /// `Bác sĩ Mẫu mổ tim cho 120 bệnh nhân`.
    private static func isState(of index: Int, _ last: Int, in text: ReadText) -> Bool {
        guard text.first(from: last + 1, within: 3, where: { isFor($0, in: text) }) == nil,
            text.last(before: index, within: 14, where: { text.sign($0) == .doctor }) == nil
        else { return false }
        if let prevention = text.last(before: index, within: 9, where: { text.sign($0) == .prevention }) {
            let somebody = text.last(before: index, within: 14) {
                text.sign($0) == .person || text.sign($0) == .child
            }
            if prevention > (somebody ?? -1) { return false }
        }
        return text.namesSomebody(before: index, within: 14) || opensSentence(index, of: last, in: text)
            || text.isTold(of: index...last)
    }

    /// `Ngồi xe lăn từ năm 12 tuổi, anh Mẫu …`
    private static func opensSentence(_ index: Int, of last: Int, in text: ReadText) -> Bool {
        guard index == 0 || text.endsSentence(index - 1) else { return false }
        guard let comma = text.first(from: last + 1, within: 10, where: { text.isMark($0, Mark.comma) }) else {
            return false
        }
        return text.first(from: comma + 1, within: 3, where: { text.sign($0) == .person }) != nil
    }

    private static let giving = Set(["cho", "giúp"].map { Token.key(of: $0) })

    private static func isFor(_ index: Int, in text: ReadText) -> Bool {
        text.isWord(index) && giving.contains(text[index].key)
    }

    private static let spoiled = Set(["hỏng", "mờ", "mù", "đục", "lòa", "loà", "giả"].map { Token.key(of: $0) })
    private static let eyes = Set(["mắt"].map { Token.key(of: $0) })

    /// An eye tells only where it is said to be spoiled; wheelchairs are given away, too.
    private static func isTold(_ index: Int, _ last: Int, in text: ReadText) -> Bool {
        guard text.isWord(index), eyes.contains(text[index].key) else { return true }
        return text.first(from: last + 1, within: 5, where: { text.isWord($0) && spoiled.contains(text[$0].key) })
            != nil
    }

    /// Somebody suffers: the verb stands close before, nobody prevents, screens or helps in between, and the
    /// sentence speaks of one person.
    private static func isIllnessOfSomebody(_ index: Int, in text: ReadText) -> Bool {
        guard let verb = text.last(before: index, within: 5, where: { text.sign($0) == .suffering }),
            !isOfLivestock(verb, in: text)
        else { return false }
        if let prevention = text.last(before: index, within: 9, where: { text.sign($0) == .prevention }) {
            // “Ông vẫn giúp bà con dù bị ung thư”: only what stands between somebody and the verb counts.
            let somebody = text.last(before: verb, within: 12) { text.sign($0) == .person || text.sign($0) == .child }
            if prevention > (somebody ?? -1) { return false }
        }
        return text.speaksOfSomebody(before: verb, within: 14)
            || text.last(before: verb, within: 5) { text.name(endingAt: $0) != nil } != nil
    }

    /// `bà Hạnh, người khuyết tật`, `anh là người khuyết tật`, `chị bị khuyết tật`.
    private static func isTrait(of index: Int, in text: ReadText) -> Bool {
        if text.last(before: index, within: 2, where: { text.sign($0) == .suffering }) != nil {
            return text.speaksOfSomebody(before: index - 1, within: 12)
        }
        // “Cô Mẫu khuyết tật bẩm sinh”, “Ông Mẫu tàn tật từ nhỏ”: directly behind the name.
        if text.name(endingAt: index - 1) != nil { return true }
        let before =
            text.isWord(index - 1) && text.sign(index - 1) == .none && !text.isCapital(index - 1)
            ? index - 2 : index - 1
        if text.sign(before) == .filler { return text.speaksOfSomebody(before: before, within: 10) }
        guard text.isMark(before, Mark.comma) || text.isMark(before, Mark.open), text.isCapital(before - 1) else {
            return false
        }
        return text.namesSomebody(before: before, within: 8)
    }

    // MARK: Illnesses that no list holds

    private static let organs = PhraseSet([
        "chân", "tay", "mắt", "tai", "tim", "gan", "thận", "phổi", "não", "dạ dày", "ruột", "cột sống", "khớp", "háng",
        "gối",
        "vai", "hông", "lưng", "đầu", "cổ", "họng", "thanh quản", "vú", "ngực", "tử cung", "tuyến giáp",
        "tuyến tiền liệt",
        "tụy", "tuỵ", "mật", "lách", "máu", "xương", "đùi", "ngón", "bàn tay", "cánh tay", "bàn chân", "cẳng chân",
        "sọ", "tủy",
        "thực quản", "đại tràng", "trực tràng", "võng mạc", "giác mạc", "dây thanh", "buồng trứng", "bàng quang",
        "màng phổi",
        "nửa người", "hai chi", "cơ thể", "da", "cổ tay", "cổ chân", "tứ chi", "đốt sống", "van tim", "mạch vành",
        "thần kinh",
        "dây thần kinh", "hàm", "lưỡi",
    ])

    /// `mổ khớp háng`, `teo hai chân`, `gãy xương đùi`: what happened to a part of somebody's body.
    private static func isAilment(of index: Int, _ last: Int, in text: ReadText) -> Bool {
        guard
            let organ = text.first(from: last + 1, within: 4, where: { organs.end(beginningAt: $0, in: text) != nil }),
            !(last + 1..<organ).contains(where: {
                isPerson($0, in: text) || text.sign($0) == .group || text.isMark($0, Mark.comma)
            })
        else { return false }
        return isState(of: index, organs.end(beginningAt: organ, in: text)!, in: text)
            || !isGiven(behind: organ, in: text) && isIllness(index, organ, ofPersonBehindIn: text)
    }

    private static let patients = PhraseSet([
        "bệnh nhân", "người bệnh", "nạn nhân", "người mắc", "bệnh nhân mắc", "người bị",
    ])
    private static let beingOne = PhraseSet(["là", "là một", "một", "từng là"])
    private static let having = keys("có")

    /// `HIV`, `AIDS`.
    private static func isAcronym(_ index: Int, in text: ReadText) -> Bool {
        text.isCapital(index) && text[index].length > 1 && !text.isProperName(index)
    }

    private static let catching = keys("mắc", "bị", "mang", "nhiễm", "phát")
    private static let livestock = PhraseSet([
        "lợn", "heo", "bò", "trâu", "gà", "vịt", "tôm", "cá", "cây", "vườn", "lúa", "đàn", "ruộng", "rừng", "dê", "chó",
        "mèo",
        "vải", "cam", "bưởi", "chè", "cà phê", "hồ tiêu", "mía", "sắn", "ngô", "keo", "tằm", "rau", "quế",
        "sầu riêng",
        "thanh long", "chuối", "mì", "điều", "cao su", "ngan", "cừu", "ngựa", "giống",
    ])
    /// `Đàn bò của anh Mẫu mắc bệnh …`: the clause begins with beasts or crops.
    private static func isOfLivestock(_ verb: Int, in text: ReadText) -> Bool {
        let comma = text.last(before: verb, within: 20) { text.isMark($0, Mark.comma) }
        let start = comma.map { $0 + 1 } ?? text.sentence(around: verb).lowerBound
        return livestock.first(in: start..<max(start, min(verb, start + 3)), of: text) != nil
    }

    private static let vague = keys("nên", "thì", "mà", "và", "nhưng", "phải", "tật", "viện", "án", "dịch", "thành")

    /// `bà mắc bệnh phong`, `anh bị bệnh lạ`: whatever the illness is called, and none of beasts and crops.
    private static func isSomeIllness(_ index: Int, _ last: Int, in text: ReadText) -> Bool {
        guard let verb = text.last(before: index, within: 3, where: { text.isSomeWord($0, catching) }),
            text.isWord(last + 1), !text.isSomeWord(last + 1, vague), !text.isCapital(last + 1),
            text.sign(last + 1) != .disease, text.sign(last + 1) != .impairment
        else { return false }
        guard !isOfLivestock(verb, in: text) else { return false }
        return isIllnessOfSomebody(index, in: text) || isIllness(index, last, ofPersonBehindIn: text)
    }

    /// `Chị Mẫu ung thư giai đoạn cuối`, `anh Mẫu (viêm gan B)`: directly behind a name.
    private static func isNextToPerson(_ index: Int, _ last: Int, in text: ReadText) -> Bool {
        if text.sign(index - 1) == .doctor { return false }
        // “chị Mẫu có HIV”, “Tai biến hai lần, bà Mẫu …”
        if text.isSomeWord(index - 1, having), text[index].span > 1 || isAcronym(index, in: text) {
            return text.isTold(of: index...last)
        }
        if text[index].span > 1, opensSentence(index, of: last, in: text) { return true }
        // “ông là bệnh nhân Parkinson”
        if let patient = patients.start(endingAt: index - 1, in: text),
            beingOne.start(endingAt: patient - 1, in: text) != nil
        {
            return text.isTold(of: patient...last)
        }
        if text.isMark(index - 1, Mark.comma) || text.isMark(index - 1, Mark.open) {
            return text.name(endingAt: index - 2) != nil
                && text.last(before: index, within: 8, where: { text.sign($0) == .doctor }) == nil
        }
        // “vợ ông suy thận”; “ông lao vào việc” is no illness.
        if text[index].span > 1, text.isOnePerson(text.startOfWords(endingAt: index - 1)) { return true }
        guard let name = text.name(endingAt: index - 1) else { return false }
        return text.last(
            before: name + 1, within: 3, where: { text.sign($0) == .doctor || text.sign($0) == .prevention }) == nil
    }

    /// A percentage, or a degree such as 2/4.
    private static func isRate(_ last: Int, in text: ReadText) -> Bool {
        guard let number = text.first(from: last + 1, within: 5, where: text.isNumber) else { return false }
        return text.first(from: number, within: 4, where: { text.isMark($0, Mark.percent) }) != nil
            || text.isMark(number + 1, Mark.slash)
    }

    // MARK: Illnesses before the name, addictions, fields of forms

    private static func keys(_ words: String...) -> Set<UInt64> { Set(words.map { Token.key(of: $0) }) }

    private static let episodes = keys("lần", "cơn", "ca", "trận", "đợt", "căn", "bệnh")
    private static let cures = keys("chữa", "trị", "thuốc", "thầy")
    private static let of = keys("của")
    private static let strikes = keys("cướp", "hành", "quật", "khiến", "ập", "giày", "dày")
    private static let being = keys("là")

    private static func isGiven(behind last: Int, in text: ReadText) -> Bool {
        // “…, nay giúp bạn cũ”: a comma parts the two.
        guard let giving = text.first(from: last + 1, within: 3, where: { isFor($0, in: text) }) else { return false }
        return !(last + 1..<giving).contains { text.isMark($0, Mark.comma) }
    }

    private static func isPerson(_ place: Int, in text: ReadText) -> Bool {
        text.sign(place) == .person || text.sign(place) == .child
    }

    /// `Sau lần tai biến, bà Mẫu …`, `Dù mang trong mình căn bệnh ung thư, bà Mẫu …`, `Căn bệnh ung thư của bà Mẫu`,
    /// `Cơn đột quỵ cướp đi chồng chị`.
    private static func isIllness(_ index: Int, _ last: Int, ofPersonBehindIn text: ReadText) -> Bool {
        let episode = text.last(before: index, within: 4) { place in
            text.sign(place) == .suffering || text.isSomeWord(place, episodes)
        }
        guard episode != nil || text.isSomeWord(index, episodes),
            text.last(
                before: index, within: 9,
                where: {
                    text.sign($0) == .prevention || text.sign($0) == .group || text.sign($0) == .doctor
                        || text.isSomeWord($0, cures) || isPerson($0, in: text)
                }) == nil
        else { return false }
        if let owner = text.first(from: last + 1, within: 5, where: { text.isSomeWord($0, of) }) {
            return isPerson(owner + 1, in: text)
        }
        if let strike = text.first(from: last + 1, within: 3, where: { text.isSomeWord($0, strikes) }) {
            return text.first(from: strike + 1, within: 4, where: { isPerson($0, in: text) }) != nil
        }
        guard opens(index, in: text),
            let comma = text.first(from: last + 1, within: 10, where: { text.isMark($0, Mark.comma) })
        else { return false }
        return text.first(from: comma + 1, within: 3, where: { isPerson($0, in: text) }) != nil
    }

    /// Whether the sentence began not long before.
    private static func opens(_ index: Int, in text: ReadText) -> Bool {
        (max(0, index - 10)..<index + 1).contains { $0 == 0 || text.endsSentence($0 - 1) }
    }

    private static let bodies = keys("sở", "tâm", "điểm", "tác", "bộ", "đội", "hình", "tổ", "lớp", "trạm", "chương")
    private static let others = keys("người", "tượng", "không", "chưa", "ca", "hộ", "em", "niên", "con")

    /// `anh Mẫu từng nghiện ma túy`, `anh uống methadone`, `Trở về sau cai nghiện, anh Mẫu …`; not whom somebody helps to
    /// give it up, nor the places where that is done.
    private static func isAddiction(of index: Int, _ last: Int, in text: ReadText) -> Bool {
        guard !isGiven(behind: last, in: text), !text.isCapital(last + 1) else { return false }
        for place in max(0, index - 2)..<index where text.isSomeWord(place, bodies) { return false }
        if let other = text.last(before: index, within: 3, where: { text.isSomeWord($0, others) }) {
            // “anh là người nghiện ma túy”, “chị là người sau cai nghiện”
            guard text.isSomeWord(other - 1, being) else { return false }
        }
        let told = text.last(before: index, within: 14) { place in
            text.sign(place) == .prevention || text.sign(place) == .group || text.sign(place) == .doctor
                || isPerson(place, in: text) || text.name(endingAt: place) != nil
                // “3 người cai nghiện”, not “chủ trang trại 200 con dê, từng nghiện ma túy”
                || text.isNumber(place) && !(place..<index).contains { text.isMark($0, Mark.comma) }
        }
        if let told { return isPerson(told, in: text) || text.isCapital(told) && text.name(endingAt: told) != nil }
        guard opens(index, in: text),
            let comma = text.first(from: last + 1, within: 8, where: { text.isMark($0, Mark.comma) })
        else { return false }
        return text.first(from: comma + 1, within: 3, where: { isPerson($0, in: text) }) != nil
    }

    /// `Tình trạng sức khỏe của ông Mẫu: cao huyết áp`, `Bệnh nền: tiểu đường`, `Bệnh nền của bà là tiểu đường`.
    private static func isFilled(_ index: Int, _ last: Int, in text: ReadText) -> Bool {
        // “mất 61% sức khỏe”
        if text.isMark(index - 1, Mark.percent) { return text.isTold(of: index...last) }
        func isIllness(_ place: Int) -> Bool {
            switch text.sign(place) {
            case .disease, .impairment, .treatment, .disability: true
            default: false
            }
        }
        func isOfMany(_ place: Int) -> Bool { text.sign(place) == .prevention || text.sign(place) == .group }
        let joint = text.first(from: last + 1, within: 8) { place in
            text.isMark(place, Mark.colon) || text.isMark(place, Mark.bar) || text.isSomeWord(place, being)
        }
        if let joint {
            guard
                text.isMark(joint, Mark.colon)
                    || text.first(from: last + 1, within: 5, where: { isPerson($0, in: text) })
                        != nil
                    || text.isMark(joint, Mark.bar)
            else { return false }
            guard let illness = text.first(from: joint + 1, within: 8, where: isIllness) else { return false }
            // “120 người cao huyết áp”
            return text.first(
                from: last + 1, within: illness - last - 1, where: { isOfMany($0) || text.sign($0) == .people }) == nil
        }
        guard text.first(from: last + 1, within: 3, where: isIllness) != nil,
            text.last(before: index, within: 9, where: isOfMany) == nil
        else { return false }
        return text.speaksOfSomebody(before: index, within: 10)
    }
}
