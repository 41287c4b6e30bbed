import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Mức xếp loại tối thiểu.** Đối tượng, hoặc tổ chức nơi công tác, được xếp loại từ một mức trở lên trong một kỳ.
///
/// Hai dòng khác nhau cho cùng một kỳ thì mức thấp hơn được tính.
///
/// Đọc: `ratings.csv`; `subjects.csv` khi xét nơi công tác.
///
/// Khóa:
/// - `period` (bắt buộc): năm (`2020`), nửa năm (`2021H1`), hoặc tính theo năm xét: `year`, `year-1`, `year-1H2`.
/// - `minimum` (bắt buộc): mức thấp nhất được chấp nhận; có thể khác nhau theo điều kiện.
/// - `scale`: thang xếp loại, mã trong `rating_scales`; không ghi thì là thang của kế hoạch.
/// - `holder`: `subject` (mặc định, chính đối tượng) hoặc `organisation` (nơi công tác).
///
/// Ví dụ (LN-10):
/// ```yaml
/// kind: rating_at_least
/// when: {subject_kind: collective}
/// period: "2021H1"
/// minimum: good
/// ```
///
/// Thông báo:
/// - `rating-too-low` (không đạt): mức xếp loại thấp hơn yêu cầu.
/// - `rating-missing` (chưa rõ): sổ chưa có mức của kỳ đó.
/// - `organisation-missing` (chưa rõ): sổ chưa ghi nơi công tác.
struct RatingAtLeastRule: EntryRule {
    static let kind = "rating_at_least"
    let period: RatingPeriod
    let scale: RatingScale
    let minimum: Conditional<String>
    let holder: Holder
    private let vocabulary: Vocabulary
    var reads: [RuleSource] { [.register(.ratings), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        holder = keys.choice("holder", among: Holder.self)?.value ?? .subject
        let period = RatingPeriod(keys), scale = keys.ratingScale("scale", context.vocabulary, default: context.programme.ratingScale)
        vocabulary = context.vocabulary
        guard let scale, let minimum = Conditional("minimum", of: keys, vocabulary, read: { $0.grade($1, on: scale) }), let period else {
            return nil
        }
        (self.period, self.scale, self.minimum) = (period, scale, minimum)
    }

    var requirement: Message {
        let grade = minimum.words(vocabulary) { Message(scale.grades.name(of: $0).lowercasedFirst) }
        let of = holder == .organisation ? Message(vi: "tổ chức nơi công tác, ", en: "the organisation, ") : ""
        return of + Message(vi: "\(period.words.vi): \(grade.vi) trở lên", en: "\(period.words.en): “\(grade.en)” or better")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        guard let minimum = minimum.value(for: honour) else { return honour.undecided(requirement) }
        func required(for period: String) -> Message {
            let words = RatingPeriod.words(for: period)
            let grade = scale.grades.name(of: minimum).lowercasedFirst
            return Message(vi: "\(words.vi): \(grade) trở lên", en: "\(words.en): “\(grade)” or better")
        }
        let period = period.code(for: honour.entry.year.value)
        guard let id = honour.holderID(holder) else {
            return honour.organisationMissing(required(for: period))
        }
        let rows = honour.registers.ratings(of: id).filter { $0.period == period && $0.scale == scale.id }
        guard let row = rows.last else {
            let (name, words) = (honour.name(of: id), RatingPeriod.words(for: period))
            return .unknown(
                [],
                Finding(
                    "rating-missing",
                    found: Message(
                        vi: "sổ xếp loại chưa có mức của “\(name)” cho \(words.vi)",
                        en: "the register of ratings has no row of “\(name)” for \(words.en)"),
                    required: required(for: period),
                    remedy: Message(
                        vi: "bổ sung kết quả xếp loại vào ratings.csv (mã đối tượng \(id), kỳ \(period))",
                        en: "add the rating to ratings.csv (subject \(id), period \(period))"),
                    at: honour.subjectPlace))
        }
        // A grade that the scale has not is an error of its own cell: what it was meant to be is not known.
        if let strange = rows.first(where: { !scale.grades.contains($0.rating) }) {
            return Verdict(status: .unknown, evidence: [strange.row], finding: nil)
        }
        // Two rows for one period contradict each other unless they say the same: the worse one counts.
        let worst = rows.max { scale.grades.rank(of: $0.rating) < scale.grades.rank(of: $1.rating) } ?? row
        if scale.isAtLeast(worst.rating, minimum) == true { return .pass([worst.row]) }
        let (name, words) = (honour.name(of: id), RatingPeriod.words(for: period))
        let given = scale.grades.name(of: worst.rating).lowercasedFirst
        return .fail(
            [worst.row],
            Finding(
                "rating-too-low",
                found: Message(vi: "“\(name)”, \(words.vi): \(given)", en: "“\(name)”, \(words.en): “\(given)”"),
                required: required(for: period),
                remedy: Message(
                    vi:
                        "đối chiếu quyết định xếp loại; nếu sổ ghi nhầm thì sửa ô này, nếu đúng thì bài không đủ điều kiện: chuyển publish.status thành draft",
                    en: "check the decision; mend this cell if it is wrong, else the entry is not eligible: set publish.status to draft"),
                at: honour.registers.place(of: worst.row, column: "rating"),
                notes: [
                    Diagnostic.Note(
                        Message(vi: "bài viết dựa vào dòng này", en: "the entry that rests on this row"), at: honour.subjectPlace)
                ]))
    }
}
