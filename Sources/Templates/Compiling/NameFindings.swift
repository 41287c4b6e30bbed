import Diagnostics

// What can be wrong with the names in a template, in the words that its author reads.
extension Diagnostic {
    /// `shapes` is what was searched, innermost first.
    static func unknownName(_ component: String, of name: NamePath, in shapes: [Shape], at place: SourcePlace) -> Diagnostic {
        var known: [String] = []
        for field in shapes.flatMap(\.fields) where !known.contains(field.name) { known.append(field.name) }
        return Diagnostic(
            .error, "unknown-name",
            Message(
                vi: "“\(component)” không phải là tên có trong “\(shapes[0].name)”.",
                en: "“\(component)” is not a name in “\(shapes[0].name)”."), at: place,
            remedy: holder(of: component, in: shapes) ?? nearest(to: component, among: known) ?? choice(of: known))
    }

    /// A field that has the name inside, for a tag that stands outside its section.
    private static func holder(of component: String, in shapes: [Shape]) -> Message? {
        let field = shapes.lazy.flatMap(\.fields).first { $0.nested?.slot(named: component) != nil }
        return field.map { field in
            Message(
                vi: "Tên này có trong “\(field.name)”: đặt thẻ vào giữa {{#\(field.name)}} và {{/\(field.name)}}.",
                en: "“\(field.name)” has that name: put the tag between {{#\(field.name)}} and {{/\(field.name)}}.")
        }
    }

    private static func nearest(to word: String, among known: [String]) -> Message? {
        Suggestion.nearest(to: word, among: known).map { Message(vi: "Có lẽ là “\($0)”.", en: "“\($0)” was probably meant.") }
    }

    private static func choice(of known: [String]) -> Message? {
        guard !known.isEmpty else { return nil }
        return Message(vi: "Chọn trong: \(known.joined(separator: ", ")).", en: "Choose among: \(known.joined(separator: ", ")).")
    }

    static func noNamesWithin(_ component: String, _ kind: Shape.Kind, _ name: NamePath, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "no-names-within",
            Message(
                vi: "“\(component)” là \(kind.word.vi), không có tên bên trong cho “\(name.text)”.",
                en: "“\(component)” is \(kind.word.en) and has no names within for “\(name.text)”."), at: place,
            remedy: kind == .list
                ? Message(
                    vi: "Dùng {{#\(component)}}…{{/\(component)}} để lặp qua danh sách.",
                    en: "Repeat over the list with {{#\(component)}}…{{/\(component)}}.")
                : Message(
                    vi: "Viết {{\(component)}}, không có phần sau dấu chấm.", en: "Write {{\(component)}}, without what follows the dot."))
    }

    static func nothingPlain(in shape: Shape, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "nothing-plain",
            Message(
                vi: "{{.}} ở đây là “\(shape.name)”, gồm nhiều trường nên không in ra được.",
                en: "{{.}} is “\(shape.name)” here: a record of fields, which can't be printed."), at: place,
            remedy: Message(vi: "Ghi tên trường cần dùng.", en: "Name the field that is meant."))
    }

    static func escapedHTML(_ name: NamePath, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "html-escaped",
            Message(
                vi: "“\(name.text)” là HTML; với hai dấu ngoặc, người xem sẽ thấy cả mã HTML.",
                en: "“\(name.text)” is HTML; with two braces, visitors would see its markup."), at: place,
            remedy: Message(vi: "Viết {{{\(name.text)}}}.", en: "Write {{{\(name.text)}}}."))
    }

    static func unescapedText(_ name: NamePath, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "text-unescaped",
            Message(
                vi: "“\(name.text)” là văn bản thường; in nguyên như HTML thì dấu < và & trong đó làm hỏng trang.",
                en: "“\(name.text)” is plain text; printed as HTML, a < or & in it would break the page."), at: place,
            remedy: Message(vi: "Viết {{\(name.text)}}.", en: "Write {{\(name.text)}}."))
    }

    static func notPrintable(_ name: NamePath, _ kind: Shape.Kind, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "not-printable",
            Message(
                vi: "“\(name.text)” là \(kind.word.vi), không in ra được.", en: "“\(name.text)” is \(kind.word.en) and can't be printed."),
            at: place,
            remedy: Message(
                vi: "Dùng {{#\(name.text)}}…{{/\(name.text)}}\(kind == .texts ? " và {{.}} bên trong" : "").",
                en: "Use {{#\(name.text)}}…{{/\(name.text)}}\(kind == .texts ? " with {{.}} inside" : "")."))
    }

    static func unknownTemplate(_ name: String, at place: SourcePlace?, known: [String]) -> Diagnostic {
        // People leave out the folder more often than they misspell.
        let elsewhere = known.first { $0.split(separator: "/").last.map(String.init) == name }
        return Diagnostic(
            .error, "unknown-template", Message(vi: "Không có mẫu nào tên là “\(name)”.", en: "There is no template “\(name)”."), at: place,
            remedy: nearest(to: elsewhere ?? name, among: known)
                ?? Message(vi: "Thêm tệp mẫu “\(name).mustache”.", en: "Add the template “\(name).mustache”."))
    }

    static func duplicateTemplate(_ file: TemplateFile, first: TemplateFile) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-template",
            Message(vi: "Đã có một mẫu khác tên là “\(file.name)”.", en: "There is another template “\(file.name)”."),
            at: SourcePlace(path: file.path), remedy: Message(vi: "Đổi tên một trong hai tệp.", en: "Rename one of the two files."),
            notes: [Note(Message(vi: "Mẫu kia ở đây.", en: "The other is here."), at: SourcePlace(path: first.path))])
    }

    static func unknownBlock(_ override: TemplateNode.Override, parent: String, offered: [String]) -> Diagnostic {
        Diagnostic(
            .error, "unknown-block",
            Message(
                vi: "Mẫu “\(parent)” không có khối “\(override.name)”.", en: "The template “\(parent)” has no block “\(override.name)”."),
            at: override.place, remedy: nearest(to: override.name, among: offered) ?? choice(of: offered))
    }

    static func endlessInclusion(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "endless-inclusion",
            Message(vi: "Mẫu gọi lại chính nó mà không có điểm dừng.", en: "The template includes itself with nothing that could end it."),
            at: place,
            remedy: Message(
                vi: "Đặt thẻ này vào trong một danh sách, chẳng hạn {{#children}}…{{/children}}.",
                en: "Put this tag inside a list, such as {{#children}}…{{/children}}."))
    }
}

extension Shape.Kind {
    /// The kind as a sentence calls it.
    package var word: Message {
        switch self {
        case .text: Message(vi: "văn bản", en: "text")
        case .html: Message(vi: "HTML", en: "HTML")
        case .flag: Message(vi: "giá trị có/không", en: "a yes-or-no value")
        case .record: Message(vi: "một nhóm trường", en: "a record")
        case .list: Message(vi: "danh sách", en: "a list")
        case .texts: Message(vi: "danh sách văn bản", en: "a list of texts")
        }
    }
}
