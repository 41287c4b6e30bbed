import Diagnostics
import Entries
import Formats
import Programmes

/// One kind of rule about a single entry. The programme's YAML carries the numbers, the clause and
/// the validity; the type knows how the kind is tested. Its doc comment is its documentation.
package protocol EntryRule: Sendable {
    /// The kind's name in a programme's `kind`.
    static var kind: String { get }

    /// Reads the kind's own keys; nil, with the reason in the reader's diagnostics, where one is wrong.
    init?(_ keys: MappingReader, context: RuleContext)

    /// Holds the entry against the rule.
    func evaluate(_ honour: HonourCase) -> Verdict
}

/// What a rule's keys are read with.
package struct RuleContext: Sendable {
    package var vocabulary: Vocabulary
    /// The programme's own scale, for rules that name none.
    package var ratingScale: String?

    package init(vocabulary: Vocabulary, ratingScale: String?) {
        self.vocabulary = vocabulary
        self.ratingScale = ratingScale
    }
}

/// One kind of rule about all entries of a programme that are counted together.
package protocol BatchRule: Sendable {
    static var kind: String { get }
    init?(_ keys: MappingReader, context: RuleContext)

    /// The name of the batch that the entry belongs to; entries with the same name are counted together.
    func batch(of honour: HonourCase) -> String

    /// Judges a batch of that many entries. An error here holds all entries of the batch back.
    func evaluate(count: Int, batch: String) -> BatchVerdict
}

/// What a ceiling or an exact number says of a batch.
package enum BatchVerdict: Sendable {
    case met
    /// Fewer than an exact number: worth a warning, holds nothing back.
    case short(required: Message)
    /// More than allowed: an error on the whole batch.
    case over(required: Message)
}
