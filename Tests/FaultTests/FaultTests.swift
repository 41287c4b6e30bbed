import Foundation
import TestSupport
import Testing

/// The disk fails, or the process is killed, at any moment: the site is the old one or the new one, and whole.
@Suite(.enabled(if: FaultyProgram.interposer != nil, "no C compiler here, which builds the library that makes calls fail"))
struct FaultTests {
    private static let stories = ["first", "change", "thin", "takeDown"]
    private static let kinds = FaultyProgram.Kind.allCases.filter { $0 != .any }
    private static let triesAll = ProcessInfo.processInfo.environment["BANGVANG_FAULTS"] == "all"

    /// 1,296 injected faults on a board of 300 entries once left up to 1,023 pages without style, and said that all was well.
    @Test(arguments: stories, kinds) func everyCallMayFail(story: String, kind: FaultyProgram.Kind) throws {
        let story = try FaultStory.named(story)
        let trial = try HardCopy(of: story.board, in: FileManager.default.temporaryDirectory.path)
        let count = try FaultyProgram.calls(story.arguments, on: trial.root)[kind] ?? 0
        // Looking fails in one way wherever it is done; changing leaves another half each time.
        let step = kind.changes || Self.triesAll ? 1 : 7
        var faults: [String] = []
        for number in stride(from: count == 0 ? 1 : 1 + count % step, through: count, by: step) {
            let fault = FaultyProgram.Fault(kind: kind, number: number, code: Self.code(kind, number))
            faults += try FaultTrial(story, fault).faults()
        }
        #expect(faults == [], "\(story), \(count) calls")
    }

    private static func code(_ kind: FaultyProgram.Kind, _ number: Int) -> Int32 {
        switch kind {
        case .write: ENOSPC
        case .open, .mkdir, .rename: [EIO, EACCES, ENOSPC][number % 3]
        case .unlink, .rmdir: [EIO, EACCES][number % 2]
        default: EIO
        }
    }

    /// 28 of 260 kills once left pages that lead to what isn't there.
    @Test(arguments: stories) func itMayBeKilledAtAnyCall(story: String) throws {
        let story = try FaultStory.named(story)
        let trial = try HardCopy(of: story.board, in: FileManager.default.temporaryDirectory.path)
        let count = try FaultyProgram.calls(story.arguments, on: trial.root)[.any] ?? 0
        try #require(count > 100)
        let kills = (ProcessInfo.processInfo.environment["BANGVANG_KILLS"].flatMap { Int($0) } ?? 50) / Self.stories.count + 1
        var seed: UInt64 = 0x5EED
        var faults: [String] = []
        for _ in 0..<kills {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = 1 + Int(seed >> 33) % count
            faults += try FaultTrial(story, FaultyProgram.Fault(kind: .any, number: number, code: 0)).faults()
        }
        // Most calls are made before the commit: the end gets kills of its own.
        for number in stride(from: count, to: count - 60, by: -3) {
            faults += try FaultTrial(story, FaultyProgram.Fault(kind: .any, number: number, code: 0)).faults()
        }
        #expect(faults == [], "\(story), \(count) calls")
    }

    /// Whatever became of a build, somebody can be taken down, and is gone.
    @Test(arguments: [FaultyProgram.Kind.write, .rename, .unlink]) func aTakeDownFollowsAnyFailure(kind: FaultyProgram.Kind) throws {
        let story = try FaultStory.named("change")
        let counted = try HardCopy(of: story.board, in: FileManager.default.temporaryDirectory.path)
        let count = try FaultyProgram.calls(story.arguments, on: counted.root)[kind] ?? 0
        for number in stride(from: 1, through: count, by: 5) {
            let trial = try HardCopy(of: story.board, in: FileManager.default.temporaryDirectory.path)
            let fault = FaultyProgram.Fault(kind: kind, number: number, code: EIO)
            _ = try FaultyProgram.run(story.arguments, on: trial.root, fault)
            let outcome = try FaultyProgram.run(["take-down", FaultStory.takenDown], on: trial.root)
            #expect(outcome.status == 0, "\(fault): \(outcome.errors)")
            for (file, bytes) in try PublishedFiles.read(trial.root) where !file.hasSuffix("jpg") && !file.hasSuffix("webp") {
                // Its own address stays, with a page that names nobody.
                #expect(!String(decoding: bytes, as: UTF8.self).contains(FaultStory.takenDown), "\(fault): \(file)")
            }
        }
    }

    /// A visitor who reads on while the site is put in place, slowly.
    @Test(arguments: ["change", "thin", "takeDown"]) func aReaderNeverMeetsABrokenLink(story: String) throws {
        let story = try FaultStory.named(story)
        let trial = try HardCopy(of: story.board, in: FileManager.default.temporaryDirectory.path)
        let root = trial.root
        let build = Building()
        // A thread of its own: both wait without letting go of theirs.
        Thread.detachNewThread { build.end(Result { try FaultyProgram.run(story.arguments, on: root, delay: 5_000) }) }
        var (rounds, faults) = (0, Set<String>())
        while build.outcome == nil {
            faults.formUnion(SiteReader(root: root + "/public").faults(before: story.before, after: story.after))
            rounds += 1
        }
        #expect(try build.outcome?.get().status == 0)
        #expect(faults.sorted() == [])
        #expect(rounds > 1, "the reader came too late")
        #expect(try PublishedFiles.read(root) == story.after)
    }
}

/// A run of the program on another thread.
private final class Building: @unchecked Sendable {
    private let lock = NSLock()
    private var ended: Result<FaultyProgram.Outcome, any Error>?
    var outcome: Result<FaultyProgram.Outcome, any Error>? { lock.withLock { ended } }
    func end(_ result: Result<FaultyProgram.Outcome, any Error>) { lock.withLock { ended = result } }
}
