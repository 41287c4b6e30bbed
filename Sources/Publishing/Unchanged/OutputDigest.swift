import Formats

/// Which files lie in an output folder and which version of each, in one number. The order in which files are added makes
/// no difference, so a build knows it without looking at the folder once more.
struct OutputDigest: Equatable {
    private(set) var sum: UInt64 = 0

    /// - Parameters:
    ///   - path: from the output folder.
    ///   - stamp: `FileStamp.digest` of what lies there.
    mutating func add(_ path: String, _ stamp: UInt64) {
        var fingerprint = Fingerprint(path.utf8)
        fingerprint.mix(Int64(bitPattern: stamp))
        sum &+= fingerprint.hash
    }
}

extension OutputDigest {
    /// Of the folder as it lies there.
    init(_ output: OutputFolder) {
        for (path, stamp) in output.files { add(path, stamp.digest) }
    }
}
