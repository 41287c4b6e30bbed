import Diagnostics
import Glibc
import Vietnamese

/// The text of a file, known to be UTF-8 in NFC with `\n` as its only line end.
///
/// Everything that reads files starts from one, so that no parser has to think of byte order marks,
/// decomposed letters, carriage returns or broken bytes again.
package struct SourceText: Sendable {
    /// The file's path as messages name it, relative to the board's root.
    package let path: String
    /// UTF-8 in NFC without byte order mark, NUL or carriage return.
    package let bytes: [UInt8]

    /// Only for bytes that `decode` has looked through.
    init(path: String, checked bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Text that the program itself holds: samples, tests, text built in memory. Line ends, composition
    /// and NUL (which becomes U+FFFD) are put right without a word.
    package init(path: String, text: String) {
        var bytes = Array(text.utf8)
        if Composition.needsComposition(text) { bytes = Array(Composition.composed(text).utf8) }
        LookAlikes.mendD(in: &bytes)
        if bytes.contains(0) { bytes = bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } }
        self.init(path: path, checked: SourceDecoding.withLineFeeds(bytes))
    }

    /// The place of a byte: line, and column in Unicode scalars, both from 1. An offset past the end
    /// stands behind the last character. Costs a walk from the start of the file.
    package func position(ofByteOffset offset: Int) -> SourcePosition {
        bytes.withUnsafeBufferPointer { buffer in
            var lines = LineCursor(buffer)
            return lines.position(of: min(max(0, offset), buffer.count))
        }
    }

    /// The lines without their ends, for the excerpts that messages show.
    package var lines: [Substring] {
        let text = String(decoding: bytes, as: UTF8.self)
        // By bytes: looking for the borders of Characters takes ten times as long.
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
    }
}

/// Walks the lines of a text, forward or, at the price of starting over, back.
///
/// Parsers report lines; their callers need offsets, and the other way round. As both mostly move
/// forward, remembering the last line, and the last place in it, answers a whole file's questions in one pass.
struct LineCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The line, from 1, that reaches from `start` to `end`, its line end not counted.
    private(set) var line = 1
    private(set) var start = 0
    private(set) var end = 0
    /// How many scalars lie between `start` and this offset of the line.
    private var counted: (offset: Int, scalars: Int) = (0, 0)

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        end = end(ofLineAt: 0)
    }

    /// The offset of the line's first byte; of the last line's where there is no such line.
    mutating func offset(ofLine wanted: Int) -> Int {
        if wanted < line { startOver() }
        while line < wanted, advance() {}
        return start
    }

    /// The offset behind the last byte of the line that starts at `offset` or holds it.
    func end(ofLineAt offset: Int) -> Int {
        guard offset < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + offset, Int32(UInt8(ascii: "\n")), bytes.count - offset)
        else { return bytes.count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Afterwards, `end` is the end of that line.
    mutating func position(of offset: Int) -> SourcePosition {
        if offset < start { startOver() }
        while end < offset, advance() {}
        if offset < counted.offset { counted = (start, 0) }
        counted = (offset, counted.scalars + scalarCount(bytes, from: counted.offset, to: offset))
        return SourcePosition(line: line, column: 1 + counted.scalars)
    }

    private mutating func startOver() {
        self = LineCursor(bytes)
    }

    /// Moves to the next line; false on the last.
    private mutating func advance() -> Bool {
        guard end < bytes.count else { return false }
        line += 1
        start = end + 1
        end = end(ofLineAt: start)
        counted = (start, 0)
        return true
    }
}

/// How many Unicode scalars start within these bytes of valid UTF-8: all bytes but `10xxxxxx`.
func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    guard start < end, let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var count = end - start
    var offset = start
    while offset + 8 <= end {
        let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        count -= (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
        offset += 8
    }
    while offset < end {
        if bytes[offset] & 0xC0 == 0x80 { count -= 1 }
        offset += 1
    }
    return count
}
