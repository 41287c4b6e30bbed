import Diagnostics
import Testing

@testable import Formats

/// Good samples, cut short and damaged at random: every reader must come back, with diagnostics or without.
@Suite struct MutationTests {
    static let entry = """
        ---
        id: dang-bo-xa-mau-mot-2021
        title: "Dân vận khéo: “việc nhỏ, nghĩa lớn”"   # nhân vật hư cấu
        subject: {kind: collective, name: 'Đảng bộ xã Mẫu Một'}
        photos:
          - {file: media/1.jpg, role: portrait, alt: "Trụ sở \\u00e2"}
          - file: media/2.jpg
        text: |
          Một
            hai
        ---
        ## Thành tích đạt được

        Xem [bài](../b.md "tên") và ![ảnh *mới*](a.jpg), <b>đậm</b>, [x][y].

        > - trích `mã`
        >   1. một

        [y]: <https://example.vn/?a&amp;b>
        """
    static let table = "id;tên;ngày\r\na-1;\"Trần, \"\"Thị\"\" Ví Dụ\";9/7/2021\r\nb-2;\"hai\ndòng\";\r\n"

    @Test func damagedEntries() {
        for bytes in mutations(of: Array(Self.entry.utf8), seed: 2, count: 3000) {
            guard let text = SourceText.decode(path: "a.md", bytes: bytes).value else { continue }
            if let split = FrontMatterSplit.split(text).value {
                read(YAMLParser.parse(text, range: split.yaml, firstLine: split.yamlFirstLine))
                read(MarkdownDocument(text.bytes[split.body], path: text.path, firstLine: split.bodyFirstLine))
            }
            // The other parser's food as well.
            read(YAMLParser.parse(text))
            read(MarkdownDocument(text.bytes[...], path: text.path))
        }
    }

    @Test func damagedTables() {
        for bytes in mutations(of: Array(Self.table.utf8), seed: 3, count: 4000) {
            guard let text = SourceText.decode(path: "a.csv", bytes: bytes).value else { continue }
            let parsed = CSVTable.parse(text)
            #expect(parsed.value != nil || parsed.diagnostics.hasErrors)
            guard let table = parsed.value else { continue }
            let reader = CSVReader(table, into: DiagnosticCollector())
            let columns = table.header.map { reader.column($0.value) }
            for row in reader.rows {
                for column in columns {
                    _ = (row.string(column, required: true), row.date(column), row.list(column), row.place(column))
                }
            }
        }
    }

    private func read(_ parsed: Diagnosed<YAMLNode?>) {
        #expect(parsed.value != nil || parsed.diagnostics.hasErrors)
        guard let node = parsed.value else { return }
        let collector = DiagnosticCollector()
        guard let reader = MappingReader(node, in: "a.md", as: "a", into: collector) else { return }
        for key in ["id", "title", "text"] { _ = (reader.string(key), reader.text(key), reader.date(key), reader.strings(key)) }
        for photo in reader.mappings("photos") { _ = photo.string("file", required: true) }
        _ = reader.mapping("subject")?.string("kind")
        reader.finish()
        for diagnostic in collector.diagnostics { #expect(diagnostic.place?.position.map { $0.line > 0 && $0.column > 0 } == true) }
    }

    private func read(_ document: MarkdownDocument) {
        let rendered = document.renderHTML { destination, _ in destination.isEmpty ? .unchanged : .deferred(1) }
        let references = document.links + document.images
        #expect(rendered.insertions.count == references.count { !$0.destination.isEmpty && LinkScheme.refused(in: $0.destination) == nil })
        #expect(String(validating: rendered.bytes, as: UTF8.self) != nil)
        for reference in references { #expect(reference.position.line > 0 && reference.position.column > 0) }
    }

    private func mutations(of sample: [UInt8], seed: UInt64, count: Int) -> [[UInt8]] {
        var generator = SeededGenerator(state: seed)
        let truncations = sample.indices.map { Array(sample[..<$0]) }
        let telling = Array("\"':;,-[]{}()<>*&!|#\t\n\r\\`~ a\0".utf8)
        return truncations
            + (0..<count).map { _ in
                var bytes = sample
                for _ in 0...Int.random(in: 0..<4, using: &generator) {
                    let index = Int.random(in: bytes.indices, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                    case 1: bytes[index] = telling.randomElement(using: &generator) ?? 0
                    case 2: bytes.insert(telling.randomElement(using: &generator) ?? 0, at: index)
                    default: bytes.remove(at: index)
                    }
                }
                return bytes
            }
    }
}
