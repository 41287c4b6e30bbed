import Diagnostics
import Glibc

/// What changed on disk within a short while.
package struct FileChanges: Sendable, Equatable {
    /// Files that were written, created, renamed or deleted: each begins with the root that it was
    /// found under, as it was given. A folder that was deleted or moved away stands for all that was in it.
    package var paths: Set<String> = []
    /// Changes came faster than the system keeps them, and some are lost: everything must be read again.
    package var needsRescan = false
    /// What went wrong meanwhile; the watcher goes on.
    package var problems: [FileWatcherProblem] = []

    package init(paths: Set<String> = [], needsRescan: Bool = false, problems: [FileWatcherProblem] = []) {
        self.paths = paths
        self.needsRescan = needsRescan
        self.problems = problems
    }

    var isEmpty: Bool { paths.isEmpty && !needsRescan && problems.isEmpty }
}

/// Why something is not watched.
package enum FileWatcherProblem: Error, Equatable, Sendable {
    /// The system gives no watcher at all.
    case unavailable(errno: Int32)
    /// A root is not there. It is watched as soon as it appears.
    case missing(path: String)
    /// More folders than the system lets one user watch (`fs.inotify.max_user_watches`).
    case tooManyFolders(path: String)
    case unreadable(path: String, errno: Int32)

    /// What does not work, and what to do.
    package var message: Message {
        switch self {
        case .unavailable(let errno):
            Message(
                vi: "Không theo dõi được thay đổi của tệp (\(Self.reason(errno))); hãy tự tải lại trang sau khi sửa.",
                en: "Changes to files cannot be noticed (\(Self.reason(errno))); reload the page yourself after an edit.")
        case .missing(let path):
            Message(
                vi: "Chưa có \(path); trang xem trước sẽ tự nhận khi thư mục hoặc tệp này được tạo.",
                en: "\(path) does not exist yet; the preview will notice when it is created.")
        case .tooManyFolders(let path):
            Message(
                vi: "Không theo dõi được \(path) vì hệ thống đã hết số thư mục được phép theo dõi. "
                    + "Hãy nhờ người quản trị tăng fs.inotify.max_user_watches.",
                en: "\(path) cannot be watched: the system's limit of watched folders is reached. "
                    + "Ask the administrator to raise fs.inotify.max_user_watches.")
        case .unreadable(let path, let errno):
            Message(
                vi: "Không theo dõi được \(path): \(Self.reason(errno)).", en: "\(path) cannot be watched: \(Self.reason(errno)).")
        }
    }

    private static func reason(_ errno: Int32) -> String { String(cString: strerror(errno)) }
}
