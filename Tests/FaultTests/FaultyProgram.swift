import Formats
import Foundation
import TestSupport

/// The program as it is built, with one call to the disk that fails, or at which it is killed (`fault.c`).
struct FaultyProgram: Sendable {
    /// A kind of call.
    enum Kind: String, CaseIterable, Sendable {
        case open, read, write, close, rename, unlink, mkdir, rmdir, readdir, stat, sync, chmod
        /// Any of them: for kills.
        case any

        /// Whether such a call changes the disk; the others look.
        var changes: Bool { [.write, .rename, .unlink, .mkdir, .rmdir, .sync, .chmod].contains(self) }
    }

    struct Fault: Sendable, CustomStringConvertible {
        var kind: Kind
        /// From 1.
        var number: Int
        /// 0 for a kill.
        var code: Int32

        var description: String { code == 0 ? "killed at call \(number)" : "\(kind) \(number): \(String(cString: strerror(code)))" }
    }

    struct Outcome: Sendable {
        var status: Int32
        var wasKilled: Bool
        var errors: String
    }

    /// The library that makes calls fail; nil where there is no C compiler.
    static let interposer: String? = {
        let target = FileManager.default.temporaryDirectory.path + "/bangvang-fault-\(getpid()).so"
        atexit { unlink(FileManager.default.temporaryDirectory.path + "/bangvang-fault-\(getpid()).so") }
        for compiler in ["cc", "clang", "gcc"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [
                compiler, "-shared", "-fPIC", "-O1", "-o", target, Repository.root + "/Tests/FaultTests/fault.c", "-ldl",
            ]
            (process.standardError, process.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
            guard (try? process.run()) != nil else { continue }
            process.waitUntilExit()
            if process.terminationStatus == 0 { return target }
        }
        return nil
    }()

    /// What `make test` built for release, which takes a tenth of the time, or the program beside the tests.
    static let program = ProcessInfo.processInfo.environment["BANGVANG"] ?? BuiltProgram.path

    /// Runs the program on a board.
    ///
    /// - Parameters:
    ///   - fault: nil where everything works.
    ///   - counts: a file that gets the number of calls of each kind.
    ///   - delay: microseconds to wait before each step that others can see.
    static func run(
        _ arguments: [String], on root: String, _ fault: Fault? = nil, counts: String? = nil, delay: Int = 0
    ) throws -> Outcome {
        let folder = root + "/.."
        let log = folder + "/log-\(UUID().uuidString)"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        defer { unlink(log) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [arguments[0], "--root", root, "--as-of", SiteFixture.day.iso, "--lang", "en"] + arguments.dropFirst()
        var environment = ProcessInfo.processInfo.environment
        if fault != nil || counts != nil || delay > 0 {
            environment["LD_PRELOAD"] = interposer
            environment["FAULT_WITHIN"] = root + "/public:" + root + "/.bangvang"
            environment["FAULT_COUNT"] = counts
            environment["FAULT_DELAY"] = String(delay)
        }
        if let fault {
            environment["FAULT_KIND"] = fault.kind.rawValue
            environment["FAULT_AT"] = String(fault.number)
            environment["FAULT_ERRNO"] = String(fault.code)
        }
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: log)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            errors: try String(contentsOfFile: log, encoding: .utf8))
    }

    /// How many calls of each kind a run makes.
    static func calls(_ arguments: [String], on root: String) throws -> [Kind: Int] {
        let file = root + "/../counts"
        let outcome = try run(arguments, on: root, counts: file)
        guard outcome.status == 0 else { throw SiteFixture.Mistake(words: "without a fault: \(outcome.errors)") }
        var calls: [Kind: Int] = [:]
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let fields = line.split(separator: " ")
            if let kind = Kind(rawValue: String(fields[0])) { calls[kind] = Int(fields[1]) }
        }
        return calls
    }
}
