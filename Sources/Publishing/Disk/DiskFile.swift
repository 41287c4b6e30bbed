import Glibc
import Pictures

/// An open file that is read in parts: what was measured is what is read, even if another takes its place meanwhile.
final class DiskFile: SeekableBytes, Sendable {
    /// How much is held in memory of a file that is copied.
    static let pieceSize = 1 << 20

    let path: String
    let count: Int
    private let descriptor: Int32

    init(_ path: String) throws(DiskError) {
        self.path = path
        // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw DiskError(.read, path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw DiskError(.read, path, code: EISDIR)
        }
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    func bytes(in range: Range<Int>) throws -> [UInt8] { try read(range) }

    /// The bytes of a range, with the error's type.
    func read(_ range: Range<Int>) throws(DiskError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let got = pread(descriptor, buffer.baseAddress! + filled, range.count - filled, off_t(range.lowerBound + filled))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { return }
                filled += got
            }
        }
        // A file that became shorter while it was read can't be vouched for.
        guard failure == 0, bytes.count == range.count else { throw DiskError(.read, path, code: failure == 0 ? EIO : failure) }
        return bytes
    }
}

/// A video on its way to the site, piece by piece, without what must not be published.
struct VideoCopy {
    let file: DiskFile
    let redaction: VideoRedaction

    /// - Throws: `VideoError`, `DiskError`.
    init(_ file: DiskFile) throws {
        self.file = file
        redaction = try VideoRedaction(of: file)
    }

    /// Hands out all pieces as they are published, with their places in the file.
    func forEachPiece(_ body: (_ piece: [UInt8], _ offset: Int) throws(DiskError) -> Void) throws(DiskError) {
        for start in stride(from: 0, to: file.count, by: DiskFile.pieceSize) {
            var piece = try file.read(start..<min(start + DiskFile.pieceSize, file.count))
            redaction.apply(to: &piece, at: start)
            try body(piece, start)
        }
    }
}
