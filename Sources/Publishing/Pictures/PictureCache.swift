import Digests
import Glibc
import Pictures
import Synchronization

/// The pictures that were made, kept by what they were made from: a second build decodes none.
///
/// Each photo has a folder, named by the digest of its bytes, with a file for every size and format. A name says
/// all that the pixels depend on but the version of the recipe, which has a folder around all of them. Nothing here
/// is needed: what is missing is made again.
package struct PictureCache: Sendable {
    /// Where it lies.
    package let folder: String

    package init(at folder: String) {
        self.folder = folder
    }

    private var versionFolder: String { "\(folder)/\(ImageRecipe.version)" }

    private func folder(of digest: SHA256) -> String {
        let hex = digest.hex
        return "\(versionFolder)/\(hex.prefix(2))/\(hex)"
    }

    /// The path of a picture, made or not.
    package func path(of name: String, from digest: SHA256) -> String { "\(folder(of: digest))/\(name)" }

    func contains(_ name: String, from digest: SHA256) -> Bool { Disk.kind(of: path(of: name, from: digest)) == .file }

    /// A picture's bytes; nil where it was not made, or is not what was made: a power cut or a full disk may have cut it
    /// off.
    func read(_ name: String, from digest: SHA256) throws(DiskError) -> [UInt8]? {
        guard let bytes = try Disk.readIfPresent(path(of: name, from: digest)) else { return nil }
        let sums = try Disk.readIfPresent("\(folder(of: digest))/\(Self.sums)") ?? []
        // The last line about a name counts. Caches of earlier versions have no sums.
        for line in sums.split(separator: 0x0A).reversed() {
            let fields = line.split(separator: 0x20)
            guard fields.count == 2, fields[0].elementsEqual(name.utf8) else { continue }
            return Checksum(hex: String(decoding: fields[1], as: UTF8.self)) == Checksum(of: bytes) ? bytes : nil
        }
        return (try? PictureSanitizer.withoutMetadata(bytes)) == bytes ? bytes : nil
    }

    /// Forgets a picture that is not what was made.
    func remove(_ name: String, from digest: SHA256) throws(DiskError) {
        let path = path(of: name, from: digest)
        guard unlink(path) == 0 || errno == ENOENT else { throw DiskError(.remove, path) }
    }

    /// Beside the pictures of a photo: a line for each, its name and the checksum of its bytes.
    private static let sums = "sums"

    /// Keeps pictures made from a photo. A preview and a build may do so at once, for the same photo.
    func store(_ files: [(name: String, bytes: [UInt8])], from digest: SHA256) throws(DiskError) {
        let folder = folder(of: digest)
        do throws(DiskError) {
            try write(files, into: folder)
        } catch  where error.code == ENOENT {
            // Another process tidied the folder away before there was anything in it.
            try write(files, into: folder)
        }
    }

    private func write(_ files: [(name: String, bytes: [UInt8])], into folder: String) throws(DiskError) {
        try Disk.makeFolder(folder)
        for file in files {
            try note(file.name, Checksum(of: file.bytes), in: folder)
            let own = "\(folder)/\(file.name)-\(getpid())-\(Self.serial.add(1, ordering: .relaxed).newValue)"
            try Disk.stage(own, file.bytes)
            guard rename(own + ".moi", "\(folder)/\(file.name)") == 0 else {
                let error = DiskError(.replace, "\(folder)/\(file.name)")
                Disk.discardStaged(own)
                throw error
            }
        }
    }

    /// Adds a line to the sums before its picture is there: one without is looked at more closely. One write to the end, so
    /// that no other process's line comes between; it starts with its newline, so that one that was cut short spoils none.
    private func note(_ name: String, _ checksum: Checksum, in folder: String) throws(DiskError) {
        let path = "\(folder)/\(Self.sums)"
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw DiskError(.create, path) }
        defer { close(file) }
        let line = Array("\n\(name) \(checksum.hex)".utf8)
        try line.withUnsafeBytesTyped { bytes throws(DiskError) in try Disk.writeAll(bytes, to: file, path) }
    }

    /// Tells apart what several threads of this process write.
    private static let serial = Atomic(0)

    // MARK: Forgetting

    /// What no build has used for so many days is forgotten.
    static let daysUnused = 90

    /// Marks what is in use, and removes what has not been for long. Looks at the whole cache, so it does so
    /// once a day at most, told by the time of a mark.
    ///
    /// - Parameter now: seconds since 1970, as the files' times are.
    func prune(keeping digests: Set<SHA256>, now: Int) throws(DiskError) {
        let mark = folder + "/pruned"
        guard Disk.kind(of: folder) == .folder, now - (Self.modificationTime(of: mark) ?? 0) >= 86_400 else { return }
        for digest in digests { Self.touch(folder(of: digest), now) }
        let items = try FolderWalk.items(in: folder)
        let isOld = Set(
            items.lazy.filter { $0.kind == .folder && Self.depth($0.path) == 3 && now - Int($0.stamp.seconds) > Self.daysUnused * 86_400 }
                .map(\.path))
        // Files before their folders: the walk names a folder first.
        for item in items.reversed() {
            if item.kind == .folder {
                if isOld.contains(item.path) || Self.depth(item.path) < 3 { rmdir(folder + "/" + item.path) }
            } else if let slash = item.path.lastIndex(of: "/") {
                // A young one is being written, by a preview or another build.
                let isLeftover = item.path.hasSuffix(".moi") && now - Int(item.stamp.seconds) > 86_400
                if isLeftover || isOld.contains(String(item.path[..<slash])) { unlink(folder + "/" + item.path) }
            }
        }
        try Disk.replace(mark, with: [])
        Self.touch(mark, now)
    }

    private static func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } + 1 }

    private static func modificationTime(of path: String) -> Int? {
        var status = stat()
        return lstat(path, &status) == 0 ? Int(status.st_mtim.tv_sec) : nil
    }

    private static func touch(_ path: String, _ now: Int) {
        let times = [timespec(tv_sec: now, tv_nsec: 0), timespec(tv_sec: now, tv_nsec: 0)]
        utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW)
    }
}
