/// The video formats that the board publishes.
package enum VideoFormat: String, Sendable, CaseIterable {
    case mp4, webm

    /// The media type for HTTP and HTML.
    package var mediaType: String { "video/\(rawValue)" }

    /// Recognises a video by its first bytes; 4 KB are always enough. `nil` for anything else:
    /// QuickTime (`.mov`), audio, Matroska and pictures in the same container are refused.
    package init?(sniffing bytes: [UInt8]) {
        if let box = FileTypeBox(bytes) {
            let refused: Set = ["qt  ", "M4A ", "M4B ", "M4P ", "avif", "avis", "heic", "heix", "mif1", "msf1", "crx "]
            guard !refused.contains(box.majorBrand), !box.brands.isDisjoint(with: Self.mp4Brands) else { return nil }
            self = .mp4
        } else if Self.isWebM(bytes) {
            self = .webm
        } else {
            return nil
        }
    }

    /// Brands that stand for MP4 with video; from the registration authority's list (mp4ra.org).
    private static let mp4Brands: Set = [
        "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "dash", "MSNV", "M4V ", "M4VH",
        "M4VP", "3gp4", "3gp5", "3gp6",
    ]

    /// WebM is the Matroska container with the document type `webm` (RFC 8794 for EBML): the
    /// signature alone would let every `.mkv` in.
    private static func isWebM(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) else { return false }
        let documentType: [UInt8] = [0x42, 0x82, 0x84] + Array("webm".utf8)  // element, length 4, value
        return (4..<max(4, min(bytes.count, 128))).contains { bytes[$0...].starts(with: documentType) }
    }
}
