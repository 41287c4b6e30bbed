import Diagnostics
import Testing

@testable import Formats

/// YAML that is valid and was not meant (faults: R5, R14; gray-matter#90).
@Suite struct YAMLIntentTests {
    private func parse(_ text: String) -> (node: YAMLNode?, found: [String], diagnostics: [Diagnostic]) {
        let parsed = YAMLParser.parse(SourceText(path: "a.yaml", text: text))
        return (parsed.value, summary(parsed.diagnostics), parsed.diagnostics)
    }

    @Test(arguments: [
        ("title: Câu lạc bộ số #1 của thôn\n", "yaml-comment-in-value 1:22+11", "title: \"Câu lạc bộ số #1 của thôn\""),
        ("a: b\ntitle: Câu lạc bộ số # 1 của thôn\n", "yaml-comment-in-value 2:22+12", "title: \"Câu lạc bộ số # 1 của thôn\""),
        ("title: Đội “cờ đỏ” # đội mạnh\n", "yaml-comment-in-value 1:20+10", "title: \"Đội “cờ đỏ” # đội mạnh\""),
        ("caption: #1 của xã\n", "yaml-comment-in-value 1:10+9", "caption: \"#1 của xã\""),
        ("- Số #2 \"nhỏ\"\n", "yaml-comment-in-value 1:6+8", "- 'Số #2 \"nhỏ\"'"),
    ])
    func commentsThatCutAValue(_ text: String, _ found: String, _ mended: String) {
        let parsed = parse(text)
        #expect(parsed.found == [found])
        #expect(parsed.diagnostics.first?.remedy?.vi.contains(mended) == true, "\(parsed.diagnostics)")
    }

    @Test(arguments: [
        "# ghi chú\ntitle: a\n", "year: 2024 # năm xét\n", "title: Câu lạc bộ của thôn  # cần xem lại\n", "title: \"số #1\" # ghi chú\n",
        "title: số#1\n", "a: |\n  số #1\n", "a: # ghi chú\n  b: c\n", "a: b ## c\n", "a: [b, c] # d\n", "title: 'Câu lạc bộ số #1'\n",
    ])
    func commentsThatAreMeant(_ text: String) { #expect(parse(text).found == []) }

    @Test(arguments: [
        ("title: Dân vận\n  year:2024\n", "yaml-line-joined 2:3+9", "year: 2024"),
        ("summary: Kết quả\n  - việc một\n", "yaml-line-joined 2:3+10", "danh sách"),
        ("title: \"Dân vận\nyear: 2024\nb: \"\n", "yaml-quote-over-keys 1:8+1", "đóng ngoặc kép"),
    ])
    func linesThatRunTogether(_ text: String, _ found: String, _ remedy: String) {
        let parsed = parse(text)
        #expect(parsed.found == [found])
        #expect(parsed.diagnostics.first?.remedy?.vi.lowercased().contains(remedy) == true, "\(parsed.diagnostics)")
    }

    @Test(arguments: ["a: Dân vận\n  khéo: việc\n", "summary: Một\n  hai https://example.vn\n", "a: \"một\n  hai\"\n"])
    func linesThatGoOn(_ text: String) {
        #expect(parse(text).found.filter { $0.hasPrefix("yaml-line") || $0.hasPrefix("yaml-quote") } == [])
    }

    @Test(arguments: [
        ("a: \"Ảnh D:\\anh\\bai\"\n", "yaml-escape-character 1:4+16", "chỉ ghi tên tệp", "Ảnh D:\u{FFFD}nh\u{FFFD}ai"),
        ("a: \"C:\\tin\"\n", "yaml-escape-character 1:4+8", "C:\\\\tin", "C:\tin"),
        ("a: \"x\\e[31m\"\n", "yaml-escape-character 1:4+9", "x\\\\e[31m", "x\u{FFFD}[31m"),
        ("a: \"x\\u202Ey\"\n", "yaml-escape-character 1:4+10", "U+202E", "x\u{FFFD}y"),
    ])
    func escapesThatCanNotBeSeen(_ text: String, _ found: String, _ words: String, _ value: String) throws {
        let parsed = parse(text)
        #expect(parsed.found == [found])
        #expect(parsed.diagnostics.contains { ($0.message.vi + ($0.remedy?.vi ?? "")).contains(words) }, "\(parsed.diagnostics)")
        guard case .mapping(let pairs) = parsed.node?.content, case .scalar(let read, _) = pairs.first?.value.content else {
            Issue.record("no value")
            return
        }
        #expect(read == value)
    }

    @Test(arguments: ["a: \"một\\nhai\"\n", "a: \"nói \\\"khéo\\\"\"\n", "a: 'D:\\anh'\n", "a: D:\\anh\n", "a: \"\\u1EC7\"\n"])
    func escapesThatAreMeant(_ text: String) { #expect(parse(text).found == []) }

    @Test func aColonWithoutItsSpaceIsNamedWhereAGroupIsWanted() throws {
        let collector = DiagnosticCollector()
        let node = try #require(YAMLParser.parse(SourceText(path: "a.yaml", text: "photos:\n  - file:anh.jpg\nb: \u{A0}x\u{A0}\n")).value)
        let reader = try #require(MappingReader(node, in: "a.yaml", as: "a", into: collector))
        #expect(reader.mappings("photos").isEmpty)
        #expect(summary(collector.diagnostics) == ["yaml-colon-without-space 2:5+12"])
        #expect(collector.diagnostics.first?.remedy?.vi == "Viết “file: anh.jpg”.")
        #expect(reader.string("b")?.value == "x")
    }
}

/// Tables as spreadsheets leave them (faults: R19).
@Suite struct SpreadsheetHabitTests {
    private func parse(_ text: String) -> Diagnosed<CSVTable?> { CSVTable.parse(SourceText(path: "a.csv", text: text)) }

    @Test(arguments: [
        Case("sep=", "sep=;\na;b,c\n1;2\n", "a|b,c", "1|2"), Case("sep= that was saved again", "sep=;;\na;b\n1;2\n", "a|b", "1|2"),
        Case("sep= in quotes", "\"sep=,\"\na,b\n1,2\n", "a|b", "1|2"),
        Case("rows of blanks", "a,b\n , \n1,2\n\u{A0},\t\n", "a|b", "1|2"),
        Case("empty columns behind", "a,b,,,,,\n1,2,,,,,\n3,4,, ,,,\n", "a|b", "1|2", "3|4"),
        Case("separators behind a row", "a,b\n1,2,,\n", "a|b", "1|2"),
        Case("a column without a name and cells", "a,,b\n1,,2\n3, ,4\n", "a|b", "1|2", "3|4"),
    ])
    func areRead(_ sample: Case) throws {
        let parsed = parse(sample.text)
        let table = try #require(parsed.value)
        let rows = (0..<table.rowCount).map { row in table.header.indices.map { table.cell(row, $0) }.joined(separator: "|") }
        #expect([table.header.map(\.value).joined(separator: "|")] + rows == sample.expected)
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test(arguments: [
        Case("cells under no name", "a,,b\n1,,2\n3,x,4\n", "csv-empty-column-name 1:3+1"),
        Case("cells behind the last column", "a,b\n1,2,,x\n", "csv-row-width 2:1+6"),
        Case(
            "error values", "a,b\n1,#N/A\n#REF!,2\n\"#####\",3\n", "csv-error-value 2:3+4", "csv-error-value 3:1+5", "csv-error-value 4:2+5"
        ),
        Case("rows in one cell", "\"a,b\"\n\"1,2\"\n", "csv-row-in-one-cell 1:1+3"),
        Case("sep= alone", "sep=;\n", "csv-no-header 1:1+1"),
    ])
    func areNamed(_ sample: Case) { #expect(summary(parse(sample.text).diagnostics) == sample.expected) }

    @Test(arguments: [
        ("1.500", "nếu là 1500 thì ghi 1500"), ("1 500", "ghi 1500"), ("2024,0", "ghi 2024"), ("12.345.678", "ghi 12345678"),
        ("1.5", "chỉ ghi chữ số"),
    ])
    func numbersAreGivenMended(_ written: String, _ remedy: String) throws {
        let collector = DiagnosticCollector()
        let table = try #require(parse("n;m\n\"\(written)\";1\n").value)
        let reader = CSVReader(table, into: collector)
        let column = reader.column("n")
        for row in reader.rows { #expect(row.integer(column) == nil) }
        #expect(collector.diagnostics.first?.remedy?.vi.lowercased().contains(remedy.lowercased()) == true, "\(collector.diagnostics)")
    }

    @Test func countedDaysAreGivenAsDays() throws {
        let collector = DiagnosticCollector()
        let reader = CSVReader(try #require(parse("d,e\n44386,1\n").value), into: collector)
        let column = reader.column("d")
        for row in reader.rows { #expect(row.date(column) == nil) }
        #expect(collector.diagnostics.first?.remedy?.vi.contains("44386 là ngày 09/7/2021") == true, "\(collector.diagnostics)")
    }
}
