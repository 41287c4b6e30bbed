/// Days around which something of the sample board begins or ends.
let edges = ["2021-07-09", "2024-11-21", "2025-06-30", "2025-07-01", "2026-07-10", "2026-10-31", "2026-11-01", "2026-11-02", "2027-01-01"]

private let fields = ["economy", "culture_society", "defence_security", "party_political_system", "new_rural"]

/// What is written in an entry.
extension StepKind {
    static let entries: [StepKind] = [
        StepKind("entry.body", "a sentence is added to a story", weight: 8) { editor in
            let number = editor.newNumber()
            return try editor.edit(editor.pickEntry()) { $0 + "\nLần sửa thứ \(number).\n" }
        },
        StepKind("entry.word", "a word of a story is another", weight: 4) { editor in
            try editor.edit(editor.pickEntry()) { $0.replacing("người", with: "bà con", maxReplacements: 1) }
        },
        StepKind("entry.title", "an entry's title is another", weight: 5) { editor in
            let number = editor.newNumber()
            return try editor.set("title", to: "\"Tiêu đề mới \(number)\"", in: editor.pickEntry())
        },
        StepKind("entry.summary", "an entry's summary is another", weight: 4) { editor in
            let number = editor.newNumber()
            return try editor.set("summary", to: "\"Tóm tắt mới \(number), ngắn hơn trước.\"", in: editor.pickEntry())
        },
        StepKind("entry.field", "an entry moves to another field", weight: 3) { editor in
            let field = editor.random.pick(fields)
            return try editor.set("field", to: field, in: editor.pickEntry())
        },
        StepKind("entry.draft", "an entry becomes a draft", weight: 3) { editor in
            try editor.editPublish(editor.pickEntry()) { $0.replacing("status: ready", with: "status: draft") }
        },
        StepKind("entry.ready", "a draft or withdrawn entry becomes ready", weight: 4) { editor in
            let board = editor.board
            let path = editor.random.pick(editor.entryPaths.filter { board.text($0)?.contains("status: ready") == false })
            return try editor.editPublish(path) {
                $0.replacing("status: draft", with: "status: ready").replacing("status: withdrawn", with: "status: ready")
            }
        },
        StepKind("entry.withdrawn", "an entry is withdrawn", weight: 3) { editor in
            try editor.editPublish(editor.pickEntry()) { $0.replacing("status: ready", with: "status: withdrawn") }
        },
        StepKind("entry.from", "an entry waits for a day, or no longer", weight: 3) { editor in
            guard let day = editor.random.pick(edges) else { return nil }
            let done = try editor.editPublish(editor.pickEntry()) { line in
                let pieces = line.split(separator: ", from: ", maxSplits: 1).map(String.init)
                if pieces.count == 2 { return pieces[0] + pieces[1].drop { $0 != "," && $0 != "}" } }
                return line.replacing("publish: {status: ready", with: "publish: {status: ready, from: \(day)")
            }
            return done.map { "\($0) \(day)" }
        },
        StepKind("entry.consent", "a consent is taken back on a day") { editor in
            guard let day = editor.random.pick(edges) else { return nil }
            let done = try editor.editPublish(editor.pickEntry()) {
                $0.contains("withdrawn_on") ? nil : $0.replacing("consent: {", with: "consent: {withdrawn_on: \(day), ")
            }
            return done.map { "\($0) \(day)" }
        },
        StepKind("entry.correction", "a correction is added", weight: 2) { editor in
            let number = editor.newNumber()
            guard let day = editor.random.pick(edges) else { return nil }
            return try editor.set("corrections", to: "[{on: \(day), text: \"Số hộ là \(number).\"}]", in: editor.pickEntry())
        },
        StepKind("entry.alias", "an old address is added: its own, another's, one that can't be", weight: 3) { editor in
            let number = editor.newNumber()
            let aliases = ["[tin/\(number).html]", "[tin/cu.html, tin/\(number)/]", "[nam/2024/]", "[../ra-ngoai/]"]
            return try editor.set("aliases", to: editor.random.pick(aliases), in: editor.pickEntry())
        },
        StepKind("entry.year", "an entry's year is another than its folder's and its decision's") { editor in
            let year = 2020 + editor.random.number(below: 8)
            return try editor.set("year", to: "\(year)", in: editor.pickEntry())
        },
        StepKind("entry.place", "an entry names another's place") { editor in
            guard let other = editor.pickEntry() else { return nil }
            return try editor.set("place", to: editor.value("place", in: other), in: editor.pickEntry())
        },
        StepKind("entry.subject", "an entry names another's subject") { editor in
            guard let other = editor.pickEntry() else { return nil }
            return try editor.set("subject", to: editor.value("subject", in: other), in: editor.pickEntry())
        },
        StepKind("entry.link", "a story leads to another", weight: 4) { editor in
            guard let other = editor.pickEntry() else { return nil }
            let (name, number) = (BoardEditor.name(of: other), editor.newNumber())
            let target = "/vinh-danh/\(other.split(separator: "/")[2])/\(name)/"
            let done = try editor.edit(editor.pickEntry()) { $0 + "\nXem [bài \(number)](\(target)).\n" }
            return done.map { "\($0) → \(target)" }
        },
        StepKind("entry.picture", "a story shows a photo of its folder, or one that isn't there", weight: 2) { editor in
            let name = editor.random.pick(["hoat-dong-1.jpg", "hoat-dong-2.jpg", "khong-co.jpg"])!
            return try editor.edit(editor.pickEntry()) { $0 + "\n![Bà con cùng làm](\(name))\n" }.map { "\($0) \(name)" }
        },
        StepKind("entry.personal", "a story gives a telephone number away") { editor in
            try editor.edit(editor.pickEntry()) { $0 + "\nGọi số 0912 345 678 để hỏi.\n" }
        },
        StepKind("entry.broken", "an entry's front matter, or encoding, is broken", weight: 2) { editor in
            guard let path = editor.pickEntry(), let bytes = editor.board.files[path] else { return nil }
            switch editor.random.number(below: 4) {
            case 0: return try editor.set("title", to: "\"Ngoặc không đóng", in: path)
            case 1: return try editor.set("khoa_la", to: "1", in: path)
            case 2: try editor.save(path, bytes + [0xFF, 0xFE])
            default: try editor.save(path, [UInt8]())
            }
            return path
        },
    ]

    // MARK: Where entries lie

    static let entryFiles: [StepKind] = [
        StepKind("entry.deleted", "an entry is deleted", weight: 2) { editor in
            guard let path = editor.pickEntry() else { return nil }
            try editor.board.remove(path)
            return path
        },
        StepKind("entry.copied", "an entry is copied under a new id, of the same decision", weight: 2) { editor in
            guard let path = editor.pickEntry(), let text = editor.board.text(path) else { return nil }
            let id = "ban-sao-\(editor.newNumber())"
            let year = path.split(separator: "/")[2]
            let copy = BoardEditor.setting("photos", to: nil, in: text).flatMap { BoardEditor.setting("videos", to: nil, in: $0) } ?? text
            let new = "content/entries/\(year)/\(id).md"
            try editor.save(new, BoardEditor.setting("id", to: id, in: copy) ?? copy)
            return "\(path) → \(new)"
        },
        StepKind("entry.same-id", "an entry takes another's id") { editor in
            guard let other = editor.pickEntry() else { return nil }
            return try editor.set("id", to: BoardEditor.name(of: other), in: editor.pickEntry())
        },
        StepKind("entry.renamed", "an entry and its folder get another name, with or without the old address", weight: 3) { editor in
            guard let path = editor.pickEntry(), let folder = BoardEditor.folder(of: path) else { return nil }
            let year = path.split(separator: "/")[2]
            let (old, id) = (BoardEditor.name(of: path), "bai-moi-\(editor.newNumber())")
            for file in editor.board.paths(in: folder) {
                try editor.board.move(file, to: "content/entries/\(year)/\(id)/" + file.dropFirst(folder.count))
            }
            let new = "content/entries/\(year)/\(id)/index.md"
            _ = try editor.set("id", to: id, in: new)
            let keepsAddress = editor.random.chance(percent: 60)
            if keepsAddress { _ = try editor.set("aliases", to: "[vinh-danh/\(year)/\(old)/]", in: new) }
            return "\(path) → \(new)\(keepsAddress ? ", with its old address" : "")"
        },
        StepKind("entry.moved", "an entry's folder moves to another year", weight: 2) { editor in
            guard let path = editor.pickEntry(), let folder = BoardEditor.folder(of: path) else { return nil }
            let year = 2020 + editor.random.number(below: 8)
            let target = "content/entries/\(year)/\(BoardEditor.name(of: path))/"
            guard target != folder, editor.board.paths(in: target).isEmpty else { return nil }
            for file in editor.board.paths(in: folder) { try editor.board.move(file, to: target + file.dropFirst(folder.count)) }
            return "\(folder) → \(target)"
        },
        StepKind("entry.form", "an entry's file moves into a folder of its own, or out of it") { editor in
            guard let path = editor.pickEntry() else { return nil }
            let new = BoardEditor.folder(of: path).map { $0.dropLast() + ".md" } ?? path.dropLast(3) + "/index.md"
            guard editor.board.files[String(new)] == nil else { return nil }
            try editor.board.move(path, to: String(new))
            return "\(path) → \(new)"
        },
        StepKind("entry.stray", "a file comes that nothing reads") { editor in
            let path = "content/entries/2024/nhap-\(editor.newNumber()).docx"
            try editor.save(path, "chữ")
            return path
        },
        StepKind("year.away", "all entries of a year go, and come back when something is mended") { editor in
            guard let year = editor.random.pick(["2023", "2025", "2026"]) else { return nil }
            let paths = editor.board.paths(in: "content/entries/\(year)/", ".md")
            for path in paths { try editor.board.remove(path) }
            return paths.isEmpty ? nil : year
        },
    ]
}
