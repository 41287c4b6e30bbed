import Diagnostics
import Formats
import Glibc

/// Where the program keeps what it knows of one output folder: manifest, ledger, snapshot, server rules, and the record of
/// a transaction. Never published; the files keep to the mask of the person who builds.
///
/// One output folder has one state, however its path is spelled: the usual output keeps it in `.bangvang` itself, each
/// other one has a folder of its own there, so that a trial elsewhere never passes for what is published.
package struct StateFolder: Sendable {
    /// The state of this output.
    package let path: String
    /// The board's state folder: `.bangvang`.
    package let board: String
    /// The output folder, in one spelling.
    let output: String

    package init(root: String, output: String) {
        board = root + "/.bangvang"
        self.output = Disk.absolutePath(output)
        path = Disk.isSameFolder(output, root + "/public") ? board : Self.ownFolder(of: self.output, in: board)
    }

    private static func ownFolder(of output: String, in board: String) -> String {
        let outputs = board + "/outputs"
        let usual = outputs + "/" + Fingerprint(output.utf8).digits
        guard Disk.kind(of: usual) == nil, Disk.kind(of: output) == .folder, let others = try? FolderWalk.items(in: outputs) else {
            return usual
        }
        // Seen from a second mount, a folder has another path and is still the same.
        for other in others where other.kind == .file && other.path.hasSuffix("/" + pathFile) {
            let folder = outputs + "/" + other.path.dropLast(pathFile.count + 1)
            if let known = try? Disk.read(folder + "/" + pathFile), Disk.isSameFolder(String(decoding: known, as: UTF8.self), output) {
                return folder
            }
        }
        return usual
    }

    /// In the state of an output that is not the usual one: that output's path.
    private static let pathFile = "folder"

    /// A file that a transaction puts in place together with the site.
    enum File: String, CaseIterable, Sendable {
        case manifest
        case ledger = "ledger.json"
        case snapshot = "published"
        /// What was published at which address, and since when: see `AddressRecord`.
        case addresses = "addresses.csv"
        case nginxRules = "may-chu/nginx.conf"
        case apacheRules = "may-chu/apache.conf"
        /// The ids that were taken down: of all outputs.
        case takenDown = "taken-down"
    }

    func path(of file: File) -> String { (file == .takenDown ? board : path) + "/" + file.rawValue }

    /// What the web server has to be told, for whoever runs it.
    var serverRulesPath: String { path + "/may-chu" }
    /// The record of a transaction that is committed and not yet finished.
    var recordPath: String { path + "/commit" }
    /// What the last build said: see `BuildReport`.
    var reportPath: String { path + "/report" }
    var lockPath: String { board + "/lock" }
    /// Files of ours that no manifest lists: what a build of an earlier version was killed over.
    var journalPath: String { path + "/being-written" }

    // MARK: Making sure of it

    /// Makes the folder, and says in it which output it is of.
    func prepare() throws(DiskError) {
        try Disk.makeFolder(path)
        let file = path + "/" + Self.pathFile
        guard path != board, try Disk.existingKind(of: file) == nil else { return }
        try Disk.replace(file, with: Array(output.utf8))
    }

    /// Takes over what earlier versions kept elsewhere of the usual output, when it was named by another spelling of its
    /// path. Can be cut off at any point and run again.
    func adoptEarlierState() throws(DiskError) {
        let earlier = board + "/outputs/" + Fingerprint(output.utf8).digits
        guard path == board, try Disk.existingKind(of: earlier) == .folder else { return }
        let earlierManifest = earlier + "/" + File.manifest.rawValue
        if let their = try Self.modification(of: earlierManifest) {
            if let ours = try Self.modification(of: path(of: .manifest)), ours >= their {
                // What they wrote is ours all the same, though our manifest doesn't list it.
                let files = try OutputManifest(at: earlierManifest)?.files.keys.sorted() ?? []
                let known = try Disk.readIfPresent(journalPath) ?? []
                try Disk.replace(journalPath, with: known + files.flatMap { Array(("\n" + $0).utf8) })
            } else {
                // The manifest last: as long as it is there, all of this is done again.
                for name in ["being-written"] + File.allCases.filter({ $0 != .takenDown && $0 != .manifest }).map(\.rawValue) + ["manifest"]
                {
                    if name.hasPrefix("may-chu/") { try Disk.makeFolder(serverRulesPath) }
                    guard rename(earlier + "/" + name, path + "/" + name) == 0 || errno == ENOENT else {
                        throw DiskError(.replace, path + "/" + name)
                    }
                }
            }
        }
        try Disk.removeTree(earlier)
    }

    /// When a file was written, in nanoseconds since 1970; nil where there is none.
    private static func modification(of file: String) throws(DiskError) -> Int64? {
        var status = stat()
        guard lstat(file, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw DiskError(.read, file)
        }
        return Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }

    /// Removes what a run left here that was cut off before it committed.
    ///
    /// - Returns: whether there was anything.
    @discardableResult
    func discardStaged() throws(DiskError) -> Bool {
        var found = false
        for staged in File.allCases.map({ path(of: $0) }) + [recordPath] {
            if unlink(staged + Disk.stagedSuffix) == 0 {
                found = true
            } else if errno != ENOENT, errno != ENOTDIR {
                throw DiskError(.remove, staged + Disk.stagedSuffix)
            }
        }
        return found
    }

    /// The files of ours that no manifest lists.
    func unlistedFiles() throws(DiskError) -> Set<String> {
        guard let bytes = try Disk.readIfPresent(journalPath) else { return [] }
        return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }
}
