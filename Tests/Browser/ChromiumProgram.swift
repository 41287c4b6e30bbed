import Foundation

/// The Chromium of this machine.
package enum ChromiumProgram {
    /// Its path: what `BANGVANG_CHROMIUM` names, else the first found on `PATH`; nil where there is none.
    package static let path: String? = {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["BANGVANG_CHROMIUM"] { return FileManager.default.isExecutableFile(atPath: named) ? named : nil }
        let folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":")
        let names = ["chromium", "chromium-browser", "google-chrome"]
        return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Whether tests in a browser are to run: where there is one, and in continuous integration, where its absence is a failure.
    package static let isExpected = path != nil || ProcessInfo.processInfo.environment["CI"] == "true"

    /// What a suite says when it skips: `.enabled(if: ChromiumProgram.isExpected, ChromiumProgram.absence)`.
    package static let absence: String = "no Chromium here: run Scripts/install-tools test, or name one in BANGVANG_CHROMIUM"
}
