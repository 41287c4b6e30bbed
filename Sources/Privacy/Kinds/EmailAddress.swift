/// An e-mail address: a mailbox of letters, digits, `.`, `_`, `+` and `-`, an `@`, and a domain with a point
/// and an ending of two letters or more (RFC 5322, section 3.4.1, as far as people use it).
///
/// The `@` may be written out or set apart, as people do who think that no machine reads it: `mau (a còng)
/// example.vn`, `mau[at]example.vn`, `mau @ example . vn`, `mau at example dot com`.
///
/// Source: contact addresses and accounts are basic personal data (Nghị định 356/2025/NĐ-CP).
///
/// Known false alarms: an office's address, which `privacy.public_contacts` of `site.yaml` lists, alone or
/// with its whole domain (`@tinh.gov.vn`). A name in a social network (`@bangvang`) is none.
enum EmailAddress {
    static let words: [Sign.Words] = [
        (.atWord, ["a còng", "at", "a móc"]),
        (.dotWord, ["chấm", "dot"]),
    ]

    /// At an `@`, or at a word for one.
    static func find(at index: Int, in text: ReadText) -> Match? {
        var (start, end) = (index, index + (text.isWord(index) ? Int(text[index].span) - 1 : 0))
        var isBracketed = false
        if isOpening(start - 1, in: text), isClosing(end + 1, in: text),
            text.isWord(index) || text.isMark(index, Mark.at)
        {
            (start, end, isBracketed) = (start - 1, end + 1, true)
        }
        let isSign = text.isMark(index, Mark.at)
        let isTight = isSign && !isBracketed && text.isTight(behind: start - 1) && text.isTight(behind: end)
        guard let first = mailbox(before: start, in: text), let domain = domain(behind: end, in: text) else {
            return nil
        }
        guard isTight || isASCII(first...start - 1, in: text) else { return nil }
        if !isTight {
            // “at” is an English word, and “@” may stand for “each”: the rest must leave no doubt.
            let isWord = text.isWord(index)
            let says = domain.saysDot || isBracketed || text[index].span > 1 || isSign
            guard says, isWord && (isBracketed || domain.saysDot) || Self.endings.contains(text[domain.last].key)
            else { return nil }
        }
        return Match(kind: .email, tokens: first...domain.last)
    }

    private static func isOpening(_ index: Int, in text: ReadText) -> Bool {
        [Mark.open, Mark.openingBracket, Mark.openingBrace, Mark.less].contains { text.isMark(index, $0) }
    }

    private static func isClosing(_ index: Int, in text: ReadText) -> Bool {
        [Mark.close, Mark.closingBracket, Mark.closingBrace, Mark.greater].contains { text.isMark(index, $0) }
    }

    /// The first token of a mailbox that ends before `index`.
    private static func mailbox(before index: Int, in text: ReadText) -> Int? {
        guard index > 0, (text.gap(behind: index - 1) ?? 9) <= 2, belongsToMailbox(index - 1, in: text),
            text[index - 1].kind != .mark
        else {
            return nil
        }
        var first = index - 1
        while first > 0, text.isTight(behind: first - 1), belongsToMailbox(first - 1, in: text) { first -= 1 }
        while first < index, text[first].kind == .mark { first += 1 }
        return first < index ? first : nil
    }

    /// The last token of a domain that begins behind `index`, and whether a word in it stands for a point.
    private static func domain(behind index: Int, in text: ReadText) -> (last: Int, saysDot: Bool)? {
        var last = index + 1
        guard last < text.count, (text.gap(behind: index) ?? 9) <= 2, text[last].kind != .mark else { return nil }
        var (saysDot, labels) = (false, 1)
        while true {
            // Hyphens, and letters and digits side by side, are within a label.
            if text.isTight(behind: last), last + 1 < text.count, text[last + 1].kind != .mark {
                last += 1
            } else if text.isMark(last + 1, Mark.hyphen), text.isTight(behind: last), text.isTight(behind: last + 1),
                last + 2 < text.count,
                text[last + 2].kind != .mark
            {
                last += 2
            } else if let (next, isWord) = label(behindDotAt: last + 1, in: text) {
                (last, saysDot, labels) = (next, saysDot || isWord, labels + 1)
            } else {
                break
            }
        }
        return labels >= 2 && text.isWord(last) && text[last].length >= 2 ? (last, saysDot) : nil
    }

    /// The token behind a point, a word for one, or either in brackets.
    private static func label(behindDotAt index: Int, in text: ReadText) -> (next: Int, isWord: Bool)? {
        guard index < text.count, (text.gap(behind: index - 1) ?? 9) <= 2 else { return nil }
        var dot = index
        let isBracketed = isOpening(dot, in: text) && isClosing(dot + 2, in: text)
        if isBracketed { dot += 1 }
        let next = isBracketed ? dot + 2 : dot + 1
        guard next < text.count, text[next].kind != .mark, (text.gap(behind: next - 1) ?? 9) <= 2 else { return nil }
        if text.sign(dot) == .dotWord { return isASCII(next...next, in: text) ? (next, true) : nil }
        guard text.isMark(dot, Mark.dot) else { return nil }
        if isBracketed { return (next, true) }
        let isTight = text.isTight(behind: dot) && text.isTight(behind: dot - 1)
        return isTight || endings.contains(text[next].key) && !text[next].isCapital ? (next, false) : nil
    }

    /// Endings that leave no doubt that a domain is meant.
    private static let endings = Set(
        ["vn", "com", "net", "org", "edu", "gov", "info", "example", "test", "io", "me", "asia", "biz"].map {
            Token.key(of: $0)
        })

    private static func isASCII(_ tokens: ClosedRange<Int>, in text: ReadText) -> Bool {
        text.bytes[Int(text[tokens.lowerBound].start)..<Int(text[tokens.upperBound].end)].allSatisfy { $0 < 0x80 }
    }

    private static func belongsToMailbox(_ index: Int, in text: ReadText) -> Bool {
        text[index].kind != .mark || [Mark.dot, Mark.underscore, Mark.plus, Mark.hyphen].contains(text[index].key)
    }
}
