// The row that a reference speaks of: an outcome keeps references only, and whoever shows it wants the row.

extension Registers {
    /// The recognition in that row; nil where the row is another register's, or could not be read.
    package func recognition(at reference: RowReference) -> Recognition? { find(reference, .recognitions, rows.recognitions, \.row) }
    /// The award in that row.
    package func award(at reference: RowReference) -> Award? { find(reference, .awards, rows.awards, \.row) }
    /// The rating in that row.
    package func rating(at reference: RowReference) -> Rating? { find(reference, .ratings, rows.ratings, \.row) }
    /// The registration in that row.
    package func registration(at reference: RowReference) -> Registration? { find(reference, .registrations, rows.registrations, \.row) }
    /// The points in that row.
    package func score(at reference: RowReference) -> Score? { find(reference, .scores, rows.scores, \.row) }
    /// The judgement in that row.
    package func review(at reference: RowReference) -> Review? { find(reference, .reviews, rows.reviews, \.row) }
    /// The waiver in that row.
    package func waiver(at reference: RowReference) -> Waiver? { find(reference, .waivers, rows.waivers, \.row) }
    /// The document in that row.
    package func document(at reference: RowReference) -> DossierDocument? { find(reference, .dossiers, rows.dossiers, \.row) }
    /// The unit or person in that row.
    package func subject(at reference: RowReference) -> Subject? { find(reference, .subjects, rows.subjects, \.row) }
    /// The reported sum in that row.
    package func total(at reference: RowReference) -> ReportedTotal? { find(reference, .totals, rows.totals, \.row) }
    /// The time in that row during which nobody may be honoured.
    package func hold(at reference: RowReference) -> Hold? { find(reference, .holds, rows.holds, \.row) }

    /// Rows that could not be read are missing, so a row stands at its own index or before it; the rows keep
    /// the order of their file.
    private func find<Row>(_ reference: RowReference, _ register: RegisterName, _ rows: [Row], _ place: (Row) -> RowReference) -> Row? {
        guard reference.register == register else { return nil }
        var (low, high) = (0, min(rows.count, Int(reference.row) + 1))
        if high > 0, place(rows[high - 1]).row == reference.row { return rows[high - 1] }
        while low < high {
            let middle = (low + high) / 2
            if place(rows[middle]).row < reference.row { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && place(rows[low]).row == reference.row ? rows[low] : nil
    }
}
