import Board
import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// Corrections and revocations are told in public.
@Suite struct NoticeTests {
    private static let individual = "content/entries/2024/tran-thi-vi-du-2024.md"
    private static let awards = "content/registers/awards.csv"

    @Test func aBoardWithNothingToTellHasNoSuchPage() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        #expect(!site.exists("public/dinh-chinh"))
        #expect(try !site.publishedText().contains("dinh-chinh/"))
    }

    @Test func aCorrectionStandsOnItsPageAndInTheList() async throws {
        let site = try SiteFixture()
        try site.replace(
            in: Self.individual, "publish:",
            """
            corrections:
              - {on: 01/3/2025, text: "Bà làm việc ấy đã sáu năm, không phải bảy."}
              - {on: 05/4/2025, text: "Ngõ dài 300 m & đã lát gạch."}
            publish:
            """)
        _ = try await site.build().summary()
        for route in ["vinh-danh/2024/tran-thi-vi-du-2024/", "dinh-chinh/"] {
            // Behind what is for machines, where no order counts.
            let page = try #require(try site.page(route).components(separatedBy: "</head>").last)
            let (old, new) = (page.range(of: "đã sáu năm, không phải bảy"), page.range(of: "300 m &amp; đã lát gạch"))
            #expect(try #require(old).lowerBound > (try #require(new)).lowerBound, "the latest first, on \(route)")
            #expect(page.contains("<time datetime=\"2025-03-01\">01/3/2025</time>"))
        }
        let list = try site.page("dinh-chinh/")
        #expect(list.contains("<a href=\"/vinh-danh/2024/tran-thi-vi-du-2024/\">Bà Trần Thị Ví Dụ: giữ ngõ sạch</a>"))
        #expect(try site.page("").contains("href=\"/dinh-chinh/\""))
        #expect(try !site.page("vinh-danh/2023/ho-le-van-mau-2023/").contains("<section class=\"corrections\""))
    }

    @Test func aCorrectionOfTomorrowStopsTheBuild() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "publish:", "corrections: [{on: 02/12/2025, text: \"Sửa.\"}]\npublish:")
        #expect(try await site.build().refusal?.map(\.oneLine) == ["\(Self.individual):12:20 error [correction-in-future]"])
    }

    /// A correction may name whom it corrects: it goes with the entry.
    @Test func theCorrectionsOfWhoWentAreNotRepeated() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "publish:", "corrections: [{on: 01/3/2025, text: \"Bà Ví Dụ.\"}]\npublish:")
        _ = try await site.build().summary()
        #expect(site.hasPage("dinh-chinh/"))
        _ = try await site.takeDown("tran-thi-vi-du-2024")
        #expect(!site.exists("public/dinh-chinh"))
        #expect(try !site.publishedText().contains("Ví Dụ"))
    }

    @Test func aRevocationIsToldWithoutTheName() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.replace(in: Self.awards, "“Dân vận khéo”,valid,,", "“Dân vận khéo”,revoked,2025-02-01,20/QĐ-UBND")
        _ = try await site.build().summary()
        let list = try site.page("dinh-chinh/")
        #expect(list.contains("một trường hợp được vinh danh năm 2024"))
        #expect(list.contains("<a href=\"/ke-hoach/mau-2024/\">Kế hoạch thử nghiệm năm 2024</a>"))
        #expect(list.contains("Quyết định thu hồi: 20/QĐ-UBND") && list.contains("01/02/2025"))
        for words in ["thôn Mẫu A", "chi-bo-mau-a", "con đường hoa", "10/QĐ-UBND"] {
            #expect(try !site.publishedText().contains(words), "\(words)")
        }
    }

    /// What one decision revoked is one notice, with a number; what lacks its day comes last.
    @Test func oneRevokingDecisionIsOneNotice() async throws {
        let site = try SiteFixture()
        var awards = try site.read(Self.awards)
        awards = awards.replacing("B,,,valid,,,", with: "B,,,revoked,2025-02-01,20/QĐ-UBND,", maxReplacements: 1)
        awards = awards.replacing("“Dân vận khéo”,valid,,,", with: "“Dân vận khéo”,revoked,2025-02-01,20/QĐ-UBND,")
        awards = awards.replacing("B,,,valid,,,", with: "B,,,revoked,,,")
        try site.write(Self.awards, awards)
        let evaluation = try await site.check()
        let notices = try #require(evaluation.plan).notices
        #expect(notices.map(\.day?.iso) == ["2025-02-01", nil])
        let counts = notices.map { notice -> Int in if case .revocation(_, _, _, let count) = notice.kind { count } else { 0 } }
        #expect(counts == [2, 1])
        _ = try await site.build().summary()
        #expect(try site.page("dinh-chinh/").contains("2 trường hợp được vinh danh năm 2024"))
    }

    @Test func aLongListHasPages() async throws {
        let site = try SiteFixture()
        let many = (0..<60).map { "  - {on: 2025-01-\($0 % 28 + 1), text: \"Sửa \($0).\"}\n" }.joined()
        try site.replace(in: "content/site.yaml", "page_size: 50", "page_size: 25")
        try site.replace(in: Self.individual, "publish:", "corrections:\n\(many.replacing(/01-(\d),/) { "01-0\($0.output.1)," })publish:")
        _ = try await site.build().summary()
        let pages = try ["dinh-chinh/", "dinh-chinh/trang/2/", "dinh-chinh/trang/3/"].map { try site.page($0) }
        #expect(pages.map { $0.components(separatedBy: "<span class=\"badge\">").count - 1 } == [25, 25, 10])
    }
}
