import Privacy
import Testing

@Suite struct ScannerTests {
    private func findings(_ text: String, as form: TextForm = .prose) -> [PersonalDataFinding] {
        var scanner = PersonalDataScanner()
        return scanner.scan(text, as: form)
    }

    @Test func severalThingsAreToldInTheirOrder() {
        let text =
            "Bà Lê Thị Mẫu, dân tộc Tày, sinh ngày 12/3/1970, số nhà 12, ĐT 0912 345 678, mau@example.vn, STK 1234567890."
        #expect(findings(text).map(\.kind) == [.ethnicity, .birthDate, .homeAddress, .phone, .email, .bankAccount])
    }

    /// Reports repeat the masked words only.
    @Test(arguments: [
        ("ĐT 0912 345 678", "•••• ••• •••"), ("mau.le@example.vn", "••••••@example.vn"),
        ("CCCD 024070001234", "••••••••••••"), ("sinh ngày 12/3/1970", "••/•/••••"), ("số nhà 12A", "số nhà ••A"),
    ])
    func wordsAreMasked(text: String, masked: String) {
        #expect(findings(text).map(\.masked) == [masked])
    }

    /// However it is written, a contact is the same.
    @Test(arguments: [
        ("ĐT 0912 345 678", "0912345678"), ("+84 912 345 678", "0912345678"), ("84912345678", "0912345678"),
        ("0084912345678", "0912345678"),
        ("+84 (0)912 345 678", "0912345678"), ("(024) 3000 1234", "02430001234"), ("+84 24 3000 1234", "02430001234"),
        ("Mau.Le@Example.VN", "mau.le@example.vn"), ("STK 1234.5678", "12345678"),
    ])
    func contactsAreComparable(text: String, contact: String) {
        #expect(findings(text).map(\.contact) == [contact])
    }

    /// Comments are not published.
    @Test func commentsAreLeftOut() {
        let text =
            "Đầu bài.\n\n<!-- hỏi ông Mẫu, 0912 345 678 -->\nCuối bài: 0987 654 321.\n\n<!-- không đóng 0912 345 678"
        #expect(found(in: text, as: .markdown) == ["phone “0987 654 321”"])
        #expect(found(in: text, as: .prose).count == 3, "only Markdown has comments")
    }

    /// A number is recognised across marks of emphasis, and never across paragraphs or cells.
    @Test func numbersEndWithTheirParagraph() {
        #expect(found(in: "Đội có 0912\n\n345 678 cây.", as: .markdown) == [])
        #expect(found(in: "| Đợt | 0912 | 345 | 678 |", as: .markdown) == [])
        #expect(found(in: "Gọi *0912* **345** 678 nhé.", as: .markdown) == ["phone “0912* **345** 678”"])
    }

    /// A line that an editor wrapped is one sentence still.
    @Test func sentencesGoOnOverLineEnds() {
        #expect(found(in: "Ông phát hiện mắc ung\nthư từ năm 2019.", as: .markdown) == ["health “ung\nthư”"])
        #expect(found(in: "Điện thoại của ông:\n0912 345 678.", as: .markdown) == ["phone “0912 345 678”"])
        #expect(found(in: "Bà Mẫu sinh ngày\n12/3/1970.", as: .markdown) == ["birth_date “12/3/1970”"])
        #expect(found(in: "Bà Mẫu sinh ngày\n- 12/3/1970: khởi công", as: .markdown) == [])
    }

    @Test func aTextWithoutMarksIsReadWithoutMarks() {
        #expect(
            found(in: "So tai khoan: 1234 5678 9012, chu tai khoan Le Van Mau") == ["bank_account “1234 5678 9012”"])
        #expect(found(in: "Ong Mau bi ung thu") == ["health “ung thu”"])
        #expect(found(in: "Ông Mẫu có con dao của người dao động") == [])
    }

    @Test(arguments: [
        "", " ", "\n\n", "@", "+", "0", "sinh", "<!--", "](", "Ê", "0912", "số nhà", "a@", "@b.vn", "mau@.vn", "+84",
    ])
    func nothingIsFoundInNothing(_ text: String) {
        for form in [TextForm.prose, .markdown, .name] { #expect(found(in: text, as: form) == []) }
    }

    /// Any mixture of what texts are made of is read to its end, and every place is within the text and between
    /// letters.
    @Test func anyMixtureIsRead() {
        let pieces = [
            "0912", "345", " ", "678", ".", "-", "/", "\n", "\n\n", "@", "mau", "example.vn", "sinh ngày", "số nhà",
            "ông", "ung thư", "bị",
            "dân tộc", "Tày", "tuổi", "em", "Mẫu",
            "8", "(", ")", "](", "<!--", "-->", "http://", "“", "…", "🏅", "STK", "ngân hàng", "+84", "lớp", ",", ":",
            "|", "*", "’", "ĐT",
            "tháng", "năm", "\u{A0}", "trú tại", "đường",
        ]
        var state: UInt64 = 20251124
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var scanner = PersonalDataScanner()
        var count = 0
        for _ in 0..<3000 {
            let text = (0..<next(40)).map { _ in pieces[next(pieces.count)] + (next(3) == 0 ? "" : " ") }.joined()
            let bytes = Array(text.utf8)
            for form in [TextForm.prose, .markdown, .name] {
                let findings = scanner.scan(text, as: form)
                count += findings.count
                #expect(findings == scanner.scan(text, as: form), "the same text tells the same")
                for finding in findings {
                    #expect(
                        finding.range.lowerBound >= 0 && finding.range.upperBound <= bytes.count
                            && !finding.range.isEmpty)
                    #expect(String(validating: bytes[finding.range], as: UTF8.self) != nil, "\(text)")
                    #expect(!finding.masked.contains { $0.isNumber })
                }
            }
        }
        #expect(count > 200)
    }

    /// Whose a contact is decides, as far as the sentence says it: a body's landline, its mailbox of the State and its
    /// account are its own; with somebody's name beside them, and mobiles always, they are a person's.
    @Test(
        arguments: [
            ("Công an xã Mẫu An trực điện thoại 0204 3000 123.", []),
            ("Công an xã Mẫu An trực điện thoại 0912 345 678.", [PersonalDataKind.phone]),
            ("Công an xã Mẫu An: gặp anh Lê Văn Mẫu, điện thoại 0204 3000 123.", [.phone]),
            ("Trạm Y tế xã Mẫu An.\nĐiện thoại: 0204 3000 123.", []),
            ("Thư gửi Ủy ban Mặt trận xã, mttq@tinh.gov.vn.", []),
            ("Thư gửi Ủy ban Mặt trận xã, mttqmau@example.com.", [.email]),
            ("Thư gửi chị Lê Thị Mẫu, lemau@tinh.gov.vn.", [.email]),
            ("Số tài khoản 1234567890, chủ tài khoản: UBND xã Mẫu An.", []),
            ("Số tài khoản 1234567890 tại Agribank chi nhánh Mẫu.", [.bankAccount]),
            ("Số tài khoản của Quỹ: 1234567890, chủ tài khoản bà Lê Thị Mẫu.", [.bankAccount]),
            ("Xe của UBND xã Mẫu An, biển số 98A-345.67.", []),
            ("Xe của ông Lê Văn Mẫu, biển số 98A-345.67.", [.propertyNumber]),
        ] as [(String, [PersonalDataKind])])
    func theOwnerOfAContactDecides(text: String, kinds: [PersonalDataKind]) {
        #expect(findings(text).map(\.kind) == kinds)
    }

    /// Rows copied from a spreadsheet are read under their heading, with an announcement above and empty cells.
    @Test func tabsPartCells() {
        let rows = "Danh sách gửi kèm:\nHọ và tên\tNgày sinh\tThôn\nLê Văn Mẫu\t12/3/1970\tMẫu An\n\t05/9/1981\tMẫu Lâm"
        #expect(found(in: rows, as: .markdown) == ["birth_date “12/3/1970”", "birth_date “05/9/1981”"])
        #expect(found(in: "Họ và tên\tSinh năm\nLê Văn Mẫu\t1970", as: .markdown) == [])
    }

    /// Nobody born before 1926 lives.
    @Test func peopleOfHistoryHaveNoPrivateDay() {
        #expect(found(in: "Cụ Lê Văn Mẫu sinh ngày 12/3/1890.") == [])
        #expect(found(in: "Cụ Lê Văn Mẫu sinh ngày 12/3/1930.") == ["birth_date “12/3/1930”"])
    }
}
