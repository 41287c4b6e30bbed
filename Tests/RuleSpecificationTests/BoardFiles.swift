import Foundation
import Publishing
import Rendering
import TestSupport

/// The files of a board, in memory: hundreds of cases change one of the boards each, and none of them touches the disk.
struct BoardFiles: SourceTree {
    private var bytes: [String: [UInt8]] = [:]

    /// All files below a folder of the repository, by their paths from there.
    init(below folder: String) throws {
        for path in FileTree.files(in: Repository.root + "/" + folder) {
            bytes[path] = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Repository.root)/\(folder)/\(path)")))
        }
        // Nothing is rendered, and the project's templates cost more to read than everything else.
        for name in PageTemplates.names { bytes["site-templates/\(name).mustache"] = [] }
    }

    /// Takes over a file of the repository.
    mutating func copyFromRepository(_ path: String) throws {
        bytes[path] = Array(try Data(contentsOf: URL(fileURLWithPath: Repository.root + "/" + path)))
    }

    // MARK: The pipeline's side

    var files: [SourceTreeFile] { bytes.keys.sorted().map { SourceTreeFile(path: $0, stamp: FileStamp()) } }

    func read(_ path: String) throws(DiskError) -> [UInt8] {
        guard let found = bytes[path] else { throw DiskError(.read, path, code: ENOENT) }
        return found
    }

    // MARK: The cases' side

    var paths: [String] { bytes.keys.sorted() }

    subscript(path: String) -> String? { bytes[path].map { String(decoding: $0, as: UTF8.self) } }

    func text(_ path: String) throws -> String {
        guard let text = self[path] else { throw SiteFixture.Mistake(words: "the board has no file \(path)") }
        return text
    }

    mutating func write(_ path: String, _ text: String) { bytes[path] = Array(text.utf8) }
    mutating func write(_ path: String, _ data: [UInt8]) { bytes[path] = data }

    mutating func remove(_ path: String) throws {
        guard bytes.removeValue(forKey: path) != nil else { throw SiteFixture.Mistake(words: "the board has no file \(path)") }
    }
}
