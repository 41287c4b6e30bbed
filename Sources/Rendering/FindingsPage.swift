import Diagnostics
import Templates

/// The preview's own page of everything that is wrong with the board. It needs no template, so it also
/// shows when the templates are what is wrong.
package enum FindingsPage {
    /// Where the preview shows it.
    package static let path = "/xem-thu/loi/"

    /// How many findings a browser is asked to show; the others are counted.
    package static let shown = 500

    /// - Parameter homeAddress: the preview's home page, nil where it can't be rendered.
    package static func render(_ diagnostics: [Diagnostic], scriptTag: String, homeAddress: String?) -> [UInt8] {
        var html = HTML()
        html.raw(
            """
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Những điều cần sửa</title><style>
            body{font:1rem/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fdfaf3}
            h1{font-size:1.6rem}li{margin:0 0 1.2rem;padding:.6rem .9rem;background:#fff;border-left:4px solid #c9a227}
            ol{list-style:none;padding:0}li.error{border-color:#a3161c}code{font-size:.9em;overflow-wrap:anywhere}
            p{margin:.2rem 0}@media (prefers-color-scheme:dark){body{color:#eee;background:#1c1917}li{background:#292524}a{color:#f0c75e}}
            </style>
            """)
        html.raw(scriptTag + "</head><body><main><h1>")
        let errors = diagnostics.count { $0.severity == .error }
        html.text(
            diagnostics.isEmpty
                ? "Không có điều gì cần sửa" : "\(Words.number(errors)) lỗi, \(Words.number(diagnostics.count - errors)) điều cần xem lại")
        html.raw("</h1>")
        if let homeAddress {
            html.raw("<p><a href=\"")
            html.text(homeAddress)
            html.raw("\">Về trang chủ</a></p>")
        }
        html.raw("<ol>")
        // What holds an entry back comes first; within each weight the order of reading stays.
        let ordered = Severity.allCases.reversed().flatMap { severity in diagnostics.filter { $0.severity == severity } }
        for diagnostic in ordered.prefix(shown) { item(diagnostic, &html) }
        html.raw("</ol>")
        if ordered.count > shown {
            html.paragraph("Còn \(Words.number(ordered.count - shown)) điều nữa; xem đủ bằng: ", code: "bangvang check --format json")
        }
        html.raw("</main></body></html>\n")
        return html.bytes
    }

    private static func item(_ diagnostic: Diagnostic, _ html: inout HTML) {
        html.raw("<li class=\"\(diagnostic.severity.rawValue)\"><p><strong>")
        html.text(TextFormatter.word(for: diagnostic.severity).vi.uppercasedFirst + ": " + diagnostic.message.vi)
        html.raw("</strong></p>")
        if let place = diagnostic.place { html.paragraph("", code: place.description) }
        if let required = diagnostic.required { html.paragraph("Yêu cầu: " + required.vi) }
        if let clause = diagnostic.clause { html.paragraph("Căn cứ: " + TextFormatter.words(for: clause).vi) }
        for note in diagnostic.notes { html.paragraph("Xem thêm: " + note.message.vi + " ", code: note.place?.description) }
        if let remedy = diagnostic.remedy { html.paragraph("Cách sửa: " + remedy.vi) }
        html.raw("</li>")
    }

    private struct HTML {
        var bytes: [UInt8] = []

        mutating func raw(_ markup: String) { bytes += markup.utf8 }
        mutating func text(_ text: String) { HTMLEscape.append(text, to: &bytes) }
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
