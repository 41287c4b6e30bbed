import Diagnostics
import Documents
import Entries
import Formats

/// Looks at texts and documents, and words what is wrong with them.
enum DocumentInspector {
    static func pdf(_ path: String, _ bytes: [UInt8]) -> FileFact {
        guard bytes.count <= MediaInspector.maximumPDFBytes else {
            return MediaInspector.tooLarge(bytes.count, MediaInspector.maximumPDFBytes)
        }
        do throws(PDFError) {
            return .document(DocumentDescription(.pdf, remains: try PDFRedaction(of: bytes).remains))
        } catch {
            return refused(path, error)
        }
    }

    /// A text in UTF-8; in another encoding it is named.
    static func text(_ path: String, _ bytes: [UInt8]) -> FileFact {
        if String(validating: bytes, as: UTF8.self) != nil { return .document(DocumentDescription(.text)) }
        let read = SourceText.decode(path: "content/" + path, bytes: bytes, maximumBytes: bytes.count)
        let problem = read.diagnostics.first { $0.severity == .error }
        return .refused(
            code: "text-not-utf8",
            problem?.message ?? Message(vi: "tệp không phải là UTF-8", en: "the file is not UTF-8"),
            remedy: problem?.remedy
                ?? Message(vi: "mở bằng Notepad, chọn Lưu thành, mã hóa UTF-8", en: "save it again as UTF-8"))
    }

    static func notAPDF(_ path: String) -> FileFact {
        .refused(
            code: "pdf-malformed", Message(vi: "“\(path)” không phải là tệp PDF", en: "“\(path)” is no PDF"), remedy: again)
    }

    private static func refused(_ path: String, _ error: PDFError) -> FileFact {
        switch error {
        case .notAPDF: return notAPDF(path)
        case .truncated:
            return .refused(
                code: "pdf-truncated",
                Message(vi: "tệp PDF “\(path)” bị cụt, có thể do chép dở", en: "the PDF “\(path)” is cut off"),
                remedy: Message(vi: "chép lại tệp từ bản gốc", en: "copy it again from the original"))
        case .malformed(let what):
            return .refused(
                code: "pdf-malformed", Message(vi: "tệp PDF “\(path)” bị hỏng (\(what))", en: "the PDF “\(path)” is damaged (\(what))"),
                remedy: again)
        case .encrypted:
            return .refused(
                code: "pdf-encrypted",
                Message(
                    vi: "tệp PDF “\(path)” có mật khẩu hoặc giới hạn quyền, không soát được nội dung",
                    en: "the PDF “\(path)” is encrypted: it can't be looked through"), remedy: again)
        case .holds(let danger):
            let words = words(for: danger)
            return .refused(
                code: "pdf-not-plain", Message(vi: "tệp PDF “\(path)” \(words.vi)", en: "the PDF “\(path)” \(words.en)"), remedy: again)
        }
    }
}

extension DocumentInspector {
    private static let again = Message(
        vi: "mở tệp, in lại thành PDF (Microsoft Print to PDF) rồi thay tệp", en: "print it to PDF anew and replace the file")

    private static func words(for danger: PDFError.Danger) -> Message {
        switch danger {
        case .javaScript: Message(vi: "chứa mã JavaScript", en: "holds JavaScript")
        case .launch: Message(vi: "có lệnh chạy chương trình trên máy người đọc", en: "starts a program on the reader's machine")
        case .submission: Message(vi: "có biểu mẫu gửi dữ liệu đi nơi khác", en: "sends or takes in the data of a form")
        case .attachment: Message(vi: "có tệp khác đính kèm bên trong", en: "holds other files")
        }
    }
}
