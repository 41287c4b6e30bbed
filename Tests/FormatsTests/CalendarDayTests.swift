import Formats
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [
        ("2021-07-09", "2021-07-09"), ("09/7/2021", "2021-07-09"), ("9/7/2021", "2021-07-09"), ("09-07-2021", "2021-07-09"),
        ("29/02/2024", "2024-02-29"), ("1/1/0001", "0001-01-01"), ("31/12/9999", "9999-12-31"),
    ])
    func reading(_ text: String, _ iso: String) throws {
        #expect(try CalendarDay.parse(text).iso == iso)
    }

    @Test(arguments: [
        "", "2021", "7/2021", "2021-7-9", "09/07/21", "2021/07/09", "09-07/2021", "9.7.2021", "2021-07-09T00:00", " 9/7/2021", "9/7/2021/1",
        "9//2021", "009/7/2021", "９/7/2021", "-1/7/2021", "09/7/20211",
    ])
    func noDates(_ text: String) {
        #expect(throws: CalendarDay.ParsingError.notADate) { try CalendarDay.parse(text) }
    }

    @Test(arguments: ["31/02/2021", "29/02/2023", "29/02/1900", "31/04/2021", "0/7/2021", "1/13/2021", "2021-00-10", "1/1/0000"])
    func noSuchDays(_ text: String) {
        #expect(throws: CalendarDay.ParsingError.noSuchDay) { try CalendarDay.parse(text) }
    }

    @Test(arguments: [
        ("2021-07-09", "09/7/2021"), ("2025-02-12", "12/02/2025"), ("2025-01-05", "05/01/2025"), ("2025-10-31", "31/10/2025"),
        ("2025-03-01", "01/3/2025"),
    ])
    func officialWriting(_ iso: String, _ written: String) throws {
        #expect(try CalendarDay.parse(iso).vietnamese == written)
    }

    @Test func knownDistances() throws {
        #expect(try CalendarDay.parse("1970-01-01").daysSinceEpoch == 0)
        #expect(try CalendarDay.parse("2000-03-01").daysSinceEpoch == 11_017)
        #expect(try CalendarDay.parse("0001-01-01").daysSinceEpoch == -719_162)
        #expect(try CalendarDay.parse("2024-03-01") - CalendarDay.parse("2024-02-28") == 2)
        #expect(try CalendarDay.parse("2024-12-31").adding(days: 1)?.iso == "2025-01-01")
        #expect(try CalendarDay.parse("9999-12-31").adding(days: 1) == nil)
        #expect(try CalendarDay.parse("9999-12-31").adding(days: .max) == nil)
    }

    @Test func everyDayComesBack() throws {
        var expected = try #require(CalendarDay(year: 1899, month: 12, day: 31))
        for days in expected.daysSinceEpoch + 1...expected.daysSinceEpoch + 80_000 {
            let day = try #require(CalendarDay(daysSinceEpoch: days))
            #expect(day.daysSinceEpoch == days && expected < day)
            #expect(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
            expected = day
        }
        #expect(expected.year == 2119)
    }

    @Test func theDayOfAMoment() {
        // 2024-12-31T17:00:00Z is midnight in Vietnam.
        #expect(CalendarDay(unixSeconds: 1_735_664_400, hoursEastOfGreenwich: 7)?.iso == "2025-01-01")
        #expect(CalendarDay(unixSeconds: 1_735_664_399, hoursEastOfGreenwich: 7)?.iso == "2024-12-31")
        #expect(CalendarDay(unixSeconds: -1, hoursEastOfGreenwich: 0)?.iso == "1969-12-31")
        #expect(CalendarDay(unixSeconds: .max, hoursEastOfGreenwich: 7) == nil)
    }
}
