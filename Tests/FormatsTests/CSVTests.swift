import Diagnostics
import Testing

@testable import Formats

@Suite struct CSVTableTests {
    private func parse(_ text: String) -> Diagnosed<CSVTable?> {
        CSVTable.parse(SourceText(path: "a.csv", text: text))
    }

    /// All cells, `|` between them.
    private func cells(_ table: CSVTable) -> [String] {
        (0..<table.rowCount).map { row in table.header.indices.map { table.cell(row, $0) }.joined(separator: "|") }
    }

    @Test(arguments: [
        Case("comma", "a,b\n1,2\n", "1|2"),
        Case("semicolon", "a;b\n1,5;2\n", "1,5|2"),
        Case("tab", "a\tb\n1;5\t2\n", "1;5|2"),
        Case("separator within a quoted name", "\"a;b;c\",d\n1;2,3\n", "1;2|3"),
        Case("one column", "a\n1\n", "1"),
        Case("no line end at the end", "a,b\n1,2", "1|2"),
        Case("CRLF", "a,b\r\n1,2\r\n", "1|2"),
        Case("quotes", "a,b\n\"một, hai\",\"ba\"\n", "một, hai|ba"),
        Case("doubled quotes", "a,b\n\"nói \"\"khéo\"\"\",\"\"\"\"\n", "nói \"khéo\"|\""),
        Case("line end in quotes", "a,b\n\"một\r\nhai\",3\n", "một\nhai|3"),
        Case("quote within a cell without quotes", "a,b\nmô hình \"khéo\",2\n", "mô hình \"khéo\"|2"),
        Case("empty cells", "a,b\n,2\n1,\n", "|2", "1|"),
        Case("empty lines", "\n\na,b\n\n1,2\n\n\n3,4\n\n", "1|2", "3|4"),
        Case("rows of separators", "a,b\n,\n1,2\n,,,,\n", "1|2"),
        Case("blanks stay", "a,b\n 1 ,2\n", " 1 |2"),
        Case("header only", "a,b\n"),
    ])
    func reading(_ sample: Case) {
        let parsed = parse(sample.text)
        #expect(parsed.value.map(cells) == sample.expected)
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test(arguments: [
        Case("empty", "", "csv-no-header 1:1+1"),
        Case("empty lines only", "\n\n", "csv-no-header 1:1+1"),
        Case("too many columns", (0...1000).map { "c\($0)" }.joined(separator: ","), "csv-too-many-columns 1:1+1"),
        Case("empty name", "a,,b\n1,2,3\n", "csv-empty-column-name 1:3+1"),
        Case("blank name", "a, ,b\n1,2,3\n", "csv-empty-column-name 1:3+1"),
        Case("duplicate name", "mã,tên,mã \n1,2,3\n", "csv-duplicate-column 1:8+3"),
        Case("too few cells", "a,b\n1\n3,4\n", "csv-row-width 2:1+1"),
        Case("too many cells", "a,b\nxã Mẫu,2,3\n", "csv-row-width 2:1+10"),
        Case("unclosed quote", "a,b\n1,2\nxã,\"Mẫu\n3,4\n", "csv-unclosed-quote 3:4+1"),
        Case("unclosed quote, deep in its row", "a,b\n\"x\ny\",\"Mẫu\n3,4\n", "csv-unclosed-quote 3:4+1"),
        Case("unclosed quote in the header", "a,\"b\n1,2\n", "csv-unclosed-quote 1:3+1"),
        Case("unclosed after doubled quotes", "a\n\"\"\"\n", "csv-unclosed-quote 2:1+1"),
        Case("quote that another row's closes", "a,b\n1,\"x\n2,y\n3,\"z\"\n", "csv-unclosed-quote 2:3+1"),
        Case("text after quote", "a,b\n\"mẫu\" một,2\n", "csv-text-after-quote 2:6+1"),
        Case("text after quote with lines", "a,b\n\"x\nmẫu\" một,2\n", "csv-text-after-quote 3:5+1"),
    ])
    func refusals(_ sample: Case) {
        let parsed = parse(sample.text)
        #expect(summary(parsed.diagnostics) == sample.expected)
        for diagnostic in parsed.diagnostics { #expect(diagnostic.severity == .error && diagnostic.remedy != nil) }
    }

    @Test func raggedRowsAreLeftOutAndNamedUpToALimit() throws {
        let parsed = parse("a,b\n1,2\n" + String(repeating: "x\n", count: 70) + "3,4\n")
        #expect(parsed.diagnostics.count == 51)
        #expect(parsed.diagnostics.last?.message.en.hasPrefix("20 more rows") == true)
        #expect(try cells(#require(parsed.value)) == ["1|2", "3|4"])
    }

    @Test func places() throws {
        let table = try #require(parse("mã;tên\n\n\"x\ny\";\"Đảng bộ\"\nb;\"Mẫu\nMột\"\n").value)
        #expect(table.rowCount == 2)
        #expect(table.line(ofRow: 0) == 3)
        #expect(table.line(ofRow: 1) == 5)
        #expect(table.place(0, 0) == SourcePlace(path: "a.csv", line: 3, column: 2, length: 1))
        #expect(table.place(0, 1) == SourcePlace(path: "a.csv", line: 4, column: 5, length: 7))
        #expect(table.place(1, 1) == SourcePlace(path: "a.csv", line: 5, column: 4, length: 3))
        #expect(table.place(ofRow: 1) == SourcePlace(path: "a.csv", line: 5, column: 1, length: 6))
    }
}

@Suite struct CSVReaderTests {
    private let choices = [(name: "valid", value: true), (name: "revoked", value: false)]

    @Test func values() throws {
        let collector = DiagnosticCollector()
        let table = try #require(
            CSVTable.parse(
                SourceText(path: "a.csv", text: "id,tên,on,year,status,docs,note\n a-1 ,\u{A0}Ví Dụ ,9/7/2021,2021,valid,x| y ||z,\n")
            ).value)
        let reader = CSVReader(table, into: collector)
        let columns = ["id", "tên", "on", "year", "status", "docs", "note"].map { reader.column($0) }
        let absent = reader.column("absent", required: false)
        reader.finishHeader()
        for row in reader.rows {
            #expect(row.identifier(columns[0], required: true) == Located("a-1", at: SourcePosition(line: 2, column: 2), length: 3))
            #expect(row.string(columns[1]) == Located("Ví Dụ", at: SourcePosition(line: 2, column: 8), length: 5))
            #expect(row.date(columns[2])?.value.iso == "2021-07-09")
            #expect(row.integer(columns[3])?.value == 2021)
            #expect(row.choice(columns[4], of: choices)?.value == true)
            #expect(row.list(columns[5]).map(\.value) == ["x", "y", "z"])
            #expect(row.list(columns[5]).map(\.position.column) == [35, 38, 42])
            #expect(row.string(columns[6]) == nil)
            #expect(row.string(absent, required: true) == nil)
        }
        #expect(collector.diagnostics.isEmpty)
    }

    @Test func refusals() throws {
        let collector = DiagnosticCollector()
        let table = try #require(CSVTable.parse(SourceText(path: "a.csv", text: "id,titel,on,status\n,a,31/02/2021,vald\n")).value)
        let reader = CSVReader(table, into: collector)
        let (id, title, on, status) = (reader.column("id"), reader.column("title"), reader.column("on"), reader.column("status"))
        reader.finishHeader()
        for row in reader.rows {
            #expect(row.string(id, required: true) == nil)
            #expect(row.string(title, required: true) == nil)
            #expect(row.date(on) == nil)
            #expect(row.choice(status, of: choices) == nil)
            #expect(row.place(title).description == "a.csv:2:1")
        }
        #expect(
            summary(collector.diagnostics) == [
                "csv-missing-column 1:1+1", "csv-unknown-column 1:4+5", "empty-value 2:1+1", "no-such-day 2:4+10", "unknown-value 2:15+4",
            ])
        #expect(collector.diagnostics[0].remedy?.vi == "Đổi tên cột “titel” thành “title” nếu đó là cột này.")
        #expect(collector.diagnostics[1].remedy?.vi == "Có lẽ là “title”; các cột dùng được: id, title, on, status.")
    }
}
