extension LegacyEncoding {
    /// What each byte from 80 to FF stands for in an eight-bit encoding. Bytes that are punctuation
    /// in Windows (80–9F and the no-break space) read as a space, bytes without meaning as U+FFFD.
    var highHalf: [[Unicode.Scalar]] {
        switch self {
        case .windows1258: Self.windows1258Table
        case .tcvn3: Self.tcvn3Table
        case .viscii: Self.visciiTable
        case .vni: Self.vniTable
        case .utf16LittleEndian, .utf16BigEndian: []
        }
    }

    /// Code page 1258 (Microsoft): letters of Vietnamese without tones, tones as combining marks.
    private static let windows1258Table: [[Unicode.Scalar]] =
        windowsPunctuation + (0xA1...0xBF).map { [Unicode.Scalar($0)] }
        + table(
            "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ßàáâăäåæçèéêë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ"
        )

    /// TCVN 5712:1993, VN3, as the ".Vn" fonts have it. Capitals with a tone are small letters under
    /// a font of capitals there. A full stop stands for a byte without meaning.
    private static let tcvn3Table: [[Unicode.Scalar]] =
        windowsPunctuation
        + table(
            "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ......" + ".ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò" + ".ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ."
        )

    /// VISCII 1.1 (RFC 1456). Its six letters among the control characters are left out: they are
    /// capitals too rare to matter here.
    private static let visciiTable: [[Unicode.Scalar]] = table(
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
            + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
    )

    /// The VNI fonts for Windows: a vowel, then one byte for its marks; capitals 20 lower.
    private static let vniTable: [[Unicode.Scalar]] = {
        let small: [[Unicode.Scalar]] = [
            ["\u{302}", "\u{300}"], ["\u{302}", "\u{301}"], ["\u{302}"], ["\u{302}", "\u{303}"], ["\u{302}", "\u{323}"],
            ["\u{302}", "\u{309}"], ["ỉ"], ["\u{FFFD}"], ["\u{306}", "\u{300}"], ["\u{306}", "\u{301}"], ["\u{306}"],
            ["\u{306}", "\u{323}"], ["ì"], ["í"], ["ỵ"], ["\u{323}"],
            ["\u{FFFD}"], ["đ"], ["ị"], ["ĩ"], ["ơ"], ["\u{303}"], ["ư"], ["\u{FFFD}"],
            ["\u{300}"], ["\u{301}"], ["\u{306}", "\u{309}"], ["\u{309}"], ["\u{306}", "\u{303}"], ["\u{FFFD}"], ["\u{FFFD}"], ["\u{FFFD}"],
        ]
        return windowsPunctuation + (0xA1...0xBF).map { [Unicode.Scalar($0)] } + small + small
    }()

    /// Windows-1252, whose letters Vietnamese without its own letters shares.
    static let latin1Table: [[Unicode.Scalar]] = windowsPunctuation + (0xA1...0xFF).map { [Unicode.Scalar($0)] }

    private static let windowsPunctuation = [[Unicode.Scalar]](repeating: [" "], count: 0xA1 - 0x80)

    private static func table(_ letters: String) -> [[Unicode.Scalar]] {
        letters.unicodeScalars.map { [$0 == "." ? "\u{FFFD}" : $0] }
    }
}
