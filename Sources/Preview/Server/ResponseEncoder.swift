import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation

/// Turns the board's answer into an HTTP response: lengths, ranges, HEAD, and the header fields of every response.
struct ResponseEncoder {
    var isHead: Bool
    /// The `Range` field of the request.
    var range: String?
    var language: Language

    func encode(_ response: PreviewResponse) -> HTTPResponse {
        switch response.body {
        case .bytes(let bytes):
            message(response, length: bytes.count, body: HTTPBodySequence(data: Data(bytes), suggestedBufferSize: FileBody.pieceSize))
        case .file(let path):
            encode(response, file: OpenFile(path: path))
        }
    }

    /// An endless stream of events. HEAD opens none.
    func encode(_ events: @autoclosure () -> ReloadEvents) -> HTTPResponse {
        let head = PreviewResponse(contentType: "text/event-stream; charset=utf-8", body: .bytes([]))
        if isHead { return message(head, length: nil, body: HTTPBodySequence()) }
        return message(head, length: nil, body: HTTPBodySequence(from: events()))
    }

    private func encode(_ response: PreviewResponse, file: OpenFile?) -> HTTPResponse {
        guard let file else {
            let missing = Message(vi: "Không tìm thấy tệp này trên đĩa.", en: "This file is not on disk.")
            return encode(.text(missing[language], status: 404))
        }
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
            let refusal = Message(vi: "Tệp này không có phần được yêu cầu.", en: "This file has no such part.")
            return encode(.text(refusal[language], status: 416, headers: ["Content-Range": "bytes */\(file.size)"]))
        }
        let body = HTTPBodySequence(from: FileBody(file: file, range: sent), count: sent.count, suggestedBufferSize: FileBody.pieceSize)
        return message(response, length: sent.count, body: body)
    }

    private func message(_ response: PreviewResponse, length: Int?, body: HTTPBodySequence) -> HTTPResponse {
        var headers = HTTPHeaders()
        for (name, value) in response.headers where Self.isSafe(name: name, value: value) { headers[HTTPHeader(name)] = value }
        headers[.contentType] = Self.isSafe(name: "", value: response.contentType) ? response.contentType : "application/octet-stream"
        headers[.contentLength] = length.map(String.init)
        headers[.cacheControl] = "no-store"
        headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
        // Drafts are not for other sites open in the same browser, neither as scripts nor as pictures.
        headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
        return HTTPResponse(
            statusCode: HTTPStatusCode(response.status, phrase: Self.phrases[response.status] ?? "Status"), headers: headers,
            body: isHead ? HTTPBodySequence() : body)
    }

    /// A line break in a field would let its value add fields of its own.
    private static func isSafe(name: String, value: String) -> Bool {
        name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") } && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    private static let phrases = [
        200: "OK", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 307: "Temporary Redirect", 308: "Permanent Redirect",
        400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 410: "Gone", 416: "Range Not Satisfiable",
        500: "Internal Server Error", 503: "Service Unavailable",
    ]
}
