/// The number of a bank account or card: seven to nineteen digits behind `số tài khoản`, `STK` and the like, or
/// nine to sixteen before the name of a bank.
///
/// Source: information of accounts and cards is sensitive personal data (Nghị định 356/2025/NĐ-CP, Điều 4).
/// Account numbers have no common build: each bank has its own.
///
/// Known false alarms: the account of a fund, which `privacy.public_contacts` of `site.yaml` lists. How many
/// accounts were opened, and amounts, are told apart.
enum BankAccount {
    static let words: [Sign.Words] = [
        (
            .bankLabel,
            [
                "số tài khoản", "stk", "số tk", "tài khoản số", "tài khoản ngân hàng", "số thẻ atm",
                "số thẻ ngân hàng", "tài khoản nhận",
                "chuyển khoản", "tk số",
                "tk nhận tiền", "tk ngân hàng", "thẻ ghi nợ", "thẻ tín dụng", "số thẻ tín dụng",
                "số tài khoản ngân hàng",
            ]
        ),
        (.bankHint, ["tài khoản", "tk", "số thẻ", "thẻ atm"]),
        (
            .bankName,
            [
                "ngân hàng", "agribank", "vietcombank", "vcb", "bidv", "vietinbank", "techcombank", "mbbank",
                "mb bank", "acb", "sacombank",
                "vpbank", "tpbank", "lpbank", "lienvietpostbank", "shb", "seabank", "vib", "hdbank", "msb", "nhcsxh",
                "co opbank", "mb", "kienlongbank", "nam a bank", "namabank", "ocb", "eximbank", "pvcombank",
                "baovietbank",
                "abbank", "bac a bank", "bacabank", "scb", "dongabank", "saigonbank", "vietbank", "vietabank", "ncb",
                "ngân hàng quân đội", "quỹ tín dụng", "cake", "timo", "viettel money", "viettelpay", "bvbank", "gpbank",
            ]
        ),
    ]

    /// At a label, or at the name of a bank. Behind the plain words `tài khoản` the number must follow soon; behind `số
    /// tài khoản` the account's holder and bank may stand between.
    static func findLabelled(at index: Int, in text: ReadText) -> Match? {
        let behind = index + Int(text[index].span)
        let sign = text.sign(index)
        var next = text.skipping([.filler, .number, .bankName, .bankHint, .person], from: behind, atMost: 6)
        if !text.isNumber(next) {
            next =
                text.first(from: behind, within: 20) { isLongEnough($0, sign, in: text) }
                ?? next
        }
        guard text.isNumber(next), text.startsFigure(next) else { return nil }
        var figure = text.figure(at: next)
        if figure.digits < 7 { figure = text.figure(at: next, freely: true) }
        let last = figure.tokens.upperBound
        guard (sign == .bankName ? 9...19 : 7...19).contains(figure.digits), text.endsFigure(last),
            !text.isCounted(behind: last)
        else {
            return nil
        }
        // Between the name of a bank, or words far off, and its number nothing may say that it is an amount.
        if sign != .bankLabel, next > behind {
            guard text.first(from: behind, within: next - behind, where: { isAboutOtherThings($0, in: text) }) == nil
            else {
                return nil
            }
        }
        if sign != .bankLabel, text.isRound(last),
            figure.tokens.count == 1 || text.groups(of: figure).dropFirst().allSatisfy({ $0 == 3 })
        {
            return nil
        }
        let isOffices = Institutions.own(account: figure.tokens, labelledAt: index, in: text)
        return Match(kind: isOffices ? nil : .bankAccount, tokens: figure.tokens)
    }

    private static func isLongEnough(_ index: Int, _ sign: Sign, in text: ReadText) -> Bool {
        guard text.isNumber(index) else { return false }
        if sign == .bankLabel { return text[index].length >= 3 }
        return text[index].length >= 9 || text.sign(index - 1) == .number && text[index].length >= 4
            || text[index].length >= 4 && text.figure(at: index).digits >= 9
                && text.groups(of: text.figure(at: index)).first! >= 4
    }

    private static let money = Set(
        ["vay", "nợ", "tiền", "vốn", "dư", "kinh", "giá", "trị"].map { Token.key(of: $0) })

    private static func isAboutOtherThings(_ index: Int, in text: ReadText) -> Bool {
        switch text.sign(index) {
        case .unit: !text.isProperName(index)
        case .phoneLabel, .identityLabel, .codeLabel: true
        default: text.isWord(index) && money.contains(text[index].key)
        }
    }

    /// At a number before the name of a bank.
    static func findBesideBank(at index: Int, in text: ReadText) -> Match? {
        let token = text[index]
        guard token.zone == .text, text.form != .name, token.length >= 3 else { return nil }
        let figure = text.figure(at: index)
        let last = figure.tokens.upperBound
        guard (9...16).contains(figure.digits), figure.tokens.count == 1 || token.length >= 4, text.endsFigure(last),
            !text.isRound(last),
            !text.isCounted(behind: last),
            text.first(from: last + 1, within: 4, where: { text.sign($0) == .bankName }) != nil
        else { return nil }
        return Match(kind: .bankAccount, tokens: figure.tokens)
    }
}
