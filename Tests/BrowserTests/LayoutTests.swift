import Browser
import Testing

/// Every page keeps to the width of the screen, and gives stacked marks the room that they need.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct LayoutTests {
    /// WCAG 1.4.10 (reflow at 320 CSS pixels) and 1.4.4 (text at 200 %).
    @Test(arguments: PageKind.allCases, [Viewport.narrow, .zoomed])
    func nothingScrollsSideways(kind: PageKind, viewport: Viewport) async throws {
        let site = try await BuiltSite.sample
        try await site.visit(kind.route(on: site), PageConditions(viewport)) { page in
            try await expectNone(Layout.overflow(on: page))
            try await expectNone(Layout.crampedText(on: page))
        }
    }

    /// With styles, pictures or scripts switched off, all words that were there are there, in the same order.
    @Test(arguments: PageKind.allCases)
    func nothingIsLostWithoutStylesPicturesOrScripts(kind: PageKind) async throws {
        let site = try await BuiltSite.sample
        let route = try kind.route(on: site)
        // Without scripts there is no field to type in: the search page then has its indexes, and must have them all.
        let hasScripts = kind != .search
        let whole = try await site.visit(route, PageConditions(scripts: hasScripts)) { try await Layout.visibleWords(on: $0) }
        try #require(whole.count > 20)
        let pictures = ["*.webp", "*.jpg", "*.png", "*.svg", "*.mp4"]
        for (what, conditions) in [
            ("styles", PageConditions(scripts: hasScripts, blocking: ["*.css"])),
            ("pictures", PageConditions(scripts: hasScripts, blocking: pictures)),
            ("scripts", PageConditions(scripts: false)),
        ] {
            let rest = try await site.visit(route, conditions) { try await Layout.visibleWords(on: $0) }
            let expected = kind == .search && !conditions.hasScripts ? try await wordsBesidesTheForm(of: route, on: site) : whole
            #expect(expected.missingInOrder(from: rest) == nil, "without \(what)")
        }
    }

    /// The form of the search page can do nothing without scripts, and is not shown then: names and indexes are.
    private func wordsBesidesTheForm(of route: String, on site: BuiltSite) async throws -> [String] {
        try await site.visit(route) { page in
            try await page.evaluate("document.getElementById('tim').remove()")
            return try await Layout.visibleWords(on: page)
        }
    }

    /// A visitor who asked for less motion gets none.
    @Test(arguments: PageKind.allCases)
    func nothingMovesWhereMotionIsReduced(kind: PageKind) async throws {
        let site = try await BuiltSite.sample
        try await site.visit(kind.route(on: site), PageConditions(reducedMotion: true)) { page in
            let moving = try await page.evaluate(
                """
                [...document.querySelectorAll('*')].filter(element => {
                  const style = getComputedStyle(element);
                  return element.checkVisibility() && (parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none' || style.scrollBehavior === 'smooth');
                }).map(element => element.outerHTML.slice(0, 80))
                """)
            #expect(moving.strings == [])
        }
    }
}

extension [String] {
    /// The first of these words that does not follow in `others` where the words before it do, after the last of those; nil where
    /// all do.
    func missingInOrder(from others: [String]) -> String? {
        var rest = others[...]
        for (number, word) in enumerated() {
            guard let index = rest.firstIndex(of: word) else { return self[Swift.max(0, number - 5)...number].joined(separator: " ") }
            rest = rest[(index + 1)...]
        }
        return nil
    }
}
