import Diagnostics
import Glibc

/// The disk refused something: not the author's mistake, so it is thrown.
package struct DiskError: Error {
    /// What was tried.
    package enum Operation: Sendable {
        case read, write, create, replace, remove, list, lock, sync
    }

    package var operation: Operation
    package var path: String
    /// The system's error number; see errno(3).
    package var code: Int32
    /// Whether nothing of the published site was changed before this happened; false where it is not known.
    package var leftSiteUntouched = false

    package init(_ operation: Operation, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    package var message: Message {
        let what =
            switch operation {
            case .read: Message(vi: "không đọc được", en: "can't read")
            case .write: Message(vi: "không ghi được", en: "can't write")
            case .create: Message(vi: "không tạo được", en: "can't create")
            case .replace: Message(vi: "không thay được", en: "can't replace")
            case .remove: Message(vi: "không xóa được", en: "can't remove")
            case .list: Message(vi: "không mở được thư mục", en: "can't open the folder")
            case .lock: Message(vi: "không khóa được", en: "can't lock")
            case .sync: Message(vi: "không ghi chắc được xuống đĩa", en: "can't flush to the disk")
            }
        return Message(vi: "\(what.vi) “\(path)”: \(reason.vi)", en: "\(what.en) “\(path)”: \(reason.en)").asSentence
    }

    /// What to do about it.
    package var remedy: Message {
        let wasReading = operation == .read || operation == .list
        return switch code {
        case ENOSPC, EDQUOT:
            Message(
                vi: "Giải phóng chỗ trên đĩa rồi chạy lại.", en: "Free some space and run again.")
        case EACCES where wasReading, EPERM where wasReading:
            Message(
                vi: "Xin quyền đọc tệp hoặc thư mục này rồi chạy lại.", en: "Get permission to read it, then run again.")
        case EMFILE, ENFILE, ENOMEM:
            Message(vi: "Đóng bớt chương trình khác rồi chạy lại.", en: "Close other programs, then run again.")
        case EACCES, EPERM, EROFS:
            Message(
                vi: "Xin quyền ghi vào thư mục này, hoặc chọn thư mục khác bằng --output.",
                en: "Get permission to write there, or choose another folder with --output.")
        default:
            Message(vi: "Kiểm tra đĩa và quyền truy cập rồi chạy lại.", en: "Check the disk and its permissions, then run again.")
        }
    }

    /// What the system says, without the file.
    package var reason: Message {
        switch code {
        case ENOENT: Message(vi: "không có tệp hoặc thư mục này", en: "no such file or folder")
        case EACCES, EPERM: Message(vi: "không đủ quyền", en: "permission denied")
        case EROFS: Message(vi: "đĩa chỉ cho đọc", en: "the disk is read-only")
        case ENOSPC, EDQUOT: Message(vi: "đĩa đã đầy", en: "the disk is full")
        case EISDIR: Message(vi: "đây là thư mục, không phải tệp", en: "it is a folder, not a file")
        case ENOTDIR: Message(vi: "một phần của đường dẫn không phải là thư mục", en: "part of the path is not a folder")
        case ELOOP: Message(vi: "đường dẫn đi qua liên kết tượng trưng", en: "the path goes through a symbolic link")
        case EMFILE, ENFILE: Message(vi: "quá nhiều tệp đang mở", en: "too many open files")
        case ENOMEM: Message(vi: "máy hết bộ nhớ", en: "the machine has no memory left")
        default: Message(String(cString: strerror(code)))
        }
    }
}
