import Diagnostics
import Templates

/// The preview's own page of everything that is wrong with the board. It needs no template, so it also
/// shows when the templates are what is wrong. Its looks are the preview server's.
package enum FindingsPage {
    /// Where the preview shows it.
    package static let path = "/xem-thu/loi/"

    /// How many findings a browser is asked to show; the others are counted.
    package static let shown = 500

    /// - Parameters:
    ///   - diagnostics: all that was found.
    ///   - causes: those among them that concern the whole board, in the order in which they are to be mended. They
    ///     stand on top, however many others there are: the others may be their effects.
    ///   - homeAddress: the preview's home page, nil where it can't be rendered.
    ///   - address: the page that a file of `content` makes, where there is one.
    ///   - lines: the lines of a file by its path, nil where it can't be read.
    package static func render(
        _ diagnostics: [Diagnostic], causes: [Diagnostic] = [], homeAddress: String?,
        address: (_ path: String) -> String? = { _ in nil }, lines: @escaping (_ path: String) -> [Substring]? = { _ in nil }
    ) -> [UInt8] {
        // Many findings of one file stand together: it is read once.
        var known: [String: [Substring]?] = [:]
        let formatter = TextFormatter(language: .vietnamese, coloured: false, maskedLines: diagnostics.sensitiveLines) { path in
            if let lines = known[path] { return lines }
            let read = lines(path)
            known[path] = read
            return read
        }
        var html = HTML()
        let errors = diagnostics.count { $0.severity == .error }
        html.raw(
            """
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Những điều cần sửa</title><link rel="stylesheet" href="/__bangvang/preview.css"></head><body class="findings"><main><h1>
            """)
        html.text(
            diagnostics.isEmpty
                ? Text.nothing : "\(Words.number(errors)) lỗi, \(Words.number(diagnostics.count - errors)) điều cần xem lại")
        html.raw("</h1>")
        if let homeAddress { html.link(Text.home, to: homeAddress) }
        let shownCauses = causes.prefix(shown)
        if !shownCauses.isEmpty {
            html.heading(Text.ofTheBoard)
            html.raw("<ol>")
            for diagnostic in shownCauses { item(diagnostic, formatter, isPlaceNamed: true, &html) }
            html.raw("</ol>")
        }
        // What holds an entry back comes first; within each weight the order of reading stays.
        let others = diagnostics.filter { !causes.contains($0) }
        let ordered = Severity.allCases.reversed().flatMap { severity in others.filter { $0.severity == severity } }
        groups(Array(ordered.prefix(shown - shownCauses.count)), formatter, address, &html)
        let hidden = shownCauses.count + ordered.count - shown
        if hidden > 0 { html.paragraph("Còn \(Words.number(hidden)) điều nữa; xem đủ bằng: ", code: "bangvang check --format json") }
        html.raw("</main></body></html>\n")
        return html.bytes
    }

    /// Findings of one weight and one file that follow one another have one heading, with the page that the file makes.
    private static func groups(
        _ diagnostics: [Diagnostic], _ formatter: TextFormatter, _ address: (String) -> String?, _ html: inout HTML
    ) {
        var rest = diagnostics[...]
        while let first = rest.first {
            let path = first.place?.path
            let group = rest.prefix { $0.place?.path == path && $0.severity == first.severity }
            rest = rest.dropFirst(group.count)
            html.heading(path ?? Text.withoutPlace)
            if let address = path.flatMap(address) { html.link(Text.entry, to: address) }
            html.raw("<ol>")
            for diagnostic in group { item(diagnostic, formatter, isPlaceNamed: false, &html) }
            html.raw("</ol>")
        }
    }

    private static func item(_ diagnostic: Diagnostic, _ formatter: TextFormatter, isPlaceNamed: Bool, _ html: inout HTML) {
        html.raw("<li class=\"\(diagnostic.severity.rawValue)\"><p><strong>")
        html.text(TextFormatter.word(for: diagnostic.severity).vi.uppercasedFirst + ": " + diagnostic.message.vi)
        html.raw("</strong></p>")
        if let place = diagnostic.place, isPlaceNamed || place.position != nil { html.paragraph("", code: place.description) }
        let excerpt = formatter.excerpt(of: diagnostic)
        if !excerpt.isEmpty {
            html.raw("<pre>")
            html.text(excerpt)
            html.raw("</pre>")
        }
        if let required = diagnostic.required { html.paragraph(Text.required + required.vi) }
        if let clause = diagnostic.clause { html.paragraph(Text.clause + TextFormatter.words(for: clause).vi) }
        for note in diagnostic.notes { html.paragraph(Text.note + note.message.vi + " ", code: note.place?.description) }
        if let remedy = diagnostic.remedy { html.paragraph(Text.remedy + remedy.vi) }
        html.raw("</li>")
    }

    private struct HTML {
        var bytes: [UInt8] = []

        mutating func raw(_ markup: String) { bytes += markup.utf8 }
        mutating func text(_ text: String) { HTMLEscape.append(text, to: &bytes) }
        mutating func heading(_ words: String) {
            raw("<h2>")
            text(words)
            raw("</h2>")
        }
        mutating func link(_ words: String, to address: String) {
            raw("<p><a href=\"")
            text(address)
            raw("\">")
            text(words)
            raw("</a></p>")
        }
        mutating func paragraph(_ words: String, code: String? = nil) {
            raw("<p>")
            text(words)
            if let code {
                raw("<code>")
                text(code)
                raw("</code>")
            }
            raw("</p>")
        }
    }
}

extension FindingsPage {
    private enum Text {
        static let nothing = "Không có điều gì cần sửa"
        static let home = "Về trang chủ"
        static let ofTheBoard = "Lỗi của cả bảng, cần sửa trước"
        static let withoutPlace = "Chung"
        static let entry = "Mở trang của bài này"
        static let required = "Yêu cầu: "
        static let clause = "Căn cứ: "
        static let note = "Xem thêm: "
        static let remedy = "Cách sửa: "
    }
}
