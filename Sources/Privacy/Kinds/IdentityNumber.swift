/// The number of an identity paper.
///
/// Without a label: twelve digits, whole or in threes or fours, built like a personal identification number
/// (province or country of birth registration, century and sex, year, six at random: Nghị định
/// 137/2015/NĐ-CP, Điều 13; the provinces have 001 to 096: Thông tư 59/2021/TT-BCA), and nine digits without
/// blanks that begin like an old identity card's (provinces 01 to 38). Behind a label (`CCCD`, `hộ chiếu`,
/// `BHXH` …): seven to fifteen digits of any build, a letter before them included.
///
/// Source: identification, passport and driving-licence numbers are basic personal data, pictures of identity
/// papers sensitive ones (Nghị định 356/2025/NĐ-CP).
///
/// Known false alarms: a code of nine or twelve digits that has the same build and no word before it that says
/// what it is. Amounts (`150000000`), what is counted, tax codes, and numbers within addresses of the web are
/// told apart.
enum IdentityNumber {
    static let words: [Sign.Words] = [
        (
            .identityLabel,
            [
                "cccd", "cmnd", "cmtnd", "cmt", "căn cước", "căn cước công dân", "thẻ căn cước",
                "thẻ căn cước công dân", "số căn cước",
                "chứng minh nhân dân", "chứng minh thư", "chứng minh thư nhân dân", "giấy chứng minh",
                "giấy chứng minh nhân dân",
                "số định danh", "mã định danh",
                "định danh cá nhân", "số định danh cá nhân", "mã số định danh", "hộ chiếu", "passport", "gplx",
                "giấy phép lái xe",
                "bằng lái xe", "bhxh", "bảo hiểm xã hội", "sổ bảo hiểm", "bhyt", "bảo hiểm y tế", "mã số bhxh",
                "mã số bảo hiểm xã hội",
                "mã số thuế cá nhân", "sổ hộ khẩu", "số cc", "đdcn", "mã đdcn", "bằng lái", "giấy cmnd", "giấy cmt",
                "thẻ bảo hiểm",
                "thẻ bảo hiểm y tế", "số bhxh", "số hộ chiếu", "mã thẻ bhyt", "mã bhyt", "mã số bhyt", "số thẻ bhyt",
                "mã bảo hiểm y tế", "mã bảo hiểm xã hội", "mã bảo hiểm", "mã số bảo hiểm", "sổ bhxh", "thẻ bhyt",
                "số cccd",
                "số cmnd", "số căn cước công dân", "số thẻ căn cước", "thẻ cccd", "thẻ đảng", "thẻ đảng viên",
                "số thẻ đảng", "số thẻ đảng viên", "chứng minh quân đội", "chứng minh sĩ quan", "thẻ thương binh",
                "giấy chứng nhận thương binh", "số hồ sơ thương binh", "bảo hiểm xã hội tự nguyện", "bhxh tự nguyện",
                "chứng minh", "số chứng minh", "id card", "mã công dân", "giấy tờ tùy thân", "giấy tờ tuỳ thân",
            ]
        ),
        (
            .codeLabel,
            [
                "mã số thuế", "mst", "mã số doanh nghiệp", "msdn", "mã số hợp tác xã", "mã số hộ kinh doanh",
                "mã hồ sơ", "mã vạch",
                "mã số",
                "seri", "sê ri", "serial", "số hiệu", "giấy chứng nhận", "gcn", "đăng ký kinh doanh", "đkkd",
                "giấy phép", "mã vùng trồng",
                "mã đơn", "mã vận đơn", "mã bài", "isbn", "issn", "imei", "mã cơ sở đóng gói", "biên lai", "hóa đơn",
                "hoá đơn",
            ]
        ),
    ]

    /// Without a label, at a number.
    static func find(at index: Int, in text: ReadText) -> Match? {
        let token = text[index]
        guard token.zone != .url else { return nil }
        if token.length <= 4 || token.length == 12, let figure = text.figure(at: index, digits: 12),
            isPersonal(figure, in: text),
            !text.isCounted(behind: figure.tokens.upperBound)
        {
            return Match(kind: .identityNumber, tokens: figure.tokens)
        }
        // Names of pictures from social networks are full of numbers of nine digits.
        guard token.length == 9, token.zone == .text, text.form != .name, text.endsFigure(index),
            isOldCard(index, in: text)
        else {
            return nil
        }
        return Match(kind: .identityNumber, tokens: index...index)
    }

    private static func isPersonal(_ figure: Figure, in text: ReadText) -> Bool {
        let first = figure.tokens.lowerBound
        let isEven = figure.tokens.allSatisfy { !text.isNumber($0) || text[$0].length == text[first].length }
        guard isEven, text[first].length >= 3 else { return false }
        let digits = text.digits(of: figure)
        let province = digits.prefix(3).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
        return (1...96).contains(province) && digits[3] & 0x0F <= 3
    }

    private static func isOldCard(_ index: Int, in text: ReadText) -> Bool {
        let province = text.digit(0, of: index) * 10 + text.digit(1, of: index)
        return (1...38).contains(province) && !text.isRound(index) && !text.isCounted(behind: index)
    }

    /// At a label.
    static func findLabelled(at index: Int, in text: ReadText) -> Match? {
        let (start, next) = numberBehindLabel(
            text.skipping(
                [.filler, .number, .identityLabel, .person], from: index + Int(text[index].span), atMost: 6), in: text
        )
        guard text.isNumber(next), text.startsFigure(next) || next > start else { return nil }
        var figure = text.figure(at: next)
        if figure.digits < 7 { figure = text.figure(at: next, freely: true) }
        // “024070001234 - 12/3/2021”: the day of issue is not of the number.
        if figure.digits > 15, text[next].length >= 9 {
            figure = Figure(tokens: next...next, digits: text[next].length)
        }
        let last = figure.tokens.upperBound
        // “Ngày sinh theo căn cước: 12.03.1955”
        if figure.digits <= 8, text.date(at: next)?.year != nil { return nil }
        guard (7...15).contains(figure.digits), text.endsFigure(last), !text.isCounted(behind: last) else {
            return nil
        }
        return Match(kind: .identityNumber, tokens: start...last)
    }

    /// Where the number of a paper begins and where its digits do: letters may stand before them (`B1234567`, `DN 4 97 …`),
    /// and the owner between it and the label (`Căn cước của bà Mẫu mang số …`).
    private static func numberBehindLabel(_ next: Int, in text: ReadText) -> (start: Int, digits: Int) {
        func isPrefix(_ index: Int) -> Bool {
            text.isCapital(index) && text[index].length <= 2 && text.isNumber(index + 1)
                && (text.gap(behind: index) ?? 9) <= 1
        }
        if text.isNumber(next) { return (next, next) }
        if isPrefix(next) { return (next, next + 1) }
        func begins(_ index: Int) -> Bool {
            guard text.isNumber(index) else { return false }
            return text.sign(index - 1) == .number || text.isMark(index - 1, Mark.colon) || text[index].length >= 9
                || text.figure(at: index).digits >= 9
        }
        guard let number = text.first(from: next, within: 6, where: begins) else { return (next, next) }
        return isPrefix(number - 1) ? (number - 1, number) : (number, number)
    }

    /// At the label of a code that is nobody's: the number behind it is settled. A tax code may be a person's.
    static func findCode(at index: Int, in text: ReadText) -> Match? {
        guard let number = text.first(from: index + Int(text[index].span), within: 8, where: text.isNumber) else {
            return nil
        }
        let figure = text.figure(at: number)
        let isPersonal =
            taxLabels.end(beginningAt: index, in: text) != nil && isTaxCodeOfPerson(figure, index, in: text)
        return Match(kind: isPersonal ? .identityNumber : nil, tokens: number...figure.tokens.upperBound)
    }

    private static let taxLabels = PhraseSet(["mã số thuế", "mst"])

    /// Persons and households were given codes of ten digits that begin with 8, or have their personal identification
    /// number for one; older households have any, so the sentence must give it to a person and to no body.
    private static func isTaxCodeOfPerson(_ figure: Figure, _ label: Int, in text: ReadText) -> Bool {
        guard figure.digits == 10 || figure.digits == 12 else { return false }
        if figure.digits == 10, text.digit(0, of: figure.tokens.lowerBound) == 8 { return true }
        let sentence = text.sentence(around: label)
        return !Institutions.areNamed(in: sentence, of: text) && text.namesAnybody(in: sentence, except: figure.tokens)
    }
}
