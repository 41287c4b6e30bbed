import Browser
import Foundation
import TestSupport

/// axe-core, which finds what keeps people from using a page.
enum Axe {
    /// What a suite says when it skips.
    static let absence = "no axe-core in .build/web-tools: run Scripts/install-tools test"

    private static let path = Repository.root + "/.build/web-tools/axe.min.js"
    private static let script = try? String(contentsOfFile: path, encoding: .utf8)

    /// Whether it is here, or must be.
    static let isExpected = script != nil || ProcessInfo.processInfo.environment["CI"] == "true"

    /// What axe looks for.
    enum Scope: String {
        /// WCAG 2.2 at level AA, and good practice.
        case everything = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']"
        /// All that colours can change about a page.
        case colours = "['color-contrast', 'link-in-text-block']"
    }

    /// What axe finds wrong with the page as it is shown now.
    ///
    /// - Returns: for each violation the rule, the element, and what to do.
    static func violations(of scope: Scope = .everything, on page: BrowserPage) async throws -> [String] {
        guard let script else { throw SiteFixture.Mistake(words: absence) }
        if try await page.evaluate("typeof axe") != "object" { try await page.evaluate(script + ";0") }
        return try await page.evaluate(
            """
            axe.run(document, {
              // Without asking for the styles once more: that would be a request of the test's own.
              preload: false,
              resultTypes: ['violations'],
              runOnly: \(scope.rawValue),
            }).then(found => found.violations.flatMap(violation => violation.nodes.map(
              node => `${violation.id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}: ${node.failureSummary.split('\\n').slice(1).join(' ').trim()}`)))
            """, seconds: 60
        ).strings
    }
}
