import Diagnostics

/// A column of one table, found once for all its rows.
package struct CSVColumn: Sendable {
    package let name: String
    /// Nil where the table has no such column: its cells are then all empty.
    let index: Int?
}

/// Reads the rows of one table into values and reports, all at once, what is wrong with them.
///
///     let reader = CSVReader(table, into: collector)
///     let id = reader.column("subject_id")
///     let rated = reader.column("rated_on", required: false)
///     reader.finishHeader()
///     for row in reader.rows { … row.identifier(id, required: true) … row.date(rated) … }
package final class CSVReader {
    package let table: CSVTable
    package let collector: DiagnosticCollector
    private var asked: [String] = []

    package init(_ table: CSVTable, into collector: DiagnosticCollector) {
        self.table = table
        self.collector = collector
    }

    /// The column of this name; reported where the table lacks it, unless it need not be there.
    package func column(_ name: String, required: Bool = true) -> CSVColumn {
        asked.append(name)
        let index = table.header.firstIndex { $0.value == name }
        if index == nil, required {
            let others = table.header.lazy.map(\.value).filter { !self.asked.contains($0) }
            collector.append(
                CSVProblem.missingColumn(
                    name, nearest: Suggestion.nearest(to: name, among: others),
                    at: SourcePlace(path: table.path, position: table.header[0].position)))
        }
        return CSVColumn(name: name, index: index)
    }

    /// Reports the columns that nobody asked for. Call it once all columns are known.
    package func finishHeader() {
        for name in table.header where !asked.contains(name.value) {
            collector.append(CSVProblem.unknownColumn(name, known: asked, path: table.path))
        }
    }

    package var rows: some Sequence<RowReader> {
        (0..<table.rowCount).lazy.map { RowReader(table: self.table, row: $0, collector: self.collector) }
    }
}

/// Reads the cells of one row. Blanks around a cell's text don't count; an empty cell is no value, and is
/// reported where one is required.
package struct RowReader {
    package let table: CSVTable
    /// The row's number in its table, from 0.
    package let row: Int
    package let collector: DiagnosticCollector

    /// The place of the row: its first line.
    package var place: SourcePlace { table.place(ofRow: row) }

    /// The place of a cell, or of the row where the table has no such column.
    package func place(_ column: CSVColumn) -> SourcePlace {
        column.index.map { table.place(row, $0) } ?? place
    }

    /// The cell as text.
    package func string(_ column: CSVColumn, required: Bool = false) -> Located<String>? {
        // A missing column has been reported once already.
        guard let index = column.index else { return nil }
        if let text = table.trimmedCell(row, index) { return text }
        if required {
            let place = table.place(row, index)
            reading(column).empty(at: place.position ?? SourcePosition(line: table.line(ofRow: row), column: 1), length: Int(place.length))
        }
        return nil
    }

    /// The cell as a whole number, digits only.
    ///
    /// - Parameter isPersonal: whether a wrong value may tell something of a person, such as a whole date of birth: no report
    ///   repeats it.
    package func integer(
        _ column: CSVColumn, in range: ClosedRange<Int>? = nil, required: Bool = false, isPersonal: Bool = false
    ) -> Located<Int>? {
        var reading = reading(column)
        reading.isPersonal = isPersonal
        return string(column, required: required).flatMap { reading.integer($0, in: range) }
    }

    /// `true` or `yes`, `false` or `no`, in any case.
    package func boolean(_ column: CSVColumn, required: Bool = false) -> Located<Bool>? {
        string(column, required: required).flatMap { reading(column).boolean($0) }
    }

    /// The cell as a day, `2021-07-09` or `09/7/2021`.
    package func date(_ column: CSVColumn, required: Bool = false) -> Located<CalendarDay>? {
        string(column, required: required).flatMap { reading(column).date($0) }
    }

    /// Letters without diacritics, digits, `-`, `_` and `.`; at most 100.
    package func identifier(_ column: CSVColumn, required: Bool = false) -> Located<String>? {
        string(column, required: required).flatMap { reading(column).identifier($0) }
    }

    /// One of the given values by its name; any other name is reported, with the nearest known one.
    package func choice<Value>(_ column: CSVColumn, of choices: [(name: String, value: Value)], required: Bool = false) -> Located<Value>? {
        string(column, required: required).flatMap { reading(column).choice($0, of: choices) }
    }

    /// The parts of a cell such as `minutes|report|list`, empty ones left out.
    package func list(_ column: CSVColumn, separator: Character = "|", required: Bool = false) -> [Located<String>] {
        guard let index = column.index else { return [] }
        precondition(separator.isASCII, "a separator is one byte")
        let parts = table.parts(row, index, separator: separator.asciiValue ?? 0x7C)
        if parts.isEmpty, required { _ = string(column, required: true) }
        return parts
    }

    private func reading(_ column: CSVColumn) -> ValueReading {
        ValueReading(holder: .column(column.name), path: table.path, collector: collector)
    }
}
