import Board
import Foundation
import Publishing
import TestSupport
import Testing

/// The board within a portal.
@Suite struct EmbedTests {
    @Test func theListForFramesStandsAlone() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build(base: "https://tinh.gov.vn/bang-vang/").summary()
        let page = try site.page("nhung/")
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(!page.contains("<header") && !page.contains("<footer") && !page.contains("<nav"))
        let links = page.components(separatedBy: "<a ").dropFirst()
        #expect(links.count == 10, "the board, eight honours, all honours")
        for link in links { #expect(link.contains("target=\"_top\"") && link.contains("href=\"/bang-vang/"), "\(link.prefix(80))") }
        let first = try #require(page.range(of: "to-hop-tac-rau-dong-gieng-2026")), last = try #require(page.range(of: "2024/"))
        #expect(first.lowerBound < last.lowerBound, "the latest first")
    }

    /// Whatever folder the board lies in, nothing of it points outside that folder.
    @Test(arguments: ["https://tinh.gov.vn/a/b/bang-vang/", "http://127.0.0.1:8080/bv/"])
    func everyAddressBeginsWithTheBase(base: String) async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build(base: base).summary()
        let address = try #require(BaseAddress(base))
        // Links that share a page, and videos elsewhere, lead to other hosts.
        let host = String(address.absolute.dropLast(address.path.count))
        var count = 0
        for (file, bytes) in try site.publishedBytes() where file.hasSuffix(".html") {
            let text = String(decoding: bytes, as: UTF8.self)
            for mark in ["href=\"", "src=\"", "srcset=\"", "poster=\"", "action=\"", "; url="] {
                for link in text.components(separatedBy: mark).dropFirst() {
                    for part in link.prefix(while: { $0 != "\"" }).components(separatedBy: mark == "srcset=\"" ? ", " : "\"") {
                        count += 1
                        #expect(
                            part.hasPrefix(address.path) || part.hasPrefix(address.absolute) || part.hasPrefix("#")
                                || part.hasPrefix("mailto:")
                                || part.hasPrefix("tel:") || part.hasPrefix("https://") && !part.hasPrefix(host), "\(file): \(part)")
                    }
                }
            }
        }
        #expect(count > 3000)
    }
}
