import Glibc

/// The files that a build makes in the output folder, written down before each is made.
///
/// The manifest says what is ours only once a build has ended. One that is killed before leaves files that no
/// manifest speaks of; without this journal they would pass for a stranger's for ever, and a take-down would leave a
/// page and its pictures behind. It goes when a manifest that knows all of them is in place.
final class CreationJournal: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Opens the journal, and keeps what a build that was cut off left in it.
    init(at path: String) throws(DiskError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DiskError(.create, path) }
    }

    deinit { close(descriptor) }

    /// Writes one file down. Called from many tasks at once: a line is one write to the end of the journal. It
    /// starts with its newline, so that a line that a full disk cut short spoils no other.
    func note(_ file: String) throws(DiskError) {
        let line = Array(("\n" + file).utf8)
        guard line.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == line.count else { throw DiskError(.write, path) }
    }

    /// Removes the journal: what it says is known elsewhere, or was taken back.
    func discard() { unlink(path) }

    /// The files that a build which was cut off had made, or was about to.
    static func files(at path: String) throws(DiskError) -> [String] {
        guard Disk.kind(of: path) == .file else { return [] }
        return String(decoding: try Disk.read(path), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
