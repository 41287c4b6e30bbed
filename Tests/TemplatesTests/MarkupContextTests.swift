import Diagnostics
import Testing

@testable import Templates

/// A value is printed only where escaping keeps it a value (faults: D10).
@Suite("Values in their contexts")
struct MarkupContextTests {
    private func compile(_ page: String, _ partials: [String: String] = [:]) -> Diagnosed<Template?> {
        let files =
            [TemplateFile(name: "page", path: "page.html", bytes: Array(page.utf8))]
            + partials.map { TemplateFile(name: $0, path: "\($0).html", bytes: Array($1.utf8)) }
        return TemplateLibrary(files).compile("page", SamplePage.view.shape)
    }

    @Test(arguments: [
        "<p title={{title}}>", "<p title= {{title}}>", "<p title=x{{title}}>", "<p {{title}}>", "<p x{{title}}=\"a\">", "<{{title}}>",
        "<p on{{title}}=\"a\">",
        "<p onclick=\"f('{{title}}')\">", "<P ONCLICK='{{title}}'>", "<p style=\"color: {{title}}\">", "<iframe srcdoc=\"{{title}}\">",
        "<script>var a = \"{{title}}\"</script>", "<style>{{title}}</style>", "<script src=\"a.js\">{{title}}</script>",
        "<a href=\"javascript:{{title}}\">", "<a href=\"data:text/html,{{title}}\">", "<p title=\"{{{body}}}\">",
        "<style>{{{body}}}</style>",
        "{{#title}}<p {{/title}}{{title}}", "<script></scrip>{{title}}</script>", "<!-- --><p {{title}}>",
    ])
    func areRefused(_ page: String) {
        let compiled = compile(page)
        #expect(compiled.value == nil)
        #expect(compiled.diagnostics.map(\.code) == ["value-in-wrong-place"], "\(compiled.diagnostics)")
        #expect(compiled.diagnostics.allSatisfy { $0.place?.position != nil && $0.remedy != nil })
    }

    @Test(arguments: [
        "<p>{{title}}</p>{{{body}}}", "<p title=\"{{title}}\" lang='{{title}}'>", "<a href=\"{{title}}\">{{title}}</a>",
        "<a href=\"/x/{{title}}\">",
        "<a href=\"{{title}}#{{title}}\">", "<a href=\"mailto:{{title}}\">", "<img srcset=\"{{title}} 1x, {{title}} 2x\">",
        "<!-- {{title}} -->",
        "<meta http-equiv=\"refresh\" content=\"0; url={{title}}\">",
        "<script type=\"application/ld+json\">{{{body}}}</script><p>{{title}}</p>",
        "<p{{#title}} class=\"a\"{{/title}}>{{title}}", "<script></script>{{title}}", "a < b {{title}}", "<br/>{{title}}",
    ])
    func areAccepted(_ page: String) {
        #expect(compile(page).diagnostics.isEmpty, "\(compile(page).diagnostics)")
    }

    @Test func contextsGoThroughPartialsAndBlocks() {
        #expect(compile("<p {{>x}}>", ["x": "{{title}}"]).diagnostics.map(\.place?.path) == ["x.html"])
        #expect(compile("<p>{{>x}}</p>", ["x": "{{title}}"]).diagnostics.isEmpty)
        #expect(compile("{{>x}}{{title}}>", ["x": "<p "]).diagnostics.map(\.place?.path) == ["page.html"])
        #expect(compile("{{<x}}{{$b}}{{title}}{{/b}}{{/x}}", ["x": "<p a={{$b}}1{{/b}}>"]).diagnostics.map(\.place?.path) == ["page.html"])
        #expect(compile("{{<x}}{{$b}}{{title}}{{/b}}{{/x}}", ["x": "<p a=\"{{$b}}1{{/b}}\">"]).diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("<a href=\"{{title}}\">", "javascript:x"), ("<a href=\"{{title}}\">", " feed:x"), ("<a href=\"{{title}}{{title}}\">", "a:b"),
        ("<a href=\"x{{title}}\">", "y:z"), ("<meta content=\"0; URL={{title}}\">", "data:x"),
        ("<img srcset=\"a.jpg 1x, {{title}} 2x\">", "blob:x"),
    ])
    func anAddressOfAnotherSchemeStopsTheRendering(_ page: String, _ value: String) throws {
        let template = try #require(compile(page).value)
        var output: [UInt8] = []
        #expect(throws: TemplateError.self) { try template.render(SamplePage.view.record(of: SamplePage(title: value)), into: &output) }
        #expect(throws: Never.self) { try template.render(SamplePage.view.record(of: SamplePage(title: "bai/1/?a:b")), into: &output) }
    }
}
