import Diagnostics

/// Turns the board's answer into an HTTP response: lengths, ranges, HEAD, and the header fields of every response.
struct ResponseEncoder {
    var isHead: Bool
    /// The `Range` field of the request.
    var range: String?
    var language: Language

    /// A response as it is sent.
    struct Encoded {
        /// The head, and the body where it is at hand.
        var bytes: [UInt8]
        /// The part of a file that follows.
        var file: (OpenFile, Range<Int>)?
    }

    /// - Parameter keepsAlive: whether further requests are taken on the connection.
    func head(of response: PreviewResponse, keepsAlive: Bool) -> Encoded {
        switch response.body {
        case .bytes(let bytes):
            let head = text(response, length: bytes.count, keepsAlive: keepsAlive)
            return Encoded(bytes: isHead ? head : head + bytes)
        case .file(let path):
            return encode(response, file: OpenFile(path: path), keepsAlive: keepsAlive)
        }
    }

    /// The head of a response that ends with its connection.
    func endlessHead(of response: PreviewResponse) -> [UInt8] { text(response, length: nil, keepsAlive: false) }

    private func encode(_ response: PreviewResponse, file: OpenFile?, keepsAlive: Bool) -> Encoded {
        guard let file else { return head(of: .text(Self.missing[language], status: 404), keepsAlive: keepsAlive) }
        var response = response
        response.headers["Accept-Ranges"] = "bytes"
        var sent = 0..<file.size
        // A range of an error page, or of an answer to HEAD, has no meaning (RFC 9110, 14.2).
        switch response.status == 200 && !isHead ? ByteRange(range, size: file.size) : .whole {
        case .whole:
            break
        case .part(let part):
            response.status = 206
            response.headers["Content-Range"] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
            sent = part
        case .unsatisfiable:
            let refused = PreviewResponse.text(
                Self.noSuchPart[language], status: 416, headers: ["Content-Range": "bytes */\(file.size)"])
            return head(of: refused, keepsAlive: keepsAlive)
        }
        return Encoded(bytes: text(response, length: sent.count, keepsAlive: keepsAlive), file: isHead ? nil : (file, sent))
    }

    private func text(_ response: PreviewResponse, length: Int?, keepsAlive: Bool) -> [UInt8] {
        var fields = response.headers.filter { Self.isSafe(name: $0.key, value: $0.value) }
        let own: [(String, String?)] = [
            ("Content-Type", Self.isSafe(name: "", value: response.contentType) ? response.contentType : "application/octet-stream"),
            ("Content-Length", length.map(String.init)), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            // Drafts are not for other sites open in the same browser, neither as scripts nor as pictures.
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Connection", keepsAlive ? "keep-alive" : "close"),
        ]
        for (name, _) in own { for key in fields.keys where key.lowercased() == name.lowercased() { fields[key] = nil } }
        var text = "HTTP/1.1 \(response.status) \(Self.phrases[response.status] ?? "Status")\r\n"
        for (name, value) in own { if let value { text += "\(name): \(value)\r\n" } }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// A line break in a field would let its value add fields of its own.
    private static func isSafe(name: String, value: String) -> Bool {
        name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") } && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    private static let missing = Message(vi: "Không tìm thấy tệp này trên đĩa.", en: "This file is not on disk.")
    private static let noSuchPart = Message(vi: "Tệp này không có phần được yêu cầu.", en: "This file has no such part.")

    private static let phrases = [
        200: "OK", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 307: "Temporary Redirect", 308: "Permanent Redirect",
        400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 410: "Gone", 414: "URI Too Long",
        416: "Range Not Satisfiable", 431: "Request Header Fields Too Large", 500: "Internal Server Error", 503: "Service Unavailable",
    ]
}
