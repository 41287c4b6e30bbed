import Diagnostics
import Testing

@testable import Formats

/// Tables as spreadsheets leave them (faults: R19).
@Suite struct SpreadsheetHabitTests {
    private func parse(_ text: String) -> Diagnosed<CSVTable?> { CSVTable.parse(SourceText(path: "a.csv", text: text)) }

    @Test(arguments: [
        Case("sep=", "sep=;\na;b,c\n1;2\n", "a|b,c", "1|2"), Case("sep= that was saved again", "sep=;;\na;b\n1;2\n", "a|b", "1|2"),
        Case("sep= in quotes", "\"sep=,\"\na,b\n1,2\n", "a|b", "1|2"),
        Case("rows of blanks", "a,b\n , \n1,2\n\u{A0},\t\n", "a|b", "1|2"),
        Case("an empty row of another spreadsheet", "a,b\n;;;;\n1,2\n ; ;\n", "a|b", "1|2"),
        Case("an empty row of commas", "a;b\n,,,,\n1;2\n", "a|b", "1|2"),
        Case("a blank behind each comma", "a, b\n1, 2\n", "a|b", "1| 2"),
        Case("a blank within quotes", "a,b,c\n1,\" 2\",3\n", "a|b|c", "1| 2|3"),
        Case("empty columns behind", "a,b,,,,,\n1,2,,,,,\n3,4,, ,,,\n", "a|b", "1|2", "3|4"),
        Case("separators behind header and row", "a,b,,\n1,2,\n3,4,,\n", "a|b", "1|2", "3|4"),
        Case("a column without a name and cells", "a,,b\n1,,2\n3, ,4\n", "a|b", "1|2", "3|4"),
    ])
    func areRead(_ sample: Case) throws {
        let parsed = parse(sample.text)
        let table = try #require(parsed.value)
        let rows = (0..<table.rowCount).map { row in table.header.indices.map { table.cell(row, $0) }.joined(separator: "|") }
        #expect([table.header.map(\.value).joined(separator: "|")] + rows == sample.expected)
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test(arguments: [
        Case("cells under no name", "a,,b\n1,,2\n3,x,4\n", "csv-empty-column-name 1:3+1"),
        Case("cells behind the last column", "a,b\n1,2,,x\n", "csv-row-width 2:1+6"),
        Case("a comma within a name that moves an empty cell", "a,b,c\nTrưởng thôn, Mẫu B,2,\n", "csv-row-width 2:1+21"),
        Case("a comma within a name in the place of an empty cell", "a,b,c\nTrưởng thôn, Mẫu B,2\n", "csv-blank-behind-comma 2:13+6"),
        Case(
            "error values", "a,b\n1,#N/A\n#REF!,2\n\"#####\",3\n", "csv-error-value 2:3+4", "csv-error-value 3:1+5", "csv-error-value 4:2+5"
        ),
        Case("rows in one cell", "\"a,b\"\n\"1,2\"\n", "csv-row-in-one-cell 1:1+3"),
        Case("sep= alone", "sep=;\n", "csv-no-header 1:1+1"),
    ])
    func areNamed(_ sample: Case) { #expect(summary(parse(sample.text).diagnostics) == sample.expected) }

    @Test(arguments: [
        ("1.500", "nếu là 1500 thì ghi 1500"), ("1 500", "ghi 1500"), ("2024,0", "ghi 2024"), ("12.345.678", "ghi 12345678"),
        ("1.5", "chỉ ghi chữ số"),
    ])
    func numbersAreGivenMended(_ written: String, _ remedy: String) throws {
        let collector = DiagnosticCollector()
        let table = try #require(parse("n;m\n\"\(written)\";1\n").value)
        let reader = CSVReader(table, into: collector)
        let column = reader.column("n")
        for row in reader.rows { #expect(row.integer(column) == nil) }
        #expect(collector.diagnostics.first?.remedy?.vi.lowercased().contains(remedy.lowercased()) == true, "\(collector.diagnostics)")
    }

    @Test func aNameThatWasPartedIsGivenWhole() {
        let remedy = parse("a,b,c\nTrưởng thôn, Mẫu B,2\n").diagnostics.first?.remedy?.vi ?? ""
        #expect(remedy.contains("viết \"Trưởng thôn, Mẫu B\" và thêm lại ô trống"), "\(remedy)")
    }

    /// What Excel and LibreOffice write of a day with a time.
    @Test(arguments: [
        ("2021-06-28 00:00:00", "2021-06-28"), ("2021-06-28T00:00", "2021-06-28"), ("28/6/2021 0:00", "28/6/2021"),
    ])
    func aDayWithATimeIsGivenWithout(_ written: String, _ day: String) throws {
        let collector = DiagnosticCollector()
        let reader = CSVReader(try #require(parse("d,e\n\(written),1\n").value), into: collector)
        let column = reader.column("d")
        for row in reader.rows { #expect(row.date(column) == nil) }
        let found = try #require(collector.diagnostics.first)
        #expect(found.message.vi.contains("“\(written)”") && found.remedy?.vi.contains("chỉ ghi ngày: \(day);") == true, "\(found)")
    }

    @Test func countedDaysAreGivenAsDays() throws {
        let collector = DiagnosticCollector()
        let reader = CSVReader(try #require(parse("d,e\n44386,1\n").value), into: collector)
        let column = reader.column("d")
        for row in reader.rows { #expect(row.date(column) == nil) }
        #expect(collector.diagnostics.first?.remedy?.vi.contains("44386 là ngày 09/7/2021") == true, "\(collector.diagnostics)")
    }
}
