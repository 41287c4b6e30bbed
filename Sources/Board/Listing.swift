import Places
import Programmes
import Registers

/// How the items of a list fall on pages.
package struct Pages: Sendable {
    /// How many items there are.
    package let items: Int
    /// How many stand on a page.
    package let size: Int

    /// At least 1: a list without items still has its page.
    package var count: Int { max(1, (items + size - 1) / size) }

    /// The items on a page; pages count from 1.
    package func range(ofPage page: Int) -> Range<Int> {
        let start = min(items, (page - 1) * size)
        return start..<min(items, start + size)
    }
}

/// A list of honours with pages of its own.
package struct Listing: Sendable {
    /// What the list gathers its honours by.
    package enum Kind: Sendable {
        case all
        case place(Place)
        case year(Int)
        case field(Term)
        case programme(Programme)
        /// As the first of its honours spells it.
        case decision(Decision)
    }

    package let kind: Kind
    package let route: String
    /// Indices into the plan's honours, in the order in which they are shown.
    package let honours: [Int32]
    package let pageSize: Int

    package var pages: Pages { Pages(items: honours.count, size: pageSize) }
    package var pageCount: Int { pages.count }

    /// The honours on a page; pages count from 1.
    package func honours(onPage page: Int) -> ArraySlice<Int32> { honours[pages.range(ofPage: page)] }
}
