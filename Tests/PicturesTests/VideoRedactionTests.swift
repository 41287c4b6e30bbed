import Pictures
import Testing

/// A video is published without where it was made, and with nothing moved.
@Suite struct VideoRedactionTests {
    /// The bytes as they are published, put together from pieces of a size.
    private static func published(_ video: [UInt8], pieces: Int = 7) throws -> [UInt8] {
        let redaction = try VideoRedaction(of: video)
        var result: [UInt8] = []
        for start in stride(from: 0, to: video.count, by: pieces) {
            var piece = Array(video[start..<min(start + pieces, video.count)])
            redaction.apply(to: &piece, at: start)
            result += piece
        }
        return result
    }

    private static let position = Array(SampleVideos.plantedPosition.utf8)

    struct Planted: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var testDescription: String { name }
        init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
    }

    private static let xyz = SampleVideos.box("\u{A9}xyz", SampleVideos.number(18, 2), SampleVideos.number(0x15C7, 2), position)
    private static let keys = SampleVideos.box(
        "meta",
        SampleVideos.box("keys", Array("mdtacom.apple.quicktime.location.ISO6709".utf8)),
        SampleVideos.box("ilst", SampleVideos.box("data", position)))

    static let planted: [Planted] = [
        Planted("©xyz in the movie's user data", SampleVideos.mp4(inMovie: SampleVideos.box("udta", xyz))),
        Planted("user data that ends in noughts", SampleVideos.mp4(inMovie: SampleVideos.box("udta", xyz, [0, 0, 0, 0]))),
        Planted("loci in the track's user data", SampleVideos.mp4(inTrack: SampleVideos.box("udta", SampleVideos.box("loci", position)))),
        Planted("QuickTime's keys", SampleVideos.mp4(inMovie: keys)),
        Planted("QuickTime's keys in a track", SampleVideos.mp4(inTrack: keys)),
        Planted("metadata behind the movie", SampleVideos.mp4(after: SampleVideos.box("meta", position))),
        Planted("XMP in a box of its own", SampleVideos.mp4(after: SampleVideos.box("uuid", SampleVideos.number(0xBE7A, 16), position))),
        Planted("what lies in empty space", SampleVideos.mp4(after: SampleVideos.box("free", position))),
        Planted("a box of the maker's", SampleVideos.mp4(inMovie: SampleVideos.box("GPS ", position))),
        Planted("a track of metadata", SampleVideos.mp4(hiddenTrack: "meta")),
        Planted("subtitles with positions", SampleVideos.mp4(hiddenTrack: "sbtl")),
        Planted("WebM's tags", SampleVideos.webm(tags: SampleVideos.element(0x1254_C367, position))),
        Planted("WebM's tags, a short head", SampleVideos.webm(tags: SampleVideos.element(0x1254_C367, position, sizeLength: 1))),
        Planted(
            "WebM's tags behind an open cluster", SampleVideos.webm(tags: SampleVideos.element(0x1254_C367, position), clusterIsOpen: true)),
        Planted("an attachment", SampleVideos.webm(tags: SampleVideos.element(0x1941_A469, position, sizeLength: 8))),
        Planted("a title", SampleVideos.webm(title: SampleVideos.element(0x7BA9, position))),
        Planted("WebM's empty space", SampleVideos.webm(tags: SampleVideos.element(0xEC, position))),
    ]

    @Test(arguments: planted) func thePlaceIsGoneAndNothingMoved(_ sample: Planted) throws {
        // The sample must hold the secret, or its absence afterwards proves nothing.
        #expect(sample.bytes.contains(run: Self.position))
        let clean = try Self.published(sample.bytes)
        #expect(clean.count == sample.bytes.count)
        #expect(!clean.contains(run: Self.position))
        #expect(!clean.contains(run: Array(Self.position.prefix(6))))
        for trace in ["ISO6709", "loci", "xyz", "mdta", "sbtl"] { #expect(!clean.contains(run: Array(trace.utf8)), "\(trace)") }
        // The pictures are where they were.
        let at = try #require(sample.bytes.range(of: SampleVideos.pixels))
        #expect(Array(clean[at]) == SampleVideos.pixels)
        // What is published is sound, and there is nothing left to take out of it.
        #expect(try Self.published(clean, pieces: 1_000_000) == clean)
        #expect(try VideoRedaction(of: clean).film == VideoRedaction(of: sample.bytes).film)
    }

    @Test func theDayOfTheRecordingGoesToo() throws {
        let video = SampleVideos.mp4()
        #expect(video.contains(run: SampleVideos.times))
        #expect(try !Self.published(video).contains(run: [0xDE, 0xAD, 0xBE]))
    }

    @Test func aSizeIsThatOfThePictureAsShown() throws {
        #expect(try VideoRedaction(of: SampleVideos.mp4()).film.size == PictureSize(width: 1280, height: 720))
        #expect(try VideoRedaction(of: SampleVideos.mp4(isTurned: true)).film.size == PictureSize(width: 720, height: 1280))
        #expect(try VideoRedaction(of: SampleVideos.webm()).film.size == PictureSize(width: 640, height: 360))
    }

    static let broken: [(String, [UInt8], VideoError)] = [
        ("text", Array("Không phải video".utf8), .notAVideo),
        ("cut off", Array(SampleVideos.mp4().dropLast(10)), .truncated),
        ("no movie", SampleVideos.fileType + SampleVideos.box("mdat", SampleVideos.pixels), .malformed(what: "no moov box")),
        ("sound only", SampleVideos.fileType + SampleVideos.box("moov", SampleVideos.movieHeader, SampleVideos.track("soun")), .noPicture),
        (
            "a fragmented film with positions",
            SampleVideos.mp4(after: SampleVideos.box("moof", SampleVideos.pixels), hiddenTrack: "meta"), .otherTrack
        ),
        (
            "positions outside the media data",
            SampleVideos.fileType
                + SampleVideos.box(
                    "moov", SampleVideos.movieHeader, SampleVideos.track("vide", width: 2, height: 2),
                    SampleVideos.track("meta", chunks: [(4, [8])])), .otherTrack
        ),
        ("WebM with subtitles", SampleVideos.webm(trackType: 17), .otherTrack),
        ("WebM cut off", Array(SampleVideos.webm().dropLast(5)), .truncated),
    ]

    @Test(arguments: broken) func whatCanNotBeFollowedIsRefused(_ name: String, _ bytes: [UInt8], _ error: VideoError) throws {
        #expect(throws: error) { try VideoRedaction(of: bytes) }
    }

    /// No byte of a hostile file is an index that is trusted: any change is answered.
    @Test func mutatedVideosAreAnswered() throws {
        for video in [
            SampleVideos.mp4(inMovie: Self.keys, hiddenTrack: "meta"),
            SampleVideos.webm(tags: SampleVideos.element(0x1254_C367, Self.position)),
        ] {
            for index in video.indices {
                for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                    var changed = video
                    changed[index] = value
                    guard let redaction = try? VideoRedaction(of: changed) else { continue }
                    var copy = changed
                    redaction.apply(to: &copy, at: 0)
                    #expect(copy.count == changed.count)
                }
            }
        }
    }
}

extension [UInt8] {
    /// Where the run first stands.
    fileprivate func range(of run: [UInt8]) -> Range<Int>? {
        indices.first { self[$0...].starts(with: run) }.map { $0..<$0 + run.count }
    }
}
