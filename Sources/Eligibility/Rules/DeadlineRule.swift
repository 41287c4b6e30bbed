import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Thời hạn.** Hồ sơ, bản đăng ký hoặc một văn bản phải đến trước một ngày, hoặc chậm nhất ngày đó, như kế
/// hoạch viết.
///
/// “Trước ngày” là trước hẳn ngày đó; các cơ quan thường vẫn nhận trong chính ngày hạn nên gửi đúng ngày thì đạt
/// nhưng có cảnh báo. Hồ sơ coi là gửi khi văn bản cuối cùng của nó đã đến; bản đăng ký được chọn như ở loại
/// `registered`. Với `scope: organisation`, từng tổ chức thuộc `organisation_types` phải gửi; với `scope: programme`,
/// đó là việc của cơ quan tổ chức thực hiện (dòng sổ có `subject_id` để trống). Hai trường hợp sau chỉ được báo ở kế
/// hoạch, không giữ bài nào lại; chưa đến hạn thì chưa xét.
///
/// Đọc: `dossiers.csv`, `registrations.csv`.
///
/// Khóa:
/// - `what` (bắt buộc): `dossier` (cả hồ sơ), `registration` (bản đăng ký) hoặc một mã trong `documents`.
/// - `before` (bắt buộc): ngày (`2021-07-09`), hoặc tháng-ngày của mọi năm (`"02-15"`).
/// - `inclusive`: `true` nếu kế hoạch viết “chậm nhất ngày”, “đến hết ngày”. Mặc định `false`.
/// - `organisation_types`: các loại tổ chức phải gửi, khi `scope: organisation`.
///
/// Ví dụ (LN-30):
/// ```yaml
/// kind: deadline
/// what: dossier
/// before: 2021-07-09
/// ```
///
/// Thông báo:
/// - `after-the-deadline` (không đạt): gửi sau hạn.
/// - `submission-missing` (chưa rõ): sổ chưa có ngày gửi.
/// - `registration-missing`, `registration-ambiguous` (chưa rõ): như ở loại `registered`.
/// - `registration-of-other-subject`, `registration-of-other-programme`, `registration-of-other-year` (không đạt): như
///   ở loại `registered`.
/// - `on-the-deadline` (đạt, có cảnh báo): gửi đúng ngày hết hạn.
struct DeadlineRule: EntryRule, TargetRule {
    static let kind = "deadline"
    let what: String
    let deadline: DeadlineDay
    let isInclusive: Bool
    let organisationTypes: [String]
    /// What has to come in, in words.
    let name: Message

    init?(_ keys: MappingReader, context: RuleContext) {
        isInclusive = keys.boolean("inclusive")?.value ?? false
        organisationTypes = keys.terms("organisation_types", .organisationTypes, context.vocabulary, required: false)
        let named = keys.string("what", required: true)?.value
        let what = ["dossier", "registration"].contains(named) ? named : keys.term("what", .documents, context.vocabulary, required: false)
        let deadline = DeadlineDay(keys)
        guard let what, let deadline else { return nil }
        (self.what, self.deadline) = (what, deadline)
        name =
            switch what {
            case "dossier": Message(vi: "hồ sơ", en: "the dossier")
            case "registration": Message(vi: "bản đăng ký", en: "the registration")
            default: Message(context.vocabulary[.documents].name(of: what).lowercasedFirst)
            }
    }

    var reads: [RuleSource] {
        what == "registration" ? [.entry, .register(.registrations), .register(.subjects)] : [.register(.dossiers)]
    }
    var requirement: Message { required(deadline.words) }
    var years: [Int]? { deadline.fixedYear.map { [$0] } }

    private func required(_ day: Message) -> Message {
        isInclusive
            ? Message(vi: "\(name.vi) gửi chậm nhất \(day.vi)", en: "\(name.en) by \(day.en)")
            : Message(vi: "\(name.vi) gửi trước \(day.vi)", en: "\(name.en) before \(day.en)")
    }

    // MARK: An entry's own papers

    func evaluate(_ honour: HonourCase) -> Verdict {
        let year = honour.entry.year.value
        let day = deadline.day(in: year)
        guard what == "registration" else {
            return judge(latest(honour.dossier), by: day, honour.registers, missingAt: honour.subjectPlace)
        }
        switch honour.registration(of: .subject, in: year, required(Message(vi: "ngày \(day.vietnamese)", en: day.iso))) {
        case .none(let verdict): return verdict
        case .row(let row):
            let cell = honour.registers.place(of: row.row, column: "registered_on")
            var verdict = judge(registered(row), by: day, honour.registers, missingAt: cell)
            if verdict.evidence.isEmpty { verdict.evidence = [row.row] }
            return verdict
        }
    }

    // MARK: What organisations, or the staff, must send

    func evaluate(_ target: TargetCase) -> Verdict {
        let submission: Submission?
        if what == "registration" {
            submission = target.registrations.compactMap(registered).max { $0.day < $1.day }
        } else {
            submission = latest(target.dossier)
        }
        let day = deadline.day(in: target.year)
        // A plan that begins in December asks for no report of the October before.
        guard day >= target.programme.validFrom, day <= target.programme.validTo else { return .notApplicable() }
        // Nobody is late before the day has come.
        if submission == nil, target.asOf <= day { return .notApplicable() }
        return judge(submission, by: day, target.registers, missingAt: target.place, of: target.name)
    }

    // MARK: The day

    /// When something came in, and the cell that says so.
    private struct Submission {
        var day: CalendarDay
        var row: RowReference
        var column: String
    }

    private func registered(_ row: Registration) -> Submission? {
        row.registeredOn.map { Submission(day: $0, row: row.row, column: "registered_on") }
    }

    private func latest(_ documents: [DossierDocument]) -> Submission? {
        documents.filter { what == "dossier" || $0.document == what }.max { $0.submittedOn < $1.submittedOn }
            .map { Submission(day: $0.submittedOn, row: $0.row, column: "submitted_on") }
    }

    private func judge(
        _ submission: Submission?, by day: CalendarDay, _ registers: Registers, missingAt place: SourcePlace, of holder: String? = nil
    ) -> Verdict {
        if let submission, submission.day < day || (isInclusive && submission.day == day) { return .pass([submission.row]) }
        let required = required(Message(vi: "ngày \(day.vietnamese)", en: day.iso))
        guard let submission else {
            let whose = holder.map { Message(vi: " của “\($0)”", en: " of “\($0)”") } ?? ""
            return .unknown(
                [],
                Finding(
                    "submission-missing",
                    found: Message(vi: "chưa có ngày gửi \(name.vi)", en: "no date is recorded for \(name.en)") + whose, required: required,
                    remedy: what == "registration"
                        ? Message(
                            vi: "ghi ngày đăng ký vào cột registered_on của registrations.csv",
                            en: "record it in registered_on of registrations.csv")
                        : Message(
                            vi: "ghi ngày nhận vào cột submitted_on của dossiers.csv", en: "record it in submitted_on of dossiers.csv"),
                    at: place))
        }
        let cell = registers.place(of: submission.row, column: submission.column)
        let found = Message(
            vi: "\(name.vi) gửi ngày \(submission.day.vietnamese)", en: "\(name.en) came in on \(submission.day.iso)")
        if submission.day == day {
            return .pass(
                [submission.row],
                but: Finding(
                    "on-the-deadline",
                    found: found + Message(vi: ", đúng ngày hết hạn", en: ", the day of the deadline itself"), required: required,
                    remedy: Message(
                        vi: "“trước ngày” là trước hẳn ngày đó; nếu cơ quan chấp nhận thì không cần làm gì",
                        en: "“before” excludes the day itself; nothing to do if the office accepts it"),
                    at: cell))
        }
        return .fail(
            [submission.row],
            Finding(
                "after-the-deadline", found: found, required: required,
                remedy: holder == nil
                    ? Message(
                        vi: "kiểm tra ngày nhận trong sổ; nếu đúng là quá hạn thì cần quyết định cho phép (waivers.csv)",
                        en: "check the date; if it is right, a decision must allow it (waivers.csv)")
                    : Message(
                        vi: "kiểm tra ngày nhận trong sổ; nếu đúng là quá hạn thì nhắc đơn vị rút kinh nghiệm",
                        en: "check the date; if it is right, remind whoever is responsible"),
                at: cell))
    }
}
