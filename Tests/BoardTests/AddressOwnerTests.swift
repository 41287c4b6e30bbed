import Board
import Diagnostics
import Eligibility
import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// Every output file has one owner, whoever names it and however (source: gohugoio/hugo#4709).
@Suite struct AddressOwnerTests {
    private static let individual = "content/entries/2024/tran-thi-vi-du-2024.md"
    private static let household = "content/entries/2023/ho-le-van-mau-2023.md"

    /// An old address that is another page's file, its own page's among them.
    @Test(arguments: [
        "vinh-danh/2024/tran-thi-vi-du-2024/index.html", "index.html", "nam/2024/index.html", "Nam/2024/", "NAM/2024/INDEX.html",
        "vinh-danh/2024/Chi-Bo-Mau-A-2024/", "404.html/x/", "FEED.XML", "Giao-dien/cu/", "TEP/cu/", "tim-kiem/chi-muc/cu/", "con/",
        "cu/NUL/",
        "cu/com1.html", "gioi-thieu/index.html", "xem-thu/loi/", "Xem-Thu/", "__bangvang/preview.css.html", "sitemap.html/../",
    ])
    func anOldAddressIsNobodyElses(alias: String) async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "summary:", "aliases: [\"\(alias)\"]\nsummary:")
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(found.count == 1 && ["alias-taken", "alias-invalid"].contains(found[0].code), "\(found.map(\.oneLine))")
        #expect(found.first?.place?.path == Self.individual && found.first?.place?.position?.line == 11)
        #expect(try await site.build().refusal != nil)
        #expect(!site.exists("public/index.html"))
    }

    /// Two spellings of one file, wherever the second stands.
    @Test(arguments: [("tin/1/", "tin/1/index.html"), ("Tin/1/", "tin/1"), ("tin/1.html", "TIN/1.html"), ("tin/Đường/", "tin/đường/")])
    func twoEntriesMayNotShareAFile(first: String, second: String) async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "summary:", "aliases: [\"\(first)\"]\nsummary:")
        try site.replace(in: Self.household, "summary:", "aliases: [\"\(second)\"]\nsummary:")
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code) == ["alias-taken"])
        // The other entries can be published all the same.
        let summary = try await site.build(withholding: true).summary()
        #expect(summary.ledger.counts.first { $0.fate == .withheld }?.count == 1)
    }

    /// One entry that says the same twice, or its own address.
    @Test(arguments: [
        ("\"tin/1/\", \"Tin/1/index.html\"", "alias-repeated", "ghi hai lần"),
        ("\"vinh-danh/2024/tran-thi-vi-du-2024/\"", "alias-taken", "của chính bài này"), ("\"xem-thu/\"", "alias-taken", "bản xem thử"),
    ])
    func whatIsWrongWithAnOldAddressIsTrue(aliases: String, code: String, words: String) async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "summary:", "aliases: [\(aliases)]\nsummary:")
        let found = try await site.check().diagnostics
        #expect(found.map(\.code) == [code] && found.first?.message.vi.contains(words) == true, "\(found)")
    }

    /// `tin/1/index.html` is what people had in their bookmarks: the folder answers for it.
    @Test func anOldIndexIsItsFolder() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "summary:", "aliases: [\"tin/1/index.html\"]\nsummary:")
        _ = try await site.build().summary()
        #expect(try site.page("tin/1/").contains("url=/vinh-danh/2024/tran-thi-vi-du-2024/"))
        let rules = try site.read(".bangvang/may-chu/nginx.conf")
        #expect(rules.contains("location = \"/tin/1/\" { return 301") && !rules.contains("location = \"/tin/1/index.html\""))
    }

    /// A page of text in the place of something else.
    @Test(arguments: [
        ("404.html", ["address-taken", "address-unusable"]), ("feed.xml", ["address-taken", "address-unusable"]),
        ("index.html", ["address-taken", "address-unusable"]), ("nam", ["address-taken"]), ("NAM", ["address-taken"]),
        ("Vinh-Danh", ["address-taken"]), ("tim-kiem", ["address-taken"]), ("con", ["address-unusable"]), ("lpt1.x", ["address-unusable"]),
        ("lien-he.", ["address-unusable"]), ("lien-he.html", ["address-unusable"]),
    ])
    func aSlugIsNobodyElses(slug: String, codes: [String]) async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/pages/gioi-thieu.md", "slug: gioi-thieu", "slug: \(slug)")
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code).sorted() == codes)
        #expect(found.allSatisfy { $0.place?.description == "content/pages/gioi-thieu.md:3:7" })
        #expect(try await site.build().refusal?.filter { $0.severity == .error }.map(\.code).sorted() == codes)
    }

    /// Ids of places and plans become folders.
    @Test(arguments: ["404.html", "feed.xml", "index.html", "aux", "COM1", "xa-mau."])
    func anIDThatNoServerCanHold(id: String) async throws {
        let site = try SiteFixture(honouring: [Honoured(id: "a", name: "Hộ ông A", place: id)])
        try site.append(to: "content/places.csv", "\(id),,Mẫu,Xã Mẫu,commune,tinh-mau,,,\n")
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code).contains("address-unusable"))
        #expect(found.allSatisfy { $0.place?.path == "content/places.csv" && $0.place?.position?.line == 7 }, "\(found.map(\.oneLine))")
    }

    @Test func idsThatDifferInCapitalsOnly() async throws {
        let site = try SiteFixture(honouring: [
            Honoured(id: "a", name: "Hộ ông A", place: "xa-moi"), Honoured(id: "b", name: "Hộ ông B", place: "Xa-Moi"),
        ])
        try site.append(to: "content/places.csv", "xa-moi,,Mới,Xã Mới,commune,tinh-mau,,,\nXa-Moi,,Mới,Xã Mới,commune,tinh-mau,,,\n")
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code) == ["address-taken"])
        #expect(found.first?.notes.first?.place?.path == "content/places.csv")
    }

    @Test(arguments: ["nul", "con", "com9", String(repeating: "a", count: 151)])
    func anEntrysIDThatNoServerCanHold(id: String) async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "title: \"Bà", "id: \(id)\ntitle: \"Bà")
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(found.count == 1 && ["address-unusable", "invalid-id"].contains(found[0].code))
        #expect(found.first?.place?.description == Self.individual + ":2:5")
    }

    /// `/dia-ban/` and the lists of places go by name, whatever the rows of the table (D11).
    @Test func placesStandInVietnameseOrder() async throws {
        let names = ["Đức", "Ấm", "An", "Dung", "Ân", "Yên", "Ê", "Bình 10", "Bình 2", "Ô"]
        let site = try SiteFixture(
            honouring: names.indices.map { Honoured(id: "h\($0)", name: "Hộ ông Mẫu", place: "xa-\($0)") })
        for (index, name) in names.enumerated() {
            try site.append(to: "content/places.csv", "xa-\(index),,\(name),Xã \(name),commune,huyen-mau,,,\n")
        }
        let plan = try await site.plan()
        let shown = plan.childrenWithHonours(of: "huyen-mau").map(\.name)
        #expect(shown == ["An", "Ấm", "Ân", "Bình 2", "Bình 10", "Dung", "Đức", "Ê", "Ô", "Yên"])
    }
}
