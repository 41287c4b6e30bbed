/// Writes JSON (RFC 8259), keys in the order in which they are given, so that the same values are the
/// same bytes everywhere.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// The text, indented by two spaces a level, without a line end.
    package var text: String {
        var output = ""
        write(to: &output, level: 0)
        return output
    }

    private func write(to output: inout String, level: Int) {
        switch self {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .integer(let value): output += String(value)
        case .string(let value): Self.quote(value, to: &output)
        case .array(let items):
            guard !items.isEmpty else { return output += "[]" }
            Self.list(items, "[", "]", &output, level) { item, output in item.write(to: &output, level: level + 1) }
        case .object(let members):
            guard !members.isEmpty else { return output += "{}" }
            Self.list(members, "{", "}", &output, level) { member, output in
                Self.quote(member.key, to: &output)
                output += ": "
                member.value.write(to: &output, level: level + 1)
            }
        }
    }

    private static func list<Item>(
        _ items: [Item], _ open: String, _ close: String, _ output: inout String, _ level: Int, _ write: (Item, inout String) -> Void
    ) {
        let indent = String(repeating: "  ", count: level + 1)
        output += open
        for (index, item) in items.enumerated() {
            output += index == 0 ? "\n" : ",\n"
            output += indent
            write(item, &output)
        }
        output += "\n" + String(repeating: "  ", count: level) + close
    }

    private static func quote(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            // What no terminal should get raw (`VisibleText`): JSON is printed too.
            case _ where !VisibleText.isShown(scalar):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue {
    package init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
}
