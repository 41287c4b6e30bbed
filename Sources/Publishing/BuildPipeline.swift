import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Glibc

/// Builds the site: reads, checks, plans, renders and writes it, or leaves everything as it was.
package struct BuildPipeline: Sendable {
    package let options: BoardOptions
    /// Told how many of how many pages are done; called from several tasks.
    package var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
    /// The same for photos of which pictures are made.
    package var pictureProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

    package init(
        _ options: BoardOptions, progress: (@Sendable (Int, Int) -> Void)? = nil,
        pictureProgress: (@Sendable (Int, Int) -> Void)? = nil
    ) {
        self.options = options
        self.progress = progress
        self.pictureProgress = pictureProgress
    }

    /// How a build ended.
    package enum Result: Sendable {
        case written(BoardEvaluation, WriteSummary)
        /// The content has errors; nothing was written.
        case refused(BoardEvaluation)
        /// Honours that are published now would disappear; nothing was written.
        case wouldRemove(BoardEvaluation, ids: [String])
    }

    /// What was written.
    package struct WriteSummary: Sendable {
        package var pages = 0
        package var created = 0
        package var replaced = 0
        package var unchanged = 0
        package var removed = 0
        package var ledger: Ledger
        /// Where the rules for web servers lie, when they are others than those of the build before.
        package var changedServerRules: String?
        /// Files in the output folder that are not of this program's making; they were left alone.
        package var strangers: [String]
    }

    // MARK: Building from the board's folder

    /// Throws `DiskError`, `OutputFolder.Refusal`, `BuildLock.Taken` or an error of the program.
    package func build() async throws -> Result {
        let output = try options.openOutput()
        try Disk.makeFolder(options.outputState)
        let lock = try BuildLock(at: options.lockPath)
        defer { withExtendedLifetime(lock) {} }
        let manifest = try OutputManifest(at: options.manifestPath)
        let tree = try BoardFolder(root: options.root)
        let snapshot = try snapshotWriter(for: tree)
        do {
            var reader = ContentReader(keepsCache: false, knownFiles: manifest?.knownFiles ?? [:])
            var content = try await reader.read(tree, keeping: snapshot)
            let takenDown = try takenDown()
            content.withdraw(takenDown)
            let workshop = PictureWorkshop(
                cache: options.pictureCache, workers: options.workers, manifest: manifest, published: output.existing, asOf: options.asOf,
                progress: pictureProgress)
            try await workshop.make(&content, from: tree, showsDrafts: options.audience != .visitors)
            let evaluation = try await BoardEvaluation(content, options: options)
            guard evaluation.mayPublish(withholding: options.withholdsIneligible), let plan = evaluation.plan else {
                snapshot?.discard()
                return .refused(evaluation)
            }
            let lost = try disappearing(from: output, manifest, plan: plan, evaluation)
            guard lost.isEmpty else {
                snapshot?.discard()
                return .wouldRemove(evaluation, ids: lost)
            }
            // A full disk is found out before the site changes.
            try snapshot?.seal(names: tree.mediaNames, options: storedOptions(tree))
            let summary: WriteSummary
            do {
                summary = try await write(evaluation, plan, to: output, manifest, copying: tree)
            } catch let broken as BrokenLinks {
                snapshot?.discard()
                return .refused(evaluation.adding(broken.diagnostics))
            }
            try snapshot?.commit()
            try forgetTakeDowns(takenDown, in: content.corpus)
            // The site is written; a cache that can't be tidied is no reason to say otherwise.
            try? options.pictureCache.prune(keeping: Set(content.pictureDigests.values), now: time(nil))
            return .written(evaluation, summary)
        } catch {
            snapshot?.discard()
            throw error
        }
    }

    // MARK: Taking somebody down

    /// What became of a take-down.
    package enum TakeDownResult: Sendable {
        case done(WriteSummary, entryPath: String?)
        /// Nothing is published under that id.
        case notPublished(known: [String])
        /// There is no snapshot of what is published; nothing was changed.
        case noSnapshot
    }

    /// Makes the site again as it was published last, less one entry, whatever state `content` is in.
    package func takeDown(_ id: String) async throws -> TakeDownResult {
        let output = try options.openOutput()
        try Disk.makeFolder(options.outputState)
        let lock = try BuildLock(at: options.lockPath)
        defer { withExtendedLifetime(lock) {} }
        guard let snapshot = try Snapshot(at: options.snapshotPath) else { return .noSnapshot }
        let manifest = try OutputManifest(at: options.manifestPath)
        // What an older version wrote does not tell which pictures are published; a build comes first.
        if manifest == nil, Disk.kind(of: options.manifestPath) != nil { return .noSnapshot }
        // What lies in the folder decides: a take-down that a full disk cut off can simply be run again.
        let published = try output.publishedIDs(besides: manifest?.tombstones ?? [:])
        guard published.contains(id) else { return .notPublished(known: published.sorted()) }
        var stored = options
        stored.restore(snapshot.options)

        var reader = ContentReader(keepsCache: false, knownFiles: manifest?.knownFilesIgnoringStamps ?? [:])
        var content = try await reader.read(snapshot)
        let withdrawn = try takenDown().union([id])
        // Taking one down never puts another back, whatever the snapshot holds.
        let absent = Set(content.corpus.entries.map(\.id)).subtracting(published)
        content.withdraw(withdrawn, keepingOff: absent)
        let evaluation = try await BoardEvaluation(content, options: stored)
        guard let plan = evaluation.plan, evaluation.templates != nil else { return .noSnapshot }
        let path = content.corpus.entries.first { $0.id == id }?.path
        // Remembered first: a build that comes after a failure must not put the entry back.
        try Disk.replace(options.takenDownPath, with: Array(withdrawn.sorted().map { $0 + "\n" }.joined().utf8))
        let summary = try await BuildPipeline(stored, progress: progress).write(evaluation, plan, to: output, manifest, copying: nil)
        return .done(summary, entryPath: path)
    }

    /// The ids that were taken down and may still stand as ready in `content`.
    private func takenDown() throws -> Set<String> {
        guard Disk.kind(of: options.takenDownPath) == .file else { return [] }
        return Set(String(decoding: try Disk.read(options.takenDownPath), as: UTF8.self).split(separator: "\n").map(String.init))
    }

    /// Once an entry's own file says that it is withdrawn, the file alone decides: whoever sets it to
    /// ready again means it.
    private func forgetTakeDowns(_ ids: Set<String>, in corpus: Corpus) throws(DiskError) {
        let settled = corpus.entries.filter { ids.contains($0.id) && $0.status == .withdrawn }.map(\.id)
        guard !settled.isEmpty else { return }
        try Disk.replace(options.takenDownPath, with: Array(ids.subtracting(settled).sorted().map { $0 + "\n" }.joined().utf8))
    }

    // MARK: The parts of a build

    /// A writer for the next snapshot; nil where the inputs are those of the one there is.
    private func snapshotWriter(for tree: BoardFolder) throws -> SnapshotWriter? {
        if let snapshot = try? Snapshot(at: options.snapshotPath), snapshot.options == storedOptions(tree) { return nil }
        return try SnapshotWriter(replacing: options.snapshotPath)
    }

    /// What a site made from the snapshot must know, and the fingerprint of the inputs.
    private func storedOptions(_ tree: BoardFolder) -> [String: String] {
        var stored = [
            "as-of": options.asOf.iso, "drafts": String(options.audience == .reviewers), "withhold": String(options.withholdsIneligible),
            "inputs": tree.fingerprint,
        ]
        if let base = options.base { stored["base-url"] = base.absolute }
        return stored
    }

    /// The honours that are published now and would not be after this build, without a reason of their
    /// own and without having been named.
    private func disappearing(
        from output: OutputFolder, _ manifest: OutputManifest?, plan: SitePlan, _ evaluation: BoardEvaluation
    ) throws(DiskError) -> [String] {
        let drafts = manifest?.drafts ?? []
        // Who leads on from an old address is still there.
        let shown = Set(plan.honours.map(\.entry.id.value)).union(plan.formerIDs)
        var fates: [String: Fate] = [:]
        for (source, report) in zip(evaluation.content.corpus.entries, evaluation.report.entries) { fates[source.id] = report.fate }
        return try output.publishedIDs(besides: manifest?.tombstones ?? [:]).filter { id in
            if shown.contains(id) || options.allowedRemovals.contains(id) || drafts.contains(id) { return false }
            switch fates[id] {
            case .withdrawn, .revoked, .underReview: return false
            case .published, .draft, .scheduled, .withheld, nil: return true
            }
        }.sorted()
    }
}
