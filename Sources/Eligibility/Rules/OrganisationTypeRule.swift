import Diagnostics
import Formats
import Programmes
import Registers

/// **Loại tổ chức được xét.** The subject is an organisation of one of the listed types.
///
/// Reads `organisation_type` in the register of subjects. Keys: `values`, codes of the vocabulary's
/// `organisation_types`. Example: LN-07, only party committees of communes and townships.
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
