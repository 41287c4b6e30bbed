import Diagnostics
import Glibc

/// Keeps two builds of one board, or into one folder, from running at once. The system lets go of the lock when the
/// process ends, however it ends.
package final class BuildLock: Sendable {
    /// Another build holds the lock.
    package struct Taken: Error {
        package var message: Message {
            Message(
                vi: "Một lần dựng trang khác đang chạy trong thư mục này. Chờ nó xong rồi chạy lại.",
                en: "Another build is running in this folder. Wait until it is done, then run again.")
        }
    }

    private let file: Int32

    /// Locks a file, which is made where it is missing.
    ///
    /// - Throws: `Taken`, `DiskError`.
    package init(at path: String) throws {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw DiskError(.lock, path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(file)
            if code == EWOULDBLOCK { throw Taken() }
            throw DiskError(.lock, path, code: code)
        }
        self.file = file
    }

    /// Locks a folder: boards in different places may be told to write into one. Nil where there is no folder yet, and
    /// where the file system locks no folders (NFS).
    ///
    /// - Throws: `Taken`, `DiskError`.
    package init?(onFolder path: String) throws {
        let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if file < 0, errno == ENOENT || errno == ENOTDIR { return nil }
        guard file >= 0 else { throw DiskError(.lock, path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(file)
            if code == EWOULDBLOCK { throw Taken() }
            return nil
        }
        self.file = file
    }

    deinit { close(file) }
}
