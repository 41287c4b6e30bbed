/// What the board answers to a request for a page; the server adds what HTTP and safety ask for.
package struct PreviewResponse: Sendable {
    /// Where the body comes from.
    package enum Body: Sendable {
        /// Bytes made for this request.
        case bytes([UInt8])
        /// A regular file on disk, streamed, of which browsers may ask for parts: videos cannot be
        /// wound forward otherwise. The path is the board's own and is not checked again.
        case file(path: String)
    }

    /// The HTTP status, such as 200 or 404.
    package var status: Int
    /// The media type, with its character set where there is one.
    package var contentType: String
    package var body: Body
    /// Further header fields. Those that the server sets itself (lengths, caching, safety) win over these;
    /// a field with control characters in it is left out.
    package var headers: [String: String]

    package init(status: Int = 200, contentType: String, body: Body, headers: [String: String] = [:]) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.headers = headers
    }

    /// A page made for this request.
    package static func page(_ bytes: [UInt8], status: Int = 200, contentType: String = "text/html; charset=utf-8") -> PreviewResponse {
        PreviewResponse(status: status, contentType: contentType, body: .bytes(bytes))
    }

    /// A picture, video or other file on disk. 404 if it is not there, or is not a regular file, when it is sent.
    package static func file(_ path: String, contentType: String) -> PreviewResponse {
        PreviewResponse(contentType: contentType, body: .file(path: path))
    }

    /// Sends the browser to another address of this server.
    /// - Parameter path: decoded, as ``PreviewServer/Page`` receives it; it is encoded here. Always
    ///   read as a path of this server, also where it begins with two slashes.
    package static func redirect(to path: String, status: Int = 301) -> PreviewResponse {
        let location = "/" + RequestPath.percentEncoded(path.drop { $0 == "/" })
        return PreviewResponse(status: status, contentType: "text/plain; charset=utf-8", body: .bytes([]), headers: ["Location": location])
    }

    /// A sentence as plain text.
    package static func text(_ text: String, status: Int, headers: [String: String] = [:]) -> PreviewResponse {
        PreviewResponse(
            status: status, contentType: "text/plain; charset=utf-8", body: .bytes(Array((text + "\n").utf8)), headers: headers)
    }
}
