import Diagnostics
import Formats
import Privacy

/// Words that are published beside a story: captions, a transcript, a document that it links to. They are looked
/// through like the story.
package struct AttachedText: Sendable, Equatable {
    /// Why a document's words were not looked at.
    package enum Unread: Sendable, Equatable {
        /// The program that reads them is not on this machine.
        case noReader
        /// It gave up, or took too long.
        case unreadable
        /// There are pictures of pages and no words.
        case noWords
    }

    /// The text in NFC, its lines ending in `\n`. Empty for a document, whose words are looked through and not kept.
    package let text: String
    /// What it tells of people, in its order; of a document, the line is the page.
    package let personalData: [Located<PersonalDataFinding>]
    /// Whether it is a document of pages.
    package let isPaged: Bool
    /// Nil where all of it was looked through.
    package let unread: Unread?
    /// Letters that were lost on their way, characters that can't be seen.
    package let diagnostics: [Diagnostic]

    /// - Parameter path: from the board's root.
    /// - Returns: nil where the bytes are no UTF-8, or too many; what is wrong is the concern of whoever looks at
    ///   the file's kind.
    package init?(path: String, _ bytes: [UInt8]) {
        let decoded = SourceText.decode(path: path, bytes: bytes, maximumBytes: Self.maximumBytes)
        guard let source = decoded.value else { return nil }
        diagnostics = decoded.diagnostics
        text = String(decoding: source.bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        personalData = PersonalDataReading.found(
            inPlain: source,
            as: [".vtt", ".srt"].contains { path.lowercased().hasSuffix($0) } ? .captions : .transcript)
        isPaged = false
        unread = nil
    }

    /// The words of a document, page by page.
    ///
    /// - Parameter path: from the board's root.
    package init(path: String, pages: [String]) {
        text = ""
        personalData = pages.enumerated().flatMap { number, page in
            PersonalDataReading.found(inPlain: SourceText(path: path, text: page), as: .transcript).map { found in
                Located(found.value, at: SourcePosition(line: number + 1, column: 1))
            }
        }
        (isPaged, diagnostics) = (true, [])
        unread = pages.contains { $0.contains { !$0.isWhitespace } } ? nil : .noWords
    }

    /// A document whose words were not looked at.
    package init(unread reason: Unread) {
        (text, personalData, isPaged, unread, diagnostics) = ("", [], true, reason, [])
    }

    /// Three hours of speech have a fifth of it.
    private static let maximumBytes = 500_000

    /// Its paragraphs: what empty lines part.
    package var paragraphs: [String] {
        var paragraphs: [[Substring]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.contains(where: { !$0.isWhitespace }) {
                paragraphs[paragraphs.count - 1].append(line)
            } else if paragraphs.last?.isEmpty == false {
                paragraphs.append([])
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    }
}
