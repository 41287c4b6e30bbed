import Board
import Diagnostics
import Entries
import Formats
import Glibc
import Parallel
import Publishing
import Rendering
import Synchronization
import TestSupport
import Testing

@testable import Eligibility

/// How a preview goes from one state of the disk to the next.
@Suite struct PreviewRefreshTests {
    private static let home = "content/site.yaml"
    private static let entry = "content/entries/2024/tran-thi-vi-du-2024.md"
    private static let page = "/vinh-danh/2024/tran-thi-vi-du-2024/"

    /// Counts listings and readings of a board's folder, and holds the first reading of one file up.
    private final class SlowDisk: Sendable {
        private struct Seen {
            var listings = 0
            var readings: [String] = []
            var isHolding = false
        }
        private let seen = Mutex(Seen())
        let root: String
        let slow: String?

        init(_ root: String, slow: String? = nil) { (self.root, self.slow) = (root, slow) }

        var listings: Int { seen.withLock { $0.listings } }
        var isHolding: Bool { seen.withLock { $0.isHolding } }

        /// What was read since the last call.
        func takeReadings() -> [String] {
            seen.withLock { seen in
                defer { seen.readings = [] }
                return seen.readings.map { String($0.dropFirst(root.utf8.count + 1)) }
            }
        }

        @Sendable func list() throws -> BoardFolder {
            seen.withLock { $0.listings += 1 }
            return try BoardFolder(root: root) { [self] path throws(DiskError) in
                let bytes = try Disk.read(path)
                let isHeld = seen.withLock { seen in
                    defer { seen.isHolding = seen.isHolding || path.hasSuffix(slow ?? "\n") }
                    seen.readings.append(path)
                    return !seen.isHolding && path.hasSuffix(slow ?? "\n")
                }
                if isHeld { usleep(400_000) }
                return bytes
            }
        }
    }

    private static func html(_ board: PreviewBoard, _ path: String) throws -> String {
        String(decoding: try board.answer(path).bytes, as: UTF8.self)
    }

    /// The refresh that listed the folder first finished last, 3 times of 3.
    @Test func anOlderReadingNeverOvertakesANewerOne() async throws {
        let site = try SiteFixture()
        let disk = SlowDisk(site.root, slow: "vocabulary.yaml")
        let board = PreviewBoard(site.options(), list: disk.list)
        let first = Task { try await board.refresh() }
        while !disk.isHolding { try await Task.sleep(for: .milliseconds(2)) }
        // The first reading has the old entry already, or gets it soon; the change comes while it waits.
        try site.replace(in: Self.home, "title: \"Bảng Vàng thử nghiệm\"", "title: \"Bảng Vàng mới\"")
        for _ in 0..<10 { await board.requestRefresh() }
        try await board.refresh()
        #expect(try Self.html(board, "/").contains("Bảng Vàng mới"))
        _ = try await first.value
        #expect(try Self.html(board, "/").contains("Bảng Vàng mới"))
        // What was asked for meanwhile was gathered.
        #expect(disk.listings == 2)
    }

    /// Browsers hear of a change when nothing more is asked for: 15.6 s of reloads followed a minute of copying.
    @Test func aBurstIsToldOfOnce() async throws {
        let site = try SiteFixture()
        let settled = Mutex(0)
        let board = PreviewBoard(site.options(), tell: { if case .settled = $0 { settled.withLock { $0 += 1 } } })
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<30 { group.addTask { _ = try? await board.refresh() } }
        }
        while settled.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(2)) }
        #expect(settled.withLock { $0 } <= 2)
    }

    /// As in bun#5155, zensical#260 and WSL#4739: no event tells, and the page was stale for ever.
    @Test func withoutEventsTheDiskIsLookedAt() async throws {
        let site = try SiteFixture()
        let board = PreviewBoard(site.options())
        try await board.refresh()
        try site.replace(in: Self.home, "Bảng Vàng thử nghiệm", "Bảng Vàng mới")
        try await onOwnThread { board.freshen() }
        #expect(try Self.html(board, "/").contains("Bảng Vàng thử nghiệm"), "events are believed where they tell of all")
        board.distrustEvents(Message("Thư mục nằm trên ổ chung."))
        #expect(board.mustBeLookedAt)
        while try !Self.html(board, "/").contains("Bảng Vàng mới") {
            try await Task.sleep(for: .milliseconds(50))
            try await onOwnThread { board.freshen() }
        }
        #expect(try board.reply(to: "/").notices.map(\.message.vi).contains("Thư mục nằm trên ổ chung."))
    }

    /// A look at a disk where nothing changed reads nothing.
    @Test func aLookCostsAListing() async throws {
        let site = try SiteFixture()
        let disk = SlowDisk(site.root)
        let board = PreviewBoard(site.options(), list: disk.list)
        try await board.refresh()
        // What was written just now is read once more.
        try await Task.sleep(for: .milliseconds(80))
        try await board.refresh()
        _ = disk.takeReadings()
        await board.look()
        #expect(disk.takeReadings().isEmpty)
    }

    /// Pages are answered while a disk doesn't (two slow readings, and nobody was answered).
    @Test func aDiskThatHangsHoldsNobodyUp() async throws {
        let site = try SiteFixture()
        let gate = Mutex(false)
        let board = PreviewBoard(
            site.options(),
            list: {
                while gate.withLock({ $0 }) { usleep(5_000) }
                return try BoardFolder(root: site.root)
            })
        try await board.refresh()
        board.distrustEvents(Message("x"))
        gate.withLock { $0 = true }
        defer { gate.withLock { $0 = false } }
        try await Task.sleep(for: .seconds(1.1))
        for _ in 0..<3 {
            try await onOwnThread { board.freshen(within: .milliseconds(200)) }
            #expect(try Self.html(board, "/").contains("Bảng Vàng thử nghiệm"))
        }
    }

    /// Past midnight a scheduled entry still waited.
    @Test func midnightPasses() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.entry, "publish: {status: ready,", "publish: {status: ready, from: 2025-12-02,")
        let day = Mutex(SiteFixture.day)
        var options = site.options()
        options.audience = .editors
        let board = PreviewBoard(options, today: { day.withLock { $0 } })
        try await board.refresh()
        #expect(try Self.html(board, Self.page).contains("chưa xuất bản"))
        day.withLock { $0 = CalendarDay(year: 2025, month: 12, day: 2)! }
        #expect(board.mustBeLookedAt)
        await board.look()
        #expect(try !Self.html(board, Self.page).contains("chưa xuất bản"))
    }

    /// A folder without permission left the old page, in silence and for good.
    @Test func whatCanNotBeReadIsSaidAndTriedAgain() async throws {
        let site = try SiteFixture()
        let failing = Mutex(false)
        let failures = Mutex<[String]>([])
        let board = PreviewBoard(
            site.options(),
            list: {
                if failing.withLock({ $0 }) { throw DiskError(.list, "content", code: EACCES) }
                return try BoardFolder(root: site.root)
            }, tell: { if case .failed(let why) = $0 { failures.withLock { $0.append(why.vi) } } })
        try await board.refresh()
        failing.withLock { $0 = true }
        await #expect(throws: DiskError.self) { try await board.refresh() }
        let reply = try board.reply(to: "/")
        #expect(String(decoding: reply.answer.bytes, as: UTF8.self).contains("Bảng Vàng thử nghiệm"))
        let notice = try #require(reply.notices.first)
        #expect(notice.isTrouble && notice.message.vi.contains("Không mở được thư mục “content”: không đủ quyền."))
        while failures.withLock({ $0 }).isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        #expect(board.mustBeLookedAt)
        try site.replace(in: Self.home, "Bảng Vàng thử nghiệm", "Bảng Vàng mới")
        failing.withLock { $0 = false }
        await board.look()
        #expect(try Self.html(board, "/").contains("Bảng Vàng mới"))
        #expect(try board.reply(to: "/").notices.isEmpty)
    }

    /// A right that is given back changes no stamp and raises no event.
    @Test func anEntryThatCouldNotBeReadIsReadLater() async throws {
        let site = try SiteFixture()
        let failing = Mutex(true)
        let board = PreviewBoard(
            site.options(),
            list: {
                try BoardFolder(root: site.root) { path throws(DiskError) in
                    if path.hasSuffix(Self.entry), failing.withLock({ $0 }) { throw DiskError(.read, path, code: EACCES) }
                    return try Disk.read(path)
                }
            })
        let found = try await board.refresh()
        #expect(found.contains { $0.code == "unreadable-file" && $0.place?.path == Self.entry })
        failing.withLock { $0 = false }
        await board.look()
        #expect(try Self.html(board, Self.page).contains("Trần Thị Ví Dụ"))
    }

    // MARK: Errors of the whole board

    /// A broken template blanked every page, and was told of last.
    @Test(arguments: [
        ("site-templates/layouts/base.mustache", "<html lang=\"vi\">", "<html lang=\"vi\">{{#khong_co}}"),
        ("content/site.yaml", "page_size: 50", "page_size: [50"),
    ])
    func theLastGoodPageStaysBelowTheCause(path: String, from: String, to: String) async throws {
        let site = try SiteFixture()
        let board = PreviewBoard(site.options())
        try await board.refresh()
        try site.replace(in: path, from, to)
        try site.replace(in: Self.entry, "đã sáu năm", "đã bảy năm")
        try await board.refresh()
        let reply = try board.reply(to: Self.page)
        guard case .page(let html, isFound: true) = reply.answer else { return #expect(Bool(false)) }
        // What can be shown is what is on the disk.
        #expect(String(decoding: html, as: UTF8.self).contains("đã bảy năm"))
        let notice = try #require(reply.notices.first)
        #expect(notice.isTrouble && notice.message.vi.contains("Lỗi của cả bảng: \(path):"))
        #expect(notice.message.vi.contains("Trang dưới đây dùng bản trước khi có lỗi."))
        #expect(notice.address == FindingsPage.path)
        #expect(notice.excerpt?.contains("^") == true, "\(notice.excerpt ?? "")")
        let findings = try Self.html(board, FindingsPage.path)
        let first = try #require(findings.split(separator: "<li class=\"error\">").dropFirst().first)
        #expect(first.contains(path) && first.contains("<pre>"))

        try site.replace(in: path, to, from)
        try await board.refresh()
        #expect(try board.reply(to: Self.page).notices.isEmpty)
        // A preview that begins with the error has no page to show, but still says the cause first.
        try site.replace(in: path, from, to)
        let cold = PreviewBoard(site.options())
        try await cold.refresh()
        #expect(try Self.html(cold, "/").contains("Lỗi của cả bảng, cần sửa trước"))
    }

    // MARK: What a change has read again

    /// Any style, template or photo had the registers read again and everybody judged.
    @Test(arguments: [
        ("site-templates/assets/style.css", ["content/site.yaml", "site-templates/"]),
        ("site-templates/partials/card.mustache", ["content/site.yaml", "site-templates/"]),
        ("content/entries/2024/chi-bo-mau-a-2024/them.jpg", ["content/site.yaml"]),
        ("content/pages/gioi-thieu.md", ["content/site.yaml", "content/pages/"]),
        ("content/entries/2024/tran-thi-vi-du-2024.md", ["content/site.yaml", "content/entries/2024/tran-thi-vi-du-2024.md"]),
    ])
    func onlyWhatChangedIsReadAgain(path: String, expected: [String]) async throws {
        let site = try SiteFixture()
        let disk = SlowDisk(site.root)
        let board = PreviewBoard(site.options(), list: disk.list)
        try await board.refresh()
        try await Task.sleep(for: .milliseconds(80))
        try await board.refresh()
        _ = disk.takeReadings()
        if site.exists(path) { try site.append(to: path, "\n") } else { try site.write(path, SamplePicture.jpeg) }
        try await board.refresh()
        let read = disk.takeReadings()
        #expect(read.allSatisfy { path in expected.contains { path.hasPrefix($0) } }, "\(read)")
        #expect(!read.isEmpty)
    }

    /// An entry is judged anew for what it names, not for another's photo.
    @Test func onlyWhoNamesAFileIsJudgedForIt() async throws {
        let site = try SiteFixture()
        var reader = ContentReader(keepsCache: true)
        var memory: CheckMemory?
        let options = CheckOptions(asOf: SiteFixture.day, acceptedKinds: [])
        func judged() async throws -> [String] {
            let corpus = try await reader.read(BoardFolder(root: site.root)).corpus
            defer { withExtendedLifetime(corpus) {} }
            let kept = memory.map { $0.applies(to: corpus, options) ? $0.judgements(in: corpus) : [] } ?? []
            _ = try await Checker.check(corpus, options: options, remembering: &memory)
            return zip(corpus.entries, kept).filter { $1 == nil }.map { $0.0.id }
        }
        _ = try await judged()
        try await Task.sleep(for: .milliseconds(80))
        _ = try await judged()
        #expect(try await judged() == [])
        try site.write("content/entries/2024/chi-bo-mau-a-2024/khac.jpg", SamplePicture.jpeg)
        #expect(try await judged() == [])
        try site.write("content/entries/2024/chi-bo-mau-a-2024/hoat-dong.jpg", MosaicJPEG.quarters(width: 640, height: 480))
        #expect(try await judged() == ["chi-bo-mau-a-2024"])
        try site.remove("content/entries/2024/chi-bo-mau-a-2024/hoat-dong.jpg")
        #expect(try await judged() == ["chi-bo-mau-a-2024"])
        // Its file is missing, so whatever comes may be what it means.
        try site.write("content/entries/2024/chi-bo-mau-a-2024/hoat-dong-1.jpg", SamplePicture.jpeg)
        #expect(try await judged() == ["chi-bo-mau-a-2024"])
    }

    /// A photo keeps its address when its pixels change: the page's text does not tell.
    @Test func anotherPhotoOfTheSameSizeIsAnotherPage() async throws {
        let site = try SiteFixture()
        let photo = "content/entries/2024/chi-bo-mau-a-2024/chan-dung.jpg"
        let page = "/vinh-danh/2024/chi-bo-mau-a-2024/"
        try site.write(photo, MosaicJPEG.quarters(width: 640, height: 480))
        let board = PreviewBoard(site.options())
        try await board.refresh()
        let before = try board.reply(to: page)
        let elsewhere = try board.reply(to: Self.page)
        try site.write(photo, MosaicJPEG.quarters(width: 640, height: 480, segments: PlantedData.segments()))
        try await board.refresh()
        let after = try board.reply(to: page)
        #expect(before.answer.bytes == after.answer.bytes)
        #expect(before.media != after.media)
        #expect(try board.reply(to: Self.page).media == elsewhere.media)
    }

    /// Counts included drafts, and nothing said so.
    @Test func draftsThatAreCountedAreSaid() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.entry, "status: ready", "status: draft")
        var options = site.options()
        options.audience = .editors
        let board = PreviewBoard(options)
        try await board.refresh()
        #expect(try board.reply(to: "/").notices.map(\.message.vi).contains { $0.contains("tính cả 1 bài chưa lên trang") })
    }
}
