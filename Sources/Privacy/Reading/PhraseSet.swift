/// Words that a detector asks for beside a token, compared as they stand in a text: most words mean something to one
/// kind only, and a token has one sign.
struct PhraseSet: Sendable {
    private let byFirst: [UInt64: [[UInt64]]]
    private let byLast: [UInt64: [[UInt64]]]

    /// - Parameter phrases: small letters, syllables parted by blanks.
    init(_ phrases: [String]) {
        let keys = phrases.map(Lexicon.keys(of:)).sorted { $0.count > $1.count }
        byFirst = Dictionary(grouping: keys) { $0[0] }
        byLast = Dictionary(grouping: keys) { $0[$0.count - 1] }
    }

    /// The last token of the longest phrase that begins at a token; nil where none does.
    func end(beginningAt index: Int, in text: ReadText) -> Int? {
        guard text.isWord(index), let phrases = byFirst[text[index].key] else { return nil }
        let phrase = phrases.first { stands($0, from: index, in: text) }
        return phrase.map { index + $0.count - 1 }
    }

    /// The first token of the longest phrase that ends at a token; nil where none does.
    func start(endingAt index: Int, in text: ReadText) -> Int? {
        guard text.isWord(index), let phrases = byLast[text[index].key] else { return nil }
        let phrase = phrases.first { stands($0, from: index - $0.count + 1, in: text) }
        return phrase.map { index - $0.count + 1 }
    }

    /// The first token of a phrase that begins within a range; nil where none does.
    func first(in range: Range<Int>, of text: ReadText) -> Int? {
        range.first { end(beginningAt: $0, in: text) != nil }
    }

    private func stands(_ phrase: [UInt64], from start: Int, in text: ReadText) -> Bool {
        start >= 0
            && phrase.indices.allSatisfy { text.isWord(start + $0) && text[start + $0].key == phrase[$0] }
    }
}
