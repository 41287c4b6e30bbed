import Diagnostics
import Eligibility
import Entries
import Glibc
import Publishing
import TestSupport
import Testing

/// Input that can't be read is said, never passed over (faults: R17; item 5: texts in UTF-16).
@Suite struct InputObstacleTests {
    @Test func linksAndSocketsAreNamed() async throws {
        let folder = try TestFolder()
        let root = folder.path
        let elsewhere = root + "/elsewhere"
        for folder in ["content/entries/2021", "content/pages", "content/media", "site-templates"] {
            try Disk.makeFolder(root + "/" + folder)
        }
        try Disk.makeFolder(elsewhere)
        #expect(symlink(elsewhere, root + "/content/entries/2022") == 0)
        #expect(symlink(elsewhere + "/a.jpg", root + "/content/entries/2021/a.jpg") == 0)
        #expect(symlink(elsewhere + "/b.md", root + "/content/entries/2021/b.md") == 0)
        #expect(mkfifo(root + "/content/media/ong", 0o600) == 0)
        var reader = ContentReader(keepsCache: false)
        let content = try await reader.read(BoardFolder(root: root))
        let all = content.diagnostics + content.corpus.entries.flatMap(\.diagnostics)
        let found = all.filter { $0.code == "link-not-followed" || $0.code == "not-a-file" }
            .map { "\($0.severity) \($0.code) \($0.place?.path ?? "")" }.sorted()
        #expect(
            found == [
                "error link-not-followed content/entries/2021/b.md", "error link-not-followed content/entries/2022",
                "warning link-not-followed content/entries/2021/a.jpg", "warning not-a-file content/media/ong",
            ])
    }

    /// A photo behind a link: one error, at the line that names it.
    @Test func aPhotoThatIsALinkIsSaidOnce() async throws {
        let site = try SiteFixture()
        let photo = "content/entries/2024/chi-bo-mau-a-2024/chan-dung.jpg"
        try site.remove(photo)
        #expect(symlink("/nơi-khác/chan-dung.jpg", site.root + "/" + photo) == 0)
        let found = try await site.check().diagnostics
        #expect(found.map(\.code) == ["link-not-followed"], "\(found.map(\.oneLine))")
        #expect(found.first?.severity == .error && found.first?.place?.path.hasSuffix("chi-bo-mau-a-2024/index.md") == true)
    }

    @Test func anEmptyFileIsCalledEmpty() {
        for name in ["a.jpg", "a.png", "a.mp4", "a.pdf"] {
            guard case .refused(let code, let message, let remedy) = MediaInspector.inspect(name, []) else {
                Issue.record("\(name) is accepted")
                continue
            }
            #expect(code == "file-empty" && message.vi == "tệp trống (0 byte)" && remedy.vi == "chép lại tệp từ bản gốc")
        }
    }

    @Test(arguments: [
        ("loi.txt", [UInt8]([0xFF, 0xFE]) + utf16("Lời thoại\n"), "not-utf-8", "UTF-16"),
        ("loi.txt", utf16("Lời thoại của phim, không có dấu thứ tự\n"), "not-utf-8", "UTF-16"),
        ("loi.vtt", [UInt8]([0xFF, 0xFE]) + utf16("WEBVTT\n\n"), "not-utf-8", "UTF-16"),
        ("loi.txt", Array("một\nhai \u{7}".utf8), "control-character", "dòng 2"),
        ("loi.txt", Array("một \u{202E}hai".utf8), "direction-character", "dòng 1"),
    ])
    func textsOfVideosAreRefusedWithTheirReason(_ name: String, _ bytes: [UInt8], _ code: String, _ words: String) {
        guard case .refused(let found, let message, _) = MediaInspector.inspect(name, bytes) else {
            Issue.record("\(name) is accepted")
            return
        }
        #expect(found == code)
        #expect(message.vi.contains(words) && message.vi.contains(name), "\(message.vi)")
    }

    private static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
}
