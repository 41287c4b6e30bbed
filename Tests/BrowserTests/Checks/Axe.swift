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

    /// Everything that axe finds wrong with the page as it is shown now, by WCAG 2.2 at level AA and by good practice.
    ///
    /// - Returns: `rule: element` for each violation.
    static func violations(on page: BrowserPage) async throws -> [String] {
        guard let script else { throw SiteFixture.Mistake(words: absence) }
        if try await page.evaluate("typeof axe") != "object" { try await page.evaluate(script + ";0") }
        return try await page.evaluate(
            """
            axe.run(document, {
              resultTypes: ['violations'],
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
            }).then(found => found.violations.flatMap(violation => violation.nodes.map(
              node => `${violation.id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}: ${node.failureSummary.split('\\n').slice(1).join(' ').trim()}`)))
            """, seconds: 60
        ).strings
    }
}
