import Board
import Digests
import Entries
import Glibc
import Pictures

/// Which files of the output folder the last build wrote, and what they were made from.
///
/// A text file in the state folder: a line each, fields parted by tabs. A line whose first field is empty says
/// something of the build rather than of a file; what was made from a picture names it by its number among those.
package struct OutputManifest: Sendable {
    /// A file that was copied, and the version of its source.
    package struct Copy: Sendable, Equatable {
        /// From the board's root.
        package var source: String
        package var stamp: FileStamp
        package var fact: FileFact

        var contentPath: String { source.hasPrefix("content/") ? String(source.dropFirst("content/".count)) : source }
    }

    /// A photo, its version, and the published pictures that were made from it.
    package struct Picture: Sendable, Equatable {
        package var stamp: FileStamp
        package var fact: FileFact
        package var digest: SHA256
        /// The paths in the output folder by the names that the recipe gives.
        package var files: [String: String] = [:]
    }

    package var files: [String]
    /// By the path in the output folder.
    package var copies: [String: Copy]
    /// By the path from `content`.
    package var pictures: [String: Picture]

    /// The ids of drafts that a preview build put there: their going is no loss.
    package var drafts: Set<String>
    /// The pages that stand in the place of honours that are no longer shown, by their paths in the output
    /// folder, each with the fingerprint of its bytes.
    package var tombstones: [String: String]
    /// Files of the design that the site has no use for any more: see `retiring`.
    package var retired: Set<String>

    private static let header = "bangvang manifest 3"

    package init(
        files: [String] = [], copies: [String: Copy] = [:], pictures: [String: Picture] = [:], drafts: Set<String> = [],
        tombstones: [String: String] = [:], retired: Set<String> = []
    ) {
        self.files = files
        self.copies = copies
        self.pictures = pictures
        self.drafts = drafts
        self.tombstones = tombstones
        self.retired = retired
    }

    /// Nil where there is none, or where it can't be understood: then the build looks at every file.
    package init?(at path: String) throws(DiskError) {
        guard Disk.kind(of: path) == .file else { return nil }
        self.init()
        let lines = String(decoding: try Disk.read(path), as: UTF8.self).split(separator: "\n")
        guard lines.first == Self.header[...] else { return nil }
        var numbered: [String] = []
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            switch (fields.first?.isEmpty, fields.count) {
            case (true, 3) where fields[1] == "draft": drafts.insert(String(fields[2]))
            case (true, 3) where fields[1] == "retired": retired.insert(String(fields[2]))
            case (true, 9) where fields[1] == "picture":
                guard let stamp = FileStamp(fields[3...6]), let fact = FileFact(manifest: fields[7]), let digest = SHA256(hex: fields[8])
                else { return nil }
                numbered.append(String(fields[2]))
                pictures[numbered[numbered.count - 1]] = Picture(stamp: stamp, fact: fact, digest: digest)
            case (false, 1): files.append(String(fields[0]))
            case (false, 2):
                files.append(String(fields[0]))
                tombstones[String(fields[0])] = String(fields[1])
            case (false, 3):
                guard let number = Int(fields[1]), numbered.indices.contains(number) else { return nil }
                files.append(String(fields[0]))
                pictures[numbered[number]]?.files[String(fields[2])] = String(fields[0])
            case (false, 7):
                guard let stamp = FileStamp(fields[2...5]), let fact = FileFact(manifest: fields[6]) else { return nil }
                files.append(String(fields[0]))
                copies[String(fields[0])] = Copy(source: String(fields[1]), stamp: stamp, fact: fact)
            default: if let file = fields.first, !file.isEmpty { files.append(String(file)) }
            }
        }
    }

    package var bytes: [UInt8] {
        var text = Self.header + "\n"
        text.reserveCapacity(files.count * 48)
        for id in drafts.sorted() { text += "\tdraft\t\(id)\n" }
        for file in retired.sorted() { text += "\tretired\t\(file)\n" }
        var made: [String: (number: Int, name: String)] = [:]
        // A name with a tab or an end of line has no place here: such a photo is looked at anew each time.
        let named = pictures.keys.filter { path in !path.utf8.contains { $0 < 0x20 } }
        for (number, path) in named.sorted().enumerated() {
            guard let picture = pictures[path] else { continue }
            text += "\tpicture\t\(path)\t\(picture.stamp.manifest)\t\(picture.fact.manifest)\t\(picture.digest.hex)\n"
            for (name, file) in picture.files { made[file] = (number, name) }
        }
        for file in files {
            text += file
            if let fingerprint = tombstones[file] { text += "\t\(fingerprint)" }
            if let copy = copies[file] { text += "\t\(copy.source)\t\(copy.stamp.manifest)\t\(copy.fact.manifest)" }
            if let made = made[file] { text += "\t\(made.number)\t\(made.name)" }
            text += "\n"
        }
        return Array(text.utf8)
    }

    /// The files of the last design that a site which wants these files has no use for. Pages that browsers and proxies
    /// still hold ask for them, so they stay until the design changes once more.
    func retiring(wanted: Set<String>) -> Set<String> {
        let unused = Set(files.lazy.filter { $0.hasPrefix(Route.assets) && !wanted.contains($0) })
        let latest = unused.subtracting(retired)
        return latest.isEmpty ? unused : latest
    }

    /// What is known of the files of `content`, for a reading that skips those of the same stamp.
    package var knownFiles: [String: ContentReader.KnownFile] {
        var known = pictures.mapValues { ContentReader.KnownFile(stamp: $0.stamp, fact: $0.fact, digest: $0.digest) }
        for copy in copies.values where copy.source.hasPrefix("content/") {
            known[copy.contentPath] = ContentReader.KnownFile(stamp: copy.stamp, fact: copy.fact)
        }
        return known
    }

    /// The same for a reading of the snapshot, whose files carry no stamps.
    var knownFilesIgnoringStamps: [String: ContentReader.KnownFile] {
        knownFiles.mapValues { ContentReader.KnownFile(stamp: FileStamp(), fact: $0.fact, digest: $0.digest) }
    }
}

extension FileStamp {
    fileprivate var manifest: String { "\(size)\t\(seconds)\t\(nanoseconds)\t\(inode)" }

    fileprivate init?(_ fields: ArraySlice<Substring>) {
        self.init()
        let numbers = fields.compactMap { Int64($0) }
        guard numbers.count == 4 else { return nil }
        (size, seconds, nanoseconds, inode) = (numbers[0], numbers[1], numbers[2], UInt64(bitPattern: numbers[3]))
    }
}

extension FileFact {
    fileprivate var manifest: String {
        switch self {
        case .picture(let width, let height, let isAnimated): "\(width)x\(height)" + (isAnimated ? "xanimated" : "")
        case .video(let size, let bytes): "video:\(size.map { "\($0.width)x\($0.height)" } ?? ""):\(bytes)"
        case .document: "document"
        case .refused: "refused"
        }
    }

    fileprivate init?(manifest text: Substring) {
        switch text {
        case "document": self = .document
        case _ where text.hasPrefix("video:"):
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 3, let bytes = Int(parts[2]) else { return nil }
            let sides = parts[1].split(separator: "x").compactMap { Int($0) }
            self = .video(size: sides.count == 2 ? PictureSize(width: sides[0], height: sides[1]) : nil, bytes: bytes)
        default:
            let parts = text.split(separator: "x", maxSplits: 2)
            guard parts.count >= 2, let width = Int(parts[0]), let height = Int(parts[1]), parts.count == 2 || parts[2] == "animated"
            else { return nil }
            self = .picture(width: width, height: height, isAnimated: parts.count == 3)
        }
    }
}
