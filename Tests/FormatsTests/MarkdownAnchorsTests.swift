import Diagnostics
import Testing

@testable import Formats

/// The ids of headings, and what links to them mean.
@Suite struct MarkdownAnchorsTests {
    @Test(arguments: [
        (["Kết quả", "Lời kể"], ["ket-qua", "loi-ke"]), (["Kết quả", "KẾT QUẢ", "Ket qua"], ["ket-qua", "ket-qua-2", "ket-qua-3"]),
        (["Căn cứ"], ["can-cu-2"]), (["…", ""], ["muc", "muc-2"]),
        (["Kết quả 2", "Kết quả", "Kết quả"], ["ket-qua-2", "ket-qua", "ket-qua-3"]),
        ([String(repeating: "việc ", count: 40)], [String(repeating: "viec-", count: 15) + "viec"]), ([], []),
    ])
    func everyHeadingHasItsOwn(titles: [String], ids: [String]) {
        #expect(MarkdownAnchors.ids(of: titles, reserving: ["can-cu"]) == ids)
    }

    @Test(arguments: [
        ("ket-qua", "ket-qua"), ("Kết quả", "ket-qua"), ("kết-quả", "ket-qua"), ("can-cu-2", "can-cu-2"), ("Căn cứ", "can-cu-2"),
        ("khong-co", nil), ("", nil), ("…", nil),
    ])
    func aLinkMeansAnIDOrWords(fragment: String, id: String?) {
        #expect(MarkdownAnchors.id(for: fragment, among: ["ket-qua", "can-cu-2"]) == id)
    }

    /// Nested headings have ids too, links and pictures in a title are no part of its words, and text that looks like a
    /// heading's markup is none.
    @Test func idsStandInTheHTML() {
        let text = "# Một [hai](x.md) ![ba](y.jpg)\n\n> ## Bốn & năm\n\n`<h2>` là chữ\n\nSáu\n---\n"
        let document = MarkdownDocument(SourceText(path: "a.md", text: text).bytes[...], path: "a.md")
        #expect(document.headingTitles == ["Một hai", "Bốn & năm", "Sáu"])
        let ids = MarkdownAnchors.ids(of: document.headingTitles, reserving: [])
        let html = String(decoding: document.renderHTML(headingIDs: ids) { _, isImage in .deferred(isImage ? 1 : 0) }.bytes, as: UTF8.self)
        #expect(html.contains("<h2 id=\"mot-hai\">Một <a href=\"\">hai</a> </h2>"))
        #expect(html.contains("<h3 id=\"bon-nam\">Bốn &amp; năm</h3>"))
        #expect(html.contains("<code>&lt;h2&gt;</code> là chữ") && html.contains("<h3 id=\"sau\">Sáu</h3>"))
    }

    /// Ð (U+00D0) is read as the Đ that it looks like, and no place moves (avim#34).
    @Test func aLookAlikeIsReadAsTheLetterMeant() throws {
        let bytes = Array("id: 1/Q\u{D0}-UBND, \u{F0}ội".utf8)
        let text = try #require(SourceText.decode(path: "a.csv", bytes: bytes).value)
        #expect(text.bytes == Array("id: 1/QĐ-UBND, đội".utf8))
        #expect(text.bytes.count == bytes.count)
    }
}
