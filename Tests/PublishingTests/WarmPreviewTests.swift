import Board
import Publishing
import Rendering
import TestSupport
import Testing

/// A preview remembers what it read and judged. Whatever is edited, in whatever order, it must show what a
/// fresh one would.
@Suite struct WarmPreviewTests {
    /// Edits that staff make, each undone by its twin: entries, registers, places, the site, templates.
    private static let edits: [(path: String, from: String, to: String)] = [
        ("content/entries/2024/tran-thi-vi-du-2024.md", "status: ready", "status: draft"),
        ("content/entries/2024/chi-bo-mau-a-2024/index.md", "con đường hoa\"", "con đường cờ\""),
        ("content/registers/ratings.csv", "chi-bo-mau-a,2024,party-4,good", "chi-bo-mau-a,2024,party-4,fair"),
        ("content/registers/subjects.csv", "collective,Chi bộ thôn Mẫu A,", "collective,Chi bộ thôn Mẫu Á,"),
        ("content/registers/awards.csv", "“Dân vận khéo”,valid,", "“Dân vận khéo”,revoked,"),
        ("content/entries/2023/ho-le-van-mau-2023.md", "\npublish:", "\ncorrections: [{on: 2025-01-02, text: Sửa}]\npublish:"),
        ("content/site.yaml", "page_size: ", "page_size: 1"),
        ("site-templates/pages/home.mustache", "{{<layouts/base}}", "{{! sửa }}{{<layouts/base}}"),
        ("site-templates/partials/card.mustache", "class=\"card\"", "class=\"card sửa\""),
        ("content/entries/2023/ho-le-van-mau-2023.md", "\nyear: 2023", "\nyear: 1923"),
    ]

    @Test(arguments: 0..<4) func warmEqualsCold(seed: UInt64) async throws {
        let site = try SiteFixture()
        // The board's folder goes with its fixture.
        defer { withExtendedLifetime(site) {} }
        var options = site.options()
        options.audience = .editors
        let warm = PreviewBoard(options, scriptTag: "")
        try await warm.refresh()
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        var isDone = [Bool](repeating: false, count: Self.edits.count)
        for _ in 0..<10 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let index = Int(state >> 33) % Self.edits.count
            let edit = Self.edits[index]
            let (old, new) = isDone[index] ? (edit.to, edit.from) : (edit.from, edit.to)
            try site.replace(in: edit.path, old, new)
            isDone[index].toggle()

            let cold = PreviewBoard(options, scriptTag: "")
            #expect(try await warm.refresh() == cold.refresh())
            for route in Self.routes {
                #expect(try await warm.answer(route).bytes == cold.answer(route).bytes, "\(route) after \(edit.path)")
            }
        }
    }

    private static let routes = [
        "/", "/vinh-danh/", "/vinh-danh/2024/tran-thi-vi-du-2024/", "/vinh-danh/2024/chi-bo-mau-a-2024/",
        "/vinh-danh/2023/ho-le-van-mau-2023/",
        "/quyet-dinh/", "/quyet-dinh/10-qd-ubnd-chu-tich-ubnd-xa-mau-a-2024-11-20/", "/dinh-chinh/", "/ke-hoach/mau-2024/",
        "/dia-ban/", "/nam/2024/", "/feed.xml", FindingsPage.path,
    ]
}

extension PreviewBoard.Answer {
    /// What the browser gets, where that is bytes.
    fileprivate var bytes: [UInt8] {
        switch self {
        case .page(let bytes, let isFound): bytes + [isFound ? 1 : 0]
        case .bytes(let bytes, _): bytes
        case .file(let path, _), .redirect(let path): Array(path.utf8)
        case .missing: []
        }
    }
}
