import Browser
import Foundation
import TestSupport
import Testing

/// What somebody sees who edits beside an open preview.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct PreviewReloadTests {
    private static let style = "site-templates/assets/style.css"

    /// A changed style sheet takes the old one's place: the page stays, and stays where it was scrolled to.
    @Test func aStyleSheetIsSwappedInPlace() async throws {
        let site = try SiteFixture()
        let preview = try await RunningPreview(site)
        try await Browser.shared.withPage(PageConditions(.phone)) { page in
            try await page.open(preview.base)
            try await page.evaluate("window.isSamePage = true; scrollTo({ top: 300, behavior: 'instant' })")
            let place = try await page.evaluate("scrollY")
            try #expect(await page.evaluate("scrollY > 0") == true)
            for offset in [7, 9] {
                try site.append(to: Self.style, "\nbody { outline-offset: \(offset)px; }\n")
                try await page.wait(until: "getComputedStyle(document.body).outlineOffset === '\(offset)px'", seconds: 60)
                // The old one has gone.
                try await page.wait(until: "document.querySelectorAll('link[rel=stylesheet][href*=style]').length === 1")
            }
            try #expect(await page.evaluate("window.isSamePage === true") == true)
            try #expect(await page.evaluate("scrollY") == place)
            #expect(page.complaints == [])
        }
        withExtendedLifetime(preview) {}
    }

    /// Another text has the page loaded again, at the place where it was; a change elsewhere leaves it alone.
    @Test func onlyAPageThatIsAnotherIsLoadedAgain() async throws {
        let site = try SiteFixture()
        let preview = try await RunningPreview(site)
        try await Browser.shared.withPage(PageConditions(.phone)) { page in
            try await page.open(preview.base + "vinh-danh/2024/tran-thi-vi-du-2024/")
            try await page.evaluate("window.isSamePage = true; scrollTo({ top: 100, behavior: 'instant' })")
            let place = try await page.evaluate("scrollY")
            try site.append(to: "content/pages/gioi-thieu.md", "\nThêm một câu.\n")
            // Both are shown; only the style of this page was another.
            try site.append(to: Self.style, "\nbody { outline-offset: 7px; }\n")
            try await page.wait(until: "getComputedStyle(document.body).outlineOffset === '7px'", seconds: 60)
            try #expect(await page.evaluate("window.isSamePage === true") == true)

            try site.append(to: "content/entries/2024/tran-thi-vi-du-2024.md", "\nBà vừa kể thêm.\n")
            try await page.wait(until: "window.isSamePage === undefined && document.body.innerText.includes('Bà vừa kể thêm')", seconds: 60)
            try await page.wait(until: "document.readyState === 'complete'")
            try #expect(await page.evaluate("scrollY") == place)
            #expect(page.complaints == [])
        }
        withExtendedLifetime(preview) {}
    }
}
