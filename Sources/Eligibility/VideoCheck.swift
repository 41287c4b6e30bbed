import Diagnostics
import Entries
import Formats
import Pictures

/// What a video needs besides itself, so that everybody can follow it: captions for who can't hear it, a transcript
/// for who can't see it or can't load it (WCAG 2.2, 1.2.1 to 1.2.3).
struct VideoCheck {
    let entry: Entry
    let corpus: Corpus
    private(set) var diagnostics: [Diagnostic] = []

    init(_ entry: Entry, in corpus: Corpus) {
        self.entry = entry
        self.corpus = corpus
    }

    /// Above this a visitor on a mobile network waits long and pays.
    static let heavyBytes = 100_000_000

    mutating func run() {
        for video in entry.videos {
            switch video.source {
            case .file(let file):
                // A file that is none, or none to be shown, has been reported.
                guard case .video(let film, let bytes) = corpus.fileFacts[file.value] else { continue }
                checkWeight(bytes, file)
                if let captions = video.captions { check(captions, of: film) } else { reportMissingCaptions(video, file) }
                if video.transcript == nil { reportMissingTranscript(video, at: entry.place(file)) }
                if video.poster == nil { reportMissingPoster(video, at: entry.place(file)) }
            case .address:
                // What a film elsewhere needs stands beside it there; the page only leads to it.
                if let captions = video.captions {
                    check(captions, of: nil)
                    reportCaptionsElsewhere(captions)
                }
            }
            if let captions = video.captions { checkKind(captions) }
        }
    }

    private mutating func checkWeight(_ bytes: Int, _ file: Located<String>) {
        guard bytes > Self.heavyBytes else { return }
        report(
            .warning, "video-heavy",
            Message(
                vi: "video “\(file.value)” nặng \(bytes / 1_000_000) MB, người xem bằng điện thoại phải tải lâu",
                en: "the video “\(file.value)” has \(bytes / 1_000_000) MB, a long wait on a telephone"),
            at: entry.place(file),
            remedy: Message(
                vi: "xuất lại ở cỡ 1280 × 720, khoảng 10 MB mỗi phút; video dài thì đưa lên trang video của cơ quan và dùng khóa url",
                en: "export it at 1280 × 720, about 10 MB a minute; or put a long one on the office's video site and use url"))
    }

    private mutating func check(_ captions: Located<String>, of film: VideoDescription?) {
        guard case .document(let document) = corpus.fileFacts[captions.value], document.format == .captions,
            let text = corpus.attachedTexts[captions.value]
        else { return }
        diagnostics += CaptionsCheck(path: "content/" + captions.value).diagnostics(for: text, of: film)
    }

    /// What any text passes as elsewhere must be WebVTT here: browsers read nothing else.
    private mutating func checkKind(_ captions: Located<String>) {
        guard case .document(let document) = corpus.fileFacts[captions.value], document.format != .captions else { return }
        report(
            .error, "captions-not-vtt",
            Message(
                vi: "phụ đề “\(captions.value)” không phải là tệp VTT", en: "the captions “\(captions.value)” are no VTT file"),
            at: entry.place(captions),
            remedy: Message(
                vi: "xuất phụ đề dưới dạng WebVTT (đuôi .vtt); nếu đây là bản lời thì chuyển sang khóa transcript",
                en: "export the captions as WebVTT (.vtt); if this is a transcript, use the key transcript"))
    }

    private mutating func reportMissingCaptions(_ video: Entry.Video, _ file: Located<String>) {
        report(
            .warning, "captions-missing",
            Message(vi: "video “\(video.title)” chưa có phụ đề", en: "the video “\(video.title)” has no captions"), at: entry.place(file),
            required: Message(vi: "người không nghe được cũng theo dõi được video", en: "who can't hear can follow the video"),
            remedy: Message(
                vi:
                    "làm phụ đề dạng WebVTT (đuôi .vtt), đặt cạnh video rồi thêm captions: ten-tep.vtt; phim không có lời thì ghi ở phụ đề là “(không có lời)”",
                en: "make captions as WebVTT, put them beside the video and add captions: name.vtt; of a film without speech they say so"))
    }

    private mutating func reportMissingTranscript(_ video: Entry.Video, at place: SourcePlace) {
        report(
            .notice, "transcript-missing",
            Message(vi: "video “\(video.title)” chưa có bản lời", en: "the video “\(video.title)” has no transcript"), at: place,
            remedy: Message(
                vi: "ghi lời và những gì thấy trong video vào một tệp .txt (UTF-8), rồi thêm transcript: ten-tep.txt",
                en: "write what is said and shown into a .txt file (UTF-8) and add transcript: name.txt"))
    }

    private mutating func reportMissingPoster(_ video: Entry.Video, at place: SourcePlace) {
        report(
            .notice, "poster-missing",
            Message(
                vi: "video “\(video.title)” chưa có ảnh bìa; trang để trống cho tới khi bấm xem",
                en: "the video “\(video.title)” has no poster; its place is blank until it plays"), at: place,
            remedy: Message(vi: "thêm poster: ten-anh.jpg", en: "add poster: name.jpg"))
    }

    private mutating func reportCaptionsElsewhere(_ captions: Located<String>) {
        report(
            .notice, "captions-not-shown",
            Message(
                vi: "phụ đề không hiện được với video ở trang khác", en: "captions can't be shown with a video elsewhere"),
            at: entry.place(captions),
            remedy: Message(
                vi: "thêm phụ đề ở trang có video, hoặc đặt tệp video cạnh bài và dùng khóa file",
                en: "add them where the video is, or put the video beside the entry and use file"))
    }

    private mutating func report(
        _ severity: Severity, _ code: String, _ message: Message, at place: SourcePlace, required: Message? = nil, remedy: Message
    ) {
        diagnostics.append(Diagnostic(severity, code, message, at: place, required: required, remedy: remedy))
    }
}
