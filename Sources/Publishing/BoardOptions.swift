import Board
import Diagnostics
import Formats
import Imaging

/// What a run depends on besides the board's files.
package struct BoardOptions: Sendable {
    /// The board's folder.
    package var root: String
    /// The output folder.
    package var output: String
    /// In place of `site.yaml`'s address.
    package var base: BaseAddress?
    package var asOf: CalendarDay
    package var audience: Audience
    /// Whether entries with errors are left out instead of stopping the build.
    package var withholdsIneligible: Bool
    /// Published entries that may disappear.
    package var allowedRemovals: Set<String>
    /// Who makes the pictures.
    package var workers = WorkerSettings.usual()
    /// Where made pictures are kept; nil for the usual place in the state folder.
    package var pictureCachePath: String?

    package init(
        root: String, output: String, base: BaseAddress? = nil, asOf: CalendarDay, audience: Audience = .visitors,
        withholdsIneligible: Bool = false,
        allowedRemovals: Set<String> = []
    ) {
        self.root = root
        self.output = output
        self.base = base
        self.asOf = asOf
        self.audience = audience
        self.withholdsIneligible = withholdsIneligible
        self.allowedRemovals = allowedRemovals
    }

    /// Caches, ledger, manifest, snapshot: never published.
    package var stateFolder: String { root + "/.bangvang" }
    /// The pictures that were made: of use to every output folder.
    package var pictureCache: PictureCache { PictureCache(at: pictureCachePath ?? stateFolder + "/cache/images") }
    var lockPath: String { stateFolder + "/lock" }
    /// What is known of one output folder. The usual one keeps it in the state folder itself; each other
    /// one has a folder of its own there, so that a trial elsewhere never passes for what is published.
    package var outputState: String {
        if output == root + "/public" { return stateFolder }
        return stateFolder + "/outputs/" + Fingerprint(Disk.absolutePath(output).utf8).digits
    }
    var manifestPath: String { outputState + "/manifest" }
    var journalPath: String { outputState + "/being-written" }
    var snapshotPath: String { outputState + "/published" }
    package var ledgerPath: String { outputState + "/ledger.json" }
    /// What the web server has to be told, for whoever runs it.
    package var serverRulesPath: String { outputState + "/may-chu" }
    var takenDownPath: String { stateFolder + "/taken-down" }
}

extension BoardOptions {
    /// Takes over the options of the build that made a snapshot.
    mutating func restore(_ stored: [String: String]) {
        if let day = stored["as-of"].flatMap({ try? CalendarDay.parse($0) }) { asOf = day }
        audience = stored["drafts"] == "true" ? .reviewers : .visitors
        withholdsIneligible = true
        base = stored["base-url"].flatMap { BaseAddress($0) } ?? base
    }
}

extension BoardOptions {
    /// Opens the output folder; refuses one that lies among the inputs, since the next build would read it.
    func openOutput() throws -> OutputFolder {
        let path = Disk.absolutePath(output) + "/"
        for input in ["content", "site-templates"] where path.hasPrefix(Disk.absolutePath(root + "/" + input) + "/") {
            throw OutputFolder.Refusal(
                message: Message(vi: "thư mục xuất “\(output)” nằm trong \(input)", en: "the output folder “\(output)” lies in \(input)"),
                remedy: Message(vi: "chọn thư mục khác bằng --output", en: "choose another folder with --output"))
        }
        return try OutputFolder(output)
    }
}
