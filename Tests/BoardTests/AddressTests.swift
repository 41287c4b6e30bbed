import Board
import Testing

@Suite struct AddressTests {
    @Test(arguments: [
        ("", "index.html"), ("vinh-danh/", "vinh-danh/index.html"), ("vinh-danh/trang/2/", "vinh-danh/trang/2/index.html"),
        ("404.html", "404.html"), ("feed.xml", "feed.xml"),
    ])
    func everyAddressHasItsFile(route: String, file: String) {
        #expect(Route.file(for: route) == file)
    }

    /// People keep and print these: they never change.
    @Test func theAddressesOfTheContract() {
        #expect(Route.entry(year: 2021, id: "dang-bo-xa-mau-an-2021") == "vinh-danh/2021/dang-bo-xa-mau-an-2021/")
        #expect(Route.place("xa-mau-an") == "dia-ban/xa-mau-an/")
        #expect(Route.year(2021) == "nam/2021/")
        #expect(Route.field("kinh-te") == "linh-vuc/kinh-te/")
        #expect(Route.programme("lucngan-2021") == "ke-hoach/lucngan-2021/")
        #expect(Route.decision("10-qd-ubnd-ubnd-xa-mau-2024-11-20") == "quyet-dinh/10-qd-ubnd-ubnd-xa-mau-2024-11-20/")
        #expect((Route.decisions, Route.notices) == ("quyet-dinh/", "dinh-chinh/"))
        #expect(Route.page(1, of: "nam/2021/") == "nam/2021/")
        #expect(Route.page(2, of: "nam/2021/") == "nam/2021/trang/2/")
    }

    @Test(arguments: [
        ("https://bangvang.example.vn", "https://bangvang.example.vn/", "/"),
        ("https://bangvang.example.vn/", "https://bangvang.example.vn/", "/"),
        ("http://localhost:8080/bangvang", "http://localhost:8080/bangvang/", "/bangvang/"),
        ("https://tinh.gov.vn/chuyen-muc/bang-vang/", "https://tinh.gov.vn/chuyen-muc/bang-vang/", "/chuyen-muc/bang-vang/"),
    ])
    func aBaseAddressEndsInASlash(text: String, absolute: String, path: String) throws {
        let base = try #require(BaseAddress(text))
        #expect(base.absolute == absolute)
        #expect(base.path == path)
    }

    @Test(arguments: [
        "", "bangvang.example.vn", "/bangvang/", "ftp://bangvang.example.vn/", "https://", "https:///bangvang", "https://x.vn/?a=1",
        "https://x.vn/#a",
        "https://x.vn/bảng vàng/", "https://x.vn/\"onload=\"", "https://x.vn/<b>/", "HTTPS", "javascript:alert(1)",
    ])
    func whatIsNoAddressIsRefused(text: String) {
        #expect(BaseAddress(text) == nil)
    }
}
