import Entries
import Glibc

/// Which files of the output folder the last build wrote, and what the copied ones were made from.
///
/// A text file in the state folder: a line each, fields parted by tabs.
package struct OutputManifest: Sendable {
    /// A picture or another file that was copied, and the version of its source.
    package struct Copy: Sendable, Equatable {
        /// From the board's root.
        package var source: String
        package var stamp: FileStamp
        package var fact: FileFact

        var contentPath: String { source.hasPrefix("content/") ? String(source.dropFirst("content/".count)) : source }
    }

    package var files: [String]
    /// By the path in the output folder.
    package var copies: [String: Copy]

    /// The ids of drafts that a preview build put there: their going is no loss.
    package var drafts: Set<String>
    /// The pages that stand in the place of honours that are no longer shown, by their paths in the output
    /// folder, each with the fingerprint of its bytes.
    package var tombstones: [String: String]

    private static let header = "bangvang manifest 1"

    package init(
        files: [String] = [], copies: [String: Copy] = [:], drafts: Set<String> = [], tombstones: [String: String] = [:]
    ) {
        self.files = files
        self.copies = copies
        self.drafts = drafts
        self.tombstones = tombstones
    }

    /// Nil where there is none, or where it can't be understood: then the build looks at every file.
    package init?(at path: String) throws(DiskError) {
        guard Disk.kind(of: path) == .file else { return nil }
        self.init()
        let lines = String(decoding: try Disk.read(path), as: UTF8.self).split(separator: "\n")
        guard lines.first == Self.header[...] else { return nil }
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let file = String(fields[0])
            if file.isEmpty, fields.count == 2 {
                drafts.insert(String(fields[1]))
                continue
            }
            files.append(file)
            if fields.count == 2 { tombstones[file] = String(fields[1]) }
            guard fields.count == 7, let stamp = FileStamp(fields[2...5]), let fact = FileFact(manifest: fields[6]) else { continue }
            copies[file] = Copy(source: String(fields[1]), stamp: stamp, fact: fact)
        }
    }

    package var bytes: [UInt8] {
        var text = Self.header + "\n"
        text.reserveCapacity(files.count * 48)
        for id in drafts.sorted() { text += "\t\(id)\n" }
        for file in files {
            text += file
            if let fingerprint = tombstones[file] { text += "\t\(fingerprint)" }
            if let copy = copies[file] { text += "\t\(copy.source)\t\(copy.stamp.manifest)\t\(copy.fact.manifest)" }
            text += "\n"
        }
        return Array(text.utf8)
    }

    /// What is known of the files of `content`, for a reading that skips those of the same stamp.
    var knownFiles: [String: ContentReader.KnownFile] {
        var known: [String: ContentReader.KnownFile] = [:]
        for copy in copies.values where copy.source.hasPrefix("content/") {
            known[copy.contentPath] = ContentReader.KnownFile(stamp: copy.stamp, fact: copy.fact)
        }
        return known
    }

    /// The same for a reading of the snapshot, whose files carry no stamps.
    var knownFilesIgnoringStamps: [String: ContentReader.KnownFile] {
        knownFiles.mapValues { ContentReader.KnownFile(stamp: FileStamp(), fact: $0.fact) }
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
        case .picture(let width, let height): "\(width)x\(height)"
        case .video: "video"
        case .document: "document"
        case .refused: "refused"
        }
    }

    fileprivate init?(manifest text: Substring) {
        switch text {
        case "video": self = .video
        case "document": self = .document
        default:
            let numbers = text.split(separator: "x").compactMap { Int($0) }
            guard numbers.count == 2 else { return nil }
            self = .picture(width: numbers[0], height: numbers[1])
        }
    }
}
