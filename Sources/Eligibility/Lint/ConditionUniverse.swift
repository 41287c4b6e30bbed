import Formats
import Programmes

/// Everything that can be true of an honour under a programme, as far as conditions can ask: whether
/// several of them can hold together is tried case by case.
struct ConditionUniverse {
    let programme: Programme
    let vocabulary: Vocabulary

    /// What one honour is like: the values of each attribute.
    private typealias Honour = [Attribute: Set<String>]

    /// Beyond so many cases the search is given up, and conditions are taken to go together.
    private static let casesWorthTrying = 20_000

    /// Stands for any value that no condition names.
    private static let other = "\u{0}"

    /// Whether there can be an honour of which all of the conditions hold.
    func canHold(_ conditions: [Condition]) -> Bool {
        let condition = Condition.all(conditions)
        var cases: [(attribute: Attribute, choices: [Set<String>])] = []
        for attribute in Attribute.allCases {
            let mentioned = condition.mentioned(of: attribute)
            guard !mentioned.isEmpty || attribute == .subjectKind else { continue }
            cases.append((attribute, choices(of: attribute, mentioned)))
        }
        guard cases.reduce(1, { min($0 * $1.choices.count, Self.casesWorthTrying + 1) }) <= Self.casesWorthTrying else { return true }
        return isMet(condition, cases[...], [:])
    }

    /// The programme's own values of an attribute; nil where it does not limit them.
    func ownValues(of attribute: Attribute) -> [String]? {
        switch attribute {
        case .subjectKind: programme.subjectKinds
        case .level: programme.levels
        case .campaign: programme.campaigns
        case .field: programme.fields.isEmpty ? nil : programme.fields.map(\.id)
        default: nil
        }
    }

    private func isMet(
        _ condition: Condition, _ open: ArraySlice<(attribute: Attribute, choices: [Set<String>])>, _ honour: Honour
    ) -> Bool {
        guard let next = open.first else {
            return condition.holds { test in
                switch test {
                case .among(let attribute, let values): honour[attribute].map { !$0.isDisjoint(with: values) }
                case .within(let attribute, let range):
                    honour[attribute].map { $0.contains { Int($0).map(range.contains) ?? false } }
                case .all, .any, .not: nil
                }
            } == true
        }
        return next.choices.contains { values in
            var honour = honour
            // A unit has neither a position nor a year of birth.
            let isOfPeople = next.attribute == .position || next.attribute == .birthYear
            honour[next.attribute] = isOfPeople && honour[.subjectKind] == ["collective"] ? [] : values
            return isMet(condition, open.dropFirst(), honour)
        }
    }

    private func choices(of attribute: Attribute, _ mentioned: Set<String>) -> [Set<String>] {
        if attribute.isNumber { return numbers(of: attribute, mentioned).map { [String($0)] } }
        switch attribute {
        // A place lies in others, and one signature may be of several kinds of authority.
        case .place, .placeTag, .authority:
            let single = mentioned.sorted().map { Set([$0]) }
            guard mentioned.count <= 6 else { return [[], mentioned] + single }
            return single.reduce([[]]) { sets, value in sets + sets.map { $0.union(value) } }
        default: break
        }
        guard let domain = ownValues(of: attribute) ?? attribute.list.map({ vocabulary[$0].ids }) else {
            return mentioned.sorted().map { [$0] } + [[Self.other]]
        }
        let unnamed = domain.first { !mentioned.contains($0) }
        return (domain.filter(mentioned.contains) + (unnamed.map { [$0] } ?? [])).map { [$0] }
    }

    /// The numbers at which an answer can change, and those beside them.
    private func numbers(of attribute: Attribute, _ mentioned: Set<String>) -> [Int] {
        let edges = mentioned.compactMap { Int($0) }
        let near = Set(edges.flatMap { [$0.subtractingReportingOverflow(1).partialValue, $0, $0.addingReportingOverflow(1).partialValue] })
        guard attribute == .year else { return near.sorted() }
        let years = programme.validFrom.year...max(programme.validFrom.year, programme.validTo.year)
        return (near.filter(years.contains) + [years.lowerBound, years.upperBound]).sorted()
    }
}

extension Condition {
    /// The values, or the bounds of numbers, that the condition names of an attribute.
    fileprivate func mentioned(of attribute: Attribute) -> Set<String> {
        switch self {
        case .among(attribute, let values): Set(values)
        case .within(attribute, let range): Set([range.lowerBound, range.upperBound].filter { $0 != .min && $0 != .max }.map(String.init))
        case .among, .within: []
        case .not(let part): part.mentioned(of: attribute)
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.mentioned(of: attribute)) }
        }
    }
}
