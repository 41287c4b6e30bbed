import Diagnostics

/// What is wrong with the place of a value in a template's HTML.
extension Diagnostic {
    /// A value where escaping would not keep it from becoming markup or a program.
    static func wrongContext(_ refusal: MarkupRefusal, _ name: NamePath, at place: SourcePlace) -> Diagnostic {
        let (reason, remedy) = words(refusal, name.text)
        return Diagnostic(
            .error, "value-in-wrong-place",
            Message(vi: "“\(name.text)” không in được ở đây: \(reason.vi).", en: "“\(name.text)” can't be printed here: \(reason.en)."),
            at: place,
            remedy: remedy)
    }

    private static func words(_ refusal: MarkupRefusal, _ name: String) -> (reason: Message, remedy: Message) {
        let quoted = Message(
            vi: "Đặt trong ngoặc kép, làm giá trị của một thuộc tính: title=\"{{\(name)}}\".",
            en: "Put it in quotes as the value of an attribute: title=\"{{\(name)}}\".")
        let asText = Message(
            vi: "In giá trị như chữ giữa hai thẻ, hoặc trong ngoặc kép của một thuộc tính như data-…=\"{{\(name)}}\".",
            en: "Print the value as text between tags, or in the quotes of an attribute such as data-…=\"{{\(name)}}\".")
        switch refusal {
        case .tagName:
            return (Message(vi: "đây là tên của một thẻ HTML", en: "this is the name of a tag"), asText)
        case .tag:
            return (
                Message(vi: "đây là giữa thẻ HTML, chỗ của tên thuộc tính", en: "this is within a tag, where names of attributes stand"),
                quoted
            )
        case .bareAttribute:
            return (
                Message(
                    vi: "giá trị của thuộc tính không có ngoặc kép, dấu cách sẽ mở thuộc tính khác",
                    en: "the attribute has no quotes, so a blank would open another one"),
                quoted
            )
        case .code(let attribute):
            return (
                Message(
                    vi: "nội dung của “\(attribute)” được chạy hay đọc như mã", en: "what stands in “\(attribute)” is run or read as code"),
                asText
            )
        case .script:
            return (Message(vi: "đây là bên trong <script>, mọi chữ đều là mã", en: "this is inside <script>, where all is code"), asText)
        case .style:
            return (Message(vi: "đây là bên trong <style>", en: "this is inside <style>"), asText)
        case .scheme(let scheme):
            return (
                Message(vi: "địa chỉ bắt đầu bằng “\(scheme):”", en: "the address begins with “\(scheme):”"),
                Message(
                    vi: "Chỉ dùng https:, http:, mailto:, tel: hoặc đường dẫn của trang.",
                    en: "Use https:, http:, mailto:, tel: or a path of the site.")
            )
        case .htmlInAttribute:
            return (
                Message(vi: "đây là giá trị HTML, không đặt trong thuộc tính được", en: "it is HTML, which can't stand in an attribute"),
                Message(vi: "In giữa hai thẻ.", en: "Print it between tags.")
            )
        }
    }
}
