/// The languages that the program speaks to its users. The site itself is Vietnamese.
package enum Language: String, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
}

/// A sentence in both languages of the program.
///
/// A literal without languages serves both: file names, numbers, codes.
package struct Message: Sendable, Equatable, ExpressibleByStringLiteral {
    /// Vietnamese, as an educated official would write it.
    package var vi: String
    /// English, for those who ask for it with `--lang en`.
    package var en: String

    package init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    /// The same words in both languages.
    package init(_ both: String) {
        self.init(vi: both, en: both)
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    /// The words in one language.
    package subscript(language: Language) -> String {
        switch language {
        case .vietnamese: vi
        case .english: en
        }
    }
}

extension Sequence where Element == Message {
    /// The messages one after the other.
    package func joined(_ separator: Message) -> Message {
        Message(vi: map(\.vi).joined(separator: separator.vi), en: map(\.en).joined(separator: separator.en))
    }

    /// The messages as a numbered list in a sentence: “(1) …; (2) …”.
    package func numbered() -> Message {
        enumerated().map { Message(vi: "(\($0 + 1)) \($1.vi)", en: "(\($0 + 1)) \($1.en)") }.joined("; ")
    }
}

extension Message {
    /// One message after the other.
    package static func + (left: Message, right: Message) -> Message {
        Message(vi: left.vi + right.vi, en: left.en + right.en)
    }

    /// The same words with a capital letter in front and a full stop behind.
    package var asSentence: Message {
        Message(vi: vi.asSentence, en: en.asSentence)
    }
}

extension String {
    /// With its first letter small, for a name that opens with a capital only because it stands in a list.
    package var lowercasedFirst: String {
        // Most names begin with a small letter or an abbreviation: no need to ask Unicode.
        var ascii = utf8.prefix(2).makeIterator()
        guard let one = ascii.next(), let two = ascii.next() else { return lowercased() }
        if one < 0x41 || 0x5B..<0x80 ~= one || one < 0x80 && 0x41...0x5A ~= two { return self }
        guard let first, first.isUppercase, !dropFirst().prefix(1).contains(where: \.isUppercase) else { return self }
        return first.lowercased() + dropFirst()
    }

    /// With its first letter a capital.
    package var uppercasedFirst: String {
        guard let first, first.isLowercase else { return self }
        return first.uppercased() + dropFirst()
    }

    fileprivate var asSentence: String {
        guard let last else { return self }
        return uppercasedFirst + (".?!…:".contains(last) ? "" : ".")
    }
}
