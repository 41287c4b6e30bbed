import Diagnostics
import Testing

/// Nothing that is printed steers a terminal (faults: D6, D7); addresses are judged by a list of what is allowed (D10).
@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("a\u{1B}[31mb\u{7}", "a⟨U+001B⟩[31mb⟨U+0007⟩"), ("Mẫu\u{202E}x", "Mẫu⟨U+202E⟩x"), ("KT\u{200B}1", "KT⟨U+200B⟩1"),
        ("a\rb", "a⟨U+000D⟩b"),
        ("\u{9B}31m", "⟨U+009B⟩31m"), ("một\n\thai “ba” ➢ ❤️", "một\n\thai “ba” ➢ ❤️"),
    ])
    func invisibleCharactersAreWords(_ text: String, _ shown: String) { #expect(VisibleText.of(text) == shown) }

    @Test func onlyThePrintersOwnColoursStay() {
        #expect(
            VisibleText.keepingColours("\u{1B}[1;31mlỗi\u{1B}[0m \u{1B}[8mx\u{1B}]0;t\u{7}")
                == "\u{1B}[1;31mlỗi\u{1B}[0m ⟨U+001B⟩[8mx⟨U+001B⟩]0;t⟨U+0007⟩")
    }

    @Test func messagesPlacesAndNotesShowThem() {
        var diagnostic = Diagnostic(
            .error, "x", Message("tên \u{1B}[2J"), at: SourcePlace(path: "a\u{1B}c.md", line: 1), remedy: Message("sửa \u{202E}"))
        diagnostic.notes = [.init(Message("x\u{7}"), at: SourcePlace(path: "b\u{8}"))]
        let text = TextFormatter(language: .vietnamese, coloured: false, lines: { _ in ["m\u{202E}u \u{1B}"] }).format(diagnostic)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || VisibleText.isShown($0) })
        #expect(text.contains("a⟨U+001B⟩c.md:1:1: lỗi: Tên ⟨U+001B⟩[2J."))
    }

    @Test(
        arguments: [
            ("https://example.vn", nil), ("HTTP://example.vn", nil), ("mailto:a@example.vn", nil), ("tel:0900", nil), ("a/b:c", nil),
            ("/x:y", nil),
            ("#a:b", nil), ("?a:b", nil), ("bài 1: a.md", nil), ("", nil), (":a", nil), ("feed:javascript:x", "feed"),
            ("view-source:https://a", "view-source"),
            ("blob:https://a", "blob"), ("data:text/html,x", "data"), ("JavaScript:x", "javascript"), (" \u{1}javascript:x", "javascript"),
            ("java\tscr\nipt:x", "javascript"), ("vbscript:x", "vbscript"), ("file:///etc", "file"), ("ftp://a", "ftp"),
        ] as [(String, String?)])
    func onlyListedSchemesPass(_ address: String, _ refused: String?) { #expect(LinkScheme.refused(in: address) == refused) }
}
