import Board
import Diagnostics
import Glibc
import Synchronization

/// The record of addresses as it lies on the disk. It is read again only when it changed: a preview asks after every edit,
/// and on a board of ten thousand it takes a tenth of the time that an edit may take.
enum AddressRecordFile {
    private struct Read: Sendable {
        var path: String
        var stamp: FileStamp
        var record: AddressRecord
        var diagnostics: [Diagnostic]
    }

    private static let last = Mutex<Read?>(nil)

    /// What was published before; an empty record where there is none.
    ///
    /// - Parameter name: the file's path, as messages name it.
    /// - Throws: where the file is there and can't be read.
    static func read(_ path: String, as name: String) throws(DiskError) -> Diagnosed<AddressRecord> {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return Diagnosed(AddressRecord()) }
            throw DiskError(.read, path)
        }
        let stamp = FileStamp(status)
        if let known = last.withLock({ $0 }), known.path == path, known.stamp == stamp {
            return Diagnosed(known.record, known.diagnostics)
        }
        let read = AddressRecord.parse(try Disk.read(path), path: name)
        last.withLock { $0 = Read(path: path, stamp: stamp, record: read.value, diagnostics: read.diagnostics) }
        return read
    }
}
