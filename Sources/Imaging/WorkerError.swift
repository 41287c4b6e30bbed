import Diagnostics

/// The imaging worker itself is what is wrong: a broken installation, not a broken picture.
package enum WorkerError: Error, Sendable, Equatable {
    /// No program stands at the path.
    case missing(path: String)
    /// The program at the path does not do its work; the text is what it or the system says.
    case unusable(path: String, reason: String)

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
        }
    }
}
