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
    /// Who reads the words of PDFs.
    ///
    /// - Parameter keeping: whether what they say is remembered.
    package func pdfTexts(keeping: Bool) -> PDFTextReader {
        PDFTextReader(cacheFolder: stateFolder + "/cache/pdf", keepsResults: keeping)
    }
    /// Where the program keeps what it knows of the output folder. Looked up each time: the same folder has one state, by
    /// whatever path it is named.
    package var state: StateFolder { StateFolder(root: root, output: output) }
    package var ledgerPath: String { state.path(of: .ledger) }
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
    /// What was published before; an empty record where there is none.
    ///
    /// - Throws: where the file is there and can't be read.
    func addressRecord() throws(DiskError) -> Diagnosed<AddressRecord> {
        let path = state.path(of: .addresses)
        return try AddressRecordFile.read(path, as: path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path)
    }

    /// Refuses an output folder that lies among the inputs, since the next build would read it.
    func refuseOutputAmongInputs() throws(OutputFolder.Refusal) {
        let path = Disk.absolutePath(output) + "/"
        if (Disk.absolutePath(root) + "/").hasPrefix(path == "//" ? "/" : path) {
            throw OutputFolder.Refusal(
                message: Message(
                    vi: "thư mục xuất “\(output)” chứa chính thư mục của bảng vàng",
                    en: "the output folder “\(output)” holds the board's own folder"),
                remedy: Message(vi: "chọn thư mục khác bằng --output", en: "choose another folder with --output"))
        }
        for input in ["content", "site-templates"] where path.hasPrefix(Disk.absolutePath(root + "/" + input) + "/") {
            throw OutputFolder.Refusal(
                message: Message(vi: "thư mục xuất “\(output)” nằm trong \(input)", en: "the output folder “\(output)” lies in \(input)"),
                remedy: Message(vi: "chọn thư mục khác bằng --output", en: "choose another folder with --output"))
        }
    }
}
