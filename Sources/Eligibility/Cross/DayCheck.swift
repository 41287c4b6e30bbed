import Diagnostics
import Formats
import Places
import Programmes
import Registers

/// Holds the places and levels that rows name against their day: a district that had ended by then, a
/// commune that had not begun.
struct DayCheck {
    let corpus: Corpus

    func check() -> [RegisterCheck.RowFinding] {
        var found: [RegisterCheck.RowFinding] = []
        for row in corpus.registers.rows.awards {
            check(row.row, row.placeID, row.decision.date, year: row.year, &found)
            check(row.row, level: row.level, row.decision.date, &found)
        }
        for row in corpus.registers.rows.recognitions {
            check(row.row, row.placeID, row.decision.date, year: row.year, &found)
            check(row.row, level: row.level, row.decision.date, &found)
        }
        for row in corpus.registers.rows.registrations { check(row.row, row.placeID, row.registeredOn, year: row.year, &found) }
        return found
    }

    private func check(
        _ row: RowReference, _ id: String?, _ day: CalendarDay?, year: Int, _ found: inout [RegisterCheck.RowFinding]
    ) {
        guard let id, let place = corpus.gazetteer[id], let absence = place.absence(on: day, orIn: year) else { return }
        found.append(
            RegisterCheck.RowFinding(
                row: row,
                diagnostic: Diagnostic(
                    .warning, "place-did-not-exist", absence.found, at: corpus.registers.place(of: row, column: "place_id"),
                    required: absence.required,
                    remedy: Message(
                        vi: "ghi địa bàn đúng với ngày của dòng này", en: "name the place as it was on the day of this row"))))
    }

    private func check(_ row: RowReference, level: String?, _ day: CalendarDay, _ found: inout [RegisterCheck.RowFinding]) {
        guard let level, let term = corpus.vocabulary[.levels][level], let end = term.end(before: day) else { return }
        found.append(
            RegisterCheck.RowFinding(row: row, diagnostic: end.diagnostic(at: corpus.registers.place(of: row, column: "level"))))
    }
}

extension Place {
    /// What is to be said where the place did not exist on that day, or at all in that year where no day is
    /// known; nil where it did.
    func absence(on day: CalendarDay?, orIn year: Int) -> (found: Message, required: Message)? {
        guard !(day.map { exists(on: $0) } ?? exists(inYear: year)) else { return nil }
        let when =
            day.map { Message(vi: "ngày \($0.vietnamese)", en: "on \($0.iso)") } ?? Message(vi: "năm \(year)", en: "in \(year)")
        let span = [
            validFrom.map { Message(vi: "từ \($0.vietnamese)", en: "from \($0.iso)") },
            validTo.map { Message(vi: "đến hết \($0.vietnamese)", en: "to \($0.iso)") },
        ].compactMap { $0 }.joined(" ")
        return (
            Message(vi: "“\(fullName)” không tồn tại \(when.vi)", en: "“\(fullName)” did not exist \(when.en)"),
            Message(vi: "địa bàn này tồn tại \(span.vi)", en: "it existed \(span.en)")
        )
    }
}

/// A level that had ended by the day of a decision.
struct EndedLevel {
    let name: String
    let lastDay: CalendarDay
    let reason: String?
    let day: CalendarDay

    func diagnostic(at place: SourcePlace, notes: [Diagnostic.Note] = []) -> Diagnostic {
        let why = reason.map { ": \($0)" } ?? ""
        return Diagnostic(
            .error, "level-had-ended",
            Message(
                vi: "quyết định ký ngày \(day.vietnamese) ghi “\(name)”, cấp không còn từ sau ngày \(lastDay.vietnamese)",
                en: "the decision of \(day.iso) is of the level “\(name)”, which ended on \(lastDay.iso)"),
            at: place,
            required: Message(
                vi: "“\(name)” có đến hết ngày \(lastDay.vietnamese)\(why)", en: "“\(name)” lasted until \(lastDay.iso)\(why)"),
            remedy: Message(
                vi: "đối chiếu ngày ký và cấp trong quyết định, rồi sửa bên ghi nhầm",
                en: "check the date and the level in the decision, then mend the one that is wrong"),
            notes: notes)
    }
}

extension Term {
    /// That the level had ended before a day; nil where it had not.
    func end(before day: CalendarDay) -> EndedLevel? {
        guard let validTo, validTo < day else { return nil }
        return EndedLevel(name: name, lastDay: validTo, reason: endedBy, day: day)
    }
}
