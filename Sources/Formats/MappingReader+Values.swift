import Diagnostics
import Glibc

extension MappingReader {
    /// Text of one line, without blanks at its ends, no-break ones included. What looks like a number or a date is text as written.
    package func string(_ key: String, required: Bool = false) -> Located<String>? {
        value(key, required: required).flatMap { oneLine($0, of: key) }
    }

    /// Text that may have several lines, without blank lines at its end.
    package func text(_ key: String, required: Bool = false) -> Located<String>? {
        guard let value = value(key, required: required), let text = scalar(value, of: key) else { return nil }
        return text.map { text in
            var text = text[...]
            while let last = text.utf8.last, last == 0x0A || last == 0x20 { text.unicodeScalars.removeLast() }
            return String(text)
        }
    }

    /// A whole number, digits only.
    package func integer(_ key: String, in range: ClosedRange<Int>? = nil, required: Bool = false) -> Located<Int>? {
        string(key, required: required).flatMap { reading(key).integer($0, in: range) }
    }

    /// `true` or `yes`, `false` or `no`, in any case.
    package func boolean(_ key: String, required: Bool = false) -> Located<Bool>? {
        string(key, required: required).flatMap { reading(key).boolean($0) }
    }

    /// A day, `2021-07-09` or `09/7/2021`.
    package func date(_ key: String, required: Bool = false) -> Located<CalendarDay>? {
        string(key, required: required).flatMap { reading(key).date($0) }
    }

    /// Letters without diacritics, digits, `-`, `_` and `.`; at most 100.
    package func identifier(_ key: String, required: Bool = false) -> Located<String>? {
        string(key, required: required).flatMap { reading(key).identifier($0) }
    }

    /// One of the given values by its name; any other name is reported, with the nearest known one.
    package func choice<Value>(_ key: String, of choices: [(name: String, value: Value)], required: Bool = false) -> Located<Value>? {
        string(key, required: required).flatMap { reading(key).choice($0, of: choices) }
    }

    /// The texts of the list under a key. Empty items are reported.
    package func strings(_ key: String, required: Bool = false) -> [Located<String>] {
        items(key, required: required).compactMap { oneLine($0, of: key) }
    }

    /// The whole numbers of the list under a key.
    package func numbers(_ key: String, in range: ClosedRange<Int>? = nil, required: Bool = false) -> [Located<Int>] {
        strings(key, required: required).compactMap { reading(key).integer($0, in: range) }
    }

    /// The identifiers of the list under a key.
    package func identifiers(_ key: String, required: Bool = false) -> [Located<String>] {
        strings(key, required: required).compactMap { reading(key).identifier($0) }
    }

    /// The chosen values of the list under a key.
    package func choices<Value>(_ key: String, of choices: [(name: String, value: Value)], required: Bool = false) -> [Located<Value>] {
        strings(key, required: required).compactMap { reading(key).choice($0, of: choices) }
    }

    private func scalar(_ node: YAMLNode, of key: String) -> Located<String>? {
        guard case .scalar(let text, _) = node.content else {
            collector.append(
                YAMLKind.mismatch(Message(vi: "khóa “\(key)”", en: "the key “\(key)”"), expected: .scalar, found: node, path: path))
            return nil
        }
        return .text(text, at: node.position, length: Int(node.length))
    }

    private func oneLine(_ node: YAMLNode, of key: String) -> Located<String>? {
        guard let text = scalar(node, of: key) else { return nil }
        // Nearly all text has no blank at its ends and no line end: then it stays as it is.
        var copy = text.value
        let isClean = copy.withUTF8 { utf8 in
            guard let base = utf8.baseAddress, let first = utf8.first, let last = utf8.last else { return false }
            return first > 0x20 && last > 0x20 && first != 0xC2 && last != 0xA0 && memchr(base, 0x0A, utf8.count) == nil
        }
        if isClean { return text }
        let trimmed = text.map(Self.trimmed)
        guard trimmed.value.utf8.contains(0x0A) else { return trimmed }
        return reading(key).reject(
            trimmed, "text-of-several-lines",
            Message(vi: "văn bản ở khóa “\(key)” có nhiều dòng", en: "the text of the key “\(key)” has several lines"),
            Message(vi: "ghi thành một dòng", en: "write it on one line"))
    }

    private static func trimmed(_ text: String) -> String {
        var rest = Substring(text).unicodeScalars
        while let first = rest.first, first.value <= 0x20 || first == "\u{A0}" { rest.removeFirst() }
        while let last = rest.last, last.value <= 0x20 || last == "\u{A0}" { rest.removeLast() }
        return String(rest)
    }
}

/// What a value can be, in the words of messages.
enum YAMLKind {
    case scalar, mapping, sequence, null

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar: self = .scalar
        case .mapping: self = .mapping
        case .sequence: self = .sequence
        case .null: self = .null
        }
    }

    var words: Message {
        switch self {
        case .scalar: Message(vi: "văn bản", en: "text")
        case .mapping: Message(vi: "một nhóm khóa", en: "a group of keys")
        case .sequence: Message(vi: "một danh sách", en: "a list")
        case .null: Message(vi: "chỗ trống", en: "nothing")
        }
    }

    /// How to write a value of this kind.
    private var form: Message {
        switch self {
        case .scalar, .null: Message(vi: "ghi “khóa: văn bản” trên một dòng", en: "write “key: text” on one line")
        case .mapping:
            Message(
                vi: "ghi mỗi khóa trên một dòng thụt vào hai dấu cách, hoặc {khóa: giá trị, khóa: giá trị}",
                en: "write each key on a line of its own, indented by two spaces, or {key: value, key: value}")
        case .sequence:
            Message(
                vi: "ghi mỗi mục trên một dòng “- …”, hoặc [mục, mục]", en: "write each item on a line “- …”, or [item, item]")
        }
    }

    /// `file:anh.jpg` with its space; nil for other text.
    private static func withSpace(_ text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
            text.utf8[..<colon].allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "_") }),
            text.utf8.index(after: colon) < text.endIndex
        else { return nil }
        return "\(text[..<colon]): \(text[text.index(after: colon)...])"
    }

    static func mismatch(_ what: Message, expected: YAMLKind, found node: YAMLNode, path: String) -> Diagnostic {
        let found = YAMLKind(node).words
        if expected == .mapping, case .scalar(let text, plain: true) = node.content, let mended = withSpace(text) {
            return Diagnostic(
                .error, "yaml-colon-without-space",
                Message(vi: "thiếu dấu cách sau dấu hai chấm", en: "there is no space after the colon"), at: node.place(in: path),
                remedy: Message(vi: "viết “\(mended)”", en: "write “\(mended)”"))
        }
        return Diagnostic(
            .error, "wrong-kind",
            Message(
                vi: "ở \(what.vi) cần \(expected.words.vi), nhưng đây là \(found.vi)",
                en: "in \(what.en), \(expected.words.en) is expected, but this is \(found.en)"),
            at: node.place(in: path), remedy: expected.form)
    }
}
