/// What is written in registers.
extension StepKind {
    static let registers: [StepKind] = [
        StepKind("register.cells", "two rows exchange what they have in one column", weight: 8) { editor in
            try exchangeCells(&editor, editor.pick(in: "content/registers/", ".csv"))
        },
        StepKind("register.word", "a cell's text is another", weight: 5) { editor in
            let names = ["name", "reason", "authority", "decision_no", "model_title", "position_text", "evidence", "note", "scale", "lead"]
            let number = editor.newNumber()
            var random = editor.random
            defer { editor.random = random }
            return try editor.editTable(random.pick(editor.board.paths(in: "content/registers/", ".csv"))) { rows in
                let columns = rows[0].indices.filter { names.contains(rows[0][$0]) }
                guard let column = random.pick(columns) else { return nil }
                let row = 1 + random.number(below: rows.count - 1)
                guard rows[row].indices.contains(column) else { return nil }
                rows[row][column] += " (\(number))"
                return "row \(row) \(rows[0][column])"
            }
        },
        StepKind("register.status", "a decision is revoked, looked into again, or valid", weight: 4) { editor in
            let path = editor.random.pick(["content/registers/awards.csv", "content/registers/recognitions.csv"])
            let status = editor.random.pick(["valid", "revoked", "under_review", "khác"])!
            return try setCell(&editor, path, "status", status)
        },
        StepKind("register.day", "a decision is of another day, or public from one", weight: 3) { editor in
            let path = editor.random.pick(["content/registers/awards.csv", "content/registers/recognitions.csv"])
            let (column, day) = (editor.random.pick(["decision_date", "public_from", "revoked_on"])!, editor.random.pick(edges)!)
            return try setCell(&editor, path, column, day)
        },
        StepKind("register.subject", "a subject's row ends, begins, or is of another kind", weight: 2) { editor in
            let (column, value) = editor.random.pick(
                [("from", "2026-01-01"), ("to", "2026-10-31"), ("kind", "household"), ("birth_year", "1970"), ("sort_name", "An")])!
            return try setCell(&editor, "content/registers/subjects.csv", column, value)
        },
        StepKind("register.rating", "a rating is another", weight: 2) { editor in
            let grade = editor.random.pick(["excellent", "good", "fair", "poor"])!
            return try setCell(&editor, "content/registers/ratings.csv", "rating", grade)
        },
        StepKind("register.score", "points of a sheet are others", weight: 2) { editor in
            let points = editor.random.pick(["0", "1", "2,5", "10", "99"])!
            return try setCell(&editor, "content/registers/scores.csv", "points", points)
        },
        StepKind("register.added", "a row is added once more, as it is or with another id", weight: 3) { editor in
            let number = editor.newNumber()
            var random = editor.random
            defer { editor.random = random }
            return try editor.editTable(random.pick(editor.board.paths(in: "content/registers/", ".csv"))) { rows in
                var row = rows[1 + random.number(below: rows.count - 1)]
                if random.chance(percent: 70) { row[0] += "-\(number)" }
                rows.insert(row, at: 1 + random.number(below: rows.count))
                return "+ \(row[0])"
            }
        },
        StepKind("register.removed", "a row is removed", weight: 3) { editor in
            var random = editor.random
            defer { editor.random = random }
            return try editor.editTable(random.pick(editor.board.paths(in: "content/registers/", ".csv"))) { rows in
                let row = rows.remove(at: 1 + random.number(below: rows.count - 1))
                return "– \(row[0])"
            }
        },
        StepKind("register.order", "rows come in another order", weight: 3) { editor in
            var random = editor.random
            defer { editor.random = random }
            return try editor.editTable(random.pick(editor.board.paths(in: "content/registers/", ".csv"))) { rows in
                rows = [rows[0]] + random.shuffled(Array(rows.dropFirst()))
                return "shuffled"
            }
        },
        StepKind("register.columns", "columns come in another order") { editor in
            try editor.editTable(editor.pick(in: "content/registers/", ".csv")) { rows in
                rows = rows.map { $0.reversed() }
                return "reversed"
            }
        },
        StepKind("register.habits", "a register is saved by another program: semicolons, CRLF, a byte order mark", weight: 2) { editor in
            try editor.edit(editor.pick(in: "content/registers/", ".csv")) {
                "\u{FEFF}" + CSVRows.text(CSVRows.parse($0), separator: ";", lineEnd: "\r\n")
            }
        },
        StepKind("register.gone", "a register is removed") { editor in
            guard let path = editor.pick(in: "content/registers/", ".csv") else { return nil }
            try editor.board.remove(path)
            return path
        },
        StepKind("register.misnamed", "a register gets a name that nobody reads") { editor in
            guard let path = editor.pick(in: "content/registers/", ".csv") else { return nil }
            let new = path.dropLast(4) + "-\(editor.newNumber()).csv"
            try editor.board.move(path, to: String(new))
            return "\(path) → \(new)"
        },
        StepKind("register.error", "a register has a cell too many, or a quote that nobody closes", weight: 2) { editor in
            let end = editor.random.pick(["a,b\n", "\"mở mà không đóng\n", ",,,,,,,,,,,,,,,,,,,,,,,,,,\n"])!
            return try editor.edit(editor.pick(in: "content/registers/", ".csv")) { $0 + end }
        },
        StepKind("register.holds", "somebody is under discipline, from a day", weight: 2) { editor in
            guard let entry = editor.pickEntry(), let subject = editor.value("subject", in: entry), let day = editor.random.pick(edges)
            else { return nil }
            try editor.save("content/registers/holds.csv", "subject_id,kind,from,until\n\(subject),discipline,\(day),2026-12-31\n")
            return "\(subject) \(day)"
        },
    ]

    // MARK: Places

    static let places: [StepKind] = [
        StepKind("place.name", "a place is renamed", weight: 3) { editor in
            let name = "Mẫu Đổi \(editor.newNumber())"
            let column = editor.random.pick(["name", "full_name"])!
            return try setCell(&editor, "content/places.csv", column, name)
        },
        StepKind("place.days", "a place begins or ends on another day", weight: 2) { editor in
            let (column, day) = (editor.random.pick(["valid_from", "valid_to"])!, editor.random.pick(edges + [""])!)
            return try setCell(&editor, "content/places.csv", column, day)
        },
        StepKind("place.cells", "two places exchange what they have in one column", weight: 2) { editor in
            try exchangeCells(&editor, "content/places.csv")
        },
        StepKind("place.reform", "a place becomes another by another step, or on another day", weight: 3) { editor in
            if editor.random.chance(percent: 50) { return try exchangeCells(&editor, "content/place_links.csv") }
            let relation = editor.random.pick(["merged_into", "split_into", "renamed_to"])!
            return try setCell(&editor, "content/place_links.csv", "relation", relation)
        },
        StepKind("place.unlinked", "a step of a reform is taken out", weight: 2) { editor in
            var random = editor.random
            defer { editor.random = random }
            return try editor.editTable("content/place_links.csv") { rows in
                rows.remove(at: 1 + random.number(below: rows.count - 1)).joined(separator: ",")
            }
        },
        StepKind("place.gone", "a place, or all links between places, are removed") { editor in
            guard editor.random.chance(percent: 50) else {
                guard editor.board.files["content/place_links.csv"] != nil else { return nil }
                try editor.board.remove("content/place_links.csv")
                return "place_links.csv"
            }
            var random = editor.random
            defer { editor.random = random }
            return try editor.editTable("content/places.csv") { rows in rows.remove(at: 1 + random.number(below: rows.count - 1))[0] }
        },
    ]

    // MARK: Cells

    private static func setCell(
        _ editor: inout BoardEditor, _ path: String?, _ column: String, _ value: String
    ) throws -> String? {
        var random = editor.random
        defer { editor.random = random }
        return try editor.editTable(path) { rows in
            guard let column = rows[0].firstIndex(of: column) else { return nil }
            let row = 1 + random.number(below: rows.count - 1)
            guard rows[row].indices.contains(column) else { return nil }
            rows[row][column] = value
            return "row \(row) \(rows[0][column]) = \(value)"
        }
    }

    private static func exchangeCells(_ editor: inout BoardEditor, _ path: String?) throws -> String? {
        var random = editor.random
        defer { editor.random = random }
        return try editor.editTable(path) { rows in
            let column = random.number(below: rows[0].count)
            let (one, other) = (1 + random.number(below: rows.count - 1), 1 + random.number(below: rows.count - 1))
            guard rows[one].indices.contains(column), rows[other].indices.contains(column) else { return nil }
            (rows[one][column], rows[other][column]) = (rows[other][column], rows[one][column])
            return "\(rows[0][column]) of rows \(one) and \(other)"
        }
    }
}
