import Glibc

/// A file, folder or link below a folder.
package struct FolderItem: Sendable {
    /// From the walked folder, parts joined by `/`.
    package var path: String
    package var kind: Disk.Kind
    package var stamp: FileStamp
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
}

/// Lists what lies below a folder.
package enum FolderWalk {
    /// Everything below a folder, in the order of paths. Names that begin with a dot are left out unless
    /// asked for; links are named and not followed. A missing folder is empty.
    package static func items(in root: String, withHidden: Bool = false) throws(DiskError) -> [FolderItem] {
        let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder < 0, errno == ENOENT { return [] }
        guard folder >= 0 else { throw DiskError(.list, root) }
        var items: [FolderItem] = []
        try walk(folder, root, "", withHidden, &items)
        return items
    }

    /// Takes over the open folder. Its entries are sorted, so that the walk is the same on every disk.
    private static func walk(
        _ folder: Int32, _ root: String, _ prefix: String, _ withHidden: Bool, _ items: inout [FolderItem]
    ) throws(DiskError) {
        guard let stream = fdopendir(folder) else {
            close(folder)
            throw DiskError(.list, root + "/" + prefix)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." || (!withHidden && name.hasPrefix(".")) { continue }
            names.append(name)
        }
        names.sort()
        for name in names {
            var status = stat()
            let path = prefix + name
            guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                if errno == ENOENT { continue }
                throw DiskError(.list, root + "/" + path)
            }
            let kind: Disk.Kind =
                switch status.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .folder
                case S_IFLNK: .link
                default: .other
                }
            items.append(FolderItem(path: path, kind: kind, stamp: FileStamp(status)))
            guard kind == .folder else { continue }
            let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
            guard inner >= 0 else { throw DiskError(.list, root + "/" + path) }
            try walk(inner, root, path + "/", withHidden, &items)
        }
    }
}
