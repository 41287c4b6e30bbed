import Board
import Browser
import TestSupport
import Testing

/// What nobody expects to be written does no harm: it is shown, it fits, it stays text.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct HostileContentTests {
    private static let building = Task { try await BuiltSite(HostileBoard.board()) }
    /// Every entry of the board, and the lists that show them all.
    private static let routes =
        HostileBoard.entries.map { Route.entry(year: 2023, id: $0) } + [Route.home, Route.entries, Route.year(2023), Route.decisions]

    @Test(arguments: routes, [Viewport.narrow, .desktop])
    func everythingFitsAndNothingRuns(route: String, viewport: Viewport) async throws {
        let site = try await Self.building.value
        try await site.visit(route, PageConditions(viewport)) { page in
            try await page.scrollToTheEnd()
            try await expectNone(Layout.overflow(on: page))
            try await expectNone(Layout.crampedText(on: page))
            try #expect(await page.evaluate("document.documentElement.dataset.hostile ?? 'nothing ran'") == "nothing ran")
            try #expect(
                await page.evaluate(
                    "[...document.querySelectorAll('main script, main [onclick], main svg, a[href^=\"javascript\"]')].length") == 0)
        }
    }

    @Test(.enabled(if: Axe.isExpected, "\(Axe.absence)"), arguments: routes)
    func axeFindsNothing(route: String) async throws {
        let site = try await Self.building.value
        try await site.visit(route, PageConditions(.phone)) { page in
            try await expectNone(Axe.violations(on: page))
        }
    }

    @Test func aScriptInATextIsShownAsItWasWritten() async throws {
        let site = try await Self.building.value
        try await site.visit(Route.entry(year: 2023, id: "ma-lenh-trong-moi-o")) { page in
            try #expect(await page.evaluate("document.querySelector('h1').textContent").string == HostileBoard.script)
            try #expect(await page.evaluate("document.title").string?.hasPrefix(HostileBoard.script) == true)
        }
    }

    @Test func fortyPicturesAreAllShown() async throws {
        let site = try await Self.building.value
        try await site.visit(Route.entry(year: 2023, id: "bon-muoi-anh"), PageConditions(.phone)) { page in
            try await page.scrollToTheEnd()
            try #expect(
                await page.evaluate("[...document.querySelectorAll('main article img')].filter(image => image.naturalWidth > 0).length")
                    == 40)
        }
    }

    @Test func twentyThousandWordsAreAllShown() async throws {
        let site = try await Self.building.value
        try await site.visit(Route.entry(year: 2023, id: "mot-doan-hai-muoi-nghin-chu")) { page in
            try #expect(await Layout.visibleWords(on: page).count > 20_000)
        }
    }
}
