import Board
import Diagnostics
import Entries
import Parallel
import Rendering
import Synchronization

// The second half of a build: from a plan to files.

extension BuildPipeline {
    /// Renders and writes the whole site, or leaves the folder as it was.
    ///
    /// - Parameter tree: where files are copied from; nil where what is published stays and only pages are made anew.
    func write(
        _ evaluation: BoardEvaluation, _ plan: SitePlan, to output: OutputFolder, _ manifest: OutputManifest?, copying tree: BoardFolder?
    ) async throws -> WriteSummary {
        guard let templates = evaluation.templates else { preconditionFailure("a site is written only where its templates compile") }
        let context = try await RenderContext(plan: plan, templates: templates, isPreview: false)
        let renderer = PageRenderer(context, templates)
        // What an earlier build was killed over is ours, though its manifest never was written.
        let leftBehind = try CreationJournal.files(at: options.journalPath)
        let journal = try CreationJournal(at: options.journalPath)
        let output = output.recording(in: journal)
        try output.prepare()
        let session = WriteSession(output)
        do {
            // Taking somebody down waits for nothing, not even for links.
            let links = tree == nil ? nil : LinkCheck(plan, renderer)
            try await writePages(plan, renderer, links, session)
            let copier = FileCopier(plan: plan, output: output, manifest: manifest, cache: options.pictureCache)
            let record =
                if let tree { try await copier.copy(evaluation.content, from: tree, session) } else { copier.keepPublished(session) }
            for (route, bytes) in evaluation.content.assets.all.map({ ($0.route, $0.bytes) }) + SearchIndex.files(for: plan) {
                try session.write(route, bytes)
            }
            _ = try await mapInParallel(SiteDocument.all(of: context)) { document in
                try session.write(document.route, document.render())
            }

            let (written, tombstones, wanted) = session.finish()
            if let broken = try links?.findings(files: wanted), !broken.isEmpty { throw BrokenLinks(diagnostics: broken) }
            let retired = manifest?.retiring(wanted: wanted).intersection(output.existing) ?? []
            let kept = wanted.union(retired)
            let (stale, strangers) = self.stale(output, manifest, leftBehind, wanted: kept)
            let drafts = Set(plan.honours.filter(\.isDraft).map(\.entry.id.value))
            let ledger = Ledger(plan.corpus, plan.report, plan: plan)
            let files = kept.sorted()
            try Disk.stage(
                options.manifestPath,
                OutputManifest(
                    files: files, copies: record.copies, pictures: record.pictures, drafts: drafts, tombstones: tombstones,
                    retired: retired
                ).bytes)
            try Disk.stage(options.ledgerPath, ledger.json())
            let rules = try StagedServerRules(ServerRules(plan), in: options.serverRulesPath)
            // All of it lies on the disk: from here on nothing needs space.
            try output.commit(staged: written.filter { $0.how == .staged }.map(\.path), remove: stale)
            try Disk.putInPlace(options.manifestPath)
            journal.discard()
            try Disk.putInPlace(options.ledgerPath)
            try rules.putInPlace()
            return WriteSummary(
                pages: plan.pages.count, created: written.count { $0.how == .created }, replaced: written.count { $0.how == .staged },
                unchanged: written.count { $0.how == .unchanged }, removed: stale.count, ledger: ledger,
                changedServerRules: rules.replacesOthers ? options.serverRulesPath : nil, strangers: strangers)
        } catch {
            session.abort()
            if leftBehind.isEmpty { journal.discard() }
            for path in [options.manifestPath, options.ledgerPath] { Disk.discardStaged(path) }
            StagedServerRules.discard(in: options.serverRulesPath)
            throw error
        }
    }

    private func writePages(_ plan: SitePlan, _ renderer: PageRenderer, _ links: LinkCheck?, _ session: WriteSession) async throws {
        let total = plan.pages.count
        let done = Atomic(0)
        let progress = progress
        try await forEachChunkInParallel(plan.pages) { chunk in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(64 * 1024)
            var files: [(String, OutputFolder.Written)] = []
            files.reserveCapacity(chunk.count)
            defer { session.add(files) }
            var gathered = LinkCheck.Gathered()
            for index in chunk.indices {
                let page = chunk[index]
                bytes.removeAll(keepingCapacity: true)
                try renderer.render(page, into: &bytes)
                links?.look(at: bytes, page: index, &gathered)
                let file = Route.file(for: plan.route(of: page))
                files.append((file, try session.output.write(file, bytes)))
                if plan.isStandIn(page) { session.add(standIn: file, bytes) }
            }
            links?.add(gathered)
            progress?(done.add(chunk.count, ordering: .relaxed).newValue, total)
        }
    }

    /// The files that earlier builds wrote and this one did not, and those of nobody. Without a manifest,
    /// what lies at the board's own addresses is the board's.
    private func stale(
        _ output: OutputFolder, _ manifest: OutputManifest?, _ leftBehind: [String], wanted: Set<String>
    ) -> (stale: [String], strangers: [String]) {
        let ours = manifest.map { Set($0.files).union(leftBehind) }
        var stale: [String] = []
        var strangers: [String] = []
        for file in output.existing.subtracting(wanted).sorted() where file != OutputFolder.marker && file != OutputFolder.gitIgnore {
            let isOurs = ours.map { $0.contains(file) } ?? Self.ownFolders.contains { file.hasPrefix($0) }
            if isOurs { stale.append(file) } else { strangers.append(file) }
        }
        return (stale, strangers)
    }

    private static let ownFolders = [
        Route.entries, Route.places, Route.years, Route.fields, Route.programmes, Route.decisions, Route.notices, Route.statistics,
        Route.search, Route.openData, Route.embed, Route.media, Route.assets,
    ]
}
