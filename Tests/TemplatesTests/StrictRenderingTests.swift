import Diagnostics
import Templates
import Testing

/// What a strict template prints, feature by feature.
@Suite("Strict templates")
struct StrictRenderingTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let page: String
        var partials: [String: String] = [:]
        let expected: String

        init(_ name: String, _ page: String, _ partials: [String: String] = [:], _ expected: String) {
            (self.name, self.page, self.partials, self.expected) = (name, page, partials, expected)
        }

        var testDescription: String { name }
    }

    @Test("A page prints what its templates say", arguments: values + sections + whitespace + partials + inheritance)
    func prints(_ example: Example) throws {
        let compiled = library(page: example.page, partials: example.partials).compile("page", SamplePage.view.shape)
        #expect(compiled.diagnostics == [])
        let template = try #require(compiled.value)
        var page = SamplePage()
        let card = SampleLink.view.record(of: SampleLink(title: "Thẻ", target: SampleTarget(path: "/the/")))
        page.site = SampleSite.view.record(of: SampleSite(name: "Bảng Vàng", cards: [card, card]))
        #expect(try template.rendered(SamplePage.view.record(of: page)) == example.expected)
    }

    static let values: [Example] = [
        .init("text is escaped", "{{title}}", [:], "Cầu &amp; đường &lt;Sậy&gt;"),
        .init("HTML is printed as it is", "{{{body}}}|{{& body }}", [:], "<p>Bài</p>|<p>Bài</p>"),
        .init("absent text prints nothing", "[{{caption}}]", [:], "[]"),
        .init("a dotted name goes into a record", "{{next.title}} {{next.target.path}}", [:], "Bài sau /sau/"),
        .init("a dotted name through an absent record prints nothing", "[{{previous.target.path}}]", [:], "[]"),
        .init("spaces within a tag do not count", "{{  summary }}", [:], "Mô hình “Dân vận khéo”"),
        .init("single braces are text", "{title} {{=[ ]=}}{{title}} [summary]", [:], "{title} {{title}} Mô hình “Dân vận khéo”"),
        .init("delimiters change and change back", "{{=<% %>=}}<%next.title%><%={{ }}=%>{{next.title}}", [:], "Bài sauBài sau"),
        .init("comments print nothing", "a{{! {{title}b }}c", [:], "ac"),
        .init("a byte order mark is dropped", "\u{FEFF}a", [:], "a"),
        .init("an empty template prints nothing", "", [:], ""),
    ]

    static let sections: [Example] = [
        .init("a flag", "{{#draft}}nháp{{/draft}}{{^draft}}chính{{/draft}}", [:], "chính"),
        .init("a list", "{{#photos}}{{file}};{{/photos}}", [:], "a.jpg;b.jpg;"),
        .init("inside a list, the element's names come first", "{{#photos}}[{{caption}}]{{/photos}}", [:], "[Cổng làng][]"),
        .init(
            "inside a list, outer names are seen", "{{#photos}}{{summary}}{{/photos}}", [:], "Mô hình “Dân vận khéo”Mô hình “Dân vận khéo”"),
        .init("after a list, the page's names are back", "{{#next}}{{title}}{{/next}} {{summary}}", [:], "Bài sau Mô hình “Dân vận khéo”"),
        .init("texts", "{{#fields}}<b>{{.}}</b>{{/fields}}", [:], "<b>văn hóa</b><b>y tế &amp; giáo dục</b>"),
        .init(
            "text as a condition", "{{#summary}}({{.}}){{/summary}}{{#caption}}?{{/caption}}{{^caption}}!{{/caption}}", [:],
            "(Mô hình “Dân vận khéo”)!"),
        .init("HTML as a condition", "{{#body}}{{{.}}}{{/body}}", [:], "<p>Bài</p>"),
        .init(
            "a section within text sees the names around", "{{#summary}}{{#photos}}{{file}}{{/photos}}{{.}}{{/summary}}", [:],
            "a.jpgb.jpgMô hình “Dân vận khéo”"),
        .init("a present record", "{{#next}}{{target.path}}{{/next}}{{^next}}cuối{{/next}}", [:], "/sau/"),
        .init("an absent record", "{{#previous}}{{title}}{{/previous}}{{^previous}}đầu{{/previous}}", [:], "đầu"),
        .init("a dotted section", "{{#next.target}}{{path}}{{/next.target}}", [:], "/sau/"),
        .init(
            "a shared record and its shared records", "{{#site.cards}}{{title}} {{site.name}};{{/site.cards}}", [:],
            "Thẻ Bảng Vàng;Thẻ Bảng Vàng;"),
        .init(
            "a list within a list of the same shape", "{{#places}}{{name}}({{#children}}{{name}} {{/children}}{{name}}){{/places}}", [:],
            "Huyện(Xã Phường Huyện)"),
    ]

    static let whitespace: [Example] = [
        .init(
            "section tags alone on their lines leave none", "<ul>\n  {{#photos}}\n  <li>{{file}}\n  {{/photos}}\n</ul>\n", [:],
            "<ul>\n  <li>a.jpg\n  <li>b.jpg\n</ul>\n"),
        .init("tags that share a line keep it", "{{#next}}{{/next}}\n-\n", [:], "\n-\n"),
        .init("an interpolation alone keeps its line", "  {{summary}}\n", [:], "  Mô hình “Dân vận khéo”\n"),
        .init("a comment of several lines goes with them", "a\n  {{! 1\n  2 }}\nb\n", [:], "a\nb\n"),
        .init("line ends of Windows", "a\r\n{{#next}}\r\nb\r\n{{/next}}\r\nc", [:], "a\r\nb\r\nc"),
        .init("at the end of the file", "a\n  {{#next}}\nb\n  {{/next}}", [:], "a\nb\n"),
    ]

    static let partials: [Example] = [
        .init(
            "a partial sees the names around its tag", "{{#photos}}{{>photo}}{{/photos}}", ["photo": "{{file}}/{{summary}} "],
            "a.jpg/Mô hình “Dân vận khéo” b.jpg/Mô hình “Dân vận khéo” "),
        .init(
            "alone on its line, a partial is indented", "<ul>\n  {{>items}}\n</ul>\n", ["items": "<li>\n\n{{next.title}}\n</li>\n"],
            "<ul>\n  <li>\n\n  Bài sau\n  </li>\n</ul>\n"),
        .init("values are not indented", "  {{>pre}}\n", ["pre": "{{{body}}}\n"], "  <p>Bài</p>\n"),
        .init(
            "indentation adds up", " {{>one}}\n", ["one": "1\n  {{>two}}\n", "two": "2\n{{#next}}\n{{title}}\n{{/next}}\n"],
            " 1\n   2\n   Bài sau\n"),
        .init(
            "within a line, a partial is not indented", "  {{>one}}\n", ["one": "<pre>{{>two}}</pre>\n", "two": "1\n2"],
            "  <pre>1\n2</pre>\n"),
        .init(
            "a partial that walks down a tree", "{{#places}}{{>place}}{{/places}}",
            ["place": "{{name}}({{#children}}{{>place}}{{/children}})"], "Huyện(Xã(Thôn())Phường())"),
        .init(
            "recursion with indentation", "{{#places}}\n{{>place}}\n{{/places}}\n",
            ["place": "{{name}}\n{{#children}}\n  {{>place}}\n{{/children}}\n"], "Huyện\n  Xã\n    Thôn\n  Phường\n"),
        .init(
            "a name of the page from deep within a tree", "{{#places}}{{>place}}{{/places}}",
            ["place": "{{next.title}}{{#children}}{{>place}}{{/children}};"], "Bài sauBài sauBài sau;;Bài sau;;"),
        .init("a partial does not see changed delimiters", "{{=<% %>=}}<%>p%>", ["p": "{{next.title}}<%"], "Bài sau<%"),
    ]

    static let inheritance: [Example] = [
        .init("a block with nothing to fill it", "{{$a}}mặc định{{/a}}", [:], "mặc định"),
        .init("a filled block", "{{<base}}{{$a}}trang{{/a}}{{/base}}", ["base": "<{{$a}}gốc{{/a}}|{{$b}}gốc{{/b}}>"], "<trang|gốc>"),
        .init(
            "what fills a block sees the names around the block", "{{<base}}{{$a}}{{title}}{{/a}}{{/base}}",
            ["base": "{{#next}}{{$a}}{{/a}}{{/next}}"], "Bài sau"),
        .init(
            "blocks of included partials are filled", "{{<base}}{{$a}}trang{{/a}}{{/base}}",
            ["base": "{{>head}}", "head": "<{{$a}}{{/a}}>"], "<trang>"),
        .init(
            "the youngest has the last word", "{{<mid}}{{$a}}con{{/a}}{{/mid}}",
            ["mid": "{{<base}}{{$a}}giữa{{/a}}{{$b}}giữa{{/b}}{{/base}}", "base": "{{$a}}{{/a}} {{$b}}{{/b}}"], "con giữa"),
        .init(
            "a block within what fills a block", "{{<mid}}{{$inner}}con{{/inner}}{{/mid}}",
            ["mid": "{{<base}}{{$a}}<{{$inner}}giữa{{/inner}}>{{/a}}{{/base}}", "base": "{{$a}}{{/a}}"], "<con>"),
        .init("one parent used twice", "{{<b}}{{$a}}1{{/a}}{{/b}}{{<b}}{{$a}}2{{/a}}{{/b}}", ["b": "[{{$a}}{{/a}}]"], "[1][2]"),
        .init(
            "a layout as people write it", "{{<base}}\n{{$main}}\n    <h1>{{next.title}}</h1>\n      <p>\n{{/main}}\n{{/base}}\n",
            ["base": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n"], "<main>\n  <h1>Bài sau</h1>\n    <p>\n</main>\n"),
        .init(
            "lists within a filled block are indented",
            "{{<base}}\n{{$main}}\n{{#photos}}\n<i>{{file}}\n{{/photos}}\n{{/main}}\n{{/base}}\n",
            ["base": "<main>\n  {{$main}}{{/main}}\n</main>\n"], "<main>\n  <i>a.jpg\n  <i>b.jpg\n\n</main>\n"),
        .init(
            "a default is printed as it is written", "<main>\n  {{$main}}\n    <p>\n  <i>\n  {{/main}}\n</main>\n", [:],
            "<main>\n    <p>\n  <i>\n</main>\n"),
        .init(
            "a default that begins its line is indented with it", "  {{>p}}\n",
            ["p": "{{$a}}{{next.title}}{{/a}}\n {{$b}}gốc{{/b}}\n{{$c}}gốc{{/c}}\n"],
            "  Bài sau\n   gốc\n  gốc\n"),
        .init("text after a parent on its line", "  {{<b}}{{/b}} sau\n", ["b": "x"], "  x sau\n"),
    ]
}
