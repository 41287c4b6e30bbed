import Formats
import Programmes
import Registers
import Vietnamese

/// The models of one year as one of the plan's forms lists them, such as Phụ lục 1 or Phụ lục 4 of the
/// Khối's plan: its rows in the form's order, and the sums below them.
///
/// It is for the office: what was registered and not recognised is never published.
package struct ModelList: Sendable {
    /// A model as the form's columns have it.
    package struct Row: Sendable {
        package var registration: Registration
        /// The organisation that the model belongs to.
        package var organisation: String
        package var subjectKind: SubjectKind?
        /// How many models the row stands for; 1 where the column is empty.
        package var quantity: Int { registration.quantity ?? 1 }
    }

    package let form: Form
    package let year: Int
    package let rows: [Row]

    /// - Parameter orders: for each key, its codes in the order that the plan asks for; codes that it does
    ///   not name come last.
    init(_ form: Form, year: Int, programme: Programme, registers: Registers, orders: [Form.SortKey: [String]]) {
        self.form = form
        self.year = year
        let rows = registers.rows.registrations.filter { $0.programmeID == programme.id && $0.year == year }.map { row in
            Row(
                registration: row,
                organisation: registers.subject(row.organisationOrSubject, on: row.registeredOn)?.name ?? row.organisationOrSubject,
                subjectKind: registers.subject(row.subjectID, on: row.registeredOn)?.kind)
        }
        self.rows = rows.map { (Self.rank($0, form.sortedBy, orders), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    /// A part of a row's place in the list.
    private enum Rank: Comparable {
        case number(Int)
        case name(CollationKey)
    }

    private static func rank(_ row: Row, _ keys: [Form.SortKey], _ orders: [Form.SortKey: [String]]) -> [Rank] {
        func place(_ code: String?, _ key: Form.SortKey) -> Rank {
            let order = orders[key] ?? []
            return .number(code.flatMap(order.firstIndex(of:)) ?? order.count)
        }
        let ranks = keys.map { key -> Rank in
            switch key {
            case .organisation: .name(CollationKey(row.organisation))
            case .status: place(row.registration.status, key)
            case .field: place(row.registration.field, key)
            }
        }
        // The register's own order plays no part.
        return ranks + [.name(CollationKey(row.registration.modelTitle ?? "")), .name(CollationKey(row.registration.id))]
    }

    /// The models counted by a key, in the order in which the values first stand in the list. For `all`, one
    /// sum under an empty value.
    package func totals(by key: ReportedTotal.Key) -> [(value: String, count: Int)] {
        var totals: [(value: String, count: Int)] = key == .all ? [("", 0)] : []
        for row in rows {
            let value =
                switch key {
                case .all: ""
                case .field: row.registration.field ?? "?"
                case .subjectKind: row.subjectKind?.rawValue ?? "?"
                case .status: row.registration.status ?? "?"
                }
            if let index = totals.firstIndex(where: { $0.value == value }) {
                totals[index].count += row.quantity
            } else {
                totals.append((value, row.quantity))
            }
        }
        return totals
    }
}

extension Programme {
    /// The list that one of the plan's forms asks for; nil where there is no such form or it is no list.
    package func modelList(_ formID: String, year: Int, rules: [CompiledRule], registers: Registers) -> ModelList? {
        guard let form = forms.first(where: { $0.id == formID }), !form.sortedBy.isEmpty else { return nil }
        var orders: [Form.SortKey: [String]] = [:]
        for case .target(let rule as ListOrderRule) in rules where rule.forms.contains(formID) { orders[rule.key] = rule.order }
        return ModelList(form, year: year, programme: self, registers: registers, orders: orders)
    }
}
