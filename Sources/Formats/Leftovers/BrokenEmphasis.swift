import Diagnostics

/// `**“Dân vận khéo”**của xã`, `**Kết quả: **164 hộ`, `~~bỏ~~`: marks of emphasis that stay as signs.
///
/// A mark opens only before a word and closes only behind one; beside quotes and other punctuation it must stand at a
/// blank besides (CommonMark 0.30, 6.2, "left-flanking").
enum BrokenEmphasis {
    static func find(in paragraph: StoryParagraph) -> [Leftover] {
        let seen = paragraph.text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let isLineByLine = seen.count == paragraph.lines.count
        return paragraph.lines.indices.lazy.compactMap { index in
            find(onLine: index, seenAs: isLineByLine ? seen[index] : paragraph.text.prefix(reach), of: paragraph)
        }.prefix(10).map { $0 }
    }

    /// As much is looked at of a paragraph whose lines can't be told apart.
    private static let reach = 2000

    private static func find(onLine index: Int, seenAs seen: ArraySlice<UInt8>, of paragraph: StoryParagraph) -> Leftover? {
        let line = paragraph.lines[index]
        for mark in [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~")] {
            for length in mark == UInt8(ascii: "*") ? [2, 3, 1] : [2] {
                let runs = runs(of: mark, length, in: line, paragraph.bytes)
                guard !runs.isEmpty, isShown(mark, length, runs.count, in: seen) else { continue }
                if let found = leftover(runs, mark, length, index, paragraph) { return found }
            }
        }
        return nil
    }

    private static func leftover(_ runs: [Range<Int>], _ mark: UInt8, _ length: Int, _ index: Int, _ paragraph: StoryParagraph) -> Leftover?
    {
        let written = String(repeating: String(UnicodeScalar(mark)), count: length)
        let line = paragraph.lines[index]
        if mark == UInt8(ascii: "~") {
            guard runs.count >= 2 else { return nil }
            let inner = paragraph.string(runs[0].upperBound..<runs[1].lowerBound)
            return Leftover(
                code: "emphasis-not-made", message: message(written), range: runs[0],
                remedy: Leftover.writing(paragraph.line(index, writing: inner, for: runs[0].lowerBound..<runs[1].upperBound)))
        }
        if let (mended, first) = mended(runs, line, paragraph.bytes) {
            let whole = paragraph.string(paragraph.lineStarts[index]..<line.lowerBound) + mended
            return Leftover(code: "emphasis-not-made", message: message(written), range: first, remedy: Leftover.writing(whole))
        }
        if length == 2, mark == UInt8(ascii: "*"), let empty = emptyPair(runs, written, index, paragraph) { return empty }
        // One that was never closed; others, such as rows of asterisks or a note's mark, are meant as they are.
        guard runs.count == 1, length == 2, mark == UInt8(ascii: "*"), isAlone(mark, paragraph),
            let isOpening = opens(runs[0], line, paragraph.bytes)
        else { return nil }
        let side = isOpening ? Message(vi: "cuối", en: "end") : Message(vi: "đầu", en: "beginning")
        return Leftover(
            code: "emphasis-not-made", message: message(written), range: runs[0],
            remedy: Message(
                vi:
                    "thêm \(written) ở \(side.vi) phần in đậm, hoặc xóa dấu này: \(CharacterProblem.cut(paragraph.line(index, writing: "", for: runs[0])))",
                en:
                    "add \(written) at the \(side.en) of what is bold, or delete it: \(CharacterProblem.cut(paragraph.line(index, writing: "", for: runs[0])))"
            ))
    }

    /// `** **` and `** **` beside words: bold that lost what it was about.
    private static func emptyPair(_ runs: [Range<Int>], _ written: String, _ index: Int, _ paragraph: StoryParagraph) -> Leftover? {
        let (bytes, line) = (paragraph.bytes, paragraph.lines[index])
        guard holdsWord(bytes[line]) else { return nil }
        for (opening, closing) in zip(runs, runs.dropFirst()) {
            let inner = opening.upperBound..<closing.lowerBound
            guard bytes[inner].allSatisfy(StoryByte.isBlank) else { continue }
            var end = closing.upperBound
            let isAfterBlank = opening.lowerBound == line.lowerBound || StoryByte.isBlank(bytes[opening.lowerBound - 1])
            while isAfterBlank, end < line.upperBound, StoryByte.isBlank(bytes[end]) { end += 1 }
            return Leftover(
                code: "emphasis-not-made", message: message(written), range: opening.lowerBound..<closing.upperBound,
                remedy: Leftover.writing(paragraph.line(index, writing: "", for: opening.lowerBound..<end)))
        }
        return nil
    }

    /// Whether readers see the mark once in the whole paragraph: it has no other to go with.
    private static func isAlone(_ mark: UInt8, _ paragraph: StoryParagraph) -> Bool {
        var (run, runs) = (0, 0)
        for byte in paragraph.text {
            if byte == mark { run += 1 } else { run = 0 }
            if run == 2 { runs += 1 }
        }
        return runs == 1
    }

    /// Whether a lone mark opens before a word, or closes behind one; nil where it does neither.
    private static func opens(_ run: Range<Int>, _ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
        if StoryByte.isLetter(bytes, at: run.upperBound) { return true }
        guard run.lowerBound > line.lowerBound, isOfWord(before: run.lowerBound, bytes),
            run.upperBound == line.upperBound || !isOfWord(at: run.upperBound, bytes)
        else { return nil }
        return false
    }

    /// Whether readers see the mark on that line: what they see has it.
    private static func isShown(_ mark: UInt8, _ length: Int, _ count: Int, in text: ArraySlice<UInt8>) -> Bool {
        var run = 0
        var runs = 0
        for byte in text {
            if byte == mark { run += 1 } else { run = 0 }
            if run == length { runs += 1 }
        }
        // A single asterisk may be a note's mark; two around words are emphasis.
        return length == 1 ? count == 2 && runs >= 2 : runs > 0
    }

    /// The runs of exactly that many marks, escaped ones left out.
    private static func runs(of mark: UInt8, _ length: Int, in line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = line.lowerBound
        while index < line.upperBound {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            guard bytes[index] == mark else {
                index += 1
                continue
            }
            var end = index
            while end < line.upperBound, bytes[end] == mark { end += 1 }
            if end - index == length { runs.append(index..<end) }
            index = end
        }
        return runs
    }

    /// The line with its marks where they open and close, and the first that had to move.
    private static func mended(_ runs: [Range<Int>], _ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> (String, Range<Int>)? {
        var output: [UInt8] = []
        var copied = line.lowerBound
        var first: Range<Int>?
        for pair in stride(from: 0, to: runs.count - 1, by: 2) {
            let (opening, closing) = (runs[pair], runs[pair + 1])
            var (start, end) = (opening.upperBound, closing.lowerBound)
            while start < end, blank(at: start, bytes) > 0 { start += blank(at: start, bytes) }
            while end > start, blank(before: end, bytes) > 0 { end -= blank(before: end, bytes) }
            guard start < end, holdsWord(bytes[start..<end]) else { return nil }
            // “3 * 4 * 5”, and a note's mark between blanks: a mark of emphasis touches what it is about on one side.
            if opening.count == 1, start > opening.upperBound,
                opening.lowerBound == line.lowerBound || blank(before: opening.lowerBound, bytes) > 0
            {
                return nil
            }
            output += bytes[copied..<opening.lowerBound]
            let isAtWord = opening.lowerBound > line.lowerBound && isOfWord(before: opening.lowerBound, bytes)
            let isMoved = start > opening.upperBound
            if isAtWord, isMoved || !isOfWord(at: start, bytes) {
                output.append(0x20)
                first = first ?? opening
            } else if isMoved {
                first = first ?? opening
            }
            for part in [opening, start..<end, closing] { output += bytes[part] }
            let isBeforeWord = closing.upperBound < line.upperBound && isOfWord(at: closing.upperBound, bytes)
            if isBeforeWord, end < closing.lowerBound || !isOfWord(before: end, bytes) {
                output.append(0x20)
                first = first ?? closing
            } else if end < closing.lowerBound {
                first = first ?? closing
            }
            copied = closing.upperBound
        }
        guard let first else { return nil }
        output += bytes[copied..<line.upperBound]
        return (String(decoding: output, as: UTF8.self), first)
    }

    // MARK: Letters and blanks

    private static func blank(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        StoryByte.isBlank(bytes[index]) ? 1 : StoryByte.noBreakSpace(bytes, at: index)
    }

    private static func blank(before index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if StoryByte.isBlank(bytes[index - 1]) { return 1 }
        return index >= 2 ? StoryByte.noBreakSpace(bytes, at: index - 2) : 0
    }

    private static func isOfWord(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        index < bytes.count && (StoryByte.isLetter(bytes, at: index) || StoryByte.isDigit(bytes[index]))
    }

    private static func isOfWord(before index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = index - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return isOfWord(at: start, bytes)
    }

    private static func holdsWord(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.contains { StoryByte.isASCIILetter($0) || StoryByte.isDigit($0) || 0xC3...0xCF ~= $0 || $0 == 0xE1 }
    }

    private static func message(_ mark: String) -> Message {
        Message(
            vi: "dấu \(mark) ở đây không thành chữ đậm, nghiêng hay gạch ngang: người đọc sẽ thấy nguyên dấu \(mark)",
            en: "\(mark) makes nothing bold, italic or struck out here: readers will see the marks")
    }
}
