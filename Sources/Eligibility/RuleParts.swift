import Diagnostics
import Formats
import Programmes

/// The rules that a composed rule is made of, in their order.
struct RuleParts: Sendable {
    private struct Part: Sendable {
        let rule: any EntryRule
        let condition: Condition
    }

    private let parts: [Part]

    /// Nil where the list is missing or one of the parts can't be read.
    init?(_ key: String, of keys: MappingReader, _ context: RuleContext) {
        let readers = keys.mappings(key, required: true)
        let parts = readers.compactMap { reader -> Part? in
            let condition = reader.condition("when", context.vocabulary)
            return RuleCatalogue.compilePart(reader, context).map { Part(rule: $0, condition: condition) }
        }
        guard !parts.isEmpty, parts.count == readers.count else { return nil }
        self.parts = parts
    }

    /// The answers of the parts that speak of the entry.
    func verdicts(of honour: HonourCase) -> [Verdict] {
        parts.filter { honour.meets($0.condition) }.map { $0.rule.evaluate(honour) }.filter { $0.status != .notApplicable }
    }

    /// What the parts read, each source once.
    var reads: [RuleSource] { Self.merged(parts.map(\.rule.reads)) }

    static func merged(_ reads: [[RuleSource]]) -> [RuleSource] {
        var seen: Set<RuleSource> = []
        return reads.joined().filter { seen.insert($0).inserted }
    }

    func requirement(joinedBy separator: Message) -> Message { parts.map(\.rule.requirement).joined(separator) }
}
