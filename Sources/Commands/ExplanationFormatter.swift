import Diagnostics
import Eligibility

/// Writes an explanation for people, or for other programs.
enum ExplanationFormatter {
    // MARK: Text

    /// Columns after which a line is broken.
    private static let width = 100

    static func text(_ explanation: Explanation, _ language: Language, coloured: Bool) -> String {
        let title = VisibleText.of(explanation.title[language])
        let rule = String(repeating: "═", count: min(width, DisplayWidth.of(title.unicodeScalars)))
        var output = (coloured ? "\u{1B}[1m\(title)\u{1B}[0m" : title) + "\n\(rule)\n"
        write(explanation.parts, language, indent: 0, to: &output)
        return output
    }

    private static func write(_ parts: [Explanation.Part], _ language: Language, indent: Int, to output: inout String) {
        for part in parts {
            switch part {
            case .fact(let fact):
                // A code stands in the title already where it matters to people.
                if case .code = fact.value, ["kind", "rule", "status"].contains(fact.key) { continue }
                let place = fact.place.map { " (\($0.description))" } ?? ""
                wrap("\(fact.label[language]): \(words(fact.value, language))\(place)", indent: indent, hanging: 4, to: &output)
            case .group(let group):
                wrap("\(group.label[language]):", indent: indent, hanging: 4, to: &output)
                for item in group.items {
                    if indent == 0, group.items.contains(where: { $0.parts.count > 3 }) { output += "\n" }
                    wrap("- \(item.title[language])", indent: indent + 2, hanging: 2, to: &output)
                    write(item.parts, language, indent: indent + 4, to: &output)
                }
            }
        }
    }

    private static func words(_ value: Explanation.Value, _ language: Language) -> String {
        switch value {
        case .words(let words), .code(_, let words): words[language]
        case .number(let number): String(number)
        }
    }

    /// Breaks a line between words; the lines that follow are indented further.
    private static func wrap(_ text: String, indent: Int, hanging: Int, to output: inout String) {
        var line = String(repeating: " ", count: indent)
        var used = indent
        var isFirst = true
        for word in VisibleText.of(text).split(separator: " ") {
            let length = DisplayWidth.of(word.unicodeScalars)
            if !isFirst, used + 1 + length > width {
                output += line + "\n"
                line = String(repeating: " ", count: indent + hanging)
                used = indent + hanging
                isFirst = true
            }
            if !isFirst {
                line += " "
                used += 1
            }
            line += word
            used += length
            isFirst = false
        }
        output += line + "\n"
    }

    // MARK: JSON

    static func json(_ explanation: Explanation, _ language: Language) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [("title", .string(explanation.title[language]))]
        for part in explanation.parts {
            switch part {
            case .fact(let fact):
                members.append((fact.key, value(fact.value, language)))
                if let place = fact.place { members.append((fact.key + "_at", .string(place.description))) }
            case .group(let group): members.append((group.key, .array(group.items.map { json($0, language) })))
            }
        }
        return .object(members)
    }

    private static func value(_ value: Explanation.Value, _ language: Language) -> JSONValue {
        switch value {
        case .words(let words): .string(words[language])
        case .code(let code, _): .string(code)
        case .number(let number): .integer(number)
        }
    }
}
