import Glibc

/// Finds what a page of HTML points at, and what in it can be pointed at.
///
/// A reader of markup as the program and its templates write it, quoted or not; text is skipped at the speed of
/// `memchr`.
struct LinkScanner {
    /// What was found, as it stands between the quotes.
    enum Finding {
        /// The value of an attribute that holds one address, or of one address within `srcset`.
        case link(Slice<UnsafeBufferPointer<UInt8>>)
        case id(Slice<UnsafeBufferPointer<UInt8>>)
    }

    private let html: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// Calls `found` for everything, in the page's order.
    static func scan(_ html: [UInt8], _ found: (Finding) -> Void) {
        html.withUnsafeBufferPointer { buffer in
            var scanner = LinkScanner(html: buffer)
            scanner.run(found)
        }
    }

    private init(html: UnsafeBufferPointer<UInt8>) {
        self.html = html
    }

    private mutating func run(_ found: (Finding) -> Void) {
        while moveBehind(UInt8(ascii: "<")), index < html.count {
            switch html[index] {
            case UInt8(ascii: "!"):
                if starts(with: "!--") { moveBehind("-->") } else { moveBehind(UInt8(ascii: ">")) }
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): tag(found)
            default: break
            }
        }
    }

    // MARK: Elements

    private mutating func tag(_ found: (Finding) -> Void) {
        let name = word()
        while let byte = skipSpace(), byte != UInt8(ascii: ">") {
            guard byte != UInt8(ascii: "/") else {
                index += 1
                continue
            }
            let attribute = word()
            guard !attribute.isEmpty else {
                index += 1
                continue
            }
            if let value = value() { report(attribute, value, found) }
        }
        // What stands in these is no markup.
        if Self.is(name, "script") { moveBehind("</script") } else if Self.is(name, "style") { moveBehind("</style") }
    }

    private func report(
        _ attribute: Slice<UnsafeBufferPointer<UInt8>>, _ value: Slice<UnsafeBufferPointer<UInt8>>, _ found: (Finding) -> Void
    ) {
        switch attribute.count {
        case 2 where Self.is(attribute, "id"): found(.id(value))
        case 3 where Self.is(attribute, "src"), 4 where Self.is(attribute, "href"),
            6 where Self.is(attribute, "poster") || Self.is(attribute, "action"):
            found(.link(value))
        // Pictures and addresses for those who share a page; other contents are words.
        case 7 where Self.is(attribute, "content") && (Self.is(value.prefix(8), "https://") || Self.is(value.prefix(7), "http://")):
            found(.link(value))
        case 6 where Self.is(attribute, "srcset"): reportCandidates(of: value, found)
        default: break
        }
    }

    /// The addresses of `srcset`: between commas, each up to the white space before its width.
    private func reportCandidates(of value: Slice<UnsafeBufferPointer<UInt8>>, _ found: (Finding) -> Void) {
        var rest = value
        while let start = rest.firstIndex(where: { !Self.isSpace($0) && $0 != UInt8(ascii: ",") }) {
            rest = rest[start...]
            let end = rest.firstIndex { Self.isSpace($0) || $0 == UInt8(ascii: ",") } ?? rest.endIndex
            found(.link(rest[..<end]))
            rest = rest[end...].drop { $0 != UInt8(ascii: ",") }
        }
    }

    private static func `is`(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count == count, let start = UnsafeBufferPointer(rebasing: bytes).baseAddress else { return false }
        return memcmp(start, text.utf8Start, count) == 0
    }

    /// The value behind `=`; nil where the attribute has none.
    private mutating func value() -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard skipSpace() == UInt8(ascii: "=") else { return nil }
        index += 1
        guard let quote = skipSpace() else { return nil }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = index
            while index < html.count, !Self.isSpace(html[index]), html[index] != UInt8(ascii: ">") { index += 1 }
            return html[start..<index]
        }
        index += 1
        let start = index
        guard moveBehind(quote) else { return nil }
        return html[start..<(index - 1)]
    }

    /// A name of an element or an attribute.
    private mutating func word() -> Slice<UnsafeBufferPointer<UInt8>> {
        let start = index
        while index < html.count {
            let byte = html[index]
            if Self.isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
            index += 1
        }
        return html[start..<index]
    }

    // MARK: Bytes

    /// The byte after white space; nil at the end.
    private mutating func skipSpace() -> UInt8? {
        while index < html.count, Self.isSpace(html[index]) { index += 1 }
        return index < html.count ? html[index] : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

    /// Moves behind the next occurrence of a byte, or to the end where there is none.
    @discardableResult private mutating func moveBehind(_ byte: UInt8) -> Bool {
        guard index < html.count, let base = html.baseAddress, let hit = memchr(base + index, Int32(byte), html.count - index) else {
            index = html.count
            return false
        }
        index = base.distance(to: hit.assumingMemoryBound(to: UInt8.self)) + 1
        return true
    }

    private mutating func moveBehind(_ text: StaticString) {
        while moveBehind(text.utf8Start.pointee) {
            index -= 1
            if starts(with: text) { return index += text.utf8CodeUnitCount }
            index += 1
        }
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard html.count - index >= count, let base = html.baseAddress else { return false }
        return memcmp(base + index, text.utf8Start, count) == 0
    }
}
