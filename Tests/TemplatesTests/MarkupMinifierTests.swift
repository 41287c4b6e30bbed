import Diagnostics
import Templates
import Testing

/// White space that no browser shows does not travel; what is shown stays.
@Suite struct MarkupMinifierTests {
    private static func rendered(_ files: [String: String]) throws -> String {
        let files = files.map { TemplateFile(name: $0.key, path: $0.key + ".mustache", bytes: Array($0.value.utf8)) }
        let template = try #require(TemplateLibrary(files, isMinified: true).compileLeniently("trang").value)
        var bytes: [UInt8] = []
        try template.render(.object(["ten": .text("  Bà\n Ba "), "co": .list([.text("x"), .text("y")])]), into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("<ul>\n  <li>một</li>\n\n  <li>hai</li>\n</ul>\n", "<ul><li>một</li><li>hai</li></ul>"),
        ("<p>\n  Bà <b>Ba</b>\n  <i>ở</i> đó\n</p>", "<p>Bà <b>Ba</b> <i>ở</i> đó</p>"),
        ("<a href=\"x\"\n   class=\"y\">z</a>\n<a>t</a>", "<a href=\"x\" class=\"y\">z</a> <a>t</a>"),
        ("<p>{{ten}}</p>\n<p> {{ten}} và {{ten}} </p>", "<p>  Bà\n Ba </p><p>  Bà\n Ba  và   Bà\n Ba </p>"),
        ("<pre>\n  hai\n dòng {{ten}}\n  </pre>\n<p> x", "<pre>\n  hai\n dòng   Bà\n Ba \n  </pre><p>x"),
        ("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n", "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"),
        ("<script>\n// một dòng\nf()\n</script>\n<p>", "<script>\n// một dòng\nf()\n</script><p>"),
        ("<p title=\"a > b\">\n x", "<p title=\"a > b\"> x"),
        ("<ol>\n{{#co}}\n  <li>\n{{.}}\n</li>\n{{/co}}\n</ol>", "<ol><li>x</li><li>y</li></ol>"),
    ])
    func spareSpaceGoes(source: String, expected: String) throws {
        #expect(try Self.rendered(["trang": source]) == expected)
    }

    @Test func partialsAndBlocksToo() throws {
        let files = [
            "khung": "<main>\n    {{$ruot}}\n    <p>\n    trống\n    </p>\n    {{/ruot}}\n</main>\n",
            "muc": "<li>\n  {{.}}\n</li>\n",
            "trang":
                "{{<khung}}\n  {{$ruot}}\n    <ul>\n      {{#co}}\n        {{>muc}}\n      {{/co}}\n    </ul>\n  {{/ruot}}\n{{/khung}}\n",
        ]
        #expect(try Self.rendered(files) == "<main><ul><li>x</li><li>y</li></ul></main>")
    }
}
