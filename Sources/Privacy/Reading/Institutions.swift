/// Bodies, and what belongs to one of them and not to a person.
enum Institutions {
    private static let names = PhraseSet([
        "trụ sở", "cơ quan", "văn phòng", "ubnd", "hđnd", "ubmttq", "mttq", "ủy ban", "uỷ ban", "đảng ủy", "đảng uỷ",
        "huyện ủy", "huyện uỷ", "tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "mặt trận", "công an", "sở", "chi cục",
        "trung tâm", "trạm y tế", "trạm", "bệnh viện", "trường", "bưu điện", "kho bạc", "quỹ", "hội chữ thập đỏ",
        "hội nông dân", "hội khuyến học", "hội cựu chiến binh", "hội phụ nữ", "hội liên hiệp", "hội người mù",
        "hội đồng", "hội bảo trợ", "huyện đoàn", "tỉnh đoàn", "xã đoàn", "đoàn thanh niên", "liên đoàn lao động",
        "công đoàn", "ban quản lý", "ban chỉ huy", "ban chỉ đạo", "ban vận động", "ban xây dựng đảng", "ban tổ chức",
        "ban dân vận", "ban tuyên giáo", "ban biên tập", "ban công tác mặt trận", "ban thường trực", "ban liên lạc",
        "bộ phận một cửa", "bộ phận tiếp nhận", "phòng văn hóa", "phòng văn hoá", "phòng kinh tế", "phòng nội vụ",
        "đồn biên phòng", "bộ đội biên phòng", "biên phòng", "đồn", "hạt kiểm lâm", "hợp tác xã", "htx", "công ty",
        "doanh nghiệp",
        "tổng đài",
        "bảo hiểm xã hội việt nam", "bảo hiểm xã hội tỉnh", "thư viện", "nhà văn hóa", "nhà văn hoá", "bộ chỉ huy",
        "đội chữa cháy", "đội phòng cháy", "đội cứu hộ",
    ])
    private static let holding = PhraseSet([
        "chủ tài khoản", "tên tài khoản", "đơn vị thụ hưởng", "đơn vị hưởng", "của", "thuộc", "mang tên",
    ])
    private static let owning = PhraseSet(["của", "thuộc", "do", "cho", "đội", "tổ"])
    private static let treasury = PhraseSet(["kho bạc"])

    /// Whether a body is named in a stretch of tokens.
    static func areNamed(in range: Range<Int>, of text: ReadText) -> Bool { names.first(in: range, of: text) != nil }

    /// A landline or a mailbox of the State (`….gov.vn`) whose sentence names a body and nobody besides: the body's own.
    /// A mobile is somebody's, also where a body lends its name.
    static func own(contact tokens: ClosedRange<Int>, _ kind: PersonalDataKind, in text: ReadText) -> Bool {
        switch kind {
        case .phone where isLandline(tokens.lowerBound, in: text): break
        case .email where isOfState(tokens.upperBound, in: text):
            return !text.namesAnybody(in: text.sentence(around: tokens.lowerBound), except: tokens)
        default: return false
        }
        let sentence = text.sentence(around: tokens.lowerBound)
        guard !text.namesAnybody(in: sentence, except: tokens) else { return false }
        if areNamed(in: sentence, of: text) { return true }
        // “Văn phòng Đảng ủy xã. Điện thoại: …”: a label begins the sentence, its owner is in the one before.
        let first = sentence.lowerBound
        guard text.sign(first) == .phoneLabel, first > 1 else { return false }
        let before = text.sentence(around: first - 2)
        return areNamed(in: before, of: text) && !text.namesAnybody(in: before)
    }

    private static func isLandline(_ index: Int, in text: ReadText) -> Bool {
        let number = text.isNumber(index) ? index : index + 1
        guard text.isNumber(number) else { return false }
        let digits = text.leadingDigits(at: number, count: 4)
        guard digits.count == 4 else { return false }
        return digits.starts(with: [0, 2]) || digits.starts(with: [8, 4, 2]) || digits.starts(with: [8, 4, 0, 2])
            || (2...3).contains(digits[0]) && text.figure(at: number).digits <= 8
    }

    private static let gov = Token.key(of: "gov")
    private static let vn = Token.key(of: "vn")

    private static func isOfState(_ last: Int, in text: ReadText) -> Bool {
        text.isWord(last) && text[last].key == vn && text.isWord(last - 2) && text[last - 2].key == gov
    }

    /// An account that its sentence gives to a body and to nobody besides: `tài khoản của Quỹ …`, `… tại Kho bạc`,
    /// `chủ tài khoản: UBND xã`. The bank that keeps it is no owner.
    static func own(account tokens: ClosedRange<Int>, labelledAt label: Int, in text: ReadText) -> Bool {
        let sentence = text.sentence(around: label)
        guard !text.namesAnybody(in: sentence, except: tokens) else { return false }
        let start = label + Int(text[label].span)
        if areNamed(in: start..<max(start, tokens.lowerBound), of: text) { return true }
        let behind = tokens.upperBound + 1..<min(sentence.upperBound, tokens.upperBound + 12)
        guard behind.lowerBound < behind.upperBound else { return false }
        if treasury.first(in: behind, of: text) != nil { return true }
        return behind.contains { place in
            guard let last = holding.end(beginningAt: place, in: text) else { return false }
            let owner = text.isMark(last + 1, Mark.colon) || text.sign(last + 1) == .filler ? last + 2 : last + 1
            return names.end(beginningAt: owner, in: text) != nil
        }
    }

    /// Whether a thing is said to belong to a body: `của UBND xã`, `do Tỉnh đoàn trao tặng`.
    static func own(thingIn sentence: Range<Int>, of text: ReadText) -> Bool {
        sentence.contains { place in
            guard names.end(beginningAt: place, in: text) != nil else { return false }
            return (max(sentence.lowerBound, place - 2)..<place).contains {
                owning.end(beginningAt: $0, in: text) != nil
            }
        }
    }
}
