import Formats
import Registers
import Vietnamese

/// The addresses of decisions: `quyet-dinh/127-qd-ubnd-chu-tich-ubnd-xa-mau-2026-07-10/`.
///
/// Number, authority and day together make a decision (its number alone repeats in every commune, every
/// year), so all three stand in its address, folded. Two decisions whose addresses would be the same are told
/// apart by a fingerprint of what they are; which of them keeps the plain address does not depend on the order
/// in which they were found.
struct DecisionAddresses: Sendable {
    /// A decision under a form in which two spellings of it are equal.
    struct Key: Hashable, Sendable {
        let number: NameKey
        let authority: NameKey
        let date: CalendarDay

        init(_ decision: Decision) {
            number = NameKey(decision.number)
            authority = NameKey(decision.authority)
            date = decision.date
        }

        /// Its parts behind one another, for an order and a fingerprint.
        var text: String { "\(number.text)\n\(authority.text)\n\(date.iso)" }
    }

    private let routes: [Key: String]

    init(_ keys: some Sequence<Key>) {
        var bySlug: [String: [Key]] = [:]
        for key in Set(keys) { bySlug[Self.slug(key), default: []].append(key) }
        var routes: [Key: String] = [:]
        var taken = Set(bySlug.keys)
        for (slug, keys) in bySlug.sorted(by: { $0.key < $1.key }) {
            for (index, key) in keys.sorted(by: { $0.text < $1.text }).enumerated() {
                routes[key] = Route.decision(index == 0 ? slug : Self.free(slug, key, &taken))
            }
        }
        self.routes = routes
    }

    /// The decision's address; nil where it is none of those that there are addresses for.
    subscript(key: Key) -> String? { routes[key] }

    /// What a long number or authority may take of an address: file names end at 255 bytes.
    private static let longestPart = 80

    private static func slug(_ key: Key) -> String {
        ([key.number.text, key.authority.text].map { shortened(Slug.make($0)) }.filter { !$0.isEmpty } + [key.date.iso])
            .joined(separator: "-")
    }

    /// As many whole words as there is room for.
    private static func shortened(_ slug: String) -> String {
        guard slug.utf8.count > longestPart else { return slug }
        let start = slug.prefix(longestPart)
        return String(start.lastIndex(of: "-").map { start[..<$0] } ?? start)
    }

    private static func free(_ slug: String, _ key: Key, _ taken: inout Set<String>) -> String {
        var fingerprint = Fingerprint(key.text.utf8)
        while true {
            let marked = "\(slug)-\(fingerprint.digits.prefix(8))"
            if taken.insert(marked).inserted { return marked }
            fingerprint.mix([0])
        }
    }
}
