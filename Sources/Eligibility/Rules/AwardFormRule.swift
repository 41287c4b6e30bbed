import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Hình thức, thẩm quyền khen thưởng.** Quyết định mà bài dựa vào có hình thức khen thưởng nằm trong danh sách và do
/// người có thẩm quyền ký.
///
/// Cấp nào hình thức ấy thì khai từng quy tắc với `when: {level: …}`. Cột `authority` của `awards.csv` thuộc một mã
/// của `authorities` khi bắt đầu bằng tên hoặc một tên khác (`aliases`) của mã ấy trong từ vựng. Chỉ dùng cho kế hoạch
/// có `rests_on: award`.
///
/// Đọc: `awards.csv`.
///
/// Khóa:
/// - `forms`: các hình thức được tặng, mã trong `award_forms`.
/// - `authorities`: những người có thẩm quyền, mã trong `authorities`. Cần ít nhất một trong hai khóa.
///
/// Ví dụ (VN-28b):
/// ```yaml
/// kind: award_form
/// when: {level: district}
/// forms: [certificate_of_merit]
/// authorities: [district_chair]
/// ```
///
/// Thông báo:
/// - `award-form-not-allowed` (không đạt): hình thức khác.
/// - `authority-not-allowed` (không đạt): người ký là người khác có trong từ vựng.
/// - `authority-not-known` (chưa rõ): cột `authority` không khớp với mục nào của từ vựng.
/// - `basis-row-missing` (chưa rõ): sổ không có dòng mà bài dựa vào.
/// - `award-form-keys` (lỗi của kế hoạch): không có khóa nào, hoặc kế hoạch không dựa vào khen thưởng.
struct AwardFormRule: EntryRule {
    static let kind = "award_form"
    let forms: [String]
    let authorities: [String]
    let requirement: Message
    var reads: [RuleSource] { [.entry, .register(.awards)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        forms = keys.terms("forms", .awardForms, context.vocabulary, required: false)
        authorities = keys.terms("authorities", .authorities, context.vocabulary, required: false)
        let isSilent = keys.value("forms") == nil && keys.value("authorities") == nil
        if isSilent || context.programme.basis != .award {
            keys.collector.append(Self.wrongKeys(keys, isSilent: isSilent))
            return nil
        }
        guard !forms.isEmpty || !authorities.isEmpty else { return nil }
        let form = forms.map(context.vocabulary[.awardForms].name(of:)).joined(separator: "; ")
        let authority = authorities.map(context.vocabulary[.authorities].name(of:)).joined(separator: "; ")
        let parts = [
            forms.isEmpty ? nil : Message(vi: "hình thức khen thưởng: \(form)", en: "the form of the award: \(form)"),
            authorities.isEmpty ? nil : Message(vi: "thẩm quyền quyết định: \(authority)", en: "decided by: \(authority)"),
        ]
        requirement = parts.compactMap { $0 }.joined("; ")
    }

    private static func wrongKeys(_ keys: MappingReader, isSilent: Bool) -> Diagnostic {
        Diagnostic(
            .error, "award-form-keys",
            isSilent
                ? Message(vi: "quy tắc chưa nêu hình thức hay thẩm quyền nào", en: "the rule names neither forms nor authorities")
                : Message(
                    vi: "kế hoạch dựa vào công nhận nên không có hình thức khen thưởng để đối chiếu",
                    en: "the programme rests on recognitions, which have no form of award"),
            at: keys.place,
            remedy: isSilent
                ? Message(vi: "ghi forms, authorities hoặc cả hai", en: "write forms, authorities or both")
                : Message(vi: "bỏ quy tắc này, hoặc đổi rests_on thành award", en: "remove the rule, or let the programme rest on awards"))
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        guard let award = honour.honour, award.row.register == .awards else { return honour.basisMissing(requirement) }
        let findings = [form(of: award, honour), authority(of: award, honour)].compactMap { $0 }
        guard var worst = findings.first else { return .pass([award.row]) }
        worst.finding.notes += findings.dropFirst().map { Diagnostic.Note($0.finding.found, at: $0.finding.place) }
        return Verdict(status: worst.status, evidence: [award.row], finding: worst.finding)
    }

    private typealias Objection = (status: OutcomeStatus, finding: Finding)

    private func form(of award: HonourDecision, _ honour: HonourCase) -> Objection? {
        guard !forms.isEmpty, !forms.contains(award.given) else { return nil }
        let name = honour.vocabulary[.awardForms].name(of: award.given)
        return (
            .fail,
            Finding(
                "award-form-not-allowed",
                found: Message(
                    vi: "quyết định số \(award.decision.number) tặng: \(name)", en: "decision \(award.decision.number) gives: \(name)"),
                required: requirement, remedy: Self.check("form"), at: honour.registers.place(of: award.row, column: "form"))
        )
    }

    private func authority(of award: HonourDecision, _ honour: HonourCase) -> Objection? {
        guard !authorities.isEmpty else { return nil }
        let words = award.decision.authority
        let known = honour.vocabulary.authorities(of: words)
        if known.contains(where: authorities.contains) { return nil }
        let place = honour.registers.place(of: award.row, column: "authority")
        guard known.isEmpty else {
            return (
                .fail,
                Finding(
                    "authority-not-allowed",
                    found: Message(
                        vi: "quyết định số \(award.decision.number) của “\(words)”",
                        en: "decision \(award.decision.number) is by “\(words)”"),
                    required: requirement, remedy: Self.check("authority"), at: place)
            )
        }
        return (
            .unknown,
            Finding(
                "authority-not-known",
                found: Message(
                    vi: "“\(words)” không phải là tên của thẩm quyền nào trong từ vựng", en: "“\(words)” is no authority of the vocabulary"),
                required: requirement,
                remedy: Message(
                    vi:
                        "ghi chức vụ người ký như trong quyết định (“Chủ tịch UBND xã …”); tên đúng mà chưa có thì thêm vào aliases của authorities",
                    en: "write who signed as the decision has it; add a right name that is missing to aliases of authorities"),
                at: place)
        )
    }

    private static func check(_ column: String) -> Message {
        Message(
            vi: "đối chiếu quyết định; nếu sổ ghi nhầm thì sửa cột \(column), nếu đúng thì bài không đủ điều kiện theo kế hoạch",
            en: "check the decision; mend the column \(column) if it is wrong, else the plan does not cover this award")
    }
}
