import Vietnamese

/// Entities of HTML, which Markdown turns into the characters that they name (CommonMark 0.30, section 6.2): by
/// number, and by those names that stand for what numbers, dates and addresses are made of or for letters.
enum CharacterReference {
    /// The character that a reference at `start` stands for, and the offset behind it; nil where none stands there.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, upTo end: Int) -> (
        scalar: Unicode.Scalar, end: Int
    )? {
        let limit = min(end, start + 12)
        guard let semicolon = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), semicolon > start + 1 else {
            return nil
        }
        let name = String(decoding: bytes[start + 1..<semicolon], as: UTF8.self)
        guard let scalar = name.hasPrefix("#") ? numbered(name.dropFirst()) : named(name) else { return nil }
        return (scalar, semicolon + 1)
    }

    private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        return UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10).flatMap(
            Unicode.Scalar.init)
    }

    private static func named(_ name: String) -> Unicode.Scalar? {
        if let scalar = names[name] { return scalar }
        // agrave, Aacute, ecirc …: a letter of Latin-1 with its mark.
        guard let base = name.unicodeScalars.first, let mark = marks[String(name.unicodeScalars.dropFirst())] else {
            return nil
        }
        let composed = Composition.composed(String(base) + String(mark)).unicodeScalars
        return composed.count == 1 ? composed.first : nil
    }

    private static let marks: [String: Unicode.Scalar] = [
        "grave": "\u{300}", "acute": "\u{301}", "circ": "\u{302}", "tilde": "\u{303}",
    ]

    private static let names: [String: Unicode.Scalar] = [
        "nbsp": "\u{A0}", "NonBreakingSpace": "\u{A0}", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}",
        "numsp": "\u{2007}",
        "puncsp": "\u{2008}", "hairsp": "\u{200A}", "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
        "amp": "&", "lt": "<",
        "gt": ">", "quot": "\"", "apos": "'", "commat": "@", "period": ".", "comma": ",", "colon": ":", "semi": ";",
        "sol": "/",
        "num": "#", "plus": "+", "lpar": "(", "rpar": ")", "lsqb": "[", "rsqb": "]", "lbrack": "[", "rbrack": "]",
        "lowbar": "_",
        "vert": "|", "verbar": "|", "hyphen": "\u{2010}", "dash": "\u{2010}", "ndash": "–", "mdash": "—",
        "minus": "−",
        "middot": "·", "bull": "•", "hellip": "…", "Tab": "\t", "NewLine": "\n", "ldquo": "“", "rdquo": "”",
        "laquo": "«", "raquo": "»",
    ]
}
