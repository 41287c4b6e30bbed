import Diagnostics

/// `##Kết quả`, `##` and a no-break space: hashes that made no heading.
enum HeadingMark {
    static func find(in paragraph: StoryParagraph) -> [Leftover] {
        let bytes = paragraph.bytes
        return paragraph.lines.indices.compactMap { index in
            let line = paragraph.lines[index]
            var end = line.lowerBound
            while end < line.upperBound, bytes[end] == UInt8(ascii: "#") { end += 1 }
            let count = end - line.lowerBound
            guard count > 0, end < line.upperBound, !StoryByte.isBlank(bytes[end]) || count > 6 else { return nil }
            var title = end
            while title < line.upperBound, StoryByte.isBlank(bytes[title]) || StoryByte.noBreakSpace(bytes, at: title) > 0 {
                title += max(1, StoryByte.noBreakSpace(bytes, at: title))
            }
            guard title < line.upperBound else { return nil }
            let words = paragraph.string(title..<line.upperBound)
            if count == 1, title == end, !(paragraph.lines.count == 1 && opensATitle(words)) { return nil }
            let mended = paragraph.line(
                index, writing: String(repeating: "#", count: min(count, 6)) + " ", for: line.lowerBound..<title)
            return Leftover(
                code: "heading-not-made", message: message(String(repeating: "#", count: count)), range: line,
                remedy: Leftover.writing(mended))
        }
    }

    /// `#Kết quả nổi bật` is a heading; `#DânVậnKhéo` is a word of social media, also before others.
    private static func opensATitle(_ words: String) -> Bool {
        guard let first = words.split(separator: " ").first, first.count < words.count, first.unicodeScalars.count <= 7,
            !words.utf8.contains(UInt8(ascii: "#")), let initial = first.first, initial.isUppercase
        else { return false }
        return first.dropFirst().allSatisfy { $0.isLowercase } && !first.utf8.allSatisfy { $0 < 0x80 }
    }

    private static func message(_ marks: String) -> Message {
        Message(
            vi: "“\(marks)” ở đây không thành đề mục: người đọc sẽ thấy nguyên dấu \(marks)",
            en: "“\(marks)” makes no heading here: readers will see the marks")
    }
}

/// `[ ] việc`, `[x] việc`: a list of tasks, as other programs have it.
enum TaskBox {
    static func find(in paragraph: StoryParagraph) -> [Leftover] {
        guard paragraph.isItem, let line = paragraph.lines.first, line.count > 4, paragraph.bytes[line.lowerBound] == UInt8(ascii: "[")
        else {
            return []
        }
        let box = line.lowerBound..<line.lowerBound + 4
        let isDone = paragraph.bytes[line.lowerBound + 1] != 0x20
        return [
            Leftover(
                code: "task-box-not-made",
                message: Message(
                    vi: "ô đánh dấu “[ ]” không hiện thành ô: người đọc sẽ thấy nguyên dấu ngoặc",
                    en: "the box “[ ]” is not shown as one: readers will see the brackets"),
                range: box, remedy: Leftover.writing(paragraph.line(0, writing: isDone ? "✓ " : "", for: box)))
        ]
    }
}
