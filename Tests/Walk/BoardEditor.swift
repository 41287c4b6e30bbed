import Formats

/// Somebody who edits a board at random.
struct BoardEditor {
    let board: WalkBoard
    var random: SeededRandom
    /// How many things were made so far: makes words and names that are new.
    private var serial = 0

    init(_ board: WalkBoard, seed: UInt64) {
        self.board = board
        random = SeededRandom(seed: seed)
    }

    mutating func newNumber() -> Int {
        serial += 1
        return serial
    }

    // MARK: Files

    mutating func save(_ path: String, _ bytes: [UInt8]) throws {
        try board.write(path, bytes, random.pick(WalkBoard.Saving.allCases) ?? .inPlace)
    }

    mutating func save(_ path: String, _ text: String) throws { try save(path, Array(text.utf8)) }

    mutating func pick(in folder: String, _ ending: String = "") -> String? { random.pick(board.paths(in: folder, ending)) }

    /// Changes the text of one file; returns its path, nil where nothing came of it.
    mutating func edit(_ path: String?, _ change: (String) -> String?) throws -> String? {
        guard let path, let old = board.text(path), let new = change(old), new != old else { return nil }
        try save(path, new)
        return path
    }

    // MARK: Entries

    var entryPaths: [String] { board.paths(in: "content/entries/", ".md") }

    mutating func pickEntry() -> String? { random.pick(entryPaths) }

    /// Gives a key of an entry's front matter a value, or takes it out.
    mutating func set(_ key: String, to value: String?, in path: String?) throws -> String? {
        let done = try edit(path) { Self.setting(key, to: value, in: $0) }
        return done.map { "\($0) \(key): \(value ?? "–")" }
    }

    static func setting(_ key: String, to value: String?, in text: String) -> String? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return nil }
        let line = value.map { "\(key): \($0)" }
        if let known = lines[..<end].firstIndex(where: { $0.hasPrefix(key + ":") }) {
            lines.remove(at: known)
            if let line { lines.insert(line, at: known) }
        } else if let line {
            lines.insert(line, at: end)
        }
        return lines.joined(separator: "\n")
    }

    /// The value of a key, as it is written.
    func value(_ key: String, in path: String) -> String? {
        board.text(path)?.split(separator: "\n").first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
    }

    /// The folder of an entry that has one.
    static func folder(of path: String) -> String? { path.hasSuffix("/index.md") ? String(path.dropLast("index.md".count)) : nil }

    /// The name that an entry's file or folder has.
    static func name(of path: String) -> String {
        let parts = path.split(separator: "/")
        return path.hasSuffix("/index.md") ? String(parts[parts.count - 2]) : String(parts[parts.count - 1].dropLast(3))
    }

    /// Changes one value of an entry's `publish`, which stands on a line.
    mutating func editPublish(_ path: String?, _ change: (String) -> String?) throws -> String? {
        try edit(path) { text in
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("publish: {") }), let new = change(String(line))
            else { return nil }
            return text.replacing(String(line), with: new, maxReplacements: 1)
        }
    }

    // MARK: Tables

    /// Changes the rows of a table; the first has the names of columns.
    mutating func editTable(_ path: String?, _ change: (inout [[String]]) -> String?) throws -> String? {
        var words: String?
        let done = try edit(path) { text in
            var rows = CSVRows.parse(text)
            guard rows.count > 1 else { return nil }
            words = change(&rows)
            return words == nil ? nil : CSVRows.text(rows)
        }
        return done.flatMap { path in words.map { "\(path) \($0)" } }
    }
}

/// Just enough of RFC 4180 to change a table that people keep.
enum CSVRows {
    static func parse(_ text: String) -> [[String]] {
        var rows: [[String]] = [[""]]
        var isQuoted = false
        var letters = Array(text.unicodeScalars)[...]
        func add(_ letter: Unicode.Scalar) { rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(letter) }
        while let letter = letters.popFirst() {
            switch letter {
            case "\"" where isQuoted && letters.first == "\"":
                letters.removeFirst()
                add(letter)
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: rows[rows.count - 1].append("")
            case "\r" where !isQuoted: break
            case "\n" where !isQuoted: rows.append([""])
            default: add(letter)
            }
        }
        return rows.filter { $0 != [""] }
    }

    static func text(_ rows: [[String]], separator: String = ",", lineEnd: String = "\n") -> String {
        rows.map { row in
            row.map { cell in
                let isPlain = !cell.contains { $0 == "\"" || $0 == "\n" || $0 == "," || $0 == ";" }
                return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
            }.joined(separator: separator) + lineEnd
        }.joined()
    }
}
