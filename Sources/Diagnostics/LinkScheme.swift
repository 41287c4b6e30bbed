/// Which addresses a link may have: those within the board, and those of the web, of mail and of telephones.
///
/// What runs code when it is followed has many names (`javascript:`, `feed:javascript:`, `view-source:`, `blob:`,
/// `data:`), and browsers come to know more: so what is known to be harmless is listed, and nothing else passes.
package enum LinkScheme {
    private static let allowed: Set<String> = ["http", "https", "mailto", "tel"]

    /// The scheme of an address that may not be linked to, in small letters; nil where it may.
    ///
    /// Read as browsers do (WHATWG URL, "basic URL parser"): controls and blanks before the address don't count, nor
    /// tabs and line ends anywhere in it.
    package static func refused(in address: String) -> String? {
        var scheme: [UInt8] = []
        var hasBegun = false
        for byte in address.utf8 {
            if byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
            if !hasBegun, byte <= 0x20 { continue }
            hasBegun = true
            switch byte {
            case UInt8(ascii: ":"):
                guard let first = scheme.first, first &- 0x61 < 26 else { return nil }
                let name = String(decoding: scheme, as: UTF8.self)
                return allowed.contains(name) ? nil : name
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x2B, 0x2D, 0x2E: scheme.append(byte)
            // No scheme holds it: the address is a path.
            default: return nil
            }
        }
        return nil
    }
}
