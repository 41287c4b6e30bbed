import Diagnostics
import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// What lies in the output folder is looked at, not believed, and what is somebody else's stays theirs.
@Suite struct PublishedFilesTests {
    private static let picture = "vinh-danh/2024/chi-bo-mau-a-2024/chan-dung-16.jpg"

    /// Each does something to a published file that the inputs know nothing of (row D3).
    enum Harm: String, CaseIterable {
        case truncatedPicture, otherPictureOfThatSize, removedPicture, editedPage, removedPage, truncatedDesign

        func file(in site: SiteFixture) throws -> String {
            switch self {
            case .truncatedPicture, .otherPictureOfThatSize, .removedPicture: picture
            case .editedPage: "gioi-thieu/index.html"
            case .removedPage: "nam/2024/index.html"
            case .truncatedDesign: try #require(site.published().keys.first { $0.hasPrefix("giao-dien/style.") })
            }
        }

        func apply(to file: String, in site: SiteFixture) throws {
            let bytes = try site.bytes("public/" + file)
            switch self {
            case .truncatedPicture, .truncatedDesign: try site.write("public/" + file, Array(bytes.prefix(bytes.count / 2)))
            case .otherPictureOfThatSize: try site.write("public/" + file, bytes.map { $0 ^ 1 })
            case .removedPicture, .removedPage: try site.remove("public/" + file)
            case .editedPage: try site.append(to: "public/" + file, "<p>Thêm bằng tay</p>")
            }
        }
    }

    @Test(arguments: Harm.allCases) func whatSomebodyChangedIsMendedAndSaid(harm: Harm) async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = try site.publishedBytes()
        let file = try harm.file(in: site)
        try harm.apply(to: file, in: site)
        let summary = try await site.build().summary()
        #expect(try site.publishedBytes() == before)
        #expect(summary.mended == [file])
        #expect(try await site.build().summary().mended == [])
    }

    /// Restored from a backup, every file has another inode and time, and is what it was.
    @Test func aRestoredSiteIsAsItWas() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try FileManager.default.moveItem(atPath: site.root + "/public", toPath: site.root + "/luu")
        try FileManager.default.copyItem(atPath: site.root + "/luu", toPath: site.root + "/public")
        let summary = try await site.build().summary()
        #expect(summary.mended == [] && summary.created == 0 && summary.replaced == 0)
    }

    /// A power cut may leave a file of the cache short, empty or full of zeros.
    @Test(arguments: ["short", "zeros", "another byte"]) func aDamagedPictureOfTheCacheIsMadeAgain(damage: String) async throws {
        let site = try SiteFixture()
        var options = site.options()
        options.pictureCachePath = site.root + "/anh"
        _ = try await BuildPipeline(options).build().summary()
        let before = try site.publishedBytes()
        for file in FileTree.files(in: site.root + "/anh") where file.hasSuffix(".jpg") || file.hasSuffix(".webp") {
            var bytes = try site.bytes("anh/" + file)
            switch damage {
            case "short": bytes.removeLast(9)
            case "zeros": bytes = [UInt8](repeating: 0, count: bytes.count)
            default: bytes[bytes.count - 8] ^= 1
            }
            try site.write("anh/" + file, bytes)
        }
        try site.remove("public")
        _ = try await BuildPipeline(options).build().summary()
        #expect(try site.publishedBytes() == before)
    }

    /// Row R12 (pelican#1088): `public/lien-he/index.html` of somebody, then a page of the board at that address.
    @Test func aStrangersFileIsNeverOverwrittenNorRemoved() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.write("public/lien-he/index.html", "trang của người khác")
        let page = "content/pages/lien-he.md"
        try site.write(page, "---\ntitle: \"Liên hệ\"\nslug: lien-he\n---\nThư điện tử ở chân trang.\n")
        let before = site.published()
        let refusal = await #expect(throws: OutputFolder.Refusal.self) { try await site.build() }
        #expect(refusal?.message.vi.contains("public/lien-he/index.html") == true)
        #expect(site.published() == before)
        try site.remove(page)
        #expect(try await site.build().summary().strangers == ["lien-he/index.html"])
        #expect(try site.read("public/lien-he/index.html") == "trang của người khác")
    }

    /// A file where a folder is needed, and a folder where a file is.
    @Test(arguments: ["lien-he", "lien-he/index.html/ghi-chu.txt"]) func whatIsInTheWayIsNamed(stranger: String) async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.write("public/" + stranger, "của người khác")
        try site.write("content/pages/lien-he.md", "---\ntitle: \"Liên hệ\"\nslug: lien-he\n---\nThư điện tử ở chân trang.\n")
        let before = site.published()
        let refusal = await #expect(throws: OutputFolder.Refusal.self) { try await site.build() }
        #expect(refusal?.message.vi.contains("public/" + stranger) == true)
        #expect(site.published() == before)
        guard case .done = try await site.takeDown("chi-bo-mau-a-2024") else { throw SiteFixture.Mistake(words: "not taken down") }
        #expect(try site.read("public/" + stranger) == "của người khác")
    }

    /// A page that was compressed once may be sent in place of the new one (row P4).
    @Test func compressedFilesOfOthersAreSaid() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let page = "vinh-danh/2024/chi-bo-mau-a-2024/index.html"
        try site.write("public/\(page).gz", "bản nén cũ")
        try site.write("public/khac.gz", "không phải bản nén của trang nào")
        guard case .done(let summary, _) = try await site.takeDown("chi-bo-mau-a-2024") else {
            throw SiteFixture.Mistake(words: "not taken down")
        }
        #expect(summary.precompressed == [page + ".gz"])
    }

    /// A mask that keeps others out is for the program's own notes; a web server is somebody else.
    @Test func whateverTheMaskTheServerCanRead() throws {
        let site = try SiteFixture()
        let outcome = try BuiltProgram.run(["build", "--root", site.root, "--as-of", SiteFixture.day.iso], mask: "077")
        #expect(outcome.status == 0, "\(outcome.errors)")
        func mode(_ path: String) -> mode_t {
            var status = stat()
            return lstat(site.root + "/" + path, &status) == 0 ? status.st_mode & 0o777 : 0
        }
        #expect(mode("public") == 0o755)
        for (file, _) in site.published() where file != ".bangvang" && file != ".gitignore" {
            #expect(mode("public/" + file) == 0o644, "\(file)")
            #expect(mode("public/" + (file as NSString).deletingLastPathComponent) == 0o755, "\(file)")
        }
        #expect(mode(".bangvang/manifest") == 0o600 && mode(".bangvang/ledger.json") == 0o600 && mode(".bangvang") == 0o700)
        // What an earlier version wrote closed is opened.
        chmod(site.root + "/public/index.html", 0o600)
        chmod(site.root + "/public/nam", 0o700)
        #expect(try BuiltProgram.run(["build", "--root", site.root, "--as-of", SiteFixture.day.iso]).status == 0)
        #expect(mode("public/index.html") == 0o644 && mode("public/nam") == 0o755)
    }
}
