import Eligibility
import Formats
import Registers
import Vietnamese

/// The addresses of decisions: `quyet-dinh/127-qd-ubnd-chu-tich-ubnd-xa-mau-2026-07-10/`.
///
/// Number, authority and day together make a decision (its number alone repeats in every commune, every year), so all
/// three stand in its address, folded. An address that was given to a decision stays that decision's, also when it is gone
/// (`AddressRecord`). Of several whose addresses would be the same, one that has it already keeps it; the others get a
/// fingerprint of what they are behind theirs, which no further decision ever changes. Where nobody has it yet, none of
/// several gets the plain one: without a record, nobody can say whose it was.
struct DecisionAddresses: Sendable {
    /// A decision that the board shows.
    struct Shown {
        let key: DecisionKey
        /// Its parts as registers write them.
        let spelling: Decision
        /// The ids of the honours that rest on it.
        let honours: [String]
    }

    private let slugs: [DecisionKey: String]
    /// The keys of decisions as they are written: every page asks for the addresses of several.
    private let keys: [Decision: DecisionKey]

    /// - Parameter keys: the keys of all spellings of the shown decisions.
    init(_ shown: [Shown], keys: [Decision: DecisionKey] = [:], remembering record: AddressRecord) {
        var slugs: [DecisionKey: String] = [:]
        var newcomers: [String: [Shown]] = [:]
        for decision in shown {
            let plain = Self.slug(decision.spelling)
            if let slug = record.slug(of: decision.key) {
                slugs[decision.key] = slug
            } else {
                newcomers[plain, default: []].append(decision)
            }
        }
        let taken = Set(slugs.values)
        for (plain, decisions) in newcomers {
            // Put right in a register, a decision is still the one that its honours rested on.
            let respelt = decisions.filter { record.hadAddress(plain, $0.honours) }
            for decision in decisions {
                let isFree = !taken.contains(plain)
                let keeps =
                    record.knows(slug: plain)
                    ? respelt.count == 1 && respelt[0].key == decision.key && isFree : decisions.count == 1 && isFree
                slugs[decision.key] = keeps ? plain : Self.marked(plain, decision.key)
            }
        }
        self.slugs = slugs
        self.keys = keys
    }

    init() { (slugs, keys) = ([:], [:]) }

    /// The address of a decision in whatever spelling.
    subscript(decision: Decision) -> String? { self[keys[decision] ?? DecisionKey(decision)] }

    /// The decision's address; nil where it is none of those that there are addresses for.
    subscript(key: DecisionKey) -> String? { slugs[key].map(Route.decision) }

    /// The decision's part of its address.
    func slug(of key: DecisionKey) -> String? { slugs[key] }

    /// What a long number or authority may take of an address: file names end at 255 bytes.
    private static let longestPart = 80

    /// Of the authority as it is written: an address that was given before names were completed stays.
    private static func slug(_ decision: Decision) -> String {
        ([DecisionSpelling.number(decision.number), DecisionSpelling.authority(decision.writtenAuthority)]
            .map { shortened(Slug.make($0)) }.filter { !$0.isEmpty } + [decision.date.iso])
            .joined(separator: "-")
    }

    /// As many whole words as there is room for.
    private static func shortened(_ slug: String) -> String {
        guard slug.utf8.count > longestPart else { return slug }
        let start = slug.prefix(longestPart)
        return String(start.lastIndex(of: "-").map { start[..<$0] } ?? start)
    }

    private static func marked(_ slug: String, _ key: DecisionKey) -> String {
        "\(slug)-\(Fingerprint(key.text.utf8).digits.prefix(8))"
    }
}
