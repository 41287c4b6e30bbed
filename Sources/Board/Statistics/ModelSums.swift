import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// The models of one plan in one year, summed as the plan's own form sums them (Phụ lục 4 of the Khối's plan: in all,
/// by field, newly built and maintained, by collectives and by individuals).
///
/// It counts the models that the board's honours tell of. What was registered and not recognised stands in the
/// registers (`ModelList`) and in the sums that the office reported (`totals.csv`); both are for the office, since
/// they would tell who was not recognised.
package struct ModelSums: Sendable {
    /// The models of one field.
    package struct Row: Sendable {
        /// A code of the vocabulary's `fields`.
        package let field: String
        package fileprivate(set) var tally = Tally()
    }

    package let programme: Programme
    package let year: Int
    /// The fields that have models, in the plan's order.
    package private(set) var rows: [Row] = []
    package private(set) var total = Tally()
    /// The registrations that were counted: two entries may tell of one model.
    private var counted: Set<String> = []

    init(programme: Programme, year: Int) {
        (self.programme, self.year) = (programme, year)
    }

    /// The form whose sums these are: the last list that the plan asks for, since what was achieved is reported after
    /// what was registered. Nil where the plan asks for no list.
    package var form: Form? { programme.forms.last { !$0.sortedBy.isEmpty } }

    /// Whether the honour's model has not been counted yet.
    mutating func add(_ honour: Honour, _ model: Entry.Model) -> Bool {
        guard counted.insert(honour.entry.registrationID?.value ?? "\n" + honour.entry.id.value).inserted else { return false }
        let index = rows.firstIndex { $0.field == honour.field.id } ?? rows.count
        if index == rows.count { rows.append(Row(field: honour.field.id)) }
        for path in [\ModelSums.total, \ModelSums.rows[index].tally] {
            self[keyPath: path].add(honour.subject.kind)
            self[keyPath: path].add(model, of: honour.subject.kind)
        }
        return true
    }

    /// The same with its fields in the plan's order; what the plan does not name comes last, in the vocabulary's.
    func sorted(by vocabulary: TermList) -> ModelSums {
        var sorted = self
        let order = programme.fields.map(\.id)
        func rank(_ row: Row) -> (Int, Int) { (order.firstIndex(of: row.field) ?? order.count, vocabulary.rank(of: row.field)) }
        sorted.rows.sort { rank($0) < rank($1) }
        return sorted
    }
}
