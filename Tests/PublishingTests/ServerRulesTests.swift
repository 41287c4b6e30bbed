import Foundation
import Publishing
import TestSupport
import Testing

/// The rules for web servers, and what real servers make of them.
@Suite struct ServerRulesTests {
    static let base = "/bang-vang/"
    private static let individual = "content/entries/2024/tran-thi-vi-du-2024.md"
    private static let household = "content/entries/2023/ho-le-van-mau-2023.md"

    /// A board with somebody who moved and somebody who is gone, built for a folder of a portal, and the portal's root.
    static func portal() async throws -> (site: SiteFixture, root: String) {
        let site = try SiteFixture()
        try site.replace(in: individual, "summary:", "aliases: [cu/ba-vi-du/, \"cu/bà.vi+du.html\"]\nsummary:")
        try site.replace(in: household, "summary:", "aliases: [cu/ong-mau.html]\nsummary:")
        try site.replace(in: household, "status: ready", "status: withdrawn")
        _ = try await site.build(base: "https://tinh.gov.vn\(base)").summary()
        let root = site.root + "/www"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: site.root + "/public", toPath: root + "/bang-vang")
        return (site, root)
    }

    @Test func theRulesLieBesideTheLedgerAndNowhereElse() async throws {
        let (site, _) = try await Self.portal()
        for name in ["nginx.conf", "apache.conf"] {
            let rules = try site.read(".bangvang/may-chu/" + name)
            #expect(rules.contains("tran-thi-vi-du-2024") && rules.contains("ho-le-van-mau-2023"))
            #expect(rules.contains("default-src 'none'") && rules.contains("frame-ancestors 'self'") && rules.contains("immutable"))
            #expect(!site.published().keys.contains { $0.hasSuffix(".conf") })
        }
        #expect(try !site.publishedText().contains("ho-le-van-mau"))
    }

    /// Whoever runs the server hears of new rules, not of the same ones again.
    @Test func aChangeOfTheRulesIsTold() async throws {
        let site = try SiteFixture()
        #expect(try await site.build().summary().changedServerRules == nil, "nothing was there before")
        #expect(try await site.build().summary().changedServerRules == nil)
        try site.replace(in: Self.individual, "summary:", "aliases: [cu/ba-vi-du/]\nsummary:")
        #expect(try await site.build().summary().changedServerRules == site.root + "/.bangvang/may-chu")
        guard case .done(let summary, _) = try await site.takeDown("tran-thi-vi-du-2024") else {
            throw SiteFixture.Mistake(words: "not done")
        }
        #expect(summary.changedServerRules != nil)
    }

    @Test func atTheRootOfAHostToo() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        #expect(try site.read(".bangvang/may-chu/nginx.conf").contains("location \"/\" {"))
        #expect(try site.read(".bangvang/may-chu/apache.conf").contains("<Location \"/\">"))
    }

    // MARK: Real servers

    @Test(.enabled(if: WebServer.nginx.isInstalled, "nginx is not installed here: apt-get install nginx-light"))
    func nginxAnswersAsTheRulesSay() async throws {
        let (site, root) = try await Self.portal()
        let server = try WebServer.nginx.start(root: root, rules: site.root + "/.bangvang/may-chu/nginx.conf")
        try await Self.look(at: server, movedTo: "/bang-vang/vinh-danh/2024/tran-thi-vi-du-2024/", site)
        try await Self.lookForStaleCompression(at: server, root)
        // The rest of the portal is as it was.
        try "<p>Cổng thông tin</p>".write(toFile: root + "/index.html", atomically: true, encoding: .utf8)
        let portal = try await server.get("/")
        #expect(portal.status == 200 && portal.headers["content-security-policy"] == nil && portal.headers["cache-control"] == nil)
    }

    @Test(.enabled(if: WebServer.apache.isInstalled, "apache2 is not installed here: apt-get install apache2"))
    func apacheAnswersAsTheRulesSay() async throws {
        let (site, root) = try await Self.portal()
        let server = try WebServer.apache.start(root: root, rules: site.root + "/.bangvang/may-chu/apache.conf")
        try await Self.look(at: server, movedTo: "https://tinh.gov.vn/bang-vang/vinh-danh/2024/tran-thi-vi-du-2024/", site)
        try await Self.lookForStaleCompression(at: server, root)
    }

    /// Somebody compressed the pages once; what came of it never stands in for a page, nor in the body of a 410 (row P4:
    /// nginx 1.22 does so where `gzip_static on` stands around the board, and only to those who take compressed answers).
    private static func lookForStaleCompression(at server: WebServer, _ root: String) async throws {
        let (shown, gone) = ("vinh-danh/2024/tran-thi-vi-du-2024/", "vinh-danh/2023/ho-le-van-mau-2023/")
        for page in [shown, gone] {
            try "BAN-NEN-CU".write(toFile: root + base + page + "index.html.gz", atomically: true, encoding: .utf8)
        }
        for (page, status) in [(shown, 200), (gone, 410)] {
            let answer = try await server.get(base + page, compressed: true)
            #expect(answer.status == status && !answer.body.contains("BAN-NEN-CU"), "\(page)")
        }
    }

    private static func look(at server: WebServer, movedTo target: String, _ site: SiteFixture) async throws {
        for old in ["cu/ba-vi-du/", "cu/b%C3%A0.vi+du.html"] {
            let moved = try await server.get(base + old)
            #expect(moved.status == 301, "\(old)")
            #expect(moved.headers["location"] == target, "\(old)")
        }
        let other = try await server.get(base + "cu/bàxvi+du.html")
        #expect(other.status == 404, "a dot is a dot")

        let tombstone = try site.page("vinh-danh/2023/ho-le-van-mau-2023/")
        for gone in ["vinh-danh/2023/ho-le-van-mau-2023/", "cu/ong-mau.html"] {
            let answer = try await server.get(base + gone)
            #expect(answer.status == 410, "\(gone)")
            #expect(answer.body == tombstone, "\(gone)")
            #expect(answer.headers["x-content-type-options"] == "nosniff", "\(gone)")
        }
        let missing = try await server.get(base + "khong-co/")
        #expect(missing.status == 404 && missing.body.contains("Không tìm thấy trang"))
        #expect(missing.headers["content-security-policy"]?.contains("default-src 'none'") == true)

        let page = try await server.get(base + "vinh-danh/2024/tran-thi-vi-du-2024/")
        let written = try site.page("vinh-danh/2024/tran-thi-vi-du-2024/")
        #expect(page.status == 200 && page.body == written)
        #expect(page.headers["content-type"]?.lowercased() == "text/html; charset=utf-8")
        #expect(page.headers["cache-control"] == "public, max-age=300")
        #expect(page.headers["content-security-policy"]?.hasSuffix("frame-ancestors 'self'") == true)
        #expect(page.headers["referrer-policy"] == "strict-origin-when-cross-origin")
        #expect(page.headers["permissions-policy"]?.contains("camera=()") == true)

        let embed = try await server.get(base + "nhung/")
        #expect(embed.status == 200 && embed.headers["content-security-policy"]?.hasSuffix("frame-ancestors *") == true)
        let style = try #require(site.published().keys.first { $0.hasPrefix("giao-dien/style.") })
        let asset = try await server.get(base + style)
        #expect(asset.status == 200 && asset.headers["cache-control"] == "public, max-age=31536000, immutable")
        #expect(asset.headers["x-content-type-options"] == "nosniff")
        let noAsset = try await server.get(base + "giao-dien/khong-co.css")
        #expect(noAsset.status == 404 && noAsset.headers["cache-control"] == "public, max-age=300")

        for feed in ["feed.xml", "dia-ban/tinh-mau/feed.xml"] {
            let answer = try await server.get(base + feed)
            #expect(answer.headers["content-type"]?.hasPrefix("application/atom+xml") == true, "\(feed)")
        }
        let csv = try await server.get(base + "du-lieu/vinh-danh.csv")
        #expect(csv.headers["content-type"]?.lowercased() == "text/csv; charset=utf-8")
    }
}
