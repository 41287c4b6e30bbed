import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Nhận xét của cơ quan có thẩm quyền.** What only people can judge was judged, by the body that may,
/// and recorded.
///
/// Reads the register of reviews, rows with this rule's id. The body's latest judgement counts; of two on
/// one day, the worse one. What another body says neither meets the rule nor undoes it. Keys: `topic`,
/// what is judged; `body`, a code of `bodies`. Examples: LN-08, LN-12, LN-13.
struct HumanReviewRule: EntryRule {
    static let kind = "human_review"
    let ruleID: String
    let topic: String
    let body: String
    let required: Message

    init?(_ keys: MappingReader, context: RuleContext) {
        ruleID = keys.string("id")?.value ?? ""
        let topic = keys.string("topic", required: true)
        let body = keys.term("body", .bodies, context.vocabulary)
        guard let topic, let body else { return nil }
        (self.topic, self.body) = (topic.value, body)
        let name = context.vocabulary[.bodies].name(of: body)
        required = Message(vi: "\(name) nhận xét đạt: \(topic.value)", en: "judged as met by \(name): \(topic.value)")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let rows = honour.registers.reviews(of: honour.entry.subjectID.value).filter {
            $0.programmeID == honour.programme.id && $0.ruleID == ruleID && ($0.year == nil || $0.year == honour.entry.year.value)
        }
        let name = honour.name(of: honour.entry.subjectID.value)
        let own = rows.filter { $0.body == body }
        let latest = (own.isEmpty ? rows : own).max {
            ($0.reviewedOn, $0.verdict == .met ? 0 : 1) < ($1.reviewedOn, $1.verdict == .met ? 0 : 1)
        }
        guard let row = latest else {
            return .unknown(
                [],
                Finding(
                    "review-missing",
                    found: Message(vi: "chưa có nhận xét về “\(name)”: \(topic)", en: "no judgement is recorded on “\(name)”: \(topic)"),
                    required: required,
                    remedy: Message(
                        vi: "ghi kết quả nhận xét vào reviews.csv (rule: \(ruleID), verdict: met hoặc not_met)",
                        en: "record it in reviews.csv (rule: \(ruleID), verdict: met or not_met)"),
                    at: honour.subjectPlace))
        }
        guard row.body == body else {
            let given = honour.vocabulary[.bodies].name(of: row.body)
            return .unknown(
                [row.row],
                Finding(
                    "review-by-other-body", found: Message(vi: "nhận xét do \(given) ghi", en: "the judgement was made by: \(given)"),
                    required: required,
                    remedy: Message(vi: "bổ sung nhận xét của đúng cơ quan", en: "add the judgement of the body that may make it"),
                    at: honour.registers.place(of: row.row, column: "body")))
        }
        if row.verdict == .met { return .pass([row.row]) }
        return .fail(
            [row.row],
            Finding(
                "review-not-met",
                found: Message(
                    vi: "nhận xét ngày \(row.reviewedOn.vietnamese) về “\(name)”: chưa đạt",
                    en: "judged as not met on \(row.reviewedOn.iso): “\(name)”"),
                required: required,
                remedy: Message(
                    vi: "bài không đủ điều kiện theo nhận xét này; chỉ đăng khi có nhận xét mới",
                    en: "not eligible by this judgement; publish only after a new one"),
                at: honour.registers.place(of: row.row, column: "verdict")))
    }
}
