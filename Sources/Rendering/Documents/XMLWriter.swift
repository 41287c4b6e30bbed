import Templates

/// Builds XML; text is escaped, and characters that XML does not allow are left out.
struct XMLWriter {
    private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

    mutating func raw(_ markup: String) {
        bytes += markup.utf8
    }

    mutating func element(_ name: String, _ content: String) {
        raw("<\(name)>")
        text(content)
        raw("</\(name)>\n")
    }

    /// An element with attributes and nothing within.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        raw("<\(name)")
        for (name, value) in attributes {
            raw(" \(name)=\"")
            text(value)
            raw("\"")
        }
        raw("/>\n")
    }

    mutating func text(_ content: String) {
        let isAllowed = content.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF || $0 == 0x09 || $0 == 0x0A }
        HTMLEscape.append(isAllowed ? content : String(String.UnicodeScalarView(content.unicodeScalars.filter(Self.isAllowed))), to: &bytes)
    }

    /// Whether XML 1.0 (production 2, "Char") has the character.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF || scalar == "\n" || scalar == "\t"
    }
}
