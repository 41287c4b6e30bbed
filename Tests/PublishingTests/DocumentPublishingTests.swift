import Diagnostics
import Documents
import Entries
import Foundation
import Publishing
import TestSupport
import Testing

/// Files of every kind that the guide names, on their way to a link that works (faults: R3).
@Suite struct DocumentPublishingTests {
    private static let folder = "content/entries/2024/chi-bo-mau-a-2024/"
    private static let page = "vinh-danh/2024/chi-bo-mau-a-2024/"
    private static let author = "Phạm Thị Thư Ký"

    private static func pdf(_ words: String? = "Danh sach khen thuong", info: String = "") -> [UInt8] {
        var pdf = PDFBuilder.page(words)
        pdf.add("<< /Author (\(author)) /Creator (Soan thao) \(info) >>")
        return pdf.bytes(trailer: "/Root 1 0 R /Info 6 0 R")
    }

    /// The small board, whose first entry's story ends in a link to a file.
    private static func board(linking file: String, _ bytes: [UInt8]) throws -> SiteFixture {
        let site = try SiteFixture()
        try site.write(folder + file, bytes)
        try site.append(to: folder + "index.md", "\n[Xem tệp](<\(file)>)\n")
        return site
    }

    struct Kind: Sendable, CustomTestStringConvertible {
        var file: String
        var published: String
        var bytes: [UInt8]
        var testDescription: String { file }
    }

    static let kinds = [
        Kind(file: "quyet-dinh.pdf", published: "quyet-dinh.pdf", bytes: pdf()),
        Kind(file: "Quyết định 12.PDF", published: "quyet-dinh-12.pdf", bytes: pdf()),
        Kind(file: "quyet-dinh", published: "quyet-dinh.pdf", bytes: pdf()),
        Kind(file: "loi.txt", published: "loi.txt", bytes: Array("Lời thoại.".utf8)),
        Kind(file: "phu-de.vtt", published: "phu-de.vtt", bytes: Array("WEBVTT\n\n00:00.000 --> 00:03.000\nTrồng hoa.\n".utf8)),
    ]

    @Test(arguments: kinds) func aLinkLeadsToTheFile(_ kind: Kind) async throws {
        let site = try Self.board(linking: kind.file, kind.bytes)
        #expect(try await site.check().diagnostics.map(\.oneLine) == [])
        _ = try await site.build().summary()
        #expect(try site.page(Self.page).contains("<a href=\"/\(Self.page)\(kind.published)\">Xem tệp</a>"))
        let published = try site.bytes("public/" + Self.page + kind.published)
        #expect(published.count == kind.bytes.count)
        #expect(!published.contains(run: Array(Self.author.utf8)))
        #expect(MediaType.of(kind.published) != "application/octet-stream")
        // Nothing to do the second time.
        let second = try await site.build().summary()
        #expect((second.created, second.replaced, second.removed) == (0, 0, 0))
    }

    @Test func aTranscriptMayBeAPDF() async throws {
        let site = try SiteFixture()
        try site.write(Self.folder + "loi-thoai.pdf", Self.pdf())
        try site.replace(
            in: Self.folder + "index.md", "publish:",
            "videos:\n  - {url: \"https://video.example.vn/1\", title: \"Đường hoa\", transcript: loi-thoai.pdf}\npublish:")
        #expect(try await site.check().diagnostics.map(\.oneLine) == [])
        _ = try await site.build().summary()
        #expect(try site.page(Self.page).contains("href=\"/\(Self.page)loi-thoai.pdf\""))
        #expect(try !site.bytes("public/\(Self.page)loi-thoai.pdf").contains(run: Array(Self.author.utf8)))
    }

    @Test func itLeavesTheSiteWithItsEntry() async throws {
        let site = try Self.board(linking: "quyet-dinh.pdf", Self.pdf())
        _ = try await site.build().summary()
        #expect(site.exists("public/\(Self.page)quyet-dinh.pdf"))
        _ = try await site.takeDown("chi-bo-mau-a-2024")
        #expect(!site.exists("public/\(Self.page)quyet-dinh.pdf"))
        // One that another entry links to stays.
        let other = try Self.board(linking: "quyet-dinh.pdf", Self.pdf())
        _ = try await other.build().summary()
        _ = try await other.takeDown("ho-le-van-mau-2023")
        #expect(other.exists("public/\(Self.page)quyet-dinh.pdf"))
    }

    private static let signed: [UInt8] = {
        var pdf = PDFBuilder.page("Quyet dinh")
        pdf.add("<< /Author (\(author)) >>")
        pdf.add("<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>")
        return pdf.bytes(trailer: "/Root 1 0 R /Info 6 0 R")
    }()

    private static let packed: [UInt8] = {
        var pdf = PDFBuilder.page("Quyet dinh")
        pdf.add("null")
        pdf.addStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", PDFBuilder.stored("6 0 << /Author (\(author)) >>"))
        return pdf.bytes(trailer: "/Root 1 0 R /Info 6 0 R")
    }()

    private static let script: [UInt8] = {
        var pdf = PDFBuilder.page("Quyet dinh", catalogue: "/OpenAction 6 0 R")
        pdf.add("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")
        return pdf.bytes(trailer: "/Root 1 0 R")
    }()

    @Test(arguments: [
        ("signed", signed, "warning [pdf-signed]", "Author"), ("packed properties", packed, "warning [pdf-properties-stay]", "Author"),
        ("pictures of pages only", pdf(nil), "notice [pdf-without-words]", "không có chữ"),
        ("cut off", Array(pdf().dropLast(30)), "error [pdf-truncated]", "bị cụt"),
        ("JavaScript", script, "error [pdf-not-plain]", "JavaScript"),
        ("a password", PDFBuilder.page("x").bytes(trailer: "/Root 1 0 R /Encrypt 9 0 R"), "error [pdf-encrypted]", "mật khẩu"),
        ("no PDF", Array("chỉ là chữ".utf8), "error [pdf-malformed]", "không phải là tệp PDF"),
    ]) func whatIsOddIsSaidWhereTheFileIsNamed(name: String, bytes: [UInt8], finding: String, words: String) async throws {
        let site = try Self.board(linking: "quyet-dinh.pdf", bytes)
        let found = try await site.check().diagnostics
        #expect(found.map(\.oneLine) == ["\(Self.folder)index.md:26:12 \(finding)"], "\(name): \(found)")
        #expect(found.first?.message.vi.contains(words) == true && found.first?.remedy != nil)
        #expect(found.first?.message.vi.contains(Self.author) == false, "what it tells is not told again")
    }

    /// A PDF's own words are looked through like the story, page by page.
    @Test(.enabled(if: PDFTextReader.installed != nil, "pdftotext is not installed here: apt-get install poppler-utils"))
    func itsWordsAreLookedThrough() async throws {
        let site = try Self.board(linking: "quyet-dinh.pdf", Self.pdf("Lien he 0912 345 678"))
        let found = try await site.check().diagnostics
        #expect(found.map(\.oneLine) == ["\(Self.folder)quyet-dinh.pdf error [phone-number-shown]"])
        #expect(found.first?.notes.map(\.message.vi) == ["ở trang 1 của tệp"])
        #expect(try await site.build().refusal != nil)
    }

    /// What was read once is remembered; without a reader the author is told.
    @Test(.enabled(if: PDFTextReader.installed != nil, "pdftotext is not installed here: apt-get install poppler-utils"))
    func wordsAreReadOnceAndTheLackOfAReaderIsSaid() throws {
        let site = try Self.board(linking: "quyet-dinh.pdf", Self.pdf("Lien he 0912 345 678"))
        let file = site.root + "/" + Self.folder + "quyet-dinh.pdf"
        let cache = site.root + "/.bangvang/cache/pdf"
        func text(_ program: String?, keeping: Bool) -> AttachedText {
            PDFTextReader(cacheFolder: cache, keepsResults: keeping, program: program).text(of: Self.folder, at: file, FileStamp())
        }
        #expect(text(nil, keeping: true).unread == .noReader)
        #expect(text("/bin/false", keeping: true).unread == .unreadable)
        #expect(text(PDFTextReader.installed, keeping: false).personalData.count == 1)
        #expect(text(nil, keeping: true).unread == .noReader, "a check keeps nothing")
        #expect(text(PDFTextReader.installed, keeping: true).personalData.count == 1)
        #expect(text(nil, keeping: true).personalData.count == 1)
        PDFTextReader(cacheFolder: cache, keepsResults: true).prune(keeping: [])
        #expect(FileTree.files(in: cache) == [])
    }

    /// A program that says too little, too much or nothing holds nobody up: it is ended, and the file is said to be unread.
    @Test func aReaderThatFailsIsAnswered() throws {
        let folder = try TestFolder()
        let script = folder.path + "/reader"
        for (body, unread) in [("exit 3", true), ("echo chữ", false), ("kill -9 $$", true), ("yes", true)] {
            try "#!/bin/sh\n\(body)\n".write(toFile: script, atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
            let text = PDFTextReader(cacheFolder: folder.path + "/cache", keepsResults: false, program: script)
                .text(of: "content/x.pdf", at: script, FileStamp())
            #expect((text.unread == .unreadable) == unread, "\(body)")
        }
    }

    @Test func aTextInAnotherEncodingIsNamed() async throws {
        let site = try Self.board(linking: "loi.txt", [0xFF, 0xFE, 0x4C, 0x00, 0xDD, 0x1E, 0x69, 0x00])
        let found = try await site.check().diagnostics
        #expect(found.map(\.oneLine) == ["\(Self.folder)index.md:26:12 error [not-utf-8]"])
        #expect(found.first?.message.vi.contains("UTF-16") == true)
    }
}
