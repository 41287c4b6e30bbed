import Diagnostics
import Testing

/// What reports take out of the words that they repeat.
@Suite struct MaskTests {
    @Test(arguments: [
        ("Gọi 0912 345 678 nhé", "Gọi •••• ••• ••• nhé"), ("mau.le+70@example.vn", "•••••••••@example.vn"),
        ("sinh 12/3/1970", "sinh ••/•/••••"),
        ("Thư tới mau@example.vn, lan@example.vn", "Thư tới •••@example.vn, •••@example.vn"),
        ("Bùi Thị Ố @bangvang", "Bùi Thị Ố @bangvang"), ("", ""),
        ("m²", "m²"),
    ])
    func everyDigitAndMailboxIsMasked(words: String, masked: String) {
        #expect(Mask.masked(words) == masked)
        #expect(Mask.masked(words).unicodeScalars.count == words.unicodeScalars.count, "a caret stands where it stood")
    }

    @Test(arguments: [
        ("không có tệp “content/media/0912345678.jpg”", "không có tệp “content/media/••••••••••.jpg”"),
        ("“0912 345 678”", "“•••• ••• •••”"),
        ("liên kết “/nam/0912.345.678/”", "liên kết “/nam/••••.•••.•••/”"), ("viết mau@example.vn", "viết •••@example.vn"),
        ("ngày 09/7/2021, quyết định 096-QĐ/HU", "ngày 09/7/2021, quyết định 096-QĐ/HU"), ("mã “KT-VN-2024-001”", "mã “KT-VN-2024-001”"),
        ("từ 2021-07-09", "từ 2021-07-09"), ("1.548 hộ", "1.548 hộ"),
    ])
    func onlyLongNumbersAreMaskedInSentences(words: String, masked: String) {
        #expect(Mask.maskedLongNumbers(words) == masked)
    }

    private let file = "title: Bà Mẫu\nsummary: gọi 0912 345 678, mau@example.vn\n"

    private func finding(_ code: String, column: Int, length: Int, isSensitive: Bool) -> Diagnostic {
        var finding = Diagnostic(
            .error, code, Message(vi: "có số ở đây", en: "a number is here"),
            at: SourcePlace(path: "bai.md", line: 2, column: column, length: length))
        finding.isSensitive = isSensitive
        return finding
    }

    private func excerpt(_ finding: Diagnostic, beside others: [Diagnostic] = []) -> String {
        let masked = ([finding] + others).sensitiveLines
        let formatter = TextFormatter(language: .vietnamese, coloured: false, maskedLines: masked) { [file] _ in
            file.split(separator: "\n", omittingEmptySubsequences: false)
        }
        return formatter.format(finding).split(separator: "\n").dropFirst().prefix(2).joined(separator: "\n")
    }

    @Test func anExcerptShowsNeitherDigitsNorMailboxes() {
        #expect(
            excerpt(finding("phone-number-shown", column: 14, length: 12, isSensitive: true)) == """
                  2 | summary: gọi •••• ••• •••, •••@example.vn
                    |              ^^^^^^^^^^^^
                """)
    }

    /// Another finding about the same line shows it as little.
    @Test func theLineIsMaskedWhoeverShowsIt() {
        let other = finding("too-many-words", column: 1, length: 7, isSensitive: false)
        #expect(excerpt(other).contains("0912 345 678"))
        #expect(
            excerpt(other, beside: [finding("phone-number-shown", column: 14, length: 12, isSensitive: true)]) == """
                  2 | summary: gọi •••• ••• •••, •••@example.vn
                    | ^^^^^^^
                """)
    }
}
