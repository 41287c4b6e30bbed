import Diagnostics
import Entries
import Formats

/// Holds an entry's corrections against the day: what is put right only later was not put right.
enum CorrectionCheck {
    static func findings(in entry: Entry, asOf: CalendarDay) -> [Diagnostic] {
        entry.corrections.filter { asOf < $0.on.value }.map { correction in
            let day = correction.on.value
            return Diagnostic(
                .error, "correction-in-future",
                Message(
                    vi: "đính chính ghi ngày \(day.vietnamese), sau ngày xét \(asOf.vietnamese)",
                    en: "a correction is dated \(day.iso), after the day of the check, \(asOf.iso)"),
                at: entry.place(correction.on),
                remedy: Message(
                    vi: "ghi ngày đã đính chính; việc chưa làm thì chưa ghi",
                    en: "give the day on which it was put right; leave out what is still to be done"))
        }
    }
}
