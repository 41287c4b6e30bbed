import Board
import Diagnostics
import Digests
import Eligibility
import Entries
import Glibc
import Parallel
import Pictures

/// Publishes the pictures that were made, videos without what tells where they were made, and documents as they are.
struct FileCopier {
    let plan: SitePlan
    let transaction: SiteTransaction
    let cache: PictureCache

    private var site: PublishedSite { transaction.site }
    private var manifest: OutputManifest? { site.manifest }

    private struct Job: Sendable {
        enum Source: Sendable {
            /// A file as it is.
            case copy(OutputManifest.Copy)
            /// A picture made from the photo at a path from `content`.
            case made(String, digest: SHA256, name: String)
        }

        var route: String
        var source: Source
    }

    /// What the next build has to know of what was published.
    struct Record: Sendable {
        var copies: [String: OutputManifest.Copy] = [:]
        var pictures: [String: OutputManifest.Picture] = [:]
    }

    /// Publishes all files. Returns what was made from what, for the next build.
    ///
    /// - Parameter remake: makes the pictures again that the cache lacks.
    func copy(_ content: BoardContent, from tree: BoardFolder, remake: () async throws -> Void) async throws -> Record {
        let stamps = Dictionary(tree.files.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
        var record = Record()
        var jobs: [Job] = []
        func addCopy(_ source: String, _ route: String, _ fact: FileFact, _ stamp: FileStamp) {
            let copy = OutputManifest.Copy(source: source, stamp: stamp, fact: fact)
            record.copies[route] = copy
            jobs.append(Job(route: route, source: .copy(copy)))
        }
        for (path, route) in plan.files.routes {
            if let fact = plan.corpus.fileFacts[path], let stamp = stamps["content/" + path] {
                addCopy("content/" + path, route, fact, stamp)
            }
        }
        for (use, picture) in plan.files.pictures {
            guard let fact = plan.corpus.fileFacts[use.path], let digest = content.pictureDigests[use.path],
                let stamp = stamps["content/" + use.path]
            else { continue }
            for (name, route) in picture.files {
                record.pictures[use.path, default: OutputManifest.Picture(stamp: stamp, fact: fact, digest: digest)].files[name] = route
                jobs.append(Job(route: route, source: .made(use.path, digest: digest, name: name)))
            }
        }
        jobs.sort { $0.route < $1.route }
        let damaged = try await publish(jobs, tree)
        if !damaged.isEmpty {
            try await remake()
            if let job = try await publish(damaged, tree).first { throw DiskError(.read, output(of: job), code: EIO) }
        }
        return record
    }

    /// Keeps of what is published all that the plan still shows, where the sources are not at hand.
    func keepPublished() -> Record {
        var record = Record()
        record.copies = (manifest?.copies ?? [:]).filter { plan.files.routes[$0.value.contentPath] == $0.key }
        for (use, picture) in plan.files.pictures {
            guard let known = manifest?.pictures[use.path] else { continue }
            for (name, route) in picture.files where known.files[name] == route {
                var kept = record.pictures[use.path] ?? OutputManifest.Picture(stamp: known.stamp, fact: known.fact, digest: known.digest)
                kept.files[name] = route
                record.pictures[use.path] = kept
            }
        }
        for route in Array(record.copies.keys) + record.pictures.values.flatMap(\.files.values) { transaction.keep(route) }
        return record
    }

    /// Publishes files. Returns those whose pictures were damaged in the cache, and are forgotten there.
    private func publish(_ jobs: [Job], _ tree: BoardFolder) async throws -> [Job] {
        let copier = self
        return try await mapInParallel(jobs) { job -> Job? in
            if copier.isPublished(job) {
                copier.transaction.keep(job.route)
            } else if let video = try copier.video(of: job, tree) {
                try copier.transaction.write(job.route, video)
            } else if let bytes = try copier.bytes(of: job, tree) {
                try copier.transaction.write(job.route, bytes)
            } else {
                return job
            }
            return nil
        }.compactMap { $0 }
    }

    /// Whether the last build put this very file at its place, and it still lies there as it was written.
    private func isPublished(_ job: Job) -> Bool {
        guard site.isAsWritten(job.route) else { return false }
        switch job.source {
        case .copy(let copy): return manifest?.copies[job.route] == copy
        case .made(let path, let digest, let name):
            let known = manifest?.pictures[path]
            return known?.digest == digest && known?.files[name] == job.route
        }
    }

    private func output(of job: Job) -> String { site.output.path + "/" + job.route }

    /// The video that is copied; nil where it is another file. It was sound when it was looked at, so an error here is
    /// the disk's.
    private func video(of job: Job, _ tree: BoardFolder) throws -> VideoCopy? {
        guard case .copy(let copy) = job.source, copy.fact.kind == .video else { return nil }
        let file = try tree.open(copy.source)
        do {
            return try VideoCopy(file)
        } catch is VideoError {
            throw DiskError(.read, file.path, code: EIO)
        }
    }

    /// The bytes to publish; nil where the cache holds no sound ones, and nothing else does.
    private func bytes(of job: Job, _ tree: BoardFolder) throws(DiskError) -> [UInt8]? {
        switch job.source {
        case .copy(let copy):
            let bytes = try tree.read(copy.source)
            guard case .document(let document) = copy.fact else { return bytes }
            guard let clean = DocumentCopy.bytes(of: bytes, document) else { throw DiskError(.read, copy.source, code: EIO) }
            return clean
        case .made(let path, let digest, let name):
            if let bytes = try cache.read(name, from: digest) { return bytes }
            // A picture that moves, while the cache is gone, is still to be had where it was published.
            if let known = manifest?.pictures[path], known.digest == digest, let route = known.files[name], site.isAsWritten(route) {
                return try Disk.read(site.output.path + "/" + route)
            }
            try cache.remove(name, from: digest)
            return nil
        }
    }
}

extension FilePlan.PublishedPicture {
    /// The routes of all files, by the names that the recipe gives.
    var files: [(name: String, route: String)] {
        recipe.sizes.flatMap { size in PublishedFormat.allCases.map { (recipe.name(of: size, as: $0), route(of: size, as: $0)) } }
    }
}
