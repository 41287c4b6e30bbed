import Foundation
import Glibc
import Testing

@testable import Preview

@Suite(.timeLimit(.minutes(5))) struct FileWatcherTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write("content/entries/2021/a.md")
        try folder.write("content/site.yaml")
        try folder.write("loose.yaml")
    }

    /// What is told until all that is expected was.
    private func changes(of watcher: FileWatcher, until names: String...) async -> Set<String> {
        var gathered: Set<String> = []
        for await change in watcher.changes {
            gathered.formUnion(change.paths)
            if gathered.isSuperset(of: names.map { folder($0) }) { break }
        }
        return Set(gathered.map { String($0.dropFirst(folder.path.count + 1)) })
    }

    /// Where tests run in a container, their folders lie on an overlay.
    private static func problems(of watcher: FileWatcher) -> [FileWatcherProblem] {
        watcher.problems.filter { if case .silent = $0 { false } else { true } }
    }

    private func watchContent() throws -> FileWatcher {
        let watcher = try FileWatcher([folder("content")], quiet: .milliseconds(30))
        #expect(Self.problems(of: watcher).isEmpty)
        return watcher
    }

    @Test func noticesWriting() async throws {
        let watcher = try watchContent()
        try folder.write("content/entries/2021/a.md", [1])
        #expect(await changes(of: watcher, until: "content/entries/2021/a.md") == ["content/entries/2021/a.md"])
    }

    @Test func noticesANewFile() async throws {
        let watcher = try watchContent()
        try folder.write("content/entries/2021/b.md")
        #expect(await changes(of: watcher, until: "content/entries/2021/b.md") == ["content/entries/2021/b.md"])
    }

    @Test func noticesEditorsThatRenameOverTheFile() async throws {
        let watcher = try watchContent()
        try folder.write("content/entries/2021/.a.md.swp")
        rename(folder("content/entries/2021/.a.md.swp"), folder("content/entries/2021/a.md"))
        #expect(await changes(of: watcher, until: "content/entries/2021/a.md") == ["content/entries/2021/a.md"])
    }

    @Test func noticesDeletionAndRenaming() async throws {
        let watcher = try watchContent()
        unlink(folder("content/site.yaml"))
        rename(folder("content/entries/2021/a.md"), folder("content/entries/2021/c.md"))
        let names = ["content/site.yaml", "content/entries/2021/a.md", "content/entries/2021/c.md"]
        #expect(await changes(of: watcher, until: names[0], names[1], names[2]) == Set(names))
    }

    @Test func noticesNewFoldersAndWhatIsInThem() async throws {
        let watcher = try watchContent()
        try folder.write("content/entries/2022/x/index.md")
        #expect(await changes(of: watcher, until: "content/entries/2022/x/index.md") == ["content/entries/2022/x/index.md"])
        try folder.write("content/entries/2022/x/photo.jpg")
        #expect(await changes(of: watcher, until: "content/entries/2022/x/photo.jpg") == ["content/entries/2022/x/photo.jpg"])
    }

    @Test func followsAFolderThatIsRenamed() async throws {
        let watcher = try watchContent()
        rename(folder("content/entries/2021"), folder("content/entries/2020"))
        let moved = await changes(of: watcher, until: "content/entries/2021", "content/entries/2020/a.md")
        #expect(moved == ["content/entries/2021", "content/entries/2020/a.md"])
        try folder.write("content/entries/2020/a.md", [2])
        #expect(await changes(of: watcher, until: "content/entries/2020/a.md") == ["content/entries/2020/a.md"])
    }

    @Test func doesNotFollowAFolderThatLeaves() async throws {
        let watcher = try watchContent()
        rename(folder("content/entries/2021"), folder("elsewhere"))
        #expect(await changes(of: watcher, until: "content/entries/2021") == ["content/entries/2021"])
        try folder.write("elsewhere/a.md", [3])
        try folder.write("content/site.yaml", [3])
        #expect(await changes(of: watcher, until: "content/site.yaml") == ["content/site.yaml"])
    }

    @Test func tellsAboutEachFileOnceForManyWrites() async throws {
        let watcher = try FileWatcher([folder("content")], quiet: .milliseconds(200))
        for number in 0..<20 { try folder.write("content/site.yaml", [UInt8(number)]) }
        var iterator = watcher.changes.makeAsyncIterator()
        #expect(await iterator.next() == FileChanges(paths: [folder("content/site.yaml")]))
        watcher.stop()
        #expect(await iterator.next() == nil)
        watcher.stop()
    }

    @Test func ignoresWhatEditorsLeaveAbout() async throws {
        let watcher = try watchContent()
        for name in [".site.yaml.swp", "site.yaml~", "~$site.yaml", "#site.yaml#", ".git/index", ".~lock.a.csv#"] {
            try folder.write("content/" + name)
        }
        try folder.write("content/z.yaml")
        #expect(await changes(of: watcher, until: "content/z.yaml") == ["content/z.yaml"])
    }

    @Test func watchesASingleFileAndNotItsNeighbours() async throws {
        let watcher = try FileWatcher([folder("loose.yaml")], quiet: .milliseconds(30))
        try folder.write("neighbour.yaml")
        try folder.write("new.yaml", [1])
        rename(folder("new.yaml"), folder("loose.yaml"))
        #expect(await changes(of: watcher, until: "loose.yaml") == ["loose.yaml"])
        unlink(folder("loose.yaml"))
        #expect(await changes(of: watcher, until: "loose.yaml") == ["loose.yaml"])
    }

    @Test func reportsAMissingRootAndWaitsForIt() async throws {
        let missing = folder("later/deep/content")
        let watcher = try FileWatcher([folder("content"), missing + "/"], quiet: .milliseconds(30))
        #expect(Self.problems(of: watcher) == [.missing(path: missing)])
        try folder.write("later/other.md")
        try folder.write("later/deep/content/a.md")
        #expect(await changes(of: watcher, until: "later/deep/content/a.md") == ["later/deep/content/a.md"])
        try folder.write("later/deep/content/b.md")
        #expect(await changes(of: watcher, until: "later/deep/content/b.md") == ["later/deep/content/b.md"])
    }

    @Test func survivesTheLossOfARoot() async throws {
        let watcher = try watchContent()
        try FileManager.default.removeItem(atPath: folder("content"))
        #expect(await changes(of: watcher, until: "content").contains("content"))
        try folder.write("content/new.md")
        #expect(await changes(of: watcher, until: "content/new.md").contains("content/new.md"))
    }

    @Test func doesNotRunInCirclesThroughLinks() async throws {
        symlink(folder("content"), folder("content/entries/loop"))
        let watcher = try watchContent()
        try folder.write("content/site.yaml", [1])
        #expect(await changes(of: watcher, until: "content/site.yaml") == ["content/site.yaml"])
    }

    @Test func overflowAsksForARescanAndKeepsWatching() throws {
        let inotify = try Inotify()
        var problems: [FileWatcherProblem] = []
        var trees = WatchedTrees(inotify, roots: [folder("content")], problems: &problems)
        // The folder appears, and the message about it is among the lost ones.
        try folder.write("content/lost/a.md")
        _ = inotify.read()
        var changes = FileChanges()
        trees.absorb([Inotify.Event(watch: -1, mask: UInt32(IN_Q_OVERFLOW), name: "")], into: &changes)
        #expect(changes.needsRescan)
        changes = FileChanges()
        try folder.write("content/lost/b.md")
        trees.absorb(inotify.read(), into: &changes)
        #expect(changes.paths == [folder("content/lost/b.md")])
    }
}
