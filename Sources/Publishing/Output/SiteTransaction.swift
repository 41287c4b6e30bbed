import Board
import Diagnostics
import Formats
import Glibc
import Synchronization

/// All that one run changes: pages, assets, pictures, and the files of the state folder. It is staged, then committed or
/// taken back, as a whole.
///
/// Until `commit`, nothing lies under a published name: whatever fails, and wherever the process ends, the old site stands.
/// The commit is one `rename`, of the `CommitRecord`; after it, everything rolls forward. A published file is never opened
/// for writing, so visitors see no torn page, and hard links to an earlier release keep what they had.
final class SiteTransaction: Sendable {
    /// How a file of the new site stands to the old one.
    enum Change: Sendable {
        case unchanged
        case created(slot: Int?)
        case replaced(slot: Int)
    }

    struct WrittenFile: Sendable {
        var path: String
        var change: Change
        /// `FileStamp.digest` of the file; 0 where it is not known.
        var stamp: UInt64
    }

    /// What is to be done about a file of somebody else that lies where one of the site's should.
    enum OccupiedFiles {
        /// Nothing is published until it is moved.
        case refuse
        /// It stays, and the site goes without: somebody has to be taken down now.
        case keep
    }

    let site: PublishedSite
    private let staging: StagingArea
    private let gathered = Mutex(Gathered())

    private struct Gathered {
        var files: [WrittenFile] = []
        var tombstones: [String: String] = [:]
        /// Files of ours that somebody changed.
        var mended: [String] = []
        /// Files of somebody else where the site's own should be.
        var occupied: Set<String> = []
        var state: [StateFolder.File] = []
        /// The page that says that there is no such page.
        var notFoundPage: [UInt8]?
    }

    /// Begins a transaction: makes sure that the output folder is there, and ours.
    init(_ site: PublishedSite) throws(DiskError) {
        self.site = site
        staging = StagingArea(in: site.output.path)
        do throws(DiskError) {
            try site.output.prepare()
        } catch {
            site.output.abandon()
            throw error
        }
    }

    // MARK: Staging the site

    /// Writes one file, unless it lies there with these bytes. Called from many tasks at once, for different files. What it
    /// returns must be handed to `add`.
    func stage(_ file: String, _ bytes: [UInt8]) throws(DiskError) -> WrittenFile? {
        if file == Route.notFound { gathered.withLock { $0.notFoundPage = bytes } }
        return try stage(file) { there, target throws(DiskError) in
            guard there.size == Int64(bytes.count) else { return false }
            return try Disk.has(target, bytes)
        } write: { descriptor throws(DiskError) in
            try bytes.withUnsafeBytesTyped { bytes throws(DiskError) in try Disk.writeAll(bytes, to: descriptor, file) }
        }
    }

    /// Writes one file.
    func write(_ file: String, _ bytes: [UInt8]) throws(DiskError) {
        if let written = try stage(file, bytes) { add([written]) }
    }

    /// Writes a video, without ever holding it in memory.
    func write(_ file: String, _ video: VideoCopy) throws(DiskError) {
        let written = try stage(file) { there, target throws(DiskError) in
            guard there.size == Int64(video.file.count) else { return false }
            return try Disk.has(target, video)
        } write: { descriptor throws(DiskError) in
            try video.forEachPiece { piece, _ throws(DiskError) in
                try piece.withUnsafeBytesTyped { bytes throws(DiskError) in try Disk.writeAll(bytes, to: descriptor, file) }
            }
        }
        if let written { add([written]) }
    }

    /// Keeps a file of the old site as it is.
    func keep(_ file: String) {
        add([WrittenFile(path: file, change: .unchanged, stamp: site.manifest?.files[file] ?? 0)])
    }

    private func stage(
        _ file: String, isThere: (FileStamp, String) throws(DiskError) -> Bool, write: (Int32) throws(DiskError) -> Void
    ) throws(DiskError) -> WrittenFile? {
        let output = site.output
        guard let there = output.files[file] else {
            let isInTree = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { !output.folders.contains(String(file[..<$0])) } ?? false
            let staged = try staging.stage(file, inTree: isInTree, write)
            return WrittenFile(path: file, change: .created(slot: staged.slot), stamp: staged.stamp.digest)
        }
        if try isThere(there, output.path + "/" + file) {
            return WrittenFile(path: file, change: .unchanged, stamp: there.digest)
        }
        guard site.isOurs(file) else {
            _ = gathered.withLock { $0.occupied.insert(file) }
            return nil
        }
        if let written = site.manifest?.files[file], written != 0, written != there.digest {
            gathered.withLock { $0.mended.append(file) }
        }
        let staged = try staging.stage(file, inTree: false, write)
        return WrittenFile(path: file, change: .replaced(slot: staged.slot ?? 0), stamp: staged.stamp.digest)
    }

    func add(_ written: [WrittenFile]) {
        gathered.withLock { $0.files += written }
    }

    /// Notes that a file stands where an honour was and is none.
    func add(standIn file: String, _ bytes: [UInt8]) {
        let fingerprint = Fingerprint(bytes).digits
        gathered.withLock { $0.tombstones[file] = fingerprint }
    }

    // MARK: Staging the state

    /// Stages a file of the state folder, unless it has these bytes.
    ///
    /// - Returns: whether there was one with others.
    @discardableResult
    func stage(_ file: StateFolder.File, _ bytes: [UInt8]) throws(DiskError) -> Bool {
        let path = site.state.path(of: file)
        let before = try Disk.readIfPresent(path)
        guard before != bytes else { return false }
        if file == .nginxRules || file == .apacheRules { try Disk.makeFolder(site.state.serverRulesPath) }
        try Disk.stage(path, bytes)
        install(file)
        return before != nil
    }

    /// Takes in a file of the state folder that was staged elsewhere.
    func install(_ file: StateFolder.File) {
        gathered.withLock { $0.state.append(file) }
    }

    // MARK: Ending it

    /// What the new site consists of, once everything is staged.
    struct Contents {
        var files: [String: UInt64]
        var tombstones: [String: String]
        var written: [WrittenFile]
        /// Files of ours that somebody had changed or removed since they were written.
        var mended: [String]
        /// Files of somebody else that stay in the way.
        var occupied: Set<String>
    }

    func contents() -> Contents {
        let site = site
        return gathered.withLock { gathered in
            var files: [String: UInt64] = [:]
            files.reserveCapacity(gathered.files.count)
            for file in gathered.files { files[file.path] = file.stamp }
            let lost = gathered.files.lazy.filter { file in
                if case .created = file.change { site.manifest?.files[file.path] != nil } else { false }
            }.map(\.path)
            return Contents(
                files: files, tombstones: gathered.tombstones, written: gathered.files, mended: (gathered.mended + lost).sorted(),
                occupied: gathered.occupied)
        }
    }

    /// Puts everything in place.
    ///
    /// - Parameters:
    ///   - contents: what `contents()` said.
    ///   - stale: files of the old site that are none of the new.
    ///   - occupied: what to do where somebody else's files lie in the way.
    /// - Throws: `OutputFolder.Refusal` or `DiskError` before the commit, when nothing has changed; `UnfinishedPublication`
    ///   after it.
    func commit(_ contents: Contents, removing stale: [String], occupied: OccupiedFiles) throws {
        let order = CommitOrder(site, contents, stale, covers: try covers(for: stale))
        let inTheWay = contents.occupied.union(order.occupied)
        if occupied == .refuse, !inTheWay.isEmpty {
            throw OutputFolder.Refusal.occupied(inTheWay.sorted(), in: site.output.path)
        }
        let record = CommitRecord(steps: order.steps + gathered.withLock { $0.state }.map { .install($0) })
        guard !record.steps.isEmpty || site.hasLeftovers else { return }
        // One call for everything that was staged: the record promises that it lies on the disk.
        try Disk.syncFileSystem(of: site.output.path)
        if !Disk.areOnOneFileSystem(site.output.path, site.state.path) { try Disk.syncFileSystem(of: site.state.path) }
        do throws(DiskError) {
            try record.commit(to: site.state.recordPath)
        } catch {
            // What counts is whether the record is there, not what was said of it.
            let there: CommitRecord?
            do throws(DiskError) {
                there = try CommitRecord(at: site.state.recordPath)
            } catch let unknown {
                throw UnfinishedPublication(cause: unknown, remaining: .unknown)
            }
            guard there == record else { throw error }
        }
        // Flushes the record's name. Where that fails, the steps are done all the same: most often they will outlast it.
        try? Disk.sync(site.state.path)
        try RollForward(record: record, output: site.output.path, state: site.state).run()
    }

    /// Pages that go may lead to one another, in circles, and people know their addresses: the site's own page for what
    /// isn't there is put in the place of all of them before the first goes.
    ///
    /// - Returns: the slots of its copies, by the pages that go.
    private func covers(for stale: [String]) throws(DiskError) -> [String: Int] {
        let pages = stale.filter(SiteOrder.isPage)
        guard pages.count > 1, let bytes = gathered.withLock({ $0.notFoundPage }) else { return [:] }
        var covers: [String: Int] = [:]
        for page in pages {
            let staged = try staging.stage(page, inTree: false) { file throws(DiskError) in
                try bytes.withUnsafeBytesTyped { bytes throws(DiskError) in try Disk.writeAll(bytes, to: file, page) }
            }
            covers[page] = staged.slot
        }
        return covers
    }

    /// Takes everything back, as far as the disk allows; the next run removes what is left. Not to be called after `commit`
    /// has thrown an `UnfinishedPublication`.
    func rollBack() {
        _ = try? staging.discard()
        _ = try? site.state.discardStaged()
        site.output.abandon()
    }
}

extension Disk {
    /// Whether a file has these bytes.
    static func has(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw DiskError(.read, path) }
        defer { close(file) }
        return try read(file, path) == bytes
    }

    /// Whether a file has the bytes of a video.
    static func has(_ path: String, _ video: VideoCopy) throws(DiskError) -> Bool {
        let published = try DiskFile(path)
        guard published.count == video.file.count else { return false }
        var isSame = true
        try video.forEachPiece { piece, offset throws(DiskError) in
            if isSame { isSame = try published.read(offset..<offset + piece.count) == piece }
        }
        return isSame
    }
}
