import Diagnostics
import Testing

@testable import Formats

private enum Status: String { case draft, ready }
private let statuses = [(name: "draft", value: Status.draft), (name: "ready", value: Status.ready)]
private let front = Message(vi: "phần thông tin đầu bài", en: "the front matter")

@Suite struct MappingReaderTests {
    private func reader(_ yaml: String, _ collector: DiagnosticCollector) throws -> MappingReader {
        let node = try #require(YAMLParser.parse(SourceText(path: "a.md", text: yaml)).value)
        return try #require(MappingReader(node, in: "a.md", as: front, into: collector))
    }

    @Test func values() throws {
        let collector = DiagnosticCollector()
        let reader = try reader(
            """
            title: " Dân vận khéo "
            text: |
              Một
              hai

            year: 2021
            on: 09/7/2021
            number: 007
            id: chi-bo.mau_2
            shown: Yes
            status: ready
            aliases: [/cu/, "/cũ/"]
            model: {name: Vườn, quantity: 1}
            photos:
              - {file: a.jpg}
              - {file: b.jpg}
            """, collector)
        #expect(reader.string("title", required: true) == Located("Dân vận khéo", at: SourcePosition(line: 1, column: 8), length: 16))
        #expect(reader.text("text")?.value == "Một\nhai")
        #expect(reader.integer("year", in: 1945...2100)?.value == 2021)
        #expect(reader.date("on")?.value == CalendarDay(year: 2021, month: 7, day: 9))
        #expect(reader.string("number")?.value == "007")
        #expect(reader.identifier("id")?.value == "chi-bo.mau_2")
        #expect(reader.boolean("shown")?.value == true)
        #expect(reader.choice("status", of: statuses)?.value == .ready)
        #expect(reader.strings("aliases").map(\.value) == ["/cu/", "/cũ/"])
        #expect(reader.strings("aliases").map(\.position.column) == [11, 17])
        let model = try #require(reader.mapping("model"))
        #expect(model.string("name")?.value == "Vườn")
        #expect(model.integer("quantity")?.value == 1)
        #expect(reader.mappings("photos").map { $0.string("file")?.value } == ["a.jpg", "b.jpg"])
        #expect(reader.string("absent") == nil)
        reader.finish()
        #expect(collector.diagnostics.isEmpty)
    }

    /// Each asks for the key `k` and finishes.
    enum Ask: Sendable {
        case string, requiredString, integer, boolean, date, identifier, choice, strings, requiredStrings, mapping, mappings
    }

    @Test(
        arguments: [
            ("missing", "a: 1", Ask.requiredString, ["missing-key 1:1+1", "unknown-key 1:1+1"]),
            ("empty", "k:", .requiredString, ["empty-value 1:1+1"]),
            ("empty in quotes", "k: \"\"", .requiredString, ["empty-value 1:1+1"]),
            ("blank", "k: \" \"", .requiredString, ["empty-value 1:1+1"]),
            ("empty but optional", "k:", .string, []),
            ("list for text", "k: [a]", .string, ["wrong-kind 1:4+3"]),
            ("mapping for text", "k: {a: b}", .string, ["wrong-kind 1:4+6"]),
            ("several lines", "k: |\n  a\n  b\n", .string, ["text-of-several-lines 1:4+1"]),
            ("thousands separator", "k: 3.500", .integer, ["not-an-integer 1:4+5"]),
            ("too large a number", "k: 99999999999999999999", .integer, ["not-an-integer 1:4+20"]),
            ("out of range", "k: 11", .integer, ["out-of-range 1:4+2"]),
            ("not yes or no", "k: có lẽ", .boolean, ["not-a-boolean 1:4+5"]),
            ("no date", "k: hôm qua", .date, ["not-a-date 1:4+7"]),
            ("no such day", "k: 31/02/2021", .date, ["no-such-day 1:4+10"]),
            ("identifier with diacritics", "k: mẫu-một", .identifier, ["invalid-identifier 1:4+7"]),
            ("identifier with slash", "k: ../a", .identifier, ["invalid-identifier 1:4+4"]),
            ("unknown value", "k: draf", .choice, ["unknown-value 1:4+4"]),
            ("text for list", "k: a", .strings, ["wrong-kind 1:4+1"]),
            ("empty list", "k: []", .requiredStrings, ["empty-value 1:4+2"]),
            ("list within a list", "k: [a, [b]]", .strings, ["wrong-kind 1:8+3"]),
            ("text for mapping", "k: a", .mapping, ["wrong-kind 1:4+1"]),
            ("unknown key within", "k: {name: a, nmae: b}", .mapping, ["unknown-key 1:14+4"]),
            ("text among mappings", "k: [{name: a}, b]", .mappings, ["wrong-kind 1:16+1"]),
            ("unknown key in an item", "k:\n  - name: a\n  - name: b\n    tên: c\n", .mappings, ["unknown-key 4:5+3"]),
            ("unknown key", "k: a\nb: 1\n", .string, ["unknown-key 2:1+1"]),
        ] as [(String, String, Ask, [String])])
    func refusals(_ name: String, _ yaml: String, _ ask: Ask, _ expected: [String]) throws {
        let collector = DiagnosticCollector()
        let reader = try reader(yaml, collector)
        switch ask {
        case .string: _ = reader.string("k")
        case .requiredString: #expect(reader.string("k", required: true) == nil)
        case .integer: #expect(reader.integer("k", in: 1...10) == nil)
        case .boolean: #expect(reader.boolean("k") == nil)
        case .date: #expect(reader.date("k") == nil)
        case .identifier: #expect(reader.identifier("k") == nil)
        case .choice: #expect(reader.choice("k", of: statuses) == nil)
        case .strings: _ = reader.strings("k")
        case .requiredStrings: _ = reader.strings("k", required: true)
        case .mapping: _ = reader.mapping("k")?.string("name")
        case .mappings: for item in reader.mappings("k") { _ = item.string("name") }
        }
        reader.finish()
        reader.finish()
        #expect(summary(collector.diagnostics) == expected, "\(name)")
    }

    @Test func wordsOfMessages() throws {
        let collector = DiagnosticCollector()
        let reader = try reader("titel: a\nstatus: redy\nphotos: [{fil: a}]\n", collector)
        _ = reader.string("title", required: true)
        _ = reader.choice("status", of: statuses)
        _ = reader.mappings("photos").map { $0.string("file", required: true) }
        reader.finish()
        #expect(
            collector.diagnostics.map { "\($0.message.vi) | \($0.remedy?.vi ?? "")" } == [
                "Thiếu khóa bắt buộc “title” trong phần thông tin đầu bài. | Thêm “title: …”.",
                "Giá trị “redy” không có trong các giá trị của khóa “status”. | Có lẽ là “ready”; các giá trị dùng được: draft, ready.",
                "Thiếu khóa bắt buộc “file” trong mục thứ 1 của “photos”. | Thêm “file: …”.",
                "Không có khóa “titel” trong phần thông tin đầu bài. | Có lẽ là “title”; các khóa dùng được: title, status, photos.",
                "Không có khóa “fil” trong mục thứ 1 của “photos”. | Có lẽ là “file”; các khóa dùng được: file.",
            ])
    }

    @Test func onlyMappingsAreRead() throws {
        let collector = DiagnosticCollector()
        let node = try #require(YAMLParser.parse(SourceText(path: "a.md", text: "- a\n")).value)
        #expect(MappingReader(node, in: "a.md", as: front, into: collector) == nil)
        #expect(summary(collector.diagnostics) == ["wrong-kind 1:1+1"])
    }
}
