import Diagnostics
import Glibc

/// Finds, in valid UTF-8, the bytes that may begin a character which doesn't belong in a board's texts.
///
/// One table look-up a byte; nearly all texts have none but quotes and dashes, which are told apart by their second
/// byte.
enum CharacterSieve {
    /// The next byte, from `start`, that `CharacterReading` must look at; nil where there is none.
    static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        table.withUnsafeBufferPointer { table in
            var index = start
            while index < bytes.count {
                let kind = table[Int(bytes[index])]
                if kind == ordinary {
                    index += 1
                    continue
                }
                // U+2010 to U+2027 and the like: dashes, quotes, the ellipsis.
                if kind == general, index + 2 < bytes.count, bytes[index + 1] == 0x80, isUsual(bytes[index + 2]) {
                    // “Ä‘” and “Ä‚”: a misread đ or Ă.
                    guard index >= 2, bytes[index - 1] == 0x84, bytes[index - 2] == 0xC3 else {
                        index += 3
                        continue
                    }
                }
                return index
            }
            return nil
        }
    }

    private static func isUsual(_ third: UInt8) -> Bool { 0x90...0xA7 ~= third || third == 0xAF || 0xB0...0xBF ~= third }

    private static let ordinary: UInt8 = 0
    private static let looked: UInt8 = 1
    private static let general: UInt8 = 2

    private static let table: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x09, 0x0A, 0x0D: ordinary
        case 0..<0x20, 0x7F, UInt8(ascii: "?"): looked
        // C2: C1 controls, the soft hyphen, parts of misread letters. CD–D2: Greek, Cyrillic. D8: U+061C.
        // E3: U+3164. EE, EF: private use, selectors, U+FFFD, BOM. F3, F4: tags, more private use.
        case 0xC2, 0xCD...0xD2, 0xD8, 0xE3, 0xEE, 0xEF, 0xF3, 0xF4: looked
        case 0xE2: general
        default: ordinary
        }
    }
}
