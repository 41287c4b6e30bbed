import Foundation
import Publishing
import TestSupport
import Testing

/// The page of a decision tells of the honours that the board shows, and of nothing else in the registers.
@Suite struct DecisionPageTests {
    private static let awards = "content/registers/awards.csv"
    private static let route = "quyet-dinh/10-qd-ubnd-chu-tich-ubnd-xa-mau-a-2024-11-20/"

    /// A board on which one decision gave something to a collective, a person and a household.
    private static func shared(reason: String = "Có thành tích trong phong trào “Dân vận khéo”") throws -> SiteFixture {
        let site = try SiteFixture()
        try site.replace(
            in: awards, "2024,xa-mau-b,11/QĐ-UBND,2024-11-20,Chủ tịch UBND xã Mẫu B,,,",
            "2024,xa-mau-b,10/QĐ-UBND,2024-11-20,Chủ tịch UBND xã Mẫu A,,\(reason),")
        try site.append(
            to: awards,
            "KT-004,ho-le-van-mau,mau-2024,periodic,base,attestation,2024,xa-mau-b,10/QĐ-UBND,2024-11-20,Chủ tịch UBND xã Mẫu A,,\(reason),valid,,,\n"
        )
        let household = try site.read("content/entries/2023/ho-le-van-mau-2023.md")
        try site.write(
            "content/entries/2024/ho-le-van-mau-2024.md", household.replacing("KT-003", with: "KT-004").replacing("2023", with: "2024"))
        // A row that no entry tells of.
        try site.append(to: "content/registers/subjects.csv", "nguoi-chua-dang,individual,Lê Chưa Đăng,,,,,,,,\n")
        try site.append(
            to: awards,
            "KT-005,nguoi-chua-dang,mau-2024,periodic,base,certificate_of_merit,2024,xa-mau-a,10/QĐ-UBND,2024-11-20,Chủ tịch UBND xã Mẫu A,,\(reason),valid,,,\n"
        )
        return site
    }

    private static func main(_ site: SiteFixture) throws -> String {
        String(try #require(try site.page(route).firstMatch(of: /(?s)<main.*<\/main>/)).output)
    }

    @Test func itCountsWhatTheBoardShows() async throws {
        let site = try Self.shared()
        _ = try await site.build().summary()
        let page = try Self.main(site)
        #expect(page.contains("<h1>Quyết định số 10/QĐ-UBND ngày 20/11/2024</h1>"))
        #expect(page.contains("3 điển hình được giới thiệu trên trang này"))
        #expect(page.contains("<li>1 tập thể</li><li>1 cá nhân</li><li>1 hộ gia đình</li>"))
        #expect(page.contains("<li>Giấy khen</li><li>Giấy chứng nhận</li>"))
        #expect(page.contains("<dd>Chủ tịch UBND xã Mẫu A</dd>"))
        #expect(page.contains("Có thành tích trong phong trào “Dân vận khéo”"))
        #expect(page.contains("<a href=\"/ke-hoach/mau-2024/\">Kế hoạch thử nghiệm năm 2024</a>"))
        for id in ["chi-bo-mau-a-2024", "tran-thi-vi-du-2024", "ho-le-van-mau-2024"] {
            #expect(page.contains("href=\"/vinh-danh/2024/\(id)/\""))
            #expect(try site.page("vinh-danh/2024/\(id)/").contains("<a href=\"/\(Self.route)\">"))
        }
        #expect(try !site.publishedText().contains("Chưa Đăng"))
        #expect(try site.page("quyet-dinh/").contains("href=\"/\(Self.route)\""))
    }

    @Test func aReasonThatNotAllShareIsNotGiven() async throws {
        let site = try Self.shared(reason: "Lý do khác")
        _ = try await site.build().summary()
        #expect(try !Self.main(site).contains("<dt>Lý do</dt>"))
    }

    @Test func whoGoesIsNotCounted() async throws {
        let site = try Self.shared()
        _ = try await site.build().summary()
        _ = try await site.takeDown("tran-thi-vi-du-2024")
        let page = try Self.main(site)
        #expect(page.contains("2 điển hình được giới thiệu trên trang này"))
        #expect(page.contains("<li>1 tập thể</li><li>1 hộ gia đình</li>"))
        #expect(!page.contains("cá nhân"))
    }

    @Test func withTheLastHonourThePageGoes() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        #expect(site.hasPage(Self.route))
        _ = try await site.takeDown("chi-bo-mau-a-2024")
        #expect(!site.exists("public/" + Self.route))
        #expect(try !site.publishedText().contains("10-qd-ubnd"))
    }
}
