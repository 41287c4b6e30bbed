import Board
import Browser
import TestSupport
import Testing

/// Choosing in the search's filters by keys: an arrow on a closed list passes a choice by and makes none (WCAG 3.2.2).
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct ChoosingByKeysTests {
    /// The search page with the filter of places open and its list in focus.
    private static func choosing(_ body: (BrowserPage) async throws -> Void) async throws {
        let site = try await BuiltSite.sample
        try await site.visit(Route.search) { page in
            try await page.click("#tim-noi summary")
            try await page.wait(until: "document.querySelector('[name=noi]').options.length > 2")
            try await page.evaluate("document.querySelector('[name=noi]').focus()")
            try await body(page)
        }
    }

    private static func value(_ page: BrowserPage) async throws -> String? {
        try await page.evaluate("document.querySelector('[name=noi]').value").string
    }

    private static func options(_ page: BrowserPage) async throws -> [String] {
        try await page.evaluate("[...document.querySelector('[name=noi]').options].map(option => option.value)").strings
    }

    private static func history(_ page: BrowserPage) async throws -> Double? { try await page.evaluate("history.length").number }

    @Test func arrowsStepThroughOneListAndLeaveOneEntry() async throws {
        try await Self.choosing { page in
            let (before, provinces) = (try await Self.history(page), try await Self.options(page))
            try #require(provinces.count > 2)
            for step in 1...2 {
                try await page.press(.down)
                try #expect(await Self.value(page) == provinces[step])
            }
            // Nothing was applied yet: the list is the same, and so is the address.
            try #expect(await Self.options(page) == provinces)
            try #expect(await Self.history(page) == before)
            try #expect(await page.url.contains("noi=") == false)
            // After a pause the results are there, and are said; the list stays as it is.
            try await page.wait(until: "document.getElementById('tim-dem').textContent.startsWith('Tìm thấy')")
            try #expect(await page.url.hasSuffix("?noi=\(provinces[2])"))
            try #expect(await Self.options(page) == provinces)
            // Going on replaces the entry of before.
            try await page.press(.up)
            try await page.wait(until: "location.search === '?noi=\(provinces[1])'")
            try #expect(await Self.history(page) == (before ?? 0) + 1)
            try #expect(await Self.options(page) == provinces)
            // Who leaves the list has chosen: now it offers what lies within.
            try await page.press(.tab)
            try await page.wait(until: "document.querySelector('[name=noi]').options[2]?.value !== '\(provinces[2])'")
            try #expect(await Self.value(page) == provinces[1])
            try #expect(await Self.history(page) == (before ?? 0) + 1)
            // One way back.
            try await page.evaluate("history.back()")
            try await page.wait(until: "location.search === ''")
            try await page.wait(until: "document.querySelector('[name=noi]').value === ''")
        }
    }

    /// Whoever does not wait for the pause gets the choice at once.
    @Test(arguments: [BrowserPage.Key.enter, .tab])
    func enterAndLeavingChooseAtOnce(key: BrowserPage.Key) async throws {
        try await Self.choosing { page in
            let (before, provinces) = (try await Self.history(page), try await Self.options(page))
            try await page.press(.down)
            try await page.press(key)
            try await page.wait(until: "location.search === '?noi=\(provinces[1])'")
            try await page.wait(until: "document.getElementById('tim-dem').textContent.startsWith('Tìm thấy')")
            try await page.wait(until: "document.querySelector('[name=noi]').options[2]?.value !== '\(provinces[2])'")
            try #expect(await Self.history(page) == (before ?? 0) + 1)
            let focused = try await page.evaluate("document.activeElement.name ?? ''").string
            #expect((focused == "noi") == (key == .enter), "Enter leaves the focus where it is")
        }
    }

    /// Letters are steps too: “Tỉnh …” is not chosen at its first letter.
    @Test func lettersAreSteps() async throws {
        try await Self.choosing { page in
            let before = try await Self.history(page), provinces = try await Self.options(page)
            try await page.type("T")
            try #expect(await Self.value(page) != "")
            try #expect(await Self.history(page) == before)
            try #expect(await Self.options(page) == provinces)
        }
    }

    /// A pointer's choice is one at once, also after keys were used.
    @Test func aPointersChoiceIsAppliedAtOnce() async throws {
        try await Self.choosing { page in
            let provinces = try await Self.options(page)
            try await page.evaluate(
                "(() => { const select = document.querySelector('[name=noi]'); select.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true})); select.value = '\(provinces[1])'; select.dispatchEvent(new Event('change', {bubbles: true})); })()"
            )
            try await page.wait(until: "location.search === '?noi=\(provinces[1])'", seconds: 5)
            try await page.wait(until: "document.querySelector('[name=noi]').options[2]?.value !== '\(provinces[2])'")
        }
    }
}
