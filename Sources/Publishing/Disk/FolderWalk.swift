import Glibc

/// A file, folder or link below a folder.
package struct FolderItem: Sendable {
    /// From the walked folder, parts joined by `/`.
    package var path: String
    package var kind: Disk.Kind
    package var stamp: FileStamp
    /// Who may do what: the lower twelve bits of the mode.
    package var permissions: mode_t
    /// When anything about it changed last, in nanoseconds since 1970. Unlike the time in its stamp, nobody can set it.
    package var changed: Int64
}

/// What tells one version of a file from another without reading it.
package struct FileStamp: Sendable, Hashable {
    package var size: Int64
    package var seconds: Int64
    package var nanoseconds: Int64
    package var inode: UInt64

    init(_ status: stat) {
        size = Int64(status.st_size)
        seconds = Int64(status.st_mtim.tv_sec)
        nanoseconds = Int64(status.st_mtim.tv_nsec)
        inode = UInt64(status.st_ino)
    }

    package init() {
        (size, seconds, nanoseconds, inode) = (0, 0, 0, 0)
    }

    /// The stamp in one number, never 0, for records of many files. It tells versions apart that nobody forged. The
    /// inode is left out: where a board was copied with its times, its files are still those that were written.
    var digest: UInt64 {
        var digest: UInt64 = 0x9E37_79B9_7F4A_7C15
        for part in [UInt64(bitPattern: size), UInt64(bitPattern: seconds), UInt64(bitPattern: nanoseconds)] {
            digest = (digest ^ part) &* 0xFF51_AFD7_ED55_8CCD
            digest ^= digest >> 32
        }
        return max(digest, 1)
    }
}

/// Lists what lies below a folder.
package enum FolderWalk {
    /// Everything below a folder, in the order of paths. Names that begin with a dot are left out unless
    /// asked for; links are named and not followed. A missing folder is empty; one that can't be read to its end is
    /// a disk error, never a shorter list.
    ///
    /// - Parameter closed: a folder directly below that is named and not looked into.
    package static func items(
        in root: String, withHidden: Bool = false, notInto closed: String? = nil
    ) throws(DiskError) -> [FolderItem] {
        let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder < 0, errno == ENOENT { return [] }
        guard folder >= 0 else { throw DiskError(.list, root) }
        var items: [FolderItem] = []
        try walk(folder, root, "", withHidden, closed, &items)
        return items
    }

    /// Takes over the open folder. Its entries are sorted, so that the walk is the same on every disk.
    private static func walk(
        _ folder: Int32, _ root: String, _ prefix: String, _ withHidden: Bool, _ closed: String?, _ items: inout [FolderItem]
    ) throws(DiskError) {
        guard let stream = fdopendir(folder) else {
            close(folder)
            throw DiskError(.list, root + "/" + prefix)
        }
        defer { closedir(stream) }
        var entries: [(name: String, isFolder: Bool)] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno == 0 { break }
                throw DiskError(.list, root + "/" + prefix)
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." || (!withHidden && name.hasPrefix(".")) { continue }
            entries.append((name, entry.pointee.d_type == DT_DIR))
        }
        entries.sort { $0.name < $1.name }
        for (name, isFolder) in entries {
            let path = prefix + name
            // A folder is opened and then asked, which looks its name up once instead of twice.
            if isFolder, path != closed {
                guard let inner = try Self.openFolder(name, in: folder, root + "/" + path) else { continue }
                var status = stat()
                guard fstat(inner, &status) == 0 else {
                    close(inner)
                    throw DiskError(.list, root + "/" + path)
                }
                items.append(FolderItem(path: path, status))
                try walk(inner, root, path + "/", withHidden, closed, &items)
                continue
            }
            var status = stat()
            guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                if errno == ENOENT { continue }
                throw DiskError(.list, root + "/" + path)
            }
            let item = FolderItem(path: path, status)
            items.append(item)
            // Some disks don't say beforehand what is a folder.
            guard item.kind == .folder, path != closed, let inner = try Self.openFolder(name, in: folder, root + "/" + path) else {
                continue
            }
            try walk(inner, root, path + "/", withHidden, closed, &items)
        }
    }

    /// Opens a folder within another; nil where it has gone meanwhile.
    private static func openFolder(_ name: String, in folder: Int32, _ path: String) throws(DiskError) -> Int32? {
        let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        if inner < 0, errno == ENOENT { return nil }
        guard inner >= 0 else { throw DiskError(.list, path) }
        return inner
    }
}

extension FolderItem {
    fileprivate init(path: String, _ status: stat) {
        self.path = path
        kind = Disk.Kind(mode: status.st_mode)
        stamp = FileStamp(status)
        permissions = status.st_mode & 0o7777
        changed = status.timeOfChange
    }
}

extension stat {
    /// When the file or anything about it changed last, in nanoseconds since 1970.
    var timeOfChange: Int64 { Int64(st_ctim.tv_sec) * 1_000_000_000 + Int64(st_ctim.tv_nsec) }
}
