extension JSONValue {
    /// What a text of JSON must bear besides being JSON.
    package enum Surroundings: Sendable {
        /// A file of its own.
        case file
        /// A `script` element: nothing in it may end the element or open a comment there, so `<` is written `\u003c`
        /// (WHATWG HTML, "Restrictions for contents of script elements").
        case scriptElement
    }

    /// Appends the value on one line, as UTF-8: for large files and for pages, where `text` would be slow and wide.
    package func append(to output: inout [UInt8], in surroundings: Surroundings = .file) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .integer(let value): output += String(value).utf8
        case .string(let value): Self.append(value, to: &output, surroundings)
        case .array(let items):
            output.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                item.append(to: &output, in: surroundings)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.append(member.key, to: &output, surroundings)
                output.append(UInt8(ascii: ":"))
                member.value.append(to: &output, in: surroundings)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func append(_ text: String, to output: inout [UInt8], _ surroundings: Surroundings) {
        output.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            // Nearly all texts hold nothing to escape and are taken over in one piece.
            var start = 0
            for index in bytes.indices {
                let byte = bytes[index]
                let isSpecial = byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
                guard isSpecial, byte != UInt8(ascii: "<") || surroundings == .scriptElement else { continue }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                appendEscape(of: byte, to: &output)
                start = index + 1
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output += "\\\"".utf8
        case UInt8(ascii: "\\"): output += "\\\\".utf8
        case UInt8(ascii: "\n"): output += "\\n".utf8
        default:
            output += "\\u00".utf8
            output.append(hexDigit(byte >> 4))
            output.append(hexDigit(byte & 0xF))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
}
