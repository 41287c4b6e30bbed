import Browser
import Foundation
import TestSupport
import Testing

/// Keeps a picture of every kind of page in `.build/screenshots/`, for people to look at.
@Suite(.enabled(if: ChromiumProgram.isExpected, "\(ChromiumProgram.absence)"), .timeLimit(.minutes(20)))
struct ScreenshotTests {
    private static let folder = Repository.root + "/.build/screenshots"

    @Test(arguments: PageKind.allCases, [Viewport.phone, .desktop])
    func everyKindOfPageIsKept(kind: PageKind, viewport: Viewport) async throws {
        let site = try await BuiltSite.sample
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
        try await site.visit(kind.route(on: site), PageConditions(viewport)) { page in
            try await page.scrollToTheEnd()
            for (colours, isDark) in [("light", false), ("dark", true)] {
                try await page.setColours(dark: isDark, reducedMotion: true)
                let picture = try await page.screenshot()
                // A page in one colour alone would take less.
                #expect(picture.count > 10_000)
                try picture.write(to: URL(fileURLWithPath: "\(Self.folder)/\(kind.rawValue)-\(viewport.name)-\(colours).png"))
            }
        }
    }
}
