import Testing

@testable import Vietnamese

@Suite struct WrittenNumberTests {
    @Test(
        arguments: [
            ("0", 0, 0), ("05", 5, 0), ("007", 7, 0), ("1548", 1548, 0), ("1.548", 1548, 0), ("12.345.678", 12_345_678, 0),
            ("36,6", 366, 1),
            ("3,796", 3796, 3), ("1.548,25", 154_825, 2), ("0,5", 5, 1), ("36,60", 366, 1), ("10,0", 10, 0), ("120000000", 120_000_000, 0),
        ])
    func reads(_ text: String, _ digits: Int, _ decimals: Int) throws {
        let number = try #require(WrittenNumber(text))
        #expect(number.digits == digits)
        #expect(number.decimals == decimals)
    }

    @Test(
        arguments: [
            "", ".", ",", "1.", "1,", ",5", ".5", "1.5", "9.2019", "1.54", "1.5488", "1548.000", "1,5,2", "1.548,", "1,548.2", "12 000",
            "-5", "5%",
            "0905123456", "0905.123.456", "0.258", "0123", "1234567890123456", "abc", "1,2a",
        ])
    func refuses(_ text: String) { #expect(WrittenNumber(text) == nil) }

    @Test(
        arguments: [
            ("36,6", 6, "36600000"), ("5,3", 9, "5.300.000.000"), ("3,796", 3, "3796"), ("1,25", 1, "12,5"), ("7", 0, "7"), ("0", 9, "0"),
        ])
    func multiplies(_ number: String, _ power: Int, _ product: String) throws {
        #expect(try #require(WrittenNumber(number)).times(powerOfTen: power) == WrittenNumber(product))
    }

    @Test func multiplyingStopsWhereDigitsEnd() throws {
        #expect(try #require(WrittenNumber("999999999999999")).times(powerOfTen: 12) == nil)
        #expect(WrittenNumber(1).times(powerOfTen: 16) == nil)
    }

    @Test(
        arguments: [
            ("0,9", "1"), ("1,09", "1,1"), ("999", "1.000"), ("36,59", "36,6"), ("0,00000000000001", "999999999999999"),
            ("99999999,9999999", "100000000"),
        ])
    func compares(_ smaller: String, _ larger: String) throws {
        let (small, large) = (try #require(WrittenNumber(smaller)), try #require(WrittenNumber(larger)))
        #expect(small < large)
        #expect(!(large < small) && !(small < small))
    }
}
