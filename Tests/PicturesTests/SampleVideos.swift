import Pictures

/// Small videos made box by box: the heads are those of real files, the pictures are noise.
enum SampleVideos {
    /// A position as telephones write it (ISO 6709), and one as floating-point numbers.
    static let plantedPosition = "+21.3870+106.5480/"
    static let plantedBytes: [UInt8] = [0x40, 0x35, 0x63, 0x12, 0x6E, 0x97, 0x8D, 0x50]

    // MARK: MP4

    static func box(_ type: String, _ content: [UInt8]...) -> [UInt8] {
        let content = Array(content.joined())
        return number(content.count + 8, 4) + Array(type.unicodeScalars.map { UInt8($0.value) }) + content
    }

    static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static let fileType = box("ftyp", Array("isom".utf8), number(512, 4), Array("isomiso2avc1mp41".utf8))

    /// Made on a day, which must go as well.
    static let times = number(0xDEAD_BEE1, 4) + number(0xDEAD_BEE2, 4)

    static func trackHeader(width: Int, height: Int, isTurned: Bool = false) -> [UInt8] {
        let upright = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000]
        let turned = [0, 0x1_0000, 0, 0xFFFF_0000, 0, 0, 0, 0, 0x4000_0000]
        return box(
            "tkhd", number(7, 4), times, number(1, 4), number(0, 4), number(1000, 4), number(0, 16),
            (isTurned ? turned : upright).flatMap { number($0, 4) }, number(width << 16, 4), number(height << 16, 4))
    }

    /// - Parameters:
    ///   - chunks: where the track's bytes lie: an offset in the file, and the lengths of the samples there.
    static func track(
        _ handler: String, width: Int = 0, height: Int = 0, isTurned: Bool = false, chunks: [(offset: Int, lengths: [Int])] = [],
        extra: [UInt8] = [], entries: [[UInt8]] = []
    ) -> [UInt8] {
        let lengths = chunks.flatMap(\.lengths)
        let table = box(
            "stbl",
            box("stsd", number(0, 4), number(entries.count, 4), Array(entries.joined())), box("stts", number(0, 8)),
            box(
                "stsc", number(0, 4), number(chunks.count, 4),
                chunks.enumerated().flatMap { number($0 + 1, 4) + number($1.lengths.count, 4) + number(1, 4) }),
            box("stsz", number(0, 8), number(lengths.count, 4), lengths.flatMap { number($0, 4) }),
            box("stco", number(0, 4), number(chunks.count, 4), chunks.flatMap { number($0.offset, 4) }))
        return box(
            "trak", trackHeader(width: width, height: height, isTurned: isTurned),
            box(
                "mdia", box("mdhd", number(0, 4), times, number(1000, 8), number(0x15C7_0000, 4)),
                box("hdlr", number(0, 8), Array(handler.utf8), number(0, 12), [0]), box("minf", box("vmhd", number(1, 12)), table)),
            extra)
    }

    /// How pictures are encoded: 78 bytes of size, name and depth, then boxes.
    static func pictureEntry(_ type: String, _ boxes: [UInt8]...) -> [UInt8] { box(type, number(0, 78), Array(boxes.joined())) }

    static func avcC(profile: Int) -> [UInt8] { box("avcC", [1, UInt8(profile), 0, 30, 0xFF, 0xE0, 0]) }

    static func soundEntry(_ type: String, _ boxes: [UInt8]...) -> [UInt8] { box(type, number(0, 28), Array(boxes.joined())) }

    /// The descriptor of a sound by its object type; lengths in four bytes, as most programs write them.
    static func esds(objectType: Int) -> [UInt8] {
        box(
            "esds", number(0, 4), [3, 0x80, 0x80, 0x80, 25, 0, 1, 0, 4, 0x80, 0x80, 0x80, 17, UInt8(objectType), 0x15], number(0, 11),
            [6, 1, 2])
    }

    /// A film of these tracks, half a minute long.
    static func film(picture: [UInt8], sound: [UInt8]?) -> [UInt8] {
        let start = fileType.count + 8
        var movie = box("mvhd", number(0, 4), times, number(1000, 4), number(30_000, 4), number(0x1_0000, 80))
        movie += track("vide", width: 1280, height: 720, chunks: [(start, [16])], entries: [picture])
        if let sound { movie += track("soun", chunks: [(start, [16])], entries: [sound]) }
        return fileType + box("mdat", pixels) + box("moov", movie)
    }

    static let movieHeader = box("mvhd", number(0, 4), times, number(1000, 8), number(0x1_0000, 80))

    /// A film whose media data comes first, so that offsets are known: sixteen bytes of picture, then those of the
    /// track that is planted.
    static func mp4(
        isTurned: Bool = false, inMovie: [UInt8] = [], inTrack: [UInt8] = [], after: [UInt8] = [], hiddenTrack handler: String? = nil
    ) -> [UInt8] {
        let data = box("mdat", pixels, Array(plantedPosition.utf8), pixels)
        let start = fileType.count + 8
        var movie =
            movieHeader
            + track(
                "vide", width: 1280, height: 720, isTurned: isTurned,
                chunks: [(start, [16]), (start + 16 + plantedPosition.utf8.count, [16])], extra: inTrack)
        if let handler { movie += track(handler, chunks: [(start + 16, [10, plantedPosition.utf8.count - 10])]) }
        return fileType + (handler == nil ? box("mdat", pixels, number(0, plantedPosition.utf8.count), pixels) : data)
            + box("moov", movie, inMovie) + after
    }

    static let pixels: [UInt8] = (1...16).map { $0 * 7 }

    // MARK: WebM

    static func element(_ id: Int, _ content: [UInt8]..., sizeLength: Int = 4) -> [UInt8] {
        let content = Array(content.joined())
        let idLength = id > 0xFF_FFFF ? 4 : id > 0xFFFF ? 3 : id > 0xFF ? 2 : 1
        return number(id, idLength) + number(content.count | 1 << (7 * sizeLength), sizeLength) + content
    }

    static func webm(
        tags: [UInt8] = [], title: [UInt8] = [], trackType: Int = 1, clusterIsOpen: Bool = false, codec: String = "V_VP9"
    ) -> [UInt8] {
        let header = element(0x1A45_DFA3, element(0x4282, Array("webm".utf8), sizeLength: 1))
        let info = element(
            0x1549_A966, element(0x2A_D7B1, number(1_000_000, 3)), element(0x4D80, Array("muxer".utf8)), title,
            element(0x4489, [0x46, 0xEA, 0x60, 0x00]))
        let video = element(0xE0, element(0xB0, number(640, 2)), element(0xBA, number(360, 2)))
        let tracks = element(
            0x1654_AE6B, element(0xAE, element(0xD7, [1]), element(0x83, [UInt8(trackType)]), element(0x86, Array(codec.utf8)), video))
        let block = element(0xE7, [0]) + element(0xA3, [0x81, 0, 0, 0x80] + pixels)
        let cluster = clusterIsOpen ? number(0x1F43_B675, 4) + [0xFF] + block : element(0x1F43_B675, block)
        return header + element(0x1853_8067, info, tracks, cluster, tags, sizeLength: 8)
    }
}
