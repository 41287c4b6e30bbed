@_spi(_Unicode) import Swift

/// Unicode Normalization Form C (UAX #15), the form of everything this program keeps and writes.
///
/// Composition itself is the standard library's own, through its interface for Foundation
/// (`_nfc`, an SPI). That covers all of Unicode at the version Swift itself compares strings by,
/// without linking Foundation and without tables of ours; a test holds it against Foundation, so
/// that a toolchain in which it changed would be noticed at once.
package enum Composition {
    /// Whether UTF-8 text may not be NFC yet. A fast scan that errs towards true: false is certain
    /// for text of ASCII, Latin (Vietnamese), common punctuation, CJK ideographs and emoji; every
    /// combining mark, and most other scripts, answer true.
    ///
    /// - Parameter bytes: valid UTF-8.
    package static func needsComposition(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = bytes.baseAddress else { return false }
        let raw = UnsafeRawPointer(start)
        var index = 0
        while index + 9 <= bytes.count {
            let block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let next = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self))
            // Eight bytes at a time; the high bit of each lane says whether the condition holds. Bytes
            // below CC end or continue a scalar, or begin one below U+0300; E1 B8–BB begins U+1E00–U+1EFF.
            let leads = ((block & Self.lanes(0x7F)) &+ Self.lanes(0x80 - 0x4C)) & block & Self.lanes(0x80)
            var suspects =
                leads & ~(Self.zeroLanes(block ^ Self.lanes(0xE1)) & Self.zeroLanes((next & Self.lanes(0xFC)) ^ Self.lanes(0xB8)))
            while suspects != 0 {
                if isSuspect(bytes, at: index + suspects.trailingZeroBitCount / 8) { return true }
                suspects &= suspects &- 1
            }
            index += 8
        }
        while index < bytes.count {
            if isSuspect(bytes, at: index) { return true }
            index += 1
        }
        return false
    }

    /// Whether `text` may not be NFC yet; see `needsComposition(_:)` for bytes.
    package static func needsComposition(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(needsComposition)
    }

    private static func lanes(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The high bit of every lane that is zero.
    private static func zeroLanes(_ block: UInt64) -> UInt64 {
        ~(((block & lanes(0x7F)) &+ lanes(0x7F)) | block | lanes(0x7F))
    }

    /// Whether a scalar that NFC may change, join to its neighbour or put in order begins here.
    private static func isSuspect(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let lead = bytes[index]
        if lead < 0xCC { return false }
        func following(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
        let second = following(1)
        switch lead {
        case 0xE1: return second & 0xFC != 0xB8
        case 0xE2:
            switch second {
            case 0x80: return following(2) <= 0x81  // U+2000 and U+2001 are written as U+2002 and U+2003.
            case 0x81, 0x82, 0x85...0x8B, 0x8D...0xAA: return false
            default: return true  // Combining marks for symbols; Ohm, Kelvin and Ångström signs; angle brackets.
            }
        case 0xE4...0xE9, 0xEE: return false  // Ideographs; private use.
        case 0xEF:
            switch second {
            case 0x80...0xA3, 0xB9...0xBF: return false
            case 0xB8: return following(2) >= 0xA0  // Combining half marks; variation selectors are fine.
            default: return true
            }
        case 0xF0: return second != 0x9F
        default: return true
        }
    }

    /// `text` in NFC, and further in one point: a circumflex or breve that was typed after the tone
    /// joins its vowel all the same (a + sắc + circumflex = ấ). Both marks sit above the letter and
    /// have the same combining class, so that NFC must keep their order and leaves á + U+0302; no
    /// Vietnamese writer ever means that. Other orders (dot below or horn after another mark) NFC
    /// repairs itself.
    package static func composed(_ text: String) -> String {
        guard needsComposition(text) else { return text }
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text._nfc {
            if scalar == "\u{302}" || scalar == "\u{306}", let last = scalars.last, let joined = joining(scalar, to: last) {
                scalars[scalars.count - 1] = joined
            } else {
                scalars.append(scalar)
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    /// The letter that results when `mark` was typed after the tone of `last`.
    private static func joining(_ mark: Unicode.Scalar, to last: Unicode.Scalar) -> Unicode.Scalar? {
        guard let letter = VietnameseLetter(last), letter.tone != .none else { return nil }
        let base: VietnameseLetter.Base
        switch (letter.base, mark) {
        case (.a, "\u{302}"): base = .â
        case (.e, "\u{302}"): base = .ê
        case (.o, "\u{302}"): base = .ô
        case (.a, "\u{306}"): base = .ă
        default: return nil
        }
        return VietnameseLetter(base, tone: letter.tone, isUppercase: letter.isUppercase).scalar
    }
}
