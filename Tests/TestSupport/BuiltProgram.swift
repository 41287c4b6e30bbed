import Foundation

/// The program as users run it: `bangvang`, built beside the tests.
package enum BuiltProgram {
    package struct Outcome: Sendable {
        package var status: Int32
        package var output: String
        package var errors: String
    }

    /// The program's path.
    package static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return (tests as NSString).deletingLastPathComponent + "/bangvang"
    }()

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - environment: put in place of the test's own variables of the same names.
    ///   - largestFile: no file may grow beyond so many bytes, as on a disk that is full; rounded down to 512.
    ///   - mask: the file mode creation mask, in octal digits.
    ///   - workingFolder: where it runs.
    ///   - output: a file that takes standard output in the place of `Outcome.output`.
    ///   - handles: how many files, sockets and pipes may be open at once.
    ///   - onOneCore: whether it may use a single core only, where the system has `taskset`.
    package static func run(
        _ arguments: [String], environment: [String: String] = [:], largestFile: Int? = nil, mask: String? = nil,
        in workingFolder: String? = nil, output: String? = nil, handles: Int? = nil, onOneCore: Bool = false
    ) throws -> Outcome {
        let folder = try TestFolder()
        var script = "exec \"$0\" \"$@\""
        if onOneCore, FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset") { script = "exec taskset -c 0 \"$0\" \"$@\"" }
        if let largestFile { script = "trap '' XFSZ; ulimit -f \(largestFile / 512); " + script }
        if let handles { script = "ulimit -n \(handles); " + script }
        if let mask { script = "umask \(mask); " + script }
        let process = Process()
        if let workingFolder { process.currentDirectoryURL = URL(fileURLWithPath: workingFolder) }
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script, path] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        // Files rather than pipes: a full pipe would hold the program up.
        let files = ["out", "err"].map { folder.path + "/" + $0 }
        for file in files { try Data().write(to: URL(fileURLWithPath: file)) }
        process.standardOutput = FileHandle(forWritingAtPath: output ?? files[0])
        process.standardError = FileHandle(forWritingAtPath: files[1])
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOfFile: files[0], encoding: .utf8),
            errors: try String(contentsOfFile: files[1], encoding: .utf8))
    }
}
