import Diagnostics
import Foundation
import Imaging
import Pictures
import TestSupport
import Testing

/// Workers that die, hang, talk nonsense or are not there.
@Suite struct WorkerPoolTests {
    private static let photo = MosaicJPEG.quarters(width: 64, height: 48)
    private static let greeting = "printf 'bangvang-imaging 1 libvips 0\\n'"

    @Test func manyPhotosAreMadeBySeveralWorkers() throws {
        let requests = try (0..<20).map { try Workbench.request(Self.photo, width: 8 + $0) }
        let outcomes = try Workbench.run(requests)
        for (index, outcome) in outcomes.enumerated() { #expect(try JPEGProbe(try outcome.get()[1]).width == 8 + index) }
    }

    @Test func nothingToDoStartsNobody() throws {
        try WorkerPool(WorkerSettings(program: "/nowhere/bangvang-imaging", count: 2)).run(0) { _ in
            fatalError()
        } done: { _, _ in
        }
    }

    @Test func aMissingWorkerIsSaidToBeMissing() throws {
        let settings = WorkerSettings(program: "/nowhere/bangvang-imaging", count: 2)
        let error = WorkerError.missing(path: "/nowhere/bangvang-imaging")
        #expect(throws: error) { try Workbench.run([try Workbench.request(Self.photo, width: 8)], settings) }
        #expect(error.message.vi.contains("/nowhere/bangvang-imaging") && error.remedy.vi.contains("make program"))
    }

    @Test(arguments: [
        ("echo 'libvips.so.42: cannot open shared object file' >&2; exit 127", "cannot open shared object file"),
        ("echo 'bangvang-imaging 999 libvips 9'; sleep 10", "bangvang-imaging 999"), ("exit 0", "no greeting"),
    ])
    func aWorkerThatDoesNotGreetIsUnusable(script: String, reason: String) throws {
        let folder = try TestFolder()
        let settings = WorkerSettings(program: try Workbench.script(script, in: folder), count: 2)
        let error = #expect(throws: WorkerError.self) { try Workbench.run([try Workbench.request(Self.photo, width: 8)], settings) }
        guard case .unusable(_, let words) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(words.contains(reason), "\(words)")
    }

    /// A machine without memory, processes or handles is neither a broken installation nor a broken picture.
    @Test(arguments: [
        (EAGAIN, true), (ENOMEM, true), (ENOBUFS, true), (EMFILE, true), (ENFILE, true), (EACCES, false), (ENOENT, false), (ENOEXEC, false),
    ])
    func whatTheSystemRefusesIsNamed(code: Int32, isForWantOfResources: Bool) {
        let error = WorkerError(systemRefuses: code, path: "/opt/bangvang-imaging")
        let reason = String(cString: strerror(code))
        let expected: WorkerError =
            isForWantOfResources
            ? .noResources(path: "/opt/bangvang-imaging", reason: reason) : .unusable(path: "/opt/bangvang-imaging", reason: reason)
        #expect(error == expected)
        #expect(error.remedy.vi.contains("libvips") != isForWantOfResources)
    }

    /// A limit of processes, as containers and shared servers have: no photo is called damaged for it. Real: the message is that of GLib.
    @Test func aWorkerWithoutThreadsRefusesNoPhoto() throws {
        let folder = try TestFolder()
        let words = "glib: Error creating thread: Resource temporarily unavailable"
        let script = try Workbench.script(
            "\(Self.greeting); read line; printf 'refused resources \(words.utf8.count)\\n\(words)'; exec sleep 10", in: folder)
        let settings = WorkerSettings(program: script, count: 1)
        #expect(throws: WorkerError.noResources(path: script, reason: words)) {
            try Workbench.run([try Workbench.request(Self.photo, width: 8)], settings)
        }
    }

    /// The first worker dies over the first photo, which another then makes: it may have died of something else.
    @Test func aPhotoThatAWorkerDiedOverIsTriedAgain() throws {
        let folder = try TestFolder()
        let script = try Workbench.script(
            "if mkdir \(folder.path)/once 2>/dev/null; then \(Self.greeting); kill -SEGV $$; fi; exec \(WorkerSettings.usual().program) \"$@\"",
            in: folder)
        let outcomes = try Workbench.run(
            try (0..<3).map { try Workbench.request(Self.photo, width: 8 + $0) }, WorkerSettings(program: script, count: 1))
        #expect(try outcomes.map { try JPEGProbe(try $0.get()[1]).width } == [8, 9, 10])
    }

    @Test func aPhotoThatEveryWorkerDiesOverIsGivenUp() throws {
        let folder = try TestFolder()
        let script = try Workbench.script("\(Self.greeting); read line; echo x >> \(folder.path)/starts; kill -SEGV $$", in: folder)
        let outcomes = try Workbench.run(
            [try Workbench.request(Self.photo, width: 8), try Workbench.request(Self.photo, width: 9)],
            WorkerSettings(program: script, count: 1))
        for outcome in outcomes { #expect(throws: PictureFailure.crashesTheWorker) { try outcome.get() } }
        #expect(try String(contentsOfFile: folder.path + "/starts", encoding: .utf8) == "x\nx\nx\nx\n", "each was tried twice")
    }

    @Test(arguments: ["printf 'made 1 1\\n'; sleep 10", "printf 'hello\\n'; sleep 10", "printf 'made 3 3\\n'; exit 0"])
    func nonsenseIsTakenForADeath(script: String) throws {
        let folder = try TestFolder()
        let settings = WorkerSettings(program: try Workbench.script("\(Self.greeting); read line; \(script)", in: folder), count: 1)
        let outcomes = try Workbench.run([try Workbench.request(Self.photo, width: 8)], settings)
        #expect(throws: PictureFailure.crashesTheWorker) { try outcomes[0].get() }
    }

    @Test func aWorkerThatHangsIsKilledAndItsPhotoGivenUp() throws {
        let folder = try TestFolder()
        let script = try Workbench.script("\(Self.greeting); echo $$ >> \(folder.path)/pids; exec sleep 600", in: folder)
        let outcomes = try Workbench.run(
            [try Workbench.request(Self.photo, width: 8)], WorkerSettings(program: script, count: 1, seconds: 1))
        #expect(throws: PictureFailure.takesTooLong(seconds: 1)) { try outcomes[0].get() }
        let pids = try String(contentsOfFile: folder.path + "/pids", encoding: .utf8).split(separator: "\n").compactMap { pid_t($0) }
        #expect(pids.count == 1)
        for pid in pids { #expect(kill(pid, 0) == -1 && errno == ESRCH) }
    }

    /// What the caller throws comes through, and no worker stays behind busy.
    @Test func aFailureOfTheCallerEndsTheRun() throws {
        struct Stop: Error {}
        let pool = WorkerPool(Workbench.settings())
        let request = try Workbench.request(Self.photo, width: 8)
        #expect(throws: Stop.self) {
            try pool.run(5) { _ in
                .success(request)
            } done: { _, _ in
                throw Stop()
            }
        }
        var done = 0
        try pool.run(3) { _ in
            .success(request)
        } done: { _, outcome in
            let files = try outcome.get()
            #expect(files.count == 2)
            done += 1
        }
        #expect(done == 3)
    }

    @Test func aRequestThatCanNotBeMadeIsItsOwnOutcome() throws {
        var outcomes: [PictureFailure] = []
        try WorkerPool(Workbench.settings()).run(2) {
            .failure(.damaged("\($0)"))
        } done: { _, outcome in
            if case .failure(let failure) = outcome { outcomes.append(failure) }
        }
        #expect(outcomes == [.damaged("0"), .damaged("1")])
    }

    /// A worker can open nothing and write nothing, and its memory has an end.
    @Test func aWorkerGivesUpWhatItDoesNotNeed() throws {
        let folder = try TestFolder()
        let script = try Workbench.script("echo $$ > \(folder.path)/pid; exec \(WorkerSettings.usual().program) \"$@\"", in: folder)
        let pool = WorkerPool(WorkerSettings(program: script, count: 1, memory: 700 << 20))
        let request = try Workbench.request(Self.photo, width: 8)
        try pool.run(1) { _ in
            .success(request)
        } done: { _, outcome in
            let files = try outcome.get()
            #expect(files.count == 2)
        }
        let pid = try String(contentsOfFile: folder.path + "/pid", encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        let limits = try String(contentsOfFile: "/proc/\(pid)/limits", encoding: .utf8).split(separator: "\n")
        func limit(_ name: String) -> [Substring] {
            limits.first { $0.hasPrefix(name) }.map { $0.dropFirst(name.count).split(separator: " ").prefix(2) }.map(Array.init) ?? []
        }
        #expect(limit("Max address space") == ["734003200", "734003200"])
        #expect(limit("Max open files") == ["0", "0"])
        #expect(limit("Max file size") == ["0", "0"])
        #expect(limit("Max core file size") == ["0", "0"])
        withExtendedLifetime(pool) {}
    }
}
