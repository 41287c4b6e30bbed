import Glibc

/// Which folders are watched and why; turns the system's messages into changed paths.
///
/// inotify watches single folders, not trees, and by identity, not by name: a folder that moves
/// takes its watch along. So every folder of a tree has a watch of its own, and what appears,
/// moves or goes changes the set of watches.
struct WatchedTrees: Sendable {
    /// A folder with a watch on it.
    private struct Folder {
        var path: String
        /// Whether what happens here is reported, or only waited for: the parent of a single
        /// file, or of a root that is not there yet.
        var isInTree: Bool
    }

    private let inotify: Inotify
    private let roots: [String]
    private var folders: [Int32: Folder] = [:]
    private var watches: [String: Int32] = [:]
    private var singleFiles: Set<String> = []
    private var missing: Set<String> = []
    /// Mounts that have been told of as silent, and whether the limit of watches has been.
    private var told: Set<String> = []
    private var limitIsTold = false

    /// - Parameter roots: folders, watched with all that is in them, and single files.
    /// - Parameter problems: what could not be watched.
    init(_ inotify: Inotify, roots: [String], problems: inout [FileWatcherProblem]) {
        self.inotify = inotify
        self.roots = roots.map(Self.withoutTrailingSlash)
        var changes = FileChanges()
        for root in self.roots { watch(root: root, isNew: false, &changes) }
        problems += changes.problems + missing.sorted().map { .missing(path: $0) }
    }

    /// Notes the messages and keeps the set of watches true to the disk.
    mutating func absorb(_ events: [Inotify.Event], into changes: inout FileChanges) {
        for event in events {
            if event.isAny(of: IN_Q_OVERFLOW) {
                changes.needsRescan = true
                watchAnew(&changes)
            } else if let folder = folders[event.watch] {
                absorb(event, in: folder, &changes)
            }
        }
    }

    private mutating func absorb(_ event: Inotify.Event, in folder: Folder, _ changes: inout FileChanges) {
        if event.isAny(of: IN_IGNORED) {
            forget(event.watch)
        } else if event.isAny(of: IN_DELETE_SELF, IN_MOVE_SELF) {
            forgetTree(folder.path)
            for root in roots where root == folder.path || root.hasPrefix(folder.path + "/") {
                changes.paths.insert(root)
                watch(root: root, isNew: true, &changes)
            }
        } else {
            absorb(event, at: Self.join(folder.path, event.name), isInTree: folder.isInTree && !Self.isLitter(event.name), &changes)
        }
    }

    private mutating func absorb(_ event: Inotify.Event, at path: String, isInTree: Bool, _ changes: inout FileChanges) {
        let appears = event.isAny(of: IN_CREATE, IN_MOVED_TO)
        let goes = event.isAny(of: IN_DELETE, IN_MOVED_FROM)
        let isFolder = event.isAny(of: IN_ISDIR)
        if singleFiles.contains(path) || (isInTree && (!isFolder || goes)) { changes.paths.insert(path) }
        if isFolder, goes { forgetTree(path) }
        if isFolder, appears, isInTree { watchTree(path, isNew: true, &changes) }
        if appears {
            for root in missing where root == path || root.hasPrefix(path + "/") { watch(root: root, isNew: true, &changes) }
        }
    }
}

extension WatchedTrees {
    /// - Parameter isNew: whether what is found there counts as changed.
    private mutating func watch(root: String, isNew: Bool, _ changes: inout FileChanges) {
        while true {
            switch FileKind(at: root) {
            case .folder:
                missing.remove(root)
                reportSilentMounts(root, &changes)
                watchTree(root, isNew: isNew, &changes)
                if missing.isEmpty { forgetIdleFolders() }
                return
            case .other:
                missing.remove(root)
                singleFiles.insert(root)
                watch(folder: Self.parent(of: root), isInTree: false, &changes)
                if isNew { changes.paths.insert(root) }
                if missing.isEmpty { forgetIdleFolders() }
                return
            case nil:
                missing.insert(root)
                var ancestor = Self.parent(of: root)
                var step = root
                while FileKind(at: ancestor) == nil, ancestor != "/", ancestor != "." {
                    step = ancestor
                    ancestor = Self.parent(of: ancestor)
                }
                watch(folder: ancestor, isInTree: false, &changes)
                // It may have come between the look and the watch; then no message would ever tell.
                if FileKind(at: step) == nil { return }
            }
        }
    }

    /// Watches are set there nevertheless: what is changed on this machine is told of at once.
    private mutating func reportSilentMounts(_ root: String, _ changes: inout FileChanges) {
        guard let resolved = realpath(root, nil) else { return }
        defer { free(resolved) }
        let path = String(cString: resolved)
        let mounts = MountTable.ofTheSystem?.mounts(of: path) ?? [MountTable.Mount(path: path, kind: "?")]
        for mount in mounts where !mount.raisesEvents && told.insert(mount.path).inserted {
            changes.problems.append(.silent(path: mount.path.hasPrefix(path) ? mount.path : root, fileSystem: mount.kind))
        }
    }

    private mutating func watchTree(_ top: String, isNew: Bool, _ changes: inout FileChanges) {
        var waiting = [top]
        while let path = waiting.popLast() {
            // First the watch, then the list: what appears in between is found twice rather than never.
            guard watch(folder: path, isInTree: true, &changes) else { continue }
            let listing = FolderListing(path)
            waiting += listing.folders.filter { !Self.isLitter($0) }.map { Self.join(path, $0) }
            if isNew { changes.paths.formUnion(listing.others.filter { !Self.isLitter($0) }.map { Self.join(path, $0) }) }
        }
    }

    @discardableResult
    private mutating func watch(folder path: String, isInTree: Bool, _ changes: inout FileChanges) -> Bool {
        do throws(FileWatcherProblem) {
            let watch = try inotify.watch(path)
            folders[watch] = Folder(path: path, isInTree: isInTree || folders[watch]?.isInTree == true)
            watches[path] = watch
            return true
        } catch {
            // A folder that went again at once is no problem; one that is not allowed is.
            switch error {
            case .missing: return false
            case .tooManyFolders where limitIsTold: return false
            case .tooManyFolders: limitIsTold = true
            default: break
            }
            changes.problems.append(error)
            return false
        }
    }

    private mutating func watchAnew(_ changes: inout FileChanges) {
        for watch in folders.keys { inotify.forget(watch) }
        folders = [:]
        watches = [:]
        for root in roots { watch(root: root, isNew: false, &changes) }
    }

    private mutating func forget(_ watch: Int32) {
        guard let folder = folders.removeValue(forKey: watch) else { return }
        if watches[folder.path] == watch { watches[folder.path] = nil }
    }

    private mutating func forgetTree(_ top: String) {
        for (path, watch) in watches where path == top || path.hasPrefix(top + "/") {
            inotify.forget(watch)
            forget(watch)
        }
    }

    /// Drops the watches that only waited for a root: a busy parent folder would wake us for nothing.
    private mutating func forgetIdleFolders() {
        let needed = Set(singleFiles.map(Self.parent))
        for (watch, folder) in folders where !folder.isInTree && !needed.contains(folder.path) {
            inotify.forget(watch)
            forget(watch)
        }
    }
}

extension WatchedTrees {
    /// Hidden files, and the copies and locks that editors and office programs lay beside a file while it is open.
    static func isLitter(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder == "/" ? "/" + name : folder == "." ? name : folder + "/" + name
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func withoutTrailingSlash(_ path: String) -> String {
        var path = path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        return path
    }
}
