/// What to call a character that can't be seen, or that looks like another one.
package enum CharacterName {
    /// Why a character deserves a name of its own in a message.
    package enum Nature: Sendable {
        /// C0 and C1 controls, DEL.
        case control
        /// A line or paragraph separator that editors don't show as a line end.
        case lineSeparator
        /// What turns the direction of the text around it (Unicode Standard Annex #9).
        case direction
        /// A character without width, or one that is only a hint to the reader's program.
        case invisible
        /// A sign of a font's own: other machines show a box.
        case privateUse
        /// U+FFFD: a letter that an earlier program could not read.
        case replacement
        /// A Cyrillic or Greek letter in the shape of a Latin one.
        case lookAlike
    }

    /// Nil for an ordinary character. Blanks other than the space are ordinary here.
    package static func nature(of scalar: Unicode.Scalar) -> Nature? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20, 0x7F..<0x85, 0x86..<0xA0: .control
        case 0x85, 0x2028, 0x2029: .lineSeparator
        case 0x202A...0x202E, 0x2066...0x2069: .direction
        case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2060...0x2065, 0x206A...0x206F, 0x3164,
            0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
            .invisible
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: .privateUse
        case 0xFFFD: .replacement
        default: latinLookAlike(scalar) == nil ? nil : .lookAlike
        }
    }

    /// `U+200B`.
    package static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The character as a message names it: “dấu cách không có độ rộng (U+200B)”.
    package static func words(_ scalar: Unicode.Scalar) -> Message {
        let code = " (\(code(scalar)))"
        return (known[scalar.value] ?? kind(of: scalar)) + Message(code)
    }

    /// The Latin letter that a Cyrillic or Greek one looks like (after Unicode Technical Standard #39).
    package static func latinLookAlike(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard 0x391...0x575 ~= scalar.value else { return nil }
        return lookAlikes[scalar]
    }

    /// The text with each Cyrillic or Greek letter as the Latin one that it looks like.
    package static func withLatinLetters(_ text: String) -> String {
        var latin = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { latin.append(latinLookAlike(scalar) ?? scalar) }
        return String(latin)
    }

    /// What of a text no reader could find by looking: its first character that is not allowed, where that can't be seen
    /// or looks like another: “: ký tự thứ 5 là …”; else nothing.
    package static func strange(in text: String, allowing isAllowed: (Unicode.Scalar) -> Bool) -> Message {
        guard let (index, scalar) = text.unicodeScalars.enumerated().first(where: { !isAllowed($1) }),
            nature(of: scalar) != nil || scalar.properties.isWhitespace || scalar == "–" || scalar == "—"
        else { return "" }
        let name = words(scalar)
        return Message(vi: ": ký tự thứ \(index + 1) là \(name.vi)", en: ": character \(index + 1) is \(name.en)")
    }

    private static func kind(of scalar: Unicode.Scalar) -> Message {
        switch nature(of: scalar) {
        case .control: Message(vi: "ký tự điều khiển", en: "a control character")
        case .lineSeparator: Message(vi: "ký tự ngắt dòng không nhìn thấy được", en: "an invisible line separator")
        case .direction: Message(vi: "ký tự đổi hướng chữ", en: "a character that turns the direction of text")
        case .invisible: Message(vi: "ký tự không nhìn thấy được", en: "an invisible character")
        case .privateUse: Message(vi: "ký tự riêng của một phông chữ", en: "a sign of one font's own")
        case .replacement: Message(vi: "dấu thay cho chữ đã mất", en: "the sign for a letter that was lost")
        case .lookAlike:
            Message(
                vi:
                    "chữ “\(scalar)” \(isGreek(scalar) ? "Hy Lạp" : "Kirin"), trông như “\(latinLookAlike(scalar).map(String.init) ?? "")” Latinh",
                en:
                    "a \(isGreek(scalar) ? "Greek" : "Cyrillic") “\(scalar)”, which looks like a Latin “\(latinLookAlike(scalar).map(String.init) ?? "")”"
            )
        case nil where scalar.properties.isWhitespace:
            Message(vi: "dấu cách", en: "a blank")
        case nil: Message(vi: "ký tự “\(scalar)”", en: "the character “\(scalar)”")
        }
    }

    private static func isGreek(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x400 }

    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: zip(
            "АВЕЅІЈКМНОРСТХУаеѕіјорсхуһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".unicodeScalars, "ABESIJKMHOPCTXYaesijopcxyhdqwABEZHIKMNOPTYXo".unicodeScalars))

    private static let known: [UInt32: Message] = [
        0x00: Message(vi: "ký tự rỗng NUL", en: "NUL"),
        0x07: Message(vi: "ký tự chuông", en: "the bell character"),
        0x08: Message(vi: "ký tự xóa lùi", en: "the backspace character"),
        0x0B: Message(vi: "ký tự ngắt dòng của Word (Shift+Enter)", en: "Word's line break (Shift+Enter)"),
        0x0C: Message(vi: "ký tự ngắt trang của Word", en: "Word's page break"),
        0x1B: Message(vi: "ký tự ESC", en: "ESC"),
        0x1E: Message(vi: "dấu gạch nối không ngắt của Word", en: "Word's unbreakable hyphen"),
        0x1F: Message(vi: "dấu gạch nối tùy chọn của Word", en: "Word's optional hyphen"),
        0x20: Message(vi: "dấu cách", en: "a space"),
        0x7F: Message(vi: "ký tự DEL", en: "DEL"),
        0xA0: Message(vi: "dấu cách không ngắt", en: "a no-break space"),
        0xAD: Message(vi: "dấu gạch nối ẩn", en: "a soft hyphen"),
        0x2013: Message(vi: "gạch ngang “–”", en: "an en dash “–”"),
        0x2014: Message(vi: "gạch ngang “—”", en: "an em dash “—”"),
        0x200B: Message(vi: "dấu cách không có độ rộng", en: "a zero-width space"),
        0x200C: Message(vi: "dấu tách chữ không có độ rộng", en: "a zero-width non-joiner"),
        0x200D: Message(vi: "dấu nối chữ không có độ rộng", en: "a zero-width joiner"),
        0x200E: Message(vi: "dấu hướng chữ trái sang phải", en: "a left-to-right mark"),
        0x200F: Message(vi: "dấu hướng chữ phải sang trái", en: "a right-to-left mark"),
        0x202E: Message(vi: "ký tự đảo chiều chữ từ phải sang trái", en: "the right-to-left override"),
        0x2060: Message(vi: "dấu nối từ không có độ rộng", en: "a word joiner"),
        0xFEFF: Message(vi: "dấu thứ tự byte (BOM)", en: "a byte order mark"),
        0xFE0F: Message(vi: "dấu chọn dạng chữ", en: "a variation selector"),
    ]
}
