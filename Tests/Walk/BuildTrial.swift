import Board
import Diagnostics
import Entries
import Foundation
import Publishing
import TestSupport

/// An output folder that is built as long as the walk lasts, held against one that is built once.
final class BuildTrial {
    /// What a step builds with.
    struct Settings: CustomStringConvertible {
        var withholds = false
        var audience = Audience.visitors
        /// In place of `site.yaml`'s address.
        var base: String?

        var description: String { "\(withholds ? "withholding" : "strict"), for \(audience)\(base.map { ", at \($0)" } ?? "")" }
    }

    /// What pages can be made with.
    struct Usable {
        /// Whether there is a `site.yaml`.
        var configuration: Bool
        /// Whether all templates compile.
        var templates: Bool
        var isWhole: Bool { configuration && templates }
    }

    /// How both builds ended.
    struct Outcome {
        var isWritten: Bool
        /// The files that have errors.
        var broken: [String]
        var usable: Usable

        init(_ evaluation: BoardEvaluation, isWritten: Bool) {
            self.isWritten = isWritten
            broken = evaluation.diagnostics.filter { $0.severity == .error }.compactMap(\.place?.path)
            usable = Usable(configuration: evaluation.content.configuration != nil, templates: evaluation.templates != nil)
        }
    }

    private let site: SiteFixture
    private let usual: BoardOptions

    init(_ site: SiteFixture, _ options: BoardOptions) {
        self.site = site
        usual = options
    }

    private func options(_ settings: Settings, _ day: BoardOptions) -> BoardOptions {
        var options = day
        options.withholdsIneligible = settings.withholds
        options.audience = settings.audience
        options.base = settings.base.flatMap { BaseAddress($0) }
        return options
    }

    /// Builds both.
    ///
    /// - Parameters:
    ///   - isThorough: whether the snapshot is looked into.
    ///   - repeats: whether builds that find nothing to do are run.
    func compare(
        _ settings: Settings, on day: BoardOptions, isThorough: Bool, repeats: Bool
    ) async throws -> Outcome {
        var options = options(settings, day)
        let before = State(options)
        var warm = try await BuildPipeline(options).build()
        var changesHands = false
        if case .wouldRemove(let evaluation, let ids) = warm {
            // An honour whose address was another's stays off the site until staff let the other one go.
            changesHands = evaluation.diagnostics.contains { $0.code == "address-of-another" }
            try before.requireUntouched(by: options)
            options.allowedRemovals = Set(ids)
            warm = try await BuildPipeline(options).build()
        }

        var coldOptions = options
        coldOptions.output = site.root + "/lanh"
        for folder in [coldOptions.output, coldOptions.state.path] { try? FileManager.default.removeItem(atPath: folder) }
        // Days and addresses that were given out are an input: the one thing that a build remembers by design.
        if let record = before.files["addresses.csv"] { try site.write(relative(coldOptions.state.path) + "/addresses.csv", record) }
        // What PDFs say is remembered by their stamps.
        let texts = options.stateFolder + "/cache/pdf"
        if isThorough { try? FileManager.default.removeItem(atPath: texts) }
        let cold = try await BuildPipeline(coldOptions).build()

        switch (warm, cold) {
        case (.written(let ours, let summary), .written(let theirs, let other)):
            try FileComparison.require(ours.diagnostics, equals: theirs.diagnostics, at: "findings of the build")
            try FileComparison.require(summary.pages, equals: other.pages, at: "number of pages")
            for files in [summary.strangers, summary.mended] where !files.isEmpty {
                throw Difference(place: "output folder", words: "files that nobody else touched count as others': \(files)")
            }
            for id in options.allowedRemovals where !changesHands && theirs.isPublished(id) {
                throw Difference(place: id, words: "would have been missed, and is published")
            }
            try compare(options, coldOptions, isThorough)
            if repeats { try await requireNothingToDo(options, theirs) }
            return Outcome(ours, isWritten: true)
        case (.unchanged(let report), .written(let theirs, let other)):
            try FileComparison.require(report.findings, equals: theirs.diagnostics, at: "findings that were kept")
            try FileComparison.require(report.summary.pages, equals: other.pages, at: "number of pages that was kept")
            try compare(options, coldOptions, isThorough)
            return Outcome(theirs, isWritten: true)
        case (.refused(let ours), .refused(let theirs)):
            try FileComparison.require(ours.diagnostics, equals: theirs.diagnostics, at: "findings of the refused build")
            try before.requireUntouched(by: options)
            return Outcome(ours, isWritten: false)
        default:
            throw Difference(place: "outcome", words: "\n  warm: \(warm.words)\n  cold: \(cold.words)")
        }
    }

    private func relative(_ path: String) -> String { String(path.dropFirst(site.root.count + 1)) }

    /// Published files, and what the program keeps about them.
    private func compare(_ warm: BoardOptions, _ cold: BoardOptions, _ isThorough: Bool) throws {
        let (ours, theirs) = (warm.state.path, cold.state.path)
        guard let manifest = try OutputManifest(at: ours + "/manifest"), let other = try OutputManifest(at: theirs + "/manifest") else {
            throw Difference(place: "manifest", words: "can't be read")
        }
        // Files of the last design stay for pages that browsers still hold: the other thing that is remembered by design.
        for file in manifest.retired where !file.hasPrefix(Route.assets) || other.files[file] != nil {
            throw Difference(place: file, words: "is kept as a file of the last design, and is none")
        }
        try FileComparison.require(tree: warm.output, equals: cold.output, besides: manifest.retired)
        for file in ["ledger.json", "addresses.csv", "may-chu/nginx.conf", "may-chu/apache.conf"] {
            try FileComparison.require(
                Disk.readIfPresent(ours + "/" + file) ?? [], equals: Disk.readIfPresent(theirs + "/" + file) ?? [], at: file)
        }
        let current = manifest.files.keys.filter { !manifest.retired.contains($0) }
        try FileComparison.require(names: current, equal: other.files.keys, at: "manifest")
        try FileComparison.require(manifest.copies, equals: other.copies, at: "manifest, copies")
        try FileComparison.require(manifest.pictures, equals: other.pictures, at: "manifest, pictures")
        try FileComparison.require(manifest.drafts, equals: other.drafts, at: "manifest, drafts")
        try FileComparison.require(manifest.tombstones, equals: other.tombstones, at: "manifest, tombstones")
        if isThorough { try compareSnapshots(ours + "/published", theirs + "/published") }
    }

    /// What a take-down would begin with.
    private func compareSnapshots(_ warm: String, _ cold: String) throws {
        guard let ours = try Snapshot(at: warm), let theirs = try Snapshot(at: cold) else {
            throw Difference(place: "snapshot", words: "can't be read")
        }
        try FileComparison.require(ours.options, equals: theirs.options, at: "snapshot, options")
        try FileComparison.require(names: ours.files.map(\.path), equal: theirs.files.map(\.path), at: "snapshot")
        for file in theirs.files {
            // Pictures are kept by name only.
            let (one, other) = (try? ours.read(file.path), try? theirs.read(file.path))
            try FileComparison.require(one ?? [], equals: other ?? [], at: "snapshot of \(file.path)")
        }
    }

    /// A build of what was built touches no published file. The one after it isn't even made: the first may have come so
    /// soon after the last edit that what it read was not to be believed for long (`FileStamp.isFresh`).
    private func requireNothingToDo(_ options: BoardOptions, _ cold: BoardEvaluation) async throws {
        let before = FileTree.identities(in: options.output)
        let summary = try await BuildPipeline(options).build().summary()
        let done = [summary.created, summary.replaced, summary.removed]
        guard done == [0, 0, 0], FileTree.identities(in: options.output) == before else {
            throw Difference(place: "a build with nothing to do", words: "created, replaced, removed \(done)")
        }
        guard case .unchanged(let report) = try await BuildPipeline(options).build() else {
            throw Difference(place: "a second build with nothing to do", words: "was made")
        }
        try FileComparison.require(report.findings, equals: cold.diagnostics, at: "findings of a build with nothing to do")
        try FileComparison.require(report.summary.unchanged, equals: summary.unchanged, at: "files of a build with nothing to do")
    }
}

/// What lies in an output folder and in its state before a build.
private struct State {
    let published: [String: FileIdentity]
    let files: [String: [UInt8]]

    init(_ options: BoardOptions) {
        published = FileTree.identities(in: options.output)
        let folder = options.state.path
        files = Dictionary(
            uniqueKeysWithValues: ["addresses.csv", "ledger.json", "manifest", "published"].compactMap { name in
                ((try? Disk.readIfPresent(folder + "/" + name)) ?? nil).map { (name, $0) }
            })
    }

    /// A build that wrote nothing left everything as it was.
    func requireUntouched(by options: BoardOptions) throws {
        let now = State(options)
        guard now.published == published, now.files == files else {
            throw Difference(place: "the published site", words: "changed, though nothing was to be written")
        }
    }
}

extension BoardEvaluation {
    fileprivate func isPublished(_ id: String) -> Bool { plan?.honours.contains { $0.entry.id.value == id && !$0.isDraft } ?? false }
}

extension BuildPipeline.Result {
    fileprivate var words: String {
        switch self {
        case .unchanged(let report): "not made, with \(report.findings.count) findings"
        case .written(let evaluation, _): "written, with \(evaluation.diagnostics.count) findings"
        case .refused(let evaluation): "refused: " + evaluation.diagnostics.map(\.oneLine).joined(separator: "; ")
        case .wouldRemove(_, let ids): "would remove \(ids)"
        }
    }
}
