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

    /// What keeps a text from being read: another encoding (UTF-16, as Notepad's “Unicode”), characters that no page may hold.
    static func unreadableText(_ path: String, _ bytes: [UInt8]) -> FileFact? {
        let decoded = SourceText.decode(path: path, bytes: bytes, maximumBytes: .max)
        guard let error = decoded.diagnostics.first(where: { $0.severity == .error }) else { return nil }
        let line = error.place?.position.map { Message(vi: ", dòng \($0.line)", en: ", line \($0.line)") } ?? ""
        return .refused(
            code: error.code,
            Message(
                vi: "tệp “\(path)”\(line.vi): \(error.message.vi.lowercasedFirst)",
                en: "the file “\(path)”\(line.en): \(error.message.en.lowercasedFirst)"),
            remedy: error.remedy ?? Message(vi: "lưu lại theo UTF-8", en: "save it again as UTF-8"))
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
