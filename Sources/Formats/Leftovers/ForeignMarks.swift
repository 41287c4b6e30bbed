import Diagnostics

/// Marks that other notations know and CommonMark does not: `==đánh dấu==`, `H~2~O`, `m^2^`, and `m^2` of formulas.
enum ForeignMarks {
    /// One mark with what it is about, and the same as it can be written here.
    private struct Mark {
        var range: Range<Int>
        var mended: String
    }

    static func find(in paragraph: StoryParagraph) -> [Leftover] {
        paragraph.lines.indices.lazy.compactMap { find(onLine: $0, of: paragraph) }.prefix(10).map { $0 }
    }

    private static func find(onLine index: Int, of paragraph: StoryParagraph) -> Leftover? {
        let (bytes, line) = (paragraph.bytes, paragraph.lines[index])
        var marks: [Mark] = []
        var position = line.lowerBound
        while position < line.upperBound {
            let found: Mark? =
                switch bytes[position] {
                case UInt8(ascii: "="): highlight(at: position, in: line, paragraph)
                case UInt8(ascii: "~"): digits(at: position, in: line, bytes, needsEnd: true, lowered)
                case UInt8(ascii: "^"): digits(at: position, in: line, bytes, needsEnd: false, raised)
                default: nil
                }
            // A backslash says that the sign behind it is meant.
            position = found?.range.upperBound ?? position + (bytes[position] == UInt8(ascii: "\\") ? 2 : 1)
            if let found { marks.append(found) }
        }
        guard let first = marks.first else { return nil }
        var mended = ""
        var copied = paragraph.lineStarts[index]
        for mark in marks {
            mended += paragraph.string(copied..<mark.range.lowerBound) + mark.mended
            copied = mark.range.upperBound
        }
        mended += paragraph.string(copied..<line.upperBound)
        return Leftover(
            code: "mark-not-made", message: message(paragraph.string(first.range)), range: first.range, remedy: Leftover.writing(mended))
    }

    /// `==đánh dấu==`, with a blank or a line's end around both marks.
    private static func highlight(at start: Int, in line: Range<Int>, _ paragraph: StoryParagraph) -> Mark? {
        let bytes = paragraph.bytes
        let sign = UInt8(ascii: "=")
        func isPair(_ index: Int) -> Bool {
            index + 1 < line.upperBound && bytes[index] == sign && bytes[index + 1] == sign
                && (index == line.lowerBound || bytes[index - 1] != sign) && (index + 2 == line.upperBound || bytes[index + 2] != sign)
        }
        guard isPair(start), start == line.lowerBound || !isOfWord(bytes[start - 1]) else { return nil }
        let inner = start + 2
        guard inner < line.upperBound, StoryByte.isLetter(bytes, at: inner) || StoryByte.isDigit(bytes[inner]) else { return nil }
        let reach = min(line.upperBound, inner + 300)
        guard let end = (inner + 1..<max(inner + 1, reach)).first(where: isPair), !StoryByte.isBlank(bytes[end - 1]),
            end + 2 == line.upperBound || !isOfWord(bytes[end + 2])
        else { return nil }
        return Mark(range: start..<end + 2, mended: "**\(paragraph.string(inner..<end))**")
    }

    /// Up to three digits behind a letter and the sign there, and the sign once more where it must end them.
    private static func digits(
        at sign: Int, in line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, needsEnd: Bool, _ letters: [Character]
    ) -> Mark? {
        guard sign > line.lowerBound, StoryByte.isASCIILetter(bytes[sign - 1]) else { return nil }
        let digits = bytes[sign + 1..<line.upperBound].prefix(while: StoryByte.isDigit)
        guard 1...3 ~= digits.count else { return nil }
        let isEnded = digits.endIndex < line.upperBound && bytes[digits.endIndex] == bytes[sign]
        // “cm^2” is a measure; “x^12a” is something else.
        guard isEnded || !needsEnd && (digits.endIndex == line.upperBound || !isOfWord(bytes[digits.endIndex])) else { return nil }
        return Mark(
            range: sign..<digits.endIndex + (isEnded ? 1 : 0), mended: String(digits.map { letters[Int($0 - 0x30)] }))
    }

    private static func isOfWord(_ byte: UInt8) -> Bool { StoryByte.isASCIILetter(byte) || StoryByte.isDigit(byte) || byte >= 0xC3 }

    private static let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    private static let lowered: [Character] = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]
}

extension ForeignMarks {
    private static func message(_ mark: String) -> Message {
        let mark = CharacterProblem.cut(mark)
        return Message(
            vi: "“\(mark)” là ký hiệu của cách viết khác: người đọc sẽ thấy nguyên các dấu ấy",
            en: "“\(mark)” is a mark of another notation: readers will see its signs as they are")
    }
}
