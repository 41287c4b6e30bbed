import Diagnostics

/// What is sound Markdown but not accepted on the board.
enum MarkdownProblem {
    static let rawHTMLCode = "markdown-raw-html"

    /// - Parameter isBreak: whether it is `<br>`, which stays as a line end.
    static func rawHTML(_ html: UnsafeBufferPointer<UInt8>, isBreak: Bool, at place: SourcePlace) -> Diagnostic {
        if isBreak {
            return Diagnostic(
                .warning, rawHTMLCode,
                Message(vi: "mã HTML <br> trong bài được đọc là chỗ xuống dòng", en: "HTML <br> in the text is read as a line end"),
                at: place,
                remedy: Message(
                    vi: "thay <br> bằng dấu \\ ở cuối dòng rồi xuống dòng, hoặc để một dòng trống để ngắt đoạn",
                    en: "write a backslash at the line's end instead of <br>, or leave a line empty between paragraphs"))
        }
        let tag = String(decoding: html.prefix { $0 != 0x20 && $0 != 0x0A && $0 != UInt8(ascii: ">") }, as: UTF8.self).prefix(40)
        return Diagnostic(
            .warning, rawHTMLCode,
            Message(
                vi: "mã HTML (\(tag)>) trong bài không được hiển thị", en: "HTML (\(tag)>) in the text is not shown"),
            at: place,
            remedy: Message(
                vi: "dùng ký hiệu Markdown: **đậm**, *nghiêng*, dòng trống để ngắt đoạn; nếu đó là chữ thường, viết &lt; thay cho dấu <",
                en: "use Markdown: **bold**, *italic*, an empty line between paragraphs; if it is plain text, write &lt; for <"))
    }

    static func furtherHTML(_ count: Int) -> Diagnostic.Note {
        Diagnostic.Note(Message(vi: "còn \(count) chỗ nữa có mã HTML", en: "there is HTML in \(count) more places"))
    }

    static func unsafeAddress(_ scheme: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "markdown-unsafe-link",
            Message(
                vi: "không dùng được địa chỉ bắt đầu bằng “\(VisibleText.of(scheme)):”; chỉ dùng https:, http:, mailto: và tel:",
                en: "addresses that start with “\(VisibleText.of(scheme)):” are not accepted, only https:, http:, mailto: and tel:"),
            at: place,
            remedy: Message(
                vi: "dẫn đến địa chỉ https://…, một trang của bảng vàng, hoặc một tệp đặt cạnh bài viết",
                en: "link to an https:// address, a page of the board, or a file beside the entry"))
    }

    static func tooManyPictures(_ path: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .error, "markdown-too-many-pictures",
            Message(
                vi: "bài có hơn \(MarkdownLimits.pictures) dấu ảnh “![”, nên không được đọc",
                en: "the text holds more than \(MarkdownLimits.pictures) picture marks “![”, and is not read"),
            at: SourcePlace(path: path, line: line),
            remedy: Message(vi: "kiểm tra lại tệp, hoặc chia bài thành nhiều bài", en: "look at the file, or split the text"))
    }
}
