import Diagnostics
import Formats
import Privacy
import Vietnamese

/// A page of text that belongs to the board itself, such as the one about it: `content/pages/*.md`.
package struct TextPage: Sendable {
    package var path: String
    package var title: String
    package var description: String
    /// The page's address, relative to the base.
    package var route: String
    /// The address's part, where its author wrote it, or at the top of the file that gives it.
    package var slug: Located<String>
    package var body: Entry.Body
    /// What the page tells of people, in the file's order.
    package var personalData: [Located<PersonalDataFinding>]
}

/// Reads one file of `content/pages`.
package enum TextPageParser {
    /// Nil where the file can't be used; what is wrong is beside it.
    package static func parse(_ text: SourceText) -> Diagnosed<TextPage?> {
        let split = FrontMatterSplit.split(text)
        guard let parts = split.value else { return Diagnosed(nil, split.diagnostics) }
        let yaml = YAMLParser.parse(text, range: parts.yaml, firstLine: parts.yamlFirstLine)
        let body = BodyParser.parse(text.bytes[parts.body], path: text.path, firstLine: parts.bodyFirstLine)
        let collector = DiagnosticCollector()
        collector.diagnostics = split.diagnostics + yaml.diagnostics
        var page: TextPage?
        if let node = yaml.value,
            let reader = MappingReader(
                node, in: text.path, as: Message(vi: "phần thông tin đầu trang", en: "the front matter"), into: collector)
        {
            let title = reader.string("title", required: true)
            let description = reader.text("description")
            let named = Slug.make(EntryParser.defaultID(for: text.path))
            let slug = reader.identifier("slug") ?? Located(named, at: SourcePosition(line: 1, column: 1), length: 3)
            reader.finish()
            collector.diagnostics += PlainTextMarkup.findings(in: node, source: text.bytes[parts.yaml], path: text.path)
            var data = PersonalDataReading(text)
            data.read(frontMatter: node, of: parts)
            data.read(body: parts)
            if let title {
                page = TextPage(
                    path: text.path, title: title.value, description: description?.value ?? "", route: slug.value + "/", slug: slug,
                    body: body.value, personalData: data.found)
            }
        }
        return Diagnosed(page, collector.diagnostics + body.diagnostics)
    }
}
