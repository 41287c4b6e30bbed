import Board
import Diagnostics
import Eligibility
import Entries
import Parallel

/// Publishes the pictures, videos and other files that pages show, and the templates' assets.
struct FileCopier {
    let plan: SitePlan
    let output: OutputFolder
    let manifest: OutputManifest?
    /// Nil where the sources are not at hand: then what is published stays.
    let tree: BoardFolder?

    private struct Job: Sendable {
        /// From the board's root.
        var source: String
        var route: String
        var fact: FileFact
        var stamp: FileStamp
    }

    /// Returns what was copied from what, for the next build.
    func copy(assets: [String], _ session: WriteSession) async throws -> [String: OutputManifest.Copy] {
        guard let tree else {
            let kept = (manifest?.copies ?? [:]).filter { copy in
                copy.value.source.hasPrefix("site-templates/") || plan.files.routes[copy.value.contentPath] == copy.key
            }
            session.add(kept.keys.map { ($0, .unchanged) })
            return kept
        }
        let stamps = Dictionary(tree.files.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
        var jobs = plan.files.routes.compactMap { path, route -> Job? in
            guard let fact = plan.corpus.fileFacts[path], let stamp = stamps["content/" + path] else { return nil }
            return Job(source: "content/" + path, route: route, fact: fact, stamp: stamp)
        }
        jobs += assets.map { asset in
            let source = "site-templates/assets/" + asset
            return Job(source: source, route: Route.assets + asset, fact: .document, stamp: stamps[source] ?? FileStamp())
        }
        jobs.sort { $0.route < $1.route }
        let (manifest, output) = (manifest, output)
        let copies = try await mapInParallel(jobs) { job -> (String, OutputManifest.Copy) in
            let copy = OutputManifest.Copy(source: job.source, stamp: job.stamp, fact: job.fact)
            if manifest?.copies[job.route] == copy, output.existing.contains(job.route) {
                session.add([(job.route, .unchanged)])
            } else {
                try session.write(job.route, MediaInspector.publishable(try tree.read(job.source), as: job.fact))
            }
            return (job.route, copy)
        }
        return Dictionary(copies, uniquingKeysWith: { first, _ in first })
    }
}
