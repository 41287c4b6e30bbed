import Board
import Browser
import Diagnostics
import Entries
import Foundation
import Places
import Publishing
import TestSupport
import Testing

/// A board that was built and is served for as long as the tests run.
final class BuiltSite: Sendable {
    let plan: SitePlan
    private let fixture: SiteFixture
    private let server: SiteServer

    init(_ fixture: SiteFixture) async throws {
        self.fixture = fixture
        server = try await SiteServer(root: fixture.root + "/public")
        let result = try await fixture.build(base: server.base)
        _ = try result.summary()
        guard case .written(let evaluation, _) = result, let plan = evaluation.plan else {
            throw SiteFixture.Mistake(words: "the board has no plan")
        }
        self.plan = plan
    }

    private static let building = Task { try await BuiltSite(SiteFixture.sampleBoard()) }

    /// The sample board, built when it is first asked for.
    static var sample: BuiltSite { get async throws { try await building.value } }

    /// The whole address of a route.
    func url(_ route: String) -> String {
        // As addresses are written: a name with a space or an accent is encoded.
        server.base + (route.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.union(["?"])) ?? route)
    }

    /// The honours of a place, those within it included, in one year.
    func honours(of place: String, in year: Int) -> [Honour] {
        plan.honours.filter { $0.entry.year.value == year && $0.places.contains { $0.id == place } }
    }

    /// The published files, by their paths.
    var files: [String] { FileTree.files(in: fixture.root + "/public") }

    var folder: String { fixture.root + "/public" }

    /// How many bytes of an address of the board travel, compressed where it is text.
    func weight(of url: String) -> Int? {
        guard url.hasPrefix(server.base), let path = String(url.dropFirst(server.base.count)).removingPercentEncoding else { return nil }
        return CompressedTexts.compressed(folder + "/" + Route.file(for: path.prefixBefore("#").prefixBefore("?")))?.count
    }

    // MARK: Visiting

    /// Opens a page of the board, does something there, and expects that it went quietly: no error in the console,
    /// every request to the board itself and answered. The first page's address is no exception.
    func visit<Result: Sendable>(
        _ route: String, _ conditions: PageConditions = PageConditions(), sourceLocation: SourceLocation = #_sourceLocation,
        _ body: (BrowserPage) async throws -> Result
    ) async throws -> Result {
        try await Browser.shared.withPage(conditions) { page in
            try await page.open(url(route))
            let result = try await body(page)
            expectQuiet(page, at: route, sourceLocation)
            return result
        }
    }

    private func expectQuiet(_ page: BrowserPage, at route: String, _ sourceLocation: SourceLocation) {
        let isComplete = page.conditions.blocked.isEmpty
        let elsewhere = page.requests.map(\.url).filter { !$0.hasPrefix(server.base) }
        #expect(elsewhere == [], "requests that leave the board, from \(route)", sourceLocation: sourceLocation)
        guard isComplete else { return }
        let failed = page.requests.filter { $0.failure != nil || ($0.status ?? 200) >= 400 }
        #expect(failed == [], "requests that failed, from \(route)", sourceLocation: sourceLocation)
        #expect(page.complaints == [], "complaints of \(route)", sourceLocation: sourceLocation)
    }
}

extension String {
    func prefixBefore(_ mark: Character) -> String { String(prefix { $0 != mark }) }
}
