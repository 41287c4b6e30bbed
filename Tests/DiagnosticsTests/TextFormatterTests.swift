import Diagnostics
import Testing

/// Findings as people read them at the terminal, letter by letter.
@Suite struct TextFormatterTests {
    private static func format(
        _ diagnostic: Diagnostic, _ file: String = "", language: Language = .vietnamese, coloured: Bool = false
    ) -> String {
        TextFormatter(language: language, coloured: coloured) { path in
            path == "bai.md" ? file.split(separator: "\n", omittingEmptySubsequences: false) : nil
        }.format(diagnostic)
    }

    private static func finding(line: Int, column: Int, length: Int, _ severity: Severity = .error) -> Diagnostic {
        Diagnostic(
            severity, "wrong-word", Message(vi: "từ này sai", en: "this word is wrong"),
            at: SourcePlace(path: "bai.md", line: line, column: column, length: length))
    }

    @Test func everythingThatAFindingCanSay() {
        let diagnostic = Diagnostic(
            .error, "rating-too-low",
            Message(vi: "“Đảng bộ xã Mẫu An”, năm 2021: hoàn thành nhiệm vụ", en: "“Đảng bộ xã Mẫu An”, 2021: “fair”"),
            at: SourcePlace(path: "bai.md", line: 2, column: 9, length: 4),
            clause: Clause(rule: "LN-10", cite: "III.2.1", document: "Kế hoạch số 29-KH/HU"),
            required: Message(vi: "năm 2021: hoàn thành tốt nhiệm vụ trở lên", en: "2021: “good” or better"),
            remedy: Message(vi: "đối chiếu quyết định", en: "check the decision"),
            notes: [
                Diagnostic.Note(
                    Message(vi: "bài dựa vào dòng này", en: "the entry"), at: SourcePlace(path: "khac.md", line: 7, column: 10)),
                Diagnostic.Note(Message(vi: "không có chỗ", en: "nowhere")),
            ])
        let file = "subject,rating\nmau-an,fair,x\n"
        #expect(
            Self.format(diagnostic, file.replacing("mau-an,fair", with: "xa-mau, fair")) == """
                bai.md:2:9: lỗi: “Đảng bộ xã Mẫu An”, năm 2021: hoàn thành nhiệm vụ. [rating-too-low]
                  2 | xa-mau, fair,x
                    |         ^^^^
                  yêu cầu: Năm 2021: hoàn thành tốt nhiệm vụ trở lên.
                  căn cứ: LN-10, mục III.2.1, Kế hoạch số 29-KH/HU
                  xem thêm: khac.md:7:10: bài dựa vào dòng này
                  xem thêm: không có chỗ
                  cách sửa: Đối chiếu quyết định.

                """)
        #expect(
            Self.format(diagnostic, language: .english) == """
                bai.md:2:9: error: “Đảng bộ xã Mẫu An”, 2021: “fair”. [rating-too-low]
                  required: 2021: “good” or better.
                  clause: LN-10, section III.2.1, Kế hoạch số 29-KH/HU
                  note: khac.md:7:10: the entry
                  note: nowhere
                  remedy: Check the decision.

                """)
    }

    struct Caret: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var line: String
        var column: Int
        var length: Int
        /// The two lines of the excerpt.
        var expected: String

        init(_ name: String, _ line: String, _ column: Int, _ length: Int, _ expected: String) {
            (testDescription, self.line, self.column, self.length, self.expected) = (name, line, column, length, expected)
        }
    }

    @Test(arguments: [
        Caret("the first letter", "Đảng ủy xã", 1, 4, "  1 | Đảng ủy xã\n    | ^^^^\n"),
        Caret("letters of one scalar each", "Đảng ủy xã Mẫu", 12, 3, "  1 | Đảng ủy xã Mẫu\n    |            ^^^\n"),
        Caret("marks that stand on the letter before", "u\u{31B}\u{309} ca", 5, 2, "  1 | u\u{31B}\u{309} ca\n    |   ^^\n"),
        Caret("a run that holds such marks", "a e\u{302}\u{301}m", 3, 4, "  1 | a e\u{302}\u{301}m\n    |   ^^\n"),
        Caret("wide letters before", "漢字 chữ", 4, 3, "  1 | 漢字 chữ\n    |      ^^^\n"),
        Caret("a wide letter", "a字b", 2, 1, "  1 | a字b\n    |  ^^\n"),
        Caret("an emoji", "😀!", 2, 1, "  1 | 😀!\n    |   ^\n"),
        Caret("a tab counts as one", "\tkhóa", 2, 4, "  1 |  khóa\n    |  ^^^^\n"),
        Caret("a control character is not shown", "a\u{1B}[31mb", 1, 1, "  1 | a [31mb\n    | ^\n"),
        Caret("behind the end", "abc", 4, 1, "  1 | abc\n    |    ^\n"),
        Caret("far behind the end", "abc", 90, 5, "  1 | abc\n    |    ^\n"),
        Caret("longer than the line", "abc", 2, 90, "  1 | abc\n    |  ^^\n"),
        Caret("an empty line", "", 1, 1, "  1 | \n    | ^\n"),
    ])
    func theCaretStandsUnderTheRun(caret: Caret) {
        let text = Self.format(Self.finding(line: 1, column: caret.column, length: caret.length), caret.line)
        #expect(text.drop { $0 != "\n" }.dropFirst() == caret.expected)
    }

    @Test func longLinesAreCutAroundTheRun() {
        let line = String(repeating: "ă", count: 150) + "SAI" + String(repeating: "â", count: 150)
        let excerpt = Self.format(Self.finding(line: 1, column: 151, length: 3), line).split(separator: "\n")
        #expect(excerpt[1] == "  1 | …" + String(repeating: "ă", count: 30) + "SAI" + String(repeating: "â", count: 67) + "…")
        #expect(excerpt[2] == "    | " + String(repeating: " ", count: 31) + "^^^")
    }

    @Test func aLongLineIsCutOnOneSideOnlyNearItsEnds() {
        let line = "SAI" + String(repeating: "x", count: 200) + "HẾT"
        let first = Self.format(Self.finding(line: 1, column: 1, length: 3), line).split(separator: "\n")
        #expect(first[1] == "  1 | SAI" + String(repeating: "x", count: 97) + "…")
        #expect(first[2] == "    | ^^^")
        let last = Self.format(Self.finding(line: 1, column: 204, length: 3), line).split(separator: "\n")
        #expect(last[1] == "  1 | …" + String(repeating: "x", count: 97) + "HẾT")
        #expect(last[2] == "    | " + String(repeating: " ", count: 98) + "^^^")
    }

    @Test func theMarginGrowsWithTheLineNumber() {
        let file = String(repeating: "\n", count: 122) + "dòng 123"
        #expect(Self.format(Self.finding(line: 123, column: 6, length: 3), file).hasSuffix("  123 | dòng 123\n      |      ^^^\n"))
    }

    @Test(arguments: [SourcePlace(path: "bai.md"), SourcePlace(path: "bai.md", line: 9), SourcePlace(path: "mat.md", line: 1)])
    func whatCanNotBeShownIsLeftOut(place: SourcePlace) {
        let diagnostic = Diagnostic(.warning, "empty-file", Message(vi: "tệp trống", en: "the file is empty"), at: place)
        #expect(Self.format(diagnostic, "một dòng") == "\(place.description): cảnh báo: Tệp trống. [empty-file]\n")
    }

    @Test func aFindingWithoutAPlace() {
        let diagnostic = Diagnostic(.notice, "no-quota", Message(vi: "chưa có chỉ tiêu", en: "there is no quota"), at: nil)
        #expect(Self.format(diagnostic) == "lưu ý: Chưa có chỉ tiêu. [no-quota]\n")
        #expect(Self.format(diagnostic, language: .english) == "notice: There is no quota. [no-quota]\n")
    }

    @Test(arguments: [(Severity.error, "31", "lỗi"), (.warning, "33", "cảnh báo"), (.notice, "36", "lưu ý")])
    func coloursAreForTerminals(severity: Severity, colour: String, word: String) {
        let text = Self.format(Self.finding(line: 1, column: 1, length: 2, severity), "từ", coloured: true)
        #expect(
            text == "\u{1B}[1mbai.md:1:1\u{1B}[0m: \u{1B}[1;\(colour)m\(word)\u{1B}[0m: \u{1B}[1mTừ này sai.\u{1B}[0m [wrong-word]\n"
                + "  \u{1B}[2m1 |\u{1B}[0m từ\n  \u{1B}[2m  |\u{1B}[0m \u{1B}[1;\(colour)m^^\u{1B}[0m\n")
    }

    /// One finding may stand for thousands of rows.
    @Test(arguments: [(10, 10, nil), (11, 10, "1"), (5_000, 10, "4.990"), (2_000_010, 10, "2.000.000")] as [(Int, Int, String?)])
    func ofManyNotesTheFirstAreShown(_ count: Int, _ shown: Int, _ others: String?) {
        let finding = Diagnostic(
            .warning, "unknown-subject", "x", at: nil, notes: (1...count).map { Diagnostic.Note(Message("dòng \($0)")) })
        let lines = Self.format(finding).split(separator: "\n").filter { $0.contains("xem thêm") }
        #expect(lines.count == shown + (others == nil ? 0 : 1))
        #expect(lines[shown - 1].hasSuffix("dòng \(shown)"))
        if let others { #expect(lines.last == "  xem thêm: và \(others) chỗ khác; --format json có đủ") }
    }
}
