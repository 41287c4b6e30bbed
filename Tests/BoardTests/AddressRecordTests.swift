import Board
import Diagnostics
import Eligibility
import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// What the board remembers from one build to the next: addresses keep their meaning, and the day on which an honour first
/// stood there is known.
@Suite struct AddressRecordTests {
    private static let opening = CalendarDay(year: 2025, month: 12, day: 1)!
    private static let later = CalendarDay(year: 2025, month: 12, day: 20)!
    private static let record = ".bangvang/addresses.csv"

    private static func honour(_ id: String, _ number: String, decided: String = "20/11") -> Honoured {
        Honoured(id: id, kind: "collective", name: "Tổ \(id)", decided: decided, number: number, authority: "UBND xã Mẫu A")
    }

    private static func day(_ id: String, in site: SiteFixture) throws -> String? {
        let json = try site.page("vinh-danh/2024/\(id)/")
        return json.firstMatch(of: /"datePublished":"(\d{4}-\d\d-\d\d)"/).map { String($0.1) }
    }

    // MARK: Addresses

    /// An older decision's page does not come to show a newer one that folds alike (source: zola#1135).
    @Test func aLookAlikeNeverTakesAnAddress() async throws {
        let site = try SiteFixture(honouring: [Self.honour("cu", "1-QĐ")])
        _ = try await site.build(asOf: Self.opening).summary()
        let plain = "quyet-dinh/1-qd-ubnd-xa-mau-a-2024-11-20/"
        #expect(try site.page(plain).contains("1-QĐ"))
        // “1/QĐ” comes first in any order; the address stays with “1-QĐ”.
        try site.add(Self.honour("moi", "1/QĐ"))
        _ = try await site.build(asOf: Self.later).summary()
        #expect(try site.page(plain).contains("vinh-danh/2024/cu/") && !site.page(plain).contains("vinh-danh/2024/moi/"))
        let marked = try #require(site.published().keys.first { $0.hasPrefix("quyet-dinh/1-qd-ubnd-xa-mau-a-2024-11-20-") })
        #expect(try site.read("public/" + marked).contains("vinh-danh/2024/moi/"))

        // The older one is gone: its address is nobody's.
        try site.replace(in: "content/entries/2024/cu.md", "status: ready", "status: withdrawn")
        _ = try await site.build(asOf: Self.later).summary()
        #expect(!site.hasPage(plain))
        #expect(site.exists("public/" + marked))

        // Without the record nobody knows whose it was; with one decision alone the plain address is free to be used.
        try site.remove(Self.record)
        try site.replace(in: "content/entries/2024/cu.md", "status: withdrawn", "status: ready")
        _ = try await site.build(asOf: Self.later).summary()
        #expect(!site.hasPage(plain))
    }

    /// A slip that is mended does not move the page.
    @Test func aDecisionPutRightKeepsItsAddress() async throws {
        let site = try SiteFixture(honouring: [Self.honour("a", "1/QĐ")])
        _ = try await site.build(asOf: Self.opening).summary()
        let plain = "quyet-dinh/1-qd-ubnd-xa-mau-a-2024-11-20/"
        #expect(site.hasPage(plain))
        try site.replace(in: "content/registers/awards.csv", "1/QĐ", "1-QĐ")
        _ = try await site.build(asOf: Self.later).summary()
        #expect(try site.page(plain).contains("1-QĐ"))
    }

    /// An address that was published for one does not come to tell of another.
    @Test func anAddressDoesNotChangeHands() async throws {
        let site = try SiteFixture(honouring: [Self.honour("a", "1/QĐ")])
        _ = try await site.build(asOf: Self.opening).summary()
        try site.remove("content/entries/2024/a.md")
        try site.add(Honoured(id: "khac", kind: "collective", name: "Tổ khác", number: "2/QĐ", authority: "UBND xã Mẫu A"))
        let entry = try site.read("content/entries/2024/khac.md")
        try site.remove("content/entries/2024/khac.md")
        try site.write("content/entries/2024/a.md", entry)
        let found = try await site.check(asOf: Self.later).diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.oneLine) == ["content/entries/2024/a.md:4:10 error [address-of-another]"])
        #expect(try await site.build(asOf: Self.later).refusal?.contains { $0.code == "address-of-another" } == true)
        _ = try await site.build(asOf: Self.later, removing: ["a"]).summary()
        #expect(try site.page("vinh-danh/2024/a/").contains("Tổ khác"))
    }

    @Test func anEntryThatMovesIsAskedForItsOldAddress() async throws {
        let site = try SiteFixture(honouring: [Self.honour("a", "1/QĐ")])
        _ = try await site.build(asOf: Self.opening).summary()
        try site.replace(in: "content/entries/2024/a.md", "year: 2024", "year: 2025")
        try site.replace(in: "content/registers/awards.csv", "certificate_of_merit,2024", "certificate_of_merit,2025")
        func codes() async throws -> [String] { try await site.check(asOf: Self.later).diagnostics.map(\.code) }
        #expect(try await codes().contains("address-moved"))
        try site.replace(in: "content/entries/2024/a.md", "field:", "aliases: [vinh-danh/2024/a/]\nfield:")
        #expect(try await !codes().contains("address-moved"))
    }

    // MARK: Days

    /// An honour written up months after its decision is news on the day on which it comes (R18).
    @Test func theDayOfFirstPublicationIsRemembered() async throws {
        let site = try SiteFixture(honouring: [Self.honour("dau", "1/QĐ"), Self.honour("hai", "2/QĐ", decided: "25/11")])
        _ = try await site.build(asOf: Self.opening).summary()
        #expect(try Self.day("dau", in: site) == "2024-11-20", "what was there on the first day has the day of its decision")

        try site.add(Self.honour("muon", "3/QĐ", decided: "05/01"))
        _ = try await site.build(asOf: Self.later).summary()
        #expect(try Self.day("muon", in: site) == "2025-12-20" && Self.day("dau", in: site) == "2024-11-20")
        #expect(try site.page("vinh-danh/2024/muon/").contains("content=\"2025-12-20\""))
        let feed = try site.page("feed.xml")
        let entries = feed.components(separatedBy: "<entry>").dropFirst()
        #expect(entries.first?.contains("muon") == true && entries.first?.contains("<published>2025-12-20T") == true)
        let home = try site.page("")
        #expect(try #require(home.range(of: "Tổ muon")).lowerBound < (try #require(home.range(of: "Tổ hai"))).lowerBound)
        #expect(try site.page("du-lieu/vinh-danh.csv").contains("2025-12-20"))

        // It stays, however often the board is built, and after it was away.
        let bytes = try site.publishedBytes()
        _ = try await site.build(asOf: .init(year: 2026, month: 3, day: 1)!).summary()
        #expect(try site.publishedBytes() == bytes)
        try site.replace(in: "content/entries/2024/muon.md", "status: ready", "status: withdrawn")
        _ = try await site.build(asOf: .init(year: 2026, month: 3, day: 2)!).summary()
        try site.replace(in: "content/entries/2024/muon.md", "status: withdrawn", "status: ready")
        _ = try await site.build(asOf: .init(year: 2026, month: 3, day: 3)!).summary()
        #expect(try Self.day("muon", in: site) == "2025-12-20")
    }

    /// The same inputs, this record among them, give the same bytes; without it, those of a first day.
    @Test func theRecordIsAnInput() async throws {
        let site = try SiteFixture(honouring: [Self.honour("dau", "1/QĐ")])
        _ = try await site.build(asOf: Self.opening).summary()
        try site.add(Self.honour("muon", "3/QĐ", decided: "05/01"))
        _ = try await site.build(asOf: Self.later).summary()
        let (bytes, record) = (try site.publishedBytes(), try site.bytes(Self.record))

        let cold = try SiteFixture(honouring: [Self.honour("dau", "1/QĐ"), Self.honour("muon", "3/QĐ", decided: "05/01")])
        try cold.write(Self.record, record)
        _ = try await cold.build(asOf: Self.later).summary()
        #expect(try cold.publishedBytes() == bytes)
        #expect(try cold.bytes(Self.record) == record)

        let lost = try SiteFixture(honouring: [Self.honour("dau", "1/QĐ"), Self.honour("muon", "3/QĐ", decided: "05/01")])
        _ = try await lost.build(asOf: Self.later).summary()
        #expect(try Self.day("muon", in: lost) == "2024-01-05")
    }

    /// A take-down makes the site anew: no day changes, and nobody gains one.
    @Test func aTakeDownKeepsDaysAndAddresses() async throws {
        let site = try SiteFixture(honouring: [Self.honour("dau", "1/QĐ"), Self.honour("hai", "2/QĐ")])
        _ = try await site.build(asOf: Self.opening).summary()
        try site.add(Self.honour("muon", "3/QĐ", decided: "05/01"))
        _ = try await site.build(asOf: Self.later).summary()
        _ = try await site.takeDown("hai")
        #expect(try Self.day("muon", in: site) == "2025-12-20")
        #expect(try site.read(Self.record).contains("entry,hai,vinh-danh/2024/hai/"))
    }

    @Test func draftsAreNotPublished() async throws {
        let site = try SiteFixture(honouring: [Self.honour("dau", "1/QĐ")])
        try site.add(Self.honour("nhap", "2/QĐ"))
        try site.replace(in: "content/entries/2024/nhap.md", "status: ready", "status: draft")
        _ = try await site.build(asOf: Self.opening, drafts: true).summary()
        #expect(try !site.read(Self.record).contains("entry,nhap"))
        try site.replace(in: "content/entries/2024/nhap.md", "status: draft", "status: ready")
        _ = try await site.build(asOf: Self.later).summary()
        #expect(try Self.day("nhap", in: site) == "2025-12-20")
    }

    // MARK: The file

    @Test func aDamagedLineIsToldAndHurtsNobody() async throws {
        let site = try SiteFixture(honouring: [Self.honour("dau", "1/QĐ")])
        _ = try await site.build(asOf: Self.opening).summary()
        try site.append(to: Self.record, "entry,hỏng\n\r\n")
        let found = try await site.check(asOf: Self.later).diagnostics.filter { $0.code == "address-record-unreadable" }
        #expect(found.map { $0.place?.description } == ["\(Self.record):5:1"])
        _ = try await site.build(asOf: Self.later).summary()
        #expect(try Self.day("dau", in: site) == "2024-11-20")
        #expect(try !site.read(Self.record).contains("hỏng"))
    }

    @Test func aRecordThatWasWrittenIsReadAgain() async throws {
        let site = try SiteFixture(honouring: [Self.honour("dau", "1/QĐ"), Self.honour("hai", "2/QĐ")])
        let record = AddressRecord().adding(try await site.plan())
        let read = AddressRecord.parse(record.bytes, path: "x")
        #expect(read.diagnostics.isEmpty && read.value == record)
        #expect(AddressRecord.parse(record.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, path: "x").value == record)
    }
}
