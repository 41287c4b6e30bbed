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
        ("“0912/345/678”", "“••••/•••/•••”"), ("“0912·345·678”", "“••••·•••·•••”"), ("“0912,345,678”", "“••••,•••,•••”"),
        ("“０９１２ ３４５ ６７８”", "“•••• ••• •••”"), ("“0912\u{AD}345\u{200B}678”", "“••••\u{AD}•••\u{200B}•••”"),
        // A spreadsheet's day is nobody's number; a number beside one is masked all the same.
        ("“2021-06-28 00:00:00”", "“2021-06-28 00:00:00”"), ("28.6.2021 07:30", "28.6.2021 07:30"),
        ("2021-06-28T07:30:00", "2021-06-28T07:30:00"), ("2021-06-28 00:00:00 0912 345 678", "2021-06-28 00:00:00 •••• ••• •••"),
        ("2021-06-28 0912", "••••-••-•• ••••"), ("2021-13-28 00:00", "••••-••-•• ••:00"),
        ("các năm 2021, 2022, 2023", "các năm 2021, 2022, 2023"), ("12/3/2021 và 15/4/2021", "12/3/2021 và 15/4/2021"),
    ])
    func onlyLongNumbersAreMaskedInSentences(words: String, masked: String) {
        #expect(Mask.maskedLongNumbers(words) == masked)
    }

    /// faults: D9. A camera's long numbers stay, so that a path leads to its file.
    @Test(arguments: [
        ("content/entries/2024/a/0912345678.jpg", "content/entries/2024/a/••••••••••.jpg"),
        ("anh/0912-345-678_2.jpg", "anh/••••-•••-•••_2.jpg"), ("cccd-024070001234.png", "cccd-••••••••••••.png"),
        ("84912345678.jpg", "•••••••••••.jpg"), ("thu/mau@example.vn.pdf", "thu/•••@example.vn.pdf"),
        ("anh/1626098765432.jpg", "anh/1626098765432.jpg"), ("IMG_20240312_091234567.jpg", "IMG_20240312_091234567.jpg"),
        ("le-2024-03-12-153045.mp4", "le-2024-03-12-153045.mp4"),
    ])
    func pathsAreMaskedWhereANumberIsAPersons(path: String, masked: String) {
        #expect(Mask.maskedPersonalNumbers(path) == masked)
        #expect(SourcePlace(path: path, line: 3, column: 5).description == masked + ":3:5")
    }

    /// Whoever quotes an author, and in whichever report: the words are masked when the finding is made.
    @Test func whatADiagnosticQuotesIsMasked() {
        let quoted = Message(vi: "“Ông Mẫu 0912 345 678” chưa có", en: "“Ông Mẫu 0912 345 678” is missing")
        let finding = Diagnostic(
            .error, "x", quoted, at: SourcePlace(path: "a/0912345678.md", line: 1), required: quoted, remedy: quoted,
            notes: [Diagnostic.Note(quoted, at: SourcePlace(path: "b/0987654321.md"))])
        let reports = [
            TextFormatter(language: .vietnamese, coloured: false) { _ in nil }.format(finding),
            TextFormatter(language: .english, coloured: false) { _ in nil }.format(finding),
            JSONFormatter.value(for: finding, in: .vietnamese).text,
            SARIFFormatter.log([finding], rules: [], version: "1.0.0", in: .english).text,
        ]
        for report in reports {
            #expect(report.contains("•••• ••• •••"))
            #expect(!report.contains("345") && !report.contains("0987654321"), "\(report)")
        }
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
        #expect(excerpt(other).contains("gọi •••• ••• •••"), "a number that nobody found yet is masked all the same")
        #expect(
            excerpt(other, beside: [finding("phone-number-shown", column: 14, length: 12, isSensitive: true)]) == """
                  2 | summary: gọi •••• ••• •••, •••@example.vn
                    | ^^^^^^^
                """)
    }
}
