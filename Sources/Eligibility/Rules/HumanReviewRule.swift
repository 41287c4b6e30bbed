import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Nhận xét của cơ quan có thẩm quyền.** Điều chỉ con người mới đánh giá được thì phải có cơ quan được giao nhận
/// xét, và nhận xét ấy được ghi vào sổ.
///
/// Lấy nhận xét mới nhất của đúng cơ quan; hai nhận xét cùng ngày thì lấy nhận xét không đạt. Nhận xét của cơ quan
/// khác không làm cho đạt, cũng không làm mất kết quả. Với `scope: organisation`, nhận xét về từng tổ chức thuộc
/// `organisation_types`.
///
/// Đọc: `reviews.csv`, những dòng có cột `rule` là mã của quy tắc này.
///
/// Khóa:
/// - `topic` (bắt buộc): điều được nhận xét.
/// - `body` (bắt buộc): cơ quan nhận xét, một mã trong `bodies`.
/// - `organisation_types`: các loại tổ chức được nhận xét, khi `scope: organisation`.
///
/// Ví dụ (LN-08):
/// ```yaml
/// kind: human_review
/// topic: "Thành tích nổi bật trong thực hiện tiêu chí của mô hình"
/// body: mass_mobilisation_board
/// ```
///
/// Thông báo:
/// - `review-not-met` (không đạt): cơ quan nhận xét là chưa đạt.
/// - `review-missing` (chưa rõ): sổ chưa có nhận xét.
/// - `review-by-other-body` (chưa rõ): chỉ có nhận xét của cơ quan khác.
struct HumanReviewRule: EntryRule, TargetRule {
    static let kind = "human_review"
    let ruleID: String
    let topic: String
    let body: String
    let organisationTypes: [String]
    let requirement: Message
    var reads: [RuleSource] { [.register(.reviews)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        ruleID = context.declaration.id
        organisationTypes = keys.terms("organisation_types", .organisationTypes, context.vocabulary, required: false)
        let topic = keys.string("topic", required: true)
        let body = keys.term("body", .bodies, context.vocabulary)
        guard let topic, let body else { return nil }
        (self.topic, self.body) = (topic.value, body)
        let name = context.vocabulary[.bodies].name(of: body)
        requirement = Message(vi: "\(name) nhận xét đạt: \(topic.value)", en: "judged as met by \(name): \(topic.value)")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let id = honour.entry.subjectID.value
        return judge(
            id, named: honour.name(of: id), honour.entry.year.value, honour.programme, honour.registers, honour.vocabulary,
            missingAt: honour.subjectPlace)
    }

    func evaluate(_ target: TargetCase) -> Verdict {
        var verdict = judge(
            target.holderID, named: target.name, target.year, target.programme, target.registers, target.vocabulary,
            missingAt: target.place)
        if verdict.status == .fail {
            verdict.finding?.remedy = Message(
                vi: "nhắc đơn vị khắc phục, rồi ghi nhận xét mới vào reviews.csv",
                en: "ask the organisation to put it right, then record a new judgement in reviews.csv")
        }
        return verdict
    }

    private func judge(
        _ id: String, named name: String, _ year: Int, _ programme: Programme, _ registers: Registers, _ vocabulary: Vocabulary,
        missingAt place: SourcePlace
    ) -> Verdict {
        let rows = registers.reviews(of: id).filter {
            $0.programmeID == programme.id && $0.ruleID == ruleID && ($0.year == nil || $0.year == year)
        }
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
                    required: requirement,
                    remedy: Message(
                        vi: "ghi kết quả nhận xét vào reviews.csv (rule: \(ruleID), verdict: met hoặc not_met)",
                        en: "record it in reviews.csv (rule: \(ruleID), verdict: met or not_met)"),
                    at: place))
        }
        guard row.body == body else {
            let given = vocabulary[.bodies].name(of: row.body)
            return .unknown(
                [row.row],
                Finding(
                    "review-by-other-body", found: Message(vi: "nhận xét do \(given) ghi", en: "the judgement was made by: \(given)"),
                    required: requirement,
                    remedy: Message(vi: "bổ sung nhận xét của đúng cơ quan", en: "add the judgement of the body that may make it"),
                    at: registers.place(of: row.row, column: "body")))
        }
        if row.verdict == .met { return .pass([row.row]) }
        return .fail(
            [row.row],
            Finding(
                "review-not-met",
                found: Message(
                    vi: "nhận xét ngày \(row.reviewedOn.vietnamese) về “\(name)”: chưa đạt",
                    en: "judged as not met on \(row.reviewedOn.iso): “\(name)”"),
                required: requirement,
                remedy: Message(
                    vi: "bài không đủ điều kiện theo nhận xét này; chỉ đăng khi có nhận xét mới",
                    en: "not eligible by this judgement; publish only after a new one"),
                at: registers.place(of: row.row, column: "verdict")))
    }
}
