import Foundation
import Glibc

/// Watches folder trees and single files, and tells what changed in them.
///
/// Editors write in many ways: into the file, into a copy that is renamed over it, or by
/// removing and creating. All of them arrive as one set of paths once things have been quiet for a moment.
package final class FileWatcher: Sendable {
    /// The changes, until ``stop()``. For one reader.
    package let changes: AsyncStream<FileChanges>
    /// What could not be watched at the start; roots that do not exist yet are among it.
    package let problems: [FileWatcherProblem]

    private let stopSignal: StopSignal

    /// Watches from now on: what changes after this call is not missed.
    ///
    /// - Parameters:
    ///   - roots: folders and files, absolute or relative to the current folder, which must then stay the same.
    ///     They need not exist.
    ///   - quiet: how long nothing must happen before changes are told.
    ///   - longest: how long changes are held back at most where it never becomes quiet.
    /// - Throws: only ``FileWatcherProblem/unavailable(errno:)``.
    package init(
        _ roots: [String], quiet: Duration = .milliseconds(80), longest: Duration = .seconds(1)
    ) throws(FileWatcherProblem) {
        let inotify = try Inotify()
        stopSignal = try StopSignal()
        var problems: [FileWatcherProblem] = []
        let trees = WatchedTrees(inotify, roots: roots, problems: &problems)
        self.problems = problems
        let (stream, continuation) = AsyncStream.makeStream(of: FileChanges.self)
        changes = stream
        let loop = WatchLoop(inotify: inotify, stopSignal: stopSignal, quiet: quiet, longest: longest)
        // A thread of its own: it sleeps in poll(), which a task must not do.
        let thread = Thread {
            loop.run(trees) { continuation.yield($0) }
            continuation.finish()
        }
        thread.name = "file-watcher"
        thread.start()
    }

    deinit { stop() }

    /// Ends ``changes``. Calling it again does nothing.
    package func stop() {
        stopSignal.send()
    }
}

/// A pipe that wakes the sleeping thread. Each side holds both ends open: writing into a pipe that
/// nobody can read any more would end the program.
private final class StopSignal: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    init() throws(FileWatcherProblem) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw .unavailable(errno: errno) }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    func send() { _ = write(writeEnd, [0], 1) }
}

/// The thread's work: wait for messages, gather them until it is quiet, tell, and so on.
private struct WatchLoop: Sendable {
    let inotify: Inotify
    let stopSignal: StopSignal
    let quiet: Duration
    let longest: Duration

    func run(_ start: WatchedTrees, tell: (FileChanges) -> Void) {
        var trees = start
        var gathered = FileChanges()
        var first = ContinuousClock.now
        var last = first
        while true {
            let now = ContinuousClock.now
            let due = min(last + quiet, first + longest)
            if !gathered.isEmpty, now >= due {
                tell(gathered)
                gathered = FileChanges()
            }
            switch wait(gathered.isEmpty ? nil : now.duration(to: due)) {
            case .stopped:
                return
            case .quiet:
                continue
            case .messages:
                let wasEmpty = gathered.isEmpty
                trees.absorb(inotify.read(), into: &gathered)
                last = ContinuousClock.now
                if wasEmpty { first = last }
            }
        }
    }

    private enum Wake { case stopped, messages, quiet }

    /// - Parameter limit: `nil` to wait as long as it takes.
    private func wait(_ limit: Duration?) -> Wake {
        var files = [
            pollfd(fd: stopSignal.readEnd, events: Int16(POLLIN), revents: 0),
            pollfd(fd: inotify.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        // Rounded up, or the last fraction of a millisecond would be spent spinning.
        let milliseconds = limit.map { Int32(clamping: Int64($0 / .milliseconds(1)) + 1) } ?? -1
        let ready = poll(&files, 2, milliseconds)
        if ready <= 0 { return .quiet }
        return files[0].revents != 0 ? .stopped : .messages
    }
}
