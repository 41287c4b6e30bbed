/// How a track of a video is encoded, and which browsers play it.
///
/// What plays where is as of 2026, by MDN's "Web video codec guide" and "Web audio codec guide".
package struct VideoCodec: Sendable, Hashable {
    /// Where a track of this kind plays.
    package enum Playback: Int, Sendable, Comparable {
        /// In no browser that is in use.
        case nowhere
        /// In some browsers, or on some machines.
        case somewhere
        case everywhere

        package static func < (left: Playback, right: Playback) -> Bool { left.rawValue < right.rawValue }
    }

    /// As the file writes it: an MP4's sample entry with what tells its variants apart (`avc1.64`, `mp4a.a5`, in
    /// hexadecimal), or Matroska's name (`V_VP9`).
    package let code: String

    package init(code: String) {
        self.code = code
    }

    /// The name that people and programs use, such as `H.265 (HEVC)`; the code itself where it is not known.
    package var name: String { known?.name ?? code }

    /// What is not known plays nowhere, as far as we can say.
    package var playback: Playback { known?.playback ?? .nowhere }

    private var known: (name: String, playback: Playback)? {
        let family = code.split(separator: ".").first.map(String.init) ?? code
        return Self.variants[code] ?? Self.families[family]
    }

    /// Whether it may be written into a manifest or a message: letters that are no control characters or marks of it.
    static func isPrintable(_ letters: some Collection<UInt8>) -> Bool {
        letters.allSatisfy { (0x21...0x7E).contains($0) && ![UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: ",")].contains($0) }
    }

    private static let families: [String: (name: String, playback: Playback)] = [
        // Pictures in MP4 (mp4ra.org).
        "avc1": ("H.264", .everywhere), "avc3": ("H.264", .everywhere),
        "hvc1": ("H.265 (HEVC)", .somewhere), "hev1": ("H.265 (HEVC)", .somewhere),
        "dvh1": ("Dolby Vision", .somewhere), "dvhe": ("Dolby Vision", .somewhere), "dvav": ("Dolby Vision", .nowhere),
        "av01": ("AV1", .somewhere), "vp08": ("VP8", .somewhere), "vp09": ("VP9", .somewhere),
        "mp4v": ("MPEG-4 Visual (DivX, Xvid)", .nowhere), "s263": ("H.263", .nowhere), "h263": ("H.263", .nowhere),
        "mjpa": ("Motion JPEG", .nowhere), "mjpb": ("Motion JPEG", .nowhere), "jpeg": ("Motion JPEG", .nowhere),
        "apcn": ("ProRes", .nowhere), "apch": ("ProRes", .nowhere), "apcs": ("ProRes", .nowhere), "apco": ("ProRes", .nowhere),
        "ap4h": ("ProRes", .nowhere), "vvc1": ("H.266 (VVC)", .nowhere), "vvi1": ("H.266 (VVC)", .nowhere),
        "encv": ("DRM", .nowhere), "enca": ("DRM", .nowhere),
        // Sound in MP4.
        "mp4a": ("AAC", .everywhere), ".mp3": ("MP3", .everywhere), "fLaC": ("FLAC", .everywhere), "Opus": ("Opus", .somewhere),
        "ac-3": ("AC-3 (Dolby Digital)", .somewhere), "ec-3": ("E-AC-3 (Dolby Digital Plus)", .somewhere),
        "ac-4": ("AC-4", .nowhere), "dtsc": ("DTS", .nowhere), "dtsh": ("DTS", .nowhere), "dtse": ("DTS", .nowhere),
        "alac": ("Apple Lossless", .somewhere), "samr": ("AMR", .nowhere), "sawb": ("AMR", .nowhere),
        "sowt": ("PCM", .nowhere), "twos": ("PCM", .nowhere), "lpcm": ("PCM", .nowhere), "ipcm": ("PCM", .nowhere),
        "fpcm": ("PCM", .nowhere), "in24": ("PCM", .nowhere), "ulaw": ("G.711", .nowhere), "alaw": ("G.711", .nowhere),
        // WebM (RFC 9559's registry of codecs).
        "V_VP8": ("VP8", .everywhere), "V_VP9": ("VP9", .everywhere), "V_AV1": ("AV1", .somewhere),
        "V_MPEG4/ISO/AVC": ("H.264", .somewhere), "V_MPEGH/ISO/HEVC": ("H.265 (HEVC)", .nowhere),
        "A_OPUS": ("Opus", .everywhere), "A_VORBIS": ("Vorbis", .everywhere),
        "A_AAC": ("AAC", .nowhere), "A_AC3": ("AC-3", .nowhere), "A_PCM/INT/LIT": ("PCM", .nowhere),
    ]

    /// Variants of a family that play otherwise: H.264's profiles beyond 8 bits or 4:2:0 (ITU-T H.264, annex A); what an
    /// `mp4a` holds if not AAC (mp4ra.org, object types).
    private static let variants: [String: (name: String, playback: Playback)] = {
        var variants: [String: (name: String, playback: Playback)] = [:]
        for entry in ["avc1", "avc3"] {
            variants[entry + ".6e"] = ("H.264 High 10", .somewhere)
            variants[entry + ".7a"] = ("H.264 High 4:2:2", .nowhere)
            variants[entry + ".f4"] = ("H.264 High 4:4:4", .somewhere)
            variants[entry + ".2c"] = ("H.264 CAVLC 4:4:4", .nowhere)
        }
        for (type, name, playback) in [
            ("69", "MP3", Playback.everywhere), ("6b", "MP3", .everywhere), ("a5", "AC-3 (Dolby Digital)", .somewhere),
            ("a6", "E-AC-3 (Dolby Digital Plus)", .somewhere), ("a9", "DTS", .nowhere), ("aa", "DTS", .nowhere),
            ("ac", "DTS", .nowhere), ("dd", "Vorbis", .nowhere), ("e1", "QCELP", .nowhere),
        ] { variants["mp4a." + type] = (name, playback) }
        return variants
    }()
}

/// What is known of a video from its heads and tables.
package struct VideoDescription: Sendable, Equatable {
    /// Nil where an earlier version of the program looked at the file, which did not keep it.
    package var format: VideoFormat?
    /// Width and height in pixels as shown, where the file says so.
    package var size: PictureSize?
    /// In milliseconds, where the file says so.
    package var duration: Int?
    /// How its pictures are encoded: one for each track, or for each way within one.
    package var picture: [VideoCodec] = []
    package var sound: [VideoCodec] = []

    package init(
        format: VideoFormat?, size: PictureSize? = nil, duration: Int? = nil, picture: [VideoCodec] = [], sound: [VideoCodec] = []
    ) {
        (self.format, self.size, self.duration, self.picture, self.sound) = (format, size, duration, picture, sound)
    }
}
