/// UTF-8 that some program read as Windows-1252 or Windows-1258: “Huyá»‡n” for “Huyện”.
///
/// Two letters decide: the first in the place of a lead byte, the second in that of a continuation byte, and what
/// they make together is a letter of Vietnamese. No Vietnamese word holds such a pair.
package enum Mojibake {
    /// The text with every such sequence turned into what it was; nil where there is none.
    package static func repaired(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        var output = String.UnicodeScalarView()
        var index = 0
        var isChanged = false
        while index < scalars.count {
            if let (scalar, count) = sequence(at: index, of: scalars) {
                output.append(scalar)
                index += count
                isChanged = true
            } else {
                output.append(scalars[index])
                index += 1
            }
        }
        return isChanged ? String(output) : nil
    }

    /// What a sequence of misread bytes that begins here was, and how many scalars it takes.
    private static func sequence(at index: Int, of scalars: [Unicode.Scalar]) -> (Unicode.Scalar, count: Int)? {
        guard let lead = leadByte(scalars[index]), index + 1 < scalars.count, let second = byte(scalars[index + 1]),
            0x80..<0xC0 ~= second
        else { return nil }
        if lead < 0xE0 {
            let value = UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
            return Unicode.Scalar(value).flatMap { isExpected($0) ? ($0, 2) : nil }
        }
        guard index + 2 < scalars.count, let third = byte(scalars[index + 2]), 0x80..<0xC0 ~= third else { return nil }
        let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        return Unicode.Scalar(value).flatMap { isExpected($0) ? ($0, 3) : nil }
    }

    /// The lead bytes of Vietnamese letters and of the usual signs.
    private static func leadByte(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0xC2...0xC6, 0xE1, 0xE2: UInt8(scalar.value)
        // C3 in Windows-1258.
        case 0x102: 0xC3
        default: nil
        }
    }

    /// Letters of Vietnamese, and the signs of its texts that stand outside ASCII.
    private static func isExpected(_ scalar: Unicode.Scalar) -> Bool {
        if VietnameseLetter(scalar) != nil { return true }
        switch scalar.value {
        case 0xAB, 0xB0, 0xB2, 0xB3, 0xB7, 0xBB, 0x2013, 0x2014, 0x2018...0x201D, 0x2022, 0x2026: return true
        default: return false
        }
    }

    /// The byte that a scalar stands for in Windows-1252; what that leaves undefined as browsers read it, or as
    /// LibreOffice does (U+F100 added).
    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x80..<0xC0: return UInt8(scalar.value)
        case 0xF180..<0xF1C0: return UInt8(scalar.value - 0xF100)
        case 0x152...0x2122: return windows1252.firstIndex(of: UInt16(scalar.value)).map { UInt8(0x80 + $0) }
        default: return nil
        }
    }

    /// Windows-1252 from 0x80 to 0x9F; 0 where it defines nothing.
    private static let windows1252: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
