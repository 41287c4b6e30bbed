import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Glibc
import Templates

/// Builds the site: reads, checks, plans, renders and writes it, or leaves everything as it was.
package struct BuildPipeline: Sendable {
    package let options: BoardOptions
    /// Told how many of how many pages are done; called from several tasks.
    package var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
    /// The same for photos of which pictures are made.
    package var pictureProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
    /// Told what became of an earlier run that did not end, as soon as that is known.
    package var recovered: (@Sendable (HeldOutput.Recovery) -> Void)?
    /// Whether every file of the site is read and compared, also where nothing says that anything changed.
    package var verifies = false

    package init(
        _ options: BoardOptions, progress: (@Sendable (Int, Int) -> Void)? = nil,
        pictureProgress: (@Sendable (Int, Int) -> Void)? = nil, recovered: (@Sendable (HeldOutput.Recovery) -> Void)? = nil
    ) {
        self.options = options
        self.progress = progress
        self.pictureProgress = pictureProgress
        self.recovered = recovered
    }

    /// How a build ended.
    package enum Result: Sendable {
        case written(BoardEvaluation, WriteSummary)
        /// Nothing changed since the last build, which would say the same again; nothing was read or written.
        case unchanged(BuildReport)
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
        /// How many of those are pages.
        package var replacedPages = 0
        /// The paths of those files, sorted.
        package var replacedFiles: [String] = []
        package var unchanged = 0
        package var removed = 0
        package var ledger: Ledger
        /// Where the rules for web servers lie, when they are others than those of the build before.
        package var changedServerRules: String?
        /// Files in the output folder that are not of this program's making; they were left alone.
        package var strangers: [String]
        /// Those of them that are a file of the site, compressed: a server may send them in its place.
        package var precompressed: [String] = []
        /// Files of the site that somebody had changed or removed; they were written again.
        package var mended: [String] = []
        /// The output folder as it lies there now.
        var output = OutputDigest()
        /// What was left of an earlier run that did not end.
        package var recovery: HeldOutput.Recovery?
    }

    // MARK: Building from the board's folder

    /// - Throws: `BuildLock.Taken`, `OutputFolder.Refusal`, `DiskError` or `WorkerError` while the site is as it was;
    ///   `UnfinishedPublication` where the new site is not wholly in place; an error of the program.
    package func build() async throws -> Result {
        let now = timespec.now
        // Both folders are walked at once: most builds of a day find that nothing changed.
        let walk = Task { try BoardFolder(root: options.root) }
        return try await leavingSiteUntouched { held in
            let tree = try await walk.value
            let earlier = report(ofSameBuild: held, tree, walkedAt: now)
            if !verifies, let earlier { return .unchanged(earlier) }
            let site = try PublishedSite(held)
            let snapshot = try snapshotWriter(for: tree)
            do {
                let result = try await build(tree, site, snapshot)
                guard case .written(let evaluation, var summary) = result else {
                    snapshot?.discard()
                    return result
                }
                // Where nothing else changed, whatever had to be written again was changed by hand.
                if earlier != nil { summary.mended = summary.replacedFiles }
                // The site is written; a report that can't be kept costs the next build its time and nothing else.
                if let key = BuildKey(options, tree, summary.output, walkedAt: now) {
                    try? BuildReport(ofNextAfter: evaluation, summary)?.keep(for: key, in: site.state)
                }
                return .written(evaluation, summary)
            } catch {
                if !(error is UnfinishedPublication) { snapshot?.discard() }
                throw error
            }
        }
    }

    /// What the last build said, where another one would change nothing and say the same.
    private func report(ofSameBuild held: HeldOutput, _ tree: BoardFolder, walkedAt now: timespec) -> BuildReport? {
        guard held.recovery == nil, !held.hasLeftovers, held.unlisted.isEmpty, held.output.closed.isEmpty,
            let key = BuildKey(options, tree, OutputDigest(held.output), walkedAt: now)
        else { return nil }
        return BuildReport.kept(for: key, in: held.state)
    }

    private func build(_ tree: BoardFolder, _ site: PublishedSite, _ snapshot: SnapshotWriter?) async throws -> Result {
        var reader = ContentReader(
            keepsCache: false, knownFiles: site.manifest?.knownFiles ?? [:], pdfTexts: options.pdfTexts(keeping: true))
        var content = try await reader.read(tree, keeping: snapshot)
        let takenDown = try takenDown()
        content.withdraw(takenDown)
        let workshop = PictureWorkshop(
            cache: options.pictureCache, workers: options.workers, manifest: site.manifest, isPublished: site.isAsWritten,
            asOf: options.asOf, progress: pictureProgress)
        let showsDrafts = options.audience != .visitors
        try await workshop.make(&content, from: tree, showsDrafts: showsDrafts)
        let evaluation = try await BoardEvaluation(content, options: options).addingStillNamed(in: tree)
        guard evaluation.mayPublish(withholding: options.withholdsIneligible), let plan = evaluation.plan else {
            return .refused(evaluation)
        }
        let lost = try disappearing(from: site, evaluation)
        guard lost.isEmpty else { return .wouldRemove(evaluation, ids: lost) }
        // A full disk is found out before the site changes.
        try snapshot?.seal(names: tree.mediaNames, options: storedOptions(tree))
        let known = content
        let inputs = WriteInputs(
            tree: tree,
            remake: {
                var content = known
                try await workshop.make(&content, from: tree, showsDrafts: showsDrafts)
            }, staged: snapshot == nil ? [] : [.snapshot], takenDown: stillTakenDown(takenDown, in: content.corpus))
        do {
            let summary = try await write(evaluation, plan, to: site, inputs)
            // The site is written; a cache that can't be tidied is no reason to say otherwise.
            try? options.pictureCache.prune(keeping: Set(content.pictureDigests.values), now: time(nil))
            return .written(evaluation, summary)
        } catch let broken as BrokenLinks {
            return .refused(evaluation.adding(broken.diagnostics))
        } catch let error as TemplateError {
            return .refused(evaluation.adding([error.diagnostic]))
        }
    }

    /// Does the work of a command on the site that is published now, held by this run alone.
    private func leavingSiteUntouched<Value>(_ work: (HeldOutput) async throws -> Value) async throws -> Value {
        var recovery: HeldOutput.Recovery?
        do {
            let held = try HeldOutput(options) { found in
                recovery = found
                recovered?(found)
            }
            return try await work(held)
        } catch var error as DiskError {
            // What fails once this run has changed something is thrown as an `UnfinishedPublication`; what an earlier one had
            // still to do may have been done before.
            error.leftSiteUntouched = recovery != .finished
            throw error
        }
    }

    // MARK: Taking somebody down

    /// What became of a take-down.
    package enum TakeDownResult: Sendable {
        case done(WriteSummary, entryPath: String?)
        /// Nothing is published under that id.
        case notPublished(TakeDownAdvice)
        /// There is no snapshot of what is published; nothing was changed.
        case noSnapshot
    }

    /// Makes the site again as it was published last, less one entry, whatever state `content` is in.
    ///
    /// - Throws: as `build` does.
    package func takeDown(_ id: String) async throws -> TakeDownResult {
        try await leavingSiteUntouched { held in try await takeDown(id, from: try PublishedSite(held)) }
    }

    private func takeDown(_ id: String, from site: PublishedSite) async throws -> TakeDownResult {
        guard let snapshot = try Snapshot(at: site.state.path(of: .snapshot)) else { return .noSnapshot }
        let manifest = site.manifest
        // Manifests of much older versions do not list pictures; a build comes first.
        if manifest == nil, try Disk.existingKind(of: site.state.path(of: .manifest)) != nil { return .noSnapshot }
        // What lies in the folder decides: a take-down that a full disk cut off can simply be run again.
        let published = try site.output.publishedIDs(besides: manifest?.tombstones ?? [:])
        let before = try takenDown()
        // One that was committed and cut off has just been finished.
        let wasFinishedNow = site.recovery == .finished && before.contains(id)
        guard published.contains(id) || wasFinishedNow else {
            // A note also stands at old addresses, which are nobody's id.
            let record = try options.addressRecord().value
            let left = (manifest?.tombstones ?? [:]).keys.compactMap(OutputFolder.publishedID).filter { record.knows(id: $0) }
            return .notPublished(
                TakeDownAdvice(
                    written: id, published: published.sorted(), gone: before.union(left).subtracting(published)))
        }
        var stored = options
        stored.restore(snapshot.options)

        var reader = ContentReader(keepsCache: false, knownFiles: manifest?.knownFilesIgnoringStamps ?? [:])
        var content = try await reader.read(snapshot)
        // A text that the disk does not give is no reason to take its honour down too.
        if let lost = content.corpus.entries.first(where: ContentReader.isUnreadable) {
            throw DiskError(.read, site.state.path(of: .snapshot) + "/" + lost.path, code: EIO)
        }
        let withdrawn = before.union([id])
        // Taking one down never puts another back, whatever the snapshot holds.
        let absent = Set(content.corpus.entries.map(\.id)).subtracting(published)
        content.withdraw(withdrawn, keepingOff: absent)
        let evaluation = try await BoardEvaluation(content, options: stored)
        guard let plan = evaluation.plan, evaluation.templates != nil else { return .noSnapshot }
        let path = content.corpus.entries.first { $0.id == id }?.path
        // Remembered first: a build that comes after a failure must not put the entry back.
        if withdrawn != before { try Disk.replace(site.state.path(of: .takenDown), with: Self.list(withdrawn)) }
        let summary = try await BuildPipeline(stored, progress: progress).write(evaluation, plan, to: site, WriteInputs())
        return .done(summary, entryPath: path)
    }

    /// The ids that were taken down and may still stand as ready in `content`.
    private func takenDown() throws(DiskError) -> Set<String> {
        guard let bytes = try Disk.readIfPresent(options.state.path(of: .takenDown)) else { return [] }
        return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    static func list(_ ids: Set<String>) -> [UInt8] { Array(ids.sorted().map { $0 + "\n" }.joined().utf8) }

    /// Once an entry's own file says that it is withdrawn, the file alone decides: whoever sets it to
    /// ready again means it. Nil where nothing changes.
    private func stillTakenDown(_ ids: Set<String>, in corpus: Corpus) -> Set<String>? {
        let settled = corpus.entries.filter { ids.contains($0.id) && $0.status == .withdrawn }.map(\.id)
        return settled.isEmpty ? nil : ids.subtracting(settled)
    }

    // MARK: The parts of a build

    /// A writer for the next snapshot; nil where the inputs are those of the one there is.
    private func snapshotWriter(for tree: BoardFolder) throws -> SnapshotWriter? {
        let path = options.state.path(of: .snapshot)
        if let snapshot = try? Snapshot(at: path), snapshot.options == storedOptions(tree) { return nil }
        return try SnapshotWriter(replacing: path)
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
    private func disappearing(from site: PublishedSite, _ evaluation: BoardEvaluation) throws(DiskError) -> [String] {
        Disappearances.ids(
            of: try site.output.publishedIDs(besides: site.manifest?.tombstones ?? [:]), drafts: site.manifest?.drafts ?? [],
            allowed: options.allowedRemovals, evaluation)
    }
}
