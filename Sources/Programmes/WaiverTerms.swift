import Diagnostics
import Formats

/// Who may set a plan's rules aside for one honour, and which rules nobody may (`waivers` of a programme).
///
///     waivers:
///       by: [district_standing_committee]
///       only:
///         - {rules: [LN-25, LN-26], by: [district_standing_committee, mass_mobilisation_board]}
///       never: [LN-07, LN-09]
package struct WaiverTerms: Sendable {
    /// Rules that have bodies of their own.
    package struct Exception: Sendable {
        package var rules: [Located<String>]
        /// Codes of the vocabulary's `bodies`.
        package var bodies: [String]
    }

    /// Who may waive the rules that are not named below: codes of the vocabulary's `bodies`.
    package var bodies: [String]
    package var exceptions: [Exception]
    /// The rules that nobody may waive.
    package var never: [Located<String>]

    /// Whether nobody may waive that rule.
    package func forbids(_ rule: String) -> Bool { never.contains { $0.value == rule } }

    /// Who may waive that rule.
    package func bodies(for rule: String) -> [String] {
        exceptions.first { $0.rules.contains { $0.value == rule } }?.bodies ?? bodies
    }
}

extension MappingReader {
    /// The programme's key `waivers`; nil where it has none.
    func waiverTerms(_ vocabulary: Vocabulary) -> WaiverTerms? {
        guard let terms = mapping("waivers") else { return nil }
        let bodies = terms.terms("by", .bodies, vocabulary)
        let exceptions = terms.mappings("only").map { item in
            WaiverTerms.Exception(rules: item.oneOrMore("rules", required: true), bodies: item.terms("by", .bodies, vocabulary))
        }
        return WaiverTerms(bodies: bodies, exceptions: exceptions, never: terms.oneOrMore("never"))
    }
}
