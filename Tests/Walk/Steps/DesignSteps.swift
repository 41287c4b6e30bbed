import Foundation

/// What happens to templates, styles and scripts.
extension StepKind {
    static let design: [StepKind] = [
        StepKind("template.edited", "a template says something more", weight: 5) { editor in
            let number = editor.newNumber()
            return try editor.edit(editor.pick(in: "site-templates/", ".mustache")) { text in
                text.contains("{{$content}}\n") ? text.replacing("{{$content}}\n", with: "{{$content}}\n<p>Thêm \(number)</p>\n") : nil
            }
        },
        StepKind("template.part", "a part that many pages show changes", weight: 4) { editor in
            let number = editor.newNumber()
            return try editor.edit(editor.pick(in: "site-templates/partials/", ".mustache")) { text in
                guard let start = text.range(of: " class=\"")?.upperBound else { return nil }
                return String(text[..<start]) + "moi-\(number) " + String(text[start...])
            }
        },
        StepKind("template.remark", "a template gets a remark that no page shows", weight: 2) { editor in
            try editor.edit(editor.pick(in: "site-templates/", ".mustache")) { "{{! ghi chú }}" + $0 }
        },
        StepKind("template.error", "a template names what isn't there, or doesn't end", weight: 2) { editor in
            let end = editor.random.pick(["{{khong_co}}", "{{#site}}", "{{>partials/khong-co}}", "<a href={{site.title}}>"])!
            return try editor.edit(editor.pick(in: "site-templates/", ".mustache")) { $0 + end }.map { "\($0) \(end)" }
        },
        StepKind("template.made", "a template comes that no page uses") { editor in
            let path = "site-templates/partials/moi-\(editor.newNumber()).mustache"
            try editor.save(path, "<p>Chưa dùng.</p>\n")
            return path
        },
        StepKind("template.gone", "a template is removed") { editor in
            guard let path = editor.pick(in: "site-templates/", ".mustache") else { return nil }
            try editor.board.remove(path)
            return path
        },
        StepKind("template.link", "a template leads to where nothing is, or to a page") { editor in
            let route = editor.random.pick(["khong-co/", "thong-ke/"])!
            return try editor.edit("site-templates/layouts/base.mustache") {
                $0.replacing("</footer>", with: "<a href=\"{{site.home_url}}\(route)\">Thêm</a></footer>", maxReplacements: 1)
            }.map { "\($0) \(route)" }
        },
        StepKind("style.edited", "a style sheet changes", weight: 5) { editor in
            let number = editor.newNumber()
            return try editor.edit(editor.pick(in: "site-templates/assets/", ".css")) { $0 + "\n.moi-\(number) { color: #123456; }\n" }
        },
        StepKind("style.remark", "a style sheet gets a remark that nobody is sent") { editor in
            try editor.edit(editor.pick(in: "site-templates/assets/", ".css")) { $0 + "\n/* ghi chú */\n" }
        },
        StepKind("script.edited", "a script changes", weight: 2) { editor in
            let number = editor.newNumber()
            return try editor.edit(editor.pick(in: "site-templates/assets/", ".js")) { $0 + "\n// \(number)\n" }
        },
        StepKind("asset.made", "a file of the design comes, changes or goes", weight: 2) { editor in
            let path = "site-templates/assets/moi.svg"
            if editor.board.files[path] != nil, editor.random.chance(percent: 50) {
                try editor.board.remove(path)
                return "– \(path)"
            }
            try editor.save(path, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(editor.newNumber())\"/>")
            return "+ \(path)"
        },
        StepKind("asset.gone", "a file of the design is renamed, which others name") { editor in
            guard let path = editor.pick(in: "site-templates/assets/") else { return nil }
            let new = path.replacing("assets/", with: "assets/x\(editor.newNumber())-")
            try editor.board.move(path, to: new)
            return "\(path) → \(new)"
        },
    ]
}
