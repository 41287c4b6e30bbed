import Diagnostics
import Formats
import Glibc

/// Writes `publish.status: withdrawn` into an entry's front matter, changing nothing else.
package enum WithdrawalMark {
    /// What became of it.
    package enum Outcome: Sendable {
        case written
        /// The file says it already.
        case stands
        /// Why nothing was written.
        case refused(Message)
    }

    /// The lines that stand in the front matter afterwards, for whoever has to write them by hand.
    package static let lines = "publish:\n  status: withdrawn"

    /// Marks the entry at a path from the board's folder, in whatever form the file is: its line ends, byte order mark, composition
    /// and every byte besides stay.
    ///
    /// - Parameter replace: puts new bytes in a file's place, for tests.
    package static func write(
        root: String, path: String,
        replace: (String, [UInt8]) throws(DiskError) -> Void = { path, bytes throws(DiskError) in
            try Disk.replace(path, with: bytes)
        }
    ) -> Outcome {
        let file = root + "/" + path
        do throws(DiskError) {
            guard try Disk.existingKind(of: file) == .file else { return .refused(notAFile) }
            let bytes = try Disk.read(file)
            guard let editor = FrontMatterEditor(path: path, bytes: bytes) else { return .refused(unreadable) }
            if editor.value(of: "status", in: "publish") == "withdrawn" { return .stands }
            guard let edited = editor.setting("status", in: "publish", to: "withdrawn") else { return .refused(unusual) }
            // Replacing would get round the protection that somebody gave the file.
            guard access(file, W_OK) == 0 else { throw DiskError(.write, file) }
            try replace(file, edited)
            return .written
        } catch {
            return .refused(error.message)
        }
    }
}

extension WithdrawalMark {
    private static let notAFile = Message(
        vi: "Ở đường dẫn ấy không có tệp, hoặc đó là một liên kết.", en: "There is no file at that path, or it is a link.")
    private static let unreadable = Message(
        vi: "Phần thông tin đầu bài không đọc được.", en: "The front matter can't be read.")
    private static let unusual = Message(
        vi: "Phần publish viết theo một dạng mà chương trình không sửa được chắc chắn.",
        en: "The key publish stands in a form that can't be changed safely.")
}
