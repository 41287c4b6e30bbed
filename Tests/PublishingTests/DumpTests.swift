import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

@Suite(.enabled(if: ProcessInfo.processInfo.environment["DUMP"] != nil)) struct DumpTests {
    @Test func dump() async throws {
        var text = ""
        for broken in BrokenSite.all {
            text += "## \(broken.name)\n"
            do {
                let site = try SiteFixture()
                try broken.apply(to: site)
                let formatter = TextFormatter(language: .vietnamese, coloured: false) { path in
                    (try? site.read(path))?.split(separator: "\n", omittingEmptySubsequences: false)
                }
                for d in try await site.check().diagnostics { text += d.oneLine + " " + d.message.vi + " || " + (d.remedy?.vi ?? "NO REMEDY") + "\n" + formatter.format(d).split(separator: "\n").dropFirst().prefix(2).filter { $0.contains("|") }.map { "      " + $0 + "\n" }.joined() }
            } catch { text += "!! \(error)\n" }
        }
        try text.write(toFile: "/tmp/hs/actual.txt", atomically: true, encoding: .utf8)
    }
}
