import Board
import Formats
import Glibc

/// All that the outcome of a build depends on, and all that it left: where both are the same, another build would leave
/// every file as it is and say the same.
struct BuildKey: Equatable {
    /// Options, day, program and the versions of all inputs.
    let inputs: String
    /// The versions of all files in the output folder and in the state folder.
    let results: String

    /// The key for a build of this tree; nil where it can't be known, or where a file of the tree was written only a moment
    /// ago, so that a further change could go unseen (`FileStamp.isFresh`).
    ///
    /// - Parameters:
    ///   - output: the folder once the build has ended.
    ///   - now: when the tree was walked.
    init?(_ options: BoardOptions, _ tree: BoardFolder, _ output: OutputDigest, walkedAt now: timespec) {
        guard let inputs = Self.inputs(options, tree), !tree.files.contains(where: { $0.stamp.isFresh(at: now) }) else { return nil }
        self.inputs = inputs
        results = Self.results(options, output)
    }

    private static func inputs(_ options: BoardOptions, _ tree: BoardFolder) -> String? {
        guard let program = RunningProgram.fingerprint else { return nil }
        return [
            program, options.asOf.iso, String(describing: options.audience), String(options.withholdsIneligible),
            options.base?.absolute ?? "", options.allowedRemovals.sorted().joined(separator: " "), PDFTextReader.installed ?? "",
            tree.fingerprint,
        ].joined(separator: "|")
    }

    private static func results(_ options: BoardOptions, _ output: OutputDigest) -> String {
        var fingerprint = Fingerprint()
        fingerprint.mix(Int64(bitPattern: output.sum))
        let state = options.state
        for file in StateFolder.File.allCases {
            var status = stat()
            let stamp = lstat(state.path(of: file), &status) == 0 ? FileStamp(status) : FileStamp()
            for number in [stamp.size, stamp.seconds, stamp.nanoseconds, Int64(bitPattern: stamp.inode)] { fingerprint.mix(number) }
        }
        return fingerprint.digits
    }
}
