import Formats

extension BoardFolder {
    /// Changes when any input does: it is made of paths, sizes, times and inodes. It only saves work; nothing
    /// rests on it being unique.
    var fingerprint: String {
        var fingerprint = Fingerprint()
        for file in files {
            fingerprint.mix(file.path.utf8)
            for number in [file.stamp.size, file.stamp.seconds, file.stamp.nanoseconds, Int64(bitPattern: file.stamp.inode)] {
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
