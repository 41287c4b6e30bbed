import Diagnostics

/// Writes down, in Markdown, every name that templates can use: generated from the shapes that the
/// templates are compiled against, so it can't be out of date without a test saying so.
package enum ViewReference {
    /// One section for each shape: those given, then those that their fields lead to, each once, in
    /// the order in which they are met.
    package static func markdown(of roots: [Shape], language: Language = .vietnamese) -> String {
        reachable(from: roots).map { section(on: $0, language) }.joined(separator: "\n")
    }

    private static func reachable(from roots: [Shape]) -> [Shape] {
        var shapes: [Shape] = []
        var queue = roots[...]
        while let shape = queue.popFirst() {
            guard !shapes.contains(where: { $0 === shape }) else { continue }
            shapes.append(shape)
            queue += shape.fields.compactMap(\.nested)
        }
        return shapes
    }

    private static func section(on shape: Shape, _ language: Language) -> String {
        let heading = Message(vi: "| Viết trong mẫu | Loại | Ý nghĩa |", en: "| In the template | Kind | Meaning |")
        let rows = shape.fields.map { field in
            "| `\(usage(of: field))` | \(kind(of: field, language)) | \(cell(field.doc[language])) |\n"
        }
        return "## `\(shape.name)`\n\n\(shape.doc[language])\n\n\(heading[language])\n| --- | --- | --- |\n\(rows.joined())"
    }

    /// The tag or tags as a template has them.
    private static func usage(of field: Shape.Field) -> String {
        switch field.kind {
        case .text: "{{\(field.name)}}"
        case .html: "{{{\(field.name)}}}"
        case .flag, .record, .list: "{{#\(field.name)}}…{{/\(field.name)}}"
        case .texts: "{{#\(field.name)}}{{.}}{{/\(field.name)}}"
        }
    }

    private static func kind(of field: Shape.Field, _ language: Language) -> String {
        guard let nested = field.nested else { return field.kind.word[language] }
        return "\(field.kind.word[language]): `\(nested.name)`"
    }

    /// A bar would end the table's cell.
    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
