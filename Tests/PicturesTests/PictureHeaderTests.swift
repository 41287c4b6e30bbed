import Pictures
import Testing

@Suite struct PictureHeaderTests {
    @Test(arguments: SamplePictures.all)
    func readsTheSizeAsDisplayed(sample: Sample) throws {
        let header = try PictureHeader.read(sample.bytes)
        #expect((header.width, header.height) == (sample.width, sample.height))
        #expect(header.format.mediaType.hasPrefix("image/"))
    }

    @Test func readsTheSizeOfALossyWebP() throws {
        let header = try PictureHeader.read(SamplePictures.lossyWebP(1600, 1067))
        #expect((header.width, header.height) == (1600, 1067))
    }

    @Test(arguments: 1...8, [false, true])
    func turnsTheSizeByOrientation(orientation: Int, isLittle: Bool) throws {
        var file = SamplePictures.jpeg(orientation: nil)
        let exif = Array("Exif\0\0".utf8) + SamplePictures.exif(orientation: orientation, little: isLittle)
        file.insert(contentsOf: SamplePictures.segment(0xE1, exif), at: 2)
        let header = try PictureHeader.read(file)
        #expect(header.orientation == orientation)
        #expect((header.width, header.height) == (orientation >= 5 ? (8, 16) : (16, 8)))
    }

    static let refusals: [Case<PictureError>] = [
        Case("nothing", [], .notAPicture),
        Case("text named .jpg", Array("Xin chào".utf8), .notAPicture),
        Case("a web page", Array("<!doctype html><p>".utf8), .notAPicture),
        Case("an MP4", Array("\0\0\0\u{18}ftypisom\0\0\0\0isommp42".utf8), .notAPicture),
        Case("an SVG", Array("<svg xmlns=''>".utf8), .unsupported(.svg)),
        Case("an SVG with prologue", Array("\u{FEFF}<?xml version='1.0'?>\n<!-- a --><svg>".utf8), .unsupported(.svg)),
        Case("an iPhone photo", Array("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic".utf8), .unsupported(.heic)),
        Case("an AVIF", Array("\0\0\0\u{18}ftypmif1\0\0\0\0miafavif".utf8), .unsupported(.avif)),
        Case("a BMP", Array("BM".utf8) + [UInt8](repeating: 0, count: 12) + [40, 0, 0, 0], .unsupported(.bmp)),
        Case("text that begins with BM", Array("BMW là một hãng xe hơi".utf8), .notAPicture),
        Case("a TIFF", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], .unsupported(.tiff)),
        Case("a PDF", Array("%PDF-1.7".utf8), .unsupported(.pdf)),
        Case("a JPEG XL", [0xFF, 0x0A, 0, 0], .unsupported(.jpegXL)),
        Case("a JPEG cut in its metadata", Array(SamplePictures.jpeg().prefix(60)), .truncated),
        Case("a PNG of its signature only", Array(SamplePictures.png().prefix(8)), .truncated),
        Case("a JPEG without height", SamplePictures.jpeg(size: (16, 0)), .absurdSize(width: 16, height: 0)),
        Case("a PNG of 121 megapixels", SamplePictures.png(size: (11_000, 11_000)), .absurdSize(width: 11_000, height: 11_000)),
        Case(
            "a PNG whose area overflows", SamplePictures.png(size: (0xFFFF_FFFF, 0xFFFF_FFFF)),
            .absurdSize(width: 0xFFFF_FFFF, height: 0xFFFF_FFFF)
        ),
        Case("a GIF without width", SamplePictures.gif(size: (0, 1)), .absurdSize(width: 0, height: 1)),
    ]

    @Test(arguments: refusals)
    func refusesByName(refusal: Case<PictureError>) {
        #expect(throws: refusal.outcome) { try PictureHeader.read(refusal.bytes) }
        #expect(throws: refusal.outcome) { try PictureSanitizer.withoutMetadata(refusal.bytes) }
    }

    static let videos: [Case<VideoFormat?>] = [
        Case("MP4", Array("\0\0\0\u{18}ftypisom\0\0\0\0isommp42".utf8), .mp4),
        Case("MP4 by compatible brand", Array("\0\0\0\u{18}ftypXAVC\0\0\0\0mp42iso2".utf8), .mp4),
        Case("QuickTime", Array("\0\0\0\u{14}ftypqt  \0\0\0\0qt  ".utf8), nil),
        Case("audio", Array("\0\0\0\u{18}ftypM4A \0\0\0\0mp42isom".utf8), nil),
        Case("HEIC", Array("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic".utf8), nil),
        Case("WebM", [0x1A, 0x45, 0xDF, 0xA3, 0x87, 0x42, 0x82, 0x84] + Array("webm".utf8), .webm),
        Case("Matroska", [0x1A, 0x45, 0xDF, 0xA3, 0x8B, 0x42, 0x82, 0x88] + Array("matroska".utf8), nil),
        Case("the EBML signature alone", [0x1A, 0x45, 0xDF, 0xA3], nil),
        Case("a box that is cut", Array("\0\0\0\u{18}ft".utf8), nil),
        Case("nothing", [], nil),
    ]

    @Test(arguments: videos)
    func recognisesVideos(video: Case<VideoFormat?>) {
        #expect(VideoFormat(sniffing: video.bytes) == video.outcome)
    }
}

/// The first bytes of a file and what is to come of them.
struct Case<Outcome: Sendable>: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var outcome: Outcome

    init(_ name: String, _ bytes: [UInt8], _ outcome: Outcome) {
        self.name = name
        self.bytes = bytes
        self.outcome = outcome
    }

    var testDescription: String { name }
}
