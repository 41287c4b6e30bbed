import Diagnostics

/// What is sound YAML but not accepted here, and why.
enum YAMLRefusal {
    static func duplicate(_ key: Located<String>, earlier: Located<String>, path: String) -> Diagnostic {
        Diagnostic(
            .error, "yaml-duplicate-key",
            Message(vi: "khóa “\(key.value)” xuất hiện hai lần", en: "the key “\(key.value)” occurs twice"),
            at: key.place(in: path),
            remedy: Message(vi: "giữ lại một dòng, xóa dòng kia", en: "keep one of the lines and delete the other"),
            notes: [.init(Message(vi: "lần đầu ở đây", en: "first here"), at: earlier.place(in: path))])
    }

    static func alias(_ name: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "yaml-alias",
            Message(
                vi: "giá trị bắt đầu bằng dấu sao (*\(name)): YAML hiểu đó là tham chiếu, không dùng được ở đây",
                en: "the value starts with an asterisk (*\(name)): YAML takes it for an alias, which is not accepted here"),
            at: place, remedy: quoteIt)
    }

    static func anchor(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "yaml-anchor",
            Message(
                vi: "giá trị bắt đầu bằng dấu và (&): YAML hiểu đó là nhãn tham chiếu, không dùng được ở đây",
                en: "the value starts with an ampersand (&): YAML takes it for an anchor, which is not accepted here"),
            at: place, remedy: quoteIt)
    }

    static func tag(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "yaml-tag",
            Message(
                vi: "giá trị bắt đầu bằng dấu chấm than (!): YAML hiểu đó là nhãn kiểu, không dùng được ở đây",
                en: "the value starts with an exclamation mark (!): YAML takes it for a tag, which is not accepted here"),
            at: place, remedy: quoteIt)
    }

    static func mergeKey(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "yaml-merge-key",
            Message(vi: "không dùng được khóa ghép “<<”", en: "the merge key “<<” is not accepted"),
            at: place,
            remedy: Message(vi: "ghi đầy đủ từng khóa và giá trị", en: "write every key and value out"))
    }

    static func keyIsNotText(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "yaml-key-not-text",
            Message(
                vi: "trước dấu hai chấm phải là tên khóa; ở đây để trống hoặc là một danh sách",
                en: "a key must stand before the colon; here is nothing, or a list"),
            at: place,
            remedy: Message(
                vi: "ghi mỗi dòng theo dạng “khóa: giá trị”; nếu giá trị có dấu ngoặc {} hoặc [], đặt nó trong ngoặc kép",
                en: "write each line as “key: value”; quote a value that has brackets {} or [] in it"))
    }

    static func secondDocument(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "yaml-second-document",
            Message(
                vi: "dòng “---” mở một tài liệu YAML thứ hai; mỗi tệp chỉ được có một",
                en: "the line “---” opens a second YAML document; a file holds one"),
            at: place,
            remedy: Message(
                vi: "xóa dòng “---” này, hoặc chuyển phần sau sang tệp khác", en: "delete this line, or move what follows to another file"
            ))
    }

    static func tooDeep(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "yaml-too-deep",
            Message(
                vi: "các phần lồng vào nhau quá \(YAMLParser.maximumDepth) tầng",
                en: "the nesting is deeper than \(YAMLParser.maximumDepth) levels"),
            at: place,
            remedy: Message(vi: "kiểm tra lại các dấu ngoặc [ và {", en: "check the brackets [ and {"))
    }

    static func lineSeparator(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "yaml-line-separator",
            Message(
                vi: "có ký tự ngắt dòng không nhìn thấy được (U+0085, U+2028 hoặc U+2029), thường do dán từ Word hoặc PowerPoint",
                en: "there is an invisible line separator (U+0085, U+2028 or U+2029), as comes with text pasted from Word or PowerPoint"),
            at: place,
            remedy: Message(vi: "xóa ký tự này rồi gõ dấu cách", en: "delete the character and type a space"))
    }

    static let quoteIt = Message(
        vi: "nếu đó là một phần của văn bản, hãy đặt cả giá trị trong ngoặc kép: \"…\"",
        en: "if it is part of the text, put the whole value in quotes: \"…\"")
}
