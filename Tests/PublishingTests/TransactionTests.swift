import Foundation
import Publishing
import TestSupport
import Testing

/// One run at a time, one state for one folder, and what runs leave that did not end. Faults at every call are tried by
/// FaultTests.
@Suite struct TransactionTests {
    private static let id = "chi-bo-mau-a-2024"

    /// Row D1: of 60 pairs both failed 19 times, once leaving 205 broken links.
    @Test func nothingIsTouchedBeforeTheLockIsHeld() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.write("public/.bangvang-staging/slots/1", "trang đang ghi")
        try site.write(".bangvang/manifest.moi", "bản ghi dở")
        let before = FileTree.identities(in: site.root)
        do {
            let lock = try BuildLock(at: site.root + "/.bangvang/lock")
            await #expect(throws: BuildLock.Taken.self) { try await site.build() }
            await #expect(throws: BuildLock.Taken.self) { try await site.takeDown(Self.id) }
            #expect(FileTree.identities(in: site.root) == before)
            withExtendedLifetime(lock) {}
        }
        let summary = try await site.build().summary()
        #expect(summary.recovery == .cleared)
        #expect(!site.exists("public/.bangvang-staging") && !site.exists(".bangvang/manifest.moi"))
        #expect(try await site.build().summary().recovery == nil)
    }

    /// Row D2: what a first build leaves when it is cut off, at each of its first steps.
    @Test(arguments: [
        [".gitignore.moi"], [".gitignore"], [".gitignore", ".bangvang.moi"], [".gitignore", ".bangvang"],
        [".gitignore", ".bangvang", ".bangvang-staging/tree/nam/2024/index.html"],
    ])
    func anUnfinishedFirstBuildIsOurs(left: [String]) async throws {
        let whole = try SiteFixture()
        _ = try await whole.build().summary()
        let site = try SiteFixture()
        for file in left { try site.write("public/" + file, "") }
        _ = try await site.build().summary()
        let ignored: Set = left.contains(".gitignore") ? [".gitignore", ".bangvang"] : []
        #expect(
            try site.publishedBytes().filter { !ignored.contains($0.key) } == whole.publishedBytes().filter { !ignored.contains($0.key) })
    }

    /// An earlier version failed at its first build: pages, no marker, and the journal that names them.
    @Test func anEarlierVersionsUnfinishedFirstBuildIsOurs() async throws {
        let site = try SiteFixture()
        try site.write("public/nam/2024/index.html", "trang ghi dở")
        await #expect(throws: OutputFolder.Refusal.self) { try await site.build() }
        try site.write(".bangvang/being-written", "\nnam/2024/index.html")
        _ = try await site.build().summary()
        #expect(try site.page("nam/2024/").contains("</html>"))
    }

    // MARK: One folder, one state

    /// Row D5: `--output public` was another output than the default; a take-down by it ended with 74.
    @Test(arguments: [
        ("default", ["--root", "."]),
        ("relative", ["--root", ".", "--output", "public"]),
        ("with a dot", ["--root", ".", "--output", "./public"]),
        ("with a slash", ["--root", ".", "--output", "public/"]),
        ("by way of another folder", ["--root", ".", "--output", "content/../public"]),
        ("root with a dot", ["--root", "./.", "--output", "public"]),
        ("through a link", ["--root", ".", "--output", "lien-ket"]),
        ("root through a link", ["--root", "goc", "--output", "public"]),
        ("absolute", ["--root", ".", "--output", "ROOT/public"]),
    ])
    func oneFolderHasOneState(name: String, arguments: [String]) async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        for (link, target) in [("lien-ket", "public"), ("goc", ".")] {
            try FileManager.default.createSymbolicLink(atPath: site.root + "/" + link, withDestinationPath: target)
        }
        let arguments = arguments.map { $0.replacingOccurrences(of: "ROOT", with: site.root) }
        let outcome = try BuiltProgram.run(["take-down"] + arguments + [Self.id], in: site.root)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try site.hasTombstone("vinh-danh/2024/\(Self.id)/"))
        #expect(!site.exists(".bangvang/outputs"))
    }

    /// What an earlier version kept of the usual output under another spelling is found, and the newer of two counts.
    @Test(arguments: [true, false]) func theStateOfAnEarlierSpellingIsFound(isNewer: Bool) async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let elsewhere = ".bangvang/outputs/" + Self.fingerprint(of: site.root + "/public")
        for name in ["manifest", "published", "ledger.json"] {
            try site.write(elsewhere + "/" + name, try site.bytes(".bangvang/" + name))
        }
        if isNewer {
            for name in ["manifest", "published", "ledger.json"] { try site.remove(".bangvang/" + name) }
        } else {
            // Built by that spelling before: its files are ours, though our manifest does not list them.
            try site.write("public/nam/2019/index.html", "trang của lần dựng kia")
            let manifest = try site.read(".bangvang/manifest")
            let lines = manifest.split(separator: "\n").dropLast().map(String.init) + ["page\tnam/2019/index.html\t0"]
            try site.write(elsewhere + "/manifest", lines.joined(separator: "\n") + "\nend\t\(lines.count - 1)\n")
            try site.write(".bangvang/manifest", manifest)
        }
        guard case .done(let summary, _) = try await site.takeDown(Self.id) else { throw SiteFixture.Mistake(words: "not taken down") }
        #expect(summary.strangers == [])
        #expect(!site.exists(elsewhere) && !site.exists("public/nam/2019"))
        #expect(try site.hasTombstone("vinh-danh/2024/\(Self.id)/"))
    }

    /// As `Fingerprint` makes it: FNV-1a, 64 bits.
    private static func fingerprint(of text: String) -> String {
        String(text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, radix: 16)
    }

    /// Two boards that are told to write into one folder.
    @Test func anotherBoardsBuildKeepsTheFolder() async throws {
        let (site, other) = (try SiteFixture(), try SiteFixture())
        _ = try await site.build().summary()
        var options = other.options()
        options.output = site.root + "/public"
        let pipeline = BuildPipeline(options)
        do {
            let lock = try #require(try BuildLock(onFolder: site.root + "/public"))
            await #expect(throws: BuildLock.Taken.self) { try await pipeline.build() }
            withExtendedLifetime(lock) {}
        }
    }

    // MARK: The manifest

    /// Row D12: a manifest that a full disk or a power cut left short would make strangers of our own files.
    @Test func aManifestThatWasCutShortIsNone() throws {
        let folder = try TestFolder()
        let path = folder.path + "/manifest"
        let manifest = OutputManifest(files: ["index.html": 7, "nam/a\tb\\c\nd/index.html": 0], retired: ["giao-dien/x.css"])
        let bytes = manifest.bytes
        try Disk.replace(path, with: bytes)
        let read = try #require(try OutputManifest(at: path))
        #expect(read.files == manifest.files && read.retired == manifest.retired)
        for count in 0..<bytes.count - 1 {
            try Disk.replace(path, with: Array(bytes.prefix(count)))
            #expect(try OutputManifest(at: path) == nil, "\(count) bytes")
        }
    }

    /// Taking somebody down right after an update of the program.
    @Test func theManifestOfTheVersionBeforeIsRead() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        var (lines, pictures, made) = (["bangvang manifest 3"], [String](), [String]())
        for line in try site.read(".bangvang/manifest").split(separator: "\n").dropFirst().dropLast() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            switch fields[0] {
            case "picture": pictures.append("\t" + line)
            case "made": made.append([fields[1], fields[3], fields[4]].joined(separator: "\t"))
            default: made.append(fields[1])
            }
        }
        lines += pictures + made
        try site.write(".bangvang/manifest", lines.joined(separator: "\n") + "\n")
        guard case .done(let summary, _) = try await site.takeDown(Self.id) else { throw SiteFixture.Mistake(words: "not taken down") }
        #expect(summary.strangers == [] && summary.mended == [])
        #expect(try site.hasTombstone("vinh-danh/2024/\(Self.id)/"))
        #expect(summary.removed >= 3)
    }
}
