import Diagnostics
import Registers

/// A register as a test writes it: rows of cells under a header, changed one cell at a time.
struct SampleTable: Sendable {
    var header: [String]
    var rows: [[String]]

    /// From lines of cells parted by `|`; the first line is the header.
    init(_ text: String) {
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                String(String(cell.drop { $0 == " " }.reversed()).drop { $0 == " " }.reversed())
            }
        }
        header = lines[0]
        rows = Array(lines.dropFirst())
        precondition(rows.allSatisfy { $0.count == header.count }, "a row of the sample has the wrong width")
    }

    /// The first row that holds all of these cells.
    func index(ofRow match: [String]) -> Int {
        guard let index = rows.firstIndex(where: { row in match.allSatisfy(row.contains) }) else {
            preconditionFailure("the sample has no row with \(match)")
        }
        return index
    }

    func index(ofColumn name: String) -> Int {
        guard let index = header.firstIndex(of: name) else { preconditionFailure("the sample has no column \(name)") }
        return index
    }

    /// As a spreadsheet saves it.
    var csv: String {
        ([header] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    }

    /// Line and column of a cell's text in `csv`, found without any parser.
    func position(row: Int, column: Int) -> SourcePosition {
        let before = rows[row][..<column].map(Self.quoted).reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        let quote = Self.quoted(rows[row][column]).hasPrefix("\"") ? 1 : 0
        return SourcePosition(line: row + 2, column: before + quote + 1)
    }

    private static func quoted(_ cell: String) -> String {
        cell.contains(where: { ",;\"\n".contains($0) }) ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }
}

/// A cell of a register: the first row that holds all of `match`, and a column of it.
struct Cell: Sendable {
    var register: RegisterName
    var match: [String]
    var column: String

    init(_ register: RegisterName, _ match: [String], _ column: String) {
        self.register = register
        self.match = match
        self.column = column
    }
}
