import Diagnostics
import Testing

@testable import Formats

@Suite struct YAMLParserTests {
    private func parse(_ text: String) -> Diagnosed<YAMLNode?> {
        YAMLParser.parse(SourceText(path: "a.yaml", text: text))
    }

    @Test(arguments: [
        Case("colon in a value", "title: Dân vận: khéo\n", "yaml-colon-in-value 1:15+1"),
        Case("colon in a list's item", "a:\n  - tên: một: hai\n", "yaml-colon-in-value 2:13+1"),
        Case("colon without space", "a: 1\ntitle:Dân vận\nyear: 2024\n", "yaml-colon-without-space 2:6+1"),
        Case("colon without space, first line", "title:Dân vận\nyear: 2024\n", "yaml-colon-without-space 1:6+1"),
        Case("line without key", "a: 1\nDân vận khéo\nb: 2\n", "yaml-line-without-key 2:1+1"),
        Case("too far in", "title: a\n  year: 2024\n", "yaml-indentation 2:3+1"),
        Case("not far enough", "place:\n    a: 1\n  b: 2\n", "yaml-indentation 3:3+1"),
        Case("list beside key", "photos: - a\n", "yaml-list-beside-key 1:9+1"),
        Case("unclosed quote to the end", "title: \"Dân vận\nyear: 2024\n", "yaml-unclosed-quote 1:8+1"),
        Case("unclosed single quote", "a: 1\ntitle: 'Dân vận\n", "yaml-unclosed-quote 2:8+1"),
        Case("unclosed quote to the next", "title: \"Dân vận\nsummary: \"Tóm tắt\"\n", "yaml-unclosed-quote 1:8+1"),
        Case("text after quote", "title: \"Dân vận\" khéo\n", "yaml-text-after-quote 1:18+1"),
        Case("bracket unclosed", "a: [1, 2\nb: 3\n", "yaml-bracket 1:4+1"),
        Case("brace without comma", "a: {b: \"1\" c: 2}\n", "yaml-bracket 1:12+1"),
        Case("colon in braces", "a: {b: một: hai}\n", "yaml-colon-in-value 1:11+1"),
        Case("tab", "a:\n\tb: 1\n", "yaml-tab 2:1+1"),
        Case("tab behind spaces", "a:\n  b: 1\n\tc: 2\n", "yaml-tab 3:1+1"),
        Case("tab in a block of text", "a: |\n  một\n\thai\n", "yaml-tab 3:1+1"),
        Case("at sign", "lead: @hội\n", "yaml-special-character 1:7+1"),
        Case("backtick", "lead: `hội`\n", "yaml-special-character 1:7+1"),
        Case("percent", "lead: %50\n", "yaml-special-character 1:7+1"),
        Case("asterisk before a letter with diacritics", "title: *điển hình*\n", "yaml-special-character 1:8+1"),
        Case("greater-than", "scale: > 50 hộ\n", "yaml-special-character 1:8+1"),
        Case("backslash", "file: \"D:\\ảnh\\1.jpg\"\n", "yaml-escape 1:10+1"),
        Case("control character", "a: 1\nb: x\u{7}y\n", "yaml-control-character 2:5+1"),
        Case("line separator", "a: x\u{2028}y\nb: 2\n", "yaml-line-separator 1:5+1"),
        Case("line separator before an error", "a: x\u{2028}y: z\nb: 2\n", "yaml-line-separator 1:5+1"),
        Case("alias", "a: *ten\n", "yaml-alias 1:4+4"),
        Case("alias bomb", "a: &x [1]\nb: [*x, *x]\n", "yaml-anchor 1:4+1", "yaml-alias 2:5+2"),
        Case("anchor", "a: &x 1\n", "yaml-anchor 1:4+1"),
        Case("tag", "a: !!str 1\n", "yaml-tag 1:4+1"),
        Case("own tag", "a: !ảnh x\n", "yaml-special-character 1:4+1"),
        Case("merge key", "a: 1\n<<: {b: 2}\n", "yaml-merge-key 2:1+2"),
        Case("duplicate key", "id: a\ntitle: b\nid: c\n", "yaml-duplicate-key 3:1+2"),
        Case("duplicate key within", "a: {b: 1, b: 2}\n", "yaml-duplicate-key 1:11+1"),
        Case("list as key", "[a]: 1\n", "yaml-key-not-text 1:1+3"),
        Case("no key", ": 1\n", "yaml-line-without-key 1:1+1"),
        Case("null as key", "~: 1\n", "yaml-key-not-text 1:1+1"),
        Case("second document", "a: 1\n---\nb: 2\n", "yaml-second-document 2:1+3"),
        Case("too deep", String(repeating: "[", count: 40), "yaml-too-deep 1:33+1"),
        Case("far too deep", String(repeating: "[", count: 100_000), "yaml-too-deep 1:33+1"),
        Case("deep blocks", (0..<40).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), "yaml-too-deep 33:33+1"),
    ])
    func refusals(_ sample: Case) {
        let parsed = parse(sample.text)
        #expect(summary(parsed.diagnostics) == sample.expected)
        for diagnostic in parsed.diagnostics { #expect(diagnostic.severity == .error && diagnostic.remedy != nil) }
    }

    @Test func bothPlacesOfADuplicateAreNamed() {
        let diagnostic = parse("id: a\ntitle: b\nid: c\n").diagnostics.first
        #expect(diagnostic?.notes.first?.place?.description == "a.yaml:1:1")
    }

    @Test func duplicatesInLargeMappings() {
        let lines = (0..<200).map { "k\($0): 1\n" }.joined() + "k3: 2\nk150: 2\n"
        #expect(summary(parse(lines).diagnostics) == ["yaml-duplicate-key 201:1+2", "yaml-duplicate-key 202:1+4"])
    }

    @Test func treeWithPlaces() throws {
        let root = try #require(
            parse(
                """
                tên: "Đảng bộ xã Mẫu Một"
                year: 2021   # chú thích
                empty:
                note: ~
                text: |
                  Dòng một
                  dòng hai
                photos:
                  - {file: a.jpg, role: activity}
                  - b.jpg
                long: một hai
                  ba
                """
            ).value)
        #expect(
            describe(root) == [
                "1:1+3 tên", "1:6+20 \"Đảng bộ xã Mẫu Một\"",
                "2:1+4 year", "2:7+4 2021",
                "3:1+5 empty", "3:7+1 null",
                "4:1+4 note", "4:7+1 null",
                "5:1+4 text", "5:7+1 \"Dòng một\ndòng hai\n\"",
                "8:1+6 photos", "9:3+1 list", "9:5+29 mapping", "9:6+4 file", "9:12+5 a.jpg", "9:19+4 role", "9:25+8 activity",
                "10:5+5 b.jpg",
                "11:1+4 long", "11:7+7 một hai ba",
            ])
    }

    @Test func rangesKeepTheFilesLines() throws {
        let text = SourceText(path: "a.md", text: "---\nid: a\nid: b\n---\n")
        let split = try #require(FrontMatterSplit.split(text).value)
        let parsed = YAMLParser.parse(text, range: split.yaml, firstLine: split.yamlFirstLine)
        #expect(summary(parsed.diagnostics) == ["yaml-duplicate-key 3:1+2"])
    }

    @Test(arguments: ["", "\n", "# chú thích\n", "---\n"])
    func nothingIsNull(_ text: String) {
        let parsed = parse(text)
        guard case .null? = parsed.value?.content else { return #expect(Bool(false), "expected a null node") }
        #expect(parsed.diagnostics.isEmpty)
    }

    /// The tree, key by key and value by value; a block mapping shows only as its keys.
    private func describe(_ node: YAMLNode) -> [String] {
        let place = "\(node.position.line):\(node.position.column)+\(node.length)"
        switch node.content {
        case .null: return ["\(place) null"]
        case .scalar(let text, let plain): return ["\(place) \(plain ? text : "\"\(text)\"")"]
        case .sequence(let items): return ["\(place) list"] + items.flatMap(describe)
        case .mapping(let pairs):
            return (node.position == pairs.first?.key.position ? [] : ["\(place) mapping"])
                + pairs.flatMap { pair in
                    ["\(pair.key.position.line):\(pair.key.position.column)+\(pair.key.length) \(pair.key.value)"] + describe(pair.value)
                }
        }
    }
}
