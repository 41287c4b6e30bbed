import Browser
import Testing

/// axe-core finds nothing wrong: on every kind of page, light and dark, on a phone and at a desk, with and without scripts.
@Suite(
    .enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .enabled(if: Axe.isExpected, "\(Axe.absence)"),
    .timeLimit(.minutes(20)))
struct AccessibilityTests {
    @Test(arguments: PageKind.allCases, Look.all)
    func axeFindsNothing(kind: PageKind, look: Look) async throws {
        let site = try await BuiltSite.sample
        try await site.visit(kind.route(on: site), PageConditions(look.viewport, scripts: look.hasScripts)) { page in
            // The page has loaded as it does without scripts; axe itself is one.
            try await page.setScripts(running: true)
            try await expectNone(Axe.violations(on: page))
            // Scripts change no colours, and colours are what takes longest.
            guard look.hasScripts else { return }
            try await page.setColours(dark: true)
            try await expectNone(Axe.violations(of: .colours, on: page), "dark")
        }
    }
}
