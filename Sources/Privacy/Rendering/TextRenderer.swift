/// Makes of a source what its readers see: cmark's reading of Markdown as far as it matters to numbers and words,
/// the words of captions without their times, everything else as it is.
struct TextRenderer {
    let source: UnsafeBufferPointer<UInt8>
    let form: TextForm
    private let end: Int
    private var index: Int
    private(set) var output = RenderedText()
    /// Destinations of links and pictures, in the source.
    private(set) var destinations: [Range<Int>] = []
    /// Whether the lines of the paragraph are rows.
    private(set) var isTable = false
    private var separator: UInt8?
    private var isInOrderedList = false

    /// - Parameter range: a paragraph of a story, or a whole text of another form.
    init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, as form: TextForm) {
        (self.source, self.form, index, end) = (source, form, range.lowerBound, range.upperBound)
    }

    /// Whether readers see a paragraph as it is written: one line of words, without marks that show otherwise.
    static func isPlain(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, as form: TextForm) -> Bool {
        guard form != .captions, let first = source[range].first,
            first >= 0x41 || first &- 0x30 < 10 && form != .markdown
        else {
            return false
        }
        var end = range.upperBound
        while end > range.lowerBound, source[end - 1] == 0x0A { end -= 1 }
        var index = range.lowerBound
        while index < end {
            let byte = source[index]
            if byte == 0xE2, index + 2 < end, source[index + 1] == 0x80, 0x98...0x9F ~= source[index + 2] {
                // Curly quotes.
                index += 3
                continue
            }
            switch byte {
            case 0x2C, 0x3B: break
            case 0x5F where form == .prose || form == .transcript: break
            case 0x5B where form == .markdown: return false
            default: if isSpecial(byte) { return false }
            }
            index &+= 1
        }
        return true
    }

    mutating func run() {
        if form == .name {
            while index < end { character() }
            return
        }
        if form == .captions { return captions() }
        separator = RowSeparator.find(in: source, index..<end)
        isTable = separator != nil
        while index < end { line() }
    }

    // MARK: Lines

    private mutating func line() {
        let start = index
        let stop = source[start..<end].firstIndex(of: 0x0A) ?? end
        beginLine(upTo: stop)
        while index < stop { character(upTo: stop) }
        // Marks may reach over the line's end: a comment, a link's address.
        if index <= stop, stop < end { index = stop + 1 }
    }

    /// Reads what stands before the words of a line, and parts them from the line above or joins them to it.
    private mutating func beginLine(upTo stop: Int) {
        let start = index
        skipMarginMarks(upTo: stop)
        let content = source[index..<stop]
        if content.isEmpty || isRule(content) {
            index = stop
            // A blank line parts paragraphs; in a cell or a title it is a blank like any other.
            if form == .prose, content.isEmpty { join(start..<index) } else { part(start..<index) }
            return
        }
        var parts = isTable
        if form == .markdown, content.first == UInt8(ascii: "#") {
            while index < stop, source[index] == UInt8(ascii: "#") { index += 1 }
            parts = true
        } else if let behind = behindListMarker(upTo: stop) {
            index = behind
            parts = true
        }
        if parts { part(start..<index) } else { join(start..<index) }
    }

    private mutating func skipMarginMarks(upTo stop: Int) {
        // A tab before the first word of a row is an empty cell.
        while index < stop,
            source[index] <= 0x20 && source[index] != separator
                || form == .markdown && source[index] == UInt8(ascii: ">")
        {
            index += 1
        }
    }

    /// A line of `---`, `===` or `|---|`, which shows no words.
    private func isRule(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        form == .markdown && content.count >= 2
            && content.allSatisfy { [0x2D, 0x3D, 0x2A, 0x5F, 0x7C, 0x3A, 0x20, 0x0D].contains($0) }
    }

    private mutating func behindListMarker(upTo stop: Int) -> Int? {
        func isBlank(_ offset: Int) -> Bool { offset >= stop || source[offset] <= 0x20 }
        switch source[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            return isBlank(index + 1) ? index + 1 : nil
        case 0x30...0x39 where form == .markdown:
            var next = index
            while next < stop, source[next] &- 0x30 < 10 { next += 1 }
            guard next < stop, next - index <= 9,
                source[next] == UInt8(ascii: ".") || source[next] == UInt8(ascii: ")"),
                isBlank(next + 1)
            else { return nil }
            // Within a paragraph only a list from one on begins (CommonMark 0.30, section 5.3).
            let begins =
                output.bytes.isEmpty || isInOrderedList || next == index + 1 && source[index] == UInt8(ascii: "1")
            guard begins else { return nil }
            isInOrderedList = true
            // “30. 4. 1975” shows its day as the item's number: it stays before the words.
            return index
        case 0xE2:
            // “•”, “–”, “—” as people write lists by hand.
            let mark = source[index..<min(index + 3, stop)]
            let isMark = [[0xE2, 0x80, 0xA2], [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94]].contains {
                $0.elementsEqual(mark.map(Int.init))
            }
            return isMark && isBlank(index + 3) ? index + 3 : nil
        default: return nil
        }
    }

    private mutating func part(_ range: Range<Int>) {
        guard let last = output.bytes.last, last != 0x0A else { return }
        output.append(0x0A, for: placed(range))
    }

    private mutating func join(_ range: Range<Int>) {
        guard let last = output.bytes.last, last != 0x0A, last != 0x20 else { return }
        output.append(0x20, for: placed(range))
    }

    private func placed(_ range: Range<Int>) -> Range<Int> {
        range.isEmpty ? max(0, range.lowerBound - 1)..<range.lowerBound : range
    }

    // MARK: Characters

    private mutating func character(upTo stop: Int? = nil) {
        let stop = stop ?? end
        let start = index
        while index < stop, !Self.isSpecial(source[index]) { index &+= 1 }
        output.copy(start..<index, of: source)
        guard index < stop else { return }
        let byte = source[index]
        if byte >= 0x80 { return foreign() }
        switch byte {
        case UInt8(ascii: "&"): return reference()
        case UInt8(ascii: "%") where form == .name: return percent()
        case UInt8(ascii: "_") where form == .name: return replace(0x20, 1)
        case _ where byte == separator: return replace(UInt8(ascii: "|"), 1)
        case 0..<0x20: return replace(0x20, 1)
        default: break
        }
        if form == .captions, byte == UInt8(ascii: "<") { return tag(upTo: stop) }
        guard form == .markdown else { return copyOne() }
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"): index += 1
        case UInt8(ascii: "_"): underscore()
        case UInt8(ascii: "\\"): escape()
        case UInt8(ascii: "<"): source[index..<end].starts(with: "<!--".utf8) ? comment() : tag(upTo: stop)
        case UInt8(ascii: "]"): link()
        default: copyOne()
        }
    }

    private mutating func copyOne() {
        output.copy(index..<index + 1, of: source)
        index += 1
    }

    private mutating func replace(_ byte: UInt8, _ length: Int) {
        output.append(byte, for: index..<index + length)
        index += length
    }

    /// Whether a reader may see something else than this byte.
    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x25, 0x26, 0x2A, 0x2C, 0x3B, 0x3C, 0x5C, 0x5D, 0x5F, 0x60, 0x7C, 0x7E, 0xC2, 0xE2, 0xE3, 0xEF,
            0xF0:
            true
        default: false
        }
    }

    private mutating func reference() {
        guard let (scalar, behind) = CharacterReference.read(source, at: index, upTo: end) else { return copyOne() }
        append(scalar, for: index..<behind)
        index = behind
    }

    private mutating func percent() {
        guard index + 2 < end,
            let value = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16),
            value < 0x80
        else { return copyOne() }
        output.append(value == UInt8(ascii: "_") || value < 0x20 ? 0x20 : value, for: index..<index + 3)
        index += 3
    }

    /// A mark of emphasis, unless it stands within a word (CommonMark 0.30, section 6.4).
    private mutating func underscore() {
        func isOfWord(_ offset: Int) -> Bool {
            guard offset >= 0, offset < end else { return false }
            let byte = source[offset]
            return byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
        }
        let isWithin =
            isOfWord(index - 1) && isOfWord(index + 1) && source[index - 1] != UInt8(ascii: "_")
            && source[index + 1] != UInt8(ascii: "_")
        if isWithin { copyOne() } else { index += 1 }
    }

    private mutating func escape() {
        let next = index + 1
        guard next < end else { return index = end }
        switch source[next] {
        case 0x0A, 0x0D: index = next
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E:
            output.append(source[next], for: index..<next + 1)
            index = next + 1
        default: copyOne()
        }
    }

    private mutating func comment() {
        var next = index + 4
        while next < end, !source[next..<end].starts(with: "-->".utf8) { next += 1 }
        index = min(next + 3, end)
    }

    /// A tag is not shown; an address between angle brackets is.
    private mutating func tag(upTo stop: Int) {
        let limit = min(stop, index + 200)
        guard index + 1 < stop, let close = source[index..<limit].firstIndex(of: UInt8(ascii: ">")) else {
            return copyOne()
        }
        let first = source[index + 1]
        let isTag =
            first == UInt8(ascii: "/") || (first | 0x20) &- 0x61 < 26 || form == .captions && first &- 0x30 < 10
        let isAddress =
            form == .markdown && source[index..<close].contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ":") }
        guard isTag, !isAddress else { return copyOne() }
        let isBreak = source[index + 1..<close].starts(with: "br".utf8)
        if isBreak { output.append(0x20, for: index..<close + 1) }
        index = close + 1
    }
}

// MARK: Captions

extension TextRenderer {
    /// The words of WebVTT or SubRip, one caption after the other, without heads, numbers, times and remarks.
    private mutating func captions() {
        while index < end {
            let block = nextBlock()
            let next = index
            guard let first = block.first else { continue }
            let isOther = ["WEBVTT", "NOTE", "STYLE", "REGION"].contains { source[first].starts(with: $0.utf8) }
            let timing = block.prefix(2).firstIndex { isTiming($0) }
            if isOther, timing == nil { continue }
            for line in block.dropFirst(timing.map { $0 + 1 } ?? 0) {
                index = line.lowerBound
                beginLine(upTo: line.upperBound)
                while index < line.upperBound { character(upTo: line.upperBound) }
            }
            index = next
        }
    }

    /// The lines up to the next empty one; what follows is read next.
    private mutating func nextBlock() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        while index < end {
            let stop = source[index..<end].firstIndex(of: 0x0A) ?? end
            let line = index..<stop
            index = min(stop + 1, end)
            if source[line].allSatisfy({ $0 <= 0x20 }) { break }
            lines.append(line)
        }
        return lines
    }

    private func isTiming(_ line: Range<Int>) -> Bool {
        let words = source[line].split(separator: 0x20)
        return words.count >= 3 && words[1].elementsEqual("-->".utf8)
    }
}

// MARK: Links

extension TextRenderer {
    /// `](address "title")`: the words before it stay, the address is read by itself, the title behind the words.
    private mutating func link() {
        guard let link = LinkTarget(source, at: index, upTo: end) else { return copyOne() }
        let image = openBracket()
        destinations.append(link.destination)
        if image { output.append(0x0A, for: index..<index + 1) }
        if let title = link.title {
            output.append(0x0A, for: index..<index + 1)
            output.copy(title, of: source)
            output.append(0x0A, for: link.end - 1..<link.end)
        }
        index = link.end
    }

    /// Takes out the bracket that the link's words began with, or parts a picture's from what is before them.
    ///
    /// - Returns: whether it is a picture.
    private mutating func openBracket() -> Bool {
        guard let open = output.bytes.lastIndex(of: UInt8(ascii: "[")) else { return false }
        let image = open > 0 && output.bytes[open - 1] == UInt8(ascii: "!")
        // The bracket keeps parting a picture's description from the words before it.
        if !image { output.remove(at: open) }
        return image
    }
}

// MARK: Characters beyond ASCII

extension TextRenderer {
    private mutating func foreign() {
        let (scalar, length) = UTF8Reading.scalar(source, at: index, upTo: end)
        append(scalar, for: index..<index + length, isItself: true)
        index += length
    }

    /// Appends a character as readers and detectors take it.
    private mutating func append(_ scalar: Unicode.Scalar, for range: Range<Int>, isItself: Bool = false) {
        switch SeenCharacter.of(scalar) {
        case .itself: isItself ? output.copy(range, of: source) : output.append(scalar, for: range)
        case .other(let seen): output.append(seen, for: range)
        case .nothing: break
        }
    }
}
