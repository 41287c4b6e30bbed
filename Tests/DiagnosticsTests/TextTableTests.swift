import Diagnostics
import Testing

/// Tables as terminals show them, letter by letter.
@Suite struct TextTableTests {
    private static func table(_ rows: [[String]]) -> TextTable {
        TextTable([TextTable.Column("Quy tắc"), TextTable.Column("đạt", .right), TextTable.Column("ngày")], rows: rows)
    }

    @Test func columnsStandUnderTheirTitles() {
        #expect(
            Self.table([["LN-10", "1.250", "09/7/2021"], ["LN-9", "7", ""]]).lines(width: 80) == [
                "Quy tắc    đạt  ngày",
                "LN-10    1.250  09/7/2021",
                "LN-9         7",
            ])
    }

    /// What counts is what a terminal shows: a mark takes no column, a wide letter two.
    @Test func widthsAreThoseOfATerminal() {
        let lines = Self.table([["hồ sơ", "1", "a"], ["ho\u{302}\u{300} sơ", "2", "b"], ["漢字", "3", "c"]]).lines(width: 80)
        #expect(lines[1...] == ["hồ sơ      1  a", "ho\u{302}\u{300} sơ      2  b", "漢字       3  c"])
    }

    @Test func theFirstColumnGivesWayBetweenWords() {
        let lines = Self.table([["LN-30 (mục IV, khoản 1, điểm a)", "12", "09/7/2021"]]).lines(width: 36)
        #expect(
            lines == [
                "Quy tắc               đạt  ngày",
                "LN-30 (mục IV, khoản   12  09/7/2021",
                "1, điểm a)",
            ])
        #expect(lines.allSatisfy { $0.count <= 36 })
    }

    @Test func aWordLongerThanItsColumnIsBroken() {
        let lines = Self.table([["ban_tuyên_giáo_đảng_ủy_khối x", "1", "a"]]).lines(width: 21)
        #expect(lines == ["Quy tắc     đạt  ngày", "ban_tuyên_    1  a", "giáo_đảng_", "ủy_khối x"])
    }

    @Test func anotherColumnMayGiveWay() {
        let table = TextTable(
            [TextTable.Column("Mã"), TextTable.Column("việc")], rows: [["LN-31", "báo cáo kết quả bốn năm"]], flexible: 1)
        #expect(table.lines(width: 24) == ["Mã     việc", "LN-31  báo cáo kết quả", "       bốn năm"])
    }

    @Test func atLeastTenColumnsAreLeft() {
        #expect(Self.table([["một hai ba bốn", "1", "a"]]).lines(width: 1) == ["Quy tắc     đạt  ngày", "một hai ba    1  a", "bốn"])
    }

    @Test func aTableWithoutRows() {
        #expect(Self.table([]).lines(width: 80) == ["Quy tắc  đạt  ngày"])
    }
}
