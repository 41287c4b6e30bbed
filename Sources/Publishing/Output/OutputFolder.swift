import Board
import Diagnostics
import Formats
import Glibc

/// The folder that the site is written to, as it lay there when it was opened.
///
/// Whose a folder is, its marker says, which is the first thing that is written: a first build that was cut off leaves a
/// folder that is ours. Whose a file is, the manifest says, never its path (`PublishedSite`).
package struct OutputFolder: Sendable {
    /// A folder that carries this file is ours.
    package static let marker = OutputNames.marker
    static let gitIgnore = OutputNames.gitIgnore

    package let path: String
    /// The files that lie there, by their paths from the folder, without marker and `.gitignore`.
    package let files: [String: FileStamp]
    /// The folders below.
    let folders: Set<String>
    /// Half-written pages that builds of versions before November 2026 left when they were killed.
    let abandoned: [String]
    /// Files and folders that not everybody on the machine may read, as a web server must.
    let closed: [FolderItem]
    private let origin: Origin
    private let hasGitIgnore: Bool

    private enum Origin {
        /// There was no folder.
        case missing
        /// There was one, with nothing in it.
        case empty
        case ours
    }

    /// Why a folder is refused.
    package struct Refusal: Error {
        package var message: Message
        package var remedy: Message
    }

    /// Opens the folder; it need not exist yet. Nothing in it is touched.
    ///
    /// - Parameter unlisted: files that are known to be ours even where the marker is missing.
    /// - Throws: `Refusal` where it is somebody else's; `DiskError`.
    init(_ path: String, unlisted: Set<String> = []) throws {
        self.path = path
        if let outer = try Self.output(around: path) { throw Refusal.within(outer, path) }
        switch try Disk.existingKind(of: path) {
        case nil:
            (files, folders, abandoned, closed, origin, hasGitIgnore) = ([:], [], [], [], .missing, false)
            return
        case .file, .other: throw Refusal.notAFolder(path)
        case .folder, .link: break
        }
        let items = try FolderWalk.items(in: path, withHidden: true, notInto: StagingArea.name)
        var files: [String: FileStamp] = [:]
        var folders: Set<String> = []
        var abandoned: [String] = []
        var link: String?
        for item in items where item.path != StagingArea.name {
            switch item.kind {
            case .file where item.path.hasSuffix(".bangvang-moi"): abandoned.append(item.path)
            case .file: files[item.path] = item.stamp
            case .folder: folders.insert(item.path)
            case .link: link = link ?? item.path
            case .other: break
            }
        }
        let isOurs = files.removeValue(forKey: Self.marker) != nil
        for name in Self.preparing { files[name] = nil }
        hasGitIgnore = files.removeValue(forKey: Self.gitIgnore) != nil
        let isEmpty = files.keys.allSatisfy { $0 == ".gitkeep" || unlisted.contains($0) }
        guard isOurs || (isEmpty && (folders.isEmpty || !unlisted.isEmpty)) else { throw Refusal.ofAnother(path) }
        // Whose the folder is comes first: nobody is told to remove a link of somebody else's.
        if let link { throw Refusal.link(link, in: path) }
        self.files = files
        self.folders = folders
        self.abandoned = abandoned
        closed = items.filter {
            ($0.kind == .file || $0.kind == .folder) && $0.path != StagingArea.name && !PublicPermissions.areEnough($0)
        }
        origin = isOurs ? .ours : .empty
    }

    /// The ids of the entries that have a page now: `vinh-danh/<year>/<id>/index.html`.
    ///
    /// A tombstone is no such page. What lies there decides: a page that is not, byte for byte, the tombstone
    /// that the manifest speaks of counts as the honour's own.
    package func publishedIDs(besides tombstones: [String: String]) throws(DiskError) -> Set<String> {
        var ids: Set<String> = []
        for file in files.keys {
            guard let id = Self.publishedID(of: file) else { continue }
            if let fingerprint = tombstones[file], Fingerprint(try Disk.read(path + "/" + file)).digits == fingerprint { continue }
            ids.insert(id)
        }
        return ids
    }

    /// The id of the entry whose page a file is; nil where it is none.
    static func publishedID(of file: String) -> String? {
        guard file.hasPrefix(Route.entries), file.hasSuffix("/index.html") else { return nil }
        let parts = file.split(separator: "/")
        // A list's further pages lie at trang/<number>/, beside the years.
        return parts.count == 4 && parts[1] != "trang" ? String(parts[2]) : nil
    }

    /// The output folder that a path lies in; nil where it lies in none. What is below an output is the output's: the
    /// next build would take it for a stranger's, and a take-down would not reach it.
    private static func output(around path: String) throws(DiskError) -> String? {
        var folder = Disk.absolutePath(path)
        while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            folder = String(folder[..<slash])
            // The state folder at a board's root has the same name.
            if try Disk.existingKind(of: folder + "/" + marker) == .file { return folder }
        }
        return nil
    }

    // MARK: Making it ours

    /// Makes sure that the folder is there and carries its marker.
    func prepare() throws(DiskError) {
        guard origin != .ours else { return }
        try PublicPermissions.makeFolder(path)
        // The marker last: without it, all of this is done again.
        if !hasGitIgnore { try Disk.replace(path + "/" + Self.gitIgnore, with: Array(Self.gitIgnoreText.utf8)) }
        try Disk.replace(path + "/" + Self.marker, with: Array(Self.markerText.utf8))
    }

    /// Takes `prepare` back, as far as the disk allows: what stays is still known as ours.
    func abandon() {
        guard origin != .ours else { return }
        for name in Self.preparing { unlink(path + "/" + name) }
        if !hasGitIgnore { unlink(path + "/" + Self.gitIgnore) }
        unlink(path + "/" + Self.marker)
        if origin == .missing { rmdir(path) }
    }

    /// What `prepare` may leave when it is cut off.
    private static let preparing = [marker + Disk.stagedSuffix, gitIgnore + Disk.stagedSuffix]

    private static let markerText =
        "Thư mục này do bangvang tạo và ghi; xin đừng sửa tay. bangvang chỉ xóa những gì chính nó đã ghi.\n"
    private static let gitIgnoreText = "*\n!.gitignore\n!.bangvang\n"

    /// Lets everybody read what an earlier build wrote under a stricter mask. A file that can't be changed is for the
    /// person to mend who runs the server; nothing else depends on it. The output folder itself stays as it is: somebody
    /// may keep it closed on purpose.
    ///
    /// - Parameter ours: the files that the program wrote.
    func widenPermissions(of ours: some Collection<String>) {
        guard !closed.isEmpty else { return }
        let files = Set(ours)
        var folders: Set<String> = []
        for file in files {
            for slash in file.indices where file[slash] == "/" { folders.insert(String(file[..<slash])) }
        }
        for item in closed where (item.kind == .folder ? folders : files).contains(item.path) {
            PublicPermissions.widen(path + "/" + item.path, item)
        }
    }
}

extension OutputFolder.Refusal {
    fileprivate static func notAFolder(_ path: String) -> Self {
        Self(
            message: Message(vi: "“\(path)” không phải là thư mục", en: "“\(path)” is not a folder"),
            remedy: Message(vi: "chọn thư mục khác bằng --output", en: "choose another folder with --output"))
    }

    fileprivate static func within(_ outer: String, _ path: String) -> Self {
        Self(
            message: Message(
                vi: "thư mục “\(path)” nằm trong “\(outer)”, là nơi một trang khác được ghi",
                en: "the folder “\(path)” lies within “\(outer)”, to which another site is written"),
            remedy: Message(
                vi: "chọn thư mục ở ngoài bằng --output: lần gỡ bài ở trang kia không xóa được bản nằm bên trong",
                en: "choose a folder outside of it with --output: a take-down there would not reach what lies within"))
    }

    fileprivate static func ofAnother(_ path: String) -> Self {
        Self(
            message: Message(
                vi: "thư mục “\(path)” có sẵn tệp khác và không phải do bangvang tạo",
                en: "the folder “\(path)” holds other files and was not made by bangvang"),
            remedy: Message(
                vi: "chọn thư mục trống bằng --output; bangvang không bao giờ ghi đè lên thư mục của người khác",
                en: "choose an empty folder with --output: bangvang never writes over somebody else's"))
    }

    fileprivate static func link(_ link: String, in path: String) -> Self {
        Self(
            message: Message(vi: "trong “\(path)” có liên kết tượng trưng “\(link)”", en: "“\(path)” holds a symbolic link, “\(link)”"),
            remedy: Message(
                vi: "xóa liên kết đó: ghi qua nó có thể ra ngoài thư mục", en: "remove it: writing through it could leave the folder"))
    }

    /// Files of somebody else lie where the site's own would go.
    static func occupied(_ files: [String], in path: String) -> Self {
        let named = files.prefix(10).map { "“\(path)/\($0)”" }.joined(separator: ", ")
        let more = files.count - 10
        return Self(
            message: Message(
                vi: "\(named)\(more > 0 ? " và \(more) tệp khác" : "") không do bangvang tạo, mà trang cần ghi vào đúng chỗ đó; "
                    + "chưa có gì thay đổi",
                en: "\(named)\(more > 0 ? " and \(more) others" : "") lie where the site has to be written and were not made by bangvang; "
                    + "nothing was changed"),
            remedy: Message(
                vi: "chuyển các tệp đó đi nơi khác (hoặc xóa nếu không cần), hay đổi địa chỉ của trang trùng chỗ, rồi chạy lại",
                en: "move them away (or delete them if nobody needs them), or give the page another address, then run again"))
    }
}
