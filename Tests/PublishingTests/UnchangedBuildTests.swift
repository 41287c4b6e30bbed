import Board
import Diagnostics
import Eligibility
import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// A build in which nothing changed says what the last one said, and leaves everything alone; whatever might make
/// a difference makes it a real build.
@Suite struct UnchangedBuildTests {
    /// The small board, built, its inputs old enough to be believed.
    private static func builtSite() async throws -> SiteFixture {
        let site = try SiteFixture()
        try site.append(to: "content/entries/2024/chi-bo-mau-a-2024/index.md", "\n\nĐường dài 3km. Liên hệ ông A, 0912 345 678.\n")
        try site.age()
        _ = try await site.build(withholding: true).summary()
        return site
    }

    @Test func theSecondBuildSaysTheSameAndTouchesNothing() async throws {
        let site = try await Self.builtSite()
        let before = site.published()
        let first = try await Self.written(site, verifying: true)
        guard case .unchanged(let report) = try await site.build(withholding: true) else { return #expect(Bool(false), "was built again") }
        #expect(report.findings == first.0.diagnostics)
        #expect(report.findings.contains { $0.code == "phone-number-shown" && $0.isSensitive })
        #expect(report.findings.contains { $0.remedy != nil } && report.findings.contains { $0.place?.position != nil })
        let (summary, other) = (report.summary, first.1)
        #expect(summary.pages == other.pages && summary.unchanged == other.unchanged)
        #expect((summary.created, summary.replaced, summary.removed) == (0, 0, 0))
        #expect(summary.ledger.lines.map(\.id) == other.ledger.lines.map(\.id))
        #expect(summary.ledger.lines.map(\.reasons) == other.ledger.lines.map(\.reasons))
        #expect(summary.ledger.lines.map(\.route) == other.ledger.lines.map(\.route))
        #expect(summary.ledger.lines.map(\.fate) == other.ledger.lines.map(\.fate))
        #expect(site.published() == before)
    }

    private static func written(_ site: SiteFixture, verifying: Bool) async throws -> (BoardEvaluation, BuildPipeline.WriteSummary) {
        var pipeline = BuildPipeline(site.options(withholding: true))
        pipeline.verifies = verifying
        guard case .written(let evaluation, let summary) = try await pipeline.build() else {
            throw SiteFixture.Mistake(words: "was not built")
        }
        return (evaluation, summary)
    }

    struct Change: CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (SiteFixture) throws -> Void

        init(_ name: String, _ make: @escaping @Sendable (SiteFixture) throws -> Void) { (testDescription, self.make) = (name, make) }
    }

    private static let entry = "content/entries/2024/chi-bo-mau-a-2024/index.md"
    private static let page = "public/vinh-danh/2024/tran-thi-vi-du-2024/index.html"

    @Test(arguments: [
        Change("a text") { try $0.append(to: Self.entry, "\n\nThêm một câu.\n") },
        Change("a text of the same length, its time put back") { site in
            let text = try site.read(Self.entry)
            try site.rewrite(Self.entry, Array(text.replacing("Đường dài 3km", with: "Đường dài 4km").utf8))
        },
        Change("a file that is new") { try $0.write("content/registers/ghi-chu.txt", "không dùng") },
        Change("a file that is gone") { try $0.remove("content/pages/gioi-thieu.md") },
        Change("a template") { try $0.append(to: "site-templates/layouts/base.mustache", "\n") },
        Change("a page edited by hand") { try $0.append(to: Self.page, "<p>thêm tay</p>") },
        Change("a page removed by hand") { try $0.remove(Self.page) },
        Change("a file of somebody else") { try $0.write("public/cua-cong.txt", "của cổng thông tin") },
        Change("no manifest") { try $0.remove(".bangvang/manifest") },
        Change("no ledger") { try $0.remove(".bangvang/ledger.json") },
        Change("no addresses") { try $0.remove(".bangvang/addresses.csv") },
        Change("no report") { try $0.remove(".bangvang/report") },
        Change("a report that was cut off") { try $0.write(".bangvang/report", Array(try $0.bytes(".bangvang/report").dropLast(9))) },
        Change("an empty report") { try $0.write(".bangvang/report", "") },
        Change("a report that was edited") { site in
            try site.write(".bangvang/report", try site.read(".bangvang/report").replacing("\npages\t", with: "\npages\t1"))
        },
        Change("a report of another version") { site in
            try site.write(".bangvang/report", try site.read(".bangvang/report").replacing("bangvang report 1", with: "bangvang report 0"))
        },
        Change("an input written just now") { site in try site.write(Self.entry, try site.bytes(Self.entry)) },
    ])
    func isBuiltAgain(after change: Change) async throws {
        let site = try await Self.builtSite()
        try change.make(site)
        let (_, summary) = try await Self.written(site, verifying: false)
        // As a build from nothing leaves it, but for what is somebody else's.
        let cold = try SiteFixture.emptyFolder()
        for folder in ["content", "site-templates"] { try cold.copy(site.root + "/" + folder, to: folder) }
        _ = try await cold.build(withholding: true).summary()
        let published = try site.publishedBytes().filter { !summary.strangers.contains($0.key) }
        #expect(try cold.publishedBytes() == published)
    }

    @Test(arguments: ["day", "base", "drafts", "removal", "stop"])
    func isBuiltAgain(withOther option: String) async throws {
        let site = try await Self.builtSite()
        let other =
            switch option {
            case "day": site.options(asOf: SiteFixture.day.adding(days: 1)!, withholding: true)
            case "base": site.options(base: "https://khac.example.vn/", withholding: true)
            case "drafts": site.options(drafts: true, withholding: true)
            case "removal": site.options(withholding: true, removing: ["chi-bo-mau-a-2024"])
            default: site.options()
            }
        if case .unchanged = try await BuildPipeline(other).build() { #expect(Bool(false), "was not built") }
    }

    @Test func aTakeDownIsFollowedByARealBuild() async throws {
        let site = try await Self.builtSite()
        _ = try await site.takeDown("tran-thi-vi-du-2024")
        try site.age()
        let (_, summary) = try await Self.written(site, verifying: false)
        #expect(summary.ledger.lines.first { $0.id == "tran-thi-vi-du-2024" }?.fate == .withdrawn)
        guard case .unchanged = try await site.build(withholding: true) else { return #expect(Bool(false), "was built a third time") }
    }

    @Test func anotherOutputHasAReportOfItsOwn() async throws {
        let site = try await Self.builtSite()
        var options = site.options(withholding: true)
        options.output = site.root + "/thu"
        guard case .written = try await BuildPipeline(options).build() else { return #expect(Bool(false)) }
        guard case .unchanged = try await BuildPipeline(options).build() else { return #expect(Bool(false)) }
        guard case .unchanged = try await site.build(withholding: true) else { return #expect(Bool(false)) }
    }

    /// Nobody can set back the time of a file's last change.
    @Test func aPhotoOfTheSameSizeAndTimeIsFound() async throws {
        let site = try await Self.builtSite()
        let photo = "content/entries/2024/chi-bo-mau-a-2024/hoat-dong.jpg"
        try site.rewrite(photo, Array(repeating: 0x20, count: try site.bytes(photo).count))
        let findings = try await site.check().diagnostics
        #expect(findings.contains { $0.code.hasPrefix("picture-") || $0.code.hasPrefix("file-") }, "\(findings.map(\.oneLine))")
        if case .unchanged = try await site.build(withholding: true) { #expect(Bool(false), "was not built") }
    }

    /// Its size and time say that it is as it was written.
    @Test func verifyingNamesWhatWasChangedByHand() async throws {
        let site = try await Self.builtSite()
        let page = try site.read(Self.page)
        try site.rewrite(Self.page, Array(page.replacing("Bảng", with: "Bàng").utf8))
        guard case .unchanged = try await site.build(withholding: true) else { return #expect(Bool(false), "was built") }
        let (_, summary) = try await Self.written(site, verifying: true)
        #expect(summary.mended == [String(Self.page.dropFirst("public/".count))])
        #expect(try site.read(Self.page) == page)
    }

    @Test func strangersAreNamedAgain() async throws {
        let site = try await Self.builtSite()
        try site.write("public/cua-cong.txt", "của cổng thông tin")
        _ = try await Self.written(site, verifying: false)
        guard case .unchanged(let report) = try await site.build(withholding: true) else { return #expect(Bool(false)) }
        #expect(report.summary.strangers == ["cua-cong.txt"])
    }
}

extension SiteFixture {
    /// Gives all inputs a time so long ago that what is read of them is believed.
    fileprivate func age() throws {
        for folder in ["content", "site-templates"] {
            let files = FileManager.default.enumerator(atPath: root + "/" + folder)?.allObjects as? [String] ?? []
            for file in files { try setTime(folder + "/" + file, Date(timeIntervalSinceNow: -3_600)) }
        }
    }

    private func setTime(_ path: String, _ time: Date) throws {
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: root + "/" + path)
    }

    /// Changes a file in its place and puts its time back, as some programs that copy do.
    fileprivate func rewrite(_ path: String, _ bytes: [UInt8]) throws {
        let file = root + "/" + path
        var status = stat()
        #expect(stat(file, &status) == 0)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
        // To the nanosecond, which a `Date` is not.
        #expect(utimensat(AT_FDCWD, file, [status.st_atim, status.st_mtim], 0) == 0)
    }

    fileprivate func copy(_ folder: String, to path: String) throws {
        try FileManager.default.copyItem(atPath: folder, toPath: root + "/" + path)
    }
}
