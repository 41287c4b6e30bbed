import Board
import Browser
import Programmes
import Registers
import TestSupport
import Testing

/// Honours are found by typing, and by the filters beside.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct FindingTests {
    /// A name typed without marks leads to the honour, and the way back to the results.
    @Test(arguments: [Viewport.phone, .desktop])
    func findsAPersonByNameWithoutMarks(viewport: Viewport) async throws {
        let site = try await BuiltSite.sample
        let person = try #require(site.plan.honours.first { $0.subject.name == "Lương Thị Hồng Nhạn" })
        try await site.visit("", PageConditions(viewport)) { page in
            try await page.following { try await page.click("nav a[href$='/tim-kiem/']") }
            try await page.click("input[name=q]")
            try await page.type("luong thi hong nhan")
            try await page.wait(until: Self.firstResult + "?.pathname.endsWith('/\(person.route)')")
            try await page.following { try await page.click("#tim-ket-qua a") }
            try #expect(await page.url == site.url(person.route))
            try await page.goBack()
            try await page.wait(until: Self.firstResult + "?.pathname.endsWith('/\(person.route)')")
            try #expect(await page.evaluate("document.querySelector('input[name=q]').value") == "luong thi hong nhan")
        }
    }

    /// The filters alone, and an address that leads a friend to the same.
    @Test func filtersByDistrictAndYear() async throws {
        let site = try await BuiltSite.sample
        let expected = Set(site.honours(of: "huyen-van-ninh", in: 2024).map { site.url($0.route) })
        let results = "[...document.querySelectorAll('#tim-ket-qua h3 a')].map(link => link.href)"
        try await site.visit(Route.search) { page in
            try await page.click("#tim-noi > summary")
            try await page.click("#tim-loc > summary")
            // Places are chosen step by step: first the province, then what lies in it.
            for (name, words) in [("noi", "Tỉnh Khánh Hòa"), ("noi", "Huyện Vạn Ninh"), ("nam", "2024")] {
                try await page.choose(words, in: "select[name=\(name)]")
            }
            try await page.wait(until: "document.querySelectorAll('#tim-ket-qua h3 a').length === \(expected.count)")
            let found = try await page.evaluate(results).strings
            #expect(Set(found) == expected)
            try await page.reload()
            try await page.wait(until: "document.querySelectorAll('#tim-ket-qua h3 a').length === \(expected.count)")
            let again = try await page.evaluate(results).strings
            #expect(again == found)
        }
    }

    /// The results are read out: how many there are is said, and axe finds nothing wrong with them, light and dark.
    @Test(.enabled(if: Axe.isExpected, "\(Axe.absence)"), arguments: [Viewport.phone, .desktop])
    func resultsAreAccessible(viewport: Viewport) async throws {
        let site = try await BuiltSite.sample
        try await site.visit(Route.search + "?q=mau", PageConditions(viewport)) { page in
            try await page.wait(until: "document.querySelectorAll('#tim-ket-qua li').length > 0")
            try await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
            try #expect(await page.evaluate("document.querySelector('[role=status]').textContent.trim().length > 0") == true)
            try await expectNone(Axe.violations(on: page))
            try await expectNone(Layout.overflow(on: page))
            try await page.setColours(dark: true)
            try await expectNone(Axe.violations(of: .colours, on: page), "dark")
        }
    }

    private static let firstResult = "document.querySelector('#tim-ket-qua a')"
}

extension BrowserPage {
    /// Chooses the first option whose text contains `words`, once it is there.
    fileprivate func choose(_ words: String, in selector: String) async throws {
        let option = "[...document.querySelector('\(selector)').options].find(option => option.text.includes('\(words)'))"
        try await wait(until: option)
        try await evaluate(
            """
            {
              const option = \(option);
              option.selected = true;
              option.closest('select').dispatchEvent(new Event('change', { bubbles: true }));
            }
            """)
    }
}
