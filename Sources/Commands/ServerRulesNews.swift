import Diagnostics

/// What is said when the web server has something new to learn.
enum ServerRulesNews {
    /// - Parameter folder: where the rules lie.
    static func message(_ folder: String) -> Message {
        Message(
            vi: "Quy tắc cho máy chủ web đã thay đổi: gửi các tệp trong \(folder) cho người quản trị máy chủ (xem docs/may-chu.md).",
            en: "The rules for the web server have changed: hand the files in \(folder) to whoever runs it (see docs/may-chu.md).")
    }
}
