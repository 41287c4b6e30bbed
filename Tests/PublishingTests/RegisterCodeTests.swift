import Diagnostics
import Publishing
import TestSupport
import Testing

/// A code in a register that only looks right.
@Suite struct RegisterCodeTests {
    /// Two Cyrillic letters: named, with the word as it should be, and nothing said that follows from it.
    @Test func lettersOfAnotherScriptAreNamed() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "g\u{43E}\u{43E}d")
        let found = try await site.check().diagnostics
        #expect(found.filter { $0.severity == .error }.map(\.code) == ["unknown-code"], "\(found.map(\.oneLine))")
        let code = try #require(found.first { $0.code == "unknown-code" })
        #expect(code.place?.path == "content/registers/ratings.csv" && code.place?.position?.line == 2)
        #expect(code.message.vi.contains("ký tự thứ 2 là chữ “\u{43E}” Kirin, trông như “o” Latinh (U+043E)"), "\(code.message.vi)")
        #expect(code.remedy?.vi == "Gõ lại cả từ bằng chữ Latinh: good.")
    }

    /// The same in a column whose values are the program's own.
    @Test func lettersOfAnotherScriptAreNamedInAStatus() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/awards.csv", "“Dân vận khéo”,valid", "“Dân vận khéo”,v\u{430}lid")
        let found = try await site.check().diagnostics.first { $0.code == "unknown-value" }
        #expect(found?.message.vi.contains("ký tự thứ 2 là chữ “\u{430}” Kirin") == true, "\(String(describing: found))")
        #expect(found?.remedy?.vi.contains("“valid”") == true)
    }
}
