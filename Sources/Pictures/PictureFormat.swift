/// The picture formats that the board publishes: those which every browser in use shows.
package enum PictureFormat: String, Sendable, CaseIterable {
    case jpeg, png, webp, gif

    /// The media type for HTTP and HTML.
    package var mediaType: String { "image/\(rawValue)" }

    /// Recognises a format by its first bytes, never by the file's name: names lie, and a browser
    /// that is told one type and given another may run what it should only show.
    ///
    /// Needs the first 16 bytes; an SVG is told from other text by the first kilobyte.
    /// - Throws: ``PictureError/unsupported(_:)`` for known kinds that are not published,
    ///   otherwise ``PictureError/notAPicture``.
    package init(sniffing bytes: [UInt8]) throws(PictureError) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: PNG.signature) {
            self = .png
        } else if bytes.holds("RIFF"), bytes.holds("WEBP", at: 8) {
            self = .webp
        } else if bytes.holds("GIF87a") || bytes.holds("GIF89a") {
            self = .gif
        } else if let kind = UnsupportedPicture(sniffing: bytes) {
            throw .unsupported(kind)
        } else {
            throw .notAPicture
        }
    }
}

extension UnsupportedPicture {
    init?(sniffing bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0x0A]) || bytes.starts(with: Array("\0\0\0\u{0C}JXL ".utf8)) {
            self = .jpegXL
        } else if bytes.starts(with: Array("\0\0\0\u{0C}jP  ".utf8)) {
            self = .jpeg2000
        } else if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A])
            || bytes.starts(with: [0x49, 0x49, 0x2B, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2B])
        {
            self = .tiff
        } else if bytes.holds("%PDF-") {
            self = .pdf
        } else if bytes.holds("8BPS") {
            self = .photoshop
        } else if bytes.starts(with: [0, 0, 1, 0]), bytes.count > 5, bytes[4] != 0 || bytes[5] != 0 {
            self = .icon
        } else if bytes.holds("BM"), bytes.count > 17, [12, 40, 52, 56, 64, 108, 124].contains(bytes[14]) {
            // Two letters alone would take any text that begins with "BM"; the header's length settles it.
            self = .bmp
        } else if let brands = FileTypeBox(bytes)?.brands {
            if brands.contains("avif") || brands.contains("avis") {
                self = .avif
            } else if !brands.isDisjoint(with: ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]) {
                self = .heic
            } else {
                return nil
            }
        } else if Self.isSVG(bytes) {
            self = .svg
        } else {
            return nil
        }
    }

    /// An SVG may begin with a byte order mark, an XML declaration, comments and a DOCTYPE.
    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = bytes[start...].firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }),
            bytes[first] == UInt8(ascii: "<")
        else { return false }
        return (first..<min(first + 1024, bytes.count)).contains { bytes.holds("<svg", at: $0) }
    }
}
