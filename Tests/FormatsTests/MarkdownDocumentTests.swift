import Diagnostics
import Glibc
import Testing

@testable import Formats

@Suite struct MarkdownDocumentTests {
    private func document(_ text: String, firstLine: Int = 1) -> MarkdownDocument {
        MarkdownDocument(Array(text.utf8)[...], path: "a.md", firstLine: firstLine)
    }

    private func html(_ document: MarkdownDocument, base: Int? = 2) -> String {
        String(decoding: document.renderHTML(headingBase: base).bytes, as: UTF8.self)
    }

    /// `destination "text" line:column+length`
    private func describe(_ references: [MarkdownReference]) -> [String] {
        references.map { "\($0.destination) \"\($0.text)\" \($0.position.line):\($0.position.column)+\($0.length)" }
    }

    // MARK: Sections and words

    @Test func sectionsAndTheirWords() {
        let text = """
            Mở đầu hai câu.

            ## Thành tích đạt được

            **Dân** vận (*khéo*) ở
            `thôn` Mẫu.

            ### Con số

            - 12 hộ
            - ba

            > # Trích dẫn
            > không mở phần mới

            ## Kết luận
            Một. ![ảnh minh họa](a.jpg)
            """
        let document = document(text, firstLine: 10)
        #expect(
            document.headings == [
                MarkdownHeading(
                    level: 2, title: "Thành tích đạt được", position: SourcePosition(line: 12, column: 1), titleWords: 4, ownWords: 6),
                MarkdownHeading(level: 3, title: "Con số", position: SourcePosition(line: 17, column: 1), titleWords: 2, ownWords: 9),
                MarkdownHeading(level: 2, title: "Kết luận", position: SourcePosition(line: 25, column: 1), titleWords: 2, ownWords: 1),
            ])
        #expect(document.totalWords == 4 + 4 + 6 + 2 + 9 + 2 + 1)
        #expect(document.words(inSectionTitled: " thành tích  ĐẠT ĐƯỢC ") == 6 + 2 + 9)
        #expect(document.words(inSectionTitled: "Con số") == 9)
        #expect(document.words(inSectionTitled: "Trích dẫn") == nil)
        #expect(document.words(inSectionTitled: "Không có") == nil)
    }

    @Test func wordsAcrossMarksAreOne() {
        #expect(document("**Vi**ệt *N*am").totalWords == 2)
        #expect(document("một  \nhai\nba").totalWords == 3)
        #expect(document("- một\n- hai\n\n```\nba\n```\n").totalWords == 3)
        #expect(document("").totalWords == 0)
    }

    // MARK: Places

    @Test(arguments: [
        Case("after Vietnamese text", "Tên làng nghề [a](b.md)", "b.md \"a\" 1:19+4"),
        Case("text like its destination", "Xã [a.md](a.md) và [a.md](a.md)", "a.md \"a.md\" 1:11+4", "a.md \"a.md\" 1:27+4"),
        Case("second line of a paragraph", "Một dòng\nđến [đây](/dia-ban/x/)", "/dia-ban/x/ \"đây\" 2:11+11"),
        Case("in a list in a quotation", "> - Một\n>   [hai](x y.md) [ba](<x y.md>)", "x y.md \"ba\" 2:25+6"),
        Case("autolink", "Xem <https://example.vn/đ>", "https://example.vn/đ \"https://example.vn/đ\" 1:6+20"),
        Case("e-mail", "Thư <a@example.vn>", "mailto:a@example.vn \"a@example.vn\" 1:6+12"),
        Case("title", "[a](b \"Tên\")", "b \"a\" 1:5+1"),
        Case("defined elsewhere", "Xem [bài ấy][x] nhé\n\n[x]: /bai/", "/bai/ \"bài ấy\" 1:5+15"),
        Case("escaped", "Xem [a](b\\_c)", "b_c \"a\" 1:5+9"),
        Case("entity", "Xem [a](?x=1&amp;y)", "?x=1&y \"a\" 1:5+15"),
        Case("in a heading", "## Về [a](b)", "b \"a\" 1:11+1"),
        Case("marks in its text", "[**Dân** `vận`\nkhéo](b)", "b \"Dân vận khéo\" 2:7+1"),
        Case("no destination", "Xem [a]()", " \"a\" 1:5+5"),
        Case("within a picture's description", "![x [a](b)](c)"),
    ])
    func placesOfLinks(_ sample: Case) {
        #expect(describe(document(sample.text).links) == sample.expected)
    }

    @Test(arguments: [
        Case("picture", "Ảnh: ![Đường *mới*](duong.jpg)", "duong.jpg \"Đường mới\" 1:21+9"),
        Case("within a link", "[![nhỏ](a.jpg)](b.md)", "a.jpg \"nhỏ\" 1:9+5"),
        Case("within a picture", "![x ![y](a)](b)", "b \"x y\" 1:14+1"),
    ])
    func placesOfPictures(_ sample: Case) {
        #expect(describe(document(sample.text).images) == sample.expected)
    }

    @Test func linesAreThoseOfTheFile() {
        #expect(describe(document("Một\n\n[a](b)\n", firstLine: 30).links) == ["b \"a\" 32:5+1"])
    }

    // MARK: What is not accepted

    @Test(arguments: [
        Case("inline", "Chữ <b>đậm</b> và <i>nghiêng</i>", "markdown-raw-html 1:5+3", "markdown-raw-html 1:19+3"),
        Case("block", "Một\n\n<div class=\"a\">\nhai\n</div>\n", "markdown-raw-html 3:1+15"),
        Case("in a list", "- một\n- xã <br> hai", "markdown-raw-html 2:6+4"),
        Case("comment", "Một <!-- ghi chú --> hai\n\n<!-- nữa -->\n"),
        Case("escaped", "a &lt;b> và 3 < 5"),
        Case("in code", "`<b>`"),
        Case("script address", "Xem [a](javascript:alert(1))", "markdown-unsafe-link 1:9+19"),
        Case("script address in capitals", "[a](JavaScript:x)", "markdown-unsafe-link 1:5+12"),
        Case("script address in disguise", "[a](&#106;avascript:x)", "markdown-unsafe-link 1:1+22"),
        Case("data picture", "![a](data:image/png;base64,AA)", "markdown-unsafe-link 1:6+24"),
        Case("file", "[a](file:///etc/passwd)", "markdown-unsafe-link 1:5+18"),
        Case("vbscript", "<vbscript:x>", "markdown-unsafe-link 1:2+10"),
        Case("no scheme", "[a](data) [b](/x:y) [c](mailto:d) [e](#javascript:)"),
    ])
    func findings(_ sample: Case) {
        #expect(summary(document(sample.text).diagnostics) == sample.expected)
    }

    @Test func rawHTMLAndUnsafeAddressesAreNotWritten() {
        let html = html(
            document("A <b onclick=x>b</b> <!-- c -->\n\n<script>x</script>\n\n[d](javascript:x) ![e](data:image/png;base64,AA)\n"))
        #expect(html == "<p>A b </p>\n<p><a href=\"\">d</a> <img src=\"\" alt=\"e\" /></p>\n")
    }

    @Test func manyPiecesOfHTMLAreCounted() {
        let diagnostics = document(String(repeating: "<b>x</b>\n", count: 50)).diagnostics
        #expect(diagnostics.count == 20)
        #expect(diagnostics.first?.notes.first?.message.en == "there is HTML in 30 more places")
    }

    @Test func tooManyPicturesAreNotRead() {
        let document = document(String(repeating: "![[]()", count: 5001), firstLine: 5)
        #expect(summary(document.diagnostics) == ["markdown-too-many-pictures 5:1+1"])
        #expect(document.totalWords == 0 && document.images.isEmpty)
    }

    // MARK: Rendering

    @Test(arguments: [
        ("# a\n\n### b", 2, "<h2>a</h2>\n<h4>b</h4>\n"),
        ("### a\n\n#### b", 2, "<h2>a</h2>\n<h3>b</h3>\n"),
        ("# a\n\n###### b", 3, "<h3>a</h3>\n<h6>b</h6>\n"),
        ("## a\n\n> # b", 2, "<h3>a</h3>\n<blockquote>\n<h2>b</h2>\n</blockquote>\n"),
    ])
    func headingLevels(_ text: String, _ base: Int, _ expected: String) {
        let document = document(text)
        #expect(html(document, base: base) == expected)
        #expect(html(document, base: base) == expected)
        #expect(html(document, base: 1).contains("<h1>"))
    }

    @Test func addressesAreResolved() {
        let document = document("[a](x.md) ![b](y.jpg \"~~\") [c](z) ~~0~ <https://example.vn> [![d](e)](f)")
        let rendered = document.renderHTML { destination, isImage in
            switch destination {
            case "x.md": .deferred(7)
            case "y.jpg": .address(isImage ? "/ảnh?a&b" : "sai")
            case "e": .deferred(8)
            case "f": .deferred(9)
            default: .unchanged
            }
        }
        let expected =
            "<p><a href=\"\">a</a> <img src=\"/%E1%BA%A3nh?a&amp;b\" alt=\"b\" title=\"~~\" /> <a href=\"z\">c</a> ~~0~ "
            + "<a href=\"https://example.vn\">https://example.vn</a> <a href=\"\"></a></p>\n"
        #expect(String(decoding: rendered.bytes, as: UTF8.self) == expected)
        #expect(rendered.insertions.map(\.target) == [7, 9, 8])
        var output: [UInt8] = []
        rendered.append(to: &output) { Array("/\($0)/".utf8) }
        #expect(
            String(decoding: output, as: UTF8.self)
                == expected.replacing("<a href=\"\">a", with: "<a href=\"/7/\">a")
                .replacing("<a href=\"\"></a></p>", with: "<a href=\"/9/\">/8/</a></p>"))
        #expect(html(document).contains("href=\"x.md\""))
    }

    // MARK: Hostile documents

    @Test(arguments: [
        ("quotations", String(repeating: ">", count: 10_000) + " a"),
        ("brackets", String(repeating: "[", count: 50_000)),
        ("brackets and parentheses", String(repeating: "[a](", count: 10_000)),
        ("pictures", String(repeating: "![", count: 5000) + String(repeating: "](a)", count: 5000)),
        ("links on one line", String(repeating: "[a](b)", count: 20_000)),
        ("emphasis", String(repeating: "*a _b", count: 10_000)),
        ("lists", (0..<500).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
        ("one paragraph", String(repeating: "chữ ", count: 20_000)),
        ("links that are defined elsewhere", String(repeating: "[a] ", count: 20_000) + "\n\n[a]: xyz\n"),
        ("entities", String(repeating: "&amp;", count: 20_000)),
        ("unclosed tags", String(repeating: "<a ", count: 10_000)),
        ("backticks", (1...300).map { String(repeating: "`", count: $0) }.joined(separator: " ")),
    ])
    func hostile(_ name: String, _ text: String) {
        // Of this thread only, so that a busy machine makes no difference.
        let start = threadNanoseconds()
        let document = document(text)
        _ = document.renderHTML { _, _ in .deferred(1) }
        #expect(threadNanoseconds() - start < 5_000_000_000, "\(name)")
    }
}

/// Processor time of this thread.
private func threadNanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
