import Glibc
import Synchronization

/// Where the files of a new site wait until all of them lie on the disk: a folder within the output folder, since only
/// within one file system a file can be put in place in one step. Nobody but its owner can look into it, so no web server
/// shows what is not published yet.
///
/// What goes into a folder that is there already waits in a *slot*, a file with a number. What goes into new folders waits
/// in the *tree*, under its own path: new folders are put in place whole, which takes one step for an honour with all its
/// pictures, and some ten for a first build.
final class StagingArea: Sendable {
    static let name = ".bangvang-staging"

    let path: String
    private let serial = Atomic(0)
    /// Whether the area's own folder was made; asked before each new folder in it.
    private let isMade = Atomic(false)

    /// - Parameter output: the output folder's path.
    init(in output: String) {
        path = output + "/" + Self.name
    }

    /// A file that is written, and how it is named.
    struct Staged {
        /// Nil for a file of the tree.
        var slot: Int?
        var stamp: FileStamp
    }

    func path(slot: Int) -> String { "\(path)/slots/\(slot)" }
    func path(inTree file: String) -> String { "\(path)/tree/\(file)" }

    /// Writes a file.
    ///
    /// - Parameters:
    ///   - file: its path in the output folder.
    ///   - inTree: whether its folder is new.
    ///   - write: writes the bytes to the open file.
    func stage(_ file: String, inTree: Bool, _ write: (Int32) throws(DiskError) -> Void) throws(DiskError) -> Staged {
        let slot = inTree ? nil : serial.add(1, ordering: .relaxed).newValue
        let target = slot.map { path(slot: $0) } ?? path(inTree: file)
        // A new page nearly always has a new folder of its own.
        if inTree, file.hasSuffix("/index.html") { try makeFolder(above: target) }
        var descriptor = create(target)
        if descriptor < 0, errno == ENOENT {
            try makeFolder(above: target)
            descriptor = create(target)
        }
        guard descriptor >= 0 else { throw DiskError(.create, target) }
        var status = stat()
        do throws(DiskError) {
            try PublicPermissions.apply(to: descriptor, target)
            try write(descriptor)
            guard fstat(descriptor, &status) == 0 else { throw DiskError(.write, target) }
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw DiskError(.write, target) }
        return Staged(slot: slot, stamp: FileStamp(status))
    }

    private func create(_ target: String) -> Int32 {
        open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    }

    private func makeFolder(above target: String) throws(DiskError) {
        let folder = String(target[..<target.lastIndex(of: "/")!])
        // The area's own folder is made first, closed to others.
        if !isMade.load(ordering: .relaxed) {
            if mkdir(path, 0o700) != 0, errno != EEXIST { throw DiskError(.create, path) }
            isMade.store(true, ordering: .relaxed)
        }
        try PublicPermissions.makeFolder(folder)
    }

    /// Removes the area with whatever is left in it.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    func discard() throws(DiskError) -> Bool {
        isMade.store(false, ordering: .relaxed)
        // After a commit only empty folders are left.
        rmdir(path + "/slots")
        rmdir(path + "/tree")
        if rmdir(path) == 0 { return true }
        return try Disk.removeTree(path)
    }
}
