import Diagnostics

/// Where in HTML a place of a template stands: what decides whether a value may be printed there, and how.
///
/// A small part of the tokenizer of the HTML Standard (13.2.5), enough to tell text from attributes, quoted ones from
/// bare ones, and both from scripts. A value leaves the context as it was, but for the beginning of an address.
enum MarkupContext: Hashable, Sendable {
    case text
    /// Behind `<`, within an element's name.
    case tagName(String)
    /// Within a tag, between attributes.
    case tag(String)
    case attributeName(element: String, name: String)
    /// Behind the equals sign.
    case beforeValue(element: String, name: String)
    case value(element: String, Value, quote: UInt8)
    case bareValue(element: String)
    case comment(hyphens: Int)
    /// The inside of `script` or `style`.
    case raw(String)
    /// As far as its end tag has been read.
    case rawEnd(String, String)

    /// What a quoted attribute holds.
    enum Value: Hashable, Sendable {
        case plain
        /// An address; where the scheme is still open, what has been written of it.
        case address(Address)
        /// Addresses with commas between them.
        case addresses(Address)
        /// The content of `meta`, which may hold an address behind `url=`: its last letters.
        case content(String)
        /// What runs, or is read as a style or a page of its own.
        case code(String)
    }

    enum Address: Hashable, Sendable {
        /// Nothing but these letters so far: a colon would end a scheme.
        case start(String)
        /// A value was written, and no sign that ends a scheme since.
        case open
        /// What follows is path, query or fragment.
        case decided
        /// A scheme that may not be linked to.
        case refused(String)
    }

    /// Elements whose inside is no markup.
    private static let rawElements: Set<String> = ["script", "style"]
    private static let addressAttributes: Set<String> = [
        "href", "src", "action", "formaction", "poster", "cite", "data", "manifest", "xlink:href", "background", "ping", "longdesc",
        "usemap",
        "profile", "classid", "codebase", "archive", "icon",
    ]

    /// What an attribute of this name holds.
    private static func value(of name: String) -> Value {
        if name.hasPrefix("on") || name == "style" || name == "srcdoc" { return .code(name) }
        if name == "content" { return .content("") }
        if name == "srcset" || name == "imagesrcset" { return .addresses(.start("")) }
        return addressAttributes.contains(name) ? .address(.start("")) : .plain
    }

    /// The context behind these bytes.
    func advanced(over bytes: [UInt8]) -> MarkupContext {
        var context = self
        var rest = bytes[...]
        while let byte = rest.first {
            if context == .text {
                // Only the next tag matters.
                guard let open = rest.firstIndex(of: UInt8(ascii: "<")) else { return .text }
                rest = rest[(open + 1)...]
                context = Self.opening(&rest)
                continue
            }
            rest = rest.dropFirst()
            context = context.after(byte)
        }
        return context
    }

    /// Behind `<`.
    private static func opening(_ rest: inout ArraySlice<UInt8>) -> MarkupContext {
        if rest.starts(with: "!--".utf8) {
            rest = rest.dropFirst(3)
            return .comment(hyphens: 0)
        }
        guard let next = rest.first else { return .tagName("") }
        return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") ? .tagName("") : .text
    }

    private func after(_ byte: UInt8) -> MarkupContext {
        let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
        switch self {
        case .text: return .text
        case .tagName(let name):
            if byte == UInt8(ascii: ">") { return Self.inside(name) }
            return isSpace || byte == UInt8(ascii: "/") && !name.isEmpty ? .tag(name) : .tagName(name + Self.letter(byte))
        case .tag(let element):
            if byte == UInt8(ascii: ">") { return Self.inside(element) }
            return isSpace || byte == UInt8(ascii: "/") ? self : .attributeName(element: element, name: Self.letter(byte))
        case .attributeName(let element, let name):
            switch byte {
            case UInt8(ascii: ">"): return Self.inside(element)
            case UInt8(ascii: "="): return .beforeValue(element: element, name: name)
            case UInt8(ascii: "/"): return .tag(element)
            default: return isSpace ? .tag(element) : .attributeName(element: element, name: name + Self.letter(byte))
            }
        case .beforeValue(let element, let name):
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): return .value(element: element, Self.value(of: name), quote: byte)
            case UInt8(ascii: ">"): return Self.inside(element)
            default: return isSpace ? self : .bareValue(element: element)
            }
        case .value(let element, let value, let quote):
            return byte == quote ? .tag(element) : .value(element: element, value.after(byte), quote: quote)
        case .bareValue(let element):
            return byte == UInt8(ascii: ">") ? Self.inside(element) : isSpace ? .tag(element) : self
        case .comment(let hyphens):
            if byte == UInt8(ascii: "-") { return .comment(hyphens: min(2, hyphens + 1)) }
            return byte == UInt8(ascii: ">") && hyphens == 2 ? .text : .comment(hyphens: 0)
        case .raw(let element):
            return byte == UInt8(ascii: "<") ? .rawEnd(element, "<") : self
        case .rawEnd(let element, let read):
            let end = "</" + element
            if read == end { return byte == UInt8(ascii: ">") ? .text : isSpace ? self : .raw(element) }
            let next = read + Self.letter(byte)
            return end.hasPrefix(next) ? .rawEnd(element, next) : byte == UInt8(ascii: "<") ? .rawEnd(element, "<") : .raw(element)
        }
    }

    /// Behind the `>` of a tag.
    private static func inside(_ element: String) -> MarkupContext { rawElements.contains(element) ? .raw(element) : .text }

    private static func letter(_ byte: UInt8) -> String { String(UnicodeScalar((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// The context behind a value that is printed here.
    var afterValue: MarkupContext {
        switch self {
        case .value(let element, .address(let address), let quote): .value(element: element, .address(address.afterValue), quote: quote)
        case .value(let element, .addresses(let address), let quote): .value(element: element, .addresses(address.afterValue), quote: quote)
        case .beforeValue(let element, _): .bareValue(element: element)
        default: self
        }
    }
}

extension MarkupContext.Value {
    fileprivate func after(_ byte: UInt8) -> Self {
        switch self {
        case .plain, .code: return self
        case .content(let letters):
            let last = String((letters + String(UnicodeScalar(byte))).lowercased().suffix(4))
            return last == "url=" ? .address(.start("")) : .content(last)
        case .address(let address): return .address(address.after(byte))
        // A comma parts addresses; behind a blank stands a width.
        case .addresses(let address): return .addresses(byte == UInt8(ascii: ",") ? .start("") : address.after(byte))
        }
    }
}

extension MarkupContext.Address {
    fileprivate func after(_ byte: UInt8) -> Self {
        switch (self, byte) {
        case (.start(let scheme), UInt8(ascii: ":")):
            LinkScheme.refused(in: scheme + ":").map { .refused($0) } ?? .decided
        case (.start, UInt8(ascii: "/")), (.start, UInt8(ascii: "?")), (.start, UInt8(ascii: "#")), (.open, UInt8(ascii: "/")),
            (.open, UInt8(ascii: "?")), (.open, UInt8(ascii: "#")), (.open, UInt8(ascii: ":")):
            .decided
        case (.start(""), 0x20), (.start(""), 0x0A), (.start(""), 0x09), (.start(""), 0x0D): self
        case (.start(let scheme), _): .start(scheme + String(UnicodeScalar(byte)))
        default: self
        }
    }

    fileprivate var afterValue: Self {
        if case .start = self { return .open }
        return self
    }
}

/// What a value needs where it is printed.
enum ValueContext: Sendable {
    /// Escaping is enough.
    case escaped
    /// The beginning of an address: its scheme is looked at.
    case address
    /// The midst of an address whose scheme is not decided yet: it may hold no colon.
    case addressPart
    case refused(MarkupRefusal)
}

/// Why no value may be printed at a place.
enum MarkupRefusal: Hashable, Sendable {
    case tagName, tag, bareAttribute, code(String), script, style, scheme(String), htmlInAttribute
}

extension MarkupContext {
    /// What a value needs that is printed here.
    ///
    /// - Parameter isHTML: whether it is HTML of the program's own, printed as it is.
    func need(isHTML: Bool) -> ValueContext {
        switch self {
        case .text, .comment: return .escaped
        case .tagName: return .refused(.tagName)
        case .tag, .attributeName: return .refused(.tag)
        case .beforeValue, .bareValue: return .refused(.bareAttribute)
        // Structured data is made for its place: what would end the element is escaped in it.
        case .raw(let element), .rawEnd(let element, _):
            return element == "script" ? (isHTML ? .escaped : .refused(.script)) : .refused(.style)
        case .value(_, let value, _):
            if isHTML { return .refused(.htmlInAttribute) }
            switch value {
            case .plain, .content: return .escaped
            case .code(let name): return .refused(.code(name))
            case .address(let address), .addresses(let address):
                switch address {
                case .start(""): return .address
                case .start, .open: return .addressPart
                case .decided: return .escaped
                case .refused(let scheme): return .refused(.scheme(scheme))
                }
            }
        }
    }
}
