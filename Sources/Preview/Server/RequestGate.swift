import Diagnostics
import FlyingFox

/// Decides which requests reach the board at all.
struct RequestGate {
    /// The port that the server listens on.
    var port: UInt16
    var language: Language

    enum Verdict {
        case admitted(path: String)
        case refused(PreviewResponse)
    }

    func verdict(on request: HTTPRequest) -> Verdict {
        guard let host = request.headers[.host], isOurs(host) else {
            return .refused(
                .text(
                    Message(
                        vi: "Trang xem trước chỉ mở được từ chính máy này, tại địa chỉ http://127.0.0.1:\(port)/.",
                        en: "The preview can be opened only on this machine, at http://127.0.0.1:\(port)/.")[language], status: 403))
        }
        guard request.method == .GET || request.method == .HEAD else {
            return .refused(
                .text(
                    Message(
                        vi: "Trang xem trước chỉ để đọc: máy chủ chỉ nhận yêu cầu GET và HEAD.",
                        en: "The preview is for reading only: the server takes GET and HEAD requests.")[language], status: 405,
                    headers: ["Allow": "GET, HEAD"]))
        }
        guard let path = RequestPath(percentEncoded: request.target.path(percentEncoded: true)) else {
            return .refused(
                .text(
                    Message(
                        vi: "Địa chỉ này không hợp lệ. Hãy mở lại từ trang chủ.",
                        en: "This address is not valid. Please start again from the home page.")[language], status: 400))
        }
        return .admitted(path: path.decoded)
    }

    /// Whether the browser meant this machine. A hostile site can make its own name point at
    /// 127.0.0.1 (DNS rebinding) and would then read the drafts; the name still stands in `Host`.
    private func isOurs(_ host: String) -> Bool {
        let names = ["127.0.0.1", "localhost", "[::1]"]
        let host = host.lowercased()
        return names.contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
    }
}
