/// The registers that staff keep, one CSV file each in `content/registers/`.
package enum RegisterName: String, Sendable, CaseIterable {
    case subjects, recognitions, awards, ratings, registrations, scores, reviews, waivers, dossiers, totals, holds

    /// The file's path in the board.
    package var path: String { "content/registers/\(rawValue).csv" }
}

/// One row of a register.
package struct RowReference: Sendable, Hashable {
    package var register: RegisterName
    /// The index of the row in its table, from 0, the header not counted.
    package var row: Int32

    package init(_ register: RegisterName, _ row: Int) {
        self.register = register
        self.row = Int32(row)
    }
}
