import Diagnostics
import Formats
import Vietnamese

/// A code and the words that people read for it.
package struct Term: Sendable {
    package let id: String
    package let name: String
    /// The part of an address, where it differs from the name's slug.
    package let slug: String
    package let aliases: [String]
    /// The last day on which there was such a thing; nil while there is. Only levels end.
    package let validTo: CalendarDay?
    /// What ended it, in words.
    package let endedBy: String?
    /// Where the slug stands, or the name or the id that gives it; nil for terms that no file holds.
    package let slugPlace: SourcePlace?
    /// The name and the aliases as words are compared: in small letters, tones placed one way.
    let comparableNames: [String]

    package init(
        id: String, name: String, slug: String, aliases: [String] = [], validTo: CalendarDay? = nil, endedBy: String? = nil,
        slugPlace: SourcePlace? = nil
    ) {
        self.slugPlace = slugPlace
        self.validTo = validTo
        self.endedBy = endedBy
        self.id = id
        self.name = name
        self.slug = slug
        self.aliases = aliases
        comparableNames = ([name] + aliases).map { Fold.comparable($0, ignoringCase: true) }
    }

    /// Whether words are one of the term's names, or its code.
    package func isNamed(_ words: String) -> Bool {
        words == id || comparableNames.contains(Fold.comparable(words, ignoringCase: true))
    }

    /// Whether words begin with one of the term's names: “Chủ tịch UBND xã Mẫu An” begins with
    /// “Chủ tịch UBND xã”.
    package func begins(_ words: String) -> Bool {
        let words = Fold.comparable(words, ignoringCase: true)
        return comparableNames.contains { words == $0 || words.hasPrefix($0 + " ") || words.hasPrefix($0 + ",") }
    }

    /// Whether words are the term's code or one of its names, perhaps with a remark in brackets behind.
    /// “Ban Dân vận Tỉnh ủy” is not “Ban Dân vận”.
    package func isMeant(by words: String) -> Bool {
        if words == id { return true }
        let words = Fold.comparable(words, ignoringCase: true)
        return comparableNames.contains { words == $0 || words.hasPrefix($0 + " (") }
    }
}

/// A list of codes in its official order.
package struct TermList: Sendable {
    package let terms: [Term]
    private let indexByID: [String: Int]

    package init(_ terms: [Term] = []) {
        self.terms = terms
        indexByID = Dictionary(terms.indices.map { (terms[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The term with that code.
    package subscript(id: String) -> Term? { indexByID[id].map { terms[$0] } }

    /// The place of a code in the official order; codes that are not in the list come last.
    package func rank(of id: String) -> Int { indexByID[id] ?? terms.count }

    /// Whether the list has the code.
    package func contains(_ id: String) -> Bool { indexByID[id] != nil }

    /// The words for a code, or the code itself where it has none.
    package func name(of id: String) -> String { self[id]?.name ?? id }

    package var ids: [String] { terms.map(\.id) }
}

/// A scale of ratings, its grades from the best to the worst.
package struct RatingScale: Sendable {
    package var id: String
    package var name: String
    package var grades: TermList

    /// Whether `grade` is `minimum` or better; nil where the scale does not know one of them.
    package func isAtLeast(_ grade: String, _ minimum: String) -> Bool? {
        guard grades.contains(grade), grades.contains(minimum) else { return nil }
        return grades.rank(of: grade) <= grades.rank(of: minimum)
    }
}

/// All codes that entries, registers and programmes may use, with their Vietnamese names
/// (`content/vocabulary.yaml`).
package struct Vocabulary: Sendable {
    /// The lists, by the key under which they stand in the file.
    package enum List: String, Sendable, CaseIterable {
        case fields, levels
        case subjectKinds = "subject_kinds"
        case organisationTypes = "organisation_types"
        case positions, campaigns
        case modelStatuses = "model_statuses"
        case awardForms = "award_forms"
        case recognitionTitles = "recognition_titles"
        case documents, bodies
        case placeKinds = "place_kinds"
        case placeTags = "place_tags"
        case authorities

        /// What the list's items are called in a message.
        package var item: Message {
            switch self {
            case .fields: Message(vi: "lĩnh vực", en: "field")
            case .levels: Message(vi: "cấp", en: "level")
            case .subjectKinds: Message(vi: "loại đối tượng", en: "subject kind")
            case .organisationTypes: Message(vi: "loại tổ chức", en: "organisation type")
            case .positions: Message(vi: "chức vụ", en: "position")
            case .campaigns: Message(vi: "hình thức xét (định kỳ, đột xuất)", en: "campaign")
            case .modelStatuses: Message(vi: "trạng thái mô hình", en: "model status")
            case .awardForms: Message(vi: "hình thức khen thưởng", en: "award form")
            case .recognitionTitles: Message(vi: "danh hiệu công nhận", en: "recognition title")
            case .documents: Message(vi: "loại văn bản hồ sơ", en: "dossier document")
            case .bodies: Message(vi: "cơ quan xác nhận", en: "confirming body")
            case .placeKinds: Message(vi: "loại địa bàn", en: "place kind")
            case .placeTags: Message(vi: "diện địa bàn", en: "place tag")
            case .authorities: Message(vi: "thẩm quyền ký quyết định", en: "awarding authority")
            }
        }

        /// Whether a board can do without the list: only some plans ask for it.
        package var isOptional: Bool { self == .placeTags || self == .authorities }
    }

    package var lists: [List: TermList]
    package var ratingScales: [String: RatingScale]

    package init(lists: [List: TermList] = [:], ratingScales: [String: RatingScale] = [:]) {
        self.lists = lists
        self.ratingScales = ratingScales
    }

    /// A list; empty where the file has none.
    package subscript(list: List) -> TermList { lists[list] ?? TermList() }

    /// The codes of those who sign under such words: “Chủ tịch UBND xã Mẫu An” is a chair of a commune.
    package func authorities(of words: String) -> [String] {
        self[.authorities].terms.filter { $0.begins(words) }.map(\.id)
    }
}
