import Diagnostics
import Entries
import Formats
import Privacy
import Testing

/// Where in an entry's file personal data are looked for, and where they are said to stand.
@Suite struct PersonalDataReadingTests {
    private static let keys = """
        title: "Vườn mẫu"
        programme: p-1
        subject: ho-mau
        award: KT-1
        place: xa-mau
        year: 2021
        field: economy
        """

    /// Kind, line, column and length of what is found in an entry with these further keys and this story.
    private func found(_ front: String, _ body: String = "Bài.\n") -> [String] {
        let summary = front.contains("summary:") ? "" : "\nsummary: Tóm tắt"
        let text = "---\n\(Self.keys)\(summary)\n\(front)\n---\n\(body)"
        let parsed = EntryParser.parse(SourceText(path: "content/entries/2021/vuon-mau.md", text: text)).value
        return parsed.personalData.map { "\($0.value.kind.rawValue) \($0.position.line):\($0.position.column)+\($0.length)" }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var front: String
        var found: [String]

        init(_ name: String, _ front: String, _ found: [String]) { (testDescription, self.front, self.found) = (name, front, found) }
    }

    static let cases = [
        Case("plain text", "summary: gọi 0912 345 678 nhé", ["phone 9:14+12"]),
        Case("double quotes", "summary: \"Bà ấy: 0912 345 678\"", ["phone 9:18+12"]),
        Case("single quotes, one doubled", "summary: 'Bà ''Mẫu'': 0912 345 678'", ["phone 9:23+12"]),
        Case("an escape before it", "summary: \"“Bà” \\u00e0 0912 345 678\"", ["phone 9:23+12"]),
        Case("an escape within it", "summary: \"gọi 0912\\u0020345 678\"", ["phone 9:10+23"]),
        Case("a literal block", "summary: |\n  Dòng một.\n  Gọi 0912 345 678.", ["phone 11:7+12"]),
        Case("a folded block", "summary: >-\n  Dòng một\n\n  Gọi 0912 345 678.", ["phone 12:7+12"]),
        Case("plain text over two lines", "summary: Dòng một,\n  gọi 0912 345 678", ["phone 10:7+12"]),
        Case("the same number twice", "summary: 0912 345 678 và 0912 345 678", ["phone 9:10+12", "phone 9:26+12"]),
        Case(
            "a flow of keys",
            "summary: S\nphotos: [{file: a.jpg, role: portrait, alt: \"Bà Mẫu 0912345678\", caption: \"số nhà 12\", credit: \"a@b.vn\"}]",
            ["phone 10:53+10", "home_address 10:76+9", "email 10:97+6"]),
        Case("results", "summary: S\nresults:\n  - {value: \"0912345678\", unit: \"số\", what: \"điện thoại\"}", ["phone 11:14+10"]),
        Case(
            "a model", "summary: S\nmodel: {title: \"Tổ 0912345678\", lead: \"Bà Mẫu, dân tộc Tày\", scale: \"12 hộ\"}",
            ["phone 10:20+10", "ethnicity 10:48+11"]),
        Case(
            "videos", "summary: S\nvideos:\n  - {url: \"https://zalo.me/0912345678\", title: \"Gọi 0987654321\"}",
            ["phone 11:28+10", "phone 11:53+10"]),
        Case("names of files", "summary: S\nphotos:\n  - {file: anh-0912345678.jpg, role: activity, alt: \"Ảnh\"}", ["phone 11:16+10"]),
        Case("old addresses", "summary: S\naliases: [/ba-mau-0912345678/]", ["phone 10:19+10"]),
        Case("an id", "summary: S\nid: ba-mau-0912345678", ["phone 10:5+17"]),
        Case("a number that YAML would read as one", "summary: 0912345678", ["phone 9:10+10"]),
        Case(
            "who agreed, and why",
            "summary: S\npublish: {status: ready, consent: {given_by: \"Bà Mẫu 0912345678\", on: 2021-01-01}, sensitive: [{kind: health, reason: \"ông bị ung thư\"}]}",
            []),
        Case("codes of registers", "summary: S\nregistration: DK-0912345678\nscore_sheet: BD-024070001234", []),
        Case("a comment", "summary: S # gọi 0912 345 678", []),
        Case("figures", "summary: \"1.548 hộ hiến 4.860 m², góp 1.250.000.000 đồng\"", []),
    ]

    @Test(arguments: cases) func frontMatter(_ example: Case) {
        #expect(found(example.front) == example.found)
    }

    /// Columns count letters, not bytes, and lines are those of the file.
    @Test func theStory() {
        let body =
            "\n## Đề mục\n\nĐường về thôn Mẫu, số nhà 12.\n\n- Ông Mẫu: **0912 345 678**\n- [thư](mailto:mau@example.vn)\n\n`CCCD 024070001234`\n"
        #expect(
            found("summary: S", body) == [
                "home_address 14:20+9", "phone 16:14+12", "email 17:16+14", "identity_number 19:7+12",
            ])
    }

    /// What spans two lines is shown on its first.
    @Test func aRunNeverLeavesItsLine() {
        #expect(found("summary: S", "Ông phát hiện mắc ung\nthư.\n") == ["health 11:19+3"])
    }

    @Test func linksAndDescriptionsOfPictures() {
        #expect(found("summary: S", "![Bà Mẫu, 0912345678](anh/ba-0987654321.jpg)\n") == ["phone 11:11+10", "phone 11:30+10"])
        #expect(found("summary: S", "[tin](https://bao.example.vn/0912345678.htm) <!-- 0912345678 -->\n") == [])
    }

    /// A page of text is looked through in the same way.
    @Test func aPage() {
        let text = "---\ntitle: \"Liên hệ 0912345678\"\nslug: lien-he\n---\nHỏi mau@example.vn.\n"
        let page = TextPageParser.parse(SourceText(path: "content/pages/lien-he.md", text: text)).value
        #expect(
            page?.personalData.map { "\($0.value.kind.rawValue) \($0.position.line):\($0.position.column)" } == ["phone 2:17", "email 5:5"])
    }

    /// However many there are, each stands where it stands.
    @Test func thousandsOfThem() {
        let line = String(repeating: "à 0912345678, ", count: 2000)
        let many = found("summary: S", line + "\n" + String(repeating: "- 0912345678\n", count: 2000))
        #expect(many.count == 4000)
        #expect(many[1999] == "phone 11:\(1999 * 14 + 3)+10" && many[3999] == "phone \(11 + 2000):3+10")
    }
}
