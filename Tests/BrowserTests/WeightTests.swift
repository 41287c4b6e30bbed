import Browser
import Foundation
import Testing

/// Pages are light: bytes are counted as they travel, compressed by gzip.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct WeightTests {
    /// The page itself, its styles and its scripts; pictures and videos are counted apart.
    @Test(arguments: PageKind.allCases)
    func aPageIsLight(kind: PageKind) async throws {
        let site = try await BuiltSite.sample
        let route = try kind.route(on: site)
        let requests = try await site.visit(route) { $0.requests }
        let pictures = requests.filter { ["Image", "Media"].contains($0.kind) }
        let others = requests.filter { !["Image", "Media"].contains($0.kind) }
        let bytes = try others.reduce(0) { try $0 + #require(site.weight(of: $1.url), "\($1.url)") }
        print("weight of \(kind.rawValue): \(bytes) bytes in \(others.count) requests, \(pictures.count) pictures besides; /\(route)")
        #expect(bytes <= 25 * 1024)
        #expect(others.count <= 6)
    }

    /// All scripts of the board together.
    @Test func scriptsAreSmall() async throws {
        let site = try await BuiltSite.sample
        let scripts = site.files.filter { $0.hasSuffix(".js") }
        let bytes = try scripts.reduce(0) { try $0 + #require(CompressedTexts.compressed(site.folder + "/" + $1)).count }
        print("weight of all scripts: \(bytes) bytes in \(scripts.count) files")
        #expect(bytes <= 10 * 1024)
    }

    /// Nothing jumps while a page loads, nor when one scrolls to its end and the pictures there come.
    @Test(arguments: PageKind.allCases, [Viewport.phone, .desktop])
    func nothingJumps(kind: PageKind, viewport: Viewport) async throws {
        let site = try await BuiltSite.sample
        try await site.visit(kind.route(on: site), PageConditions(viewport)) { page in
            try await page.scrollToTheEnd()
            try #expect(await page.layoutShift() == 0)
        }
    }

    /// On a slow phone in a slow network. Machines differ: the time is told, and only a ceiling far above it is held.
    @Test(arguments: [PageKind.home, .list, .entry, .place])
    func whatMattersComesSoon(kind: PageKind) async throws {
        let site = try await BuiltSite.sample
        try await site.visit(kind.route(on: site), PageConditions(.phone, network: .slow4G, slowdown: 4)) { page in
            let milliseconds = try #require(await page.largestPaint())
            let shift = try await page.layoutShift()
            print("largest paint of \(kind.rawValue): \(Int(milliseconds)) ms on slow 4G, layout shift \(shift)")
            #expect(shift == 0)
            #expect(milliseconds < 10_000)
        }
    }
}

extension BrowserPage {
    /// How much the page's parts jumped since it was opened (CLS).
    fileprivate func layoutShift() async throws -> Double {
        try await evaluate(
            """
            new Promise(resolve => {
              let sum = 0;
              const observer = new PerformanceObserver(list => { for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value; });
              observer.observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(sum), 50);
            })
            """
        ).number ?? .infinity
    }

    /// When the largest thing of the first screen was painted, in milliseconds (LCP).
    fileprivate func largestPaint() async throws -> Double? {
        try await evaluate(
            """
            new Promise(resolve => {
              let last = null;
              const observer = new PerformanceObserver(list => { for (const paint of list.getEntries()) last = paint.startTime; });
              observer.observe({ type: 'largest-contentful-paint', buffered: true });
              // On a busy machine the first picture of a page comes late.
              const look = tries => last !== null || tries === 0 ? resolve(last) : setTimeout(look, 300, tries - 1);
              setTimeout(look, 300, 30);
            })
            """
        ).number
    }
}
