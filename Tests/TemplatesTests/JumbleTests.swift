import Diagnostics
import Templates
import Testing

/// Templates that nobody would write must still be read to their end.
@Suite("Jumbled templates")
struct JumbleTests {
    private static let pieces = [
        "{{#photos}}", "{{/photos}}", "{{^draft}}", "{{/draft}}", "{{<p}}", "{{/p}}", "{{$a}}", "{{/a}}", "{{>p}}", "  {{>p}}\n",
        "{{title}}",
        "{{{body}}}", "{{=<% %>=}}", "<%={{ }}=%>", "{{!\n x }}", "{{", "}}", "\n", "\r\n", "  ", "ế", "{{#places}}", "{{#children}}",
        "{{/",
    ]

    @Test("Whatever the order of tags, compiling ends with a template or with an error, and rendering never traps", arguments: 0..<40)
    func readsAnything(_ series: UInt64) throws {
        var random = Steps(state: series)
        for length in 0..<60 {
            let texts = (0..<2).map { _ in (0..<length % 20).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined() }
            let files = library(page: texts[0], partials: ["p": texts[1]])
            let strict = files.compile("page", SamplePage.view.shape)
            #expect((strict.value == nil) == strict.diagnostics.hasErrors)
            for diagnostic in strict.diagnostics + files.syntaxDiagnostics { #expect(diagnostic.place != nil) }
            _ = try? strict.value?.rendered(SamplePage.view.record(of: SamplePage()))
            var output: [UInt8] = []
            try? files.compileLeniently("page").value?.render(.object(["draft": .flag(false)]), into: &output)
        }
    }

    /// The same numbers on every run (Knuth's MMIX linear congruential generator, upper half).
    private struct Steps: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 32) | (state << 32)
        }
    }
}
