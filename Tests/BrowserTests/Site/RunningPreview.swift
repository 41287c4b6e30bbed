import Foundation
import TestSupport

/// `bangvang serve` over a board, as staff run it, for as long as somebody holds on to it.
final class RunningPreview {
    /// The address of the home page.
    let base: String
    private let process = Process()
    private let folder: TestFolder

    init(_ site: SiteFixture) async throws {
        folder = try TestFolder()
        let output = folder.path + "/out"
        try Data().write(to: URL(fileURLWithPath: output))
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = ["serve", "--root", site.root, "--port", "0", "--as-of", "2025-12-01"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: output)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        for _ in 0..<600 {
            let said = try String(contentsOfFile: output, encoding: .utf8)
            if let address = said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//) {
                base = String(address.0)
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        process.terminate()
        throw SiteFixture.Mistake(words: "the preview did not start within a minute")
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }
}
