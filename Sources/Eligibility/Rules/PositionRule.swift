import Diagnostics
import Formats
import Programmes
import Registers

/// **Chức vụ được xét.** Cá nhân phải giữ một trong các chức vụ đã nêu, nếu kế hoạch đòi hỏi thì tại một loại tổ chức
/// nhất định.
///
/// Lấy chức vụ vào ngày ký quyết định; người đổi chức vụ có thêm dòng trong sổ.
///
/// Đọc: `subjects.csv`.
///
/// Khóa:
/// - `values` (bắt buộc): các chức vụ, mã trong `positions`.
/// - `organisation_types`: loại tổ chức nơi công tác, mã trong `organisation_types`.
///
/// Ví dụ (LN-11):
/// ```yaml
/// kind: position
/// when: {subject_kind: individual}
/// values: [party_secretary, standing_deputy_secretary, commune_chair]
/// organisation_types: [commune_party_committee, commune_government]
/// ```
///
/// Thông báo:
/// - `position-not-eligible` (không đạt): giữ chức vụ khác.
/// - `organisation-type-not-eligible` (không đạt): công tác tại loại tổ chức khác; chưa rõ khi sổ chưa ghi loại của tổ chức.
/// - `position-missing` (chưa rõ): sổ chưa ghi chức vụ.
/// - `organisation-missing` (chưa rõ): sổ chưa ghi nơi công tác.
struct PositionRule: EntryRule {
    static let kind = "position"
    let values: [String]
    let organisationTypes: [String]
    let requirement: Message
    var reads: [RuleSource] { [.register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        values = keys.terms("values", .positions, context.vocabulary)
        organisationTypes = keys.terms("organisation_types", .organisationTypes, context.vocabulary, required: false)
        guard !values.isEmpty else { return nil }
        let names = values.map(context.vocabulary[.positions].name(of:)).joined(separator: "; ")
        let types = organisationTypes.map(context.vocabulary[.organisationTypes].name(of:)).joined(separator: "; ")
        requirement = Message(
            vi: "chức vụ phải là: \(names)" + (types.isEmpty ? "" : "; công tác tại: \(types)"),
            en: "the position must be one of: \(names)" + (types.isEmpty ? "" : "; in: \(types)"))
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let subject = honour.subject
        let place = honour.registers.place(of: subject.row, column: "position")
        guard let position = subject.position else {
            return .unknown(
                [subject.row],
                Finding(
                    "position-missing",
                    found: Message(
                        vi: "sổ đối tượng chưa ghi chức vụ của “\(subject.name)”", en: "no position is recorded for “\(subject.name)”"),
                    required: requirement, remedy: Message(vi: "điền cột position của dòng này", en: "fill in position in this row"),
                    at: place))
        }
        guard values.contains(position) else {
            let name = honour.vocabulary[.positions].name(of: position)
            return .fail(
                [subject.row],
                Finding(
                    "position-not-eligible",
                    found: Message(vi: "“\(subject.name)” giữ chức vụ: \(name)", en: "“\(subject.name)” holds the position: \(name)"),
                    required: requirement,
                    remedy: Message(
                        vi:
                            "kiểm tra lại chức vụ trong sổ tại ngày ký quyết định; nếu ghi đúng, người này không thuộc đối tượng của kế hoạch",
                        en: "check the position on the day of the decision; if it is right, the plan does not cover this person"),
                    at: place))
        }
        return organisationTypes.isEmpty ? .pass([subject.row]) : evaluateOrganisation(of: subject, honour)
    }

    private func evaluateOrganisation(of subject: Subject, _ honour: HonourCase) -> Verdict {
        guard let id = subject.organisationID, let organisation = honour.registers.subject(id, on: honour.honour?.decision.date) else {
            return honour.organisationMissing(requirement)
        }
        guard let type = organisation.organisationType, organisationTypes.contains(type) else {
            let name = organisation.organisationType.map(honour.vocabulary[.organisationTypes].name(of:))
            let finding = Finding(
                "organisation-type-not-eligible",
                found: Message(
                    vi: "“\(subject.name)” công tác tại “\(organisation.name)”" + (name.map { " (\($0))" } ?? ", chưa ghi loại tổ chức"),
                    en: "“\(subject.name)” works in “\(organisation.name)”" + (name.map { " (\($0))" } ?? ", of no recorded type")),
                required: requirement,
                remedy: Message(
                    vi: "kiểm tra lại loại của tổ chức này trong sổ", en: "check the type of this organisation in the register"),
                at: honour.registers.place(of: organisation.row, column: "organisation_type"))
            let evidence = [subject.row, organisation.row]
            return name == nil ? .unknown(evidence, finding) : .fail(evidence, finding)
        }
        return .pass([subject.row, organisation.row])
    }
}
