import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    @Test(arguments: [
        ("thiếu khóa “title”", "Thiếu khóa “title”."),
        ("ảnh bị cụt", "Ảnh bị cụt."),
        ("đã có rồi!", "Đã có rồi!"),
        ("có phải là “ready”?", "Có phải là “ready”?"),
        ("ghi như sau:", "Ghi như sau:"),
        ("3 ảnh", "3 ảnh."),
        ("“a” là gì", "“a” là gì."),
        ("", ""),
    ])
    func phrasesBecomeSentences(phrase: String, sentence: String) {
        #expect(Message(phrase).asSentence.vi == sentence)
    }

    @Test(arguments: [("Giấy khen", "giấy khen"), ("Đảng bộ", "đảng bộ"), ("UBND xã", "UBND xã"), ("", ""), ("A", "a")])
    func aCapitalOfAListIsTakenBack(word: String, expected: String) {
        #expect(word.lowercasedFirst == expected)
    }

    @Test(arguments: [
        ("III.2.1", "mục III.2.1"), ("I", "mục I"), ("II.3.4.b, c", "mục II.3.4.b, c"),
        ("III.3; các mẫu kèm theo", "mục III.3; các mẫu kèm theo"),
        ("3.2", "mục 3.2"), ("Mẫu báo cáo, mục II", "Mẫu báo cáo, mục II"), ("Biểu chấm điểm", "Biểu chấm điểm"),
        ("mục III thứ hai, khoản 2", "mục III thứ hai, khoản 2"), ("Điều 5", "Điều 5"),
    ])
    func onlyABareNumberIsCalledASection(cite: String, words: String) {
        #expect(Clause.section(cite).vi == words)
    }

    @Test func findingsAreReadFileByFile() {
        func finding(_ code: String, _ severity: Severity, _ place: SourcePlace?) -> Diagnostic {
            Diagnostic(severity, code, "x", at: place)
        }
        let ordered = [
            finding("no-place", .warning, nil),
            finding("whole-file", .error, SourcePlace(path: "a.md")),
            finding("early", .notice, SourcePlace(path: "a.md", line: 2, column: 9)),
            finding("heavy", .error, SourcePlace(path: "a.md", line: 10, column: 1)),
            finding("alpha", .warning, SourcePlace(path: "a.md", line: 10, column: 1)),
            finding("beta", .warning, SourcePlace(path: "a.md", line: 10, column: 1)),
            finding("further", .notice, SourcePlace(path: "a.md", line: 10, column: 2)),
            finding("other", .error, SourcePlace(path: "b.md", line: 1, column: 1)),
        ]
        #expect(ordered.reversed().inReadingOrder().map(\.code) == ordered.map(\.code))
        #expect(ordered.hasErrors)
        #expect(!ordered.prefix(1).hasErrors)
    }

    @Test func placesNeverLeaveTheirLine() {
        #expect(SourcePlace(path: "a.md", line: 1, column: 2, length: 0).length == 1)
        #expect(SourcePlace(path: "a.md").description == "a.md")
        #expect(SourcePlace(path: "a.md", line: 3, column: 7).description == "a.md:3:7")
        #expect(SourcePosition(line: .max, column: -1) == SourcePosition(line: Int(Int32.max), column: -1))
    }
}
