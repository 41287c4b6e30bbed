import Foundation

/// Asks `xmllint`, where it is installed, whether files are XML and what stands in them.
package enum XMLTool {
    /// What a test says when it skips: `.enabled(if: XMLTool.isAvailable, XMLTool.absence)`.
    package static let absence = "xmllint is not installed here: apt-get install libxml2-utils"

    private static let path = "/usr/bin/xmllint"
    package static let isAvailable = FileManager.default.isExecutableFile(atPath: path)

    /// What is wrong with the files as XML; empty where they are sound.
    package static func complaints(of files: [String]) throws -> String { try run(["--noout", "--nonet"] + files).errors }

    /// The values that an XPath expression selects, a line each.
    package static func values(_ expression: String, in file: String) throws -> [String] {
        try run(["--nonet", "--xpath", expression, file]).output.split(separator: "\n").map(String.init)
    }

    private static func run(_ arguments: [String]) throws -> (output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError, process.standardInput) = (output, errors, FileHandle.nullDevice)
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: text, as: UTF8.self), String(decoding: complaints, as: UTF8.self))
    }
}
