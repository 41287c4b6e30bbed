import Browser
import Testing

/// Everything can be reached and used with the keyboard alone, and one sees where one is.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct KeyboardTests {
    @Test(arguments: PageKind.allCases)
    func tabReachesEveryLinkInOrderAndShowsWhere(kind: PageKind) async throws {
        let site = try await BuiltSite.sample
        // Where the page glides to what has the focus, one would look before it is there.
        try await site.visit(kind.route(on: site), PageConditions(reducedMotion: true)) { page in
            let stops = try await Focus.expectedStops(on: page)
            #expect(stops.first?.contains("#noi-dung") == kind.hasFrame, "the first stop leads to the content")
            var reached: [String] = []
            // A video has stops within it, which count as one.
            for _ in 0..<(stops.count + 20) {
                try await page.press(.tab)
                guard let stop = try await Focus.stop(on: page) else { break }
                if reached.last != stop.name { reached.append(stop.name) }
                #expect(stop.isSeen, "one does not see that \(stop.name) has the focus")
            }
            #expect(stops.missingInOrder(from: reached) == nil)
        }
    }

    @Test func theFirstStopLeadsPastTheHead() async throws {
        let site = try await BuiltSite.sample
        try await site.visit(PageKind.entry.route(on: site)) { page in
            try await page.press(.tab)
            try await page.press(.enter)
            try await page.wait(until: "location.hash === '#noi-dung' && document.activeElement.matches('main')")
            try await page.press(.tab)
            try #expect(await page.evaluate("document.activeElement.closest('main') !== null") == true)
        }
    }

    @Test func whatIsFoldedOpensWithEnterAndSpace() async throws {
        let site = try await BuiltSite.sample
        try await site.visit(PageKind.programme.route(on: site)) { page in
            for key in [BrowserPage.Key.enter, .space] {
                let before = try await page.evaluate("document.querySelector('main details').open")
                try await page.evaluate("document.querySelector('main details > summary').focus()")
                try await page.press(key)
                let after = try await page.evaluate("document.querySelector('main details').open")
                #expect(before.bool == after.bool.map { !$0 })
            }
        }
    }
}

/// Where the keyboard's focus goes.
private enum Focus {
    struct Stop {
        var name: String
        /// Whether it, or what it stands in, is marked and lies within the window.
        var isSeen: Bool
    }

    /// How an element is named: its number among the stops, and enough for a reader to find it. A script's expression for `element`.
    private static let name =
        "`${window.numbers.get(element) ?? '?'} ${element.localName} ${element.getAttribute('href') ?? element.name ?? ''} ${element.textContent.trim().slice(0, 40)}`"

    /// Everything that ought to be a stop, in the order of the document.
    static func expectedStops(on page: BrowserPage) async throws -> [String] {
        try await page.evaluate(
            """
            (() => {
              const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, video[controls], [tabindex]')]
                .filter(element => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0 && !element.disabled);
              window.numbers = new Map(stops.map((element, number) => [element, number]));
              return stops.map(element => \(name));
            })()
            """
        ).strings
    }

    static func stop(on page: BrowserPage) async throws -> Stop? {
        let answer = try await page.evaluate(
            """
            (() => {
              const element = document.activeElement;
              if (!element || element === document.body) return null;
              const marked = element => {
                const style = getComputedStyle(element);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
              };
              const box = element.getBoundingClientRect();
              const inWindow = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 1 && box.height > 1;
              let around = element;
              while (around && !marked(around)) around = around.parentElement;
              // The stops within a video are drawn by the browser, and marked by it.
              return { name: \(name), seen: inWindow && (around !== null || element.localName === 'video') };
            })()
            """)
        return answer["name"].string.map { Stop(name: $0, isSeen: answer["seen"].bool == true) }
    }
}
