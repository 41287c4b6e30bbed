import Diagnostics
import Formats

/// A day, or the same day of every year.
package struct DeadlineDay: Sendable {
    private enum Kind {
        case fixed(CalendarDay)
        case yearly(month: Int, day: Int)
    }
    private let kind: Kind

    /// Reads the required key `before`.
    init?(_ keys: MappingReader) {
        guard let text = keys.string("before", required: true) else { return nil }
        if let day = try? CalendarDay.parse(text.value) {
            kind = .fixed(day)
            return
        }
        let parts = text.value.split(separator: "-")
        if parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]), CalendarDay(year: 2000, month: month, day: day) != nil {
            kind = .yearly(month: month, day: day)
            return
        }
        keys.collector.append(
            Diagnostic(
                .error, "wrong-date", Message(vi: "thời hạn “\(text.value)” không phải là một ngày", en: "“\(text.value)” is not a day"),
                at: text.place(in: keys.path),
                remedy: Message(
                    vi: "ghi ngày đầy đủ (2021-07-09), hoặc tháng-ngày của mọi năm trong ngoặc kép (\"02-15\")",
                    en: "write a whole date (2021-07-09), or month-day of every year in quotes (\"02-15\")")))
        return nil
    }

    /// The day in that year.
    package func day(in year: Int) -> CalendarDay {
        switch kind {
        case .fixed(let day): day
        // 29 February stands for the last day of that month.
        case .yearly(let month, let day):
            CalendarDay(year: year, month: month, day: day) ?? CalendarDay(year: year, month: month, day: day - 1)!
        }
    }

    /// The year of a day that does not come again.
    package var fixedYear: Int? {
        if case .fixed(let day) = kind { day.year } else { nil }
    }

    /// The day in words.
    package var words: Message {
        switch kind {
        case .fixed(let day): Message(vi: "ngày \(day.vietnamese)", en: day.iso)
        case .yearly(let month, let day):
            Message(vi: "ngày \(day < 10 ? "0" : "")\(day)/\(month) hằng năm", en: "\(month)-\(day) of each year")
        }
    }
}
