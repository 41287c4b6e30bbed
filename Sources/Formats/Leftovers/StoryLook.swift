import Diagnostics
import Glibc

/// A look at a story as readers will see it, along with cmark's own walk: markup that stayed as signs, blocks that
/// became something else, signs that vanished.
///
/// Everything found is a warning with the line as it should be written. What was not seen for sure is passed over:
/// an author who is warned of what is right stops reading warnings.
struct StoryLook {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let path: String
    private let firstLine: Int
    /// Asked for lines in their order only, so that all of them take one pass.
    private var lines: LineCursor
    private(set) var found: [Leftover] = []
    /// The numbers of the lists around; nil for one of bullets.
    private var lists: [[BlockLook.Number]?] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int) {
        (self.bytes, self.path, self.firstLine) = (bytes, path, firstLine)
        lines = LineCursor(bytes)
    }

    /// Where cmark says that a block stands: lines from 1, the column of its first byte from 1.
    struct Block {
        var lines: ClosedRange<Int>
        var column: Int
    }

    /// What the walk has seen of a paragraph.
    struct Seen {
        var holdsCode = false
        /// Emphasis around signs only.
        var holdsVanished = false
        var isItem = false
    }

    // MARK: Paragraphs and headings

    mutating func paragraph(_ block: Block, _ text: ArraySlice<UInt8>, _ seen: Seen) {
        var signs: ParagraphLook.Signs = seen.holdsCode ? [] : ParagraphLook.signs(ofText: text)
        if seen.holdsVanished { signs.insert(.vanished) }
        if !seen.isItem { signs.remove(.box) }
        var starts: [Int] = []
        var ranges: [Range<Int>] = []
        for line in block.lines {
            let start = lines.offset(ofLine: line)
            let range = content(from: start, skipping: line == block.lines.lowerBound ? block.column - 1 : 0)
            if let first = bytes[range].first, ParagraphLook.isOfLineStart(first) { signs.insert(.lineStart) }
            starts.append(start)
            ranges.append(range)
        }
        guard !signs.isEmpty else { return }
        let paragraph = StoryParagraph(bytes: bytes, lines: ranges, lineStarts: starts, text: text, isItem: seen.isItem)
        for kind in ParagraphLook.kinds where !kind.signs.isDisjoint(with: signs) { found += kind.find(paragraph) }
    }

    mutating func heading(_ block: Block, _ text: ArraySlice<UInt8>, _ seen: Seen) {
        var signs: ParagraphLook.Signs = seen.holdsCode ? [] : ParagraphLook.signs(ofText: text).intersection([.emphasis, .reference])
        if seen.holdsVanished { signs.insert(.vanished) }
        let starts = block.lines.map { lines.offset(ofLine: $0) }
        guard !signs.isEmpty || starts.count > 1, starts.count < 100 else { return }
        let ranges = starts.enumerated().map { content(from: $1, skipping: $0 == 0 ? block.column - 1 : 0) }
        if let leftover = BlockLook.underlinedHeading(ranges, bytes) { found.append(leftover) }
        let paragraph = StoryParagraph(bytes: bytes, lines: ranges, lineStarts: starts, text: text, isItem: false)
        for kind in ParagraphLook.kinds where !kind.signs.isDisjoint(with: signs) { found += kind.find(paragraph) }
    }

    // MARK: Code, lists

    mutating func codeBlock(_ block: Block) {
        let range = content(from: lines.offset(ofLine: block.lines.lowerBound), skipping: 0)
        if let leftover = BlockLook.indentedProse([range], bytes) { found.append(leftover) }
    }

    /// - Parameter isFirstOfItem: whether nothing stands between the mark of the item around it and its own.
    /// - Returns: the first byte of its first mark.
    mutating func enterList(isOrdered: Bool, isFirstOfItem: Bool, _ block: Block) -> UInt8 {
        let range = content(from: lines.offset(ofLine: block.lines.lowerBound), skipping: block.column - 1)
        if isOrdered, isFirstOfItem, let day = (lists.last ?? nil)?.last {
            if let month = number(at: range.lowerBound),
                let leftover = BlockLook.day(day, month, day.range.lowerBound..<range.upperBound, bytes)
            {
                found.append(leftover)
            }
        }
        lists.append(isOrdered ? [] : nil)
        return bytes[range].first ?? 0
    }

    mutating func enterItem(_ block: Block) {
        guard let numbers = lists.last, numbers != nil else { return }
        let start = content(from: lines.offset(ofLine: block.lines.lowerBound), skipping: block.column - 1).lowerBound
        if let number = number(at: start) { lists[lists.count - 1]?.append(number) }
    }

    mutating func exitList() {
        guard let numbers = lists.popLast() ?? nil, let leftover = BlockLook.renumbered(numbers) else { return }
        found.append(leftover)
    }

    private func number(at start: Int) -> BlockLook.Number? {
        let digits = bytes[start...].prefix { StoryByte.isDigit($0) }
        guard 1...9 ~= digits.count, let value = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        return BlockLook.Number(value: value, range: start..<digits.endIndex + 1)
    }

    // MARK: The end

    /// What was found in all, in the story's order.
    mutating func finish() -> [Diagnostic] {
        if mayDefineLinks { found += SwallowedDefinition.find(in: bytes) }
        guard !found.isEmpty else { return [] }
        var cursor = LineCursor(bytes)
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { leftover in
            let place = place(of: leftover.range, &cursor)
            // A copy: the lines of one finding don't move the cursor of all.
            var noteCursor = cursor
            let notes = leftover.lines.prefix(Self.shownLines).map { line in
                Diagnostic.Note(
                    Message(vi: "viết: \(CharacterProblem.cut(line.text))", en: "write: \(CharacterProblem.cut(line.text))"),
                    at: self.place(of: line.start..<line.start + 1, &noteCursor))
            }
            return Diagnostic(.warning, leftover.code, leftover.message, at: place, remedy: leftover.remedy, notes: Array(notes))
        }
    }

    private var mayDefineLinks: Bool {
        guard let base = bytes.baseAddress else { return false }
        var search = 0
        while let hit = memchr(base + search, Int32(UInt8(ascii: "]")), bytes.count - search) {
            search = UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
            if search < bytes.count, bytes[search] == UInt8(ascii: ":") { return true }
        }
        return false
    }

    /// As many mended lines of one finding are shown.
    private static let shownLines = 10

    private func place(of range: Range<Int>, _ cursor: inout LineCursor) -> SourcePlace {
        var position = cursor.position(of: range.lowerBound)
        let length = scalarCount(bytes, from: range.lowerBound, to: min(range.upperBound, cursor.end))
        position.line += Int32(firstLine - 1)
        return SourcePlace(path: path, position: position, length: length)
    }

    /// A line without what stands before its words: so many bytes of marks, then blanks and the marks of quotations.
    private func content(from start: Int, skipping count: Int) -> Range<Int> {
        let end = lines.end(ofLineAt: start)
        var index = min(end, start + count)
        while index < end, StoryByte.isBlank(bytes[index]) || count == 0 && bytes[index] == UInt8(ascii: ">") { index += 1 }
        return index..<end
    }
}
