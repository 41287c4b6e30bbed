import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// One kind of rule. The programme's YAML carries the numbers, the clause and the validity; the type knows
/// how the kind is tested. Its doc comment is its documentation: `docs/quy-tac.md` is made from it.
package protocol Rule: Sendable {
    /// The kind's name in a programme's `kind`.
    static var kind: String { get }

    /// Reads the kind's own keys; nil, with the reason in the reader's diagnostics, where one is wrong.
    init?(_ keys: MappingReader, context: RuleContext)

    /// What the rule reads: taking a row out of any other register changes nothing.
    var reads: [RuleSource] { get }

    /// What the rule asks for, as a phrase that speaks of no entry.
    var requirement: Message { get }
}

/// A rule about a single entry.
package protocol EntryRule: Rule {
    /// Holds the entry against the rule.
    func evaluate(_ honour: HonourCase) -> Verdict
}

/// A rule about all entries of a programme that are counted together.
package protocol BatchRule: Rule {
    /// The batch that the entry belongs to; entries of one batch are counted together.
    func batch(of honour: HonourCase) -> Batch

    /// Judges a batch of that many entries. An error here holds all entries of the batch back.
    func evaluate(count: Int, _ batch: Batch, in corpus: Corpus) -> BatchVerdict
}

/// A rule about what an organisation, or the staff themselves, must do in a year. It is reported on the
/// programme and holds no entry back.
package protocol TargetRule: Rule {
    /// The types of organisations that it speaks of; none where it speaks of the staff.
    var organisationTypes: [String] { get }

    /// The years that it speaks of; nil for every year of the programme.
    var years: [Int]? { get }

    /// Holds the organisation's, or the programme's, year against the rule.
    func evaluate(_ target: TargetCase) -> Verdict
}

extension TargetRule {
    package var years: [Int]? { nil }
}

/// A rule about the lists that a plan's forms ask for.
package protocol ListRule: TargetRule {
    /// The ids of the programme's forms that it speaks of.
    var forms: [String] { get }
}

extension ListRule {
    package var organisationTypes: [String] { [] }
}

/// What a rule can read.
package enum RuleSource: Sendable, Hashable {
    case entry
    case register(RegisterName)
    case places
}

/// What a rule's keys are read with.
package struct RuleContext: Sendable {
    package let vocabulary: Vocabulary
    package let programme: Programme
    /// The declaration that the keys stand in, or that holds the rule of which they are a part.
    package let declaration: RuleDeclaration

    package init(vocabulary: Vocabulary, programme: Programme, declaration: RuleDeclaration) {
        self.vocabulary = vocabulary
        self.programme = programme
        self.declaration = declaration
    }
}

/// Entries of one programme that are counted together: those of a year, or of a level in a year.
package struct Batch: Sendable, Hashable, Comparable {
    package var year: Int
    package var level: String?

    package init(year: Int, level: String? = nil) {
        self.year = year
        self.level = level
    }

    /// The batch as programs read it in reports: `2024`, or `district 2024`.
    package var name: String { (level.map { $0 + " " } ?? "") + String(year) }

    /// The batch for people: “năm 2024”, or “cấp huyện, năm 2024”.
    package func words(_ vocabulary: Vocabulary) -> Message {
        let level = level.map { vocabulary[.levels].name(of: $0).lowercasedFirst + ", " } ?? ""
        return Message(vi: "\(level)năm \(year)", en: name)
    }

    /// By name, as reports list them.
    package static func < (left: Batch, right: Batch) -> Bool { left.name < right.name }
}

/// What a ceiling or an exact number says of a batch.
package struct BatchVerdict: Sendable {
    /// How the count stands to the number.
    package enum Standing: Sendable {
        case met
        /// Fewer than an exact number: worth a warning, holds nothing back.
        case short
        /// More than allowed: an error on the whole batch.
        case over
        /// The number itself can't be known, since it is a share of what was registered and nothing was.
        case unknown
    }

    package var standing: Standing
    /// The number that the rule allows, where it is known.
    package var limit: Int?
    package var required: Message

    package init(_ standing: Standing, limit: Int?, required: Message) {
        self.standing = standing
        self.limit = limit
        self.required = required
    }
}
