import Diagnostics
import Formats
import Places
import Programmes
import Registers

/// One organisation, or the staff of a programme, in one year, beside everything that a target is held
/// against.
package struct TargetCase: Sendable {
    package let programme: Programme
    package let vocabulary: Vocabulary
    package let registers: Registers
    /// Nil where the target is the staff's own.
    package let organisation: Subject?
    package let year: Int
    package let asOf: CalendarDay

    /// The id under which registers keep what the target asks for; empty for the staff's own.
    var holderID: String { organisation?.id ?? "" }

    /// The organisation, or the body behind the plan, in messages.
    var name: String { organisation?.name ?? programme.document.issuer }

    /// Where a finding points that no row is to blame for.
    var place: SourcePlace {
        organisation.map { registers.place(of: $0.row, column: "name") } ?? SourcePlace(path: programme.path)
    }

    /// What the organisation registered in that year, in the register's order.
    var registrations: [Registration] {
        registers.registrations(ofOrganisation: holderID).filter { $0.programmeID == programme.id && $0.year == year }
    }

    /// What the organisation, or the staff, sent in that year.
    var dossier: [DossierDocument] {
        registers.dossier(of: holderID).filter { $0.programmeID == programme.id && ($0.year == nil || $0.year == year) }
    }
}

extension Corpus {
    /// The organisations of these types that a programme speaks of in a year: those that existed then and
    /// belong to its place. Where the register leaves open where one belongs, it is counted in.
    func organisations(of types: [String], in programme: Programme, year: Int) -> [Subject] {
        guard !types.isEmpty else { return [] }
        let last = CalendarDay(year: year, month: 12, day: 31)!
        let first = CalendarDay(year: year, month: 1, day: 1)!
        var seen: Set<String> = []
        return registers.rows.subjects.compactMap { row in
            guard row.kind == .collective, row.organisationType != nil, seen.insert(row.id).inserted,
                let organisation = registers.subject(row.id, on: last), let type = organisation.organisationType, types.contains(type),
                organisation.from.map({ $0 <= last }) ?? true, organisation.to.map({ first <= $0 }) ?? true
            else { return nil }
            guard let place = organisation.placeID else { return organisation }
            return gazetteer.chain(from: place).contains { $0.id == programme.placeID.value } ? organisation : nil
        }.sorted { $0.id < $1.id }
    }
}
