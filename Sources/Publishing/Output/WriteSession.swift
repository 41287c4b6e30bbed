import Formats
import Synchronization

/// Gathers what tasks write, so that all of it can be put in place, or taken back, together.
package final class WriteSession: Sendable {
    package typealias File = (path: String, how: OutputFolder.Written)

    let output: OutputFolder
    private let files = Mutex<[File]>([])
    private let tombstones = Mutex<[String: String]>([:])

    init(_ output: OutputFolder) {
        self.output = output
    }

    func add(_ written: [File]) {
        files.withLock { $0 += written }
    }

    func write(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
        let how = try output.write(path, bytes)
        add([(path, how)])
    }

    func write(_ path: String, _ video: VideoCopy) throws(DiskError) {
        let how = try output.write(path, video)
        add([(path, how)])
    }

    /// Notes that a file stands where an honour was and is none.
    func add(standIn file: String, _ bytes: [UInt8]) {
        let fingerprint = Fingerprint(bytes).digits
        tombstones.withLock { $0[file] = fingerprint }
    }

    /// Everything written, the tombstones among it by their fingerprints, and the set of all files that the
    /// site consists of.
    func finish() -> (files: [File], tombstones: [String: String], wanted: Set<String>) {
        let files = files.withLock { $0 }
        return (files, tombstones.withLock { $0 }, Set(files.map(\.path)))
    }

    func abort() {
        let files = files.withLock { $0 }
        output.abort(created: files.filter { $0.how == .created }.map(\.path), staged: files.filter { $0.how == .staged }.map(\.path))
    }
}
