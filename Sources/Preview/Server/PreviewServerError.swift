import Diagnostics
import Glibc

/// Why the preview server cannot run.
package enum PreviewServerError: Error, Equatable {
    /// Another program, often an earlier preview, listens on the port.
    case portTaken(UInt16)
    /// The system keeps the port for its administrator, as it does all below 1024.
    case portReserved(UInt16)
    /// Anything else, in the system's own words.
    case failed(String)

    /// What happened, and what to do.
    package var message: Message {
        switch self {
        case .portTaken(let port):
            Message(
                vi: "Cổng \(port) đang được một chương trình khác sử dụng. Hãy đóng chương trình đó hoặc chọn cổng khác.",
                en: "Port \(port) is in use by another program. Close that program or choose another port.")
        case .portReserved(let port):
            Message(
                vi: "Hệ thống không cho phép mở cổng \(port). Hãy chọn một cổng từ 1024 trở lên.",
                en: "The system does not allow port \(port) to be opened. Choose a port from 1024 up.")
        case .failed(let detail):
            Message(vi: "Máy chủ xem trước không chạy được: \(detail).", en: "The preview server cannot run: \(detail).")
        }
    }

    /// - Parameter errno: see socket(7), bind(2).
    init(errno: Int32, port: UInt16) {
        switch errno {
        case EADDRINUSE: self = .portTaken(port)
        case EACCES: self = .portReserved(port)
        default: self = .failed(String(cString: strerror(errno)))
        }
    }
}
