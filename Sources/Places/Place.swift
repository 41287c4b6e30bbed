import Diagnostics
import Formats

/// A province, district, commune or other unit during the days on which it existed.
///
/// Official codes are reused and names repeat, so neither is a key: the place has an id of its own
/// (see `docs/architecture.md`, "Places in time"). A class, since every entry holds a chain of them.
package final class Place: Sendable {
    package let id: String
    /// The official code on the days of its validity, kept as text.
    package let officialCode: String
    /// The bare name: `Lục Ngạn`.
    package let name: String
    /// The name with its kind, as a decision writes it: `Huyện Lục Ngạn`.
    package let fullName: String
    /// A code of the vocabulary's `place_kinds`.
    package let kind: String
    package let parentID: String?
    /// The first day of its existence; nil where it is older than the register.
    package let validFrom: CalendarDay?
    /// The last day of its existence; nil while it exists.
    package let validTo: CalendarDay?
    /// The resolution that made or ended it.
    package let decree: String
    /// Codes of the vocabulary's `place_tags`, such as "thôn đặc biệt khó khăn".
    package let tags: [String]
    package let source: SourcePlace

    package init(
        id: String, officialCode: String, name: String, fullName: String, kind: String, parentID: String?, validFrom: CalendarDay?,
        validTo: CalendarDay?, decree: String, tags: [String] = [], source: SourcePlace
    ) {
        self.id = id
        self.officialCode = officialCode
        self.name = name
        self.fullName = fullName
        self.kind = kind
        self.parentID = parentID
        self.validFrom = validFrom
        self.validTo = validTo
        self.decree = decree
        self.tags = tags
        self.source = source
    }

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
