import Diagnostics
import Glibc

/// Looks for YAML that is valid and was not meant: values that a comment cuts short, lines that run together, escapes
/// that make invisible characters.
///
/// LibYAML tells none of it: what it dropped is read from the source, between the marks of its events.
struct YAMLIntent {
    private(set) var diagnostics: [Diagnostic] = []

    private let bytes: UnsafeBufferPointer<UInt8>
    private let path: String
    private let firstLine: Int
    private var lines: LineCursor
    /// Whether there is a number sign behind something else on a line: nearly no file has one.
    private let mayHoldComments: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int) {
        (self.bytes, self.path, self.firstLine) = (bytes, path, firstLine)
        lines = LineCursor(bytes)
        mayHoldComments = Self.holdsTrailingNumberSign(bytes)
    }

    private static func holdsTrailingNumberSign(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var search = 0
        while let hit = memchr(base + search, Int32(numberSign), bytes.count - search) {
            let offset = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            if offset > 0, isBlank(bytes[offset - 1]) {
                var start = offset - 1
                while start > 0, isBlank(bytes[start]) { start -= 1 }
                if !isBlank(bytes[start]), bytes[start] != UInt8(ascii: "\n") { return true }
            }
            search = offset + 1
        }
        return false
    }

    // MARK: Scalars

    /// A value without quotes; an empty one where nothing stands behind the colon.
    mutating func plain(_ text: UnsafeBufferPointer<UInt8>, _ marks: Range<YAMLMark>) {
        if mayHoldComments { comment(behind: marks) }
        if marks.upperBound.line > marks.lowerBound.line { joinedLines(marks) }
    }

    /// A value in quotes. One over several lines may have got its closing quote from another.
    mutating func quoted(_ marks: Range<YAMLMark>) {
        guard marks.upperBound.line > marks.lowerBound.line else { return }
        for line in marks.lowerBound.line + 1...marks.upperBound.line {
            let words = content(ofLine: line)
            guard let key = Self.key(beginning: words, of: bytes),
                words.count > key + 1 ? Self.isBlank(bytes[words.lowerBound + key + 1]) : true,
                words.lowerBound == lines.offset(ofLine: line + 1)
            else { continue }
            let place = SourcePlace(path: path, line: marks.lowerBound.line + firstLine, column: marks.lowerBound.column + 1)
            let name = String(decoding: bytes[words.prefix(key)], as: UTF8.self)
            diagnostics.append(Self.keyWithinQuotes(name, line: line + firstLine, at: place))
            return
        }
    }

    /// The text of a value in double quotes with what its escapes made invisible replaced; nil where there is none.
    mutating func escapes(in text: UnsafeBufferPointer<UInt8>, _ marks: Range<YAMLMark>) -> String? {
        guard CharacterSieve.next(in: text, from: 0) != nil || text.contains(where: { $0 < 0x20 }) else { return nil }
        let written = source(marks)
        guard let base = written.baseAddress, memchr(base, Int32(backslash), written.count) != nil else { return nil }
        let value = String(decoding: text, as: UTF8.self)
        let isWindowsPath = Self.holdsWindowsPath(written)
        let wrong = value.unicodeScalars.first { Self.isUnwanted($0) || isWindowsPath && ($0 == "\t" || $0 == "\n" || $0 == "\r") }
        guard let wrong else { return nil }
        let column = marks.lowerBound.column + 1
        diagnostics.append(
            Self.escapedCharacter(
                wrong, String(decoding: written.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self), isWindowsPath: isWindowsPath,
                at: SourcePlace(
                    path: path, line: marks.lowerBound.line + firstLine, column: column,
                    length: scalarCount(written, from: 0, to: written.firstIndex(of: UInt8(ascii: "\n")) ?? written.count))))
        var clean = String.UnicodeScalarView()
        for scalar in value.unicodeScalars { clean.append(Self.isUnwanted(scalar) ? "\u{FFFD}" : scalar) }
        return String(clean)
    }

    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch CharacterName.nature(of: scalar) {
        case .control, .lineSeparator, .direction, .invisible: true
        case nil: scalar == "\r"
        case .privateUse, .replacement, .lookAlike: false
        }
    }

    /// `D:\anh`, or two names with a backslash between them.
    private static func holdsWindowsPath(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in written.indices where written[index] == backslash && index > 0 && index + 1 < written.count {
            if written[index - 1] == UInt8(ascii: ":"), index > 1, isLetter(written[index - 2]) { return true }
        }
        return false
    }

    // MARK: Comments

    private mutating func comment(behind marks: Range<YAMLMark>) {
        let end = offset(of: marks.upperBound)
        var sign = end
        while sign < bytes.count, Self.isBlank(bytes[sign]) { sign += 1 }
        guard sign < bytes.count, bytes[sign] == numberSign, sign > end || marks.isEmpty else { return }
        // Behind a colon the mark of an empty value stands right after it.
        guard sign > 0, Self.isBlank(bytes[sign - 1]) else { return }
        let lineEnd = lines.end(ofLineAt: sign)
        let behind = sign + 1 < lineEnd ? bytes[sign + 1] : UInt8(ascii: " ")
        let start = offset(of: marks.lowerBound)
        // “# ” and more than one blank before it: the way in which comments are written.
        let isMeant =
            Self.isBlank(behind)
            && (sign - end != 1 || marks.isEmpty || !bytes[start..<end].contains(UInt8(ascii: " ")))
            || behind == numberSign || behind == UInt8(ascii: "!") || behind == UInt8(ascii: "-") || behind == UInt8(ascii: "=")
        let isNumber = Self.isBlank(behind) && sign - end == 1 && sign + 2 < lineEnd && 0x30...0x39 ~= bytes[sign + 2] && !marks.isEmpty
        guard !isMeant || isNumber else { return }
        let lineStart = lines.offset(ofLine: marks.upperBound.line + 1)
        let valueStart = marks.isEmpty ? sign : max(start, lineStart)
        let prefix = String(decoding: bytes[lineStart..<valueStart], as: UTF8.self)
        let whole = String(decoding: bytes[valueStart..<lineEnd], as: UTF8.self)
        let kept = String(decoding: bytes[valueStart..<max(valueStart, min(end, sign))], as: UTF8.self)
        let place = SourcePlace(
            path: path, line: marks.upperBound.line + firstLine, column: 1 + scalarCount(bytes, from: lineStart, to: sign),
            length: scalarCount(bytes, from: sign, to: lineEnd))
        diagnostics.append(Self.cutValue(kept: kept, mended: prefix.trimmingBlanks + " " + Self.quote(whole), at: place))
    }

    /// The value in quotes.
    static func quote(_ value: String) -> String {
        value.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == backslash })
            ? "'" + value.replacing("'", with: "''") + "'" : "\"\(value)\""
    }

    // MARK: Lines

    /// A value whose next line looks like a key or an item: YAML joins both with a space.
    private mutating func joinedLines(_ marks: Range<YAMLMark>) {
        for line in marks.lowerBound.line + 1...marks.upperBound.line {
            let words = content(ofLine: line)
            guard words.count > 2 else { continue }
            let first = bytes[words.lowerBound]
            let isItem =
                first == UInt8(ascii: "-") && Self.isBlank(bytes[words.lowerBound + 1]) || bytes[words].starts(with: "•".utf8)
            let key = Self.key(beginning: words, of: bytes)
            guard isItem || key != nil else { continue }
            let lineStart = lines.offset(ofLine: line + 1)
            let place = SourcePlace(
                path: path, line: line + firstLine, column: 1 + scalarCount(bytes, from: lineStart, to: words.lowerBound),
                length: scalarCount(bytes, from: words.lowerBound, to: words.upperBound))
            let text = String(decoding: bytes[words], as: UTF8.self)
            diagnostics.append(isItem ? Self.joinedItem(at: place) : Self.joinedKey(text, length: key ?? 0, at: place))
            return
        }
    }

    /// The length of the key that these words begin with: `year:2024`, `year: 2024`.
    private static func key(beginning words: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let name = bytes[words].prefix { isLetter($0) || $0 == UInt8(ascii: "_") }
        guard name.count >= 2, name.endIndex < words.upperBound, bytes[name.endIndex] == UInt8(ascii: ":") else { return nil }
        // An address is none.
        return bytes[name.endIndex..<words.upperBound].starts(with: "://".utf8) ? nil : name.count
    }

    /// The line, from 0, without blanks at its ends.
    private mutating func content(ofLine line: Int) -> Range<Int> {
        var start = lines.offset(ofLine: line + 1)
        var end = lines.end
        while start < end, Self.isBlank(bytes[start]) { start += 1 }
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    // MARK: Places

    private mutating func offset(of mark: YAMLMark) -> Int {
        var offset = lines.offset(ofLine: mark.line + 1)
        for _ in 0..<mark.column where offset < bytes.count {
            repeat { offset += 1 } while offset < bytes.count && bytes[offset] & 0xC0 == 0x80
        }
        return offset
    }

    private mutating func source(_ marks: Range<YAMLMark>) -> UnsafeBufferPointer<UInt8> {
        let start = offset(of: marks.lowerBound)
        return UnsafeBufferPointer(rebasing: bytes[start..<max(start, offset(of: marks.upperBound))])
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

private let numberSign = UInt8(ascii: "#")
private let backslash = UInt8(ascii: "\\")

extension String {
    /// Without blanks at its end.
    fileprivate var trimmingBlanks: String {
        var rest = Substring(self)
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return String(rest)
    }
}

extension YAMLIntent {
    private static func cutValue(kept: String, mended: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "yaml-comment-in-value",
            kept.isEmpty
                ? Message(
                    vi: "từ dấu # này YAML hiểu là lời ghi chú, nên khóa này để trống",
                    en: "from this # on YAML reads a comment, so the key has no value")
                : Message(
                    vi: "từ dấu # này YAML hiểu là lời ghi chú: giá trị chỉ còn “\(kept)”",
                    en: "from this # on YAML reads a comment: only “\(kept)” is left of the value"),
            at: place,
            remedy: Message(
                vi:
                    "nếu là một phần của giá trị, đặt cả giá trị trong ngoặc kép: \(mended); nếu là ghi chú, viết hai dấu cách trước và một dấu cách sau dấu #",
                en:
                    "if it belongs to the value, put all of it in quotes: \(mended); if it is a comment, write two spaces before # and one behind it"
            ))
    }

    private static func keyWithinQuotes(_ key: String, line: Int, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "yaml-quote-over-keys",
            Message(
                vi: "ngoặc kép mở ở đây chưa đóng trước dòng \(line): khóa “\(key)” bị tính vào giá trị này",
                en: "the quote that opens here is not closed before line \(line): the key “\(key)” counts as part of this value"),
            at: place, remedy: Message(vi: "đóng ngoặc kép ở cuối dòng này", en: "close the quote at the end of this line"))
    }

    private static func escapedCharacter(
        _ scalar: Unicode.Scalar, _ written: String, isWindowsPath: Bool, at place: SourcePlace
    ) -> Diagnostic {
        let name =
            scalar == "\t"
            ? Message(vi: "dấu Tab", en: "a tab")
            : scalar == "\n" ? Message(vi: "chỗ xuống dòng", en: "a line end") : CharacterName.words(scalar)
        return Diagnostic(
            .error, "yaml-escape-character",
            Message(
                vi: "trong ngoặc kép, dấu gạch chéo ngược (\\) và chữ sau nó thành \(name.vi)",
                en: "within double quotes, a backslash (\\) and the letter behind it become \(name.en)"),
            at: place,
            remedy: isWindowsPath
                ? Message(
                    vi:
                        "đây giống đường dẫn trên máy: chép tệp vào cạnh bài viết rồi chỉ ghi tên tệp; nếu muốn giữ dấu \\, viết \(written.replacing("\\", with: "\\\\"))",
                    en:
                        "this looks like a path on somebody's disk: copy the file beside the entry and give its name only; to keep the \\, write \(written.replacing("\\", with: "\\\\"))"
                )
                : Message(
                    vi: "xóa dấu \\, hoặc viết hai dấu: \(written.replacing("\\", with: "\\\\"))",
                    en: "delete the backslash, or write two: \(written.replacing("\\", with: "\\\\"))"))
    }

    private static func joinedKey(_ line: String, length: Int, at place: SourcePlace) -> Diagnostic {
        let scalars = Array(line.unicodeScalars)
        let key = String(String.UnicodeScalarView(scalars.prefix(length)))
        let rest = String(String.UnicodeScalarView(scalars.dropFirst(length + 1).drop { $0 == " " }))
        return Diagnostic(
            .warning, "yaml-line-joined",
            Message(
                vi: "dòng này thụt vào nên bị nối vào giá trị ở dòng trên, không thành khóa “\(key)”",
                en: "this line is indented, so it is joined to the value above and is no key “\(key)”"),
            at: place,
            remedy: Message(
                vi: "nếu là khóa, viết thẳng cột với khóa phía trên: \(key): \(rest); nếu không, đặt cả giá trị trong ngoặc kép",
                en: "if it is a key, begin it in the column of the key above: \(key): \(rest); if not, put the whole value in quotes"))
    }

    private static func joinedItem(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "yaml-line-joined",
            Message(
                vi: "dòng này bị nối liền vào dòng trên thành một dòng, dấu đầu dòng hiện giữa câu",
                en: "this line is joined to the one above, with its bullet in the middle of the sentence"),
            at: place,
            remedy: Message(
                vi: "viết thành câu liền; danh sách thì để trong phần bài viết, mỗi mục một dòng “- …”",
                en: "write one sentence; a list belongs into the story, each item on a line “- …”"))
    }
}
