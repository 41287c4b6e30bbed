import Diagnostics
import Formats
import Programmes
import Registers

/// **Loại tổ chức được xét.** Tập thể được vinh danh phải thuộc một trong các loại tổ chức đã nêu.
///
/// Lấy dòng của tập thể có hiệu lực vào ngày ký quyết định.
///
/// Đọc: `subjects.csv`.
///
/// Khóa:
/// - `values` (bắt buộc): các loại tổ chức, mã trong `organisation_types`.
///
/// Ví dụ (LN-07):
/// ```yaml
/// kind: organisation_type
/// when: {subject_kind: collective}
/// values: [commune_party_committee]
/// ```
///
/// Thông báo:
/// - `organisation-type-not-eligible` (không đạt): tập thể thuộc loại khác.
/// - `organisation-type-missing` (chưa rõ): sổ chưa ghi loại tổ chức.
struct OrganisationTypeRule: EntryRule {
    static let kind = "organisation_type"
    let values: [String]
    let requirement: Message
    var reads: [RuleSource] { [.register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        values = keys.terms("values", .organisationTypes, context.vocabulary)
        guard !values.isEmpty else { return nil }
        let names = values.map(context.vocabulary[.organisationTypes].name(of:)).joined(separator: "; ")
        requirement = Message(vi: "đối tượng phải thuộc loại: \(names)", en: "the subject must be one of: \(names)")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let subject = honour.subject
        let place = honour.registers.place(of: subject.row, column: "organisation_type")
        guard let type = subject.organisationType else {
            return .unknown(
                [subject.row],
                Finding(
                    "organisation-type-missing",
                    found: Message(
                        vi: "sổ đối tượng chưa ghi loại tổ chức của “\(subject.name)”",
                        en: "no organisation type is recorded for “\(subject.name)”"),
                    required: requirement,
                    remedy: Message(vi: "điền cột organisation_type của dòng này", en: "fill in organisation_type in this row"), at: place))
        }
        if values.contains(type) { return .pass([subject.row]) }
        let name = honour.vocabulary[.organisationTypes].name(of: type)
        return .fail(
            [subject.row],
            Finding(
                "organisation-type-not-eligible",
                found: Message(vi: "“\(subject.name)” là \(name)", en: "“\(subject.name)” is: \(name)"), required: requirement,
                remedy: Message(
                    vi: "kiểm tra lại loại tổ chức trong sổ; nếu ghi đúng, bài này không thuộc đối tượng của kế hoạch",
                    en: "check the type in the register; if it is right, the plan does not cover this subject"),
                at: place))
    }
}
