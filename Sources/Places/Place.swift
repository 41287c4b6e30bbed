import Diagnostics
import Formats

/// A province, district, commune or other unit during the days on which it existed.
///
/// Official codes are reused and names repeat, so neither is a key: the place has an id of its own
/// (see `docs/architecture.md`, "Places in time").
package struct Place: Sendable {
    package var id: String
    /// The official code on the days of its validity, kept as text.
    package var officialCode: String
    /// The bare name: `Lục Ngạn`.
    package var name: String
    /// The name with its kind, as a decision writes it: `Huyện Lục Ngạn`.
    package var fullName: String
    /// A code of the vocabulary's `place_kinds`.
    package var kind: String
    package var parentID: String?
    /// The first day of its existence; nil where it is older than the register.
    package var validFrom: CalendarDay?
    /// The last day of its existence; nil while it exists.
    package var validTo: CalendarDay?
    /// The resolution that made or ended it.
    package var decree: String
    package var source: SourcePlace

    /// Whether the place existed on that day.
    package func exists(on day: CalendarDay) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, validTo < day { return false }
        return true
    }

    /// Whether the place existed on some day of that year.
    package func exists(inYear year: Int) -> Bool {
        if let validFrom, year < validFrom.year { return false }
        if let validTo, validTo.year < year { return false }
        return true
    }
}

/// What became of a place.
package struct PlaceLink: Sendable {
    /// How the old place and the new one are related.
    package enum Relation: String, Sendable, CaseIterable {
        case mergedInto = "merged_into"
        case splitInto = "split_into"
        case renamedTo = "renamed_to"
    }

    package var from: String
    package var to: String
    /// The day on which the new place begins.
    package var effective: CalendarDay
    package var relation: Relation
    /// Whether the whole of the old place went there, or a part of it.
    package var isWhole: Bool
    package var source: SourcePlace
}
