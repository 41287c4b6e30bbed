import Foundation
import Publishing
import TestSupport
import Testing

/// "Căn cứ vinh danh" and the programme's page: what an honour rests on, told to citizens.
@Suite struct GroundsTests {
    private static let page = "vinh-danh/2024/chi-bo-mau-a-2024/"

    private static func grounds(_ site: SiteFixture, _ route: String = page) throws -> String {
        String(try #require(try site.page(route).firstMatch(of: /(?s)<section class="grounds".*?<\/section>/)).output)
    }

    @Test func aRuleThatIsMetNamesItsClauseAndThePaper() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let grounds = try Self.grounds(site)
        #expect(grounds.contains("<a href=\"/quyet-dinh/10-qd-ubnd-chu-tich-ubnd-xa-mau-a-2024-11-20/\">Số 10/QĐ-UBND"))
        #expect(grounds.contains("<a class=\"cite\" href=\"/ke-hoach/mau-2024/#MA-02\">II.1 · MA-02</a>"))
        #expect(grounds.contains("Sổ xếp loại, năm 2024: văn bản số 05-QĐ/ĐU, Đảng ủy xã Mẫu A, ngày 20/12/2024"))
        #expect(grounds.contains("Sổ hồ sơ: công văn đề nghị, nhận ngày 10/10/2024 (xác nhận: Đảng ủy cấp xã)"))
        #expect(!grounds.contains("Hoàn thành tốt nhiệm vụ"), "the rating itself stays in the register")
    }

    @Test func aWaiverSaysWhoWhenWhichDecisionAndWhy() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        try site.write(
            "content/registers/waivers.csv",
            """
            waiver_id,programme_id,rule,entry_id,decision_no,decided_by,decided_on,expires_on,reason
            MIEN-01,mau-2024,MA-02,chi-bo-mau-a-2024,31-QĐ/HU,Ban Thường vụ Huyện ủy Mẫu,2024-12-25,2026-01-31,Thôn bị lũ quét (để thử)

            """)
        _ = try await site.build().summary()
        let grounds = try Self.grounds(site)
        let waived = try #require(grounds.components(separatedBy: "Được miễn theo quyết định").last)
        #expect(waived.contains("#MA-02"))
        for words in ["31-QĐ/HU", "25/12/2024", "Ban Thường vụ Huyện ủy Mẫu", "31/01/2026", "Thôn bị lũ quét (để thử)"] {
            #expect(waived.contains(words), "\(words)")
        }
        #expect(!grounds.contains("MIEN-01") && !grounds.contains("Sổ xếp loại"), "the row that the waiver sets aside is not shown")
    }

    @Test func whatPeopleJudgedNamesTheBodyAndTheDay() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build().summary()
        let grounds = try Self.grounds(site, "vinh-danh/2021/dang-bo-xa-mau-an-2021/")
        let parts = grounds.components(separatedBy: "<h3>")
        let judged = try #require(parts.first { $0.hasPrefix("Cơ quan có thẩm quyền nhận xét, đạt") })
        #expect(judged.contains("#LN-08\"") && judged.contains("Ban Dân vận Huyện ủy nhận xét, ngày 09/7/2021"))
        let met = try #require(parts.first { $0.hasPrefix("Đã đối chiếu, đạt") })
        #expect(!met.contains("#LN-08\""))
        #expect(met.contains("Sổ công nhận: quyết định số 418-QĐ/HU (minh họa) ngày 21/12/2020 của Ban Thường vụ Huyện ủy"))
    }

    /// Each quota with the honours that fill it; those who are not shown are neither named nor counted.
    @Test func aProgrammeSaysWhoFillsItsQuotas() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build().summary()
        let page = try site.page("ke-hoach/mauson-2026/")
        let quotas = try #require(page.firstMatch(of: /(?s)Số lượng và những điển hình.*?<\/details>/)).output
        #expect(quotas.contains("tối đa 10 cá nhân, hộ gia đình trong năm"))
        #expect(quotas.contains("Năm 2026 (số lượng 10): 1 điển hình được giới thiệu trên trang này"))
        #expect(quotas.contains("<a href=\"/vinh-danh/2026/ho-ong-duong-van-khai-2026/\">Hộ ông Dương Văn Khải</a>"))
        #expect(!quotas.contains("Mẫu Thị Hiền"))
    }

    @Test func aScoreSheetHasItsPartsAndSaysWhatMustBeAtItsMaximum() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build().summary()
        let page = try site.page("ke-hoach/yenbai-khoi-2024/")
        let sheets = page.components(separatedBy: "<table>").dropFirst().map { $0.components(separatedBy: "</table>")[0] }
        #expect(sheets.count == 2)
        for sheet in sheets {
            #expect(sheet.contains("<caption>"))
            let parts = sheet.components(separatedBy: "<th scope=\"rowgroup\" colspan=\"2\">").dropFirst()
            #expect(parts.map { $0.components(separatedBy: "<tr><td>").count - 1 } == [10, 5])
            #expect(parts.first?.contains("</th><td>75</td>") == true && parts.last?.contains("</th><td>25</td>") == true)
            let must = sheet.components(separatedBy: "<tr><td>").dropFirst().filter { $0.contains("Phải đạt tối đa") }
            #expect(must.compactMap { Int($0.prefix { $0.isNumber }) } == [2, 7, 9, 11, 15])
        }
        #expect(try !site.page("ke-hoach/vanninh-2023/").contains("Phải đạt tối đa"))
        #expect(try !site.page("ke-hoach/vanninh-2023/").contains("rowgroup"), "a sheet without parts has no heading rows")
    }
}
