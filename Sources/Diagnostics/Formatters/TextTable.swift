/// A table in plain text, its columns as wide as terminals show them.
package struct TextTable {
    /// One column: its title, and on which side its cells stand.
    package struct Column: Sendable {
        package enum Side: Sendable { case left, right }

        package var title: String
        package var side: Side

        package init(_ title: String, _ side: Side = .left) {
            self.title = title
            self.side = side
        }
    }

    private let columns: [Column]
    private let rows: [[String]]
    /// The column whose cells are broken into lines where the table would be too wide.
    private let flexible: Int

    /// The narrowest that the flexible column becomes; a table that needs more room than that is left wide.
    private static let narrowest = 10
    private static let gap = "  "

    /// - Parameters:
    ///   - columns: at least one.
    ///   - rows: a cell for each column in every row.
    ///   - flexible: the index of the column that gives way where room is scarce.
    package init(_ columns: [Column], rows: [[String]], flexible: Int = 0) {
        precondition(columns.indices.contains(flexible) && rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
        self.columns = columns
        self.rows = rows
        self.flexible = flexible
    }

    /// The titles and the rows as lines of at most `width` columns of a terminal, without spaces at their ends.
    package func lines(width: Int) -> [String] {
        let cells = [columns.map(\.title)] + rows
        var widths = columns.indices.map { column in cells.map { Self.width($0[column]) }.max() ?? 0 }
        let others = widths.reduce(0, +) - widths[flexible] + Self.gap.count * (columns.count - 1)
        widths[flexible] = min(widths[flexible], max(Self.narrowest, width - others))
        return cells.flatMap { lines(of: $0, widths) }
    }

    private func lines(of row: [String], _ widths: [Int]) -> [String] {
        let broken = Self.broken(row[flexible], at: widths[flexible])
        return broken.indices.map { index in
            let cells = columns.indices.map { column in
                let text = column == flexible ? broken[index] : index == 0 ? row[column] : ""
                return Self.padded(text, to: widths[column], columns[column].side)
            }
            let line = cells.joined(separator: Self.gap)
            return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
        }
    }

    private static func width(_ text: String) -> Int { DisplayWidth.of(text.unicodeScalars) }

    private static func padded(_ text: String, to width: Int, _ side: Column.Side) -> String {
        let blank = String(repeating: " ", count: max(0, width - Self.width(text)))
        return side == .left ? text + blank : blank + text
    }

    /// The text in lines of at most that width: between words, or within one that is too long by itself.
    private static func broken(_ text: String, at width: Int) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ").map(String.init) {
            let joined = lines[lines.count - 1].isEmpty ? word : lines[lines.count - 1] + " " + word
            if Self.width(joined) <= width {
                lines[lines.count - 1] = joined
                continue
            }
            if !lines[lines.count - 1].isEmpty { lines.append("") }
            for letter in word {
                if !lines[lines.count - 1].isEmpty, Self.width(lines[lines.count - 1] + String(letter)) > width { lines.append("") }
                lines[lines.count - 1].append(letter)
            }
        }
        return lines
    }
}
