import Formats

extension Entry.Body {
    /// The story as a reader sees it, without marks and addresses: UTF-8, two line ends between blocks.
    /// It is taken from the HTML, since few rules ask for it: kept text would cost every build.
    package var text: [UInt8] { html.bytes.withUnsafeBufferPointer { VisibleText(html: $0).bytes } }
}

/// The visible text of HTML that cmark wrote.
private struct VisibleText {
    private(set) var bytes: [UInt8] = []

    /// Elements that stand within a line.
    private static let inline: Set<[UInt8]> = Set(["a", "strong", "em", "code", "img"].map { Array($0.utf8) })
    /// All that cmark escapes in text.
    private static let entities: [(name: [UInt8], character: UInt8)] = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")]
        .map { (Array($0.utf8), $1.utf8.first!) }

    init(html: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(html.count)
        var index = 0
        while index < html.count {
            let start = index
            while index < html.count, html[index] != UInt8(ascii: "<"), html[index] != UInt8(ascii: "&") { index += 1 }
            bytes.append(contentsOf: html[start..<index])
            guard index < html.count else { return }
            index = html[index] == UInt8(ascii: "<") ? tag(html, at: index) : entity(html, at: index)
        }
    }

    /// Passes over a tag. Values within it hold no “>”: cmark escapes them.
    private mutating func tag(_ html: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        let end = html[start...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
        let name = html[(start + 1)...].drop { $0 == UInt8(ascii: "/") }.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
        if name.elementsEqual("br".utf8) {
            bytes.append(0x0A)
        } else if !Self.inline.contains(Array(name)) {
            bytes += [0x0A, 0x0A]
        }
        return end + 1
    }

    private mutating func entity(_ html: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        guard let entity = Self.entities.first(where: { html[start...].starts(with: $0.name) }) else {
            bytes.append(html[start])
            return start + 1
        }
        bytes.append(entity.character)
        return start + entity.name.count
    }
}
