/// The media types of the files that a site holds (RFC 9110, section 8.3; IANA's registry).
package enum MediaType {
    /// The type for a file name's ending.
    package static func of(_ path: String) -> String {
        switch path.split(separator: ".").last?.lowercased() {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        case "jpg", "jpeg": "image/jpeg"
        case "png": "image/png"
        case "webp": "image/webp"
        case "gif": "image/gif"
        case "ico": "image/vnd.microsoft.icon"
        case "woff2": "font/woff2"
        case "mp4": "video/mp4"
        case "webm": "video/webm"
        case "vtt": "text/vtt; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "pdf": "application/pdf"
        default: "application/octet-stream"
        }
    }

    /// Whether what lies at an address may be another after a change though its address is the same: a page, a feed.
    /// Styles and scripts have digests in their names; pictures are asked for by a page that was looked at itself.
    package static func changesWithThePage(_ path: String) -> Bool {
        let kind = of(path)
        return !["image/", "video/", "font/", "text/css", "text/javascript", "text/vtt"].contains { kind.hasPrefix($0) }
    }
}
