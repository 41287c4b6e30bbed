import Foundation

/// A folder of its own for one test, gone when the test lets go of it.
package final class TestFolder: Sendable {
    /// The folder's full path, without links in it.
    package let path: String

    package init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bangvang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.resolvingSymlinksInPath().path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The project that the tests stand in.
package enum Repository {
    /// The project's folder: this file is `Tests/TestSupport/TestFolder.swift` in it.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}

/// What the disk tells of a file without reading it: a file that was written anew has another inode, one that was
/// opened for writing another time.
package struct FileIdentity: Sendable, Equatable, CustomStringConvertible {
    package var inode: UInt64
    package var size: Int64
    package var nanoseconds: Int64

    package var description: String { "inode \(inode), \(size) bytes, \(nanoseconds) ns" }

    /// Nil where nothing stands at the path.
    package init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        nanoseconds = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }
}

/// All files below a folder, by their paths from it.
package enum FileTree {
    package static func files(in folder: String) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        return walk.compactMap { $0 as? String }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }

    package static func identities(in folder: String) -> [String: FileIdentity] {
        Dictionary(uniqueKeysWithValues: files(in: folder).compactMap { file in FileIdentity(of: folder + "/" + file).map { (file, $0) } })
    }

    package static func bytes(in folder: String) throws -> [String: [UInt8]] {
        try Dictionary(
            uniqueKeysWithValues: files(in: folder).map { ($0, Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)))) })
    }
}
