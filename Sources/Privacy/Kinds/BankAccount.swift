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
        (.bankLabel, ["số tài khoản", "stk", "số tk", "tài khoản số", "tài khoản ngân hàng", "số thẻ atm", "số thẻ ngân hàng"]),
        (.bankHint, ["tài khoản", "tk", "số thẻ", "thẻ atm"]),
        (
            .bankName,
            [
                "ngân hàng", "agribank", "vietcombank", "vcb", "bidv", "vietinbank", "techcombank", "mbbank", "mb bank", "acb", "sacombank",
                "vpbank", "tpbank", "lpbank", "lienvietpostbank", "shb", "seabank", "vib", "hdbank", "msb", "nhcsxh", "co opbank",
            ]
        ),
    ]

    /// At a label. Behind the plain words `tài khoản` the number must follow at once; behind `số tài khoản` the
    /// account's holder and bank may stand between.
    static func findLabelled(at index: Int, in text: ReadText) -> Match? {
        let behind = index + Int(text[index].span)
        var next = text.skipping([.filler, .number, .bankName, .bankHint], from: behind, atMost: 5)
        if text.sign(index) == .bankLabel, !text.isNumber(next) {
            next = text.first(from: behind, within: 16) { text.isNumber($0) && text[$0].length >= 3 } ?? next
        }
        guard text.isNumber(next), text.startsFigure(next) else { return nil }
        let figure = text.figure(at: next)
        let last = figure.tokens.upperBound
        guard (7...19).contains(figure.digits), text.endsFigure(last), !text.isCounted(behind: last) else { return nil }
        return Match(kind: .bankAccount, tokens: figure.tokens)
    }

    /// At a number before the name of a bank.
    static func findBeforeBank(at index: Int, in text: ReadText) -> Match? {
        let token = text[index]
        guard (9...16).contains(token.length), token.zone == .text, text.form != .name, text.endsFigure(index), !text.isRound(index),
            !text.isCounted(behind: index), text.first(from: index + 1, within: 4, where: { text.sign($0) == .bankName }) != nil
        else { return nil }
        return Match(kind: .bankAccount, tokens: index...index)
    }
}
