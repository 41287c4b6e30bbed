/// A day of the (proleptic) Gregorian calendar, years 1 to 9999, without time or zone: what a decision
/// or a rule means by a date is the same everywhere.
package struct CalendarDay: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil for a day that the calendar does not have, such as 31/02.
    package init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
        self.init(checkedYear: year, month, day)
    }

    private init(checkedYear year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Earlier days first.
    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// How many days the month has, in the Gregorian calendar.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

// MARK: Reading and writing

extension CalendarDay {
    /// Why a text is no day.
    package enum ParsingError: Error {
        /// The text is in neither of the forms.
        case notADate
        /// The form is right, but the calendar has no such day.
        case noSuchDay
    }

    /// Reads `2021-07-09` (ISO 8601), `09/7/2021`, `9/7/2021` or `09-07-2021`: the day always comes
    /// before the month, as in Vietnam. Nothing may stand around it.
    package static func parse(_ text: some StringProtocol) throws(ParsingError) -> CalendarDay {
        var numbers = (0, 0, 0)
        var widths = (0, 0, 0)
        var separators: (UInt8, UInt8) = (0, 0)
        var part = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte - UInt8(ascii: "0"))
                switch part {
                case 0: (numbers.0, widths.0) = (numbers.0 * 10 + digit, widths.0 + 1)
                case 1: (numbers.1, widths.1) = (numbers.1 * 10 + digit, widths.1 + 1)
                default: (numbers.2, widths.2) = (numbers.2 * 10 + digit, widths.2 + 1)
                }
                guard max(widths.0, widths.1, widths.2) <= 4 else { throw .notADate }
            case UInt8(ascii: "-"), UInt8(ascii: "/"):
                if part == 0 { separators.0 = byte } else { separators.1 = byte }
                part += 1
                guard part <= 2 else { throw .notADate }
            default: throw .notADate
            }
        }
        guard part == 2, separators.0 == separators.1 else { throw .notADate }
        let found: CalendarDay?
        switch widths {
        case (4, 2, 2) where separators.0 == UInt8(ascii: "-"):
            found = CalendarDay(year: numbers.0, month: numbers.1, day: numbers.2)
        case (1...2, 1...2, 4):
            found = CalendarDay(year: numbers.2, month: numbers.1, day: numbers.0)
        default: throw .notADate
        }
        guard let found else { throw .noSuchDay }
        return found
    }

    /// `2021-07-09`.
    package var iso: String {
        "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    /// As official documents write it (Decree 30/2020/NĐ-CP, annex I): days below 10 and the months 1
    /// and 2 with a zero before them, `09/7/2021`, `12/02/2025`.
    package var vietnamese: String {
        "\(Self.padded(day, to: 2))/\(month <= 2 ? "0" : "")\(month)/\(year)"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

// MARK: Arithmetic

extension CalendarDay {
    /// Days from 1 January 1970, negative before it.
    ///
    /// Counts from 1 March, so that the leap day comes last in its year (Howard Hinnant, "chrono-Compatible
    /// Low-Level Date Algorithms").
    package var daysSinceEpoch: Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The inverse of `daysSinceEpoch`; nil outside the years 1 to 9999.
    package init?(daysSinceEpoch days: Int) {
        guard -719_162...2_932_896 ~= days else { return nil }
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            checkedYear: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The day of a moment, given in seconds since 1970, at a fixed distance from Greenwich: 7 for Vietnam.
    package init?(unixSeconds: Int, hoursEastOfGreenwich hours: Int) {
        let (seconds, overflow) = unixSeconds.addingReportingOverflow(hours * 3600)
        guard !overflow else { return nil }
        self.init(daysSinceEpoch: seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0))
    }

    /// The day so many days later, or earlier; nil outside the years 1 to 9999.
    package func adding(days: Int) -> CalendarDay? {
        let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
        return overflow ? nil : CalendarDay(daysSinceEpoch: sum)
    }

    /// How many days lie between the two: positive where `left` is the later one.
    package static func - (left: CalendarDay, right: CalendarDay) -> Int {
        left.daysSinceEpoch - right.daysSinceEpoch
    }
}
