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
    /// Others may change files there of which the system says nothing: a share, an overlay.
    case silent(path: String, fileSystem: String)

    /// Whether changes may happen of which no event tells, so that the files have to be looked at again and again.
    package var leavesBlindSpots: Bool {
        if case .missing = self { false } else { true }
    }

    /// What does not work, and what to do.
    package var message: Message {
        switch self {
        case .unavailable(let errno):
            Message(
                vi: "Hệ thống không báo thay đổi của tệp (\(Self.reason(errno))); chương trình tự xem lại các tệp mỗi giây.",
                en: "The system does not tell of changed files (\(Self.reason(errno))); they are looked at every second instead.")
        case .missing(let path):
            Message(
                vi: "Chưa có \(path); trang xem trước sẽ tự nhận khi thư mục hoặc tệp này được tạo.",
                en: "\(path) does not exist yet; the preview will notice when it is created.")
        case .tooManyFolders(let path):
            Message(
                vi: "Hệ thống đã hết số thư mục được phép theo dõi (từ \(path)); chương trình tự xem lại các tệp mỗi giây. "
                    + "Muốn nhanh hơn thì nhờ người quản trị tăng fs.inotify.max_user_watches.",
                en: "The system's limit of watched folders is reached (from \(path)); files are looked at every second instead. "
                    + "To be quicker, ask the administrator to raise fs.inotify.max_user_watches.")
        case .unreadable(let path, let errno):
            Message(
                vi: "Không theo dõi được \(path): \(Self.reason(errno)); chương trình tự xem lại các tệp mỗi giây.",
                en: "\(path) cannot be watched: \(Self.reason(errno)); files are looked at every second instead.")
        case .silent(let path, let fileSystem):
            Message(
                vi: "\(path) nằm trên \(fileSystem), nơi hệ thống không báo hết thay đổi; chương trình tự xem lại các tệp mỗi giây.",
                en: "\(path) lies on \(fileSystem), where the system does not tell of every change; files are looked at every second.")
        }
    }

    private static func reason(_ errno: Int32) -> String { String(cString: strerror(errno)) }
}
