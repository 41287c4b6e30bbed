import Browser
import Testing

/// axe-core finds nothing wrong: on every kind of page, light and dark, on a phone and at a desk, with and without scripts.
@Suite(
    .enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .enabled(if: Axe.isExpected, "\(Axe.absence)"),
    .timeLimit(.minutes(5)))
struct AccessibilityTests {
    @Test(arguments: PageKind.allCases, Look.all)
    func axeFindsNothing(kind: PageKind, look: Look) async throws {
        let site = try await BuiltSite.sample
        try await site.visit(kind.route(on: site), PageConditions(look.viewport, scripts: look.hasScripts)) { page in
            // The page has loaded as it does without scripts; axe itself is one.
            try await page.setScripts(running: true)
            try #expect(await Axe.violations(on: page) == [])
            try await page.setColours(dark: true)
            try #expect(await Axe.violations(on: page) == [], "dark")
        }
    }
}
