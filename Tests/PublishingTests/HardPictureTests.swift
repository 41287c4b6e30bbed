import Diagnostics
import Eligibility
import Entries
import Formats
import Foundation
import Pictures
import Publishing
import TestSupport
import Testing

/// Photos as people really send them: tiny, many, none, turned, moving, under any name.
@Suite struct HardPictureTests {
    private static let folder = "content/entries/2024/chi-bo-mau-a-2024/"
    private static let page = "vinh-danh/2024/chi-bo-mau-a-2024/"

    @Test(arguments: [
        "Ảnh chân dung của bà con thôn Mẫu A.jpg", "100% hoàn thành.jpg", "a%20b.jpg", "Đường hoa (2) & bạn.jpg", "ẢNH-CUỐI.JPG", "ảnh.jpg",
        "#1.jpg",
    ]) func aNameMayBeAnything(name: String) async throws {
        let site = try SiteFixture()
        try site.write(Self.folder + name, MosaicJPEG.quarters(width: 64, height: 48))
        try site.replace(in: Self.folder + "index.md", "file: chan-dung.jpg", "file: \"\(name)\"")
        _ = try await site.build().summary()
        let html = try site.page(Self.page)
        let shown = html.matches(of: /<img src="\/([^"]*)"/).map { String($0.output.1) }
        #expect(!shown.isEmpty)
        for address in shown {
            #expect(address.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/-.".contains($0)) }, "\(address)")
            #expect(site.exists("public/" + address), "\(address)")
        }
    }

    /// Sizes as telephones and photo services make them: no multiple of 8, at which a JPEG is read in parts (faults: P1).
    @Test(arguments: [(1080, 1350), (3333, 2222), (4080, 3060), (3201, 2401), (6403, 4801)])
    func aPhonesPhotoIsTakenByCheckAndBuild(width: Int, height: Int) async throws {
        let site = try SiteFixture()
        try site.write(Self.folder + "chan-dung.jpg", MosaicJPEG.quarters(width: width, height: height))
        #expect(try await site.check().diagnostics.map(\.oneLine) == [])
        _ = try await site.build().summary()
        let largest = try site.bytes("public/\(Self.page)chan-dung-\(min(width, 1600)).jpg")
        let probe = try JPEGProbe(largest)
        #expect((probe.width, probe.height) == (min(width, 1600), width > 1600 ? (height * 3200 + width) / (width * 2) : height))
        for (x, y, colour) in [(20, 20, MosaicJPEG.Colour.red), (80, 20, .green), (20, 80, .blue), (80, 80, .yellow)] {
            #expect(probe.colour(x: x, y: y).isNear(colour))
        }
    }

    @Test func onePixelIsShownAsOnePixel() async throws {
        let site = try SiteFixture()
        try site.write(Self.folder + "chan-dung.jpg", MosaicJPEG.quarters(width: 1, height: 1))
        _ = try await site.build().summary()
        #expect(try site.page(Self.page).contains("width=\"1\" height=\"1\""))
    }

    @Test func fortyPhotosAreAllShown() async throws {
        let site = try SiteFixture()
        var photos = ""
        for number in 1...40 {
            try site.write(Self.folder + "anh-\(number).jpg", MosaicJPEG.bytes(width: 16 + number, height: 12) { _, _ in .blue })
            photos += "  - {file: anh-\(number).jpg, role: activity, alt: \"Ảnh thứ \(number)\"}\n"
        }
        try site.replace(in: Self.folder + "index.md", "publish:", photos + "publish:")
        _ = try await site.build().summary()
        let html = try site.page(Self.page)
        #expect((1...40).allSatisfy { html.contains("alt=\"Ảnh thứ \($0)\"") })
        // None but the portrait is loaded before it is needed, and each keeps its place.
        let pictures = html.matches(of: /<img [^>]*>/).map { String($0.output) }
        #expect(pictures.allSatisfy { $0.contains("width=") && $0.contains("height=") && $0.contains("alt=") })
        #expect(pictures.count { !$0.contains("loading=\"lazy\"") } == 1)
    }

    @Test func anEntryWithoutPicturesHasItsPage() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let html = try site.page("vinh-danh/2024/tran-thi-vi-du-2024/")
        #expect(!html.contains("<article class=\"entry\">\n<div class=\"profile\">\n<figure>") && html.contains("Trần Thị Ví Dụ"))
    }

    @Test func aPhoneHeldUprightIsShownUpright() async throws {
        let site = try SiteFixture()
        try site.write(
            Self.folder + "chan-dung.jpg", MosaicJPEG.quarters(width: 640, height: 480, segments: PlantedData.segments(orientation: 6)))
        _ = try await site.build().summary()
        #expect(try site.page(Self.page).contains("width=\"480\" height=\"640\""))
        for (name, bytes) in try site.publishedBytes() where name.hasPrefix(Self.page) && name.hasSuffix(".jpg") {
            #expect(try PictureHeader.read(bytes).orientation == 1, "\(name)")
        }
    }
}
