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
        return String(decoding: FindingsPage.render(findings, scriptTag: "", homeAddress: nil), as: UTF8.self)
    }

    @Test func whatIsNotShownIsCounted() {
        let page = Self.page(10_000)
        #expect(page.ranges(of: "<li class=").count == FindingsPage.shown)
        // The only error comes first, though it stands last in the file.
        #expect(page.contains("<ol><li class=\"error\"><p><strong>Lỗi: Điều 9999."))
        #expect(page.contains("<p>Còn 9.500 điều nữa; xem đủ bằng: <code>bangvang check --format json</code></p></main>"))
    }

    @Test func allIsShownWhereItIsNotTooMuch() {
        let page = Self.page(FindingsPage.shown)
        #expect(page.ranges(of: "<li class=").count == FindingsPage.shown)
        #expect(!page.contains("điều nữa"))
    }
}
