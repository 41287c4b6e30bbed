import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// The folder that is written to belongs to somebody: nothing that is not the program's own is touched.
@Suite struct OutputFolderTests {
    @Test func aStrangersFileIsLeftAlone() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.write("public/google123.html", "google-site-verification")
        try site.write("public/vinh-danh/ghi-chu.txt", "ghi chú")
        let summary = try await site.build().summary()
        #expect(summary.strangers == ["google123.html", "vinh-danh/ghi-chu.txt"])
        #expect(summary.removed == 0)
        #expect(try site.read("public/google123.html") == "google-site-verification")
    }

    @Test func aFolderOfSomebodyElseIsRefused() async throws {
        let site = try SiteFixture()
        try site.write("public/index.html", "trang của người khác")
        await #expect(throws: OutputFolder.Refusal.self) { try await site.build() }
        #expect(site.published().keys.sorted() == ["index.html"])
        #expect(try site.read("public/index.html") == "trang của người khác")
    }

    /// What lies within an output, no take-down there would reach.
    @Test func aFolderWithinAnOutputIsRefused() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        var options = site.options()
        options.output = site.root + "/public/ban-thu"
        let pipeline = BuildPipeline(options)
        await #expect(throws: OutputFolder.Refusal.self) { try await pipeline.build() }
        #expect(FileTree.files(in: site.root + "/public/ban-thu").isEmpty)
        // The state folder at the root has the marker's name, and is none.
        options.output = site.root + "/ban-thu"
        _ = try await BuildPipeline(options).build().summary()
    }

    @Test func anEmptyFolderIsTaken() async throws {
        let site = try SiteFixture()
        try site.write("public/.gitkeep", "")
        _ = try await site.build().summary()
        #expect(site.hasPage(""))
    }

    @Test func aFileInItsPlaceIsRefused() async throws {
        let site = try SiteFixture()
        try site.write("public", "một tệp")
        await #expect(throws: OutputFolder.Refusal.self) { try await site.build() }
        #expect(try site.read("public") == "một tệp")
    }

    /// The tests may run as root, whom no permission stops; below a file nobody can make a folder.
    @Test func aFolderThatCanNotBeMadeIsTheDisksRefusal() async throws {
        let site = try SiteFixture()
        try site.write("tep", "một tệp")
        var options = site.options()
        options.output = site.root + "/tep/public"
        let pipeline = BuildPipeline(options)
        await #expect(throws: DiskError.self) { try await pipeline.build() }
        #expect(try site.read("tep") == "một tệp")
    }

    @Test(arguments: ["vinh-danh/2024", "ngoai"])
    func aLinkWithinIsRefused(name: String) async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.makeFolder("noi-khac")
        try? site.remove("public/" + name)
        try FileManager.default.createSymbolicLink(atPath: site.root + "/public/" + name, withDestinationPath: site.root + "/noi-khac")
        await #expect(throws: OutputFolder.Refusal.self) { try await site.build() }
        #expect(FileTree.files(in: site.root + "/noi-khac").isEmpty)
    }

    @Test func oneBuildAtATime() async throws {
        let site = try SiteFixture()
        try site.makeFolder(".bangvang")
        do {
            let lock = try BuildLock(at: site.root + "/.bangvang/lock")
            await #expect(throws: BuildLock.Taken.self) { try await site.build() }
            await #expect(throws: BuildLock.Taken.self) { try await site.takeDown("chi-bo-mau-a-2024") }
            withExtendedLifetime(lock) {}
        }
        #expect(!site.exists("public"))
        _ = try await site.build().summary()
    }

    @Test func whatABrokenOffBuildLeftIsCleanedUp() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = site.published()
        try site.write("public/vinh-danh/index.html.bangvang-moi", "nửa trang")
        try site.write("public/nam/2024/index.html.bangvang-moi", "")
        let summary = try await site.build().summary()
        #expect(summary.strangers.isEmpty)
        #expect(site.published() == before)
    }

    /// A build is killed when its new pages lie there and its manifest does not: later ones still know whose they are.
    @Test func whatAKilledBuildMadeCanBeTakenDown() async throws {
        let site = try SiteFixture()
        let entry = "content/entries/2024/chi-bo-mau-a-2024/index.md"
        let folder = "vinh-danh/2024/chi-bo-mau-a-2024/"
        try site.replace(in: entry, "status: ready", "status: draft")
        _ = try await site.build().summary()
        let (manifest, before) = (try site.bytes(".bangvang/manifest"), Set(site.published().keys))
        try site.replace(in: entry, "status: draft", "status: ready")
        _ = try await site.build().summary()
        #expect(!site.exists(".bangvang/being-written"), "a build that ended knows all its files by its manifest")
        let made = Set(site.published().keys).subtracting(before).sorted()
        #expect(made.contains { $0.hasPrefix(folder) && $0.hasSuffix(".webp") })
        try site.write(".bangvang/manifest", manifest)
        // The last line is of a write that a full disk cut short.
        try site.write(".bangvang/being-written", made.map { "\n" + $0 }.joined() + "\nvinh-danh/2024/ghi")
        try site.write("public/" + folder + "ghi-chu.txt", "của người khác")

        guard case .done(let summary, _) = try await site.takeDown("chi-bo-mau-a-2024") else {
            throw SiteFixture.Mistake(words: "what a killed build made could not be taken down")
        }
        #expect(summary.strangers == [folder + "ghi-chu.txt"])
        #expect(site.published().keys.filter { $0.hasPrefix(folder) }.sorted() == [folder + "ghi-chu.txt", folder + "index.html"])
        #expect(!site.exists(".bangvang/being-written"))
    }

    /// Pages that a browser or a proxy still holds ask for the styles of their day.
    @Test func theLastDesignStaysUntilTheNextButOne() async throws {
        let site = try SiteFixture()
        let sheets = { Set(site.published().keys.filter { $0.hasPrefix("giao-dien/style.") }) }
        _ = try await site.build().summary()
        let first = sheets()
        #expect(first.count == 1)
        try site.append(to: "site-templates/assets/style.css", "\n.mot { color: red }\n")
        _ = try await site.build().summary()
        let second = sheets().subtracting(first)
        #expect(sheets() == first.union(second) && second.count == 1)
        // Nothing of the design changes: what is kept stays, whatever else is built or taken down.
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "một buổi chiều", "một buổi sáng")
        _ = try await site.build().summary()
        _ = try await site.takeDown("chi-bo-mau-a-2024")
        #expect(sheets() == first.union(second))
        try site.append(to: "site-templates/assets/style.css", "\n.hai { color: red }\n")
        let summary = try await site.build().summary()
        #expect(sheets().count == 2 && sheets().isSuperset(of: second) && sheets().isDisjoint(with: first))
        #expect(summary.strangers.isEmpty)
    }

    /// Without the state folder, on another machine, what lies at the board's own addresses is the board's.
    @Test func aLostStateFolderIsNoLoss() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.remove(".bangvang")
        try site.replace(in: "content/entries/2024/chi-bo-mau-a-2024/index.md", "status: ready", "status: withdrawn")
        _ = try await site.build().summary()
        #expect(try site.hasTombstone("vinh-danh/2024/chi-bo-mau-a-2024/"))
    }

    @Test func aDamagedManifestIsNoLoss() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = site.published()
        try site.write(".bangvang/manifest", "bangvang manifest 1\nvinh-danh/\t\t\n\u{0}")
        try site.write(".bangvang/published", "rác")
        _ = try await site.build().summary()
        #expect(site.published() == before)
    }

    /// What is known of an output folder lies under its path, which must not change when the folder is made.
    @Test func aFolderIsKnownByTheSamePathBeforeAndAfterItIsMade() throws {
        let name = "thu-muc-chua-co-\(UInt32.random(in: 0...(.max)))"
        let before = Disk.absolutePath(name)
        try Disk.makeFolder(name)
        defer { try? FileManager.default.removeItem(atPath: name) }
        #expect(before.hasPrefix("/") && before == Disk.absolutePath(name))
        #expect(Disk.absolutePath("/khong-co/ca-day") == "/khong-co/ca-day")
    }

    /// A trial elsewhere must not pass for what is published.
    @Test func anotherOutputHasAStateOfItsOwn() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        var trial = site.options(drafts: true)
        trial.output = site.root + "/duyet"
        let first = try await BuildPipeline(trial).build().summary()
        #expect(first.created > 0 && first.removed == 0)
        let again = try await BuildPipeline(trial).build().summary()
        #expect(again.created == 0 && again.replaced == 0)
        let published = try await site.build().summary()
        #expect(published.created == 0 && published.replaced == 0)
    }

    @Test(arguments: ["content/trang", "site-templates"]) func aFolderAmongTheInputsIsRefused(output: String) async throws {
        let site = try SiteFixture()
        var options = site.options()
        options.output = site.root + "/" + output
        await #expect(throws: OutputFolder.Refusal.self) { try await BuildPipeline(options).build() }
        #expect(!site.exists("content/trang"))
    }

    /// Nothing is looked at there: it may be all of the machine.
    @Test(arguments: ["/", "/..", "/../..", ""]) func aFolderAroundTheBoardIsRefused(path: String) async throws {
        let site = try SiteFixture()
        var options = site.options()
        options.output = path == "/" ? "/" : site.root + path
        let refusal = await #expect(throws: OutputFolder.Refusal.self) { try await BuildPipeline(options).build() }
        #expect(refusal?.message.vi.contains("chứa chính thư mục của bảng vàng") == true)
    }
}
