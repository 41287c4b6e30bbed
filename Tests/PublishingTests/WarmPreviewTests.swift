import Publishing
import Rendering
import TestSupport
import Testing

/// A preview remembers what it read. That it shows what a fresh one would, whatever is edited, `Scripts/walk` tries
/// (`Tests/Walk`); here it is held against what lies on the disk, which two previews could get wrong alike.
@Suite struct WarmPreviewTests {
    @Test func theStyleSheetIsThatOnTheDisk() async throws {
        let site = try SiteFixture()
        let board = PreviewBoard(site.options())
        for style in ["body{color:red}", "body{color:blue} p{color:red}", "body{color:red}"] {
            try site.write("site-templates/assets/style.css", style)
            try await board.refresh()
            let page = String(decoding: try board.answer("/").bytes, as: UTF8.self)
            let address = try #require(page.firstMatch(of: /href="([^"]*style[^"]*css)"/))
            #expect(try board.answer(String(address.1)).bytes == site.publishedStyle)
            #expect(try String(decoding: site.publishedStyle, as: UTF8.self).contains(style.contains("blue") ? "blue" : "red"))
        }
    }
}

extension SiteFixture {
    /// The style sheet as it is published: comments and spare white space apart.
    fileprivate var publishedStyle: [UInt8] {
        get throws {
            let assets = try SiteAssets(
                FileTree.bytes(in: root + "/site-templates/assets").map { (name: $0.key, bytes: $0.value) })
            return assets.all.first { $0.name == "style.css" }?.bytes ?? []
        }
    }
}

extension PreviewBoard.Answer {
    /// What the browser gets, where that is bytes.
    var bytes: [UInt8] {
        switch self {
        case .page(let bytes, let isFound): bytes + [isFound ? 1 : 0]
        case .bytes(let bytes, _): bytes
        case .file(let path, _), .redirect(let path): Array(path.utf8)
        case .missing: []
        }
    }
}
