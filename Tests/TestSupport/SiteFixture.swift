import Board
import Diagnostics
import Eligibility
import Formats
import Foundation
import Publishing

/// A small board in a folder of its own, for tests that read as a story: build, look at a page, change a file, build.
///
/// Everything on it is invented. Its vocabulary and templates are the project's own.
package final class SiteFixture: Sendable {
    /// The day as of which the board is judged unless a test says otherwise: its districts have ended.
    package static let day = CalendarDay(year: 2025, month: 12, day: 1)!

    package let root: String
    private let folder: TestFolder

    private init(_ folder: TestFolder) {
        self.folder = folder
        root = folder.path
    }

    /// The small board, sound in every part.
    package convenience init() throws {
        self.init(try TestFolder())
        try copyFromRepository("site-templates")
        try copyFromRepository("content/vocabulary.yaml")
        for (path, text) in SmallBoard.texts { try write(path, text) }
        for path in SmallBoard.pictures { try write(path, SamplePicture.jpeg) }
    }

    /// The sample board that comes with the project.
    package static func sampleBoard() throws -> SiteFixture {
        let site = SiteFixture(try TestFolder())
        try site.copyFromRepository("content")
        try site.copyFromRepository("site-templates")
        return site
    }

    /// A folder with nothing in it.
    package static func emptyFolder() throws -> SiteFixture { SiteFixture(try TestFolder()) }

    private func copyFromRepository(_ path: String) throws {
        let target = root + "/" + path
        try FileManager.default.createDirectory(atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: Repository.root + "/" + path, toPath: target)
    }

    // MARK: Changing files

    package func write(_ path: String, _ bytes: [UInt8]) throws {
        let file = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    package func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

    package func append(to path: String, _ text: String) throws { try write(path, try bytes(path) + Array(text.utf8)) }

    /// Puts `new` in the place of `old`, which must stand in the file exactly once.
    package func replace(in path: String, _ old: String, _ new: String) throws {
        try write(path, try read(path).replacingOnly(old, with: new, in: path))
    }

    package func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

    package func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: root + "/" + path, withIntermediateDirectories: true)
    }

    /// Makes a real board of the small one, which is a sample: search engines may visit it, and it has a sitemap.
    package func endSample() throws { try replace(in: "content/site.yaml", "sample: true", "sample: false") }

    // MARK: Looking

    package func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + path))) }

    package func read(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    package func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }

    /// The page that visitors get for an address, such as `vinh-danh/2024/chi-bo-mau-a-2024/`.
    package func page(_ route: String) throws -> String { try read("public/" + Route.file(for: route)) }

    package func hasPage(_ route: String) -> Bool { exists("public/" + Route.file(for: route)) }

    /// Whether an honour's own page stands at an address: a tombstone is none.
    package func hasHonour(_ route: String) throws -> Bool {
        try hasPage(route) && page(route).contains("<article class=\"entry\">")
    }

    /// Whether a tombstone stands at an address, and nothing else of the honour that was there.
    package func hasTombstone(_ route: String) throws -> Bool {
        let file = Route.file(for: route)
        guard published().keys.filter({ $0.hasPrefix(route) }) == [file] else { return false }
        let text = try page(route)
        return text.contains("<meta name=\"robots\" content=\"noindex\">") && text.contains("công bố") && !text.contains("<article")
    }

    /// All pages, the feed, the sitemap and every other text of the site, one behind the other.
    package func publishedText() throws -> String {
        try publishedBytes().filter { file in ["html", "xml", "txt", "json", "csv"].contains { file.key.hasSuffix("." + $0) } }
            .map { String(decoding: $0.value, as: UTF8.self) }.joined()
    }

    /// The published files with their inodes and times.
    package func published() -> [String: FileIdentity] { FileTree.identities(in: root + "/public") }

    /// The published files with all their bytes.
    package func publishedBytes() throws -> [String: [UInt8]] { try FileTree.bytes(in: root + "/public") }

    // MARK: Running

    package func options(
        asOf day: CalendarDay = SiteFixture.day, base: String? = nil, drafts: Bool = false, withholding: Bool = false,
        removing: Set<String> = []
    ) -> BoardOptions {
        var options = BoardOptions(
            root: root, output: root + "/public", base: base.flatMap { BaseAddress($0) }, asOf: day,
            audience: drafts ? .reviewers : .visitors,
            withholdsIneligible: withholding, allowedRemovals: removing)
        options.pictureCachePath = Self.sharedPictures
        return options
    }

    /// The pictures of all fixtures, made once in a run of the tests.
    private static let sharedPictures: String = {
        atexit { try? FileManager.default.removeItem(atPath: SiteFixture.sharedPicturesPath) }
        return sharedPicturesPath
    }()
    private static let sharedPicturesPath = FileManager.default.temporaryDirectory.path + "/bangvang-pictures-\(getpid())"

    package func build(
        asOf day: CalendarDay = SiteFixture.day, base: String? = nil, drafts: Bool = false, withholding: Bool = false,
        removing: Set<String> = []
    ) async throws -> BuildPipeline.Result {
        try await BuildPipeline(options(asOf: day, base: base, drafts: drafts, withholding: withholding, removing: removing)).build()
    }

    package func takeDown(_ id: String) async throws -> BuildPipeline.TakeDownResult {
        try await BuildPipeline(options()).takeDown(id)
    }

    package func check(asOf day: CalendarDay = SiteFixture.day) async throws -> BoardEvaluation {
        let options = options(asOf: day)
        return try await BoardCheck.evaluate(try await BoardCheck.read(options), options: options)
    }
}

extension SiteFixture {
    /// The test itself asked for something that can't be.
    package struct Mistake: Error, CustomStringConvertible {
        package var words: String
        package init(words: String) { self.words = words }
        package var description: String { words }
    }
}

extension String {
    /// The text with `new` in the place of `old`, which must stand in it exactly once.
    ///
    /// - Parameter path: the text's file, for the mistake that is thrown otherwise.
    package func replacingOnly(_ old: String, with new: String, in path: String) throws -> String {
        let pieces = components(separatedBy: old)
        guard pieces.count == 2 else {
            throw SiteFixture.Mistake(words: "“\(old)” stands \(pieces.count - 1) times in \(path)")
        }
        return pieces[0] + new + pieces[1]
    }
}

extension BuildPipeline.Result {
    /// What was written; an error, with the findings, where nothing was.
    package func summary() throws -> BuildPipeline.WriteSummary {
        switch self {
        case .written(_, let summary): return summary
        case .unchanged(let report): return report.summary
        case .refused(let evaluation):
            throw SiteFixture.Mistake(words: "refused: " + evaluation.diagnostics.map(\.oneLine).joined(separator: "\n"))
        case .wouldRemove(_, let ids): throw SiteFixture.Mistake(words: "would remove: \(ids)")
        }
    }

    /// The findings for which nothing was written; nil where something was.
    package var refusal: [Diagnostic]? {
        if case .refused(let evaluation) = self { evaluation.diagnostics } else { nil }
    }
}

extension Diagnostic {
    /// `path:line:column severity [code]`, as tests compare findings.
    package var oneLine: String {
        (place.map { $0.description + " " } ?? "") + "\(severity.rawValue) [\(code)]"
    }
}
