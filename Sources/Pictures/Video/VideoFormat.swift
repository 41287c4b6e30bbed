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

/// Kinds of video that are recognised only to be refused by name, with what to do about it. The raw value is the name to
/// show.
package enum UnsupportedVideo: String, Sendable, CaseIterable {
    /// What iPhones write.
    case quickTime = "QuickTime (MOV)"
    case matroska = "Matroska (MKV)"
    case avi = "AVI"
    case windowsMedia = "Windows Media (WMV)"
    case flash = "Flash (FLV)"
    /// Of DVDs and of cameras with tapes.
    case mpegProgram = "MPEG-PS (MPG, VOB)"
    /// Of television and of AVCHD cameras.
    case mpegTransport = "MPEG-TS (TS, MTS)"
    case other3GP = "3GP"

    /// Needs the first 400 bytes.
    package init?(sniffing bytes: [UInt8]) {
        if let box = FileTypeBox(bytes) {
            guard box.majorBrand == "qt  " || box.majorBrand.hasPrefix("3g") else { return nil }
            self = box.majorBrand == "qt  " ? .quickTime : .other3GP
        } else if bytes.holds("moov", at: 4) || bytes.holds("mdat", at: 4) || bytes.holds("wide", at: 4) {
            // Older ones begin without saying what they are.
            self = .quickTime
        } else if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            self = .matroska
        } else if bytes.holds("RIFF"), bytes.holds("AVI ", at: 8) {
            self = .avi
        } else if bytes.starts(with: [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]) {
            self = .windowsMedia
        } else if bytes.holds("FLV\u{01}") {
            self = .flash
        } else if bytes.starts(with: [0, 0, 1, 0xBA]) {
            self = .mpegProgram
        } else if bytes.count > 376, [0, 188, 376].allSatisfy({ bytes[$0] == 0x47 }) || [4, 196].allSatisfy({ bytes[$0] == 0x47 }) {
            self = .mpegTransport
        } else {
            return nil
        }
    }
}
