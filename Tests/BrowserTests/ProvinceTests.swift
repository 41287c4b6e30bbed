import Board
import Browser
import Diagnostics
import Entries
import Foundation
import Programmes
import Registers
import TestSupport
import Testing

/// What holds on the sample holds at the size of a province: bytes, requests, axe, reflow, and how far down the first honour stands.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct ProvinceTests {
    private static let building = Task { try await BuiltSite(ProvinceBoard.board()) }

    /// The kinds of pages that grow with the board.
    static let kinds: [PageKind] = [
        .home, .list, .entry, .places, .place, .years, .year, .fields, .field, .programmes, .programme, .decisions, .decision, .search,
        .names, .statistics, .openData, .embed,
    ]

    /// The heaviest page of a kind, as it lies in the output folder.
    private static func route(of kind: PageKind, on site: BuiltSite) throws -> String {
        let routes = site.plan.pages.filter { PageKind($0, of: site.plan) == kind }.map { site.plan.route(of: $0) }
        func size(_ route: String) throws -> Int {
            try FileManager.default.attributesOfItem(atPath: site.folder + "/" + Route.file(for: route))[.size] as? Int ?? 0
        }
        return try #require(try routes.max { try size($0) < size($1) })
    }

    @Test(arguments: kinds)
    func aPageIsLight(kind: PageKind) async throws {
        let site = try await Self.building.value
        let route = try Self.route(of: kind, on: site)
        let requests = try await site.visit(route) { $0.requests }.filter { !["Image", "Media"].contains($0.kind) }
        let bytes = try requests.reduce(0) { try $0 + #require(site.weight(of: $1.url), "\($1.url)") }
        print("weight of \(kind.rawValue) of a province: \(bytes) bytes in \(requests.count) requests; /\(route)")
        #expect(bytes <= 25 * 1024)
        #expect(requests.count <= 6)
    }

    /// What machines read a page at a time keeps to the same bound; the whole open data are one file on purpose.
    @Test func sitemapsAndFeedsAreLight() async throws {
        let site = try await Self.building.value
        let files = site.files.filter { $0.hasSuffix(".xml") }
        #expect(files.count { $0.hasPrefix("sitemap") } > 1)
        for file in files where !file.contains("/") {
            let bytes = try #require(CompressedTexts.compressed(site.folder + "/" + file)).count
            #expect(bytes <= 25 * 1024, "\(file): \(bytes)")
        }
    }

    @Test(.enabled(if: Axe.isExpected, "\(Axe.absence)"), arguments: kinds, [Viewport.phone, .desktop])
    func axeFindsNothing(kind: PageKind, viewport: Viewport) async throws {
        let site = try await Self.building.value
        try await site.visit(Self.route(of: kind, on: site), PageConditions(viewport)) { page in
            try await page.openEverything()
            try await expectNone(Axe.violations(on: page))
            try await page.setColours(dark: true)
            try await expectNone(Axe.violations(of: .colours, on: page), "dark")
        }
    }

    @Test(arguments: kinds)
    func nothingScrollsSideways(kind: PageKind) async throws {
        let site = try await Self.building.value
        try await site.visit(Self.route(of: kind, on: site), PageConditions(.narrow)) { page in
            try await page.openEverything()
            try await expectNone(Layout.overflow(on: page))
            try await expectNone(Layout.crampedText(on: page))
        }
    }

    /// On a phone the first honour of a list stands within three screens, not after a list of names (faults: citizens, 1).
    @Test(arguments: [PageKind.list, .place, .year, .field, .programme, .decision])
    func theFirstHonourIsSoonThere(kind: PageKind) async throws {
        let site = try await Self.building.value
        let first = try #require(
            site.plan.listings.filter { listing in
                site.plan.pages.contains { page in
                    if case .listing(let index, 1) = page {
                        PageKind(page, of: site.plan) == kind && site.plan.listings[index].route == listing.route
                    } else {
                        false
                    }
                }
            }.max { $0.honours.count < $1.honours.count })
        try await site.visit(first.route, PageConditions(.phone)) { page in
            let top = try #require(await page.evaluate("document.querySelector('.card').getBoundingClientRect().top + scrollY").number)
            print("first honour of \(kind.rawValue): \(Int(top)) px; /\(first.route)")
            #expect(top < 3 * 844)
        }
    }

    // MARK: A plan's page

    /// It counts, and each count leads to just those honours.
    @Test func aPlanCountsAndLeads() async throws {
        let site = try await Self.building.value
        let plan = site.plan.honours.filter { $0.programme.id == ProvinceBoard.plan }
        try await site.visit(Route.programme(ProvinceBoard.plan), PageConditions(.phone)) { page in
            try #expect(await page.evaluate("document.querySelectorAll('.plan a').length").number ?? 999 < 100)
            try await page.openEverything()
            for (filter, expected) in [
                ("nam=2024&cap=cap-co-so&ke-hoach=", plan.count { $0.entry.year.value == 2024 && $0.level == "base" }),
                ("nam=2024&loai=ho-gia-dinh&ke-hoach=", plan.count { $0.entry.year.value == 2024 && $0.subject.kind == .household }),
                ("?linh-vuc=kinh-te&ke-hoach=", plan.count { $0.field.id == "economy" }),
                ("?cap=cap-tinh&ke-hoach=", plan.count { $0.level == "province" }),
            ] {
                try #require(expected > 0)
                let link = try #require(
                    await page.evaluate("document.querySelector('main a[href*=\"\(filter)\(ProvinceBoard.plan)\"]')?.href").string,
                    "\(filter)")
                let words = try await page.evaluate(
                    "document.querySelector('main a[href*=\"\(filter)\(ProvinceBoard.plan)\"]').textContent"
                ).string
                #expect(words?.contains(String(expected)) == true, "\(words ?? "")")
                try await site.visit(Route.search) { search in
                    try await search.open(link)
                    try await search.wait(until: "document.getElementById('tim-dem').textContent.includes('Tìm thấy \(expected) ')")
                }
            }
        }
    }

    /// Without scripts the years lead on.
    @Test func aPlansYearsLeadToTheirPlaceInTheList() async throws {
        let site = try await Self.building.value
        try await site.visit(Route.programme(ProvinceBoard.plan), PageConditions(scripts: false)) { page in
            try await page.setScripts(running: true)
            let link = try #require(await page.evaluate("document.querySelector('.filled a[href$=\"#nam-2020\"]')?.href").string)
            try await page.setScripts(running: false)
            try await page.open(link)
            try await page.setScripts(running: true)
            try #expect(await page.evaluate("document.querySelector('#nam-2020')?.textContent").string == "Năm 2020")
        }
    }

    // MARK: The index of places

    /// The upper levels only, each with what it has below; a place that is not shown is one page further.
    @Test func theIndexOfPlacesCountsWhatItDoesNotShow() async throws {
        let site = try await Self.building.value
        try await site.visit(Route.places) { page in
            let shown = try #require(await page.evaluate("document.querySelectorAll('.tree a').length").number)
            #expect(shown < 300 && shown >= 38)
            try #expect(
                await page.evaluate(
                    "document.querySelector('a[href$=\"/huyen-mau-1/\"]').parentElement.textContent.includes('24 địa bàn trực thuộc')")
                    == true)
        }
        try await site.visit(Route.place("tinh-mau-hai"), PageConditions(.phone)) { page in
            try #expect(await page.evaluate("document.querySelector('.facts summary').textContent").string == "110 địa bàn")
            try #expect(await page.evaluate("document.querySelectorAll('.facts details a').length").number == 110)
        }
    }

    @Test(arguments: [PageKind.programme, .places, .place, .search], [Viewport.phone, .desktop])
    func picturesAreKept(kind: PageKind, viewport: Viewport) async throws {
        let folder = Repository.root + "/.build/screenshots"
        let site = try await Self.building.value
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let route = kind == .place ? Route.place("tinh-mau-hai") : try Self.route(of: kind, on: site)
        try await site.visit(kind == .programme ? Route.programme(ProvinceBoard.plan) : route, PageConditions(viewport)) { page in
            let picture = try await page.screenshot()
            #expect(picture.count > 10_000)
            try picture.write(to: URL(fileURLWithPath: "\(folder)/province-\(kind.rawValue)-\(viewport.name).png"))
        }
    }
}

extension BrowserPage {
    /// Opens all that is folded away.
    fileprivate func openEverything() async throws {
        try await evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    }
}
