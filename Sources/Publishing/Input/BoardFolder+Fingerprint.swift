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

    /// The files that a snapshot keeps by name only: pictures, videos and assets.
    var mediaNames: [String] {
        files.lazy.filter { $0.isFile && !$0.isText }.map(\.path)
    }
}

extension SourceTreeFile {
    /// Whether the snapshot keeps the file's text.
    var isText: Bool {
        [".md", ".yaml", ".yml", ".csv", ".mustache"].contains { path.hasSuffix($0) }
    }
}
