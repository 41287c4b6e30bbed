import Diagnostics
import Formats
import Privacy

/// The words that belong to a video: captions or a transcript. They are published, so they are looked through like a
/// story.
package struct AttachedText: Sendable, Equatable {
    /// The text in NFC, its lines ending in `\n`.
    package let text: String
    /// What it tells of people, in its order.
    package let personalData: [Located<PersonalDataFinding>]
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
