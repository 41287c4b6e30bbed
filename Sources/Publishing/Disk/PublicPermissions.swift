import Glibc

/// The permissions of what is published: a web server, another user of the machine, has to be able to read it, whatever
/// the mask (umask) of the person who builds. The program's own files keep to the mask.
enum PublicPermissions {
    static let file: mode_t = 0o644
    static let folder: mode_t = 0o755

    /// Whether this process's mask would take any of them away.
    private static let areMasked: Bool = {
        // Asking with umask(2) would change the mask for a moment, under other threads. Where /proc says nothing, each file
        // is set: one more call.
        guard let status = try? Disk.readUnsized("/proc/self/status"),
            let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first(where: { $0.hasPrefix("Umask:") }),
            let mask = mode_t(line.dropFirst("Umask:".count).filter { !$0.isWhitespace }, radix: 8)
        else { return true }
        return mask & folder != 0
    }()

    /// Gives a file that was just made its permissions.
    static func apply(to file: Int32, _ path: String) throws(DiskError) {
        guard areMasked else { return }
        guard fchmod(file, Self.file) == 0 else { throw DiskError(.create, path) }
    }

    /// Makes a folder, and those above it, for everybody to look into.
    static func makeFolder(_ path: String) throws(DiskError) {
        if mkdir(path, folder) == 0 { return try open(path) }
        if errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw DiskError(.create, path) }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, folder) == 0 else {
            // Another task may have been faster.
            if errno == EEXIST { return }
            throw DiskError(.create, path)
        }
        try open(path)
    }

    private static func open(_ folder: String) throws(DiskError) {
        guard areMasked else { return }
        guard chmod(folder, Self.folder) == 0 else { throw DiskError(.create, folder) }
    }

    /// Whether everybody may read a published file or look into a published folder.
    static func areEnough(_ item: FolderItem) -> Bool {
        let needed: mode_t = item.kind == .folder ? 0o555 : 0o444
        return item.permissions & needed == needed
    }

    /// Lets everybody read a file or look into a folder, and changes no other permission. A file of another owner stays as
    /// it is: that is for its owner to decide.
    static func widen(_ path: String, _ item: FolderItem) {
        let needed: mode_t = item.kind == .folder ? 0o555 : 0o444
        chmod(path, item.permissions | needed)
    }
}

extension Disk {
    /// A file whose size the system does not tell beforehand, as those of /proc.
    static func readUnsized(_ path: String) throws(DiskError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw DiskError(.read, path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let got = Glibc.read(file, &buffer, buffer.count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw DiskError(.read, path) }
            if got == 0 { return bytes }
            bytes += buffer[..<got]
        }
    }
}
