import Diagnostics
import Glibc

/// Finds where in its source a link's destination or a piece of HTML stands.
///
/// cmark reports blocks well, but inline places only roughly: columns drift in lists and behind soft
/// breaks. The destination itself is what an author looks for, so it is searched in the lines of its
/// block, in document order. All searches of one document together look at a fixed multiple of its
/// bytes, so that no document can make them take quadratic time.
struct ReferenceLocator {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let firstLine: Int
    private var lines: LineCursor
    private var block = 0..<0
    private var cursor = 0
    private var budget: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
        self.bytes = bytes
        self.firstLine = firstLine
        lines = LineCursor(bytes)
        budget = 16 * bytes.count + 4096
    }

    /// Starts searching in these lines, from 1, of the document.
    mutating func enterBlock(lines range: ClosedRange<Int>) {
        let start = lines.offset(ofLine: range.lowerBound)
        // Another cursor runs ahead: this one would have to start over for the next question.
        var ahead = lines
        _ = ahead.offset(ofLine: range.upperBound)
        block = start..<ahead.end
        cursor = start
    }

    /// The next place of these bytes in the block, behind what was found before.
    mutating func find(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        find(text) { _ in true }
    }

    /// The next place where these bytes are a destination: `](here`, `](<here` or `<here>`.
    mutating func findDestination(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let bytes = bytes
        let start = block.lowerBound
        let needsBrackets = text.contains(UInt8(ascii: " "))
        return find(text) { found in
            var before = found.lowerBound - 1
            if before >= start, bytes[before] == UInt8(ascii: "<") {
                if found.upperBound < bytes.count, bytes[found.upperBound] == UInt8(ascii: ">") { return true }
                before -= 1
            } else if needsBrackets {
                return false
            }
            while before >= start, bytes[before] == UInt8(ascii: " ") || bytes[before] == UInt8(ascii: "\n") { before -= 1 }
            return before > start && bytes[before] == UInt8(ascii: "(") && bytes[before - 1] == UInt8(ascii: "]")
        }
    }

    private mutating func find(_ text: UnsafeBufferPointer<UInt8>, where isWanted: (Range<Int>) -> Bool) -> Range<Int>? {
        guard let base = bytes.baseAddress, let wanted = text.baseAddress, !text.isEmpty else { return nil }
        var start = cursor
        while start + text.count <= block.upperBound, budget > 0 {
            guard let hit = memchr(base + start, Int32(text[0]), block.upperBound - start - text.count + 1) else {
                budget -= block.upperBound - start
                return nil
            }
            let offset = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            budget -= offset - start + text.count
            let range = offset..<offset + text.count
            if memcmp(base + offset, wanted, text.count) == 0, isWanted(range) {
                cursor = range.upperBound
                return range
            }
            start = offset + 1
        }
        return nil
    }

    /// A run of bytes as a place in the file; it ends with its line at the latest.
    mutating func located<Value>(_ value: Value, _ range: Range<Int>) -> Located<Value> {
        var position = lines.position(of: range.lowerBound)
        position.line += Int32(firstLine - 1)
        return Located(value, at: position, length: scalarCount(bytes, from: range.lowerBound, to: min(range.upperBound, lines.end)))
    }

    /// What stands at cmark's line and column, both from 1; nil for 0, which cmark gives where it knows no
    /// place.
    mutating func restOfLine(_ line: Int, column: Int) -> Range<Int>? {
        guard line > 0, column > 0 else { return nil }
        let start = lines.offset(ofLine: line)
        // A column within a letter can only be one of cmark's rough ones.
        var from = min(start + column - 1, lines.end)
        while from > start, from < lines.end, bytes[from] & 0xC0 == 0x80 { from -= 1 }
        return from..<cut(lines.end, from)
    }

    /// The first line of the block.
    var firstLineOfBlock: Range<Int> {
        block.lowerBound..<min(block.upperBound, cut(lines.end(ofLineAt: block.lowerBound), block.lowerBound))
    }

    /// No further than a message would show: a paragraph may be one line of a megabyte with many links.
    private func cut(_ end: Int, _ start: Int) -> Int {
        var end = min(end, start + 400)
        while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}
