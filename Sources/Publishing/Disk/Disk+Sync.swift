import Glibc

extension Disk {
    /// Waits until all that was written to the file system of a path lies on its disk. One call for any number of files,
    /// where `fsync` would have to be called for each.
    static func syncFileSystem(of path: String) throws(DiskError) {
        try sync(path, syncfs)
    }

    /// syncfs(2), which the headers show to GNU programs only; without it, everything is flushed.
    private static let syncfs: @Sendable (Int32) -> Int32 = {
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "syncfs") else {
            return { _ in
                Glibc.sync()
                return 0
            }
        }
        let call = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
        return { call($0) }
    }()

    /// Waits until a file, or the names in a folder, lie on the disk.
    static func sync(_ path: String) throws(DiskError) {
        try sync(path, Glibc.fsync)
    }

    private static func sync(_ path: String, _ call: (Int32) -> Int32) throws(DiskError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw DiskError(.sync, path) }
        defer { close(file) }
        guard call(file) == 0 else {
            // Some network file systems and FUSE have no such call.
            if [EINVAL, ENOSYS, ENOTSUP].contains(errno) { return }
            throw DiskError(.sync, path)
        }
    }

    /// Whether two paths lie on one file system.
    static func areOnOneFileSystem(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
    }

    /// Removes a folder and all that lies in it.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    static func removeTree(_ path: String) throws(DiskError) -> Bool {
        switch try existingKind(of: path) {
        case nil: return false
        case .folder: break
        default:
            guard unlink(path) == 0 || errno == ENOENT else { throw DiskError(.remove, path) }
            return true
        }
        // Files before their folders: the walk names a folder first.
        for item in try FolderWalk.items(in: path, withHidden: true).reversed() {
            let target = path + "/" + item.path
            let removed = item.kind == .folder ? rmdir(target) : unlink(target)
            guard removed == 0 || errno == ENOENT else { throw DiskError(.remove, target) }
        }
        guard rmdir(path) == 0 || errno == ENOENT else { throw DiskError(.remove, path) }
        return true
    }
}
