import Board
import Digests
import Entries
import Pictures

/// Which files of the output folder the last build wrote, what they were made from, and how each lay on the disk when it
/// was written: what is published is looked at, not believed.
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

    /// The files by their paths in the output folder, each with the `FileStamp.digest` of what was written; 0 where that
    /// is not known (of a manifest of an earlier version).
    package var files: [String: UInt64]
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
    /// When the manifest was written, in nanoseconds since 1970: nothing is known of what changed since. 0 for a new one.
    package var written: Int64 = 0

    package init(
        files: [String: UInt64] = [:], copies: [String: Copy] = [:], pictures: [String: Picture] = [:], drafts: Set<String> = [],
        tombstones: [String: String] = [:], retired: Set<String> = []
    ) {
        self.files = files
        self.copies = copies
        self.pictures = pictures
        self.drafts = drafts
        self.tombstones = tombstones
        self.retired = retired
    }

    /// The files of the last design that a site which wants these files has no use for. Pages that browsers and proxies
    /// still hold ask for them, so they stay until the design changes once more.
    func retiring(wanted: Set<String>) -> Set<String> {
        let unused = Set(files.keys.lazy.filter { $0.hasPrefix(Route.assets) && !wanted.contains($0) })
        let latest = unused.subtracting(retired)
        return latest.isEmpty ? unused : latest
    }

    /// What is known of the files of `content`, for a reading that skips those of the same stamp.
    package var knownFiles: [String: ContentReader.KnownFile] {
        var known = pictures.mapValues { ContentReader.KnownFile(stamp: $0.stamp, changed: written, fact: $0.fact, digest: $0.digest) }
        for copy in copies.values where copy.source.hasPrefix("content/") {
            known[copy.contentPath] = ContentReader.KnownFile(stamp: copy.stamp, changed: written, fact: copy.fact)
        }
        return known
    }

    /// The same for a reading of the snapshot, whose files carry no stamps.
    var knownFilesIgnoringStamps: [String: ContentReader.KnownFile] {
        knownFiles.mapValues { ContentReader.KnownFile(stamp: FileStamp(), changed: 0, fact: $0.fact, digest: $0.digest) }
    }
}
