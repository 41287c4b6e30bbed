import Diagnostics

/// Items that their author typed by hand: `• việc`, `-việc`, `a) việc`, `– việc`. Markdown runs such lines together.
enum TypedList {
    /// A line that begins as an item might.
    private struct Item {
        var line: Int
        /// The mark and the blanks behind it.
        var mark: Range<Int>
        /// How many such lines of one paragraph make it sure.
        var needed: Int
        /// What stands before the words when the line is mended.
        var mended: String
        /// Whether readers see the mark run into the line before, which the first line of a paragraph can't.
        var countsOnFirstLine = true
    }

    static func find(in paragraph: StoryParagraph) -> [Leftover] {
        let items = paragraph.lines.indices.compactMap { item(at: $0, of: paragraph) }
        guard
            let sure = items.first(where: { item in
                items.count { $0.needed <= item.needed && ($0.countsOnFirstLine || $0.line > 0) } >= item.needed
                    && (item.countsOnFirstLine || item.line > 0)
            })
        else { return [] }
        let lines = items.map { item in
            (start: paragraph.lineStarts[item.line], text: paragraph.line(item.line, writing: item.mended, for: item.mark))
        }
        let mark = paragraph.string(sure.mark).filter { !$0.isWhitespace }
        // Items that are written as they should be begin no list in the midst of a paragraph.
        let isWrittenRight = zip(items, lines).allSatisfy { paragraph.string(paragraph.wholeLine($0.line)) == $1.text }
        return [
            Leftover(
                code: "list-not-made",
                message: Message(
                    vi: items.count == 1
                        ? "“\(mark)” ở đầu dòng không thành danh sách"
                        : "các dòng bắt đầu bằng “\(mark)” không thành danh sách: người đọc thấy chúng liền nhau trong một đoạn",
                    en: items.count == 1
                        ? "“\(mark)” at the beginning of the line makes no list"
                        : "the lines that begin with “\(mark)” make no list: readers see them run together in one paragraph"),
                range: paragraph.lines[sure.line],
                remedy: isWrittenRight
                    ? Message(
                        vi: "để một dòng trống trên dòng \(CharacterProblem.cut(lines[0].text))",
                        en: "leave a line empty above \(CharacterProblem.cut(lines[0].text))")
                    : items.count == 1
                        ? Leftover.writing(lines[0].text)
                        : Message(
                            vi: "viết lại từng dòng như dưới đây, có dấu cách sau dấu đầu dòng",
                            en: "write each line as below, with a blank behind its mark"),
                lines: items.count == 1 || isWrittenRight ? [] : lines)
        ]
    }

    private static func item(at index: Int, of paragraph: StoryParagraph) -> Item? {
        let (bytes, line) = (paragraph.bytes, paragraph.lines[index])
        guard let first = bytes[line].first else { return nil }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return sign(first, index, paragraph)
        case 0xE2, 0xC2:
            if let length = bullet(at: line.lowerBound, in: bytes) {
                return Item(line: index, mark: mark(line, length, bytes), needed: 1, mended: "- ")
            }
            guard bytes[line].starts(with: "–".utf8) || bytes[line].starts(with: "—".utf8), line.count > 4 else { return nil }
            return Item(line: index, mark: mark(line, 3, bytes), needed: 2, mended: "- ")
        case _ where StoryByte.isDigit(first): return number(index, paragraph)
        case _ where StoryByte.isASCIILetter(first): return letter(index, paragraph)
        default: return nil
        }
    }

    /// The mark with the blanks behind it.
    private static func mark(_ line: Range<Int>, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var end = line.lowerBound + length
        while end < line.upperBound {
            if StoryByte.isBlank(bytes[end]) { end += 1 } else if StoryByte.noBreakSpace(bytes, at: end) > 0 { end += 2 } else { break }
        }
        return line.lowerBound..<min(end, line.upperBound)
    }

    /// `-việc`, `+việc`, `*việc`, and each before a no-break space.
    private static func sign(_ sign: UInt8, _ index: Int, _ paragraph: StoryParagraph) -> Item? {
        let (bytes, line) = (paragraph.bytes, paragraph.lines[index])
        let behind = line.lowerBound + 1
        let isBeforeBlank = StoryByte.noBreakSpace(bytes, at: behind) > 0
        guard behind < line.upperBound, isBeforeBlank || StoryByte.isLetter(bytes, at: behind) else { return nil }
        // “-Hết-” and the like close a text; “*Ghi chú*” is emphasis.
        if bytes[line].last == sign { return nil }
        let mended = sign == UInt8(ascii: "+") && paragraph.isItem ? "  - " : "- "
        if sign == UInt8(ascii: "*"), !isBeforeBlank {
            guard !bytes[behind..<line.upperBound].contains(sign) else { return nil }
            return Item(line: index, mark: mark(line, 1, bytes), needed: 2, mended: mended)
        }
        return Item(line: index, mark: mark(line, 1, bytes), needed: 1, mended: mended)
    }

    /// `1.Việc`, `1)Việc`; `2. việc` in the midst of a paragraph, where only 1 begins a list.
    private static func number(_ index: Int, _ paragraph: StoryParagraph) -> Item? {
        let (bytes, line) = (paragraph.bytes, paragraph.lines[index])
        let digits = bytes[line].prefix(while: StoryByte.isDigit)
        guard digits.count <= 3, digits.endIndex < line.upperBound, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[digits.endIndex])
        else {
            return nil
        }
        let behind = digits.endIndex + 1
        guard behind < line.upperBound else { return nil }
        let range = mark(line, behind - line.lowerBound, bytes)
        let written = paragraph.string(line.lowerBound..<behind)
        if StoryByte.noBreakSpace(bytes, at: behind) > 0 { return Item(line: index, mark: range, needed: 1, mended: written + " ") }
        if StoryByte.isBlank(bytes[behind]) {
            // “… ngày / 28. 6. 2021” and “28. tháng 6” are lines that end where they had to.
            let rest = bytes[range.upperBound..<line.upperBound]
            if rest.first.map(StoryByte.isDigit) == true || rest.starts(with: "tháng".utf8) { return nil }
            return index == 0 ? nil : Item(line: index, mark: range, needed: 2, mended: written + " ")
        }
        return StoryByte.isLetter(bytes, at: behind) ? Item(line: index, mark: range, needed: 2, mended: written + " ") : nil
    }

    /// `a) việc`, `b. việc`, as official papers number what stands under 1, 2, 3.
    private static func letter(_ index: Int, _ paragraph: StoryParagraph) -> Item? {
        let (bytes, line) = (paragraph.bytes, paragraph.lines[index])
        let behind = line.lowerBound + 2
        guard behind < line.upperBound, bytes[line.lowerBound] | 0x20 == bytes[line.lowerBound],
            [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[behind - 1]),
            StoryByte.isBlank(bytes[behind]) || StoryByte.noBreakSpace(bytes, at: behind) > 0
        else { return nil }
        let written = paragraph.string(line.lowerBound..<behind)
        let isBracket = bytes[behind - 1] == UInt8(ascii: ")")
        return Item(
            line: index, mark: mark(line, 2, bytes), needed: isBracket && paragraph.isItem ? 1 : 2,
            mended: (paragraph.isItem && index > 0 ? "   - " : "- ") + written + " ", countsOnFirstLine: !paragraph.isItem)
    }

    /// The length of a sign that people type or paste as a bullet.
    private static func bullet(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        bullets.first { bytes[index...].starts(with: $0) }?.count
    }

    private static let bullets: [[UInt8]] = ["•", "●", "▪", "■", "◦", "○", "‣", "➢", "➤", "✓", "✔", "❖", "◆", "·"].map { Array($0.utf8) }
}
