import Diagnostics
import Glibc

/// Keeps two builds of one board from running at once. The system lets go of the lock when the process
/// ends, however it ends.
package final class BuildLock {
    /// Another build holds the lock.
    package struct Taken: Error {
        package var message: Message {
            Message(
                vi: "Một lần dựng trang khác đang chạy trong thư mục này. Chờ nó xong rồi chạy lại.",
                en: "Another build is running in this folder. Wait until it is done, then run again.")
        }
    }

    private let file: Int32

    package init(at path: String) throws {
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw DiskError(.lock, path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(file)
            if code == EWOULDBLOCK { throw Taken() }
            throw DiskError(.lock, path, code: code)
        }
    }

    deinit { close(file) }
}
