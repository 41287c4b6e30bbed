import Diagnostics
import Entries
import Pictures

/// Looks at the files that entries refer to, and makes the copies that are published: without the data
/// that cameras write into pictures, such as the place where they were taken.
package enum MediaInspector {
    /// Larger files are refused: they would hold a visitor on a telephone up for minutes.
    static let maximumPictureBytes = 60_000_000
    static let maximumVideoBytes = 300_000_000

    /// What a file is, by its bytes; its name only decides among texts.
    package static func inspect(_ path: String, _ bytes: [UInt8]) -> FileFact {
        do throws(PictureError) {
            let header = try PictureHeader.read(bytes)
            guard bytes.count <= maximumPictureBytes else { return tooLarge(bytes.count, maximumPictureBytes) }
            _ = try PictureSanitizer.withoutMetadata(bytes)
            return .picture(width: header.width, height: header.height)
        } catch {
            if error != .notAPicture { return refused(error) }
        }
        if VideoFormat(sniffing: bytes) != nil {
            return bytes.count <= maximumVideoBytes ? .video : tooLarge(bytes.count, maximumVideoBytes)
        }
        switch path.split(separator: ".").last?.lowercased() {
        case "vtt" where bytes.starts(with: "WEBVTT".utf8) || bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array("WEBVTT".utf8)):
            return .document
        case "txt" where String(validating: bytes, as: UTF8.self) != nil: return .document
        case "pdf" where bytes.starts(with: "%PDF-".utf8): return .document
        default:
            return .refused(
                code: "file-not-publishable",
                Message(vi: "“\(path)” không phải là loại tệp đăng được", en: "“\(path)” is not of a kind that can be published"),
                remedy: Message(
                    vi: "dùng ảnh JPEG, PNG, WebP, GIF; video MP4, WebM; phụ đề VTT; văn bản TXT (UTF-8), PDF",
                    en: "use JPEG, PNG, WebP, GIF; MP4, WebM; VTT; TXT (UTF-8), PDF"))
        }
    }

    /// The bytes that are published for a file.
    package static func publishable(_ bytes: [UInt8], as fact: FileFact) -> [UInt8] {
        guard case .picture = fact else { return bytes }
        // A picture that could not be read would have been refused when it was looked at.
        return (try? PictureSanitizer.withoutMetadata(bytes)) ?? []
    }

    private static func tooLarge(_ size: Int, _ limit: Int) -> FileFact {
        .refused(
            code: "file-too-large",
            Message(
                vi: "tệp nặng \(size / 1_000_000) MB, quá \(limit / 1_000_000) MB",
                en: "the file has \(size / 1_000_000) MB, more than \(limit / 1_000_000) MB"),
            remedy: Message(vi: "xuất lại ảnh hoặc video với dung lượng nhỏ hơn", en: "export it smaller"))
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
                code: "picture-malformed", Message(vi: "tệp ảnh bị hỏng (\(what))", en: "the picture is damaged (\(what))"), remedy: again)
        case .absurdSize(let width, let height):
            return .refused(
                code: "picture-too-many-pixels",
                Message(vi: "ảnh \(width) × \(height) điểm quá lớn", en: "a picture of \(width) × \(height) pixels is too large"),
                remedy: Message(vi: "thu nhỏ ảnh xuống dưới 100 triệu điểm", en: "scale it below 100 million pixels"))
        }
    }
}
