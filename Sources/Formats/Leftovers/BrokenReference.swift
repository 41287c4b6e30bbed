import Diagnostics

/// `![Buổi họp](Ảnh 1 (2).JPG)`, `[Quyết định] (quyet-dinh.pdf)`, `chữ[^1]`: links, pictures and notes that were not made.
enum BrokenReference {
    static func find(in paragraph: StoryParagraph) -> [Leftover] {
        paragraph.lines.indices.flatMap { index in find(onLine: index, of: paragraph) }
    }

    private static func find(onLine index: Int, of paragraph: StoryParagraph) -> [Leftover] {
        let (bytes, line) = (paragraph.bytes, paragraph.lines[index])
        var found: [Leftover] = []
        var search = line.lowerBound
        while search < line.upperBound {
            let position = search
            search += 1
            if bytes[position] == UInt8(ascii: "\\") {
                search += 1
            } else if bytes[position] == UInt8(ascii: "["), position + 1 < line.upperBound, bytes[position + 1] == UInt8(ascii: "^") {
                if let note = footnote(at: position, index, paragraph) { found.append(note) }
            } else if bytes[position] == UInt8(ascii: "]"), let reference = reference(at: position, index, paragraph) {
                found.append(reference)
            }
        }
        return found
    }

    /// The address behind a closing bracket that made no link, because of blanks in it or before it.
    private static func reference(at bracket: Int, _ index: Int, _ paragraph: StoryParagraph) -> Leftover? {
        let (bytes, line) = (paragraph.bytes, paragraph.lines[index])
        var parenthesis = bracket + 1
        while parenthesis < line.upperBound, StoryByte.isBlank(bytes[parenthesis]) { parenthesis += 1 }
        guard parenthesis < line.upperBound, bytes[parenthesis] == UInt8(ascii: "("),
            let opening = bytes[max(line.lowerBound, bracket - reach)..<bracket].lastIndex(of: UInt8(ascii: "["))
        else { return nil }
        let isPicture = opening > line.lowerBound && bytes[opening - 1] == UInt8(ascii: "!")
        let start = isPicture ? opening - 1 : opening
        guard let end = closing(of: parenthesis, to: min(line.upperBound, parenthesis + reach), bytes) else {
            guard parenthesis == bracket + 1, line.upperBound - parenthesis < reach,
                looksLikeAddress(paragraph.string(parenthesis + 1..<line.upperBound))
            else { return nil }
            return leftover(
                isPicture, start..<line.upperBound,
                Leftover.writing(paragraph.string(paragraph.lineStarts[index]..<line.upperBound) + ")"))
        }
        let address = paragraph.string(parenthesis + 1..<end)
        let hasBlank = address.contains(" ") || address.contains("\u{A0}")
        guard hasBlank || parenthesis > bracket + 1, !address.hasPrefix("<"), looksLikeAddress(address) else { return nil }
        // A title in the quotes of Word.
        let plain = address.split(separator: " “", maxSplits: 1).first.map(String.init) ?? address
        let mended = plain.contains(" ") || plain.contains("\u{A0}") ? "(<\(plain)>)" : "(\(plain))"
        return leftover(
            isPicture, start..<end + 1, Leftover.writing(paragraph.line(index, writing: mended, for: bracket + 1..<end + 1)))
    }

    /// No text of a link and no address is longer: a line may be of a megabyte, all brackets.
    private static let reach = 1000

    /// The parenthesis that closes the one there.
    private static func closing(of opening: Int, to end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var depth = 0
        for index in opening..<end {
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    /// Words in brackets stand before others in parentheses in any text.
    private static func looksLikeAddress(_ text: String) -> Bool {
        let lower = text.lowercased()
        if lower.hasPrefix("http") || lower.hasPrefix("/") || lower.hasPrefix("../") || lower.hasPrefix("mailto:") { return true }
        return endings.contains { lower.contains($0) }
    }

    private static let endings = [
        ".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".tif", ".pdf", ".doc", ".xls", ".ppt", ".mp4", ".mov", ".webm", ".md", ".txt",
    ]

    private static func footnote(at start: Int, _ index: Int, _ paragraph: StoryParagraph) -> Leftover? {
        let (bytes, line) = (paragraph.bytes, paragraph.lines[index])
        let name = bytes[start + 2..<line.upperBound].prefix { StoryByte.isDigit($0) || StoryByte.isASCIILetter($0) }
        guard !name.isEmpty, name.endIndex < line.upperBound, bytes[name.endIndex] == UInt8(ascii: "]") else { return nil }
        let mark = paragraph.string(start..<name.endIndex + 1)
        return Leftover(
            code: "footnote-not-made",
            message: Message(
                vi: "“\(mark)” không thành chú thích cuối trang: người đọc sẽ thấy nguyên dấu này",
                en: "“\(mark)” makes no footnote: readers will see the mark"),
            range: start..<name.endIndex + 1,
            remedy: Leftover.writing(
                paragraph.line(index, writing: "(\(String(decoding: name, as: UTF8.self)))", for: start..<name.endIndex + 1)))
    }

    private static func leftover(_ isPicture: Bool, _ range: Range<Int>, _ remedy: Message) -> Leftover {
        Leftover(
            code: isPicture ? "picture-not-made" : "link-not-made",
            message: isPicture
                ? Message(
                    vi: "ảnh này không hiện: người đọc sẽ thấy nguyên dòng chữ",
                    en: "this picture is not shown: readers will see its source")
                : Message(
                    vi: "chỗ này không thành liên kết: người đọc sẽ thấy nguyên dấu ngoặc và địa chỉ",
                    en: "this makes no link: readers will see brackets and address"),
            range: range, remedy: remedy)
    }
}

/// `(*) … (*)`, `__/__/2021`, `2*3*4`: signs that were meant as they are, and vanish as marks of emphasis.
enum VanishedSigns {
    static func find(in paragraph: StoryParagraph) -> [Leftover] {
        for (index, line) in paragraph.lines.enumerated() {
            guard let (mended, range) = mended(line, paragraph.bytes) else { continue }
            let whole = paragraph.string(paragraph.lineStarts[index]..<line.lowerBound) + mended
            let sign = paragraph.bytes[range.lowerBound] == UInt8(ascii: "_") ? "_" : "*"
            return [
                Leftover(
                    code: "signs-vanish",
                    message: Message(
                        vi: "hai dấu \(sign) này thành dấu in nghiêng, đậm: người đọc sẽ không thấy chúng",
                        en: "these two \(sign) are read as marks of emphasis: readers will not see them"),
                    range: range, remedy: Leftover.writing(whole))
            ]
        }
        return []
    }

    /// The line with a backslash before each sign that stands in parentheses, at a slash or between digits.
    private static func mended(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> (String, Range<Int>)? {
        var output: [UInt8] = []
        var first: Range<Int>?
        var index = line.lowerBound
        while index < line.upperBound {
            let byte = bytes[index]
            var end = index
            while end < line.upperBound, bytes[end] == byte { end += 1 }
            let before = index > line.lowerBound ? bytes[index - 1] : 0x20
            let behind = end < line.upperBound ? bytes[end] : 0x20
            let isSign =
                (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")) && before != UInt8(ascii: "\\")
                && (before == UInt8(ascii: "(") && behind == UInt8(ascii: ")") || behind == UInt8(ascii: "/") || before == UInt8(ascii: "/")
                    || StoryByte.isDigit(before) && StoryByte.isDigit(behind))
            if isSign {
                first = first ?? index..<end
                for _ in index..<end { output += [UInt8(ascii: "\\"), byte] }
            } else {
                output += bytes[index..<end]
            }
            index = end
        }
        return first.map { (String(decoding: output, as: UTF8.self), $0) }
    }
}
