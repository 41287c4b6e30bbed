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
