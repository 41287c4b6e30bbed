import Glibc

/// What is on disk at a path.
enum FileKind {
    case folder, other

    /// `nil` if there is nothing. Symbolic links are followed.
    init?(at path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
    }
}

/// The names in one folder.
struct FolderListing {
    var folders: [String] = []
    /// All that is not a folder. A symbolic link counts here, even to a folder: following links could run in circles.
    var others: [String] = []

    /// Empty for a folder that cannot be read.
    init(_ path: String) {
        guard let stream = opendir(path) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name == "." || name == ".." { continue }
            var isFolder = entry.pointee.d_type == UInt8(DT_DIR)
            // Some file systems leave the type out of their listings.
            if entry.pointee.d_type == UInt8(DT_UNKNOWN) {
                var status = stat()
                isFolder = lstat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            }
            if isFolder { folders.append(name) } else { others.append(name) }
        }
    }
}
