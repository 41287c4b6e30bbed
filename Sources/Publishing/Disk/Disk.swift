import Glibc

/// Files as bytes. Foundation's writer calls `fsync` for each file, which costs ten times as much as the
/// writing.
package enum Disk {
    /// The whole file.
    package static func read(_ path: String) throws(DiskError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw DiskError(.read, path) }
        defer { close(file) }
        return try read(file, path)
    }

    static func read(_ file: Int32, _ path: String) throws(DiskError) -> [UInt8] {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw DiskError(.read, path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw DiskError(.read, path, code: EISDIR) }
        let size = Int(status.st_size)
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(file, buffer.baseAddress! + count, size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { return }
                count += got
            }
        }
        if failure != 0 { throw DiskError(.read, path, code: failure) }
        return bytes
    }

    /// The whole file; nil where there is none. Any other reason for not reading it is thrown: a disk that fails is not
    /// an empty one.
    package static func readIfPresent(_ path: String) throws(DiskError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if file < 0, errno == ENOENT { return nil }
        guard file >= 0 else { throw DiskError(.read, path) }
        defer { close(file) }
        return try read(file, path)
    }

    /// Writes all of the bytes to an open file.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32, _ path: String) throws(DiskError) {
        var done = 0
        while done < bytes.count {
            let wrote = Glibc.write(file, bytes.baseAddress! + done, bytes.count - done)
            if wrote < 0, errno == EINTR { continue }
            guard wrote >= 0 else { throw DiskError(.write, path) }
            done += wrote
        }
    }

    /// Puts the bytes at `path` in one step: whoever reads sees the old file or the new one.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
        try stage(path, bytes)
        try putInPlace(path)
    }

    /// What a file is called while it waits to be put in place.
    static let stagedSuffix = ".moi"

    /// The first half of `replace`: all that needs space on the disk.
    static func stage(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
        let temporary = path + stagedSuffix
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw DiskError(.create, temporary) }
        do throws(DiskError) {
            try bytes.withUnsafeBytesTyped { bytes throws(DiskError) in try writeAll(bytes, to: file, temporary) }
        } catch {
            close(file)
            unlink(temporary)
            throw error
        }
        guard close(file) == 0 else {
            let error = DiskError(.write, temporary)
            unlink(temporary)
            throw error
        }
    }

    /// The second half of `replace`.
    static func putInPlace(_ path: String) throws(DiskError) {
        guard rename(path + stagedSuffix, path) == 0 else {
            let error = DiskError(.replace, path)
            discardStaged(path)
            throw error
        }
    }

    /// Gives up what `stage` wrote.
    static func discardStaged(_ path: String) { unlink(path + stagedSuffix) }

    /// Makes a folder and those above it.
    package static func makeFolder(_ path: String) throws(DiskError) {
        if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw DiskError(.create, path) }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw DiskError(.create, path) }
    }

    /// The path from the root of the file system, links followed; of what is not there yet, the part that is there is
    /// resolved so.
    package static func absolutePath(_ path: String) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        if path == "." { return path }
        let slash = path.lastIndex(of: "/")
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let above = absolutePath(folder)
        if name.isEmpty || name == "." { return above }
        return (above == "/" ? "" : above) + "/" + name
    }

    /// Whether two paths lead to one folder, however they are spelled: through links, through a second mount, with `.`
    /// and `..`. Neither needs to exist.
    package static func isSameFolder(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        var (first, second) = (stat(), stat())
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return absolutePath(one) == absolutePath(other) }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// What can stand at a path.
    package enum Kind: Sendable {
        case file, folder, link, other

        /// - Parameter mode: as `stat` has it.
        init(mode: mode_t) {
            switch mode & S_IFMT {
            case S_IFREG: self = .file
            case S_IFDIR: self = .folder
            case S_IFLNK: self = .link
            default: self = .other
            }
        }
    }

    /// What stands at a path, links not followed; nil where nothing does, or where the disk does not say.
    package static func kind(of path: String) -> Kind? { try? existingKind(of: path) }

    /// What stands at a path, links not followed; nil where nothing does.
    package static func existingKind(of path: String) throws(DiskError) -> Kind? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw DiskError(.read, path)
        }
        return Kind(mode: status.st_mode)
    }
}

extension Array where Element == UInt8 {
    /// `withUnsafeBytes` that keeps the error's type.
    func withUnsafeBytesTyped<Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
        try withUnsafeBufferPointer { buffer throws(Failure) in try body(UnsafeRawBufferPointer(buffer)) }
    }
}
