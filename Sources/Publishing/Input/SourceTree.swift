import Vietnamese

/// The inputs of a build: content and templates, by their paths from the board's root, in NFC.
///
/// Two trees exist: the board's folder, and the snapshot of what was published last.
package protocol SourceTree: Sendable {
    /// All files below `content` and `site-templates`, in the order of paths.
    var files: [SourceTreeFile] { get }

    func read(_ path: String) throws(DiskError) -> [UInt8]
}

/// One input, and its version.
package struct SourceTreeFile: Sendable, Hashable {
    package var path: String
    package var stamp: FileStamp
    /// What stands there. Anything but a file is kept only to be named: a link, a socket, or a folder where a file is
    /// expected, such as one named `x.md`.
    package var kind: Disk.Kind
    /// See `FolderItem.changed`; 0 for a file of the snapshot.
    package var changed: Int64
    package var isFile: Bool { kind == .file }

    package init(path: String, stamp: FileStamp, kind: Disk.Kind = .file, changed: Int64 = 0) {
        self.path = path
        self.stamp = stamp
        self.kind = kind
        self.changed = changed
    }
}

/// The board's own folder.
package struct BoardFolder: SourceTree {
    package let root: String
    package let files: [SourceTreeFile]
    /// The names on disk of paths that are not in NFC there (macOS keeps names decomposed).
    private let namesOnDisk: [String: String]
    private let readFile: @Sendable (String) throws(DiskError) -> [UInt8]

    /// - Parameter readFile: reads a whole file by its path on this machine; tests have slow and broken disks.
    package init(
        root: String,
        readFile: @escaping @Sendable (String) throws(DiskError) -> [UInt8] = { path throws(DiskError) in try Disk.read(path) }
    ) throws(DiskError) {
        self.root = root
        self.readFile = readFile
        var files: [SourceTreeFile] = []
        var names: [String: String] = [:]
        for folder in ["content", "site-templates"] {
            for item in try FolderWalk.items(in: root + "/" + folder) {
                let onDisk = folder + "/" + item.path
                // As texts name it: composed, and with Đ where somebody typed its look-alike.
                let path = LookAlikes.mendingD(in: Composition.needsComposition(onDisk) ? Composition.composed(onDisk) : onDisk)
                if path != onDisk || !path.utf8.elementsEqual(onDisk.utf8) { names[path] = onDisk }
                if item.kind == .file {
                    files.append(SourceTreeFile(path: path, stamp: item.stamp, changed: item.changed))
                } else if item.kind != .folder || path.hasSuffix(".md") {
                    files.append(SourceTreeFile(path: path, stamp: item.stamp, kind: item.kind, changed: item.changed))
                }
            }
        }
        self.files = files
        namesOnDisk = names
    }

    /// The bytes of a file, by its path from the root.
    package func read(_ path: String) throws(DiskError) -> [UInt8] {
        try readFile(pathOnDisk(path))
    }

    /// A file that is read in parts.
    func open(_ path: String) throws(DiskError) -> DiskFile {
        try DiskFile(pathOnDisk(path))
    }

    /// Where a file stands on this machine.
    package func pathOnDisk(_ path: String) -> String {
        root + "/" + (namesOnDisk[path] ?? path)
    }
}
