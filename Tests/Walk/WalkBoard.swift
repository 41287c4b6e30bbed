import Formats
import Foundation
import TestSupport

/// The copy of the sample board that a walk changes: on the disk, and beside it in memory, so that a step knows what is there.
final class WalkBoard {
    let site: SiteFixture
    /// What lies in `content` and `site-templates`.
    private(set) var files: [String: [UInt8]] = [:]
    /// What lay there in the beginning.
    let sample: [String: [UInt8]]
    /// The day on which everything is read and built.
    var day = WalkBoard.usualDay
    /// A day on which all of the sample can be published.
    static let usualDay = CalendarDay(year: 2026, month: 11, day: 1)!

    init() throws {
        site = try SiteFixture.sampleBoard()
        for folder in ["content", "site-templates"] {
            for (path, bytes) in try FileTree.bytes(in: site.root + "/" + folder) { files[folder + "/" + path] = bytes }
        }
        // Small photos: what is made of them is made alike, and each cold build copies all of it.
        for (number, path) in files.keys.sorted().enumerated() where path.hasSuffix(".jpg") {
            let isLarge = number % 16 == 0
            let bytes = WalkPicture.jpeg(number, width: isLarge ? 400 : 64, height: isLarge ? 300 : 48)
            try site.write(path, bytes)
            files[path] = bytes
        }
        let document = PDFBuilder.page("Ke hoach minh hoa").bytes(trailer: "/Root 1 0 R")
        try site.write(Self.document, document)
        files[Self.document] = document
        let page = "content/pages/gioi-thieu.md"
        try site.append(to: page, "\nXem [kế hoạch bản in](/media/ke-hoach.pdf).\n")
        files[page] = try site.bytes(page)
        sample = files
    }

    /// A document that the board's own page leads to.
    static let document = "content/media/ke-hoach.pdf"

    static let configuration = "content/site.yaml"

    // MARK: Looking

    var paths: [String] { files.keys.sorted() }

    func paths(in folder: String, _ endings: String...) -> [String] {
        files.keys.filter { path in path.hasPrefix(folder) && (endings.isEmpty || endings.contains { path.hasSuffix($0) }) }.sorted()
    }

    func text(_ path: String) -> String? { files[path].map { String(decoding: $0, as: UTF8.self) } }

    /// What differs from the sample: changed, made and missing files.
    var changedPaths: [String] { Set(files.keys).union(sample.keys).filter { files[$0] != sample[$0] }.sorted() }

    // MARK: Changing

    /// How a program saves: into the file that is there, or through a new one that takes its name.
    enum Saving: String, CaseIterable {
        case inPlace, through
    }

    func write(_ path: String, _ bytes: [UInt8], _ saving: Saving = .inPlace) throws {
        let temporary = saving == .through ? ".bangvang-tam" : path
        try site.write(temporary, bytes)
        if temporary != path { try rename(temporary, path) }
        files[path] = bytes
    }

    func remove(_ path: String) throws {
        try site.remove(path)
        files[path] = nil
        removeEmptyFolders(around: path)
    }

    func move(_ old: String, to new: String) throws {
        try rename(old, new)
        files[new] = files.removeValue(forKey: old)
        removeEmptyFolders(around: old)
    }

    private func removeEmptyFolders(around path: String) {
        var folder = (path as NSString).deletingLastPathComponent
        while folder.contains("/"), rmdir(site.root + "/" + folder) == 0 { folder = (folder as NSString).deletingLastPathComponent }
    }

    /// Gives a file the time of now, and nothing else.
    func touch(_ path: String) throws {
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: site.root + "/" + path)
    }

    /// Gives a file other bytes of the same number, and the time that it had: as programs do that copy times.
    func exchangeKeepingTime(_ path: String, _ bytes: [UInt8], _ saving: Saving) throws {
        var status = stat()
        guard stat(site.root + "/" + path, &status) == 0 else { throw SiteFixture.Mistake(words: "there is no \(path)") }
        let written = saving == .through ? ".bangvang-tam" : path
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: site.root + "/" + path))
        if saving == .through { try site.write(written, bytes) } else { try file.write(contentsOf: Data(bytes)) }
        try file.close()
        guard utimensat(AT_FDCWD, site.root + "/" + written, [status.st_atim, status.st_mtim], 0) == 0 else {
            throw SiteFixture.Mistake(words: "can't set the time of \(path)")
        }
        if written != path { try rename(written, path) }
        files[path] = bytes
    }

    /// `site.yaml`, templates and assets.
    var siteAndDesign: [String: [UInt8]] { files.filter { $0.key == Self.configuration || $0.key.hasPrefix("site-templates/") } }

    /// Makes these the `site.yaml`, templates and assets.
    func put(_ wanted: [String: [UInt8]]) throws {
        let present = siteAndDesign
        for path in present.keys.sorted() where wanted[path] == nil { try remove(path) }
        for (path, bytes) in wanted.sorted(by: { $0.key < $1.key }) where present[path] != bytes { try write(path, bytes, .through) }
    }

    private func rename(_ old: String, _ new: String) throws {
        let target = site.root + "/" + new
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        guard Glibc.rename(site.root + "/" + old, target) == 0 else { throw SiteFixture.Mistake(words: "can't rename \(old) to \(new)") }
    }

    /// Makes a file what it was in the beginning.
    func restore(_ path: String, _ saving: Saving) throws {
        if let bytes = sample[path] {
            try write(path, bytes, saving)
        } else if files[path] != nil {
            try remove(path)
        }
    }
}

/// Photos that differ by a number.
enum WalkPicture {
    static func jpeg(_ number: Int, width: Int = 64, height: Int = 48) -> [UInt8] {
        func colour(_ shift: Int) -> MosaicJPEG.Colour {
            .init(number * 37 % 256, (number * 91 + shift * 60) % 256, number / 7 * 53 % 256)
        }
        return MosaicJPEG.quarters(width: width, height: height, (0..<4).map(colour))
    }
}
