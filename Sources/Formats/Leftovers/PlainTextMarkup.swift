import Diagnostics

/// Markup in values that are shown as plain text: titles, summaries, captions, descriptions of pictures.
package enum PlainTextMarkup {
    /// Everything of that kind in the front matter of a file.
    ///
    /// - Parameter bytes: the source of the front matter: nearly all have nothing to look for.
    package static func findings(in node: YAMLNode, source bytes: ArraySlice<UInt8>, path: String) -> [Diagnostic] {
        guard mayHoldMarkup(bytes) else { return [] }
        var found: [Diagnostic] = []
        look(at: node, path, &found)
        return found
    }

    private static func mayHoldMarkup(_ bytes: some Sequence<UInt8>) -> Bool {
        var before: UInt8 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: "&"): return true
            case UInt8(ascii: "*"), UInt8(ascii: "_"): if before == byte { return true }
            case UInt8(ascii: "("): if before == UInt8(ascii: "]") { return true }
            default: break
            }
            before = byte
        }
        return false
    }

    private static func look(at node: YAMLNode, _ path: String, _ found: inout [Diagnostic]) {
        switch node.content {
        case .null: break
        case .sequence(let items): for item in items { look(at: item, path, &found) }
        case .mapping(let pairs): for pair in pairs { look(at: pair.value, path, &found) }
        case .scalar(let text, _):
            guard mayHoldMarkup(text.utf8), let (sign, plain) = plain(text) else { return }
            found.append(
                Diagnostic(
                    .warning, "markup-in-plain-text",
                    Message(
                        vi: "giá trị này hiện như chữ thường: người đọc sẽ thấy nguyên “\(sign)”",
                        en: "this value is shown as plain text: readers will see “\(sign)” as it is"),
                    at: node.place(in: path), remedy: Leftover.writing(plain)))
        }
    }

    /// The first mark of a text, and the text without marks; nil where it has none.
    static func plain(_ text: String) -> (sign: String, text: String)? {
        var plain = text
        var first: String?
        for mark in ["**", "__"] {
            let parts = plain.components(by: mark)
            // “__/__/2021” is a day to be filled in.
            guard parts.count >= 3, parts[1].unicodeScalars.contains(where: \.properties.isAlphabetic) else { continue }
            first = first ?? mark
            plain = parts.joined()
        }
        while let link = link(in: plain) {
            first = first ?? String(plain[link.whole])
            plain.replaceSubrange(link.whole, with: link.words)
        }
        while let tag = tag(in: plain) {
            first = first ?? String(plain[tag])
            plain.replaceSubrange(tag, with: plain[tag].lowercased().hasPrefix("<br") ? " " : "")
        }
        for (entity, sign) in entities where plain.contains(entity) {
            first = first ?? entity
            plain = plain.replacing(entity, with: sign)
        }
        return first.map { ($0, plain) }
    }

    private static let entities = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]

    private static func link(in text: String) -> (whole: Range<String.Index>, words: String)? {
        guard let middle = text.firstRange(of: "]("), let opening = text[..<middle.lowerBound].lastIndex(of: "["),
            let closing = text[middle.upperBound...].firstIndex(of: ")")
        else { return nil }
        return (opening..<text.index(after: closing), String(text[text.index(after: opening)..<middle.lowerBound]))
    }

    /// A tag: `<b>`, `</i>`, `<br/>`; not “<5 hộ”.
    private static func tag(in text: String) -> Range<String.Index>? {
        var search = text.startIndex
        while let opening = text[search...].firstIndex(of: "<") {
            search = text.index(after: opening)
            let rest = text[search...].drop { $0 == "/" }
            let name = rest.prefix { $0.isASCII && $0.isLetter || $0.isASCII && $0.isNumber }
            guard elements.contains(name.lowercased()), let closing = rest.firstIndex(of: ">"), rest[name.endIndex..<closing].count < 100
            else {
                continue
            }
            return opening..<text.index(after: closing)
        }
        return nil
    }

    private static let elements: Set<String> = [
        "a", "b", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "i", "img", "li", "ol", "p", "small", "span", "strong",
        "sub",
        "sup", "table", "td", "tr", "u", "ul",
    ]
}

extension String {
    fileprivate func components(by mark: String) -> [String] { split(separator: mark, omittingEmptySubsequences: false).map(String.init) }
}
