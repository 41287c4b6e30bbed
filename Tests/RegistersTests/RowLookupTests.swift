import Diagnostics
import Formats
import Registers
import Testing

/// From a reference to its row, also where rows before it could not be read.
@Suite struct RowLookupTests {
    private static let reviews = """
        programme_id,rule,subject_id,year,verdict,body,reviewed_on
        p,R-1,an,2024,met,b,2024-01-01
        p,R-2,an,2024,maybe,b,2024-01-02
        p,R-3,an,2024,met,b,2024-01-03
        p,R-4,an,2024,met,b,
        p,R-5,an,2024,not_met,b,2024-01-05
        """

    @Test(arguments: [(0, "R-1"), (1, nil), (2, "R-3"), (3, nil), (4, "R-5"), (5, nil)] as [(Int, String?)])
    func theRowOfAReference(_ row: Int, _ rule: String?) throws {
        let registers = Registers(try read(.reviews, Self.reviews).rows)
        #expect(registers.rows.reviews.count == 3)
        #expect(registers.review(at: RowReference(.reviews, row))?.ruleID == rule)
    }

    @Test func aReferenceToAnotherRegister() throws {
        let registers = Registers(try read(.reviews, Self.reviews).rows)
        #expect(registers.review(at: RowReference(.waivers, 0)) == nil)
        #expect(registers.award(at: RowReference(.reviews, 0)) == nil)
        #expect(registers.award(at: RowReference(.awards, 0)) == nil, "an empty register")
    }
}
