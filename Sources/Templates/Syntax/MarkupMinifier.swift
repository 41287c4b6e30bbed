/// Leaves out white space of templates that no browser shows: written for people who edit templates, it would travel with
/// every page. It costs nothing when pages are rendered, and values are never touched.
///
/// A run of white space beside a tag that stands in no line of text (`<p>`, `</li>`, `<meta>`: HTML Standard, 15.3) goes,
/// any other becomes one space. What an element keeps as it is (`pre`, `textarea`, `script`, `style`) stays as it is.
enum MarkupMinifier {
    /// The same nodes without spare white space. None of them stands at the beginning of a line any more.
    static func minify(_ nodes: [TemplateNode]) -> [TemplateNode] { nodes.map(minify) }

    private static func minify(_ node: TemplateNode) -> TemplateNode {
        switch node {
        case .text(let text):
            return .text(TemplateNode.Text(bytes: minify(text.bytes), startsLine: false))
        case .variable(var variable):
            variable.startsLine = false
            return .variable(variable)
        case .section(var section):
            (section.placement, section.nodes) = (.midLine, minify(section.nodes))
            return .section(section)
        case .partial(var partial):
            partial.placement = .midLine
            return .partial(partial)
        case .parent(let parent):
            let overrides = parent.overrides.map { override in
                TemplateNode.Override(name: override.name, body: TemplateBody(minify(override.body.nodes)), place: override.place)
            }
            return .parent(TemplateNode.Parent(name: parent.name, placement: .midLine, overrides: overrides, place: parent.place))
        case .block(var block):
            (block.placement, block.nodes) = (.midLine, minify(block.nodes))
            return .block(block)
        }
    }

    // MARK: Text

    private static func minify(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var rest = bytes[...]
        if let kept = rest.endOfOpenRawElement {
            output += rest[..<kept]
            rest = rest[kept...]
        }
        while let first = rest.first {
            if first.isSpace {
                let after = rest.drop(while: \.isSpace)
                if !output.endsWithBlockTag, !after.beginsWithBlockTag { output.append(.space) }
                rest = after
            } else if first == .lessThan, let kept = rest.endOfRawElement {
                output += rest[..<kept]
                rest = rest[kept...]
            } else {
                output.append(first)
                rest = rest.dropFirst()
            }
        }
        return output
    }

    /// Elements whose text is kept as it is.
    fileprivate static let rawElements: Set<String> = ["pre", "textarea", "script", "style"]

    /// Elements that begin and end lines of their own, or show nothing, or stand in such that hold no text.
    fileprivate static let blockElements: Set<String> = [
        "!doctype", "html", "head", "meta", "link", "title", "body", "header", "main", "footer", "nav", "section", "article", "aside",
        "div",
        "p", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "address", "blockquote", "hr",
        "details", "summary", "form", "fieldset", "legend", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th",
        "td", "source", "track", "option", "optgroup", "datalist", "noscript", "template",
    ]
}

extension Collection<UInt8> {
    /// The name of the tag that begins here, opening or closing, in small letters; nil where none begins.
    fileprivate var tagName: String? {
        guard first == .lessThan else { return nil }
        let behind = dropFirst()
        let name = (behind.first == .slash ? behind.dropFirst() : behind).prefix { $0.isLetterOrDigit || $0 == .exclamation }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self).lowercased()
    }
}

extension ArraySlice<UInt8> {
    fileprivate var beginsWithBlockTag: Bool { tagName.map(MarkupMinifier.blockElements.contains) ?? false }

    /// The end of a raw element that begins here, or of the text where the element goes on behind it.
    fileprivate var endOfRawElement: Index? {
        guard let name = tagName, dropFirst().first != .slash, MarkupMinifier.rawElements.contains(name) else { return nil }
        return end(of: name) ?? endIndex
    }

    /// The end of a raw element that had begun before this text; nil where none had.
    fileprivate var endOfOpenRawElement: Index? {
        for start in indices where self[start] == .lessThan {
            guard let name = self[start...].tagName, MarkupMinifier.rawElements.contains(name) else { continue }
            return self[(start + 1)...].first == .slash ? self[start...].end(of: name) : nil
        }
        return nil
    }

    /// Behind the closing tag of an element.
    private func end(of name: String) -> Index? {
        for start in indices where self[start] == .lessThan && self[(start + 1)...].first == .slash && self[start...].tagName == name {
            return self[start...].firstIndex(of: .greaterThan).map { $0 + 1 } ?? endIndex
        }
        return nil
    }
}

extension [UInt8] {
    fileprivate var endsWithBlockTag: Bool {
        guard last == .greaterThan, let start = lastIndex(of: .lessThan) else { return false }
        let tag = self[start...]
        // A `>` in between, or within a quoted attribute, does not end a tag.
        return tag.firstIndex(of: .greaterThan) == count - 1 && tag.count { $0 == .quotationMark }.isMultiple(of: 2)
            && tag.beginsWithBlockTag
    }
}

extension UInt8 {
    fileprivate static let space = UInt8(ascii: " ")
    fileprivate static let lessThan = UInt8(ascii: "<")
    fileprivate static let greaterThan = UInt8(ascii: ">")
    fileprivate static let slash = UInt8(ascii: "/")
    fileprivate static let quotationMark = UInt8(ascii: "\"")
    fileprivate static let exclamation = UInt8(ascii: "!")

    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
