import Diagnostics
import Entries
import Formats
import Imaging
import Pictures

/// Looks at the files that entries refer to, and says what they are.
package enum MediaInspector {
    /// Larger files are refused: they would hold a visitor on a telephone up for minutes.
    static let maximumPictureBytes = 60_000_000
    static let maximumVideoBytes = 300_000_000

    static let maximumPDFBytes = 50_000_000

    /// What a file is, by its bytes; its name only decides among texts.
    package static func inspect(_ path: String, _ bytes: [UInt8]) -> FileFact {
        if bytes.isEmpty { return emptyFile }
        if bytes.starts(with: "%PDF-".utf8) { return DocumentInspector.pdf(path, bytes) }
        do throws(PictureError) {
            let header = try PictureHeader.read(bytes)
            guard bytes.count <= maximumPictureBytes else { return tooLarge(bytes.count, maximumPictureBytes) }
            _ = try PictureSanitizer.withoutMetadata(bytes)
            return .picture(width: header.width, height: header.height, isAnimated: header.isAnimated)
        } catch {
            if error != .notAPicture { return refused(error) }
        }
        if VideoFormat(sniffing: bytes) != nil { return video(bytes) }
        if let kind = UnsupportedVideo(sniffing: bytes) { return refused(kind) }
        let ending = path.split(separator: ".").last?.lowercased()
        if ["txt", "vtt", "srt"].contains(ending), let refusal = DocumentInspector.unreadableText(path, bytes) { return refusal }
        switch ending {
        case "vtt", "srt": return CaptionsInspector.inspect(path, bytes)
        case "txt": return .document(DocumentDescription(.text))
        case "pdf": return DocumentInspector.notAPDF(path)
        default:
            return .refused(
                code: "file-not-publishable",
                Message(vi: "“\(path)” không phải là loại tệp đăng được", en: "“\(path)” is not of a kind that can be published"),
                remedy: Message(
                    vi: "dùng ảnh JPEG, PNG, WebP, GIF; video MP4, WebM; phụ đề VTT; văn bản TXT (UTF-8), PDF",
                    en: "use JPEG, PNG, WebP, GIF; MP4, WebM; VTT; TXT (UTF-8), PDF"))
        }
    }

    /// What is said of a picture that looked sound and can't be decoded.
    static func refused(_ failure: PictureFailure) -> FileFact {
        let smaller = Message(
            vi: "mở ảnh, thu nhỏ, lưu lại dưới dạng JPEG rồi thay tệp",
            en: "open the picture, scale it down, save it as JPEG and replace the file")
        switch failure {
        case .damaged(let detail):
            return .refused(
                code: "picture-damaged",
                Message(
                    // What the library says is English, and tells no editor anything.
                    vi: "tệp ảnh bị hỏng: không đọc được phần hình",
                    en: "the picture is damaged: its pixels can't be read" + (detail.isEmpty ? "" : " (\(detail))")),
                remedy: Message(
                    vi: "chép lại tệp từ bản gốc; nếu vẫn vậy, mở ảnh, lưu lại dưới dạng JPEG rồi thay tệp",
                    en: "copy it again from the original; failing that, open the picture, save it as JPEG and replace the file"))
        case .needsTooMuchMemory:
            return .refused(
                code: "picture-needs-too-much-memory",
                Message(vi: "ảnh cần quá nhiều bộ nhớ để mở", en: "opening the picture takes too much memory"), remedy: smaller)
        case .takesTooLong(let seconds):
            return .refused(
                code: "picture-takes-too-long",
                Message(vi: "sau \(seconds) giây vẫn chưa mở xong ảnh", en: "opening the picture takes more than \(seconds) seconds"),
                remedy: smaller)
        case .crashesTheWorker:
            return .refused(
                code: "picture-not-workable",
                Message(
                    vi: "chương trình xử lý ảnh dừng đột ngột khi mở ảnh này", en: "the imaging program breaks down over this picture"),
                remedy: smaller)
        }
    }

    /// The same of a file that is read in parts; nil where it is no video. Whatever is larger than any file may be
    /// is not read at all.
    static func video(in file: DiskFile) throws(DiskError) -> FileFact? {
        guard file.count <= maximumVideoBytes else { return tooLarge(file.count, maximumVideoBytes) }
        let head = try file.read(0..<min(4096, file.count))
        return VideoFormat(sniffing: head) == nil ? nil : video(file)
    }

    private static func video(_ source: some SeekableBytes) -> FileFact {
        guard source.count <= maximumVideoBytes else { return tooLarge(source.count, maximumVideoBytes) }
        do {
            return .video(try VideoRedaction(of: source).film, bytes: source.count)
        } catch let error as DiskError {
            return .refused(code: "unreadable-file", error.message, remedy: error.remedy)
        } catch {
            return refused(error as? VideoError ?? .notAVideo)
        }
    }

    private static func refused(_ kind: UnsupportedVideo) -> FileFact {
        .refused(
            code: "video-format-refused",
            Message(vi: "video dạng \(kind.rawValue) không đăng được", en: "videos of the format \(kind.rawValue) can't be published"),
            remedy: Message(
                vi:
                    "mở video bằng HandBrake, xuất ra MP4 (H.264, AAC) rồi thay tệp; hoặc chạy: ffmpeg -i phim-goc -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart phim.mp4",
                en:
                    "open it in HandBrake, export MP4 (H.264, AAC) and replace the file; or run: ffmpeg -i original -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart film.mp4"
            ))
    }

    private static func refused(_ error: VideoError) -> FileFact {
        let again = Message(
            vi: "mở video bằng chương trình dựng phim, xuất lại dưới dạng MP4 rồi thay tệp",
            en: "open the video in an editor, export it as MP4 and replace the file")
        switch error {
        case .truncated:
            return .refused(
                code: "video-truncated", Message(vi: "tệp video bị cụt, có thể do chép dở", en: "the video is cut off"),
                remedy: Message(vi: "chép lại tệp từ bản gốc", en: "copy it again from the original"))
        case .malformed(let what):
            return .refused(
                code: "video-malformed", Message(vi: "tệp video bị hỏng", en: "the video is damaged (\(what))"), remedy: again)
        case .noPicture:
            return .refused(
                code: "video-without-picture",
                Message(vi: "tệp video chỉ có tiếng, không có hình", en: "the video has sound and no picture"), remedy: again)
        case .otherTrack:
            return .refused(
                code: "video-other-track",
                Message(
                    vi: "ngoài hình và tiếng, video còn một phần dữ liệu không gỡ ra được, có thể ghi nơi quay",
                    en: "besides picture and sound the video has a track that can't be taken out and may tell where it was made"),
                remedy: Message(
                    vi: "xuất lại video chỉ với hình và tiếng; phụ đề để ở tệp VTT riêng",
                    en: "export the video with picture and sound only; keep captions in a VTT file"))
        case .notAVideo:
            return .refused(code: "not-a-video", Message(vi: "tệp không phải là video", en: "the file is not a video"), remedy: again)
        }
    }

    /// What a copy that was cut off at once, or a full disk, leaves.
    static let emptyFile = FileFact.refused(
        code: "file-empty", Message(vi: "tệp trống (0 byte)", en: "the file is empty (0 bytes)"),
        remedy: Message(vi: "chép lại tệp từ bản gốc", en: "copy it again from the original"))

    static func tooLarge(_ size: Int, _ limit: Int) -> FileFact {
        .refused(
            code: "file-too-large",
            Message(
                vi: "tệp nặng \(size / 1_000_000) MB, quá \(limit / 1_000_000) MB",
                en: "the file has \(size / 1_000_000) MB, more than \(limit / 1_000_000) MB"),
            remedy: Message(vi: "xuất lại tệp với dung lượng nhỏ hơn", en: "export it smaller"))
    }

    private static func refused(_ error: PictureError) -> FileFact {
        let again = Message(vi: "mở ảnh, lưu lại dưới dạng JPEG rồi thay tệp", en: "open the picture, save it as JPEG and replace the file")
        switch error {
        case .notAPicture:
            return .refused(code: "not-a-picture", Message(vi: "tệp không phải là ảnh", en: "the file is not a picture"), remedy: again)
        case .unsupported(let format):
            return .refused(
                code: "picture-format-refused",
                Message(
                    vi: "ảnh dạng \(format.rawValue) không đăng được", en: "pictures of the format \(format.rawValue) can't be published"),
                remedy: again)
        case .truncated:
            return .refused(
                code: "picture-truncated", Message(vi: "tệp ảnh bị cụt, có thể do chép dở", en: "the picture is cut off"),
                remedy: Message(vi: "chép lại tệp từ bản gốc", en: "copy it again from the original"))
        case .malformed(let what):
            return .refused(
                code: "picture-malformed", Message(vi: "tệp ảnh bị hỏng", en: "the picture is damaged (\(what))"), remedy: again)
        case .absurdSize(let width, let height):
            return .refused(
                code: "picture-too-many-pixels",
                Message(vi: "ảnh \(width) × \(height) điểm quá lớn", en: "a picture of \(width) × \(height) pixels is too large"),
                remedy: Message(vi: "thu nhỏ ảnh xuống dưới 100 triệu điểm", en: "scale it below 100 million pixels"))
        }
    }
}
