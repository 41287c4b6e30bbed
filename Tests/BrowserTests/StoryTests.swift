import Board
import Browser
import Foundation
import Programmes
import Publishing
import Registers
import TestSupport
import Testing

/// What visitors come for, from the first page to the last.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct StoryTests {
    /// From the home page through a place and a year to an honour, a video played, and back.
    @Test(arguments: [Viewport.phone, .desktop])
    func findsAnHonourPlaysItsVideoAndGoesBack(viewport: Viewport) async throws {
        let site = try await BuiltSite.sample
        let entry = try PageKind.entry.route(on: site)
        try await site.visit("", PageConditions(viewport)) { page in
            try await page.following { try await page.click("nav a[href$='/vinh-danh/']") }
            try #expect(await page.url == site.url(Route.entries))
            try await page.following { try await page.click("main a[href$='/\(entry)']") }
            try #expect(await page.url == site.url(entry))

            try await page.evaluate("document.querySelector('video').play()")
            try await page.wait(until: "document.querySelector('video').currentTime > 0.3")
            try await page.evaluate("document.querySelector('video').currentTime = document.querySelector('video').duration * 0.8")
            try await page.wait(until: "!document.querySelector('video').seeking && document.querySelector('video').currentTime > 1")
            try #expect(await page.evaluate("document.querySelector('video').error === null") == true)
            try #expect(await page.evaluate("document.querySelector('video track').track.mode") != "disabled")

            try await page.goBack()
            try #expect(await page.url == site.url(Route.entries))
        }
    }

    /// Two taps from the home page to any place, year, field or plan of the board.
    @Test(arguments: [PageKind.place, .year, .field, .programme])
    func twoTapsLeadToEveryList(kind: PageKind) async throws {
        let site = try await BuiltSite.sample
        let route = try kind.route(on: site)
        let index = route.prefixBefore("/") + "/"
        try await site.visit("", PageConditions(.phone)) { page in
            try await page.following { try await page.click("nav a[href$='/\(index)']") }
            try await page.following { try await page.click("main a[href$='/\(route)']") }
            try #expect(await page.url == site.url(route))
            try #expect(await page.evaluate("document.querySelectorAll('main a[href*=\"/vinh-danh/\"]').length > 0") == true)
        }
    }

    /// Who has never seen the board finds the people of a district of one year, each with the field, in three taps.
    @Test func threeTapsLeadToThePeopleOfADistrictInAYear() async throws {
        let site = try await BuiltSite.sample
        let honours = site.honours(of: "huyen-van-ninh", in: 2024)
        try #require(honours.contains { $0.field.name == "Kinh tế" })
        try await site.visit("", PageConditions(.phone, reducedMotion: true)) { page in
            try await page.following { try await page.click("nav a[href$='/\(Route.places)']") }
            try await page.following { try await page.click("main a[href$='/\(Route.place("huyen-van-ninh"))']") }
            try await page.click("a[href='#nam-2024']")
            try await page.wait(until: "Math.abs(document.getElementById('nam-2024').getBoundingClientRect().top) < 100")
            let cards = try await page.evaluate(
                "[...document.querySelectorAll('section[aria-labelledby=nam-2024] .card')].map(card => card.innerText)"
            ).strings
            #expect(cards.count == honours.count)
            for honour in honours {
                #expect(cards.contains { $0.contains(honour.subject.name) && $0.contains(honour.field.name) }, "\(honour.subject.name)")
            }
            // The third tap may as well be the field itself.
            let ofEconomy = honours.filter { $0.field.name == "Kinh tế" }
            try await page.following { try await page.click("a[href*='nam=2024&linh-vuc=kinh-te']") }
            try await page.wait(until: "document.querySelectorAll('#tim-ket-qua h3 a').length === \(ofEconomy.count)")
            let found = try await page.evaluate("[...document.querySelectorAll('#tim-ket-qua h3 a')].map(link => link.href)").strings
            #expect(Set(found) == Set(ofEconomy.map { site.url($0.route) }))
        }
    }

    @Test func aMissingAddressSaysSoAndLeadsOn() async throws {
        let site = try await BuiltSite.sample
        try await Browser.shared.withPage { page in
            try await page.open(site.url("vinh-danh/1999/khong-co/"))
            #expect(page.requests.first?.status == 404)
            try await page.following { try await page.click("main a") }
            #expect(page.requests.last { $0.kind == "Document" }?.status == 200)
        }
    }

    /// Where the connection is lost, what was loaded stays, and nothing was asked of anybody else.
    @Test func aLoadedPageStaysReadableOffline() async throws {
        let site = try await BuiltSite.sample
        try await site.visit(PageKind.entry.route(on: site)) { page in
            let words = try await Layout.visibleWords(on: page)
            try await page.setNetwork(.offline)
            try await page.press(.tab)
            try #expect(await Layout.visibleWords(on: page) == words)
            // The browser itself may still have wanted the site's little picture for its tab.
            page.forget()
        }
    }

    @Test(.enabled(if: PDFText.isExpected, "\(PDFText.absence)"))
    func prints() async throws {
        let site = try await BuiltSite.sample
        try await site.visit(PageKind.entry.route(on: site)) { page in
            let printed = try PDFText.words(of: await page.pdf())
            let story = try await page.evaluate("document.querySelector('.story').innerText.split(/\\s+/).filter(Boolean)").strings
            try #require(story.count > 50)
            #expect(story.missingInOrder(from: printed) == nil)
            let title = try #require(await page.evaluate("document.querySelector('h1').innerText").string)
            #expect(title.split(separator: " ").map(String.init).missingInOrder(from: printed) == nil)
        }
    }
}
