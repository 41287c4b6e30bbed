import Diagnostics

/// Blocks that became something else than their author meant: prose set as code, a signature as a heading, a day as
/// an item, lists that lost their numbers.
enum BlockLook {
    /// A heading by a line of hyphens or equals signs below it.
    static func underlinedHeading(_ lines: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) -> Leftover? {
        // cmark 0.30.2 counts a line too many where something follows the heading.
        let isRule = { (line: Range<Int>) in
            guard let sign = bytes[line].first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "=") else { return false }
            return bytes[line].allSatisfy { $0 == sign || StoryByte.isBlank($0) }
        }
        let lines = lines[...(lines.lastIndex(where: isRule) ?? lines.startIndex)]
        guard lines.count >= 2, let first = lines.first, let last = lines.last, bytes[first].first != UInt8(ascii: "#") else { return nil }
        let isHyphens = bytes[last].first == UInt8(ascii: "-")
        // A line of equals signs is typed below a title by those who know that it makes one.
        guard isHyphens || lines.count > 2 else { return nil }
        let text = String(decoding: bytes[lines[lines.count - 2]], as: UTF8.self)
        let rule = String(decoding: bytes[last], as: UTF8.self)
        return Leftover(
            code: "heading-by-underline",
            message: Message(
                vi: "dòng \(CharacterProblem.cut(rule)) ngay dưới làm “\(CharacterProblem.cut(text))” thành đề mục",
                en: "the line \(CharacterProblem.cut(rule)) right below makes a heading of “\(CharacterProblem.cut(text))”"),
            range: lines.count == 2 ? first : lines[lines.count - 2],
            remedy: Message(
                vi:
                    "để một dòng trống trên dòng \(CharacterProblem.cut(rule)); nếu muốn có đề mục, xóa dòng ấy và viết: ## \(CharacterProblem.cut(text))",
                en:
                    "leave a line empty above \(CharacterProblem.cut(rule)); for a heading, delete that line and write: ## \(CharacterProblem.cut(text))"
            ))
    }

    /// Prose that four blanks before it made code.
    static func indentedProse(_ lines: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) -> Leftover? {
        guard let first = lines.first, !first.isEmpty else { return nil }
        let text = bytes[first]
        guard text.first != UInt8(ascii: "`"), text.first != UInt8(ascii: "~") else { return nil }
        // Words with the letters of Vietnamese, or several words: no code on an honour board.
        let words = text.split { StoryByte.isBlank($0) }.count { word in word.contains { StoryByte.isASCIILetter($0) || $0 >= 0xC3 } }
        guard words >= 4 || words >= 2 && text.contains(where: { $0 >= 0xC3 }) else { return nil }
        return Leftover(
            code: "prose-as-code",
            message: Message(
                vi: "đoạn này thụt vào bốn dấu cách trở lên nên hiện bằng chữ máy, không ngắt dòng",
                en: "this paragraph is indented by four blanks or more, so it is shown as code, in typewriter letters"),
            range: first,
            remedy: Message(
                vi: "xóa các dấu cách ở đầu dòng: \(CharacterProblem.cut(String(decoding: text, as: UTF8.self)))",
                en: "delete the blanks at the line's beginning: \(CharacterProblem.cut(String(decoding: text, as: UTF8.self)))"))
    }

    /// An item of a numbered list: the number that was written, and where.
    struct Number {
        var value: Int
        var range: Range<Int>
    }

    /// A list whose items will have other numbers than were written.
    static func renumbered(_ numbers: [Number]) -> Leftover? {
        guard let first = numbers.first, numbers.contains(where: { $0.value != first.value }) else { return nil }
        guard let (index, item) = numbers.enumerated().first(where: { $1.value != first.value + $0 }) else { return nil }
        return Leftover(
            code: "list-renumbered",
            message: Message(
                vi: "số \(item.value) ở đây sẽ hiện thành \(first.value + index), vì danh sách được đánh số liên tiếp từ \(first.value)",
                en: "the number \(item.value) will be shown as \(first.value + index): lists count on from \(first.value)"),
            range: item.range,
            remedy: Message(
                vi: "sửa lại cho liên tiếp; nếu phải giữ số, để một dòng trống ở trên và viết: \(item.value)\\. …",
                en: "make the numbers follow one another; to keep this one, leave a line empty above and write: \(item.value)\\. …"))
    }

    /// `30. 4. 1975`: a day that became an item within an item.
    static func day(_ day: Number, _ month: Number, _ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Leftover? {
        guard 1...31 ~= day.value, 1...12 ~= month.value else { return nil }
        var rest = bytes[month.range.upperBound..<line.upperBound]
        while let first = rest.first, StoryByte.isBlank(first) { rest.removeFirst() }
        guard rest.prefix(while: StoryByte.isDigit).count == 4 else { return nil }
        let text = String(decoding: rest, as: UTF8.self)
        return Leftover(
            code: "day-as-list",
            message: Message(
                vi: "ngày ở đầu dòng thành danh sách đánh số: người đọc thấy mục \(day.value), rồi mục \(month.value)",
                en: "the day at the line's beginning becomes a numbered list: readers see item \(day.value), then item \(month.value)"),
            range: line,
            remedy: Leftover.writing("\(day.value)/\(month.value)/\(text)"))
    }
}

/// `[1]: BC-12/UBND`: a note that is read as the address of a link, and vanishes.
enum SwallowedDefinition {
    static func find(in bytes: UnsafeBufferPointer<UInt8>) -> [Leftover] {
        var found: [Leftover] = []
        var start = 0
        // Whether a name is used is asked of the whole story: not for more than so many.
        while start < bytes.count, found.count < 50 {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if let leftover = definition(start..<end, bytes) { found.append(leftover) }
            start = end + 1
        }
        return found
    }

    private static func definition(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Leftover? {
        var opening = line.lowerBound
        while opening < line.upperBound, opening - line.lowerBound < 3, bytes[opening] == 0x20 { opening += 1 }
        guard opening < line.upperBound, bytes[opening] == UInt8(ascii: "["),
            let closing = bytes[opening..<line.upperBound].firstIndex(of: UInt8(ascii: "]")), closing > opening + 1,
            closing + 1 < line.upperBound, bytes[closing + 1] == UInt8(ascii: ":")
        else { return nil }
        var address = closing + 2
        while address < line.upperBound, StoryByte.isBlank(bytes[address]) { address += 1 }
        let target = bytes[address..<line.upperBound].prefix { !StoryByte.isBlank($0) }
        var behind = target.endIndex
        while behind < line.upperBound, StoryByte.isBlank(bytes[behind]) { behind += 1 }
        // Words behind the address, but for a title in quotes: cmark leaves such a line as text.
        guard !target.isEmpty, behind == line.upperBound || "\"'(".utf8.contains(bytes[behind]) else { return nil }
        let label = bytes[opening..<closing + 1]
        let text = String(decoding: target, as: UTF8.self)
        let isNote = bytes[opening + 1..<closing].allSatisfy { StoryByte.isDigit($0) || $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "*") }
        if isUsed(label, elsewhereThan: line, bytes), !isNote || looksLikeAddress(text) { return nil }
        let written = String(decoding: bytes[opening..<line.upperBound], as: UTF8.self)
        return Leftover(
            code: "note-vanishes",
            message: Message(
                vi:
                    "dòng này được hiểu là địa chỉ của liên kết \(String(decoding: label, as: UTF8.self)), nên người đọc sẽ không thấy “\(text)”",
                en:
                    "this line is read as the address of the link \(String(decoding: label, as: UTF8.self)), so readers will not see “\(text)”"
            ),
            range: opening..<line.upperBound, remedy: Leftover.writing("\\" + written))
    }

    private static func isUsed(
        _ label: Slice<UnsafeBufferPointer<UInt8>>, elsewhereThan line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let folded = label.map { StoryByte.isASCIILetter($0) ? $0 | 0x20 : $0 }
        guard bytes.count >= folded.count else { return false }
        return (0...bytes.count - folded.count).contains { start in
            bytes[start] == folded[0] && !line.contains(start)
                && zip(bytes[start..<start + folded.count], folded).allSatisfy { (StoryByte.isASCIILetter($0) ? $0 | 0x20 : $0) == $1 }
        }
    }

    private static func looksLikeAddress(_ text: String) -> Bool {
        text.contains("://") || text.hasPrefix("/") || text.hasPrefix("#") || text.hasPrefix("<") || text.hasPrefix("mailto:")
            || text.split(separator: "/").last?.contains(".") == true
    }
}
