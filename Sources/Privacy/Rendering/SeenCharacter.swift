/// What a reader takes a character for.
enum SeenCharacter {
    case itself
    /// Looks the same as this one, as far as numbers and words go.
    case other(Unicode.Scalar)
    /// Can't be seen.
    case nothing

    static func of(_ scalar: Unicode.Scalar) -> SeenCharacter {
        switch scalar.value {
        case 0..<0x20: .other(" ")
        case 0x21..<0x80: .itself
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .other(" ")
        // Soft hyphen, joiners, marks of direction, word joiner, variation selectors, byte order mark.
        case 0xAD, 0x34F, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: .nothing
        case 0x2010...0x2015, 0x2212, 0x2043, 0xFE58, 0xFE63: .other("-")
        case 0x2022, 0x2219, 0x22C5, 0x2027, 0x30FB: .other("·")
        case 0x2044, 0x2215: .other("/")
        case 0x2024, 0x3002: .other(".")
        case 0xFF01...0xFF5E: .other(Unicode.Scalar(scalar.value - 0xFEE0)!)
        case 0x1D7CE...0x1D7FF: .other(Unicode.Scalar(0x30 + (scalar.value - 0x1D7CE) % 10)!)
        default: .itself
        }
    }
}

/// Reading of UTF-8 where it may be cut.
enum UTF8Reading {
    /// The character at an offset and how many bytes it takes; U+FFFD for a stray byte.
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, upTo end: Int) -> (Unicode.Scalar, Int) {
        let lead = UInt32(bytes[index])
        let length = lead & 0xE0 == 0xC0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead & 0xF8 == 0xF0 ? 4 : 1
        guard length > 1, index + length <= end else {
            return (lead < 0x80 ? Unicode.Scalar(UInt8(lead)) : "\u{FFFD}", 1)
        }
        var value = lead & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
