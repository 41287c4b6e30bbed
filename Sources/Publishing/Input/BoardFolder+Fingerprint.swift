import Formats

extension BoardFolder {
    /// Changes when any input does: it is made of paths, sizes, times and inodes. Where it is the same, the snapshot of what
    /// is published is not written anew, and a build in which nothing else changed either is not made (`BuildKey`).
    var fingerprint: String {
        var fingerprint = Fingerprint()
        for file in files {
            fingerprint.mix(file.path.utf8)
            let stamp = file.stamp
            for number in [stamp.size, stamp.seconds, stamp.nanoseconds, Int64(bitPattern: stamp.inode), file.changed] {
                fingerprint.mix(number)
            }
        }
        return fingerprint.digits
    }

    /// The files that a snapshot keeps by name only: pictures and videos.
    var mediaNames: [String] {
        files.lazy.filter { $0.isFile && !$0.isKept }.map(\.path)
    }
}

extension SourceTreeFile {
    /// Whether the snapshot keeps all of the file: texts, and the design, whose addresses depend on its bytes.
    var isKept: Bool {
        path.hasPrefix("site-templates/assets/") || [".md", ".yaml", ".yml", ".csv", ".mustache"].contains { path.hasSuffix($0) }
    }
}
