import Diagnostics
import Documents
import Entries

/// What the author should know of a PDF that is published: what it still tells of its making, and whether its words
/// were looked through.
struct DocumentCheck {
    /// Where it is named.
    let place: SourcePlace
    /// From `content`.
    let path: String

    /// - Parameter words: what is known of its words; nil where nobody was to look, as in a take-down.
    func diagnostics(for document: DocumentDescription, _ words: AttachedText?) -> [Diagnostic] {
        guard document.format == .pdf else { return [] }
        return making(document.remains) + (words?.unread.map { [unread($0)] } ?? [])
    }

    private func making(_ remains: PDFRedaction.Remains) -> [Diagnostic] {
        let properties = remains.properties.sorted().joined(separator: ", ")
        if remains.isSigned {
            return properties.isEmpty ? [] : [Self.signed(path, properties, at: place)]
        }
        var found: [Diagnostic] = []
        if !properties.isEmpty { found.append(Self.packed(path, properties, at: place)) }
        if remains.hasUnreadParts { found.append(Self.unreadParts(path, at: place)) }
        return found
    }

    private func unread(_ reason: AttachedText.Unread) -> Diagnostic {
        switch reason {
        case .noReader: Self.noReader(path, at: place)
        case .unreadable: Self.unreadable(path, at: place)
        case .noWords: Self.noWords(path, at: place)
        }
    }
}

extension DocumentCheck {
    private static func signed(_ path: String, _ properties: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "pdf-signed",
            Message(
                vi: "“\(path)” có chữ ký số nên được đăng nguyên vẹn, kể cả thông tin về người soạn và phần mềm: \(properties)",
                en: "“\(path)” bears a digital signature and is published as it is, with what it tells of its making: \(properties)"),
            at: place,
            remedy: Message(
                vi: "nếu không muốn công khai những thông tin ấy thì mở tệp, in lại thành PDF (chữ ký số sẽ không còn) rồi thay tệp",
                en: "if that should not be public, print it to PDF anew (the signature goes) and replace the file"))
    }

    private static func packed(_ path: String, _ properties: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "pdf-properties-stay",
            Message(
                vi: "“\(path)” ghi thông tin về người soạn và phần mềm ở phần nén, chưa xóa hết được: \(properties)",
                en: "“\(path)” tells of its making in a packed part, which can't be cleaned wholly: \(properties)"),
            at: place,
            remedy: Message(
                vi: "mở tệp, in lại thành PDF (Microsoft Print to PDF, hoặc xuất từ LibreOffice với thuộc tính để trống) rồi thay tệp",
                en: "print it to PDF anew, with empty properties, and replace the file"))
    }

    private static func unreadParts(_ path: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "pdf-parts-unread",
            Message(
                vi: "một phần của “\(path)” nén theo cách chương trình không đọc được, nên chưa soát hết",
                en: "a part of “\(path)” is packed in a way that can't be read here, so not all of it was looked at"),
            at: place, remedy: Message(vi: "mở tệp, in lại thành PDF rồi thay tệp", en: "print it to PDF anew and replace the file"))
    }

    private static func noReader(_ path: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "pdf-text-not-looked-at",
            Message(
                vi: "phần chữ của “\(path)” chưa được soát thông tin cá nhân vì máy này chưa có pdftotext",
                en: "the words of “\(path)” were not looked through for personal data: pdftotext is not installed here"),
            at: place,
            remedy: Message(
                vi: "xin người quản trị máy cài gói poppler-utils; trước mắt tự đọc soát cả tệp",
                en: "have poppler-utils installed; until then read the file through"))
    }

    private static func unreadable(_ path: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "pdf-text-not-looked-at",
            Message(
                vi: "không lấy được phần chữ của “\(path)” để soát thông tin cá nhân",
                en: "the words of “\(path)” could not be read, so they were not looked through for personal data"),
            at: place,
            remedy: Message(
                vi: "mở thử tệp; nếu không mở được thì xuất lại từ bản gốc; nếu mở được thì tự đọc soát cả tệp",
                en: "open it; export it again where that fails, else read it through"))
    }

    private static func noWords(_ path: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .notice, "pdf-without-words",
            Message(
                vi: "“\(path)” chỉ có ảnh chụp trang, không có chữ: không soát được thông tin cá nhân, người khiếm thị không nghe được",
                en: "“\(path)” holds pictures of pages and no words: it can't be looked through for personal data, nor read aloud"),
            at: place,
            remedy: Message(
                vi: "tự đọc soát cả tệp; nếu có thì dùng bản PDF xuất từ tệp soạn thảo, hoặc nhận dạng chữ (OCR)",
                en: "read it through; use the PDF of the text file where there is one, or recognise its words (OCR)"))
    }
}
