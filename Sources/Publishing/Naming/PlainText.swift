/// The words of a text as a reader meets them, and where in the file each byte of them comes from.
struct PlainText {
    /// What stands on the page, parts that are set apart from one another parted by empty lines.
    private(set) var words = Piece()
    /// What stands in attributes of elements: titles, descriptions of pictures, addresses.
    private(set) var attributes = Piece()

    /// Bytes, and where runs of them come from.
    struct Piece {
        fileprivate(set) var bytes: [UInt8] = []
        /// Where runs begin, in the piece and in the file.
        private var runs: [(start: Int, offset: Int)] = []

        fileprivate mutating func append(_ added: some Collection<UInt8>, from offset: Int) {
            if let last = runs.last, last.offset + bytes.count - last.start == offset {
                bytes.append(contentsOf: added)
                return
            }
            runs.append((bytes.count, offset))
            bytes.append(contentsOf: added)
        }

        fileprivate mutating func part(at offset: Int) {
            runs.append((bytes.count, offset))
            bytes.append(0x0A)
            bytes.append(0x0A)
        }

        /// The offset in the file that a byte of the piece comes from.
        func offset(of index: Int) -> Int {
            var (low, high) = (0, runs.count)
            while low < high {
                let middle = (low + high) / 2
                if runs[middle].start <= index { low = middle + 1 } else { high = middle }
            }
            guard low > 0 else { return index }
            return runs[low - 1].offset + index - runs[low - 1].start
        }
    }

    /// How a file is written.
    enum Form {
        /// HTML and XML, and Markdown, which may hold either and their character references.
        case markup
        /// JSON, whose strings hold backslashes.
        case json
        case plain

        /// By the ending of a file's name; nil for what holds no text.
        init?(ofFile name: String) {
            switch name.split(separator: ".").last.map({ $0.lowercased() }) {
            case "html", "htm", "xml", "md", "mustache", "svg", "yaml", "yml": self = .markup
            case "json": self = .json
            case "csv", "txt", "vtt", "srt", "css", "js": self = .plain
            default: return nil
            }
        }
    }

    init(_ bytes: [UInt8], _ form: Form) {
        switch form {
        case .plain: words.append(bytes, from: 0)
        case .json: readJSON(bytes)
        case .markup: readMarkup(bytes)
        }
    }

    // MARK: JSON

    private mutating func readJSON(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) ?? bytes.count
            words.append(bytes[index..<end], from: index)
            index = end
            guard index + 1 < bytes.count else { break }
            if bytes[index + 1] == UInt8(ascii: "u"), let code = Self.number(bytes[(index + 2)...].prefix(4), radix: 16) {
                words.append(Self.utf8(code), from: index)
                index += 6
            } else {
                let letter = bytes[index + 1]
                words.append([UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(letter) ? [letter] : [0x0A], from: index)
                index += 2
            }
        }
    }

    // MARK: Markup

    private mutating func readMarkup(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<"):
                if let end = tag(in: bytes, at: index) {
                    index = end
                } else {
                    words.append(bytes[index..<index + 1], from: index)
                    index += 1
                }
            case UInt8(ascii: "&"):
                let (text, end) = Self.reference(in: bytes, at: index)
                words.append(text, from: index)
                index = end
            default:
                let end = bytes[index...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") } ?? bytes.count
                words.append(bytes[index..<end], from: index)
                index = end
            }
        }
    }

    /// Elements within a line: a name may run through them.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u",
        "wbr",
    ]

    /// Reads an element's tag and what its attributes say; nil where none begins there.
    private mutating func tag(in bytes: [UInt8], at start: Int) -> Int? {
        var index = start + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
        let nameStart = index
        while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
        guard index > nameStart else { return nil }
        let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
        var quote: UInt8?
        let attributesStart = index
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            index += 1
        }
        guard index < bytes.count else { return nil }
        if index > attributesStart {
            attributes.part(at: start)
            var inner = attributesStart
            while inner < index {
                if bytes[inner] == UInt8(ascii: "&") {
                    let (text, end) = Self.reference(in: bytes, at: inner)
                    attributes.append(text, from: inner)
                    inner = end
                } else {
                    // Values stand apart from one another, whatever they hold.
                    let isEdge = bytes[inner] == UInt8(ascii: "\"") || bytes[inner] == UInt8(ascii: "=")
                    if isEdge { attributes.part(at: inner) } else { attributes.append(bytes[inner..<inner + 1], from: inner) }
                    inner += 1
                }
            }
        }
        if name == "br" { words.append([0x20], from: start) } else if !Self.inline.contains(name) { words.part(at: start) }
        return index + 1
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || (0x30...0x39).contains(byte) }

    /// What a character reference stands for; the sign itself where it is none that is known.
    private static func reference(in bytes: [UInt8], at start: Int) -> (text: [UInt8], end: Int) {
        let body = bytes[(start + 1)...].prefix(10).prefix { $0 != UInt8(ascii: ";") }
        let end = start + 1 + body.count
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return ([bytes[start]], start + 1) }
        if body.first == UInt8(ascii: "#") {
            let isHex = body.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
            guard let code = number(body.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10) else { return ([bytes[start]], start + 1) }
            return (utf8(code), end + 1)
        }
        let named: [String: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": ""]
        guard let text = named[String(decoding: body, as: UTF8.self)] else { return ([bytes[start]], start + 1) }
        return (Array(text.utf8), end + 1)
    }

    private static func number(_ digits: some Collection<UInt8>, radix: Int) -> UInt32? {
        digits.isEmpty ? nil : UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
    }

    private static func utf8(_ code: UInt32) -> [UInt8] { Array(String(Unicode.Scalar(code) ?? " ").utf8) }
}
