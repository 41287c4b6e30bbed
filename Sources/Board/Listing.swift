import Places
import Programmes

/// A list of honours with pages of its own.
package struct Listing: Sendable {
    /// What the list gathers its honours by.
    package enum Kind: Sendable {
        case all
        case place(Place)
        case year(Int)
        case field(Term)
        case programme(Programme)
    }

    package let kind: Kind
    package let route: String
    /// Indices into the plan's honours, in the order in which they are shown.
    package let honours: [Int32]
    package let pageSize: Int

    /// At least 1: a list without honours still has its page.
    package var pageCount: Int { max(1, (honours.count + pageSize - 1) / pageSize) }

    /// The honours on a page; pages count from 1.
    package func honours(onPage page: Int) -> ArraySlice<Int32> {
        let start = min(honours.count, (page - 1) * pageSize)
        return honours[start..<min(honours.count, start + pageSize)]
    }
}
