import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Đã được công nhận.** Đối tượng, hoặc tổ chức nơi công tác, đã được công nhận một trong các danh hiệu đã nêu trong
/// một trong các năm đã nêu, và quyết định còn hiệu lực.
///
/// Quyết định đã thu hồi không còn là căn cứ (Luật Thi đua, khen thưởng 06/2022/QH15, Điều 93 khoản 2); quyết định đang
/// được xem xét thì chưa rõ.
///
/// Đọc: `recognitions.csv`; `subjects.csv` khi xét nơi công tác.
///
/// Khóa:
/// - `titles` (bắt buộc): các danh hiệu, mã trong `recognition_titles`.
/// - `years` (bắt buộc): các năm: `2020`, `year` (năm xét), `year-1` (năm liền trước).
/// - `holder`: `subject` (mặc định, chính đối tượng) hoặc `organisation` (nơi công tác).
///
/// Ví dụ (LN-16):
/// ```yaml
/// kind: recognised
/// when: {subject_kind: individual}
/// titles: [dan-van-kheo-commune-party-committee]
/// years: [2020]
/// holder: organisation
/// ```
///
/// Thông báo:
/// - `recognition-revoked` (không đạt): quyết định công nhận đã bị thu hồi.
/// - `recognition-missing` (chưa rõ): sổ chưa có quyết định công nhận.
/// - `recognition-under-review` (chưa rõ): quyết định đang được xem xét.
/// - `organisation-missing` (chưa rõ): sổ chưa ghi nơi công tác.
/// - `wrong-year` (lỗi của kế hoạch): năm ghi không đúng dạng.
struct RecognisedRule: EntryRule {
    static let kind = "recognised"
    let titles: [String]
    let years: [RelativeYear]
    let holder: Holder
    private let names: String
    var reads: [RuleSource] { [.register(.recognitions), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        titles = keys.terms("titles", .recognitionTitles, context.vocabulary)
        years = keys.relativeYears("years")
        holder = keys.choice("holder", among: Holder.self)?.value ?? .subject
        guard !titles.isEmpty, !years.isEmpty else { return nil }
        names = titles.map(context.vocabulary[.recognitionTitles].name(of:)).joined(separator: "; ")
    }

    var requirement: Message { required(years.map(\.words).joined(Message(vi: ", ", en: ", "))) }

    private func required(_ years: Message) -> Message {
        switch holder {
        case .subject: Message(vi: "\(years.vi) được quyết định công nhận \(names)", en: "recognised in \(years.en) as: \(names)")
        case .organisation:
            Message(
                vi: "tổ chức nơi công tác \(years.vi) được quyết định công nhận \(names)",
                en: "the organisation was recognised in \(years.en) as: \(names)")
        }
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let years = years.map { $0.year(for: honour.entry.year.value) }
        let list = years.map(String.init).joined(separator: ", ")
        let required = required(Message(vi: "năm \(list)", en: list))
        guard let id = honour.holderID(holder) else {
            return honour.organisationMissing(required)
        }
        let rows = honour.registers.recognitions(of: id).filter { titles.contains($0.title) && years.contains($0.year) }
        if let valid = rows.first(where: { $0.status == .valid }) { return .pass([valid.row]) }
        let name = honour.name(of: id)
        // What is still open may stand in the end, whatever became of another decision.
        guard let row = rows.first(where: { $0.status == .underReview }) ?? rows.first else {
            return .unknown(
                [],
                Finding(
                    "recognition-missing",
                    found: Message(
                        vi: "sổ công nhận chưa có dòng nào của “\(name)” cho năm \(list)",
                        en: "the register of recognitions has no row of “\(name)” for \(list)"),
                    required: required,
                    remedy: Message(
                        vi: "bổ sung quyết định công nhận vào recognitions.csv (mã đối tượng \(id))",
                        en: "add the decision to recognitions.csv (subject \(id))"),
                    at: honour.subjectPlace))
        }
        let status = honour.registers.place(of: row.row, column: "status")
        if row.status == .underReview {
            return .unknown(
                [row.row],
                Finding(
                    "recognition-under-review",
                    found: Message(
                        vi: "quyết định công nhận số \(row.decision.number) của “\(name)” đang được xem xét",
                        en: "decision \(row.decision.number), which recognised “\(name)”, is under review"),
                    required: required,
                    remedy: Message(vi: "chờ kết luận rồi cập nhật cột status", en: "wait for the conclusion, then update status"),
                    at: status))
        }
        return .fail(
            [row.row],
            Finding(
                "recognition-revoked",
                found: Message(
                    vi: "quyết định công nhận số \(row.decision.number) của “\(name)” đã bị thu hồi",
                    en: "decision \(row.decision.number), which recognised “\(name)”, was revoked"),
                required: required,
                remedy: Message(
                    vi: "quyết định đã thu hồi không còn là căn cứ; bài này không đủ điều kiện",
                    en: "a revoked decision satisfies nothing: the entry is not eligible"),
                at: status))
    }
}
