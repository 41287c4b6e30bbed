import Vietnamese

/// The words that kinds of personal data are told by, found in a text by their first syllable.
///
/// A text that writes its marks is compared with them: `đạo` is no `dao`. One without any, such as a file's
/// name, is compared without.
final class Lexicon: Sendable {
    static let marked = Lexicon(isMarked: true)
    static let unmarked = Lexicon(isMarked: false)

    private struct Phrase {
        var sign: Sign
        var needsCapital: Bool
        /// The keys of the syllables behind the first, in `syllables`.
        var rest: Range<Int32>
    }

    /// A run of `phrases` that begin with the same syllable.
    private struct Slot {
        var key: UInt64 = 0
        var phrases: Range<Int32> = 0..<0
    }

    /// A table with open addressing; a key of zero is an empty place.
    private let slots: [Slot]
    private let phrases: [Phrase]
    private let syllables: [UInt64]

    private static let slotBits = 13
    private static let declared =
        Sign.shared + BirthDate.words + IdentityNumber.words + PhoneNumber.words + EmailAddress.words
        + BankAccount.words
        + HomeAddress.words + Health.words
        + Ethnicity.words + Religion.words + Minor.words + PropertyNumber.words + Dwelling.words + Offence.words
        + Finance.words

    private init(isMarked: Bool) {
        var byFirst: [UInt64: [(rest: [UInt64], sign: Sign, needsCapital: Bool)]] = [:]
        for (sign, words) in Self.declared {
            for word in words {
                let keys = Self.keys(of: isMarked ? word : Fold.folded(word))
                byFirst[keys[0], default: []].append(
                    (Array(keys.dropFirst()), sign, word.first?.isUppercase ?? false))
            }
        }
        var slots = [Slot](repeating: Slot(), count: 1 << Self.slotBits)
        precondition(byFirst.count * 3 < slots.count, "the table of words is too full")
        var phrases: [Phrase] = []
        var syllables: [UInt64] = []
        for (key, group) in byFirst.sorted(by: { $0.key < $1.key }) {
            let first = Int32(phrases.count)
            // The longest first; of equally long ones the one declared first.
            let ordered = group.enumerated().sorted {
                ($1.element.rest.count, $0.offset) < ($0.element.rest.count, $1.offset)
            }
            for (_, phrase) in ordered {
                let start = Int32(syllables.count)
                syllables += phrase.rest
                phrases.append(
                    Phrase(sign: phrase.sign, needsCapital: phrase.needsCapital, rest: start..<Int32(syllables.count))
                )
            }
            var index = Int(Self.hash(key))
            while slots[index].key != 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = Slot(key: key, phrases: first..<Int32(phrases.count))
        }
        (self.slots, self.phrases, self.syllables) = (slots, phrases, syllables)
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> UInt64 { (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - slotBits) }

    /// Marks the first word of each phrase in the text with its sign.
    func annotate(_ tokens: inout [Token]) {
        tokens.withUnsafeMutableBufferPointer { tokens in
            var index = 0
            while index < tokens.count {
                guard tokens[index].kind == .word, let phrase = find(at: index, tokens) else {
                    index += 1
                    continue
                }
                tokens[index].sign = phrase.sign
                tokens[index].span = UInt8(phrase.end - index)
                index = phrase.end
            }
        }
    }

    private func find(at index: Int, _ tokens: UnsafeMutableBufferPointer<Token>) -> (sign: Sign, end: Int)? {
        let key = tokens[index].key
        return slots.withUnsafeBufferPointer { slots in
            var place = Int(Self.hash(key))
            while slots[place].key != key {
                if slots[place].key == 0 { return nil }
                place = (place + 1) & (slots.count - 1)
            }
            return phrases.withUnsafeBufferPointer { phrases in
                for number in slots[place].phrases {
                    let phrase = phrases[Int(number)]
                    if phrase.needsCapital, !tokens[index].isCapital { continue }
                    if let end = match(phrase.rest, behind: index, tokens) { return (phrase.sign, end) }
                }
                return nil
            }
        }
    }

    /// The index behind the phrase; nil where its syllables don't follow. A hyphen may join them (`Ê-đê`).
    private func match(_ rest: Range<Int32>, behind index: Int, _ tokens: UnsafeMutableBufferPointer<Token>) -> Int? {
        syllables.withUnsafeBufferPointer { syllables in
            var next = index + 1
            for place in rest {
                if next < tokens.count, tokens[next].kind == .mark, tokens[next].key == Mark.hyphen { next += 1 }
                guard next < tokens.count, tokens[next].kind == .word, tokens[next].key == syllables[Int(place)]
                else { return nil }
                next += 1
            }
            return next
        }
    }

    // MARK: Words of the program

    static func keys(of words: String) -> [UInt64] {
        var tokens: [Token] = []
        var words = words
        _ = words.withUTF8 { Tokenizer.read($0, into: &tokens) }
        let keys = tokens.filter { $0.kind == .word }.map(\.key)
        precondition(!keys.isEmpty, "“\(words)” holds no word")
        return keys
    }

    /// The words as they are declared, of the signs that are asked for.
    static func words(of signs: Set<Sign>) -> [(sign: Sign, word: String)] {
        declared.filter { signs.contains($0.sign) }.flatMap { declared in declared.words.map { (declared.sign, $0) } }
    }
}
