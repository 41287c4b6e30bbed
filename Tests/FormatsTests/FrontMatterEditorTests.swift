import Foundation
import Formats
import Testing

/// What is read leniently is written back leniently (of the kind of marmite#99).
@Suite struct FrontMatterEditorTests {
    /// A file, and the same with the value set; `nil` where that can't be done.
    struct Edit: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var before: String
        var after: String?

        init(_ name: String, _ before: String, _ after: String?) { (testDescription, self.before, self.after) = (name, before, after) }
    }

    private static let forms: [Edit] = [
        Edit("block", "---\ntitle: a\npublish:\n  status: ready\n---\nB\n", "---\ntitle: a\npublish:\n  status: withdrawn\n---\nB\n"),
        Edit("flow", "---\npublish: {status: ready}\n---\n", "---\npublish: {status: withdrawn}\n---\n"),
        Edit(
            "flow over lines", "---\npublish: {\n  status: ready,\n  from: 2024-01-01 }\n---\n",
            "---\npublish: {\n  status: withdrawn,\n  from: 2024-01-01 }\n---\n"),
        Edit("double quotes", "---\npublish: {\"status\": \"ready\"}\n---\n", "---\npublish: {\"status\": withdrawn}\n---\n"),
        Edit("quoted keys", "---\n'publish':\n   \"status\"  :   'ready'\n---\n", "---\n'publish':\n   \"status\"  :   withdrawn\n---\n"),
        Edit(
            "comments and tabs", "---\npublish:\t# khi nào đăng\n  status:\tready\t# xong\n---\n",
            "---\npublish:\t# khi nào đăng\n  status:\twithdrawn\t# xong\n---\n"),
        Edit(
            "no status in a block", "---\npublish:\n    # chưa\n    from: 2024-01-01\nid: a\n---\n",
            "---\npublish:\n    # chưa\n    status: withdrawn\n    from: 2024-01-01\nid: a\n---\n"),
        Edit(
            "no status in a flow", "---\npublish: {from: 2024-01-01}\n---\n", "---\npublish: {status: withdrawn, from: 2024-01-01}\n---\n"),
        Edit("an empty flow", "---\npublish: {}\n---\n", "---\npublish: {status: withdrawn}\n---\n"),
        Edit("an empty status", "---\npublish:\n  status:   # gì\n---\n", "---\npublish:\n  status: withdrawn   # gì\n---\n"),
        Edit("a null status", "---\npublish:\n  status: ~\n---\n", "---\npublish:\n  status: withdrawn\n---\n"),
        Edit("an empty publish", "---\npublish:\ntitle: a\n---\nB", "---\npublish:\n  status: withdrawn\ntitle: a\n---\nB"),
        Edit("a null publish", "---\npublish: null\n---\n", "---\npublish: {status: withdrawn}\n---\n"),
        Edit("a word for publish", "---\npublish: ready\n---\n", "---\npublish: {status: withdrawn}\n---\n"),
        Edit("no publish", "---\ntitle: a\n---\nB", "---\ntitle: a\npublish:\n  status: withdrawn\n---\nB"),
        Edit(
            "no publish behind a text block", "---\ns: |\n  một\n  hai\n---\n",
            "---\ns: |\n  một\n  hai\npublish:\n  status: withdrawn\n---\n"),
        Edit("nothing at all", "---\n---\nB\n", "---\npublish:\n  status: withdrawn\n---\nB\n"),
        Edit("one flow for all", "---\n{title: a}\n---\n", "---\n{publish: {status: withdrawn}, title: a}\n---\n"),
        Edit(
            "behind letters with marks", "---\npublish: {consent: {given_by: \"Bà Trần Thị Ví Dụ\"}, status: ready}\n---\n",
            "---\npublish: {consent: {given_by: \"Bà Trần Thị Ví Dụ\"}, status: withdrawn}\n---\n"),
        Edit(
            "another key of that name", "---\nstatus: ready\npublish: {status: draft}\n---\nstatus: ready\n",
            "---\nstatus: ready\npublish: {status: withdrawn}\n---\nstatus: ready\n"),
        Edit("a list", "---\npublish:\n  - ready\n---\n", nil),
        Edit("YAML that is none", "---\npublish: {status: ready\n---\n", nil),
        Edit("no front matter", "publish: {status: ready}\n", nil),
    ]

    @Test(arguments: forms)
    func aValueIsSet(_ edit: Edit) throws {
        let edited = FrontMatterEditor(path: "a.md", bytes: Array(edit.before.utf8))?.setting("status", in: "publish", to: "withdrawn")
        #expect(edited.map { String(decoding: $0, as: UTF8.self) } == edit.after)
    }

    /// Every form, in every way in which a file can be written: nothing else changes, to the byte.
    @Test(arguments: forms, ["\n", "\r\n", "\r"])
    func lineEndsMarksAndCompositionStay(_ edit: Edit, lineEnd: String) throws {
        for (mark, isDecomposed) in [("", false), ("\u{FEFF}", false), ("", true), ("\u{FEFF}", true)] {
            func written(_ text: String) -> [UInt8] {
                let text = isDecomposed ? text.decomposedStringWithCanonicalMapping : text
                return Array((mark + text.replacingOccurrences(of: "\n", with: lineEnd)).utf8)
            }
            let edited = FrontMatterEditor(path: "a.md", bytes: written(edit.before))?.setting("status", in: "publish", to: "withdrawn")
            #expect(edited == edit.after.map(written))
        }
    }

    /// Line ends of two kinds in one file, as after an edit on another system: the line that is added ends as its neighbour does.
    @Test func mixedLineEndsStayMixed() throws {
        let before = "---\r\ntitle: a\n---\r\nB\r"
        let edited = FrontMatterEditor(path: "a.md", bytes: Array(before.utf8))?.setting("status", in: "publish", to: "withdrawn")
        #expect(edited == Array("---\r\ntitle: a\npublish:\n  status: withdrawn\n---\r\nB\r".utf8))
    }

    @Test func aValueIsRead() throws {
        let editor = try #require(FrontMatterEditor(path: "a.md", bytes: Array("---\r\npublish: {status: 'ready'}\r\n---".utf8)))
        #expect(editor.value(of: "status", in: "publish") == "ready")
        #expect(editor.value(of: "from", in: "publish") == nil)
        #expect(FrontMatterEditor(path: "a.md", bytes: [0x2D, 0x2D, 0x2D, 0x0A, 0xFF]) == nil)
    }
}
