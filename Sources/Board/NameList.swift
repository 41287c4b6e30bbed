import Registers
import Vietnamese

/// The honours under one letter of the list from A to Z: people and households by given name, then collectives by their whole name,
/// each as Vietnamese orders.
package struct NameList: Sendable {
    package let letter: NameLetter
    /// Indices into the plan's honours: `people` first.
    package let honours: [Int32]
    /// How many of them are individuals and households.
    package let people: Int

    /// A line is short: many stand on a page.
    package static let pageSize = 200

    package var route: String { Route.names(letter.slug) }
    package var pages: Pages { Pages(items: honours.count, size: Self.pageSize) }

    /// The lists of all letters that have honours, in the order of the alphabet.
    ///
    /// - Parameter order: indices into `honours` in the order of names, collectives before all others.
    static func lists(of honours: [Honour], inOrder order: [Int]) -> [NameList] {
        var people: [NameLetter: [Int32]] = [:]
        var collectives: [NameLetter: [Int32]] = [:]
        for index in order {
            let subject = honours[index].subject
            let letter = NameLetter(of: subject.wordToSortBy)
            if subject.kind == .collective {
                collectives[letter, default: []].append(Int32(index))
            } else {
                people[letter, default: []].append(Int32(index))
            }
        }
        return Set(people.keys).union(collectives.keys).sorted().map { letter in
            let persons = people[letter] ?? []
            return NameList(letter: letter, honours: persons + (collectives[letter] ?? []), people: persons.count)
        }
    }
}

extension Subject {
    /// What the name is looked up by: the given name of people, the first word of all else.
    fileprivate var wordToSortBy: Substring {
        if let sortName, sortName.contains(where: { $0.isLetter || $0.isNumber }) { return sortName[...] }
        if kind == .collective { return name[...] }
        return name.split { $0.isWhitespace }.last ?? name[...]
    }
}
