import Diagnostics
import Testing

@testable import Formats

/// A story as it will be read (faults: R4, P3; commonmark-spec#650, pandoc#9959, react-markdown#876, mdBook#2301).
@Suite struct LeftoverTests {
    private func document(_ text: String) -> MarkdownDocument {
        MarkdownDocument(Array(text.utf8)[...], path: "bai.md")
    }

    /// Every finding as `code line:column+length`, then what its remedy and notes tell to write.
    private func findings(_ text: String) -> [String] {
        document(text).diagnostics.map { diagnostic in
            ([summary([diagnostic])[0], diagnostic.remedy?.vi ?? ""] + diagnostic.notes.map(\.message.vi)).joined(separator: " | ")
        }
    }

    @Test(arguments: [
        Case("no-break space", "##\u{A0}Kết quả", "heading-not-made 1:1+10 | Viết: ## Kết quả."),
        Case("no blank", "Đầu.\n\n##Kết quả", "heading-not-made 3:1+9 | Viết: ## Kết quả."),
        Case("no blank, one hash", "#Kết quả nổi bật", "heading-not-made 1:1+16 | Viết: # Kết quả nổi bật."),
        Case("bold in it", "##**Kết quả**", "heading-not-made 1:1+13 | Viết: ## **Kết quả**."),
        Case("in a quotation", "> ##Kết quả", "heading-not-made 1:3+9 | Viết: > ## Kết quả."),
        Case("a word of social media", "#DanVanKheo #NongThonMoi"),
        Case("a number of a group", "#1 của thôn"),
        Case("escaped", "\\##Kết quả"),
        Case("a heading", "## Kết quả"),
    ])
    func headings(_ sample: Case) { #expect(findings(sample.text) == sample.expected) }

    @Test(arguments: [
        Case("quotes before a letter", "**“Dân vận khéo”**của xã", "emphasis-not-made 1:17+2 | Viết: **“Dân vận khéo”** của xã."),
        Case("a colon before a number", "**Kết quả:**164 hộ", "emphasis-not-made 1:11+2 | Viết: **Kết quả:** 164 hộ."),
        Case("a blank within", "**Kết quả: **164 hộ", "emphasis-not-made 1:12+2 | Viết: **Kết quả:** 164 hộ."),
        Case("blanks on both sides", "** Kết quả ** đạt", "emphasis-not-made 1:1+2 | Viết: **Kết quả** đạt."),
        Case("a letter before quotes", "xã**“Mẫu An”** đạt", "emphasis-not-made 1:3+2 | Viết: xã **“Mẫu An”** đạt."),
        Case("one asterisk", "*“Mẫu An”*của huyện", "emphasis-not-made 1:10+1 | Viết: *“Mẫu An”* của huyện."),
        Case("products, and marks of notes", "3 * 4 * 5\n\nBài viết * của ông Hai, ghi chú * ở dưới."),
        Case("underscores", "__Kết quả:__164 hộ", "emphasis-not-made 1:11+2 | Viết: __Kết quả:__ 164 hộ."),
        Case(
            "the second of two, in an item", "- **a** và **“b”**c", "emphasis-not-made 1:17+2 | Viết: - **a** và **“b”** c."),
        Case("tildes", "Có ~~40~~ 42 hộ", "emphasis-not-made 1:4+2 | Viết: Có 40 42 hộ."),
        Case(
            "never closed", "**Kết quả đạt được",
            "emphasis-not-made 1:1+2 | Thêm ** ở cuối phần in đậm, hoặc xóa dấu này: Kết quả đạt được."),
        Case(
            "never closed, in a longer paragraph", "Năm 2021,\n**xã đạt\nchuẩn",
            "emphasis-not-made 2:1+2 | Thêm ** ở cuối phần in đậm, hoặc xóa dấu này: xã đạt."),
        Case(
            "never opened", "Kết quả đạt được**",
            "emphasis-not-made 1:17+2 | Thêm ** ở đầu phần in đậm, hoặc xóa dấu này: Kết quả đạt được."),
        Case("nothing between", "Kết quả ** ** đạt được", "emphasis-not-made 1:9+5 | Viết: Kết quả đạt được."),
        Case("bold over two lines", "**Kết quả\nđạt được** của xã"),
        Case("in a heading", "## **Kết quả:**năm 2021", "emphasis-not-made 1:14+2 | Viết: ## **Kết quả:** năm 2021."),
        Case("right ones", "**Kết quả:** 164 hộ, *nghiêng*, __đậm__ và 5 * 3 * 2"),
        Case("a note's mark", "Số liệu đến tháng 6 (*).\n\n(*) Theo báo cáo."),
        Case("escaped", "\\*\\*Kết quả:\\*\\*164 hộ"),
        Case("code", "`**a**b` và **c**"),
        Case("an ornament", "Hết\n\n*** **"),
    ])
    func emphasis(_ sample: Case) { #expect(findings(sample.text) == sample.expected) }

    @Test(arguments: [
        Case(
            "blanks and brackets in a name", "![Buổi họp](Ảnh 1 (2).JPG)",
            "picture-not-made 1:1+26 | Viết: ![Buổi họp](<Ảnh 1 (2).JPG>)."),
        Case("a link", "Xem [quyết định](quyet dinh.pdf) này", "link-not-made 1:5+28 | Viết: Xem [quyết định](<quyet dinh.pdf>) này."),
        Case("a blank between", "[trang] (https://example.vn/a)", "link-not-made 1:1+30 | Viết: [trang](https://example.vn/a)."),
        Case("quotes of Word", "![a](a.jpg “Họp”)", "picture-not-made 1:1+17 | Viết: ![a](a.jpg)."),
        Case("not closed", "![a](anh.jpg", "picture-not-made 1:1+12 | Viết: ![a](anh.jpg)."),
        Case("a note", "Theo báo cáo[^1] của xã", "footnote-not-made 1:13+4 | Viết: Theo báo cáo(1) của xã."),
        Case("words in brackets", "Thôn [Mẫu] (xã Mẫu An) đạt"),
        Case("right ones", "![a](a.jpg) [b](<b c.pdf>) [c](https://example.vn)"),
    ])
    func references(_ sample: Case) { #expect(findings(sample.text) == sample.expected) }

    @Test(arguments: [
        Case("a bullet", "• việc một", "list-not-made 1:1+10 | Viết: - việc một."),
        Case("a hyphen without a blank", "-việc một", "list-not-made 1:1+9 | Viết: - việc một."),
        Case("a hyphen and a no-break space", "-\u{A0}việc một", "list-not-made 1:1+10 | Viết: - việc một."),
        Case(
            "dashes run together", "– việc một\n– việc hai",
            "list-not-made 1:1+10 | Viết lại từng dòng như dưới đây, có dấu cách sau dấu đầu dòng. | viết: - việc một | viết: - việc hai"),
        Case(
            "letters under a number", "1. Việc:\na) chi tiết\nb) nữa",
            "list-not-made 2:1+11 | Viết lại từng dòng như dưới đây, có dấu cách sau dấu đầu dòng. | viết:    - a) chi tiết | viết:    - b) nữa"
        ),
        Case(
            "numbers that begin at two", "Kết quả:\n2. Hai\n3. Ba",
            "list-not-made 2:1+6 | Để một dòng trống trên dòng 2. Hai."),
        Case("a day at a line's end", "Lễ trao giải ngày\n28. 6. 2021, sau đó ngày\n30. 6. 2021, tổ chức ở xã"),
        Case("a day and a month at a line's end", "Lễ trao giải ngày\n28. tháng 6, sau đó ngày\n30. tháng 6 tổ chức ở xã"),
        Case(
            "letters under a number, in a paragraph of their own", "1. Việc:\n\n   a) chi tiết\n   b) nữa",
            "list-not-made 3:4+11 | Viết lại từng dòng như dưới đây, có dấu cách sau dấu đầu dòng. | viết:    - a) chi tiết | viết:    - b) nữa"
        ),
        Case(
            "numbers without a blank", "1.Một\n2.Hai",
            "list-not-made 1:1+5 | Viết lại từng dòng như dưới đây, có dấu cách sau dấu đầu dòng. | viết: 1. Một | viết: 2. Hai"),
        Case(
            "a box", "- [ ] việc một\n- [x] việc hai", "task-box-not-made 1:3+4 | Viết: - việc một.",
            "task-box-not-made 2:3+4 | Viết: - ✓ việc hai."),
        Case("the end of a text", "-Hết-"),
        Case("somebody speaks", "– Tôi làm vì dân."),
        Case("figures", "-5 độ\n\n+84 là mã\n\n1.500 hộ\n2.300 hộ"),
        Case("lists", "- một\n- hai\n\n1. một\n2. hai\n\n* ba"),
    ])
    func lists(_ sample: Case) { #expect(findings(sample.text) == sample.expected) }

    @Test(arguments: [
        Case("a highlight", "Đạt ==giải nhất== huyện", "mark-not-made 1:5+13 | Viết: Đạt **giải nhất** huyện."),
        Case("a formula", "Nước H~2~O và CO~2~", "mark-not-made 1:7+3 | Viết: Nước H₂O và CO₂."),
        Case("a power", "Rộng 12 m^2^, cao 3 m^3", "mark-not-made 1:10+3 | Viết: Rộng 12 m², cao 3 m³."),
        Case("in an item", "- Rộng 12 m^2", "mark-not-made 1:12+2 | Viết: - Rộng 12 m²."),
        Case("tildes and equals signs", "Khoảng ~2 km, a == b, 5 == 5, x=1\n\n====\n\nTừ 2~3 ngày, 2^10, e^x, ^_^"),
        Case("code", "`==a==` và `m^2`"),
        Case("escaped", "\\==a== và m\\^2"),
    ])
    func foreignMarks(_ sample: Case) { #expect(findings(sample.text) == sample.expected) }

    /// Rows that were copied in a spreadsheet.
    @Test(arguments: [
        Case(
            "rows", "Kết quả:\n\nThôn\tHộ\nMẫu\t12\nVườn\t",
            "table-not-made 3:1+7 | Viết mỗi hàng thành một mục của danh sách, như dưới đây. | viết: - Thôn: Mẫu; Hộ: 12"),
        Case("a tab between words", "Một\thai\nba bốn"),
        Case("a tab at the end", "Một\t\nhai\t\nba"),
    ])
    func pastedRows(_ sample: Case) { #expect(findings(sample.text) == sample.expected) }

    @Test func aTableOfBarsIsGivenAsAList() {
        #expect(
            findings("Kết quả:\n\n| Thôn | Hộ |\n|------|----|\n| Mẫu | 12 |\n| Vườn | |") == [
                "table-not-made 3:1+13 | Viết mỗi hàng thành một mục của danh sách, như dưới đây. | viết: - Thôn: Mẫu; Hộ: 12 | viết: - Thôn: Vườn"
            ])
        #expect(findings("Số A|B và C|D") == [])
    }

    @Test(arguments: [
        Case(
            "four blanks", "    Chi bộ vận động nhân dân.", "prose-as-code 1:5+25 | Xóa các dấu cách ở đầu dòng: Chi bộ vận động nhân dân."),
        Case("a tab", "\tChi bộ vận động.", "prose-as-code 1:2+16 | Xóa các dấu cách ở đầu dòng: Chi bộ vận động."),
        Case("code", "    x = y\n\n```\nChi bộ vận động nhân dân\n```"),
        Case(
            "a signature", "Nguyễn Văn Mẫu\n---",
            "heading-by-underline 1:1+14 | Để một dòng trống trên dòng ---; nếu muốn có đề mục, xóa dòng ấy và viết: ## Nguyễn Văn Mẫu."),
        Case(
            "a signature, and more below", "Nguyễn Văn Mẫu\n---\n\nHết.",
            "heading-by-underline 1:1+14 | Để một dòng trống trên dòng ---; nếu muốn có đề mục, xóa dòng ấy và viết: ## Nguyễn Văn Mẫu."),
        Case("a title underlined on purpose, and more below", "Kết quả\n===\n\nHết."),
        Case("a rule", "Nguyễn Văn Mẫu\n\n---\n\nHết"),
        Case(
            "numbers with a gap", "1. Một\n2. Hai\n4. Bốn",
            "list-renumbered 3:1+2 | Sửa lại cho liên tiếp; nếu phải giữ số, để một dòng trống ở trên và viết: 4\\. …"),
        Case("numbers all one", "1. Một\n1. Hai\n1. Ba"),
        Case("numbers from two", "2. Hai\n3. Ba"),
        Case("a day", "30. 4. 1975 là ngày vui", "day-as-list 1:1+23 | Viết: 30/4/1975 là ngày vui."),
        Case("a note", "Theo [1].\n\n[1]: BC-12/UBND", "note-vanishes 3:1+15 | Viết: \\[1]: BC-12/UBND."),
        Case("an address", "Theo [trang][1].\n\n[1]: https://example.vn"),
        Case("a note of several words", "[1]: Báo cáo số 12"),
        Case("asterisks of notes", "Hộ (*) nghèo (*)", "signs-vanish 1:5+1 | Viết: Hộ (\\*) nghèo (\\*)."),
        Case("a day to be filled in", "Ngày __/__/2021", "signs-vanish 1:6+2 | Viết: Ngày \\_\\_/\\_\\_/2021."),
        Case("a product", "Diện tích 2*3*4 m", "signs-vanish 1:12+1 | Viết: Diện tích 2\\*3\\*4 m."),
    ])
    func blocks(_ sample: Case) { #expect(findings(sample.text) == sample.expected) }

    @Test func listsOfOfficialPapersAreNested() {
        let html = String(decoding: document("- Một\n+ chi tiết\n+ nữa\n- Hai\n+ ba\n").renderHTML().bytes, as: UTF8.self)
        #expect(
            html == "<ul>\n<li>Một\n<ul>\n<li>chi tiết</li>\n<li>nữa</li>\n</ul>\n</li>\n<li>Hai\n<ul>\n<li>ba</li>\n</ul>\n</li>\n</ul>\n")
        #expect(findings("- Một\n+ chi tiết\n") == [])
    }

    @Test(arguments: [
        ("một<br>hai", "<p>một<br />\nhai</p>\n", 2), ("một<br>\nhai", "<p>một\nhai</p>\n", 2), ("một<p>hai", "<p>một hai</p>\n", 2),
        ("mộ<b>t</b> hai", "<p>một hai</p>\n", 2), ("một<!-- x -->", "<p>một</p>\n", 1),
    ])
    func removedHTMLLeavesWordsApart(_ text: String, _ html: String, _ words: Int) {
        let document = document(text)
        #expect(String(decoding: document.renderHTML().bytes, as: UTF8.self) == html)
        #expect(document.totalWords == words)
    }

    @Test(arguments: [
        ("**Đậm** và thường", "**", "Đậm và thường"), ("Xem [trang](https://example.vn)", "[trang](https://example.vn)", "Xem trang"),
        ("một<br/>hai <b>ba</b>", "<br/>", "một hai ba"), ("A &amp; B", "&amp;", "A & B"),
    ])
    func markupInPlainText(_ text: String, _ sign: String, _ plain: String) {
        let found = PlainTextMarkup.plain(text)
        #expect(found?.sign == sign && found?.text == plain)
    }

    @Test(arguments: ["Còn <5 hộ nghèo, >3 hộ", "Ngày __/__/2021", "R&D", "a ** b"])
    func plainTextWithoutMarkup(_ text: String) { #expect(PlainTextMarkup.plain(text) == nil) }

    /// A line of a megabyte is looked at in time, and so are many findings.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: ["](", "**a ", "[^", "-x\n", "[a]: b\n", "- a\n+ b\n", "|", "1. 1. 1", "<br>", "2*3*4", "##x\n"])
    func hostileTextsTakeLinearTime(_ piece: String) {
        let document = document(String(repeating: piece, count: 20_000 / piece.utf8.count))
        #expect(document.diagnostics.allSatisfy { $0.place != nil })
        #expect(document.renderHTML().bytes.isEmpty == (piece == "[a]: b\n"))
    }
}
