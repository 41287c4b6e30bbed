import Diagnostics
import Digests
import Testing

@testable import Rendering

/// Assets are named after what is in them, and styles after what they point at.
@Suite struct SiteAssetsTests {
    private static func assets(_ files: [String: String]) -> SiteAssets {
        SiteAssets(files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
    }

    private static func text(_ assets: SiteAssets, _ name: String) throws -> String {
        String(decoding: try #require(assets.all.first { $0.name == name }).bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("ve.js", "giao-dien/ve.2cf24dba5f.js"), ("kieu/ve.min.js", "giao-dien/kieu/ve.min.2cf24dba5f.js"),
        ("LICENSE", "giao-dien/LICENSE.2cf24dba5f"), ("thu.muc/LICENSE", "giao-dien/thu.muc/LICENSE.2cf24dba5f"),
    ])
    func aNameHoldsAPartOfTheDigest(name: String, route: String) throws {
        let asset = try #require(Self.assets([name: "hello"]).all.first)
        #expect(asset.route == route)
        #expect(asset.integrity == "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=")
    }

    @Test func aStyleNamesWhatItPointsAtAndChangesItsNameWithIt() throws {
        let style = "a{background:url(../hinh/sen.svg)}"
        let first = Self.assets(["kieu/a.css": style, "hinh/sen.svg": "<svg/>"])
        let second = Self.assets(["kieu/a.css": style, "hinh/sen.svg": "<svg />"])
        let lotus = try #require(first.all.first { $0.name == "hinh/sen.svg" }).route.dropFirst("giao-dien/".count)
        #expect(try Self.text(first, "kieu/a.css") == "a{background:url(\"../\(lotus)\")}")
        #expect(first.all.map(\.route) != second.all.map(\.route))
        #expect(Set(first.all.map(\.route)).isDisjoint(with: second.all.map(\.route)), "the sheet is another where its picture is")
        #expect(first.asset(at: first.all[1].route)?.name == "kieu/a.css")
        #expect(first.asset(at: "giao-dien/kieu/a.css") == nil)
    }

    @Test(arguments: [
        ("/* đầu */ a , b { color : red ; }\n\n  p{ margin:0 }", "a,b{color : red;}p{margin:0}"),
        ("a::after { content: \" /* chữ */  ; \" }", "a::after{content: \" /* chữ */  ; \"}"),
        ("a { width: calc(1rem  +  2px) }", "a{width: calc(1rem + 2px)}"),
        (".a\n.b /* con */ .c { }", ".a .b .c{}"),
        ("a { background: url( data:image/png;base64,AA== ) }", "a{background: url( data:image/png;base64,AA== )}"),
        ("a { mask: url('#dang') }", "a{mask: url('#dang')}"),
        ("a { content: 'it\\'s  } ' } b { top: 0 }", "a{content: 'it\\'s  } '}b{top: 0}"),
    ])
    func whatAStyleSaysStays(source: String, published: String) throws {
        let assets = Self.assets(["a.css": source])
        #expect(assets.diagnostics.isEmpty)
        #expect(try Self.text(assets, "a.css") == published)
    }

    @Test(arguments: [
        ("a{}\n  b { background: url(sem.svg) }", "style-target-missing", 2, 19),
        ("@font-face { src: url(https://phong.example/a.woff2) }", "style-elsewhere", 1, 19),
        ("/* ă */ @import \"khac.css\";", "style-import", 1, 9),
    ])
    func whatLeadsNowhereIsAnError(source: String, code: String, line: Int, column: Int) throws {
        let finding = try #require(Self.assets(["a.css": source, "sen.svg": "<svg/>"]).diagnostics.first)
        #expect(finding.code == code && finding.severity == .error)
        #expect(finding.place == SourcePlace(path: "site-templates/assets/a.css", line: line, column: column))
        if code == "style-target-missing" { #expect(finding.remedy?.vi == "Có phải là “sen.svg”?") }
    }

    @Test(arguments: ["a{b:url(", "a{b:url('", "/*", "'", "a{b:url(\"x", "@import", "url(", "\\"])
    func whatIsCutOffEnds(source: String) {
        _ = Self.assets(["a.css": source])
    }
}
