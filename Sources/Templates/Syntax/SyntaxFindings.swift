import Diagnostics

// What can be wrong with the form of a template, in the words that its author reads.
extension Diagnostic {
    static func notUTF8(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "template-not-utf8", Message(vi: "Tệp mẫu không phải văn bản UTF-8.", en: "The template is not UTF-8 text."), at: place,
            remedy: Message(vi: "Lưu lại tệp với mã UTF-8.", en: "Save the file in UTF-8."))
    }

    static func unclosedTag(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "unclosed-tag", Message(vi: "Thẻ mở ở đây không có dấu đóng.", en: "The tag that opens here has no end."), at: place,
            remedy: Message(
                vi: "Thêm dấu đóng, chẳng hạn {{title}} hoặc {{{body}}}.", en: "Add the closing braces, as in {{title}} or {{{body}}}."))
    }

    static func emptyTag(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "empty-tag", Message(vi: "Thẻ trống, không có tên nào.", en: "The tag is empty: it names nothing."), at: place,
            remedy: Message(vi: "Ghi tên vào thẻ hoặc xóa thẻ.", en: "Write a name into the tag or delete it."))
    }

    static func wrongDelimiters(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "wrong-delimiters",
            Message(vi: "Thẻ đổi dấu phải ghi đúng một dấu mở và một dấu đóng.", en: "A delimiter tag names exactly two delimiters."),
            at: place,
            remedy: Message(
                vi: "Viết như {{=<% %>=}}: dấu mở và dấu đóng cách nhau một khoảng trắng, không chứa dấu bằng.",
                en: "Write it as {{=<% %>=}}: two delimiters with a space between, without equals signs."))
    }

    static func unclosedElement(_ tag: TemplateTag) -> Diagnostic {
        Diagnostic(
            .error, "unclosed-section",
            Message(vi: "“\(tag.name)” mở ở đây nhưng không được đóng.", en: "“\(tag.name)” opens here and is never closed."),
            at: tag.place,
            remedy: Message(vi: "Thêm {{/\(tag.name)}} vào chỗ cần kết thúc.", en: "Add {{/\(tag.name)}} where it should end."))
    }

    static func mismatchedClose(_ tag: TemplateTag, innermost open: TemplateTag) -> Diagnostic {
        Diagnostic(
            .error, "mismatched-close",
            Message(
                vi: "{{/\(tag.name)}} đứng ở đây trong khi “\(open.name)” chưa được đóng.",
                en: "{{/\(tag.name)}} stands here while “\(open.name)” is still open."), at: tag.place,
            remedy: Message(
                vi: "Sửa thành {{/\(open.name)}}, hoặc đặt {{/\(open.name)}} trước thẻ này.",
                en: "Write {{/\(open.name)}} here, or put {{/\(open.name)}} before this tag."),
            notes: [Note(Message(vi: "“\(open.name)” mở ở đây.", en: "“\(open.name)” opens here."), at: open.place)])
    }

    static func strayClose(_ tag: TemplateTag, open: TemplateTag?) -> Diagnostic {
        Diagnostic(
            .error, "stray-close",
            Message(vi: "{{/\(tag.name)}} không đóng thẻ nào cả.", en: "{{/\(tag.name)}} closes nothing."), at: tag.place,
            remedy: open.map { open in
                Message(
                    vi: "Thẻ đang mở là “\(open.name)”: viết {{/\(open.name)}}, hoặc xóa thẻ này.",
                    en: "“\(open.name)” is what is open: write {{/\(open.name)}}, or delete this tag.")
            } ?? Message(vi: "Xóa thẻ này, hoặc thêm thẻ mở ở phía trước.", en: "Delete this tag, or add the one that opens it."))
    }

    static func duplicateBlock(_ tag: TemplateTag, first: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-block", Message(vi: "Khối “\(tag.name)” được điền hai lần.", en: "The block “\(tag.name)” is filled twice."),
            at: tag.place, remedy: Message(vi: "Gộp hai khối làm một.", en: "Make one block of the two."),
            notes: [Note(Message(vi: "Lần thứ nhất ở đây.", en: "The first is here."), at: first)])
    }

    /// Not an error: the specification allows it, and nothing is lost but what the author wrote.
    static func outsideBlocks(at place: SourcePlace, in parent: TemplateTag?) -> Diagnostic {
        let name = parent?.name ?? ""
        return Diagnostic(
            .warning, "outside-blocks",
            Message(
                vi: "Phần này nằm ngoài mọi khối của “\(name)” nên không bao giờ được hiển thị.",
                en: "This stands outside all blocks of “\(name)” and is never shown."), at: place,
            remedy: Message(vi: "Đưa vào một khối {{$…}}…{{/…}} hoặc xóa đi.", en: "Move it into a block {{$…}}…{{/…}} or delete it."))
    }

    static func nestedTooDeep(_ tag: TemplateTag, limit: Int) -> Diagnostic {
        Diagnostic(
            .error, "nested-too-deep",
            Message(vi: "Các thẻ lồng nhau quá \(limit) tầng.", en: "Tags stand more than \(limit) deep in each other."),
            at: tag.place, remedy: Message(vi: "Tách bớt ra mẫu con.", en: "Move some of it into a partial."))
    }
}
