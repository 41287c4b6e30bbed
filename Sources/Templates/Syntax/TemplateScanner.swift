import Diagnostics

/// Finds the tags of a template, one after the other, and keeps track of the delimiters.
struct TemplateScanner {
    private let source: SourceLines
    private var offset = 0
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    /// What was wrong with tags so far.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: SourceLines) {
        self.source = source
    }

    private var bytes: [UInt8] { source.bytes }

    /// The next tag that could be read; broken ones are reported and skipped.
    mutating func next() -> TemplateTag? {
        while let start = find(opening, in: offset..<bytes.count) {
            if let tag = readTag(at: start) { return tag }
        }
        return nil
    }

    /// Reads the tag whose opening delimiter is at `start`, and moves on behind it.
    private mutating func readTag(at start: Int) -> TemplateTag? {
        var contentStart = start + opening.count
        let sign = contentStart < bytes.count ? bytes[contentStart] : 0
        let kind = Self.kind(of: sign)
        if kind != .escaped { contentStart += 1 }
        let ending = Self.ending(for: sign) + closing

        guard let contentEnd = find(ending, in: contentStart..<bytes.count) else {
            return skip(start, .unclosedTag(at: place(start..<start + opening.count)))
        }
        let end = contentEnd + ending.count
        // A forgotten closing delimiter would swallow all up to the next tag's; the next tag's
        // opening one gives it away. A comment may hold anything.
        if kind != .comment, kind != .delimiters, let inner = find(opening, in: contentStart..<contentEnd) {
            let wordEnd = bytes[contentStart..<inner].firstIndex(where: \.isSpace) ?? inner
            return skip(start, .unclosedTag(at: place(start..<wordEnd)))
        }
        let name = trimmed(contentStart..<contentEnd)
        if kind == .delimiters {
            guard setDelimiters(name) else { return skip(start, .wrongDelimiters(at: place(start..<end))) }
        } else if kind != .comment, name.isEmpty {
            return skip(start, .emptyTag(at: place(start..<end)))
        }
        offset = end
        return tag(kind, name: String(decoding: bytes[name], as: UTF8.self), range: start..<end)
    }

    private mutating func skip(_ start: Int, _ diagnostic: Diagnostic) -> TemplateTag? {
        diagnostics.append(diagnostic)
        offset = start + opening.count
        return nil
    }

    private func tag(_ kind: TemplateTag.Kind, name: String, range: Range<Int>) -> TemplateTag {
        let lineStart = source.start(ofLineAt: range.lowerBound)
        var lineEnd = range.upperBound
        while lineEnd < bytes.count, bytes[lineEnd].isBlank { lineEnd += 1 }
        if lineEnd + 1 < bytes.count, bytes[lineEnd] == .carriageReturn, bytes[lineEnd + 1] == .newline { lineEnd += 1 }
        let isLast = lineEnd == bytes.count || bytes[lineEnd] == .newline
        if isLast, lineEnd < bytes.count { lineEnd += 1 }
        return TemplateTag(
            kind: kind, name: name, range: range, lines: lineStart..<lineEnd,
            isFirst: bytes[lineStart..<range.lowerBound].allSatisfy(\.isBlank), isLast: isLast, place: place(range))
    }

    /// Takes `<% %>`; false where that isn't two words without white space and equals signs.
    private mutating func setDelimiters(_ range: Range<Int>) -> Bool {
        let words = bytes[range].split(whereSeparator: \.isSpace)
        guard words.count == 2, !bytes[range].contains(UInt8(ascii: "=")) else { return false }
        opening = Array(words[0])
        closing = Array(words[1])
        return true
    }

    private static func kind(of sign: UInt8) -> TemplateTag.Kind {
        switch sign {
        case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescaped
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "<"): .parent
        case UInt8(ascii: "$"): .block
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: "="): .delimiters
        default: .escaped
        }
    }

    /// What a tag with this sign has before its closing delimiter.
    private static func ending(for sign: UInt8) -> [UInt8] {
        switch sign {
        case UInt8(ascii: "{"): [UInt8(ascii: "}")]
        case UInt8(ascii: "="): [UInt8(ascii: "=")]
        default: []
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start].isSpace { start += 1 }
        while start < end, bytes[end - 1].isSpace { end -= 1 }
        return start..<end
    }

    /// The offset at which `pattern` first stands within `range`.
    private func find(_ pattern: [UInt8], in range: Range<Int>) -> Int? {
        guard pattern.count <= range.count else { return nil }
        return (range.lowerBound...range.upperBound - pattern.count).first { start in
            bytes[start] == pattern[0] && bytes[start...].starts(with: pattern)
        }
    }

    private func place(_ range: Range<Int>) -> SourcePlace { source.place(of: range) }
}
