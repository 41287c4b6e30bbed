import Diagnostics
import Templates
import Testing

/// What can still go wrong when a compiled template is rendered.
@Suite("Rendering errors")
struct TemplateErrorTests {
    @Test("Recursion deeper than the limit stops with its place")
    func stopsAtTheDepthLimit() throws {
        let files = library(page: "{{#places}}{{>p}}{{/places}}", partials: ["p": "{{name}}\n  {{#children}}{{>p}}{{/children}}"])
        let template = try #require(files.compile("page", SamplePage.view.shape).value)

        var page = SamplePage(places: [chain(of: 100)])
        #expect(throws: Never.self) { try template.rendered(SamplePage.view.record(of: page)) }

        page.places = [chain(of: 101)]
        let error = #expect(throws: TemplateError.self) { try template.rendered(SamplePage.view.record(of: page)) }
        #expect(error?.reason == .tooDeep(limit: 100))
        #expect(error?.place.description == "p.html:2:16")
        #expect(error?.diagnostic.message.vi == "Các mẫu gọi nhau quá 100 tầng.")
    }

    @Test("A record of another shape is refused, at the root and within")
    func refusesOtherShapes() throws {
        let template = try #require(
            library(page: "{{#site}}{{#cards}}{{title}}{{/cards}}{{/site}}").compile("page", SamplePage.view.shape).value)
        let photo = SamplePhoto.view.record(of: SamplePhoto(file: "a.jpg"))
        let atRoot = #expect(throws: TemplateError.self) { try template.rendered(photo) }
        #expect(atRoot?.reason == .wrongShape)

        let page = SamplePage(site: SampleSite.view.record(of: SampleSite(name: "", cards: [photo])))
        let within = #expect(throws: TemplateError.self) { try template.rendered(SamplePage.view.record(of: page)) }
        #expect(within?.place.description == "page.html:1:10")
    }

    @Test("A lenient template that includes itself stops too")
    func stopsLenientRecursion() throws {
        let template = try #require(library(page: "{{#a}}{{>page}}{{/a}}").compileLeniently("page").value)
        var output: [UInt8] = []
        #expect(throws: TemplateError.self) { try template.render(.object(["a": .flag(true)]), into: &output) }
    }

    private func chain(of length: Int) -> SamplePlace {
        (1..<length).reduce(SamplePlace(name: "đáy")) { place, number in SamplePlace(name: "\(number)", children: [place]) }
    }
}
