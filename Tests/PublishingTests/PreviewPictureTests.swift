import Board
import Diagnostics
import Imaging
import Pictures
import Publishing
import Synchronization
import TestSupport
import Testing

/// Pictures in a preview are made when a browser asks for them.
@Suite struct PreviewPictureTests {
    private static let photo = "content/entries/2024/chi-bo-mau-a-2024/chan-dung.jpg"
    private static let page = "/vinh-danh/2024/chi-bo-mau-a-2024/"

    private static func options(_ site: SiteFixture) -> BoardOptions {
        var options = site.options()
        options.audience = .editors
        options.pictureCachePath = nil
        return options
    }

    @Test func theyAreThoseOfABuild() async throws {
        let site = try SiteFixture()
        try site.write(Self.photo, MosaicJPEG.quarters(width: 700, height: 500, segments: PlantedData.segments(orientation: 6)))
        let board = PreviewBoard(Self.options(site))
        try await board.refresh()
        #expect(!site.exists(".bangvang/cache/images"), "nothing is made before it is asked for")
        var previewed: [String: [UInt8]] = [:]
        for name in ["chan-dung-320.webp", "chan-dung-500.jpg", "chan-dung-320x240.jpg", "chan-dung-500x375.webp"] {
            guard case .file(let path, let type) = try board.answer(Self.page + name) else { return #expect(Bool(false), "\(name)") }
            #expect(type == (name.hasSuffix("jpg") ? "image/jpeg" : "image/webp"))
            previewed[name] = try Disk.read(path)
        }
        var building = Self.options(site)
        building.audience = .visitors
        building.pictureCachePath = site.root + "/other"
        _ = try await BuildPipeline(building).build().summary()
        for (name, bytes) in previewed { #expect(try site.bytes("public" + Self.page + name) == bytes, "\(name)") }
    }

    @Test(arguments: [
        "chan-dung.jpg", "chan-dung-640.webp", "chan-dung-16.png", "chan-dung-16x8.jpg", "chan-dung-999999999999999999999.jpg", "-16.jpg",
    ])
    func whatABuildWouldNotMakeIsNotFound(name: String) async throws {
        let site = try SiteFixture()
        let board = PreviewBoard(Self.options(site))
        try await board.refresh()
        guard case .page(_, isFound: false) = try board.answer(Self.page + name) else { return #expect(Bool(false), "\(name)") }
    }

    @Test func aDamagedPhotoIsFoundOutWhenItIsAskedFor() async throws {
        let site = try SiteFixture()
        try site.write(Self.photo, Array(MosaicJPEG.quarters(width: 640, height: 480).prefix(900)) + [0xFF, 0xD9])
        let news = Mutex(0)
        let board = PreviewBoard(Self.options(site), tell: { if case .settled = $0 { news.withLock { $0 += 1 } } })
        #expect(try await board.refresh().isEmpty)
        for _ in 0..<2 { _ = try board.answer(Self.page + "chan-dung-320.webp") }
        // The board is made anew for it, once.
        while news.withLock({ $0 }) < 2 { try await Task.sleep(for: .milliseconds(5)) }
        guard case .page(let bytes, _) = try board.answer(Self.page) else { return #expect(Bool(false)) }
        #expect(String(decoding: bytes, as: UTF8.self).contains("Tệp ảnh bị hỏng"))
        #expect(try await board.refresh().map(\.oneLine).contains { $0.hasSuffix("error [picture-damaged]") })
        // A sound photo makes it good again.
        try site.write(Self.photo, MosaicJPEG.quarters(width: 640, height: 480))
        #expect(try await board.refresh().isEmpty)
    }

    @Test func withoutAWorkerThePhotoIsShownWithoutWhatTheCameraWrote() async throws {
        let site = try SiteFixture()
        try site.write(Self.photo, MosaicJPEG.quarters(width: 64, height: 48, segments: PlantedData.segments()))
        var options = Self.options(site)
        options.workers = WorkerSettings(program: "/nowhere/bangvang-imaging", count: 1)
        let told = Mutex<[WorkerError]>([])
        let board = PreviewBoard(options, tell: { if case .noPictures(let error) = $0 { told.withLock { $0.append(error) } } })
        try await board.refresh()
        for _ in 0..<2 {
            guard case .bytes(let bytes, "image/jpeg") = try board.answer(Self.page + "chan-dung-64.webp") else {
                return #expect(Bool(false))
            }
            #expect(!bytes.contains(run: PlantedData.position) && bytes.starts(with: [0xFF, 0xD8]))
        }
        #expect(told.withLock { $0 } == [.missing(path: "/nowhere/bangvang-imaging")])
    }

    /// On a folder that can only be read all pictures were errors.
    @Test func whatCanNotBeKeptIsShownAllTheSame() async throws {
        let site = try SiteFixture()
        try site.write(Self.photo, MosaicJPEG.quarters(width: 700, height: 500))
        var options = Self.options(site)
        // A folder can't be made below a file, whoever asks.
        try site.write("file", [])
        options.pictureCachePath = site.root + "/file/images"
        let board = PreviewBoard(options)
        try await board.refresh()
        for _ in 0..<2 {
            guard case .bytes(let bytes, "image/webp") = try board.answer(Self.page + "chan-dung-320.webp") else {
                return #expect(Bool(false))
            }
            let header = try PictureHeader.read(bytes)
            #expect(header.format == .webp && header.width == 320)
        }
    }
}
