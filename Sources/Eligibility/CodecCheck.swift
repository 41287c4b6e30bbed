import Diagnostics
import Entries
import Pictures

/// Whether visitors can play a film: what it is encoded as, held against what browsers decode.
struct CodecCheck {
    let place: SourcePlace
    let path: String

    func diagnostics(for film: VideoDescription) -> [Diagnostic] {
        [picture(film), sound(film)].compactMap { $0 }
    }

    private func worst(_ codecs: [VideoCodec]) -> VideoCodec? { codecs.min { $0.playback < $1.playback } }

    private func picture(_ film: VideoDescription) -> Diagnostic? {
        guard let codec = worst(film.picture), codec.playback != .everywhere else { return nil }
        let isPlayable = codec.playback == .somewhere
        return Diagnostic(
            isPlayable ? .warning : .error, isPlayable ? "video-not-everywhere" : "video-unplayable",
            isPlayable ? Self.playsSomewhere(path, codec.name) : Self.playsNowhere(path, codec.name), at: place,
            required: Self.required, remedy: Self.remedy)
    }

    private func sound(_ film: VideoDescription) -> Diagnostic? {
        guard let codec = worst(film.sound), codec.playback != .everywhere else { return nil }
        return Diagnostic(
            .warning, "video-silent",
            codec.playback == .somewhere ? Self.soundSomewhere(path, codec.name) : Self.soundNowhere(path, codec.name), at: place,
            required: Self.required, remedy: Self.remedy)
    }
}

extension CodecCheck {
    private static let required = Message(
        vi: "MP4 với hình H.264 và tiếng AAC, hoặc WebM với hình VP8, VP9 và tiếng Opus, Vorbis thì máy nào cũng xem được",
        en: "MP4 with H.264 and AAC, or WebM with VP8 or VP9 and Opus or Vorbis, plays everywhere")

    private static let remedy = Message(
        vi:
            "mở video bằng HandBrake, chọn mẫu “Fast 720p30”, xuất ra MP4 rồi thay tệp; hoặc chạy: ffmpeg -i phim-goc -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart phim.mp4",
        en:
            "open it in HandBrake, choose the preset “Fast 720p30”, export MP4 and replace the file; or run: ffmpeg -i original -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart film.mp4"
    )

    private static func playsNowhere(_ path: String, _ codec: String) -> Message {
        Message(
            vi: "hình của video “\(path)” ở dạng \(codec), không trình duyệt nào xem được",
            en: "the picture of “\(path)” is \(codec), which no browser plays")
    }

    private static func playsSomewhere(_ path: String, _ codec: String) -> Message {
        Message(
            vi: "hình của video “\(path)” ở dạng \(codec), nhiều máy và trình duyệt không xem được",
            en: "the picture of “\(path)” is \(codec), which many browsers and machines don't play")
    }

    private static func soundNowhere(_ path: String, _ codec: String) -> Message {
        Message(
            vi: "tiếng của video “\(path)” ở dạng \(codec), xem trên trình duyệt sẽ không có tiếng",
            en: "the sound of “\(path)” is \(codec), which browsers don't play")
    }

    private static func soundSomewhere(_ path: String, _ codec: String) -> Message {
        Message(
            vi: "tiếng của video “\(path)” ở dạng \(codec), trên nhiều máy và trình duyệt sẽ không có tiếng",
            en: "the sound of “\(path)” is \(codec), which many browsers and machines don't play")
    }
}
