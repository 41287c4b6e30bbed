import Foundation
import TestSupport
import Testing

/// What the guide shows of the program's answers on the sample board is what the program answers.
@Suite struct GuideTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    @Test func theSumsOfACheckAreTrue() throws {
        let guide = try String(contentsOfFile: Self.root + "/docs/huong-dan.md", encoding: .utf8)
        let outcome = try BuiltProgram.run(["check", "--root", Self.root, "--as-of", "2026-08-20"])
        let sums = outcome.output.split(separator: "\n").suffix(2).joined(separator: "\n")
        #expect(guide.contains("\n```\n\(sums)\n```\n"), "\(sums)")
        // Figures that change with every page: the guide leaves them out.
        #expect(guide.firstMatch(of: /Đã dựng [0-9]/) == nil)
    }
}
