import Glibc
import Synchronization

/// The inputs of what is published now, kept so that somebody can be taken down at any time: whatever
/// state `content` is in, the site can be made again as it was, less that one entry.
///
/// One file in the state folder: a header line, the texts one behind the other, and an index. Pictures
/// are not kept: their published copies are.
package struct Snapshot: SourceTree {
    package let files: [SourceTreeFile]
    package let options: [String: String]
    private let path: String
    private let ranges: [String: Range<Int>]

    static let magic = "bangvang snapshot 2\n"

    /// Nil where there is none, or where it was made by another version.
    package init?(at path: String) throws(DiskError) {
        guard let bytes = try Disk.readIfPresent(path) else { return nil }
        // The last line holds the index's offset.
        guard bytes.starts(with: Self.magic.utf8), bytes.last == 0x0A,
            let lineStart = bytes.dropLast().lastIndex(of: 0x0A),
            let offset = Int(String(decoding: bytes[(lineStart + 1)..<(bytes.count - 1)], as: UTF8.self)), offset <= lineStart
        else { return nil }
        var files: [SourceTreeFile] = []
        var ranges: [String: Range<Int>] = [:]
        var options: [String: String] = [:]
        for line in bytes[offset...lineStart].split(separator: 0x0A) {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
            switch (fields.first, fields.count) {
            case ("option", 3): options[fields[1]] = fields[2]
            case ("file", 4):
                guard let start = Int(fields[2]), let end = Int(fields[3]), start <= end, end <= offset else { return nil }
                files.append(SourceTreeFile(path: fields[1], stamp: FileStamp()))
                ranges[fields[1]] = start..<end
            case ("name", 2): files.append(SourceTreeFile(path: fields[1], stamp: FileStamp()))
            default: return nil
            }
        }
        self.path = path
        self.files = files.sorted { $0.path < $1.path }
        self.ranges = ranges
        self.options = options
    }

    /// The text of a file as it was published; only names are kept of pictures.
    package func read(_ path: String) throws(DiskError) -> [UInt8] {
        guard let range = ranges[path] else { throw DiskError(.read, path, code: ENOENT) }
        let file = open(self.path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw DiskError(.read, self.path) }
        defer { close(file) }
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, written in
            while count < range.count {
                let got = pread(file, buffer.baseAddress! + count, range.count - count, off_t(range.lowerBound + count))
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                count += got
            }
            written = count
        }
        guard count == range.count else { throw DiskError(.read, self.path, code: EIO) }
        return bytes
    }
}

/// Writes a snapshot while the inputs are read: their bytes pass by anyway.
package final class SnapshotWriter: Sendable {
    private struct State {
        var end: Int
        var ranges: [(path: String, range: Range<Int>)] = []
        var failure: DiskError?
    }

    private let path: String
    private let file: Int32
    private let state: Mutex<State>

    /// Begins a snapshot beside the one that stands at `path`.
    init(replacing path: String) throws(DiskError) {
        self.path = path
        file = open(path + Disk.stagedSuffix, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw DiskError(.create, path + Disk.stagedSuffix) }
        state = Mutex(State(end: Snapshot.magic.utf8.count))
    }

    deinit { close(file) }

    /// Keeps a file. Called from many tasks at once; a failure is told by `seal`.
    func keep(_ path: String, _ bytes: [UInt8]) {
        let start = state.withLock { state in
            let start = state.end
            state.end += bytes.count
            state.ranges.append((path, start..<state.end))
            return start
        }
        bytes.withUnsafeBytes { write($0, at: start) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        var done = 0
        while done < bytes.count {
            let wrote = pwrite(file, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else {
                let error = DiskError(.write, path)
                return state.withLock { $0.failure = error }
            }
            done += wrote
        }
    }

    /// Writes all that is still missing: then the snapshot can be put in place with the site. `names` are files of which only the
    /// name is kept.
    func seal(names: [String], options: [String: String]) throws(DiskError) {
        let (end, ranges) = state.withLock { ($0.end, $0.ranges) }
        var index = ""
        for (key, value) in options.sorted(by: { $0.key < $1.key }) { index += "option\t\(key)\t\(value)\n" }
        for (path, range) in ranges.sorted(by: { $0.path < $1.path }) {
            index += "file\t\(path)\t\(range.lowerBound)\t\(range.upperBound)\n"
        }
        let kept = Set(ranges.map(\.path))
        for name in names where !kept.contains(name) { index += "name\t\(name)\n" }
        index += "\(end)\n"
        Array(Snapshot.magic.utf8).withUnsafeBytes { write($0, at: 0) }
        Array(index.utf8).withUnsafeBytes { write($0, at: end) }
        if let failure = state.withLock({ $0.failure }) { throw failure }
        // Some file systems say only now that there was no space. The descriptor stays open, for `deinit` to close.
        let copy = dup(file)
        guard copy >= 0, close(copy) == 0 else { throw DiskError(.write, path) }
    }

    /// Gives the new snapshot up; the one before stays.
    func discard() { unlink(path + Disk.stagedSuffix) }
}
