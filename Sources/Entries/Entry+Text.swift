import Formats

extension Entry.Body {
    /// The story as a reader sees it, without marks and addresses: UTF-8, two line ends between blocks.
    /// It is taken from the HTML, since few rules ask for it: kept text would cost every build.
    package var text: [UInt8] { html.bytes.withUnsafeBufferPointer { VisibleText(html: $0).bytes } }
}

/// The visible text of HTML that cmark wrote.
private struct VisibleText {
    private(set) var bytes: [UInt8] = []
    private let html: UnsafeBufferPointer<UInt8>

    /// All that cmark escapes in text.
    private static let entities: [(name: StaticString, character: UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&quot;", UInt8(ascii: "\"")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ]

    init(html: UnsafeBufferPointer<UInt8>) {
        self.html = html
        bytes.reserveCapacity(html.count)
        var index = 0
        while index < html.count {
            let start = index
            while index < html.count, html[index] != UInt8(ascii: "<"), html[index] != UInt8(ascii: "&") { index += 1 }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<index]))
            guard index < html.count else { return }
            index = html[index] == UInt8(ascii: "<") ? tag(at: index) : entity(at: index)
        }
    }

    /// Passes over a tag. Values within it hold no “>”: cmark escapes them.
    private mutating func tag(at start: Int) -> Int {
        let name = start + (begins("</", at: start) ? 2 : 1)
        if !isInline(at: name) {
            bytes.append(0x0A)
            bytes.append(0x0A)
        }
        var end = name
        while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
        return end + 1
    }

    /// Whether an element stands within a line, by its name: `a`, `strong`, `em`, `code` or `img`; no other
    /// name that cmark writes begins so. Behind `br` cmark writes the line end itself.
    private func isInline(at name: Int) -> Bool {
        guard name < html.count else { return false }
        return switch html[name] {
        case UInt8(ascii: "a"), UInt8(ascii: "s"), UInt8(ascii: "e"), UInt8(ascii: "c"), UInt8(ascii: "i"): true
        default: begins("br", at: name)
        }
    }

    private mutating func entity(at start: Int) -> Int {
        for (name, character) in Self.entities where begins(name, at: start) {
            bytes.append(character)
            return start + name.utf8CodeUnitCount
        }
        bytes.append(html[start])
        return start + 1
    }

    private func begins(_ text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= html.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { text.utf8Start[$0] == html[index + $0] }
    }
}
