/// What stands behind the words of a link or a picture: `](address "title")` (CommonMark 0.30, section 6.3).
struct LinkTarget {
    var destination: Range<Int>
    var title: Range<Int>?
    var end: Int

    /// Nil where something else stands behind the bracket.
    init?(_ source: UnsafeBufferPointer<UInt8>, at bracket: Int, upTo end: Int) {
        var next = bracket + 1
        guard next < end, source[next] == UInt8(ascii: "(") else { return nil }
        next += 1
        func skipBlanks() { while next < end, source[next] <= 0x20 { next += 1 } }
        skipBlanks()
        guard next < end else { return nil }
        if source[next] == UInt8(ascii: "<") {
            guard let close = source[next..<end].firstIndex(of: UInt8(ascii: ">")) else { return nil }
            destination = next + 1..<close
            next = close + 1
        } else {
            let start = next
            var depth = 0
            while next < end, source[next] > 0x20 {
                if source[next] == UInt8(ascii: "(") { depth += 1 }
                if source[next] == UInt8(ascii: ")") {
                    if depth == 0 { break }
                    depth -= 1
                }
                next += source[next] == UInt8(ascii: "\\") ? 2 : 1
            }
            destination = start..<min(next, end)
        }
        skipBlanks()
        if next < end, let close = Self.closing(source[next]) {
            guard let stop = source[(next + 1)..<end].firstIndex(of: close) else { return nil }
            title = next + 1..<stop
            next = stop + 1
            skipBlanks()
        }
        guard next < end, source[next] == UInt8(ascii: ")") else { return nil }
        self.end = next + 1
    }

    private static func closing(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
        case UInt8(ascii: "("): UInt8(ascii: ")")
        default: nil
        }
    }
}
