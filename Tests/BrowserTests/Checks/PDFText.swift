import Foundation
import TestSupport

/// The words in a PDF, by Poppler's `pdftotext`.
enum PDFText {
    static let absence = "no pdftotext here: run Scripts/install-tools test"

    /// Whether it is here, or must be.
    static let isExpected = (try? run(["-v"], Data())) != nil || ProcessInfo.processInfo.environment["CI"] == "true"

    static func words(of pdf: Data) throws -> [String] {
        try run(["-", "-"], pdf).split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func run(_ arguments: [String], _ input: Data) throws -> String {
        let folder = try TestFolder()
        let file = folder.path + "/in.pdf"
        try input.write(to: URL(fileURLWithPath: file))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["pdftotext"] + arguments
        let pipe = Pipe()
        process.standardInput = FileHandle(forReadingAtPath: file)
        (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
        try process.run()
        let text = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw SiteFixture.Mistake(words: "pdftotext ended with \(process.terminationStatus)") }
        return String(decoding: text, as: UTF8.self)
    }
}
