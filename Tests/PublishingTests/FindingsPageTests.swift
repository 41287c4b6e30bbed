import Diagnostics
import Rendering
import Testing

/// The preview's page of findings, however many there are.
@Suite struct FindingsPageTests {
    private static func page(_ count: Int) -> String {
        let findings = (0..<count).map { number in
            Diagnostic(
                number == count - 1 ? .error : .notice, "x", Message("điều \(number)"),
                at: SourcePlace(path: "content/site.yaml", line: number + 1))
        }
        return String(decoding: FindingsPage.render(findings, homeAddress: nil), as: UTF8.self)
    }

    @Test func whatIsNotShownIsCounted() {
        let page = Self.page(10_000)
        #expect(page.ranges(of: "<li class=").count == FindingsPage.shown)
        // The only error comes first, though it stands last in the file.
        #expect(page.contains("<h2>content/site.yaml</h2><ol><li class=\"error\"><p><strong>Lỗi: Điều 9999."))
        #expect(page.contains("<p>Còn 9.500 điều nữa; xem đủ bằng: <code>bangvang check --format json</code></p></main>"))
    }

    @Test func allIsShownWhereItIsNotTooMuch() {
        let page = Self.page(FindingsPage.shown)
        #expect(page.ranges(of: "<li class=").count == FindingsPage.shown)
        #expect(!page.contains("điều nữa"))
    }

    /// What is wrong with the whole board stands on top, however many effects it has.
    @Test func causesOfTheWholeBoardComeFirst() {
        let cause = Diagnostic(
            .error, "cause", Message("nguyên nhân"), at: SourcePlace(path: "site-templates/z.mustache", line: 2, column: 3, length: 4))
        let effects = (0..<1000).map {
            Diagnostic(.error, "x", Message("hệ quả \($0)"), at: SourcePlace(path: "content/a.md", line: $0 + 1))
        }
        let bytes = FindingsPage.render(
            effects + [cause], causes: [cause], homeAddress: nil,
            lines: { path in
                path == "site-templates/z.mustache" ? ["một", "{{ <hai> }}"] : nil
            })
        let page = String(decoding: bytes, as: UTF8.self)
        #expect(page.contains("<h2>Lỗi của cả bảng, cần sửa trước</h2><ol><li class=\"error\"><p><strong>Lỗi: Nguyên nhân."))
        #expect(page.contains("<pre>  2 | {{ &lt;hai&gt; }}\n    |   ^^^^\n</pre>"))
        #expect(page.ranges(of: "Nguyên nhân").count == 1)
        #expect(page.ranges(of: "<li class=").count == FindingsPage.shown)
    }

    /// No excerpt, links or grouping.
    @Test func findingsOfAFileStandTogetherBelowItsPage() {
        let findings = [("a", 1), ("a", 2), ("b", 1)].map {
            Diagnostic(.warning, "x", Message("điều"), at: SourcePlace(path: "content/\($0.0).md", line: $0.1))
        }
        let bytes = FindingsPage.render(findings, homeAddress: "/", address: { $0 == "content/a.md" ? "/a/" : nil })
        let page = String(decoding: bytes, as: UTF8.self)
        #expect(page.ranges(of: "<h2>").count == 2)
        #expect(page.contains("<h2>content/a.md</h2><p><a href=\"/a/\">Mở trang của bài này</a></p><ol>"))
        #expect(page.contains("<h2>content/b.md</h2><ol>"))
        #expect(page.contains("<p><a href=\"/\">Về trang chủ</a></p>"))
    }
}
