import FlyingSocks
import Glibc

/// A regular file, opened for one response: what was measured is what is sent, even if the
/// file is replaced in between.
final class OpenFile: Sendable {
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

/// Part of a file as the body of a response, read piece by piece as the browser takes it.
struct FileBody: AsyncBufferedSequence {
    typealias Element = UInt8

    /// The file became shorter while it was sent. The connection must be closed: its length was promised.
    struct ShrunkError: Error {}

    /// Large enough that a video costs few turns, small enough that many at once cost little.
    static let pieceSize = 256 * 1024

    let file: OpenFile
    let range: Range<Int>

    func makeAsyncIterator() -> Iterator { Iterator(file: file, rest: range) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        let file: OpenFile
        var rest: Range<Int>

        mutating func next() async throws -> UInt8? {
            try await nextBuffer(suggested: 1)?.first
        }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard !rest.isEmpty else { return nil }
            try Task.checkCancellation()
            let piece = file.read(Swift.min(count, rest.count), at: rest.lowerBound)
            guard !piece.isEmpty else { throw ShrunkError() }
            rest = rest.lowerBound + piece.count..<rest.upperBound
            return piece
        }
    }
}
