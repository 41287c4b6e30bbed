import Board
import Diagnostics
import Formats
import Glibc

/// The folder that the site is written to.
///
/// Nothing is changed until every byte of the new site lies on the disk: a changed file waits under a
/// temporary name beside the old one, and `commit` puts them all in place. On any failure `abort` leaves
/// the folder as it was. An inode that is published is never opened for writing, so visitors see no torn
/// page, and hard links to an earlier release keep what they had.
package struct OutputFolder: Sendable {
    /// A folder that carries this file is ours.
    package static let marker = ".bangvang"
    static let gitIgnore = ".gitignore"
    private static let temporarySuffix = ".bangvang-moi"

    package let path: String
    /// The files that lie there now, by their paths from the folder.
    package let existing: Set<String>
    private let isNew: Bool
    /// Where new files are written down before they are made.
    private var journal: CreationJournal?

    /// Why a folder is refused.
    package struct Refusal: Error {
        package var message: Message
        package var remedy: Message
    }

    /// Opens the folder; it need not exist yet. Throws `Refusal` where it is somebody else's.
    package init(_ path: String) throws {
        self.path = path
        switch Disk.kind(of: path) {
        case nil:
            (existing, isNew) = ([], true)
            return
        case .file, .other:
            throw Refusal(
                message: Message(vi: "“\(path)” không phải là thư mục", en: "“\(path)” is not a folder"),
                remedy: Message(vi: "chọn thư mục khác bằng --output", en: "choose another folder with --output"))
        case .folder, .link: break
        }
        let items = try FolderWalk.items(in: path, withHidden: true)
        let files = Set(items.lazy.filter { $0.kind == .file }.map(\.path))
        let isOurs = files.contains(Self.marker)
        let isEmpty = items.allSatisfy { [Self.gitIgnore, ".gitkeep"].contains($0.path) }
        guard isOurs || isEmpty else {
            throw Refusal(
                message: Message(
                    vi: "thư mục “\(path)” có sẵn tệp khác và không phải do bangvang tạo",
                    en: "the folder “\(path)” holds other files and was not made by bangvang"),
                remedy: Message(
                    vi: "chọn thư mục trống bằng --output; bangvang không bao giờ ghi đè lên thư mục của người khác",
                    en: "choose an empty folder with --output: bangvang never writes over somebody else's"))
        }
        if let link = items.first(where: { $0.kind == .link }) {
            throw Refusal(
                message: Message(
                    vi: "trong “\(path)” có liên kết tượng trưng “\(link.path)”", en: "“\(path)” holds a symbolic link, “\(link.path)”"),
                remedy: Message(
                    vi: "xóa liên kết đó: ghi qua nó có thể ra ngoài thư mục", en: "remove it: writing through it could leave the folder"))
        }
        // What a build that was cut off left behind is of no use to anyone.
        for file in files where file.hasSuffix(Self.temporarySuffix) { unlink(path + "/" + file) }
        existing = files.filter { !$0.hasSuffix(Self.temporarySuffix) }
        isNew = !isOurs
    }

    /// The ids of the entries that have a page now: `vinh-danh/<year>/<id>/index.html`.
    ///
    /// A tombstone is no such page. What lies there decides: a page that is not, byte for byte, the tombstone
    /// that the manifest speaks of counts as the honour's own, so a build that was cut off between the two can
    /// hide nobody.
    package func publishedIDs(besides tombstones: [String: String]) throws(DiskError) -> Set<String> {
        var ids: Set<String> = []
        for file in existing where file.hasPrefix(Route.entries) && file.hasSuffix("/index.html") {
            let parts = file.split(separator: "/")
            // A list's further pages lie at trang/<number>/, beside the years.
            guard parts.count == 4, parts[1] != "trang" else { continue }
            if let fingerprint = tombstones[file], Fingerprint(try Disk.read(path + "/" + file)).digits == fingerprint { continue }
            ids.insert(String(parts[2]))
        }
        return ids
    }

    /// How a file was put on the disk.
    package enum Written: Sendable {
        case unchanged
        /// Under its own name already; `abort` removes it again.
        case created
        /// Beside the old one, under a temporary name.
        case staged
    }

    /// Makes sure the folder can be written to and carries its marker.
    package func prepare() throws(DiskError) {
        try Disk.makeFolder(path)
        guard isNew else { return }
        try Disk.replace(path + "/" + Self.marker, with: Array(Self.markerText.utf8))
        try Disk.replace(path + "/" + Self.gitIgnore, with: Array(Self.gitIgnoreText.utf8))
    }

    private static let markerText =
        "Thư mục này do bangvang tạo và ghi; xin đừng sửa tay. bangvang chỉ xóa những gì chính nó đã ghi.\n"
    private static let gitIgnoreText = "*\n!.gitignore\n!.bangvang\n"

    /// The same folder, with new files written down in a journal before they are made.
    func recording(in journal: CreationJournal) -> OutputFolder {
        var folder = self
        folder.journal = journal
        return folder
    }

    /// Writes one file, unless it has these bytes already. Called from many tasks at once, for different
    /// files.
    package func write(_ file: String, _ bytes: [UInt8]) throws(DiskError) -> Written {
        let target = path + "/" + file
        guard existing.contains(file) else {
            try journal?.note(file)
            try create(target, bytes)
            return .created
        }
        if try has(target, bytes) { return .unchanged }
        try create(target + Self.temporarySuffix, bytes)
        return .staged
    }

    /// Writes a video, unless it lies there already, without ever holding it in memory.
    func write(_ file: String, _ video: VideoCopy) throws(DiskError) -> Written {
        let target = path + "/" + file
        let isThere = existing.contains(file)
        if isThere, try has(target, video) { return .unchanged }
        if !isThere { try journal?.note(file) }
        try create(isThere ? target + Self.temporarySuffix : target) { file throws(DiskError) in
            try video.forEachPiece { piece, _ throws(DiskError) in
                try piece.withUnsafeBytesTyped { bytes throws(DiskError) in try Disk.writeAll(bytes, to: file, target) }
            }
        }
        return isThere ? .staged : .created
    }

    private func has(_ target: String, _ video: VideoCopy) throws(DiskError) -> Bool {
        guard Disk.kind(of: target) == .file else { return false }
        let published = try DiskFile(target)
        guard published.count == video.file.count else { return false }
        var isSame = true
        try video.forEachPiece { piece, offset throws(DiskError) in
            if isSame { isSame = try published.read(offset..<offset + piece.count) == piece }
        }
        return isSame
    }

    private func has(_ target: String, _ bytes: [UInt8]) throws(DiskError) -> Bool {
        let file = open(target, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw DiskError(.read, target) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, Int(status.st_size) == bytes.count else { return false }
        return try Disk.read(file, target) == bytes
    }

    private func create(_ target: String, _ bytes: [UInt8]) throws(DiskError) {
        try create(target) { file throws(DiskError) in
            try bytes.withUnsafeBytesTyped { bytes throws(DiskError) in try Disk.writeAll(bytes, to: file, target) }
        }
    }

    private func create(_ target: String, _ write: (Int32) throws(DiskError) -> Void) throws(DiskError) {
        // A new page nearly always has a new folder of its own.
        if target.hasSuffix("/index.html") { try Disk.makeFolder(String(target.dropLast("/index.html".count))) }
        var file = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        if file < 0, errno == ENOENT {
            try Disk.makeFolder(String(target[..<target.lastIndex(of: "/")!]))
            file = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        }
        guard file >= 0 else { throw DiskError(.create, target) }
        do throws(DiskError) {
            try write(file)
        } catch {
            close(file)
            unlink(target)
            throw error
        }
        guard close(file) == 0 else { throw DiskError(.write, target) }
    }

    /// Puts the staged files in place and removes those that are no longer wanted.
    package func commit(staged: [String], remove stale: [String]) throws(DiskError) {
        for file in staged {
            let target = path + "/" + file
            guard rename(target + Self.temporarySuffix, target) == 0 else { throw DiskError(.replace, target) }
        }
        for file in stale {
            let target = path + "/" + file
            guard unlink(target) == 0 || errno == ENOENT else { throw DiskError(.remove, target) }
            removeEmptyFolders(above: file)
        }
    }

    /// Takes back what was written, so that the folder is as it was.
    package func abort(created: [String], staged: [String]) {
        for file in created {
            unlink(path + "/" + file)
            removeEmptyFolders(above: file)
        }
        for file in staged { unlink(path + "/" + file + Self.temporarySuffix) }
        if isNew {
            unlink(path + "/" + Self.marker)
            if !existing.contains(Self.gitIgnore) { unlink(path + "/" + Self.gitIgnore) }
            rmdir(path)
        }
    }

    private func removeEmptyFolders(above file: String) {
        var folder = file[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            guard rmdir(path + "/" + folder) == 0 else { return }
        }
    }
}
