/// A word, a number or a mark of a text.
struct Token {
    /// What a token is.
    enum Kind: UInt8 { case word, number, mark }

    /// Where in a text a token stands.
    enum Zone: UInt8 {
        case text
        /// The destination of a Markdown link that has no scheme: a file.
        case path
        /// An address of the web. Its numbers are articles and pages, not people's.
        case url
    }

    var kind: Kind
    var zone = Zone.text
    /// Of a word, whether its first letter is one.
    var isCapital = false
    /// What the word, with those behind it, stands for.
    var sign = Sign.none
    /// How many tokens the sign takes.
    var span: UInt8 = 1
    /// Of a word, its last eight letters, small ones, as `LetterCodes`: all of a Vietnamese syllable, enough of a
    /// foreign name. Of a number, its value as far as that fits. Of a mark, its scalar.
    var key: UInt64
    /// The bytes of the text.
    var start: Int32
    var end: Int32

    var length: Int { Int(end - start) }
}

/// Marks that detectors ask for.
enum Mark {
    static let lineEnd: UInt64 = 0x0A
    static let at = ascii("@"), plus = ascii("+"), colon = ascii(":"), comma = ascii(","), dot = ascii("."),
        slash = ascii("/")
    static let hyphen = ascii("-"), open = ascii("("), close = ascii(")"), bar = ascii("|"), semicolon = ascii(";")
    static let exclamation = ascii("!"), question = ascii("?"), percent = ascii("%"), underscore = ascii("_"),
        hash = ascii("#")
    static let openingBracket = ascii("["), closingBracket = ascii("]"), openingBrace = ascii("{"),
        closingBrace = ascii("}")
    static let less = ascii("<"), greater = ascii(">")
    static let middleDot: UInt64 = 0xB7

    private static func ascii(_ scalar: Unicode.Scalar) -> UInt64 { UInt64(scalar.value) }
}
