import Diagnostics
import Formats
import Programmes

/// **Trừ khi.** Phải đạt quy tắc `rule`, trừ khi quy tắc `exception` đạt.
///
/// `exception` đạt thì quy tắc không áp dụng cho bài, và các dòng sổ chứng minh ngoại lệ được nêu làm căn cứ.
/// `exception` trái thì theo `rule`. Chưa rõ có thuộc ngoại lệ hay không: `rule` đạt thì đạt, còn lại là chưa rõ.
///
/// Đọc: như hai quy tắc bên trong.
///
/// Khóa:
/// - `exception` (bắt buộc): quy tắc ngoại lệ, gồm `kind` và khóa riêng của loại đó.
/// - `rule` (bắt buộc): quy tắc phải đạt nếu không thuộc ngoại lệ.
///
/// Ví dụ:
/// ```yaml
/// kind: unless
/// exception: {kind: recognised, titles: [dan-van-kheo-exemplar], years: ["year-1"]}
/// rule: {kind: rating_at_least, period: "year-1", minimum: good}
/// ```
///
/// Thông báo: như quy tắc `rule` khi quy tắc ấy chưa đạt.
struct UnlessRule: EntryRule {
    static let kind = "unless"
    let exception: any EntryRule
    let rule: any EntryRule

    init?(_ keys: MappingReader, context: RuleContext) {
        let exception = keys.mapping("exception", required: true).flatMap { RuleCatalogue.compilePart($0, context) }
        let rule = keys.mapping("rule", required: true).flatMap { RuleCatalogue.compilePart($0, context) }
        guard let exception, let rule else { return nil }
        (self.exception, self.rule) = (exception, rule)
    }

    var reads: [RuleSource] { RuleParts.merged([exception.reads, rule.reads]) }

    var requirement: Message {
        let (exception, rule) = (exception.requirement, rule.requirement)
        return Message(vi: "\(rule.vi); trừ khi \(exception.vi)", en: "\(rule.en); unless \(exception.en)")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let excepted = exception.evaluate(honour)
        if excepted.status == .pass { return .notApplicable(excepted.evidence) }
        var verdict = rule.evaluate(honour)
        guard excepted.status == .unknown, verdict.status == .fail, let unknown = excepted.finding else { return verdict }
        verdict.status = .unknown
        verdict.evidence += excepted.evidence
        verdict.finding?.notes.append(Diagnostic.Note(unknown.found, at: unknown.place))
        return verdict
    }
}
