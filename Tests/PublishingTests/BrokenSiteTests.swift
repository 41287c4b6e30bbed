import Diagnostics
import Eligibility
import Publishing
import TestSupport
import Testing

/// Every mistake that staff can make in the board's files is named, at its place, with its remedy, and publishes nothing.
@Suite struct BrokenSiteTests {
    @Test func theSmallBoardItselfIsSound() async throws {
        let evaluation = try await SiteFixture().check()
        #expect(evaluation.diagnostics.map(\.oneLine) == [])
        #expect(evaluation.report.entries.map(\.fate) == [.published, .published, .published])
    }

    @Test func thereAreManyMistakesAndEachHasAName() {
        #expect(BrokenSite.all.count >= 55)
        #expect(Set(BrokenSite.all.map(\.name)).count == BrokenSite.all.count)
    }

    @Test(arguments: BrokenSite.all)
    func theMistakeIsNamedAtItsPlace(broken: BrokenSite) async throws {
        let site = try SiteFixture()
        try broken.apply(to: site)
        let found = try await site.check().diagnostics
        #expect(found.map(\.oneLine) == broken.expected.map(\.line))
        for (diagnostic, expected) in zip(found, broken.expected) {
            let words = Self.words(of: diagnostic)
            #expect(expected.words.isEmpty || words.contains(expected.words), "\(words)")
            #expect(diagnostic.severity < .error || diagnostic.remedy != nil, "no remedy: \(words)")
            Self.expectTold(diagnostic, site)
        }
    }

    @Test(arguments: BrokenSite.all)
    func nothingIsWrittenWhereSomethingIsWrong(broken: BrokenSite) async throws {
        let site = try SiteFixture()
        try broken.apply(to: site)
        let result = try await site.build()
        if broken.expected.contains(where: { $0.line.contains("error [") }) {
            // What a build stops for, a check says: the same, at the same places.
            let found = try await site.check().diagnostics.filter { $0.severity == .error }.map(\.oneLine)
            #expect(result.refusal?.filter { $0.severity == .error }.map(\.oneLine) == found)
            #expect(!site.exists("public"))
        } else {
            #expect(try result.summary().created > 0)
        }
    }

    /// The findings as people and programs read them, in both languages.
    private static func expectTold(_ diagnostic: Diagnostic, _ site: SiteFixture) {
        for language in Language.allCases {
            let formatter = TextFormatter(language: language, coloured: false) { path in
                (try? site.read(path))?.split(separator: "\n", omittingEmptySubsequences: false)
            }
            let text = formatter.format(diagnostic)
            #expect(text.contains(diagnostic.message[language]) && !text.contains("\n\n"))
            #expect(JSONFormatter.value(for: diagnostic, in: language).text.contains("\"code\": \"\(diagnostic.code)\""))
        }
    }

    private static func words(of diagnostic: Diagnostic) -> String {
        let messages = [diagnostic.message, diagnostic.required, diagnostic.remedy].compactMap { $0 } + diagnostic.notes.map(\.message)
        let places = diagnostic.notes.compactMap { $0.place?.description }
        return (messages.map(\.vi) + places + [diagnostic.clause.map { "\($0.rule) \($0.cite)" } ?? ""]).joined(separator: " | ")
    }
}
