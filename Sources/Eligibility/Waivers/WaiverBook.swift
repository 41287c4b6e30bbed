import Diagnostics
import Entries
import Formats
import Places
import Programmes
import Registers
import Vietnamese

/// The register of waivers as of one day: which of its rows set a rule aside, and why the others don't.
struct WaiverBook: Sendable {
    /// Why a row sets nothing aside.
    enum Fault {
        case unknownProgramme
        case unknownRule(Programme)
        /// The rule speaks of no single entry, or asks for nothing.
        case nothingToWaive(RuleDeclaration)
        case forbidden(RuleDeclaration)
        /// Decided by a body that may not; the codes are those of the bodies that may.
        case otherBody(RuleDeclaration, mayBe: [String])
        case expired(RuleDeclaration, on: CalendarDay)
        case notYetDecided(RuleDeclaration)
    }

    let corpus: Corpus
    let asOf: CalendarDay

    /// The decision that sets a rule aside for an entry: of several the latest, of one day the one whose id
    /// comes first, so that the order of rows plays no part.
    func waiver(of rule: RuleDeclaration, in programme: Programme, for entry: Entry) -> Waiver? {
        corpus.registers.waivers(for: entry.id.value)
            .filter { $0.programmeID == programme.id && $0.ruleID == rule.id && fault(of: $0) == nil }
            .min { ($1.decidedOn, $0.id) < ($0.decidedOn, $1.id) }
    }

    /// The latest day on which a decision that has lapsed since still set the rule aside.
    func lapsed(_ rule: RuleDeclaration, in programme: Programme, for entry: Entry) -> (waiver: Waiver, on: CalendarDay)? {
        corpus.registers.waivers(for: entry.id.value).compactMap { waiver in
            guard waiver.programmeID == programme.id, waiver.ruleID == rule.id, case .expired(_, let day)? = fault(of: waiver) else {
                return nil
            }
            return (waiver, day)
        }.max { ($0.on, $1.waiver.id) < ($1.on, $0.waiver.id) }
    }

    /// The first thing that keeps a row from setting anything aside; nil where it does.
    func fault(of waiver: Waiver) -> Fault? {
        guard let programme = corpus.programme(waiver.programmeID) else { return .unknownProgramme }
        guard let rule = programme.rules.first(where: { $0.id == waiver.ruleID }) else { return .unknownRule(programme) }
        guard [.entry, .batch].contains(rule.scope), rule.kind.value != RuleCatalogue.statementKind else { return .nothingToWaive(rule) }
        if let terms = programme.waivers {
            if terms.forbids(rule.id) { return .forbidden(rule) }
            let bodies = terms.bodies(for: rule.id)
            guard bodies.contains(where: { isNamed($0, by: waiver.decidedBy, programme) }) else {
                return .otherBody(rule, mayBe: bodies)
            }
        }
        if let last = waiver.expiresOn, last < asOf { return .expired(rule, on: last) }
        return asOf < waiver.decidedOn ? .notYetDecided(rule) : nil
    }

    /// Whether words name a body: its code, its name or an alias, alone or with the plan's own place behind
    /// it. Any other ending may make it another body: “Ban Thường vụ Đảng ủy xã Mẫu An” is not the
    /// “Ban Thường vụ” of the district.
    private func isNamed(_ body: String, by words: String, _ programme: Programme) -> Bool {
        guard let term = corpus.vocabulary[.bodies][body] else { return false }
        if term.isNamed(words) { return true }
        guard let place = corpus.gazetteer[programme.placeID.value] else { return false }
        let comparable = Fold.comparable(words, ignoringCase: true)
        return [place.fullName, place.name].contains { name in
            let ending = " " + Fold.comparable(name, ignoringCase: true)
            return comparable.hasSuffix(ending) && term.isNamed(String(comparable.dropLast(ending.count)))
        }
    }
}
