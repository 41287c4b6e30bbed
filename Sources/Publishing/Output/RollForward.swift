import Glibc

/// Puts a committed transaction in place, from wherever it was cut off.
struct RollForward {
    let record: CommitRecord
    /// The output folder's path.
    let output: String
    let state: StateFolder

    private var staging: StagingArea { StagingArea(in: output) }

    /// Does all steps, then forgets the record.
    ///
    /// A step that puts something in place must succeed before the next, so that no page ever leads to what isn't there.
    /// Files that go no longer have anything leading to them: one that can't be removed keeps none of the others.
    ///
    /// - Throws: `UnfinishedPublication`; the record stays, and the next run goes on from it.
    func run() throws(UnfinishedPublication) {
        do throws(DiskError) {
            try attempt()
        } catch {
            // Nothing is lost by asking once more: some failures pass.
            do throws(DiskError) {
                try attempt()
            } catch {
                throw UnfinishedPublication(cause: error, remaining: .unknown)
            }
        }
        try removeOld()
        do throws(DiskError) {
            try Disk.sync(output)
            try staging.discard()
            // The manifest lists all of ours now.
            for note in [state.journalPath, state.recordPath] {
                guard unlink(note) == 0 || errno == ENOENT else { throw DiskError(.remove, note) }
            }
        } catch {
            throw UnfinishedPublication(cause: error, remaining: .tidying)
        }
    }

    private func attempt() throws(DiskError) {
        for step in record.steps {
            switch step {
            case .place(let slot, let file): try move(staging.path(slot: slot), to: output + "/" + file)
            case .placeFolder(let folder): try moveFolder(staging.path(inTree: folder), to: output + "/" + folder)
            case .install(let file): try move(state.path(of: file) + Disk.stagedSuffix, to: state.path(of: file))
            case .clear(let file): try remove(file)
            case .remove: break
            }
        }
    }

    /// Removes the files that go, as many as can be.
    private func removeOld() throws(UnfinishedPublication) {
        var left: [(file: String, error: DiskError)] = []
        for case .remove(let file) in record.steps {
            do throws(DiskError) {
                try remove(file)
            } catch {
                left.append((file, error))
            }
        }
        for (file, _) in left {
            do throws(DiskError) {
                try remove(file)
                left.removeAll { $0.file == file }
            } catch {}
        }
        guard let first = left.first else { return }
        // The rest is in place: only these are still to be done, however many runs that takes.
        let rest = CommitRecord(steps: left.map { .remove($0.file) })
        do throws(DiskError) {
            try Disk.replace(state.recordPath, with: rest.bytes)
        } catch {
            throw UnfinishedPublication(cause: error, remaining: .unknown)
        }
        throw UnfinishedPublication(cause: first.error, remaining: .removing(left.map(\.file)))
    }

    // MARK: Steps

    private func move(_ source: String, to target: String) throws(DiskError) {
        if rename(source, target) == 0 { return }
        let error = DiskError(.replace, target)
        // Another file system may be mounted on a folder of the site.
        if error.code == EXDEV { return try copy(source, to: target) }
        guard error.code == ENOENT else { throw error }
        // Done before, unless it is the target's folder that is missing.
        guard try Disk.existingKind(of: source) != nil else { return }
        try PublicPermissions.makeFolder(String(target[..<target.lastIndex(of: "/")!]))
        guard rename(source, target) == 0 else { throw DiskError(.replace, target) }
    }

    private func copy(_ source: String, to target: String) throws(DiskError) {
        try Disk.stage(target, try Disk.read(source))
        guard chmod(target + Disk.stagedSuffix, PublicPermissions.file) == 0 else { throw DiskError(.create, target) }
        try Disk.putInPlace(target)
        guard unlink(source) == 0 else { throw DiskError(.remove, source) }
    }

    private func moveFolder(_ source: String, to target: String) throws(DiskError) {
        if rename(source, target) == 0 { return }
        let error = DiskError(.replace, target)
        guard try Disk.existingKind(of: source) != nil else { return }
        switch error.code {
        case ENOENT:
            try PublicPermissions.makeFolder(String(target[..<target.lastIndex(of: "/")!]))
            guard rename(source, target) == 0 else { throw DiskError(.replace, target) }
        case EEXIST, ENOTEMPTY, EXDEV:
            // Somebody made a folder of that name meanwhile, or something else is mounted here: file by file.
            let items = try FolderWalk.items(in: source, withHidden: true)
            try PublicPermissions.makeFolder(target)
            for item in items where item.kind == .folder { try PublicPermissions.makeFolder(target + "/" + item.path) }
            let files = items.filter { $0.kind != .folder }
            for item in files.filter({ !SiteOrder.isPage($0.path) }) + files.filter({ SiteOrder.isPage($0.path) }) {
                try move(source + "/" + item.path, to: target + "/" + item.path)
            }
        default: throw error
        }
    }

    private func remove(_ file: String) throws(DiskError) {
        let target = output + "/" + file
        // What is no file any more was removed before, and something else has taken its place.
        guard unlink(target) == 0 || [ENOENT, ENOTDIR, EISDIR].contains(errno) else { throw DiskError(.remove, target) }
        var folder = file[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            if rmdir(output + "/" + folder) == 0 || errno == ENOENT { continue }
            if [ENOTEMPTY, EEXIST, EBUSY, ENOTDIR].contains(errno) { return }
            throw DiskError(.remove, output + "/" + folder)
        }
    }
}

/// A site that is committed and not yet wholly in place: the next run of a command that writes goes on with it.
package struct UnfinishedPublication: Error {
    package enum Remaining: Sendable {
        /// New pages are not all in place.
        case unknown
        /// The new site is in place; these files of the old one could not be removed.
        case removing([String])
        /// The new site is in place; only the program's own notes could not be put in order.
        case tidying
    }

    package var cause: DiskError
    package var remaining: Remaining
}

/// The order in which files are put in place: whatever a page needs is there before the page is.
enum SiteOrder {
    static func isPage(_ file: String) -> Bool { file.hasSuffix(".html") }

    /// What leads to pages and is no page: feeds, the sitemap, open data, the index of the search.
    static func isListing(_ file: String) -> Bool { [".xml", ".json", ".csv"].contains { file.hasSuffix($0) } }
}
