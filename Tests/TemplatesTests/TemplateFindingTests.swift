import Diagnostics
import Templates
import Testing

/// What is wrong with a template, where, and what to do about it.
@Suite("Findings in templates")
struct TemplateFindingTests {
    /// A finding as `code line:column+length`, and a part of its English remedy.
    struct Example: Sendable, CustomTestStringConvertible {
        let page: String
        let partials: [String: String]
        let findings: [String]
        let remedy: String?

        init(_ page: String, _ partials: [String: String] = [:], _ findings: String..., remedy: String? = nil) {
            (self.page, self.partials, self.findings, self.remedy) = (page, partials, findings, remedy)
        }

        var testDescription: String { page }
    }

    @Test("Every mistake is found where it stands", arguments: names + uses + forms + inclusions)
    func finds(_ example: Example) {
        let compiled = library(page: example.page, partials: example.partials).compile("page", SamplePage.view.shape)
        let found = compiled.diagnostics.map { diagnostic in
            let place = diagnostic.place
            let file = place.map { $0.path == "page.html" ? "" : "\($0.path) " } ?? ""
            let position = place?.position.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(diagnostic.code) \(file)\(position)+\(place?.length ?? 0)"
        }
        #expect(found == example.findings)
        #expect((compiled.value == nil) == compiled.diagnostics.hasErrors)
        if let remedy = example.remedy {
            #expect(compiled.diagnostics.contains { $0.remedy?.en.contains(remedy) == true }, "\(compiled.diagnostics.map(\.remedy))")
        }
    }

    static let names: [Example] = [
        .init("<p>\n  {{titel}}", [:], "unknown-name 2:3+9", remedy: "“title”"),
        .init("Xã {{ sumary }} Đ", [:], "unknown-name 1:4+12", remedy: "“summary”"),
        .init("Xa\u{303} {{titel}}", [:], "unknown-name 1:4+9"),
        .init("\u{FEFF}{{titel}}", [:], "unknown-name 1:1+9"),
        .init("{{#photo}}{{anything}}{{/photo}}", [:], "unknown-name 1:1+10", remedy: "“photos”"),
        .init("{{file}}", [:], "unknown-name 1:1+8", remedy: "{{#photos}}"),
        .init("{{next.titel}}{{next.target.file}}", [:], "unknown-name 1:1+14", "unknown-name 1:15+20", remedy: "“title”"),
        .init("{{titel}}{{^drat}}{{sumary}}{{/drat}}", [:], "unknown-name 1:1+9", "unknown-name 1:10+9"),
        .init("{{photos.file}}{{title.x}}", [:], "no-names-within 1:1+15", "no-names-within 1:16+11", remedy: "{{#photos}}"),
        .init("{{a..b}}{{.title}}", [:], "unknown-name 1:1+8", "unknown-name 1:9+10"),
        .init("{{#places}}{{>p}}{{/places}}{{>p}}", ["p": "{{nam}}"], "unknown-name p.html 1:1+7", remedy: "“name”"),
    ]

    static let uses: [Example] = [
        .init("{{body}}", [:], "html-escaped 1:1+8", remedy: "{{{body}}}"),
        .init("{{{title}}}{{& title}}", [:], "text-unescaped 1:1+11", "text-unescaped 1:12+11", remedy: "Write {{title}}"),
        .init("{{#body}}{{.}}{{/body}}", [:], "html-escaped 1:10+5", remedy: "{{{.}}}"),
        .init("{{draft}}", [:], "not-printable 1:1+9", remedy: "{{#draft}}…{{/draft}}"),
        .init(
            "{{photos}}{{next}}{{fields}}", [:], "not-printable 1:1+10", "not-printable 1:11+8", "not-printable 1:19+10", remedy: "{{.}}"),
        .init("{{.}}{{#photos}}{{.}}{{/photos}}", [:], "nothing-plain 1:1+5", "nothing-plain 1:17+5"),
    ]

    static let forms: [Example] = [
        .init("{{title", [:], "unclosed-tag 1:1+2"),
        .init("{{title <p>{{summary}}", [:], "unclosed-tag 1:1+7"),
        .init("a {{{body}} {{summary}}", [:], "unclosed-tag 1:3+2"),
        .init("{{}}{{# }}", [:], "empty-tag 1:1+4", "empty-tag 1:5+6"),
        .init("{{=<%=}}{{titel}}", [:], "wrong-delimiters 1:1+8", "unknown-name 1:9+9"),
        .init("{{#photos}}\n{{#draft}}", [:], "unclosed-section 1:1+11", "unclosed-section 2:1+10", remedy: "{{/draft}}"),
        .init("a\n{{/photos}}", [:], "stray-close 2:1+11"),
        .init("{{#draft}}{{/photos}}{{/draft}}", [:], "stray-close 1:11+11", remedy: "{{/draft}}"),
        .init("{{#photos}}{{/photo}}", [:], "mismatched-close 1:12+10", remedy: "{{/photos}}"),
        .init("{{#next}}{{#draft}}{{/next}}{{/draft}}", [:], "mismatched-close 1:20+9", remedy: "{{/draft}}"),
        .init("{{<b}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/b}}", ["b": "{{$a}}{{/a}}"], "duplicate-block 1:20+6"),
        .init("{{<b}}\nlạc\n{{title}}{{$a}}1{{/a}}\n{{/b}}", ["b": "{{$a}}{{/a}}"], "outside-blocks 2:1+3", "outside-blocks 3:1+9"),
        .init(String(repeating: "{{#draft}}", count: 21), [:], "nested-too-deep 1:201+10"),
        .init("{{>p}}", ["p": "{{#draft}}"], "unclosed-section p.html 1:1+10"),
    ]

    static let inclusions: [Example] = [
        .init("{{>car}}", ["card": ""], "unknown-template 1:1+8", remedy: "“card”"),
        .init("{{>card}}", ["partials/card": ""], "unknown-template 1:1+9", remedy: "“partials/card”"),
        .init("{{<bas}}{{/bas}}", ["base": ""], "unknown-template 1:1+8", remedy: "“base”"),
        .init(
            "{{<base}}{{$titel}}{{/titel}}{{/base}}", ["base": "{{>head}}", "head": "{{$title}}{{/title}}"], "unknown-block 1:10+10",
            remedy: "“title”"),
        .init("{{>a}}", ["a": "x{{>a}}"], "endless-inclusion a.html 1:2+6"),
        .init("{{>a}}", ["a": "{{#draft}}{{>b}}{{/draft}}", "b": "{{#summary}}{{>a}}{{/summary}}"], "endless-inclusion b.html 1:13+6"),
        .init("{{>page}}", [:], "endless-inclusion 1:1+9"),
        .init("{{<b}}{{$a}}{{$a}}{{/a}}{{/a}}{{/b}}", ["b": "{{$a}}{{/a}}"], "endless-inclusion 1:13+6"),
        .init("{{#places}}{{>p}}{{/places}}", ["p": "{{#children}}{{>p}}{{/children}}"]),
    ]

    @Test("What was meant, or else what can be used instead, is said in Vietnamese")
    func saysItInVietnamese() throws {
        let compiled = library(page: "{{#photos}}{{captoin}}{{x}}{{/photos}}").compile("page", SamplePage.view.shape)
        try #require(compiled.diagnostics.count == 2)
        #expect(compiled.diagnostics[0].message.vi == "“captoin” không phải là tên có trong “photo”.")
        #expect(compiled.diagnostics[0].remedy?.vi == "Có lẽ là “caption”.")
        #expect(
            compiled.diagnostics[1].remedy?.vi
                == "Chọn trong: file, caption, title, summary, body, draft, photos, next, previous, fields, places, site, has_photos, has_fields, has_places."
        )
    }

    @Test("A page that isn't there is reported with the nearest name")
    func reportsAMissingPage() {
        let compiled = library(page: "").compile("pgae", SamplePage.view.shape)
        #expect(compiled.value == nil)
        #expect(compiled.diagnostics.map(\.code) == ["unknown-template"])
        #expect(compiled.diagnostics.first?.remedy?.en == "“page” was probably meant.")
    }

    @Test("The form of files that no page uses is checked too")
    func checksUnusedFiles() {
        let files = library(page: "", partials: ["unused": "{{#a}}"])
        #expect(files.compile("page", SamplePage.view.shape).diagnostics == [])
        #expect(files.syntaxDiagnostics.map { $0.place?.description } == ["unused.html:1:1"])
    }

    @Test("Two files of one name, and a file that is not UTF-8, are reported")
    func checksFiles() {
        let files = TemplateLibrary([
            TemplateFile(name: "card", path: "card.html", bytes: []),
            TemplateFile(name: "card", path: "card.mustache", bytes: [0x58, 0xE3]),
        ])
        #expect(files.syntaxDiagnostics.map(\.code) == ["duplicate-template", "template-not-utf8"])
    }

    @Test("Several pages together report each finding once")
    func compilesSeveralPages() {
        let files = library(page: "{{>p}}", partials: ["other": "{{>p}}", "p": "{{titel}}", "unused": "{{/x}}"])
        let compiled = files.compile([("page", SamplePage.view.shape), ("other", SamplePage.view.shape)])
        #expect(compiled.value.count == 2)
        #expect(compiled.diagnostics.map(\.code) == ["unknown-name", "stray-close"])
    }
}
