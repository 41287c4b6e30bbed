import Diagnostics
import Entries

/// What lies in the board's folder and can't be read as a file or folder: said, never passed over.
enum BoardObstacle {
    static let linkCode = "link-not-followed"

    /// The same of a file that an entry names; nil for anything but a link.
    static func fact(for file: SourceTreeFile) -> FileFact? {
        guard file.kind == .link, let found = diagnostic(for: file), let remedy = found.remedy else { return nil }
        return .refused(code: found.code, found.message, remedy: remedy)
    }

    /// Nil for files and folders.
    static func diagnostic(for file: SourceTreeFile) -> Diagnostic? {
        switch file.kind {
        case .file, .folder: nil
        case .link:
            // A whole year may be behind it. Of a photo its own entry tells, at its line.
            Diagnostic(
                isReadWhole(file.path) ? .error : .warning, linkCode,
                Message(
                    vi: "“\(file.path)” là liên kết (symbolic link), chương trình không đọc theo: có gì ở đó đều không lên trang",
                    en: "“\(file.path)” is a symbolic link, which is not followed: nothing behind it gets on the board"),
                at: SourcePlace(path: file.path),
                remedy: Message(
                    vi: "chép chính tệp hoặc thư mục ấy vào đây rồi xóa liên kết",
                    en: "copy the file or folder itself here and delete the link"))
        default:
            Diagnostic(
                .warning, "not-a-file",
                Message(
                    vi: "“\(file.path)” không phải là tệp hay thư mục (có thể là socket, pipe hoặc thiết bị) nên không được đọc",
                    en: "“\(file.path)” is neither a file nor a folder (perhaps a socket, pipe or device) and is not read"),
                at: SourcePlace(path: file.path),
                remedy: Message(vi: "xóa hoặc chuyển nó đi nơi khác", en: "delete it or move it elsewhere"))
        }
    }

    /// Whether the program reads everything that stands there: missing it would go unseen.
    private static func isReadWhole(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        let isPicture =
            path.hasPrefix("content/") && name.contains(".") && !["csv", "md", "yaml", "yml"].contains { name.hasSuffix("." + $0) }
        return !isPicture
    }
}
