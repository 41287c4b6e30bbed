import Foundation

/// Holds JSON against JSON Schemas, by `Scripts/validate-json`, which asks Python's `jsonschema`.
package enum SchemaValidator {
    /// What a test says when it skips: `.enabled(if: SchemaValidator.isAvailable, SchemaValidator.absence)`.
    package static let absence = "python3 has no jsonschema here: run Scripts/install-tools test"

    package static let isAvailable = (try? python(["-c", "import jsonschema"]))?.status == 0

    /// Every violation, as `name: where: what`.
    ///
    /// - Parameters:
    ///   - documents: texts of JSON and the names by which violations speak of them.
    ///   - schema: the schema's path.
    package static func violations(of documents: [(name: String, text: String)], schema: String) throws -> [String] {
        let folder = try TestFolder()
        let files = try documents.indices.map { index in
            let file = folder.path + "/\(index).json"
            try documents[index].text.write(toFile: file, atomically: false, encoding: .utf8)
            return file
        }
        let (status, output) = try python([Repository.root + "/Scripts/validate-json", schema] + files)
        guard status == 0 || status == 1 else { throw SiteFixture.Mistake(words: "validate-json ended with \(status): \(output)") }
        let lines = output.split(separator: "\n").map(String.init)
        guard lines.isEmpty == (status == 0) else { throw SiteFixture.Mistake(words: "validate-json ended with \(status): \(output)") }
        return lines.map { line in
            guard let index = files.firstIndex(where: { line.hasPrefix($0 + ":") }) else { return line }
            return documents[index].name + line.dropFirst(files[index].count)
        }
    }

    private static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

/// Files of specifications that this repository does not carry and `Scripts/run-tests` fetches.
package enum SpecificationFile {
    /// The path of a file in the folder that BANGVANG_SPECS names, or in `.build/specs`; nil where it is in neither.
    package static func path(_ name: String) -> String? {
        let folders = [ProcessInfo.processInfo.environment["BANGVANG_SPECS"], Repository.root + "/.build/specs"]
        return folders.compactMap { $0.map { $0 + "/" + name } }.first { FileManager.default.isReadableFile(atPath: $0) }
    }
}
