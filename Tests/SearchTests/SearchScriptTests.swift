import Foundation
import Search
import Testing

/// The script that visitors run, over indexes as the program writes them.
@Suite(.enabled(if: SearchPage.browser != nil, "needs Chromium: make test-tools"), .timeLimit(.minutes(20)))
struct SearchScriptTests {
    @Test func theScriptKeepsToTheTable() throws {
        // A word of its own beside each case's text, so that no other document is among the finds.
        let cases = WordCase.all
        let content = SearchContent.sample(cases.enumerated().map { ("\($1.text) bai\($0)", "…", "") })
        let answers = try SearchPage.ask(content, cases.enumerated().map { "q=\($1.typed) \"bai\($0)\"" })
        for (number, (word, answer)) in zip(cases, answers).enumerated() {
            #expect((answer.documents == [number]) == word.isFound, "\(word.typed) in \(word.text): \(answer.status)")
        }
    }

    /// Each letter of Latin writing that a text can hold is found by itself, and by its plain form.
    @Test func theScriptFoldsEveryLetterAsTheProgramDoes() throws {
        let letters = [0xC0..<0x250, 0x1E00..<0x1F00].flatMap { $0 }.compactMap { Unicode.Scalar(UInt32($0)) }
            .filter(\.properties.isAlphabetic).map(String.init)
        let content = SearchContent.sample(letters.enumerated().map { ("k\($1)n\($0)x", "…", "") })
        let answers = try SearchPage.ask(content, letters.enumerated().map { "q=k\($1)n\($0)x" })
        for (number, answer) in answers.enumerated() {
            #expect(answer.documents == [number], "\(letters[number]): \(answer.status)")
        }
    }

    /// One browser answers all.
    private static let queries: [(String, [Int])] = [
        // Exact marks first, then any.
        ("le van hoa", [0, 1, 2]), ("lê văn hóa", [2]), ("hoa", [0, 3, 1, 2]),
        // Names before titles, titles before texts.
        ("sương", [4, 5, 6]),
        // All words must be there.
        ("hoa sương", []), ("le van hoa 2024", [0, 1, 2]), ("le van hoa 2023", []),
        // The last word may be unfinished; the others are whole.
        ("le v", [0, 1, 2]), ("l van", []), ("le v ", []), ("suon", [4, 5, 6]), ("sưon", [4, 5, 6]), ("sứ", []),
        // Words that stand together rank before words that stand apart.
        ("giữ ngõ", [8, 7]),
        // Phrases.
        ("\"giu ngo\"", [8]), ("\"ngo giu\"", []), ("\"giữ ngõ sạch\"", [8]), ("“giữ ngõ”", [8]), ("\"van hoa\" le", [0, 1, 2]),
        ("\"giu ngo", [8, 7]), ("\"\"", []), ("\" \" sương", [4, 5, 6]),
        // Places then and now, years, fields and kinds are words.
        ("mau cu 2024 kinh te ngo", [7, 8]), ("xa mau moi ca nhan suong", [4, 5, 6]),
    ]

    @Test func queriesFindWhatTheySay() throws {
        let content = SearchContent.sample([
            ("Lê Văn Hoa", "…", ""), ("Lê Văn Hòa", "…", ""), ("Lê Văn Hóa", "…", ""), ("Tổ hoa kiểng", "…", ""), ("Bà Sương", "…", ""),
            ("Tổ tự quản", "Đêm sương", ""), ("Tổ dân vận", "…", "Trong sương sớm"), ("Chi hội phụ nữ", "Ngõ nào cũng được giữ", ""),
            ("Chi hội nông dân", "Giữ ngõ sạch", ""),
        ])
        for ((query, documents), answer) in zip(Self.queries, try SearchPage.ask(content, Self.queries.map { "q=" + $0.0 })) {
            #expect(answer.documents == documents, "\(query)")
            if documents.isEmpty, query != "\"\"" { #expect(answer.status.contains("Không tìm thấy"), "\(query)") }
        }
    }

    @Test func onlyWhatAQueryNeedsIsFetched() throws {
        let content = SyntheticContent.make(1_500)
        let answers = try SearchPage.ask(content, ["", "q=nguyen+van+an", "q=nguyen+van+an", "nam=2024", "noi=xa-3"])
        #expect(answers[0].files == [])
        #expect(answers[1].files.first == "muc-luc.json")
        #expect(!answers[1].files.contains("loc.json") && !answers[1].files.contains("noi.json"))
        #expect(answers[1].files.count { $0.hasPrefix("am-") || $0.hasPrefix("cap-") } <= 7)
        #expect(answers[1].files.count { $0.hasPrefix("bai-") } <= 10)
        #expect(answers[2].files == [], "the same again")
        #expect(answers[3].files.first == "loc.json" && !answers[3].files.contains("noi.json"))
        #expect(answers[4].files.first == "noi.json")
    }

    /// Whoever types one letter means much of the dictionary: a line of beginnings says the same as all its words.
    @Test func beginningsOfManyWordsAreWhole() throws {
        let content = SyntheticContent.make(3_000)
        let starts = ["t", "th", "tha", "đ", "d", "vă", "nguye"]
        let texts = content.documents.map { document in
            ([
                document.name, document.title, content.spots[document.spot].text, content.fields[document.field].name,
                content.kinds[document.kind].name,
            ] + document.texts).joined(separator: " ").lowercased().split { !$0.isLetter && !$0.isNumber }
        }
        for (start, answer) in zip(starts, try SearchPage.ask(content, starts.map { "q=" + $0 })) {
            let isPlain = start.allSatisfy(\.isASCII)
            let expected = texts.count { words in words.contains { (isPlain ? plain($0) : untoned($0)).hasPrefix(start) } }
            #expect(answer.status.filter(\.isNumber) == String(expected), "\(start)")
        }
    }

    private func plain(_ word: Substring) -> String {
        word.folding(options: .diacriticInsensitive, locale: nil).replacingOccurrences(of: "đ", with: "d")
    }

    /// Without tones; ă and its like keep their marks.
    private func untoned(_ word: Substring) -> String {
        String(
            String.UnicodeScalarView(
                word.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                    !["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"].contains($0)
                })
        ).precomposedStringWithCanonicalMapping
    }

    @Test func filtersCountWhatTheQueryFinds() throws {
        var content = SearchContent.sample([("An", "…", ""), ("An Bình", "…", ""), ("Bình", "…", "")])
        content.years = ["2025", "2024"].map { SearchValue(id: $0, name: $0) }
        content.documents[2].year = 1
        content.documents[1].year = 1
        let answers = try SearchPage.ask(
            content, ["q=an&nam=2024", "nam=2024", "q=an&noi=xa-mau-moi", "noi=xa-mau-cu&nam=2025", "nam=1999", "q=an"])
        #expect(answers.map(\.documents) == [[1], [1, 2], [0, 1], [0], [], [0, 1]])
        #expect(answers[0].choices["nam"] == ["2025 (1)", "2024 (1)"])
        #expect(answers[1].choices["nam"] == ["2025 (1)", "2024 (2)"])
        #expect(answers[2].choices["noi"] == ["Tỉnh Mẫu (2)", "\u{A0}\u{A0}Xã Mẫu Mới (2)"])
        #expect(answers[3].choices["noi"] == ["Tỉnh Mẫu (1)", "\u{A0}\u{A0}Xã Mẫu Cũ (cũ) (1)"])
    }

    /// Each filter stands in the address by its own name.
    @Test func aPlanIsAFilterToo() throws {
        var content = SearchContent.sample([("An", "…", ""), ("An Bình", "…", "")])
        content.programmes.append(SearchValue(id: "mau-2025", name: "Mẫu 2025"))
        content.documents[1].programme = 1
        let answers = try SearchPage.ask(content, ["ke-hoach=mau-2025", "q=an&ke-hoach=mau-2024"])
        #expect(answers.map(\.documents) == [[1], [0]])
        #expect(answers[1].choices["ke-hoach"] == ["Mẫu 2024 (1)", "Mẫu 2025 (1)"])
    }

    /// Half of a figure marks nothing, all of it does, however it is typed.
    @Test func aFigureIsMarkedWhole() throws {
        let content = SearchContent.sample([("Tổ 1.548 hộ", "Trồng 1.548 cây", "548")])
        let answers = try SearchPage.ask(content, ["q=1548", "q=1.548", "q=548"])
        #expect(answers.map { $0.rows.first?.marks } == [["1.548", "1.548"], ["1.548", "1.548"], []])
    }

    @Test func resultsAreTextAndNeverMarkup() throws {
        let hostile =
            "<img src=x onerror=alert(1)> <script>alert('an')</script> \u{202E}שלום 👩‍🌾 &amp; " + String(repeating: "Ngân ", count: 40)
        let answer = try #require(try SearchPage.ask(.sample([(hostile, hostile, hostile)]), ["q=script+ngân"]).first)
        let row = try #require(answer.rows.first)
        #expect(Set(row.elements).isSubset(of: ["P", "SPAN", "H3", "A", "BR", "MARK"]))
        #expect(row.text.contains("<script>alert('an')</script>") && row.text.contains("&amp;"))
        #expect(Set(row.marks) == ["script", "Ngân"])
    }

    @Test func whatMatchesIsMarked() throws {
        let content = SearchContent.sample([("Trần Thị Hoà", "Hòa giải ở thôn Hoan", "Bà nhắc khéo")])
        let answers = try SearchPage.ask(content, ["q=hòa", "q=hoa", "q=nhac", "q=\"thi+hoa\""])
        #expect(answers.map { $0.rows.first?.marks } == [["Hòa", "Hoà"], ["Hòa", "Hoan", "Hoà"], [], ["Hòa", "Thị", "Hoà"]])
        #expect(answers[2].rows.first?.text.contains("Tìm thấy trong phần tóm tắt") == true)
    }

    @Test func tenAreShownAndTheRestOnRequest() throws {
        let answer = try #require(try SearchPage.ask(.sample((0..<25).map { ("An \($0)", "…", "") }), ["q=an"]).first)
        #expect(answer.documents == Array(0..<10))
        #expect(answer.hasMore && answer.status == "Tìm thấy 25 lượt vinh danh.")
    }

    @Test(arguments: ["muc-luc.json", "am-0.txt", "bai-0.json"])
    func whatCannotBeLoadedIsSaid(file: String) throws {
        let answer = try #require(try SearchPage.ask(.sample([("An", "…", "")]), ["q=an"], broken: [file]).first)
        #expect(answer.status.contains("Chưa tải được") && answer.rows.isEmpty)
    }
}
