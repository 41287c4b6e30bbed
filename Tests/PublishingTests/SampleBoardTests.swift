import Board
import Diagnostics
import Eligibility
import Foundation
import Publishing
import TestSupport
import Testing

/// The sample board that comes with the project.
@Suite struct SampleBoardTests {
    /// All but the one that shows what becomes of a revoked decision.
    @Test func everyEntryIsPublishedWithoutAnError() async throws {
        let evaluation = try await SiteFixture.sampleBoard().check()
        #expect(evaluation.diagnostics.filter { $0.severity == .error }.map(\.oneLine) == [])
        let others = zip(evaluation.content.corpus.entries, evaluation.report.entries).filter { $1.fate != .published }
        #expect(others.map(\.0.id) == ["ho-ba-mau-thi-hien-2026"])
        #expect(others.map(\.1.fate) == [.revoked])
        #expect(evaluation.content.corpus.entries.count >= 20)
    }

    /// One cell from good to fair: the entry that rests on it is refused, in words, and the site stays as it was.
    @Test func oneRatingBelowTheMinimumIsRefusedByItsClause() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build().summary()
        let before = site.published()
        let bytes = try site.publishedBytes()

        let ratings = "content/registers/ratings.csv"
        var lines = try site.read(ratings).components(separatedBy: "\n")
        let row = try #require(lines.firstIndex { $0.hasPrefix("dang-bo-xa-mau-an,2021H1,") })
        lines[row] = lines[row].replacingOccurrences(of: ",good,", with: ",fair,")
        try site.write(ratings, lines.joined(separator: "\n"))

        let errors = try #require(try await site.build().refusal).filter { $0.severity == .error }
        #expect(errors.count == 1)
        let finding = try #require(errors.first)
        #expect(["III.2.1", "III.2.2"].contains(finding.clause?.cite))
        #expect(finding.clause?.document.contains("29-KH/HU") == true)
        #expect(finding.place?.path == ratings)
        #expect(finding.place?.position?.line == Int32(row + 1))
        #expect(finding.message.vi.contains("Đảng bộ xã Mẫu An"))
        #expect(finding.required?.vi.contains("hoàn thành tốt nhiệm vụ") == true)
        #expect(finding.remedy != nil)
        #expect(finding.notes.first?.place?.path == "content/entries/2021/dang-bo-xa-mau-an-2021/index.md")
        #expect(site.published() == before)
        #expect(try site.publishedBytes() == bytes)
    }

    /// The board may stand in a folder of a portal: every link stays within it, and leads to a file.
    @Test(arguments: ["https://tinh.gov.vn/chuyen-muc/bangvang/", "https://bangvang.example.vn/"])
    func everyLinkLeadsToAFile(base: String) async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build(base: base).summary()
        let address = try #require(BaseAddress(base))
        let pages = try site.publishedBytes()
        var links = 0
        for (file, bytes) in pages where file.hasSuffix(".html") || file.hasSuffix(".xml") || file == "robots.txt" {
            for link in SiteLink.all(in: String(decoding: bytes, as: UTF8.self), file: file) {
                guard let target = link.target(under: address) else {
                    #expect(link.isExternal, "\(file): \(link.text)")
                    continue
                }
                links += 1
                let path = target.path.isEmpty && link.text.hasPrefix("#") ? file : Route.file(for: target.path)
                #expect(pages[path] != nil, "\(file): \(link.text)")
                if !target.fragment.isEmpty, let page = pages[path] {
                    #expect(String(decoding: page, as: UTF8.self).contains("id=\"\(target.fragment)\""), "\(file): \(link.text)")
                }
            }
        }
        #expect(links > 1000)
    }
}

/// A link as it stands in a published file.
private struct SiteLink {
    var text: String

    static func all(in text: String, file: String) -> [SiteLink] {
        if file == "robots.txt" {
            return text.split(separator: "\n").filter { $0.hasPrefix("Sitemap: ") }.map { SiteLink(text: String($0.dropFirst(9))) }
        }
        let marks =
            file.hasSuffix(".xml")
            ? ["<loc>", "href=\"", "<id>"] : ["href=\"", "src=\"", "poster=\"", "og:image\" content=\"", "og:url\" content=\""]
        return marks.flatMap { mark in
            text.components(separatedBy: mark).dropFirst().map { piece in
                SiteLink(text: String(piece.prefix { $0 != "\"" && $0 != "<" }).replacingOccurrences(of: "&amp;", with: "&"))
            }
        }
    }

    /// The address below the board's base, and the part behind `#`; nil where the link leaves the board.
    func target(under base: BaseAddress) -> (path: String, fragment: String)? {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let fragment = parts.count == 2 ? parts[1] : ""
        // What is asked of the search page is its own.
        let path = String(parts.first?.prefix { $0 != "?" } ?? "")
        if path.isEmpty { return ("", fragment) }
        for prefix in [base.absolute, base.path] where path.hasPrefix(prefix) { return (String(path.dropFirst(prefix.count)), fragment) }
        return nil
    }

    var isExternal: Bool { ["https://", "http://", "mailto:", "tel:", "tag:"].contains { text.hasPrefix($0) } }
}
