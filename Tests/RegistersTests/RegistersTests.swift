import Diagnostics
import Formats
import Registers
import Testing

/// What rules ask registers for.
@Suite struct RegistersTests {
    private static let subjects = """
        subject_id,kind,name,position,from,to
        an,individual,An,second,2019-01-01,2020-12-31
        an,individual,An,first,,2018-06-30
        an,individual,An,third,2022-01-01,
        binh,individual,Bình,only,2022-01-01,
        """

    @Test(
        arguments: [
            ("an", "2018-06-30", "first"), ("an", "1999-01-01", "first"), ("an", "2019-01-01", "second"), ("an", "2020-12-31", "second"),
            ("an", "2022-01-01", "third"), ("an", "2030-01-01", "third"), ("an", "2018-07-05", "first"), ("an", "2018-12-30", "second"),
            ("an", "2021-03-01", "second"), ("an", "2021-11-01", "third"), ("an", "2021-07-01", "second"), ("an", "2021-07-02", "third"),
            ("binh", "2001-01-01", "only"),
        ])
    func theRowInForceOrTheNearest(_ id: String, _ date: String, _ position: String) throws {
        let registers = Registers(try read(.subjects, Self.subjects).rows)
        #expect(registers.subject(id, on: day(date))?.position == position)
    }

    @Test func withoutADayTheLatestRow() throws {
        let registers = Registers(try read(.subjects, Self.subjects).rows)
        #expect(registers.subject("an", on: nil)?.position == "third")
        #expect(registers.subject("cat", on: nil) == nil)
        #expect(registers.subjectRows("an").map(\.position) == ["second", "first", "third"])
        #expect(Set(registers.subjectIDs) == ["an", "binh"])
    }

    @Test func rowsByTheirKeys() throws {
        let registers = Registers(try read(.ratings, "subject_id,period,scale,rating\nan,2020,s,a\nbinh,2020,s,b\nan,2021,s,c\n").rows)
        #expect(registers.ratings(of: "an").map(\.rating) == ["a", "c"])
        #expect(registers.ratings(of: "binh").map(\.rating) == ["b"])
        #expect(registers.ratings(of: "cat").map(\.rating) == [])
        #expect(registers.recognition("x") == nil && registers.award("x") == nil && registers.registration("x") == nil)
    }

    @Test func placesOfRowsAndCells() throws {
        let rows = try read(.ratings, "subject_id,period,scale,rating\n\"an\",2020,s,\"b\"\n").rows
        let registers = Registers(rows)
        let row = rows.ratings[0].row
        #expect(registers.place(of: row).description == "content/registers/ratings.csv:2:1")
        #expect(registers.place(of: row, column: "rating").description == "content/registers/ratings.csv:2:14")
        #expect(
            registers.place(of: row, column: "rated_by").description == "content/registers/ratings.csv:2:1", "a column that is not there")
        #expect(registers.place(of: RowReference(.awards, 3)).description == "content/registers/awards.csv")
    }

    @Test func groupsKeepTheirOrder() {
        let words = ["b1", "a1", "b2", "c1", "a2", "b3"]
        let index = GroupedIndex(words) { String($0.prefix(1)) }
        #expect(["a", "b", "c", "d"].map { key in index[key].map { words[Int($0)] } } == [["a1", "a2"], ["b1", "b2", "b3"], ["c1"], []])
        #expect(Set(index.keys) == ["a", "b", "c"])
        #expect(GroupedIndex([String]()) { $0 }["a"].isEmpty)
    }
}
