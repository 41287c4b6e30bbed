import Board
import Formats
import Publishing
import Rendering
import Synchronization
import TestSupport
import Testing

/// A preview remembers what it read, judged and planned. Whatever is edited, made, renamed or deleted, in whatever order, and
/// on whatever day, it must show what a fresh one would.
@Suite struct WarmPreviewTests {
    /// Something that staff do, and undo with its twin.
    private enum Step {
        /// One text in the place of another.
        case edit(String, String, String)
        /// A file that comes and goes.
        case file(String, [UInt8])
        /// A file that moves to another place and back.
        case rename(String, String)
        /// One file's bytes in the place of another's.
        case exchange(String, [UInt8], [UInt8])
    }

    private static let folder = "content/entries/2024/chi-bo-mau-a-2024/"

    private static let steps: [Step] = [
        // Entries.
        .edit("content/entries/2024/tran-thi-vi-du-2024.md", "status: ready", "status: draft"),
        .edit(folder + "index.md", "con đường hoa\"", "con đường cờ\""),
        .edit("content/entries/2023/ho-le-van-mau-2023.md", "\npublish:", "\ncorrections: [{on: 2025-01-02, text: Sửa}]\npublish:"),
        .edit("content/entries/2023/ho-le-van-mau-2023.md", "\nyear: 2023", "\nyear: 1923"),
        .file("content/entries/2024/viet-do.md", Array("---\ntitle: \"Viết dở".utf8)),
        .rename("content/entries/2024/tran-thi-vi-du-2024.md", "content/entries/2024/tran-thi-vi-du-2024/index.md"),
        // Registers, places, programmes, vocabulary, the site.
        .edit("content/registers/ratings.csv", "chi-bo-mau-a,2024,party-4,good", "chi-bo-mau-a,2024,party-4,fair"),
        .edit("content/registers/subjects.csv", "collective,Chi bộ thôn Mẫu A,", "collective,Chi bộ thôn Mẫu Á,"),
        .edit("content/registers/awards.csv", "“Dân vận khéo”,valid,", "“Dân vận khéo”,revoked,"),
        .rename("content/registers/dossiers.csv", "content/registers/ho-so.csv"),
        .edit("content/places.csv", "Mẫu B,Xã Mẫu B,commune", "Mẫu Bê,Xã Mẫu Bê,commune"),
        .rename("content/place_links.csv", "content/place_links.csv.cu"),
        .edit("content/programmes/mau-2024.yaml", "maximum: 60", "maximum: 6"),
        .rename("content/programmes/mau-2024.yaml", "content/programmes/mau.yml"),
        .edit("content/vocabulary.yaml", "levels:", "# sửa\nlevels:"),
        .edit("content/site.yaml", "page_size: ", "page_size: 1"),
        .edit("content/site.yaml", "title: \"Bảng Vàng thử nghiệm\"", "title: \"Bảng Vàng\""),
        .edit("content/pages/gioi-thieu.md", "chỉ để thử", "chỉ để thử thôi"),
        .file("content/pages/lien-he.md", Array("---\ntitle: \"Liên hệ\"\nslug: lien-he\n---\n\nXin chào.\n".utf8)),
        // Templates and styles.
        .edit("site-templates/pages/home.mustache", "{{<layouts/base}}", "{{! sửa }}{{<layouts/base}}"),
        .edit("site-templates/partials/card.mustache", "class=\"card\"", "class=\"card sửa\""),
        .exchange(
            "site-templates/assets/style.css", Array("body{color:red}".utf8), Array("body{color:blue} p{color:red}".utf8)),
        .file("site-templates/assets/moi.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)),
        // Pictures, films and their words.
        .exchange(
            folder + "chan-dung.jpg", MosaicJPEG.quarters(width: 64, height: 48), MosaicJPEG.quarters(width: 320, height: 240)),
        .rename(folder + "hoat-dong.jpg", folder + "hoat-dong-1.jpg"),
        .file(folder + "anh-moi.jpg", MosaicJPEG.quarters(width: 64, height: 48)),
        .edit(folder + "phu-de.vtt", "Cả thôn trồng hoa.", "Cả thôn gọi 0912 345 678."),
        .rename(folder + "loi.txt", folder + "loi-thoai.txt"),
    ]

    /// The small board, with a film that has words.
    private static func board() throws -> SiteFixture {
        let site = try SiteFixture()
        try site.write(folder + "phu-de.vtt", "WEBVTT\n\n00:00.000 --> 00:03.000\nCả thôn trồng hoa.\n")
        try site.write(folder + "loi.txt", "Hình ảnh: con đường hoa.\n")
        let video =
            "videos:\n  - {url: \"https://video.example.vn/1\", title: \"Đường hoa\", captions: phu-de.vtt, transcript: loi.txt}\npublish:"
        try site.replace(in: folder + "index.md", "publish:", video)
        return site
    }

    /// Does a step, or undoes it where it is done. Steps that another one has taken the ground from are left out.
    private static func take(_ step: Step, _ isDone: inout Bool, _ site: SiteFixture) throws {
        switch step {
        case .edit(let path, let from, let to):
            let (old, new) = isDone ? (to, from) : (from, to)
            guard site.exists(path), try site.read(path).contains(old) else { return }
            try site.replace(in: path, old, new)
        case .file(let path, let bytes):
            if isDone { try site.remove(path) } else { try site.write(path, bytes) }
        case .rename(let first, let second):
            let (old, new) = isDone ? (second, first) : (first, second)
            guard site.exists(old) else { return }
            let bytes = try site.bytes(old)
            try site.remove(old)
            try site.write(new, bytes)
        case .exchange(let path, let first, let second):
            try site.write(path, isDone ? first : second)
        }
        isDone.toggle()
    }

    @Test(arguments: 0..<5) func warmEqualsCold(seed: UInt64) async throws {
        let site = try Self.board()
        // The board's folder goes with its fixture.
        defer { withExtendedLifetime(site) {} }
        var options = site.options()
        options.audience = .editors
        let day = Mutex(options.asOf)
        let today: @Sendable () -> CalendarDay = { day.withLock { $0 } }
        let warm = PreviewBoard(options, today: today)
        try await warm.refresh()
        var random = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func number(below bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % bound
        }
        var isDone = [Bool](repeating: false, count: Self.steps.count)
        for _ in 0..<14 {
            // One to three things between two looks; now and then a refresh is under way meanwhile, or midnight passes.
            let indices = (0...number(below: 3)).map { _ in number(below: Self.steps.count) }
            if number(below: 3) == 0 { await warm.requestRefresh() }
            for index in indices { try Self.take(Self.steps[index], &isDone[index], site) }
            if number(below: 4) == 0 { day.withLock { $0 = CalendarDay(year: 2025 + number(below: 2), month: 12, day: 1)! } }

            let cold = PreviewBoard(options, today: today)
            let done = indices.map { "\(Self.steps[$0])".prefix(90) }.joined(separator: ", ")
            #expect(try await warm.refresh() == cold.refresh(), "\(done)")
            for route in Self.routes {
                let (left, right) = (try warm.answer(route).bytes, try cold.answer(route).bytes)
                #expect(left == right, "\(route) after \(done)")
                guard left == right else { return }
            }
            let style = try #require(String(decoding: warm.answer("/").bytes, as: UTF8.self).firstMatch(of: /href="([^"]*style[^"]*css)"/))
            #expect(try warm.answer(String(style.1)).bytes == site.publishedStyle, "\(done)")
        }
    }

    private static let routes = [
        "/", "/vinh-danh/", "/vinh-danh/2024/tran-thi-vi-du-2024/", "/vinh-danh/2024/chi-bo-mau-a-2024/",
        "/vinh-danh/2023/ho-le-van-mau-2023/", "/vinh-danh/2024/viet-do/", "/vinh-danh/2024/chi-bo-mau-a-2024/chan-dung-320.webp",
        "/quyet-dinh/", "/quyet-dinh/10-qd-ubnd-chu-tich-ubnd-xa-mau-a-2024-11-20/", "/dinh-chinh/", "/ke-hoach/mau-2024/",
        "/dia-ban/", "/dia-ban/xa-mau-b/", "/nam/2024/", "/lien-he/", "/gioi-thieu/", "/thong-ke/", "/feed.xml", "/sitemap.xml",
        "/tim-kiem/", "/du-lieu/", FindingsPage.path,
    ]
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
