import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// What a command prints for others arrives whole, or is said to be incomplete: half a report must not pass for one.
@Suite struct PrintedOutputTests {
    private static let id = "chi-bo-mau-a-2024"

    private static func board() throws -> SiteFixture {
        let site = try SiteFixture()
        // Enough to say for more than a small pipe takes.
        for number in 0..<40 { try site.write("content/entries/2024/hong-\(number).md", "---\ntitle: \"Hỏng\"\nsai: 1\n---\n\nBài.\n") }
        return site
    }

    private static func arguments(_ command: [String], _ site: SiteFixture) -> [String] {
        command + ["--root", site.root, "--as-of", SiteFixture.day.iso, "--lang", "en"]
    }

    @Test(arguments: [
        ["check"], ["check", "--format", "json"], ["check", "--format", "sarif"], ["build", "--format", "json"], ["explain", id],
        ["explain", id, "--format", "json"],
    ])
    func aFullDiskUnderTheReportIsSaid(command: [String]) throws {
        let site = try SiteFixture()
        let outcome = try BuiltProgram.run(Self.arguments(command, site), output: "/dev/full")
        #expect(outcome.status == 74, "\(outcome.errors)")
        #expect(outcome.errors.contains("what was printed is incomplete and must not be used: the disk is full"), "\(outcome.errors)")
    }

    /// The report is lost, the person is off the site all the same, and that is said.
    @Test func aTakeDownGoesOn() throws {
        let site = try SiteFixture()
        #expect(try BuiltProgram.run(Self.arguments(["build"], site)).status == 0)
        let outcome = try BuiltProgram.run(Self.arguments(["take-down", Self.id, "--format", "json"], site), output: "/dev/full")
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("“\(Self.id)” was taken down") && outcome.errors.contains("what was printed is incomplete"))
        #expect(try site.hasTombstone("vinh-danh/2024/\(Self.id)/"))
    }

    /// Node.js, and whatever else reads by events, hands out pipes that do not wait.
    @Test func aPipeThatDoesNotWaitGetsEverything() throws {
        let site = try Self.board()
        let arguments = Self.arguments(["check", "--format", "json"], site)
        let whole = try BuiltProgram.run(arguments)
        try #require(whole.output.utf8.count > 8192)
        let pipe = Pipe()
        let writing = pipe.fileHandleForWriting.fileDescriptor
        // F_SETPIPE_SZ, which the C headers show to GNU programs only.
        #expect(fcntl(writing, F_SETFL, O_NONBLOCK) == 0 && fcntl(writing, 1031, 4096) == 4096)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try pipe.fileHandleForWriting.close()
        var got = Data()
        while let piece = try pipe.fileHandleForReading.read(upToCount: 512), !piece.isEmpty {
            got += piece
            // A reader slower than the program.
            usleep(500)
        }
        process.waitUntilExit()
        #expect(process.terminationStatus == whole.status)
        #expect(String(decoding: got, as: UTF8.self) == whole.output)
    }
}
