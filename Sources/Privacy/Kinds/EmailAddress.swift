/// An e-mail address: a mailbox of letters, digits, `.`, `_`, `+` and `-`, an `@`, and a domain with a point
/// and an ending of two letters or more (RFC 5322, section 3.4.1, as far as people use it).
///
/// Source: contact addresses and accounts are basic personal data (Nghị định 356/2025/NĐ-CP).
///
/// Known false alarms: an office's address, which `privacy.public_contacts` of `site.yaml` lists, alone or
/// with its whole domain (`@tinh.gov.vn`). A name in a social network (`@bangvang`) is none.
enum EmailAddress {
    /// At an `@`.
    static func find(at index: Int, in text: ReadText) -> Match? {
        var first = index
        while first > 0, text.isTight(behind: first - 1), belongsToMailbox(first - 1, in: text) { first -= 1 }
        while first < index, text[first].kind == .mark { first += 1 }
        var last = index
        while last + 1 < text.count, text.isTight(behind: last), belongsToDomain(last + 1, in: text) { last += 1 }
        while last > index, text[last].kind == .mark { last -= 1 }
        guard first < index, last >= index + 3, text.isWord(last), text[last].length >= 2, text.isMark(last - 1, Mark.dot) else {
            return nil
        }
        return Match(kind: .email, tokens: first...last)
    }

    private static func belongsToMailbox(_ index: Int, in text: ReadText) -> Bool {
        text[index].kind != .mark || [Mark.dot, Mark.underscore, Mark.plus, Mark.hyphen].contains(text[index].key)
    }

    private static func belongsToDomain(_ index: Int, in text: ReadText) -> Bool {
        text[index].kind != .mark || text[index].key == Mark.dot || text[index].key == Mark.hyphen
    }
}
