import Glibc

/// A regular file, opened for one response: what was measured is what is sent, even if the
/// file is replaced in between.
final class OpenFile: Sendable {
    /// How much is read and sent at a time: large enough that a video costs few turns, small enough that many at once
    /// cost little.
    static let pieceSize = 256 * 1024

    private let descriptor: Int32
    /// Bytes, when it was opened.
    let size: Int

    /// - Returns: `nil` where there is no such file, it may not be read, or it is a folder, pipe or device.
    init?(path: String) {
        // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Up to `count` bytes from `offset`; none at the end of the file or if reading fails.
    func read(_ count: Int, at offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
        }
    }
}
