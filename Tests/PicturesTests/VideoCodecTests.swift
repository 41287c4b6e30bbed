import Pictures
import Testing

/// What a film is encoded as, and where that plays (videojs/video.js#5938: a container is no promise).
@Suite struct VideoCodecTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var film: [UInt8]
        var picture: VideoCodec.Playback
        var sound: VideoCodec.Playback?
        var testDescription: String { name }
    }

    private static let h264 = SampleVideos.pictureEntry("avc1", SampleVideos.avcC(profile: 100))
    private static let aac = SampleVideos.soundEntry("mp4a", SampleVideos.esds(objectType: 0x40))

    private static func mp4(
        _ name: String, _ picture: [UInt8], _ plays: VideoCodec.Playback, _ sound: [UInt8]?, _ sounds: VideoCodec.Playback?
    )
        -> Case
    {
        Case(name: name, film: SampleVideos.film(picture: picture, sound: sound), picture: plays, sound: sounds)
    }

    static let cases = [
        mp4("H.264, AAC", h264, .everywhere, aac, .everywhere),
        mp4("H.264, no sound", h264, .everywhere, nil, nil),
        mp4("H.264, MP3", h264, .everywhere, SampleVideos.soundEntry("mp4a", SampleVideos.esds(objectType: 0x6B)), .everywhere),
        mp4("H.264, AC-3 as such", h264, .everywhere, SampleVideos.soundEntry("ac-3"), .somewhere),
        mp4("H.264, AC-3 in mp4a", h264, .everywhere, SampleVideos.soundEntry("mp4a", SampleVideos.esds(objectType: 0xA5)), .somewhere),
        mp4("H.264, DTS", h264, .everywhere, SampleVideos.soundEntry("dtsc"), .nowhere),
        mp4("H.264, PCM", h264, .everywhere, SampleVideos.soundEntry("sowt"), .nowhere),
        mp4("H.264 of ten bits", SampleVideos.pictureEntry("avc1", SampleVideos.avcC(profile: 110)), .somewhere, aac, .everywhere),
        mp4("HEVC of telephones", SampleVideos.pictureEntry("hvc1"), .somewhere, aac, .everywhere),
        mp4("HEVC", SampleVideos.pictureEntry("hev1"), .somewhere, aac, .everywhere),
        mp4("AV1", SampleVideos.pictureEntry("av01"), .somewhere, aac, .everywhere),
        mp4("MPEG-4 part 2", SampleVideos.pictureEntry("mp4v"), .nowhere, aac, .everywhere),
        mp4("ProRes", SampleVideos.pictureEntry("apcn"), .nowhere, aac, .everywhere),
        mp4("something new", SampleVideos.pictureEntry("xyz9"), .nowhere, aac, .everywhere),
        Case(name: "WebM, VP9", film: SampleVideos.webm(), picture: .everywhere, sound: nil),
        Case(name: "WebM, VP8", film: SampleVideos.webm(codec: "V_VP8"), picture: .everywhere, sound: nil),
        Case(name: "WebM, AV1", film: SampleVideos.webm(codec: "V_AV1"), picture: .somewhere, sound: nil),
        Case(name: "WebM, HEVC", film: SampleVideos.webm(codec: "V_MPEGH/ISO/HEVC"), picture: .nowhere, sound: nil),
    ]

    @Test(arguments: cases) func itIsKnownWhereAFilmPlays(_ sample: Case) throws {
        let film = try VideoRedaction(of: sample.film).film
        #expect(film.picture.map(\.playback) == [sample.picture], "\(film)")
        #expect(film.sound.map(\.playback) == (sample.sound.map { [$0] } ?? []), "\(film)")
        #expect(film.duration == 30_000)
        #expect(film.format == (sample.name.hasPrefix("WebM") ? .webm : .mp4))
    }

    @Test func aNameIsOneThatPeopleKnow() {
        #expect(VideoCodec(code: "hvc1").name == "H.265 (HEVC)" && VideoCodec(code: "mp4a.40").name == "AAC")
        #expect(VideoCodec(code: "mp4a.a5").name == "AC-3 (Dolby Digital)" && VideoCodec(code: "avc1.6e").name == "H.264 High 10")
        #expect(VideoCodec(code: "xyz9").name == "xyz9")
    }

    /// Cut off or changed anywhere, the heads are answered.
    @Test func changedHeadsAreAnswered() {
        for film in [Self.cases[0].film, Self.cases[4].film, SampleVideos.webm()] {
            for index in film.indices {
                for value: UInt8 in [0, 1, 0x7F, 0xFF] {
                    var changed = film
                    changed[index] = value
                    _ = try? VideoRedaction(of: changed)
                }
            }
        }
    }

    /// A file of nothing but heads costs no more than any other.
    @Test func aFileOfBoxesWithoutEndIsRefused() {
        let boxes = [UInt8](repeating: 0, count: 0) + SampleVideos.fileType
        let many = CountedBytes(head: boxes, box: [0, 0, 0, 8] + Array("free".utf8), count: 100_000_000)
        #expect(throws: VideoError.malformed(what: "more than 1000000 boxes")) { try VideoRedaction(of: many) }
    }

    static let others: [(String, [UInt8], UnsupportedVideo?)] = [
        ("QuickTime", SampleVideos.box("ftyp", Array("qt  ".utf8), SampleVideos.number(512, 4), Array("qt  ".utf8)), .quickTime),
        ("an older QuickTime", SampleVideos.box("moov", SampleVideos.number(0, 8)), .quickTime),
        ("Matroska", SampleVideos.element(0x1A45_DFA3, SampleVideos.element(0x4282, Array("matroska".utf8), sizeLength: 1)), .matroska),
        ("AVI", Array("RIFF\u{10}\0\0\0AVI LIST".utf8), .avi),
        ("Flash", Array("FLV\u{01}".utf8), .flash), ("a DVD's", [0, 0, 1, 0xBA, 0x44], .mpegProgram),
        ("3GP", SampleVideos.box("ftyp", Array("3gp7".utf8), SampleVideos.number(512, 4), Array("3gp7".utf8)), .other3GP),
        ("text", Array("moov là chữ".utf8), nil),
    ]

    @Test(arguments: others) func otherKindsAreKnownByName(_ name: String, _ bytes: [UInt8], _ kind: UnsupportedVideo?) {
        #expect(VideoFormat(sniffing: bytes) == nil)
        #expect(UnsupportedVideo(sniffing: bytes) == kind)
    }
}

/// A head, then one box over and over, held nowhere.
private struct CountedBytes: SeekableBytes {
    var head: [UInt8]
    var box: [UInt8]
    var count: Int

    func bytes(in range: Range<Int>) -> [UInt8] {
        range.map { $0 < head.count ? head[$0] : box[($0 - head.count) % box.count] }
    }
}
