import Foundation

/// What is written in programmes, the vocabulary, `site.yaml` and the board's own pages.
extension StepKind {
    static let rules: [StepKind] = [
        StepKind("programme.number", "a number that a rule asks for is another", weight: 4) { editor in
            let (index, number) = (editor.random.number(below: 1000), editor.random.pick([0, 1, 2, 5, 10, 50, 100, 1000])!)
            return try editor.edit(editor.pick(in: "content/programmes/", ".yaml")) { text in
                changeLine(text, index) { line in
                    for key in ["maximum: ", "minimum: ", "at_most: ", "at_least: "] where line.contains(key) {
                        guard let start = line.range(of: key)?.upperBound, line[start...].first?.isNumber == true else { continue }
                        return String(line[..<start]) + "\(number)" + String(line[start...].drop(while: \.isNumber))
                    }
                    return nil
                }
            }.map { "\($0) \(number)" }
        },
        StepKind("programme.text", "a rule's words or clause are others", weight: 3) { editor in
            let (index, number) = (editor.random.number(below: 1000), editor.newNumber())
            let key = editor.random.pick(["text: \"", "cite: \"", "title: \"", "name: \""])!
            return try editor.edit(editor.pick(in: "content/programmes/", ".yaml")) { text in
                changeLine(text, index) { $0.contains(key) ? $0.replacing(key, with: key + "Sửa \(number): ") : nil }
            }.map { "\($0) \(key)" }
        },
        StepKind("programme.severity", "a rule becomes a notice, or an error", weight: 2) { editor in
            let index = editor.random.number(below: 1000)
            return try editor.edit(editor.pick(in: "content/programmes/", ".yaml")) { text in
                changeLine(text, index) { line in
                    if line.contains("severity: error") { return line.replacing("severity: error", with: "severity: notice") }
                    return line.contains("severity: notice") ? line.replacing("severity: notice", with: "severity: error") : nil
                }
            }
        },
        StepKind("programme.days", "a programme is valid from or until another day, or a deadline is", weight: 3) { editor in
            let (index, day) = (editor.random.number(below: 1000), editor.random.pick(edges)!)
            let key = editor.random.pick(["from: 20", "to: 20", "before: 20", "date: 20"])!
            return try editor.edit(editor.pick(in: "content/programmes/", ".yaml")) { text in
                changeLine(text, index) { line in
                    guard let start = line.range(of: key)?.lowerBound else { return nil }
                    return String(line[..<start]) + String(key.dropLast(2)) + day + String(line[start...].dropFirst(key.count + 8))
                }
            }.map { "\($0) \(key) \(day)" }
        },
        StepKind("programme.rule-gone", "a programme loses its last lines") { editor in
            let count = 1 + editor.random.number(below: 12)
            return try editor.edit(editor.pick(in: "content/programmes/", ".yaml")) { text in
                text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(count).joined(separator: "\n") + "\n"
            }.map { "\($0) \(count)" }
        },
        StepKind("programme.copied", "a programme is copied, under another id or the same", weight: 2) { editor in
            guard let path = editor.pick(in: "content/programmes/", ".yaml"), let text = editor.board.text(path) else { return nil }
            let id = "ban-sao-\(editor.newNumber())"
            let isOther = editor.random.chance(percent: 70)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                isOther && line.hasPrefix("id: ") ? "id: \(id)" : String(line)
            }
            try editor.save("content/programmes/\(id).yaml", lines.joined(separator: "\n"))
            return "\(path) → \(id)\(isOther ? "" : ", with the same id")"
        },
        StepKind("programme.gone", "a programme is removed, or gets another file name") { editor in
            guard let path = editor.pick(in: "content/programmes/", ".yaml") else { return nil }
            if editor.random.chance(percent: 50) {
                try editor.board.remove(path)
                return path
            }
            let new = "content/programmes/a-\(editor.newNumber()).yml"
            try editor.board.move(path, to: new)
            return "\(path) → \(new)"
        },
        StepKind("programme.broken", "a programme can't be read") { editor in
            try editor.edit(editor.pick(in: "content/programmes/", ".yaml")) { $0 + "rules: [{id: \"mở\n" }
        },
        StepKind("vocabulary.name", "a code is called something else", weight: 4) { editor in
            let (index, number) = (editor.random.number(below: 1000), editor.newNumber())
            return try editor.edit("content/vocabulary.yaml") { text in
                changeLine(text, index) { $0.contains("name: \"") ? $0.replacing("name: \"", with: "name: \"Tên \(number) ") : nil }
            }
        },
        StepKind("vocabulary.slug", "a field has another address") { editor in
            let number = editor.newNumber()
            return try editor.edit("content/vocabulary.yaml") { text in
                changeLine(text, number) { line in
                    line.contains("slug: ") ? line.replacing("slug: ", with: "slug: moi-\(number)-", maxReplacements: 1) : nil
                }
            }
        },
        StepKind("vocabulary.gone", "a code is taken out") { editor in
            let index = editor.random.number(below: 1000)
            return try editor.edit("content/vocabulary.yaml") { text in
                changeLine(text, index) { $0.contains("- {id: ") ? "" : nil }
            }
        },
    ]

    static let site: [StepKind] = [
        StepKind("site.words", "the site is called something else", weight: 3) { editor in
            let (index, number) = (editor.random.number(below: 1000), editor.newNumber())
            return try editor.edit("content/site.yaml") { text in
                changeLine(text, index) { line in
                    ["title: \"", "tagline: \"", "description: \"", "name: \"", "address: \""].first { line.contains($0) }
                        .map { line.replacing($0, with: $0 + "Sửa \(number) ") }
                }
            }
        },
        StepKind("site.base", "the site moves to another address", weight: 2) { editor in
            let base = editor.random.pick(
                ["https://bangvang.example.vn/", "https://tinh.example.vn/bang-vang/", "http://localhost:8080/", "không phải địa chỉ"])!
            return try editor.edit("content/site.yaml") { text in
                changeLine(text, 0) { $0.hasPrefix("base_url: ") ? "base_url: \"\(base)\"" : nil }
            }.map { "\($0) \(base)" }
        },
        StepKind("site.flags", "a sample becomes a site, lists get other lengths, consent is asked for or not", weight: 3) { editor in
            let (from, to) = editor.random.pick(
                [
                    ("sample: true", "sample: false"), ("sample: false", "sample: true"), ("page_size: 50", "page_size: 5"),
                    ("page_size: 5\n", "page_size: 50\n"), ("consent: required", "consent: recommended"),
                    ("consent: recommended", "consent: required"),
                ])!
            return try editor.edit("content/site.yaml") { $0.replacing(from, with: to) }.map { "\($0) \(from) → \(to)" }
        },
        StepKind("site.broken", "site.yaml has a key that nobody reads, or is gone") { editor in
            if editor.random.chance(percent: 50) { return try editor.edit("content/site.yaml") { $0 + "khoa_la: 1\n" } }
            guard editor.board.files["content/site.yaml"] != nil else { return nil }
            try editor.board.remove("content/site.yaml")
            return "gone"
        },
        StepKind("page.text", "one of the board's own pages changes", weight: 3) { editor in
            let number = editor.newNumber()
            return try editor.edit(editor.pick(in: "content/pages/", ".md")) { $0 + "\n## Mục \(number)\n\nChữ mới.\n" }
        },
        StepKind("page.made", "the board gets another page of its own, or loses it", weight: 2) { editor in
            let slug = editor.random.pick(["lien-he", "huong-dan", "nam"])!
            let path = "content/pages/\(slug).md"
            if editor.board.files[path] != nil {
                try editor.board.remove(path)
                return "– \(path)"
            }
            try editor.save(path, "---\ntitle: \"Trang \(slug)\"\nslug: \(slug)\n---\n\nXin chào. Xem [danh sách](/vinh-danh/).\n")
            return "+ \(path)"
        },
    ]

    /// Changes the first line, from one on and around, that a change applies to.
    private static func changeLine(_ text: String, _ start: Int, _ change: (String) -> String?) -> String? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for offset in lines.indices {
            let index = (start + offset) % lines.count
            guard let new = change(lines[index]) else { continue }
            lines[index] = new
            return lines.joined(separator: "\n")
        }
        return nil
    }
}
