import Glibc

/// What is mounted where on this machine: proc(5), `/proc/self/mountinfo`.
struct MountTable {
    /// A mounted file system.
    struct Mount: Equatable {
        /// Where it hangs, from the root.
        var path: String
        /// Its kind, as the kernel calls it: `ext4`, `overlay`, `fuse.sshfs`.
        var kind: String

        /// Whether every change there raises an event on this machine. Only of this machine's own disks is that known:
        /// on a share, in WSL below `/mnt`, in a virtual machine's or a container's mount, in an overlay, others change
        /// files without a word from the kernel.
        var raisesEvents: Bool { MountTable.ownDisks.contains(kind) }
    }

    private static let ownDisks: Set = [
        "ext2", "ext3", "ext4", "xfs", "btrfs", "tmpfs", "ramfs", "f2fs", "zfs", "bcachefs", "jfs", "reiserfs", "exfat", "vfat", "ntfs3",
        "nilfs2",
    ]

    let mounts: [Mount]

    /// - Parameter text: of the form of `/proc/self/mountinfo`.
    init(_ text: String) {
        mounts = text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ")
            guard let dash = fields.firstIndex(of: "-"), dash > 5, fields.indices.contains(dash + 1) else { return nil }
            return Mount(path: Self.unescaped(fields[4]), kind: String(fields[dash + 1]))
        }
    }

    /// The system's own; `nil` where it gives none.
    static var ofTheSystem: MountTable? {
        guard let file = fopen("/proc/self/mountinfo", "re") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return MountTable(String(decoding: bytes, as: UTF8.self))
    }

    /// The mount that a folder lies on, and those that hang below it.
    /// - Parameter folder: from the root, without links.
    func mounts(of folder: String) -> [Mount] {
        // What is mounted later over the same place hides what was there.
        let around = mounts.filter { folder == $0.path || $0.path == "/" || folder.hasPrefix($0.path + "/") }
        let own = around.map(\.path.utf8.count).max().flatMap { longest in around.last { $0.path.utf8.count == longest } }
        return (own.map { [$0] } ?? []) + mounts.filter { $0.path.hasPrefix(folder == "/" ? "/" : folder + "/") && $0 != own }
    }

    /// Blanks and the like stand as three octal digits behind a backslash.
    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), rest.count >= 3, let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8) {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
