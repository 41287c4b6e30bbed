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

    package subscript(language: Language) -> String {
        switch language {
        case .vietnamese: vi
        case .english: en
        }
    }
}
