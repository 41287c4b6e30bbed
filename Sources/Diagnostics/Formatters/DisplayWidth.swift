/// How many columns of a terminal a character takes, so that a caret stands under the right letter.
package enum DisplayWidth {
    /// 0 for marks that stand on the letter before them, 2 for wide East Asian letters and emoji,
    /// 1 otherwise. After Unicode Standard Annex #11.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// The columns that a text takes.
    package static func of(_ text: some Sequence<Unicode.Scalar>) -> Int {
        text.reduce(0) { $0 + of($1) }
    }
}
