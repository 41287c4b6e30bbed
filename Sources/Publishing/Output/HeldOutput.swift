import Diagnostics
import Glibc

/// An output folder with its state, held by this run alone.
///
/// Nothing is touched before the lock is held. Then what an earlier run was cut off over is finished or cleared away,
/// before anything else is looked at.
package struct HeldOutput: Sendable {
    /// What an earlier run left that did not end.
    package enum Recovery: Sendable {
        /// It had committed: the rest was put in place.
        case finished
        /// It had not: what it had written was removed.
        case cleared
    }

    let state: StateFolder
    let output: OutputFolder
    let recovery: Recovery?
    /// Files of ours that the manifest does not list: a stopped build of an earlier version made them, or they could not
    /// be removed.
    let unlisted: Set<String>
    /// Whether a record of files that could not be removed still lies in the state folder.
    let hasLeftovers: Bool
    private let locks: [BuildLock]

    /// - Parameter recovered: told what became of an earlier run that did not end, at once: the site is another from then
    ///   on, whatever fails afterwards.
    /// - Throws: `BuildLock.Taken`, `OutputFolder.Refusal`, `UnfinishedPublication`, `DiskError`.
    init(_ options: BoardOptions, recovered: (Recovery) -> Void = { _ in }) throws {
        try options.refuseOutputAmongInputs()
        state = options.state
        try Disk.makeFolder(state.board)
        let lock = try BuildLock(at: state.lockPath)
        try state.prepare()
        locks = [lock, try BuildLock(onFolder: options.output)].compactMap { $0 }

        var unlisted = try state.unlistedFiles()
        // Looked at before anything is put in place: a link within could lead out of the folder.
        var output = try OutputFolder(options.output, unlisted: unlisted)
        var hasLeftovers = false
        if let record = try CommitRecord(at: state.recordPath) {
            do throws(UnfinishedPublication) {
                try RollForward(record: record, output: options.output, state: state).run()
            } catch {
                guard case .removing(let files) = error.remaining else { throw error }
                // One file that can't be removed must not keep the next person from being taken down.
                unlisted.formUnion(files)
                hasLeftovers = true
            }
            recovery = .finished
            recovered(.finished)
            output = try OutputFolder(options.output, unlisted: unlisted)
        } else {
            let hadStaged = try StagingArea(in: options.output).discard()
            recovery = try state.discardStaged() || hadStaged ? .cleared : nil
            if recovery == .cleared { recovered(.cleared) }
        }
        for file in output.abandoned { unlink(options.output + "/" + file) }
        try state.adoptEarlierState()
        unlisted.formUnion(try state.unlistedFiles())
        self.output = output
        self.unlisted = unlisted
        self.hasLeftovers = hasLeftovers
    }
}
