import Board
import Diagnostics
import Formats
import Foundation
import Imaging
import Pictures
import Publishing
import TestSupport
import Testing

/// Photos on their way to the published site.
@Suite struct PicturePublishingTests {
    private static let folder = "content/entries/2024/chi-bo-mau-a-2024/"
    private static let page = "vinh-danh/2024/chi-bo-mau-a-2024/"
    private static let noWorker = WorkerSettings(program: "/nowhere/bangvang-imaging", count: 1)

    /// A board of its own whose portrait is this photo, with a cache of its own.
    private static func board(portrait: [UInt8], file: String = "chan-dung.jpg") throws -> (SiteFixture, BoardOptions) {
        let site = try SiteFixture()
        try site.write(folder + file, portrait)
        if file != "chan-dung.jpg" {
            try site.remove(folder + "chan-dung.jpg")
            try site.replace(in: folder + "index.md", "file: chan-dung.jpg", "file: \(file)")
        }
        var options = site.options()
        options.pictureCachePath = nil
        return (site, options)
    }

    private static func webp(_ colours: [MosaicJPEG.Colour] = [.red, .green, .blue, .yellow]) throws -> [UInt8] {
        var made: [UInt8] = []
        let photo = MosaicJPEG.quarters(width: 64, height: 48, colours)
        let size = PictureSize(width: 64, height: 48)
        let request = WorkerRequest(
            format: .jpeg, stored: size, orientation: 1,
            frames: [.init(base: size, part: .init(x: 0, y: 0, size: size), sizes: [.init(size: size, formats: [.webp])])], bytes: photo)
        try WorkerPool(.usual()).run(1) { _ in
            .success(request)
        } done: {
            made = try $1.get()[0]
        }
        return made
    }

    // MARK: What is published

    /// Whatever the format of the photo: no published file holds what the camera wrote, and the photo itself is not there.
    @Test(arguments: ["jpg", "webp", "png", "gif"])
    func nothingOfTheCameraIsPublished(ending: String) async throws {
        let photo =
            switch ending {
            case "jpg": MosaicJPEG.quarters(width: 64, height: 48, segments: PlantedData.segments())
            case "webp": PlantedData.webp(try Self.webp(), width: 64, height: 48)
            case "png": PlantedData.png(width: 64, height: 48, [200, 30, 40], orientation: 1)
            default: PlantedData.gif(width: 64, height: 48, frames: [.red])
            }
        #expect(PlantedData.isIn(photo))
        let (site, options) = try Self.board(portrait: photo, file: "Chân dung 100%.\(ending)")
        _ = try await BuildPipeline(options).build().summary()

        let published = try site.publishedBytes()
        #expect(published.filter { PlantedData.isIn($0.value) }.keys.sorted() == [])
        #expect(published.values.allSatisfy { $0 != photo })
        let pictures = published.keys.filter { $0.hasPrefix(Self.page + "chan-dung") }.sorted()
        #expect(pictures == ["-64.jpg", "-64.webp", "-64x48.jpg", "-64x48.webp"].map { Self.page + "chan-dung-100" + $0 })
        for (name, bytes) in published where name.hasPrefix(Self.page) && !name.hasSuffix(".html") {
            #expect(try PictureHeader.read(bytes).format == (name.hasSuffix(".jpg") ? .jpeg : .webp), "\(name)")
        }
    }

    @Test func thePageOffersEverySizeWithItsWidth() async throws {
        let (site, options) = try Self.board(portrait: MosaicJPEG.quarters(width: 1000, height: 800))
        _ = try await BuildPipeline(options).build().summary()
        let html = try site.page(Self.page)
        let base = "/" + Self.page + "chan-dung-"
        for ending in ["webp", "jpg"] {
            let choices = [320, 640, 960, 1000].map { "\(base)\($0).\(ending) \($0)w" }.joined(separator: ", ")
            #expect(html.contains("srcset=\"\(choices)\""), "\(ending)")
        }
        #expect(html.contains("<img src=\"\(base)640.jpg\""))
        #expect(html.contains("width=\"640\" height=\"512\" alt=\"Chi bộ thôn Mẫu A trước nhà văn hóa\" fetchpriority=\"high\""))
        #expect(html.contains("og:image\" content=\"https://bangvang.example.vn\(base)1000.jpg\""))
        let list = try site.page("vinh-danh/")
        #expect(list.contains("\(base)320x240.webp 320w, \(base)640x480.webp 640w"))
        #expect(list.contains("width=\"640\" height=\"480\" alt=\"\" loading=\"lazy\""))
        for (name, bytes) in try site.publishedBytes() where name.hasPrefix(Self.page + "chan-dung-") {
            let header = try PictureHeader.read(bytes)
            let written = name.dropFirst((Self.page + "chan-dung-").count).prefix { $0 != "." }
            #expect(["\(header.width)", "\(header.width)x\(header.height)"].contains(String(written)), "\(name)")
        }
    }

    @Test func theCardIsCutAroundTheFocusOfItsPhoto() async throws {
        let (site, options) = try Self.board(portrait: MosaicJPEG.quarters(width: 400, height: 800))
        try site.replace(in: Self.folder + "index.md", "role: portrait,", "role: portrait, focus: [50, 100],")
        _ = try await BuildPipeline(options).build().summary()
        let card = try JPEGProbe(try site.bytes("public/" + Self.page + "chan-dung-400x300.jpg"))
        #expect(card.colour(x: 20, y: 50).isNear(.blue) && card.colour(x: 80, y: 50).isNear(.yellow))
        try site.replace(in: Self.folder + "index.md", "focus: [50, 100]", "focus: [50, 0]")
        _ = try await BuildPipeline(options).build().summary()
        let other = try JPEGProbe(try site.bytes("public/" + Self.page + "chan-dung-400x300.jpg"))
        #expect(other.colour(x: 20, y: 50).isNear(.red) && other.colour(x: 80, y: 50).isNear(.green))
    }

    @Test func aPictureOfTheStoryHasItsSizesToo() async throws {
        let site = try SiteFixture()
        try site.write("content/media/cầu mới.png", PlantedData.png(width: 400, height: 200, [20, 140, 60]))
        try site.append(
            to: "content/entries/2023/ho-le-van-mau-2023.md",
            "\n![Cây \"cầu\" mới](</media/cầu mới.png> \"Cầu\") và [ảnh lớn](/media/cầu%20mới.png).\n")
        _ = try await site.build().summary()
        let html = try site.page("vinh-danh/2023/ho-le-van-mau-2023/")
        #expect(
            html.contains(
                "<picture><source type=\"image/webp\" srcset=\"/tep/media/cau-moi-320.webp 320w, /tep/media/cau-moi-400.webp 400w\""))
        #expect(html.contains("<img src=\"/tep/media/cau-moi-400.jpg\""))
        #expect(html.contains("alt=\"Cây &quot;cầu&quot; mới\""))
        #expect(html.contains("</picture><br><small>Cầu</small> và <a href=\"/tep/media/cau-moi-400.jpg\">ảnh lớn</a>"))
    }

    @Test func twoPhotosOfOneNameHaveAddressesOfTheirOwn() async throws {
        let (site, options) = try Self.board(portrait: MosaicJPEG.quarters(width: 64, height: 48))
        try site.write(Self.folder + "hoat-dong.jpg", MosaicJPEG.bytes(width: 64, height: 48) { _, _ in .blue })
        try site.write(Self.folder + "Chân dung.png", PlantedData.png(width: 64, height: 48, [20, 140, 60]))
        try site.replace(
            in: Self.folder + "index.md", "  - {file: hoat-dong.jpg, role: activity, alt: \"Bà con trồng hoa ven đường\"}",
            "  - {file: hoat-dong.jpg, role: activity, alt: \"Bà con trồng hoa ven đường\"}\n  - {file: Chân dung.png, role: activity, alt: \"Ảnh thứ ba\"}"
        )
        _ = try await BuildPipeline(options).build().summary()
        #expect(try JPEGProbe(try site.bytes("public/" + Self.page + "chan-dung-64.jpg")).colour(x: 20, y: 20).isNear(.red))
        #expect(try JPEGProbe(try site.bytes("public/" + Self.page + "chan-dung-2-64.jpg")).colour(x: 20, y: 20).isNear(.green))
        #expect(try site.page(Self.page).contains("chan-dung-2-64.webp 64w"))
    }

    /// As long as a file system takes: the size and the ending of a published name come besides.
    @Test func aPhotoWithTheLongestNameIsPublished() async throws {
        let name = String(repeating: "a", count: 251) + ".jpg"
        let (site, options) = try Self.board(portrait: MosaicJPEG.quarters(width: 64, height: 48), file: name)
        _ = try await BuildPipeline(options).build().summary()
        #expect(site.exists("public/" + Self.page + String(repeating: "a", count: 200) + "-64.jpg"))
    }

    // MARK: Photos that can't be shown

    /// Each is an error at the line that names the photo, and what else is wrong is reported with it.
    @Test(arguments: [
        ("half a photo", Array(MosaicJPEG.quarters(width: 640, height: 480).prefix(900)) + [0xFF, 0xD9], "picture-damaged"),
        ("200 megapixels", PlantedData.png(width: 1, height: 1, [0, 0, 0]).replacingSize(20_000, 10_000), "picture-too-many-pixels"),
        ("a PNG whose pixels are missing", PlantedData.png(width: 1, height: 1, [0, 0, 0]).replacingSize(3000, 3000), "picture-damaged"),
        (
            "an SVG with a script", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8),
            "picture-format-refused"
        ),
        ("a text", Array("không phải ảnh".utf8), "file-not-publishable"), ("nothing", [], "file-empty"),
    ])
    func aPhotoThatCanNotBeShownIsNamedAtItsLine(name: String, photo: [UInt8], code: String) async throws {
        let (site, options) = try Self.board(portrait: photo)
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        let line = "\(Self.folder)index.md:16:12 error [\(code)]"
        for found in [try await BuildPipeline(options).build().refusal, try await site.check().diagnostics] {
            let found = try #require(found)
            #expect(found.map(\.oneLine).contains(line), "\(name): \(found.map(\.oneLine))")
            #expect(found.contains { $0.clause?.rule == "MA-02" }, "and the rest is reported too")
            #expect(found.first { $0.code == code }?.remedy != nil)
            // What libraries say is English.
            let sentence = found.first { $0.code == code }?.message.vi ?? ""
            #expect(!["libpng", "VipsJpeg", "error", "pngload", "jpegload", "premature"].contains(where: sentence.contains), "\(sentence)")
        }
        #expect(!site.exists("public"))
        // The others may still be published.
        var withholding = options
        withholding.withholdsIneligible = true
        _ = try await BuildPipeline(withholding).build().summary()
        #expect(!site.hasPage(Self.page) && site.hasPage("vinh-danh/2024/tran-thi-vi-du-2024/"))
    }

    @Test func theNameOfAFileDoesNotMatter() async throws {
        let (site, options) = try Self.board(portrait: PlantedData.png(width: 64, height: 48, [20, 140, 60]))
        _ = try await BuildPipeline(options).build().summary()
        #expect(try JPEGProbe(try site.bytes("public/" + Self.page + "chan-dung-64.jpg")).colour(x: 50, y: 50).isNear(.green))
    }

    @Test func ofAnAnimationTheFirstFrameIsPublishedAndItsAuthorToldSo() async throws {
        let (site, options) = try Self.board(
            portrait: PlantedData.gif(width: 64, height: 48, frames: [.green, .blue]), file: "chan-dung.gif")
        guard case .written(let evaluation, _) = try await BuildPipeline(options).build() else { return #expect(Bool(false)) }
        #expect(evaluation.diagnostics.map(\.oneLine) == ["\(Self.folder)index.md:16:12 notice [picture-animated]"])
        #expect(try JPEGProbe(try site.bytes("public/" + Self.page + "chan-dung-64.jpg")).colour(x: 50, y: 50).isNear(.green))
        #expect(!site.published().keys.contains { $0.hasSuffix(".gif") })
    }

    @Test func withoutAWorkerNothingIsBuiltAndACheckSaysWhatItCouldNotDo() async throws {
        let (site, options) = try Self.board(portrait: MosaicJPEG.quarters(width: 64, height: 48))
        var broken = options
        broken.workers = Self.noWorker
        await #expect(throws: WorkerError.missing(path: Self.noWorker.program)) { try await BuildPipeline(broken).build() }
        #expect(!site.exists("public"))
        let content = try await BoardCheck.read(broken)
        #expect(content.diagnostics.map(\.oneLine) == ["warning [pictures-not-decoded]"])

        let outcome = try BuiltProgram.run(
            ["build", "--root", site.root, "--as-of", SiteFixture.day.iso], environment: ["BANGVANG_IMAGING": "/nowhere/bangvang-imaging"])
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("Không có chương trình xử lý ảnh “/nowhere/bangvang-imaging”"), "\(outcome.errors)")
    }

    // MARK: The cache

    @Test func aSecondBuildDecodesNothing() async throws {
        let (site, options) = try Self.board(portrait: MosaicJPEG.quarters(width: 700, height: 500))
        _ = try await BuildPipeline(options).build().summary()
        let before = site.published()
        let bytes = try site.publishedBytes()
        var idle = options
        // Whoever needed a worker now would fail.
        idle.workers = Self.noWorker
        let second = try await BuildPipeline(idle).build().summary()
        #expect((second.created, second.replaced, second.removed) == (0, 0, 0))
        #expect(site.published() == before)
        #expect(try await BoardCheck.read(idle).diagnostics.isEmpty)

        // The site is gone, its pictures are not.
        try site.remove("public")
        try site.remove(".bangvang/manifest")
        _ = try await BuildPipeline(idle).build().summary()
        #expect(try site.publishedBytes() == bytes)

        // The cache is gone, the site is not: not even an entry that moves needs a worker.
        try site.remove(".bangvang/cache")
        try site.replace(in: Self.folder + "index.md", "id: chi-bo-mau-a-2024", "id: chi-bo-a-2024")
        idle.allowedRemovals = ["chi-bo-mau-a-2024"]
        _ = try await BuildPipeline(idle).build().summary()
        let moved = "vinh-danh/2024/chi-bo-a-2024/"
        #expect(try site.bytes("public/\(moved)chan-dung-640.webp") == bytes[Self.page + "chan-dung-640.webp"])
        #expect(!site.exists("public/" + Self.page))
    }

    @Test func aNewPhotoOfTheSameNameIsMadeAnew() async throws {
        let (site, options) = try Self.board(portrait: MosaicJPEG.bytes(width: 64, height: 48) { _, _ in .red })
        _ = try await BuildPipeline(options).build().summary()
        let before = site.published()
        try site.write(Self.folder + "chan-dung.jpg", MosaicJPEG.bytes(width: 64, height: 48) { _, _ in .blue })
        _ = try await BuildPipeline(options).build().summary()
        #expect(try JPEGProbe(try site.bytes("public/" + Self.page + "chan-dung-64.jpg")).colour(x: 50, y: 50).isNear(.blue))
        let now = site.published()
        let changed = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }
        #expect(changed == Set(["-64.jpg", "-64.webp", "-64x48.jpg", "-64x48.webp"].map { Self.page + "chan-dung" + $0 }))
    }

    /// Marked as used on every day that something is built; gone when nothing has asked for it in a quarter of a year.
    @Test func whatNobodyUsesIsForgottenInTime() async throws {
        let (site, options) = try Self.board(portrait: MosaicJPEG.quarters(width: 64, height: 48))
        _ = try await BuildPipeline(options).build().summary()
        let folder = site.root + "/.bangvang/cache/images"
        let first = Self.photoFolders(folder)
        #expect(first.count == 2)
        // Both photos have long not been used; then one of them is replaced, and another stays.
        for photo in first { try Self.age(folder + "/" + photo, days: 100) }
        try Self.age(folder + "/pruned", days: 1)
        try site.write(Self.folder + "chan-dung.jpg", MosaicJPEG.quarters(width: 48, height: 48))
        _ = try await BuildPipeline(options).build().summary()
        let second = Self.photoFolders(folder)
        #expect(second.count == 2 && second.intersection(first).count == 1)
        #expect(FileTree.files(in: folder).allSatisfy { $0 == "pruned" || second.contains(($0 as NSString).deletingLastPathComponent) })
        // Later on the same day it is not looked at again.
        for photo in second { try Self.age(folder + "/" + photo, days: 100) }
        try site.write(Self.folder + "chan-dung.jpg", MosaicJPEG.quarters(width: 40, height: 48))
        _ = try await BuildPipeline(options).build().summary()
        #expect(Self.photoFolders(folder).isSuperset(of: second))
    }

    /// A preview may be making a picture while a build tidies up: only what was left long ago is nobody's.
    @Test func whatIsBeingWrittenIsNotTidiedAway() async throws {
        let (site, options) = try Self.board(portrait: MosaicJPEG.quarters(width: 64, height: 48))
        _ = try await BuildPipeline(options).build().summary()
        let cache = ".bangvang/cache/images/"
        let folder = try #require(Self.photoFolders(site.root + "/" + cache).first)
        for name in ["tre-1-1.moi", "gia-1-2.moi"] { try site.write(cache + folder + "/" + name, "nửa ảnh") }
        try Self.age(site.root + "/" + cache + folder + "/gia-1-2.moi", days: 2)
        try Self.age(site.root + "/" + cache + "pruned", days: 2)
        _ = try await BuildPipeline(options).build().summary()
        #expect(site.exists(cache + folder + "/tre-1-1.moi") && !site.exists(cache + folder + "/gia-1-2.moi"))
    }

    private static func photoFolders(_ folder: String) -> Set<String> {
        Set(FileTree.files(in: folder).filter { $0 != "pruned" }.map { ($0 as NSString).deletingLastPathComponent })
    }

    private static func age(_ path: String, days: Double) throws {
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -days * 86_400)], ofItemAtPath: path)
    }

    @Test func aTakeDownNeedsNoWorkerAndNoPhoto() async throws {
        let (site, options) = try Self.board(portrait: MosaicJPEG.quarters(width: 700, height: 500))
        try site.replace(
            in: "content/entries/2024/tran-thi-vi-du-2024.md", "summary:",
            "photos:\n  - {file: /media/ảnh.jpg, role: portrait, alt: \"Bà Trần Thị Ví Dụ\"}\nsummary:")
        try site.write("content/media/ảnh.jpg", MosaicJPEG.quarters(width: 400, height: 300))
        _ = try await BuildPipeline(options).build().summary()
        let before = try site.publishedBytes()
        try site.remove("content/media")
        try site.remove(".bangvang/cache")
        var idle = options
        idle.workers = Self.noWorker
        guard case .done = try await BuildPipeline(idle).takeDown("chi-bo-mau-a-2024") else { return #expect(Bool(false)) }
        #expect(try site.hasTombstone(Self.page))
        for name in ["anh-320.webp", "anh-400.jpg", "anh-400x300.webp"] {
            #expect(try site.bytes("public/tep/media/\(name)") == before["tep/media/\(name)"])
        }
        #expect(try site.page("vinh-danh/2024/tran-thi-vi-du-2024/").contains("anh-400.webp 400w"))
    }
}

extension [UInt8] {
    /// A PNG with another size in its header, whose checksum is made right.
    fileprivate func replacingSize(_ width: Int, _ height: Int) -> [UInt8] {
        var bytes = self
        for (offset, value) in [(16, width), (20, height)] {
            for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (24 - 8 * index)) }
        }
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes[12..<29] {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        for index in 0..<4 { bytes[29 + index] = UInt8(truncatingIfNeeded: ~sum >> UInt32(24 - 8 * index)) }
        return bytes
    }
}
