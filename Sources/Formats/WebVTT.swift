/// Captions of a video: WebVTT as the W3C writes it down (https://www.w3.org/TR/webvtt1/), as far as a browser must
/// understand it to show them at the right time.
package struct WebVTT: Sendable, Equatable {
    /// A caption, and from when to when it stands below the picture, in milliseconds.
    package struct Cue: Sendable, Equatable {
        package var start: Int
        package var end: Int
        package var text: String

        package init(start: Int, end: Int, text: String) {
            (self.start, self.end, self.text) = (start, end, text)
        }
    }

    /// One line of a caption's words.
    package struct TextLine: Sendable, Equatable {
        /// From 1.
        package let number: Int
        package let text: String
        /// Where its bytes stand in the file, without the line's end.
        package let range: Range<Int>
    }

    package let cues: [Cue]
    /// The lines of all captions' words, in the file's order.
    package let textLines: [TextLine]
    /// The lines of times under which there are no words.
    package let emptyCueLines: [Int]

    /// What is wrong with a file of captions, and in which line; lines count from 1.
    package struct Problem: Error, Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            /// SubRip, which most programs write and no browser reads.
            case isSubRip
            /// The first line is not `WEBVTT`.
            case noSignature
            case notUTF8
            /// The line with `-->` has no two times of the form `00:01:02.500`; what stands there.
            case timing(String)
            /// It ends before it begins.
            case endsBeforeItBegins
            /// It begins before the caption above it: captions go by their beginnings.
            case outOfOrder
            /// Words without a line that says when they are shown.
            case noTiming
            case noCues
        }

        package let kind: Kind
        package let line: Int
    }

    package init(_ bytes: [UInt8]) throws(Problem) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var lines = WebVTTLines(bytes[start...])
        guard let first = lines.next() else { throw Problem(kind: .noSignature, line: 1) }
        guard String(validating: bytes[start...], as: UTF8.self) != nil else { throw Problem(kind: .notUTF8, line: 1) }
        guard first == "WEBVTT" || first.hasPrefix("WEBVTT ") || first.hasPrefix("WEBVTT\t") else {
            throw Problem(kind: Self.looksLikeSubRip(bytes[start...]) ? .isSubRip : .noSignature, line: 1)
        }
        // The header may go on up to the first empty line, or to a caption that follows without one.
        while let line = lines.next(), !line.isEmpty {
            guard line.contains("-->") else { continue }
            lines.putBack()
            break
        }
        var cues: [Cue] = []
        var textLines: [TextLine] = []
        var emptyCueLines: [Int] = []
        while let block = lines.nextBlock(endsBefore: { Self.times($0) != nil }) {
            guard let cue = try Self.cue(block) else { continue }
            if let last = cues.last, cue.value.start < last.start { throw Problem(kind: .outOfOrder, line: cue.line) }
            cues.append(cue.value)
            textLines += cue.text
            if cue.value.text.allSatisfy(\.isWhitespace) { emptyCueLines.append(cue.line) }
        }
        guard !cues.isEmpty else { throw Problem(kind: .noCues, line: 1) }
        (self.cues, self.textLines, self.emptyCueLines) = (cues, textLines, emptyCueLines)
    }

    /// The two times of a line, in milliseconds; nil where it is no line of times.
    private static func times(_ line: String) -> (start: Int, end: Int)? {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard words.count >= 3, words[1] == "-->", let start = time(words[0]), let end = time(words[2]) else { return nil }
        return (start, end)
    }

    /// A caption; nil where the block is a remark, a style or a region.
    private static func cue(_ block: [TextLine]) throws(Problem) -> (value: Cue, text: ArraySlice<TextLine>, line: Int)? {
        let timing = block.prefix(2).firstIndex { $0.text.contains("-->") }
        guard let timing else {
            let first = block[0].text
            let isOther = ["NOTE", "STYLE", "REGION"].contains { first == $0 || first.hasPrefix($0 + " ") || first.hasPrefix($0 + "\t") }
            if isOther { return nil }
            throw Problem(kind: .noTiming, line: block[0].number)
        }
        let line = block[timing].number
        guard let (start, end) = times(block[timing].text) else { throw Problem(kind: .timing(block[timing].text), line: line) }
        guard start < end else { throw Problem(kind: .endsBeforeItBegins, line: line) }
        let text = block[(timing + 1)...]
        return (Cue(start: start, end: end, text: text.map(\.text).joined(separator: "\n")), text, line)
    }

    /// `00:01:02.500` or `01:02.500`, in milliseconds.
    private static func time(_ text: Substring) -> Int? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[1].utf8.count == 3, let thousandths = digits(halves[1]) else { return nil }
        let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.suffix(2).allSatisfy({ $0.utf8.count == 2 }),
            parts.count == 2 || (2...6).contains(parts[0].utf8.count)
        else { return nil }
        var seconds = 0
        for (index, part) in parts.enumerated() {
            guard let value = digits(part), value < 60 || index == 0 && parts.count == 3 else { return nil }
            seconds = seconds * 60 + value
        }
        return seconds * 1000 + thousandths
    }

    private static func digits(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(text) : nil
    }

    /// A number, then a line of times whose fractions stand behind commas.
    private static func looksLikeSubRip(_ bytes: ArraySlice<UInt8>) -> Bool {
        var lines = WebVTTLines(bytes)
        guard let block = lines.nextBlock(endsBefore: { _ in false }), block.count > 1 else { return false }
        let (number, times) = (block[0].text, block[1].text)
        return Int(number.filter { !$0.isWhitespace }) != nil && times.contains("-->") && times.contains(",")
    }
}

/// A text in lines, whichever way they end.
private struct WebVTTLines {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var number = 0
    /// The line that was read last, and whether it is to be read again.
    private var last: WebVTT.TextLine?
    private var isPutBack = false

    init(_ bytes: ArraySlice<UInt8>) {
        (self.bytes, position) = (bytes, bytes.startIndex)
    }

    mutating func next() -> String? { nextLine()?.text }

    /// The line that was read last comes once more.
    mutating func putBack() { isPutBack = last != nil }

    private mutating func nextLine() -> WebVTT.TextLine? {
        if isPutBack, let last {
            isPutBack = false
            return last
        }
        guard position < bytes.endIndex else { return nil }
        let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
        let line = String(decoding: bytes[position..<end], as: UTF8.self)
        let range = position..<end
        position = min(end + 1, bytes.endIndex)
        if end < bytes.endIndex, bytes[end] == 0x0D, position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
        number += 1
        last = WebVTT.TextLine(number: number, text: line, range: range)
        return last
    }

    /// The next lines up to an empty one, or up to one that begins another caption.
    ///
    /// - Parameter isTimes: whether a line is one of times: behind the first two lines, browsers take it for the next
    ///   caption's.
    mutating func nextBlock(endsBefore isTimes: (String) -> Bool) -> [WebVTT.TextLine]? {
        var block: [WebVTT.TextLine] = []
        var hasTimes = false
        while let line = nextLine() {
            if line.text.isEmpty {
                if block.isEmpty { continue }
                return block
            }
            if line.text.contains("-->"), isTimes(line.text) {
                if hasTimes {
                    putBack()
                    return block
                }
                hasTimes = true
            }
            block.append(line)
        }
        return block.isEmpty ? nil : block
    }
}
