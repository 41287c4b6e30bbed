import Diagnostics

/// Something of an honour that a condition, or a rule of the kind `attribute_in_list`, can ask for.
package enum Attribute: String, Sendable, CaseIterable {
    case subjectKind = "subject_kind"
    case position
    case birthYear = "birth_year"
    /// The type of the unit that is honoured, or of the organisation where the person works.
    case organisationType = "organisation_type"
    /// The id of that organisation.
    case organisation
    /// The id of the place of the award, or of a place around it.
    case place
    case placeKind = "place_kind"
    /// A tag of the place of the award, or of a place around it: "thôn đặc biệt khó khăn".
    case placeTag = "place_tag"
    case modelStatus = "model_status"
    case modelQuantity = "model_quantity"
    case level, campaign, field, year
    /// Who signed the decision, by the vocabulary's `authorities`.
    case authority
    case awardForm = "award_form"
    case recognitionTitle = "recognition_title"

    /// The list that its codes come from; nil for ids and numbers.
    package var list: Vocabulary.List? {
        switch self {
        case .subjectKind: .subjectKinds
        case .position: .positions
        case .organisationType: .organisationTypes
        case .placeKind: .placeKinds
        case .placeTag: .placeTags
        case .modelStatus: .modelStatuses
        case .level: .levels
        case .campaign: .campaigns
        case .field: .fields
        case .authority: .authorities
        case .awardForm: .awardForms
        case .recognitionTitle: .recognitionTitles
        case .birthYear, .organisation, .place, .modelQuantity, .year: nil
        }
    }

    package var isNumber: Bool { self == .birthYear || self == .modelQuantity || self == .year }

    /// What people call it.
    package var name: Message {
        switch self {
        case .birthYear: Message(vi: "năm sinh", en: "year of birth")
        case .organisation: Message(vi: "tổ chức", en: "organisation")
        case .place: Message(vi: "địa bàn", en: "place")
        case .modelQuantity: Message(vi: "số lượng mô hình", en: "number of models")
        case .year: Message(vi: "năm", en: "year")
        default: list?.item ?? Message(vi: rawValue, en: rawValue)
        }
    }
}

/// When a rule applies, or a threshold holds: tests of attributes, joined.
package indirect enum Condition: Sendable {
    /// One of the attribute's values is one of these.
    case among(Attribute, [String])
    /// The number lies in the range, both ends included.
    case within(Attribute, ClosedRange<Int>)
    case all([Condition])
    case any([Condition])
    case not(Condition)

    /// The condition that everything meets.
    package static let always = Condition.all([])

    package var isAlways: Bool {
        if case .all(let parts) = self { parts.allSatisfy(\.isAlways) } else { false }
    }

    /// Whether it holds, where `test` knows the answer to each single test; nil where that depends on what
    /// is not known. Kleene's logic of three values.
    package func holds(_ test: (Condition) -> Bool?) -> Bool? {
        switch self {
        case .among, .within: return test(self)
        case .not(let part): return part.holds(test).map { !$0 }
        case .all(let parts):
            var isKnown = true
            for part in parts {
                switch part.holds(test) {
                case false?: return false
                case nil: isKnown = false
                case true?: break
                }
            }
            return isKnown ? true : nil
        case .any(let parts):
            var isKnown = true
            for part in parts {
                switch part.holds(test) {
                case true?: return true
                case nil: isKnown = false
                case false?: break
                }
            }
            return isKnown ? false : nil
        }
    }

    /// The values that an attribute must have, where the condition names them outright; empty where it
    /// leaves that attribute open.
    package func values(of attribute: Attribute) -> [String] {
        switch self {
        case .among(attribute, let values): values
        case .all(let parts): parts.lazy.map { $0.values(of: attribute) }.first { !$0.isEmpty } ?? []
        case .among, .within, .any, .not: []
        }
    }

    /// The condition in words: "tập thể; cấp huyện hoặc cấp tỉnh". Empty where it always holds.
    package func words(_ vocabulary: Vocabulary) -> Message {
        switch self {
        case .among(let attribute, let values):
            let names = values.map { value in attribute.list.map { vocabulary[$0].name(of: value).lowercasedFirst } ?? value }
            return Message(
                vi: (attribute.list == nil ? attribute.name.vi + " " : "") + names.joined(separator: " hoặc "),
                en: attribute.name.en + " " + names.joined(separator: " or "))
        case .within(let attribute, let range):
            let bounds = Self.words(for: range)
            return Message(vi: "\(attribute.name.vi) \(bounds.vi)", en: "\(attribute.name.en) \(bounds.en)")
        case .not(let part):
            let words = part.words(vocabulary)
            return Message(vi: "không phải (\(words.vi))", en: "not (\(words.en))")
        case .all(let parts): return Self.join(parts, Message(vi: "; ", en: "; "), vocabulary)
        case .any(let parts): return Self.join(parts, Message(vi: " hoặc ", en: " or "), vocabulary)
        }
    }

    private static func join(_ parts: [Condition], _ separator: Message, _ vocabulary: Vocabulary) -> Message {
        let words = parts.filter { !$0.isAlways }.map { $0.words(vocabulary) }
        return Message(vi: words.map(\.vi).joined(separator: separator.vi), en: words.map(\.en).joined(separator: separator.en))
    }

    private static func words(for range: ClosedRange<Int>) -> Message {
        switch (range.lowerBound, range.upperBound) {
        case (.min, let upper): Message(vi: "không quá \(upper)", en: "at most \(upper)")
        case (let lower, .max): Message(vi: "từ \(lower) trở lên", en: "at least \(lower)")
        case (let lower, let upper): Message(vi: "từ \(lower) đến \(upper)", en: "\(lower) to \(upper)")
        }
    }
}
