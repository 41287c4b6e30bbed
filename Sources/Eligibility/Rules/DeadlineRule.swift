import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Thời hạn.** Something came in before a day, or by it, as the plan words it.
///
/// Keys: `what`, `dossier` (the last of its documents), `registration` or a code of `documents`;
/// `before`, a day, or month and day of every year (`"02-15"`); `inclusive`, true where the plan says
/// "chậm nhất ngày". "Trước ngày" is strictly before: offices commonly accept the day itself, so that
/// passes with a warning. Examples: LN-30, VN-32. Of scope `programme` it is a date for the staff's own
/// work, shown and not evaluated: LN-31.
struct DeadlineRule: EntryRule {
    static let kind = "deadline"
    let what: String
    let deadline: DeadlineDay
    let isInclusive: Bool

    init?(_ keys: MappingReader, context: RuleContext) {
        isInclusive = keys.boolean("inclusive")?.value ?? false
        let named = keys.string("what", required: true)?.value
        let what = ["dossier", "registration"].contains(named) ? named : keys.term("what", .documents, context.vocabulary, required: false)
        let deadline = DeadlineDay(keys)
        guard let what, let deadline else { return nil }
        (self.what, self.deadline) = (what, deadline)
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let day = deadline.day(in: honour.entry.year.value)
        let submission = submission(honour)
        if let (submitted, row, _) = submission, submitted < day || (isInclusive && submitted == day) { return .pass([row]) }

        let name = words(honour.vocabulary)
        let required =
            isInclusive
            ? Message(vi: "\(name.vi) gửi chậm nhất ngày \(day.vietnamese)", en: "\(name.en) by \(day.iso)")
            : Message(vi: "\(name.vi) gửi trước ngày \(day.vietnamese)", en: "\(name.en) before \(day.iso)")
        guard let (submitted, row, column) = submission else {
            return .unknown(
                [],
                Finding(
                    "submission-missing", found: Message(vi: "chưa có ngày gửi \(name.vi)", en: "no date is recorded for \(name.en)"),
                    required: required,
                    remedy: what == "registration"
                        ? Message(
                            vi: "ghi ngày đăng ký vào registrations.csv và mã đăng ký vào khóa registration của bài",
                            en: "record the date in registrations.csv, and the id in the entry's registration")
                        : Message(
                            vi: "ghi ngày nhận vào cột submitted_on của dossiers.csv", en: "record it in submitted_on of dossiers.csv"),
                    at: honour.subjectPlace))
        }
        let place = honour.registers.place(of: row, column: column)
        let found = Message(vi: "\(name.vi) gửi ngày \(submitted.vietnamese)", en: "\(name.en) came in on \(submitted.iso)")
        if submitted == day {
            return .pass(
                [row],
                but: Finding(
                    "on-the-deadline",
                    found: Message(vi: found.vi + ", đúng ngày hết hạn", en: found.en + ", the day of the deadline itself"),
                    required: required,
                    remedy: Message(
                        vi: "“trước ngày” là trước hẳn ngày đó; nếu cơ quan chấp nhận thì không cần làm gì",
                        en: "“before” excludes the day itself; nothing to do if the office accepts it"),
                    at: place))
        }
        return .fail(
            [row],
            Finding(
                "after-the-deadline", found: found, required: required,
                remedy: Message(
                    vi: "kiểm tra ngày nhận trong sổ; nếu đúng là quá hạn thì cần quyết định cho phép (waivers.csv)",
                    en: "check the date; if it is right, a decision must allow it (waivers.csv)"),
                at: place))
    }

    private func words(_ vocabulary: Vocabulary) -> Message {
        switch what {
        case "dossier": Message(vi: "hồ sơ", en: "the dossier")
        case "registration": Message(vi: "bản đăng ký", en: "the registration")
        default: Message(vocabulary[.documents].name(of: what).lowercasedFirst)
        }
    }

    /// When it came in, and the cell that says so. A dossier is in when its last document is.
    private func submission(_ honour: HonourCase) -> (CalendarDay, RowReference, String)? {
        if what == "registration" {
            guard let id = honour.entry.registrationID, let row = honour.registers.registration(id.value), let day = row.registeredOn else {
                return nil
            }
            return (day, row.row, "registered_on")
        }
        let rows = honour.dossier.filter { what == "dossier" || $0.document == what }
        return rows.max { $0.submittedOn < $1.submittedOn }.map { ($0.submittedOn, $0.row, "submitted_on") }
    }
}

/// A day, or the same day of every year.
struct DeadlineDay: Sendable {
    private enum Kind {
        case fixed(CalendarDay)
        case yearly(month: Int, day: Int)
    }
    private let kind: Kind

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

    func day(in year: Int) -> CalendarDay {
        switch kind {
        case .fixed(let day): day
        // 29 February stands for the last day of that month.
        case .yearly(let month, let day):
            CalendarDay(year: year, month: month, day: day) ?? CalendarDay(year: year, month: month, day: day - 1)!
        }
    }
}
