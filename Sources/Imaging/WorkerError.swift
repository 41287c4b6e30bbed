import Diagnostics
import Glibc

/// The imaging worker itself, or the machine, is what is wrong, and no picture.
package enum WorkerError: Error, Sendable, Equatable {
    /// No program stands at the path.
    case missing(path: String)
    /// The program at the path does not do its work; the text is what it or the system says.
    case unusable(path: String, reason: String)
    /// The machine has no memory, process or handle left for it; the text is what the system says.
    case noResources(path: String, reason: String)

    /// - Parameter code: the error number of starting the worker, or of talking with it; see errno(3).
    package init(systemRefuses code: Int32, path: String) {
        let reason = String(cString: strerror(code))
        switch code {
        case EAGAIN, ENOMEM, ENOBUFS, EMFILE, ENFILE: self = .noResources(path: path, reason: reason)
        default: self = .unusable(path: path, reason: reason)
        }
    }

    package var message: Message {
        switch self {
        case .missing(let path):
            Message(
                vi: "không có chương trình xử lý ảnh “\(path)”, nên chưa làm được ảnh cho trang",
                en: "the imaging program “\(path)” is missing, so no pictures can be made"
            ).asSentence
        case .unusable(let path, let reason):
            Message(
                vi: "chương trình xử lý ảnh “\(path)” không chạy được: \(reason)",
                en: "the imaging program “\(path)” does not work: \(reason)"
            ).asSentence
        case .noResources(let path, let reason):
            Message(
                vi: "máy không còn đủ bộ nhớ hoặc tài nguyên để chạy chương trình xử lý ảnh “\(path)”: \(reason)",
                en: "the machine has no memory or resources left for the imaging program “\(path)”: \(reason)"
            ).asSentence
        }
    }

    /// What to do about it.
    package var remedy: Message {
        switch self {
        case .missing:
            Message(
                vi: "bangvang-imaging phải nằm cùng thư mục với bangvang: chạy make program để dựng cả hai, hoặc chép lại cả hai tệp",
                en: "bangvang-imaging belongs beside bangvang: run make program, which builds both, or copy both again"
            ).asSentence
        case .unusable:
            Message(
                vi: "cài gói libvips42 (Debian, Ubuntu), rồi dựng lại cả hai chương trình bằng make program",
                en: "install the package libvips42 (Debian, Ubuntu), then build both programs again with make program"
            ).asSentence
        case .noResources:
            Message(
                vi: "đóng bớt chương trình khác rồi chạy lại; ảnh và bài không cần sửa gì",
                en: "close other programs, then run again; pictures and entries need no change"
            ).asSentence
        }
    }
}
