import Diagnostics
import Entries
import Formats
import Places
import Programmes
import Registers

extension HonourCase {
    /// Whether a rule with this condition speaks of the entry. What is not known can't exclude it.
    func meets(_ condition: Condition) -> Bool { condition.isAlways || holds(condition) != false }

    /// Whether the condition holds of the entry; nil where that depends on what nobody recorded.
    func holds(_ condition: Condition) -> Bool? {
        condition.holds { test in
            switch test {
            case .among(let attribute, let values): some(of: attribute) { values.contains($0) }
            case .within(let attribute, let range): some(of: attribute) { Int($0).map(range.contains) ?? false }
            case .all, .any, .not: nil
            }
        }
    }

    /// All that is recorded of an attribute; nil where nothing is.
    func values(of attribute: Attribute) -> [String]? {
        var values: [String] = []
        let isKnown = some(of: attribute) {
            values.append($0)
            return false
        }
        return isKnown == nil ? nil : values
    }

    /// Whether one of the attribute's values passes the test; nil where none is recorded. No array is made:
    /// conditions are asked a million times a build.
    private func some(of attribute: Attribute, _ test: (String) -> Bool) -> Bool? {
        switch attribute {
        case .subjectKind: test(subject.kind.rawValue)
        case .position: subject.position.map(test)
        case .birthYear: subject.birthYear.map { test(String($0)) }
        case .organisationType: organisation?.organisationType.map(test)
        case .organisation: organisation.map { test($0.id) }
        case .place: somePlace { test($0.id) }
        case .placeKind: gazetteer[entry.placeID.value].map { test($0.kind) }
        case .placeTag: somePlace { $0.tags.contains(where: test) }
        case .modelStatus: (entry.model?.status?.value ?? registration?.status).map(test)
        case .modelQuantity: (entry.model?.quantity ?? registration?.quantity).map { test(String($0)) }
        case .level: level.map(test)
        case .campaign: campaign.map(test)
        case .field: test(entry.field.value)
        case .year: test(String(entry.year.value))
        case .authority: honour.map { vocabulary.authorities(of: $0.decision.authority).contains(where: test) }
        case .awardForm: honour.flatMap { $0.row.register == .awards ? test($0.given) : nil }
        case .recognitionTitle: honour.flatMap { $0.row.register == .recognitions ? test($0.given) : nil }
        }
    }

    private func somePlace(_ test: (Place) -> Bool) -> Bool? {
        guard gazetteer[entry.placeID.value] != nil else { return nil }
        return gazetteer.chain(from: entry.placeID.value).contains(where: test)
    }

    /// The unit that is honoured, or the organisation where the person works.
    var organisation: Subject? {
        if subject.kind == .collective { return subject }
        return subject.organisationID.flatMap { registers.subject($0, on: honour?.decision.date) }
    }

    /// The rows that tell an attribute; none where the entry itself does.
    func evidence(for attribute: Attribute) -> [RowReference] {
        switch attribute {
        case .subjectKind, .position, .birthYear: [subject.row]
        case .organisationType, .organisation: organisation.map { [$0.row] } ?? []
        case .modelStatus: entry.model?.status == nil ? registration.map { [$0.row] } ?? [] : []
        case .modelQuantity: entry.model?.quantity == nil ? registration.map { [$0.row] } ?? [] : []
        case .level, .campaign, .authority, .awardForm, .recognitionTitle: honour.map { [$0.row] } ?? []
        case .place, .placeKind, .placeTag, .field, .year: []
        }
    }

    /// Where an attribute is to be mended.
    func place(of attribute: Attribute) -> SourcePlace {
        func cell(_ row: RowReference, _ column: String) -> SourcePlace { registers.place(of: row, column: column) }
        return switch attribute {
        case .subjectKind: cell(subject.row, "kind")
        case .position: cell(subject.row, "position")
        case .birthYear: cell(subject.row, "birth_year")
        case .organisationType: organisation.map { cell($0.row, "organisation_type") } ?? subjectPlace
        case .organisation: cell(subject.row, "organisation_id")
        case .place, .placeKind, .placeTag: entry.place(entry.placeID)
        case .modelStatus: entry.model?.status.map(entry.place) ?? registration.map { cell($0.row, "status") } ?? subjectPlace
        case .modelQuantity: registration.map { cell($0.row, "quantity") } ?? subjectPlace
        case .level: entry.level.map(entry.place) ?? honour.map { cell($0.row, "level") } ?? subjectPlace
        case .campaign: entry.campaign.map(entry.place) ?? subjectPlace
        case .field: entry.place(entry.field)
        case .year: entry.place(entry.year)
        case .authority: honour.map { cell($0.row, "authority") } ?? subjectPlace
        case .awardForm: honour.map { cell($0.row, "form") } ?? subjectPlace
        case .recognitionTitle: honour.map { cell($0.row, "title") } ?? subjectPlace
        }
    }
}
