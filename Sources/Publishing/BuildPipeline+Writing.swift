import Board
import Diagnostics
import Entries
import Parallel
import Rendering
import Synchronization

// The second half of a build: from a plan to files.

extension BuildPipeline {
    /// What a write is given besides the site as it is planned.
    struct WriteInputs {
        /// Where files are copied from; nil where what is published stays and only pages are made anew.
        var tree: BoardFolder?
        /// Makes the pictures again that the cache lacks.
        var remake: () async throws -> Void = {}
        /// Files of the state folder that were staged already.
        var staged: [StateFolder.File] = []
        /// The ids that stay taken down; nil where they are as before.
        var takenDown: Set<String>?
    }

    /// Renders and writes the whole site, or leaves it as it was.
    ///
    /// - Throws: `BrokenLinks`, `OutputFolder.Refusal`, `DiskError` while nothing has changed; `UnfinishedPublication` after the
    ///   commit.
    func write(
        _ evaluation: BoardEvaluation, _ plan: SitePlan, to site: PublishedSite, _ inputs: WriteInputs
    ) async throws -> WriteSummary {
        guard let templates = evaluation.templates else { preconditionFailure("a site is written only where its templates compile") }
        let context = try await RenderContext(plan: plan, templates: templates, isPreview: false)
        let renderer = PageRenderer(context, templates)
        let transaction = try SiteTransaction(site)
        do {
            // Taking somebody down waits for nothing, not even for links.
            let links = inputs.tree == nil ? nil : LinkCheck(plan, renderer, evaluation.templateLinks)
            try await writePages(plan, renderer, links, transaction)
            let copier = FileCopier(plan: plan, transaction: transaction, cache: options.pictureCache)
            let record =
                if let tree = inputs.tree {
                    try await copier.copy(evaluation.content, from: tree, remake: inputs.remake)
                } else {
                    copier.keepPublished()
                }
            for (route, bytes) in evaluation.content.assets.all.map({ ($0.route, $0.bytes) }) + SearchIndex.files(for: plan) {
                try transaction.write(route, bytes)
            }
            _ = try await mapInParallel(SiteDocument.all(of: context)) { document in
                try transaction.write(document.route, document.render())
            }

            let contents = transaction.contents()
            let wanted = Set(contents.files.keys)
            if let broken = try links?.findings(files: wanted.union(contents.occupied)), !broken.isEmpty {
                throw BrokenLinks(diagnostics: broken)
            }
            let retired = (site.manifest?.retiring(wanted: wanted) ?? []).intersection(site.output.files.keys)
            let (stale, strangers) = self.stale(site, wanted: wanted.union(retired))
            let ledger = Ledger(plan.corpus, plan.report, plan: plan)
            var manifest = OutputManifest(
                files: contents.files, copies: record.copies, pictures: record.pictures,
                drafts: Set(plan.honours.filter(\.isDraft).map(\.entry.id.value)), tombstones: contents.tombstones, retired: retired)
            for file in retired { manifest.files[file] = site.manifest?.files[file] }
            try transaction.stage(.manifest, manifest.bytes)
            try transaction.stage(.ledger, ledger.json())
            try transaction.stage(.addresses, evaluation.record.adding(plan).bytes)
            let rules = ServerRules(plan)
            let hasNewRules = try [transaction.stage(.nginxRules, rules.nginx), transaction.stage(.apacheRules, rules.apache)]
            if let ids = inputs.takenDown { try transaction.stage(.takenDown, Self.list(ids)) }
            for file in inputs.staged { transaction.install(file) }
            try transaction.commit(contents, removing: stale, occupied: inputs.tree == nil ? .keep : .refuse)
            var digest = OutputDigest()
            for (file, stamp) in manifest.files { digest.add(file, stamp) }
            for file in Set(strangers).union(contents.occupied) {
                if let there = site.output.files[file] { digest.add(file, there.digest) }
            }
            var summary = WriteSummary(
                pages: plan.pages.count, contents, removed: stale.count, ledger: ledger,
                changedServerRules: hasNewRules.contains(true) ? site.state.serverRulesPath : nil,
                strangers: (strangers + contents.occupied).sorted(), recovery: site.recovery)
            summary.output = digest
            return summary
        } catch {
            if !(error is UnfinishedPublication) { transaction.rollBack() }
            throw error
        }
    }

    private func writePages(
        _ plan: SitePlan, _ renderer: PageRenderer, _ links: LinkCheck?, _ transaction: SiteTransaction
    ) async throws {
        let total = plan.pages.count
        let done = Atomic(0)
        let progress = progress
        try await forEachChunkInParallel(plan.pages) { chunk in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(64 * 1024)
            var files: [SiteTransaction.WrittenFile] = []
            files.reserveCapacity(chunk.count)
            defer { transaction.add(files) }
            var gathered = LinkCheck.Gathered()
            for index in chunk.indices {
                let page = chunk[index]
                bytes.removeAll(keepingCapacity: true)
                try renderer.render(page, into: &bytes)
                links?.look(at: bytes, page: index, &gathered)
                let file = Route.file(for: plan.route(of: page))
                guard let written = try transaction.stage(file, bytes) else { continue }
                files.append(written)
                if plan.isStandIn(page) { transaction.add(standIn: file, bytes) }
            }
            links?.add(gathered)
            progress?(done.add(chunk.count, ordering: .relaxed).newValue, total)
        }
    }

    /// The files that earlier builds wrote and this one did not, and those of nobody. Without a manifest,
    /// what lies at the board's own addresses is the board's.
    private func stale(_ site: PublishedSite, wanted: Set<String>) -> (stale: [String], strangers: [String]) {
        var stale: [String] = []
        var strangers: [String] = []
        for file in site.output.files.keys where !wanted.contains(file) {
            let isOurs = site.manifest == nil ? Self.ownFolders.contains { file.hasPrefix($0) } : site.isOurs(file)
            if isOurs { stale.append(file) } else { strangers.append(file) }
        }
        return (stale.sorted(), strangers.sorted())
    }

    private static let ownFolders = [
        Route.entries, Route.places, Route.years, Route.fields, Route.programmes, Route.decisions, Route.notices, Route.statistics,
        Route.search, Route.openData, Route.embed, Route.media, Route.assets,
    ]
}

extension BuildPipeline.WriteSummary {
    init(
        pages: Int, _ contents: SiteTransaction.Contents, removed: Int, ledger: Ledger, changedServerRules: String?, strangers: [String],
        recovery: HeldOutput.Recovery?
    ) {
        (self.pages, self.removed, self.ledger, self.changedServerRules) = (pages, removed, ledger, changedServerRules)
        (self.strangers, self.recovery, mended) = (strangers, recovery, contents.mended)
        for file in contents.written {
            switch file.change {
            case .unchanged: unchanged += 1
            case .created: created += 1
            case .replaced:
                replaced += 1
                replacedFiles.append(file.path)
                if file.path.hasSuffix(".html") { replacedPages += 1 }
            }
        }
        replacedFiles.sort()
        precompressed = strangers.filter { file in
            [".gz", ".br", ".zst"].contains { file.hasSuffix($0) && contents.files[String(file.dropLast($0.count))] != nil }
        }
    }
}
