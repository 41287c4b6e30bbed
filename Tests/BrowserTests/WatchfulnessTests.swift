import Board
import Browser
import Testing

/// The checks themselves see what they are there to see: what is planted is found.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct WatchfulnessTests {
    @Test func whatGoesWrongInAPageIsHeard() async throws {
        let site = try await BuiltSite.sample
        try await Browser.shared.withPage { page in
            try await page.open(site.url(Route.home))
            #expect(page.complaints == [])
            try await page.evaluate("console.error('planted'); setTimeout(() => { throw new Error('thrown') })")
            try await page.evaluate("fetch('khong-co.json').then(answer => answer.status)")
            // The policy of the page lets nothing go elsewhere, and says so.
            try await page.evaluate("fetch('http://127.0.0.1:9/').catch(() => 0)")
            for words in ["planted", "thrown", "404", "Content Security Policy"] {
                #expect(page.complaints.contains { $0.contains(words) }, "\(words)")
            }
            #expect(page.requests.contains { $0.url.hasSuffix("khong-co.json") && $0.status == 404 })
        }
    }

    @Test func whatNeverComesIsGivenUp() async throws {
        try await Browser.shared.withPage { page in
            await #expect(throws: BrowserFailure.self) { try await page.wait(until: "false", seconds: 0.2) }
            await #expect(throws: BrowserFailure.self) { try await page.evaluate("new Promise(() => {})", seconds: 0.2) }
            await #expect(throws: BrowserFailure.self) { try await page.click("#khong-co") }
            await #expect(throws: BrowserFailure.self) { try await page.open("http://127.0.0.1:9/") }
        }
    }

    @Test(.enabled(if: Axe.isExpected, "\(Axe.absence)"))
    func axeFindsWhatIsPlanted() async throws {
        let site = try await BuiltSite.sample
        try await Browser.shared.withPage { page in
            try await page.open(site.url(Route.home))
            try await page.evaluate(
                """
                document.documentElement.removeAttribute('lang');
                document.querySelector('main').append(new Image());
                document.querySelector('.lead').style.color = 'rgb(190 190 190)';
                """)
            let rules = Set(try await Axe.violations(on: page).map { $0.prefixBefore(":") })
            #expect(rules.isSuperset(of: ["html-has-lang", "image-alt", "color-contrast"]))
            let colours = Set(try await Axe.violations(of: .colours, on: page).map { $0.prefixBefore(":") })
            #expect(colours == ["color-contrast"])
        }
    }

    @Test func whatIsTooWideOrCrampedIsFound() async throws {
        let site = try await BuiltSite.sample
        try await site.visit(Route.home, PageConditions(.narrow)) { page in
            try await page.evaluate(
                """
                const wide = document.createElement('p');
                wide.textContent = 'Rộng';
                Object.assign(wide.style, { width: '500px', lineHeight: '1' });
                document.querySelector('main').append(wide);
                """)
            let overflow = try await Layout.overflow(on: page)
            #expect(overflow.contains { $0.contains("Rộng") })
            let cramped = try await Layout.crampedText(on: page)
            #expect(cramped.contains { $0.contains("Rộng") })
        }
    }
}
