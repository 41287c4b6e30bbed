/// A value of a PDF, and where its bytes stand.
///
/// ISO 32000-1, 7.3.
indirect enum PDFValue: Sendable {
    case name(String)
    /// With its brackets: `(…)` or `<…>`.
    case string(Range<Int>)
    case integer(Int)
    /// An object by its number.
    case reference(Int)
    case array([PDFValue])
    case dictionary(PDFDictionary)
    /// A fraction, `true`, `false` or `null`.
    case other

    var name: String? { if case .name(let name) = self { name } else { nil } }
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    var dictionary: PDFDictionary? { if case .dictionary(let dictionary) = self { dictionary } else { nil } }

    /// All dictionaries of the value, itself among them.
    var dictionaries: [PDFDictionary] {
        var found: [PDFDictionary] = []
        var waiting = [self]
        while let value = waiting.popLast() {
            switch value {
            case .array(let values): waiting += values
            case .dictionary(let dictionary):
                found.append(dictionary)
                waiting += dictionary.entries.map(\.value)
            default: break
            }
        }
        return found
    }
}

struct PDFDictionary: Sendable {
    struct Entry: Sendable {
        var key: String
        var value: PDFValue
        /// From the key's slash to the value's last byte.
        var range: Range<Int>
    }

    var entries: [Entry] = []

    subscript(key: String) -> PDFValue? { entries.last { $0.key == key }?.value }

    /// What a name or a list of names says: how a stream is packed.
    func names(_ key: String) -> [String] {
        switch self[key] {
        case .name(let name): [name]
        case .array(let values): values.compactMap(\.name)
        default: []
        }
    }
}

/// Reads values out of bytes.
struct PDFParser {
    enum Token: Equatable {
        case name(String)
        case string(Range<Int>)
        case integer(Int)
        case other
        case arrayStart, arrayEnd, dictionaryStart, dictionaryEnd
        case keyword(String)
        case end
    }

    /// Values may lie so deep in one another.
    private static let deepest = 100

    let bytes: [UInt8]
    var position: Int
    /// The remarks that were passed over, without their percent signs.
    private(set) var comments: [Range<Int>] = []

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B || byte == 0 }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            if Self.isBlank(bytes[position]) {
                position += 1
            } else if bytes[position] == UInt8(ascii: "%") {
                let start = position + 1
                while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
                comments.append(start..<position)
            } else {
                return
            }
        }
    }

    /// The next token; its first byte stands at `start` afterwards.
    mutating func token(start: inout Int) -> Token {
        skipBlanks()
        start = position
        guard position < bytes.count else { return .end }
        switch bytes[position] {
        case UInt8(ascii: "/"): return .name(name())
        case UInt8(ascii: "("): return literal()
        case UInt8(ascii: "<"):
            if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "<") { return pass(2, .dictionaryStart) }
            let from = position
            while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
            guard position < bytes.count else { return .end }
            position += 1
            return .string(from..<position)
        case UInt8(ascii: ">"):
            let isPair = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: ">")
            return isPair ? pass(2, .dictionaryEnd) : pass(1, .other)
        case UInt8(ascii: "["): return pass(1, .arrayStart)
        case UInt8(ascii: "]"): return pass(1, .arrayEnd)
        case let byte where Self.isDelimiter(byte): return pass(1, .other)
        default: return word()
        }
    }

    private mutating func pass(_ count: Int, _ token: Token) -> Token {
        position += count
        return token
    }

    private mutating func name() -> String {
        position += 1
        var letters: [UInt8] = []
        while position < bytes.count, !Self.isBlank(bytes[position]), !Self.isDelimiter(bytes[position]) {
            // A letter may stand as its number, which would hide what a name says.
            if bytes[position] == UInt8(ascii: "#"), position + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[position + 1...position + 2], as: UTF8.self), radix: 16)
            {
                letters.append(value)
                position += 3
            } else {
                letters.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private mutating func literal() -> Token {
        let start = position
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return .string(start..<min(position, bytes.count)) }
        }
        position = bytes.count
        return .end
    }

    private mutating func word() -> Token {
        let start = position
        while position < bytes.count, !Self.isBlank(bytes[position]), !Self.isDelimiter(bytes[position]) { position += 1 }
        let letters = bytes[start..<position]
        if let first = letters.first, (0x30...0x39).contains(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            return Int(String(decoding: letters.prefix(20), as: UTF8.self)).map { .integer($0) } ?? .other
        }
        switch String(decoding: letters.prefix(20), as: UTF8.self) {
        case "true", "false", "null": return .other
        case let word: return word.hasPrefix(".") ? .other : .keyword(word)
        }
    }

    // MARK: Looking ahead

    struct Mark {
        fileprivate var position: Int
        fileprivate var comments: Int
    }

    var mark: Mark { Mark(position: position, comments: comments.count) }

    mutating func rewind(to mark: Mark) {
        position = mark.position
        comments.removeLast(comments.count - mark.comments)
    }

    // MARK: Values

    /// The value at the position.
    mutating func value(depth: Int = 0) throws(PDFError) -> PDFValue {
        var start = 0
        let token = token(start: &start)
        return try value(token, depth: depth)
    }

    mutating func value(_ token: Token, depth: Int = 0) throws(PDFError) -> PDFValue {
        guard depth < Self.deepest else { throw .malformed(what: "values too deep in one another") }
        switch token {
        case .name(let name): return .name(name)
        case .string(let range): return .string(range)
        case .integer(let number): return reference(number) ?? .integer(number)
        case .other: return .other
        case .arrayStart: return .array(try array(depth))
        case .dictionaryStart: return .dictionary(try dictionary(depth))
        case .end: throw .truncated
        case .arrayEnd, .dictionaryEnd, .keyword: throw .malformed(what: "a value is missing")
        }
    }

    /// `12 0 R`, of which the first number has been read.
    private mutating func reference(_ number: Int) -> PDFValue? {
        let mark = mark
        var start = 0
        if case .integer = token(start: &start), token(start: &start) == .keyword("R") { return .reference(number) }
        rewind(to: mark)
        return nil
    }

    private mutating func array(_ depth: Int) throws(PDFError) -> [PDFValue] {
        var values: [PDFValue] = []
        var start = 0
        while true {
            let token = token(start: &start)
            if token == .arrayEnd { return values }
            values.append(try value(token, depth: depth + 1))
        }
    }

    private mutating func dictionary(_ depth: Int) throws(PDFError) -> PDFDictionary {
        var dictionary = PDFDictionary()
        var start = 0
        while true {
            let token = token(start: &start)
            let keyStart = start
            switch token {
            case .dictionaryEnd: return dictionary
            case .name(let key):
                let value = try value(depth: depth + 1)
                dictionary.entries.append(PDFDictionary.Entry(key: key, value: value, range: keyStart..<position))
            case .end: throw .truncated
            default: throw .malformed(what: "a dictionary without a key")
            }
        }
    }
}
