import Diagnostics

/// Decides which requests reach the board at all.
struct RequestGate: Sendable {
    /// The port that the server listens on.
    var port: UInt16
    var language: Language
    /// What other machines need; nil where none is let in.
    var pass: PhonePass?

    enum Verdict {
        case admitted(path: String)
        case refused(PreviewResponse)
    }

    /// - Parameters:
    ///   - peer: who asks.
    ///   - own: the address of this machine that the connection came in by.
    func verdict(on head: RequestHead, from peer: SocketAddress, to own: SocketAddress?) -> Verdict {
        let isLocal = peer.isThisMachine
        guard let host = head.fields["host"]?.lowercased(), isLocal ? isOurs(host) : isOurs(host, in: own) else {
            return .refused(.text(Self.otherHost(port)[language], status: 403))
        }
        guard head.method == "GET" || head.method == "HEAD" else {
            return .refused(.text(Self.readingOnly[language], status: 405, headers: ["Allow": "GET, HEAD"]))
        }
        guard let path = RequestPath(percentEncoded: head.path) else {
            return .refused(.text(Self.badAddress[language], status: 400))
        }
        if !isLocal {
            guard let pass, peer.isPrivate else { return .refused(.text(Self.otherHost(port)[language], status: 403)) }
            if let cookie = pass.cookie(for: path.decoded) {
                var home = PreviewResponse.redirect(to: "/", status: 302)
                home.headers["Set-Cookie"] = cookie
                return .refused(home)
            }
            guard pass.admits(cookies: head.fields["cookie"]) else {
                return .refused(.text((pass.isShut ? Self.shut : Self.codeWanted)[language], status: 403))
            }
        }
        return .admitted(path: path.decoded)
    }

    /// Whether the browser meant this machine. A hostile site can make its own name point at
    /// 127.0.0.1 (DNS rebinding) and would then read the drafts; the name still stands in `Host`.
    private func isOurs(_ host: String) -> Bool {
        let names = ["127.0.0.1", "localhost", "[::1]"]
        return names.contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
    }

    /// The same of a telephone, which knows this machine by its number only: no name can be made to point here.
    private func isOurs(_ host: String, in own: SocketAddress?) -> Bool {
        guard pass != nil, let own else { return false }
        return host == "\(own.host):\(port)" || (port == 80 && host == own.host)
    }
}

extension RequestGate {
    private static func otherHost(_ port: UInt16) -> Message {
        Message(
            vi: "Trang xem trước chỉ mở được từ chính máy này, tại địa chỉ http://127.0.0.1:\(port)/.",
            en: "The preview can be opened only on this machine, at http://127.0.0.1:\(port)/.")
    }
    private static let readingOnly = Message(
        vi: "Trang xem trước chỉ để đọc: máy chủ chỉ nhận yêu cầu GET và HEAD.",
        en: "The preview is for reading only: the server takes GET and HEAD requests.")
    private static let badAddress = Message(
        vi: "Địa chỉ này không hợp lệ. Hãy mở lại từ trang chủ.", en: "This address is not valid. Please start again from the home page.")
    private static let codeWanted = Message(
        vi: "Trang xem trước cần mã. Hãy mở đúng địa chỉ mà máy tính đang hiện sau dòng “Xem trên điện thoại”.",
        en: "The preview needs its code. Open the very address that the computer shows after “On a telephone”.")
    private static let shut = Message(
        vi: "Đã có quá nhiều lần mở bằng mã sai, nên không nhận thêm điện thoại nào nữa. Trên máy tính, dừng lệnh serve rồi chạy lại "
            + "để có mã mới.",
        en: "Too many wrong codes were tried, so no other telephone is let in. Stop serve on the computer and start it again for a new "
            + "code.")
}
