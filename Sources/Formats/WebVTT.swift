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

    package let cues: [Cue]

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
        // The header may go on up to the first empty line.
        while let line = lines.next(), !line.isEmpty {}
        var cues: [Cue] = []
        while let block = lines.nextBlock() {
            guard let cue = try Self.cue(block) else { continue }
            if let last = cues.last, cue.value.start < last.start { throw Problem(kind: .outOfOrder, line: cue.line) }
            cues.append(cue.value)
        }
        guard !cues.isEmpty else { throw Problem(kind: .noCues, line: 1) }
        self.cues = cues
    }

    /// A caption; nil where the block is a remark, a style or a region.
    private static func cue(_ block: (lines: [String], line: Int)) throws(Problem) -> (value: Cue, line: Int)? {
        let timing = block.lines.prefix(2).firstIndex { $0.contains("-->") }
        guard let timing else {
            let first = block.lines[0]
            let isOther = ["NOTE", "STYLE", "REGION"].contains { first == $0 || first.hasPrefix($0 + " ") || first.hasPrefix($0 + "\t") }
            if isOther { return nil }
            throw Problem(kind: .noTiming, line: block.line)
        }
        let line = block.line + timing
        let words = block.lines[timing].split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard words.count >= 3, words[1] == "-->", let start = time(words[0]), let end = time(words[2]) else {
            throw Problem(kind: .timing(block.lines[timing]), line: line)
        }
        guard start < end else { throw Problem(kind: .endsBeforeItBegins, line: line) }
        return (Cue(start: start, end: end, text: block.lines[(timing + 1)...].joined(separator: "\n")), line)
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
        guard let block = lines.nextBlock(), block.lines.count > 1 else { return false }
        return Int(block.lines[0].filter { !$0.isWhitespace }) != nil && block.lines[1].contains("-->") && block.lines[1].contains(",")
    }
}

/// A text in lines, whichever way they end.
private struct WebVTTLines {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var number = 0

    init(_ bytes: ArraySlice<UInt8>) {
        (self.bytes, position) = (bytes, bytes.startIndex)
    }

    mutating func next() -> String? {
        guard position < bytes.endIndex else { return nil }
        let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
        let line = String(decoding: bytes[position..<end], as: UTF8.self)
        position = min(end + 1, bytes.endIndex)
        if end < bytes.endIndex, bytes[end] == 0x0D, position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
        number += 1
        return line
    }

    /// The next lines up to an empty one, and the number of the first.
    mutating func nextBlock() -> (lines: [String], line: Int)? {
        var block: [String] = []
        while let line = next() {
            if line.isEmpty {
                if block.isEmpty { continue }
                return (block, number - block.count)
            }
            block.append(line)
        }
        return block.isEmpty ? nil : (block, number - block.count + 1)
    }
}
