import Foundation
import TestSupport

/// One change that a case makes to its plan's board; `README.md` describes the blocks that these are read from.
enum Edit: Sendable {
    case file(String, String)
    case replace(String, old: String, new: String)
    case replaceAll(String, old: String, new: String)
    case remove(String)
    /// The one row of a register that holds these cells gets others in some columns.
    case set(String, row: [String], values: [(column: String, value: String)])
    /// The one row of a register that holds these cells is left out.
    case drop(String, row: [String])
    /// Rows behind a register's last one.
    case add(String, String)
    /// So many of what has this word in its ids: entries and all rows that name it. The further words become
    /// others in each copy too.
    case copies(String, count: Int, words: [String])

    /// Nil where the block is no edit.
    init?(_ block: CaseFile.Block) throws {
        switch block.word {
        case "file": self = .file(block.argument, try Self.expanded(block.text))
        case "replace":
            let (old, new) = try block.replacement()
            self = .replace(block.argument, old: old, new: try Self.expanded(new))
        case "replace-all":
            let (old, new) = try block.replacement()
            self = .replaceAll(block.argument, old: old, new: new)
        case "remove": self = .remove(block.argument)
        case "set":
            let (row, values) = try block.replacement()
            self = .set(block.argument, row: Self.cells(row), values: try values.components(separatedBy: "\n").map(Self.assignment))
        case "drop": self = .drop(block.argument, row: Self.cells(block.lines.joined()))
        case "add": self = .add(block.argument, block.text)
        case "copies":
            let parts = block.argument.split(separator: " ").map(String.init)
            guard parts.count == 2, let count = Int(parts[1]) else { throw SiteFixture.Mistake(words: "copies WORD COUNT") }
            self = .copies(parts[0], count: count, words: block.lines)
        default: return nil
        }
    }

    private static func cells(_ text: String) -> [String] { text.components(separatedBy: ", ") }

    private static func assignment(_ line: String) throws -> (column: String, value: String) {
        guard let colon = line.firstIndex(of: ":") else { throw SiteFixture.Mistake(words: "“\(line)” is no column with a value") }
        return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }

    /// `‹1.500 chữ›` stands for so many words.
    private static func expanded(_ text: String) throws -> String {
        var parts = text.components(separatedBy: "‹")
        for index in parts.indices.dropFirst() {
            guard let end = parts[index].range(of: " chữ›"),
                let count = Int(parts[index][..<end.lowerBound].replacingOccurrences(of: ".", with: ""))
            else { throw SiteFixture.Mistake(words: "“‹\(parts[index].prefix(20))” is no number of words") }
            parts[index].replaceSubrange(..<end.upperBound, with: Array(repeating: "chữ", count: count).joined(separator: " "))
        }
        return parts.joined()
    }

    func apply(to board: inout BoardFiles) throws {
        switch self {
        case .file(let path, let text): board.write(path, text)
        case .replace(let path, let old, let new): board.write(path, try board.text(path).replacingOnly(old, with: new, in: path))
        case .replaceAll(let path, let old, let new):
            let text = try board.text(path)
            guard text.contains(old) else { throw SiteFixture.Mistake(words: "“\(old)” does not stand in \(path)") }
            board.write(path, text.replacingOccurrences(of: old, with: new))
        case .remove(let path): try board.remove(path)
        case .set(let path, let row, let values):
            try Self.edit(row, of: path, in: &board) { cells, header in
                for (column, value) in values {
                    guard let index = header.firstIndex(of: column) else { throw SiteFixture.Mistake(words: "\(path) has no \(column)") }
                    cells?[index] = value
                }
            }
        case .drop(let path, let row): try Self.edit(row, of: path, in: &board) { cells, _ in cells = nil }
        case .add(let path, let rows): board.write(path, try board.text(path) + rows)
        case .copies(let id, let count, let words):
            for number in 2...count { try Self.copy(id, words, number, in: &board) }
        }
    }

    /// Changes the one row that holds all of these cells. The boards' registers quote no cell.
    private static func edit(
        _ wanted: [String], of path: String, in board: inout BoardFiles, _ change: (inout [String]?, _ header: [String]) throws -> Void
    ) throws {
        var rows: [[String]?] = try board.text(path).split(separator: "\n").map { $0.components(separatedBy: ",") }
        let found = rows.indices.dropFirst().filter { index in wanted.allSatisfy { rows[index]?.contains($0) == true } }
        guard found.count == 1 else { throw SiteFixture.Mistake(words: "\(found.count) rows of \(path) hold \(wanted)") }
        try change(&rows[found[0]], rows[0] ?? [])
        board.write(path, rows.compactMap { $0.map { $0.joined(separator: ",") + "\n" } }.joined())
    }

    /// The id of the entry that an entry was copied from; nil where this edit did not make it.
    func original(of entry: String) -> String? {
        guard case .copies(let id, let count, _) = self else { return nil }
        let copies = (2...count).map { Self.name(id, $0) }
        return copies.first(where: entry.contains).map { entry.replacingOccurrences(of: $0, with: id) }
    }

    private static func name(_ id: String, _ number: Int) -> String { "\(id)-thu-\(number)" }

    private static func copy(_ id: String, _ words: [String], _ number: Int, in board: inout BoardFiles) throws {
        func renamed(_ text: String) -> String {
            words.reduce(text.replacingOccurrences(of: id, with: name(id, number))) { text, word in
                text.replacingOccurrences(of: word, with: "\(word) \(number)")
            }
        }
        func isOriginal(_ text: some StringProtocol) -> Bool { text.contains(id) && !text.contains("\(id)-thu-") }
        for path in board.paths {
            if path.hasPrefix("content/entries/"), isOriginal(path) {
                board.write(renamed(path), renamed(try board.text(path)))
            } else if path.hasPrefix("content/registers/") {
                let rows = try board.text(path).split(separator: "\n").filter(isOriginal)
                board.write(path, try board.text(path) + rows.map { renamed(String($0)) + "\n" }.joined())
            }
        }
    }
}
