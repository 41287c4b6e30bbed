import Digests
import Eligibility
import Entries
import Formats
import Imaging
import Parallel
import Pictures

/// Has the pictures made that a board needs and lacks.
package struct PictureWorkshop: Sendable {
    let cache: PictureCache
    let workers: WorkerSettings
    /// What an earlier build published and made from what; nil where there was none.
    let manifest: OutputManifest?
    /// Whether a file of the output folder lies there as it was written.
    let isPublished: @Sendable (String) -> Bool
    /// The day as of which the board is built.
    let asOf: CalendarDay
    /// Told how many of how many photos are done.
    var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

    /// Makes every picture that is in neither the cache nor the output. Photos that can't be decoded are marked as
    /// refused in the content.
    ///
    /// - Parameter showsDrafts: whether drafts are published too, in a build for reviewers.
    /// - Throws: `WorkerError` where no worker can be had, `DiskError`.
    func make(_ content: inout BoardContent, from tree: some SourceTree, showsDrafts: Bool) async throws {
        let jobs = content.pictureJobs(withDrafts: showsDrafts, on: asOf).compactMap { job in
            var job = job
            job.outputs = job.outputs.compactMap { output in
                let missing = output.names.filter { !isMade($0, job) }
                return missing.isEmpty ? nil : (output.recipe, missing)
            }
            return job.outputs.isEmpty ? nil : job
        }
        content.refuse(try await run(jobs, tree))
    }

    /// Decodes every photo of which nothing has been made yet, without making anything. Photos that can't be decoded
    /// are marked as refused in the content.
    package func verify(_ content: inout BoardContent, from tree: some SourceTree) async throws {
        let jobs = content.pictureJobs(withDrafts: true, on: asOf).compactMap { job -> PictureJob? in
            guard !job.outputs.contains(where: { $0.names.contains { isMade($0, job) } }) else { return nil }
            var job = job
            job.outputs = []
            return job
        }
        content.refuse(try await run(jobs, tree))
    }

    private func isMade(_ name: String, _ job: PictureJob) -> Bool {
        if let known = manifest?.pictures[job.path], known.digest == job.digest, let route = known.files[name], isPublished(route) {
            return true
        }
        return cache.contains(name, from: job.digest)
    }

    /// Has the jobs done and keeps what comes of them. Returns why photos failed, by their digests.
    private func run(_ jobs: [PictureJob], _ tree: some SourceTree) async throws -> [SHA256: PictureFailure] {
        guard !jobs.isEmpty else { return [:] }
        return try await onOwnThread {
            var failures: [SHA256: PictureFailure] = [:]
            var count = 0
            try WorkerPool(workers).run(jobs.count) { number in
                jobs[number].request(try tree.read("content/" + jobs[number].path))
            } done: { number, outcome in
                switch outcome.flatMap(jobs[number].files) {
                case .success(let files): if !files.isEmpty { try cache.store(files, from: jobs[number].digest) }
                case .failure(let failure): failures[jobs[number].digest] = failure
                }
                count += 1
                progress?(count, jobs.count)
            }
            return failures
        }
    }
}

extension BoardContent {
    /// All photos that are shown, and all that is made from them; one job for files of the same bytes. In the order of
    /// paths.
    func pictureJobs(withDrafts: Bool, on day: CalendarDay) -> [PictureJob] {
        var frames: [String: Set<PictureFrame>] = [:]
        for source in corpus.entries {
            guard let entry = source.entry, !source.isTakenDown, entry.publication.status != .withdrawn,
                entry.publication.consent?.isWithdrawn(on: day) != true, withDrafts || entry.publication.status != .draft
            else { continue }
            for (path, frame) in entry.pictureFrames { frames[path, default: []].insert(frame) }
        }
        for text in corpus.texts {
            for path in text.body.filePaths { frames[path, default: []].insert(.whole) }
        }
        var jobs: [SHA256: PictureJob] = [:]
        for (path, frames) in frames.sorted(by: { $0.key < $1.key }) {
            guard case .picture(let width, let height, _) = corpus.fileFacts[path], let digest = pictureDigests[path] else { continue }
            let size = PictureSize(width: width, height: height)
            var job = jobs[digest] ?? PictureJob(path: path, digest: digest, size: size)
            for frame in frames.sorted(by: { $0.order < $1.order }) {
                let recipe = ImageRecipe(size, frame)
                guard !job.outputs.contains(where: { $0.recipe == recipe }) else { continue }
                let names = recipe.sizes.flatMap { size in PublishedFormat.allCases.map { recipe.name(of: size, as: $0) } }
                job.outputs.append((recipe, Set(names)))
            }
            jobs[digest] = job
        }
        return jobs.values.sorted { $0.path < $1.path }
    }

    /// Marks photos as refused, by their digests.
    mutating func refuse(_ failures: [SHA256: PictureFailure]) {
        guard !failures.isEmpty else { return }
        var facts = corpus.fileFacts
        for (path, digest) in pictureDigests {
            if let failure = failures[digest] { facts[path] = MediaInspector.refused(failure) }
        }
        corpus = corpus.knowing(facts)
    }
}

extension PictureFrame {
    /// Whole pictures first, then cards by their focus: the same order on every run.
    fileprivate var order: Int {
        switch self {
        case .whole: -1
        case .card(let focus): focus.x * 101 + focus.y
        }
    }
}
