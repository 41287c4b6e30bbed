import Diagnostics
import Eligibility
import Entries
import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// Videos on their way to the published site.
@Suite struct VideoPublishingTests {
    private static let folder = "content/entries/2024/chi-bo-mau-a-2024/"
    private static let page = "vinh-danh/2024/chi-bo-mau-a-2024/"
    private static let film = "public/" + page + "phim.mp4"
    private static let position = Array("+21.3870+106.5480/".utf8)

    /// The small board with the sample board's film, at whose end a position was planted as cameras do.
    private static func board(_ keys: String = "poster: hoat-dong.jpg, captions: phu-de.vtt, transcript: loi.txt") throws -> SiteFixture {
        let site = try SiteFixture()
        try site.write(folder + "phim.mp4", try film(planting: position))
        try site.write(folder + "phu-de.vtt", "WEBVTT\n\n00:00.000 --> 00:03.000\nCả thôn trồng hoa.\n")
        try site.write(folder + "loi.txt", "Hình ảnh: con đường hoa.\n\nBà con: <Đi làm thôi>\nRồi cùng đi.\n")
        let video = "videos:\n  - {file: phim.mp4, title: \"Đường hoa\"\(keys.isEmpty ? "" : ", " + keys)}\npublish:"
        try site.replace(in: folder + "index.md", "publish:", video)
        return site
    }

    private static func film(planting words: [UInt8]) throws -> [UInt8] {
        let sample = try Data(
            contentsOf: URL(fileURLWithPath: Repository.root + "/content/entries/2021/dang-bo-xa-mau-an-2021/phim-tu-lieu.mp4"))
        let length = words.count + 8
        return Array(sample) + [0, 0, UInt8(length >> 8), UInt8(length & 0xFF)] + Array("meta".utf8) + words
    }

    @Test func itPlaysInThePageAndAsksNobodyElse() async throws {
        let site = try Self.board()
        let result = try await site.build()
        guard case .written(let evaluation, _) = result else { return #expect(Bool(false), "\(result)") }
        #expect(evaluation.diagnostics.map(\.oneLine) == [])
        let html = try site.page(Self.page)
        #expect(html.contains("controls playsinline preload=\"none\" width=\"640\" height=\"360\""), "\(html)")
        let posters = html.matches(of: /poster="\/([^"]*)"/).map { String($0.output.1) }
        #expect(
            posters.count == 1
                && posters.allSatisfy { $0.hasSuffix(".jpg") && $0.hasPrefix(Self.page + "hoat-dong-") && site.exists("public/" + $0) })
        #expect(html.contains("<track kind=\"captions\" srclang=\"vi\" label=\"Tiếng Việt\" src=\"/\(Self.page)phu-de.vtt\" default>"))
        #expect(html.contains("<p class=\"lines\">Hình ảnh: con đường hoa.</p>"))
        #expect(html.contains("<p class=\"lines\">Bà con: &lt;Đi làm thôi&gt;\nRồi cùng đi.</p>"))
        #expect(!html.contains("<iframe") && !html.contains("<source src=\"http"))
    }

    @Test func nothingOfThePlaceIsPublished() async throws {
        let site = try Self.board()
        #expect(try site.bytes(Self.folder + "phim.mp4").contains(run: Self.position))
        _ = try await site.build().summary()
        let published = try site.bytes(Self.film)
        #expect(published.count == (try site.bytes(Self.folder + "phim.mp4").count))
        #expect(!published.contains(run: Self.position) && !published.contains(run: Array("+21.38".utf8)))
        // A second build finds it as it is; a new film of the same size is noticed.
        #expect(try await site.build().summary().replaced == 0)
        try FileManager.default.removeItem(atPath: site.root + "/.bangvang")
        #expect(try await site.build().summary().replaced == 0, "without a memory the bytes are compared")
    }

    @Test func aFilmElsewhereIsALinkWithAPictureOfItsOwn() async throws {
        let site = try Self.board()
        try site.replace(in: Self.folder + "index.md", "file: phim.mp4", "url: \"https://video.example.vn/xem?v=1&t=2\"")
        try site.replace(in: Self.folder + "index.md", "captions: phu-de.vtt, ", "")
        _ = try await site.build().summary()
        let html = try site.page(Self.page)
        #expect(html.contains("Xem video tại <a href=\"https://video.example.vn/xem?v=1&amp;t=2\""))
        let still = try #require(
            html.firstMatch(of: /<a href="https:\/\/video\.example\.vn[^>]*tabindex="-1" aria-hidden="true"><picture>.*?<\/picture><\/a>/))
        #expect(still.output.contains("width=") && still.output.contains("alt=\"\""))
        for attribute in ["src", "srcset", "poster", "data"] { #expect(!html.contains("\(attribute)=\"https://video"), "\(attribute)") }
        #expect(!html.contains("<video"))
    }

    @Test func whatIsMissingIsSaidAtTheVideo() async throws {
        let found = try await Self.board("").check().diagnostics.map(\.oneLine)
        let line = Self.folder + "index.md:19:12 "
        #expect(found == [line + "warning [captions-missing]", line + "notice [poster-missing]", line + "notice [transcript-missing]"])
    }

    @Test(arguments: [("cut off", 1000, "video-truncated"), ("whole", 0, nil)]) func aFilmThatIsCutOffIsRefused(
        name: String, cut: Int, code: String?
    ) async throws {
        let site = try Self.board()
        try site.write(Self.folder + "phim.mp4", try site.bytes(Self.folder + "phim.mp4").dropLast(cut).map { $0 })
        let found = try await site.check().diagnostics.map(\.oneLine)
        #expect(found == (code.map { ["\(Self.folder)index.md:19:12 error [\($0)]"] } ?? []), "\(name)")
    }

    @Test func aHeavyFilmIsWarnedOf() async throws {
        let site = try Self.board()
        var film = try Self.film(planting: [])
        // A box of empty space whose length is written in its head: a sparse file of 101 MB.
        let padding = 101_000_000
        film += [UInt8(padding >> 24), UInt8(padding >> 16 & 0xFF), UInt8(padding >> 8 & 0xFF), UInt8(padding & 0xFF)] + Array("free".utf8)
        let whole = film.count - 8 + padding
        try site.write(Self.folder + "phim.mp4", film)
        #expect(truncate(site.root + "/" + Self.folder + "phim.mp4", off_t(whole)) == 0)
        #expect(try await site.check().diagnostics.map(\.oneLine) == ["\(Self.folder)index.md:19:12 warning [video-heavy]"])
    }

    /// Another name for how the pictures are encoded: browsers go by it (videojs/video.js#5938).
    private static func encoded(as type: String) throws -> [UInt8] {
        var film = try film(planting: [])
        // The first one is among the brands.
        let entry = try #require(film.indices.last { film[$0...].starts(with: "avc1".utf8) })
        film.replaceSubrange(entry..<entry + 4, with: type.utf8)
        return film
    }

    @Test(arguments: [("hvc1", "warning [video-not-everywhere]", "H.265"), ("mp4v", "error [video-unplayable]", "MPEG-4 Visual")])
    func aFilmThatBrowsersDoNotPlayIsFound(type: String, finding: String, name: String) async throws {
        let site = try Self.board()
        try site.write(Self.folder + "phim.mp4", try Self.encoded(as: type))
        let found = try await site.check().diagnostics
        #expect(found.map(\.oneLine) == ["\(Self.folder)index.md:19:12 \(finding)"])
        #expect(found.first?.message.vi.contains(name) == true && found.first?.remedy?.vi.contains("libx264") == true)
    }

    /// Servers send what a name ends in: a film is published under the ending of what it is.
    @Test(arguments: ["Phim.MOV", "phim.avi", "phim"]) func aFilmIsNamedByWhatItIs(name: String) async throws {
        let site = try Self.board()
        try site.write(Self.folder + name, try site.bytes(Self.folder + "phim.mp4"))
        try site.remove(Self.folder + "phim.mp4")
        try site.replace(in: Self.folder + "index.md", "file: phim.mp4", "file: \(name)")
        _ = try await site.build().summary()
        #expect(try site.page(Self.page).contains("src=\"/\(Self.page)phim.mp4\""))
        #expect(site.exists(Self.film) && !site.published().keys.contains { $0.lowercased().hasSuffix(".mov") || $0.hasSuffix(".avi") })
        #expect(MediaType.of("phim.mp4") == "video/mp4")
    }

    @Test func filmsOfOtherKindsAreNamed() async throws {
        let site = try Self.board()
        try site.write(Self.folder + "phim.mp4", Array("\0\0\0\u{14}ftypqt  \0\0\u{2}\0qt  ".utf8))
        let found = try await site.check().diagnostics
        #expect(found.map(\.oneLine) == ["\(Self.folder)index.md:19:12 error [video-format-refused]"])
        #expect(found.first?.message.vi.contains("QuickTime (MOV)") == true)
    }

    @Test func captionsAreShownAsTheyWereWritten() async throws {
        let site = try Self.board()
        let written = "WEBVTT\n\n00:00.000 --> 00:02.000\nCòn <5 hộ nghèo & việc A --> việc B\n"
        try site.write(Self.folder + "phu-de.vtt", written)
        #expect(try await site.check().diagnostics.map(\.oneLine) == [])
        _ = try await site.build().summary()
        let published = try site.read("public/\(Self.page)phu-de.vtt")
        #expect(published == "WEBVTT\n\n00:00.000 --> 00:02.000\nCòn &lt;5 hộ nghèo &amp; việc A --&gt; việc B\n")
        #expect(try site.read(Self.folder + "phu-de.vtt") == written)
    }

    @Test func captionsThatCanNotBeRightAreFound() async throws {
        let site = try Self.board()
        try site.write(
            Self.folder + "phu-de.vtt",
            "WEBVTT\n\n00:00.000 --> 00:01.000\n{\\an8}Cả thôn\n\n00:01.000 --> 00:02.000\n\n09:00.000 --> 09:02.000\nHết.\n")
        let found = try await site.check().diagnostics
        let file = Self.folder + "phu-de.vtt"
        #expect(
            found.map(\.oneLine) == [
                "\(file) warning [captions-after-the-film]", "\(file):4:1 warning [captions-foreign-code]",
                "\(file):6:1 notice [captions-empty]",
            ])
        #expect(found.contains { $0.remedy?.vi == "Sửa dòng này thành “Cả thôn”." })
    }

    /// Who is taken down leaves the pages of all others as they were, words of videos included.
    @Test func aTakeDownKeepsTheWordsOfOtherVideos() async throws {
        let site = try Self.board()
        _ = try await site.build().summary()
        let before = try site.page(Self.page)
        let film = try site.bytes(Self.film)
        try site.remove(Self.folder + "loi.txt")
        _ = try await site.takeDown("ho-le-van-mau-2023")
        #expect(try !site.hasHonour("vinh-danh/2023/ho-le-van-mau-2023/"))
        let after = try site.page(Self.page)
        #expect(after.contains("Rồi cùng đi.") && before.contains("Rồi cùng đi."))
        #expect(try site.bytes(Self.film) == film)
    }
}
