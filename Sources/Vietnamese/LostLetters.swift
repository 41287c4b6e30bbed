/// Question marks in the place of letters that another encoding could not hold: “Huy?n” for “Huyện”.
package enum LostLetters {
    /// A damaged word and what it may have been.
    package struct Damage: Sendable, Equatable {
        package var word: String
        /// Whole words that are possible syllables, the likelier ones first; at most three, none where several
        /// letters are lost.
        package var candidates: [String]
    }

    /// Nil where the word's question marks are ordinary ones: at its end, between two words whose space was
    /// forgotten, in an address.
    ///
    /// - Parameter word: what stands between two blanks.
    package static func damage(in word: Substring) -> Damage? {
        guard !word.utf8.contains(where: { [0x2F, 0x3D, 0x26, 0x40, 0x3A].contains($0) }) else { return nil }
        let scalars = Array(word.unicodeScalars)
        guard let mark = scalars.indices.first(where: { scalars[$0] == "?" && $0 > 0 && isLetter(scalars[$0 - 1]) }) else { return nil }
        let marks = scalars[mark...].prefix { $0 == "?" }.count
        let behind = mark + marks
        guard behind < scalars.count, isLetter(scalars[behind]) else { return nil }
        let start = (scalars[..<mark].lastIndex { !isLetter($0) }).map { $0 + 1 } ?? 0
        let end = scalars[behind...].firstIndex { !isLetter($0) && $0 != "?" } ?? scalars.count
        let isUppercase = scalars[start..<end].allSatisfy { $0 == "?" || $0.properties.isUppercase }
        // “thế nào?Có” lacks a space.
        guard isUppercase || scalars[behind].properties.isLowercase else { return nil }
        let damaged = String(String.UnicodeScalarView(scalars[start..<end]))
        if marks > 1 || scalars[behind..<end].contains("?") {
            // Two letters of one syllable, or two syllables: nothing to choose from.
            return end - start <= 9 ? Damage(word: damaged, candidates: []) : nil
        }
        let candidates = fillings.lazy.compactMap { filling -> String? in
            var letters = Array(scalars[start..<end])
            letters[mark - start] = isUppercase ? filling.carryingCase(true) : filling.scalar
            let word = letters.compactMap { VietnameseLetter($0) }
            guard word.count == letters.count, SyllableShape.isPossible(word.map { $0.carryingLowercase() }) else { return nil }
            return String(String.UnicodeScalarView(letters))
        }
        let found = Array(candidates.prefix(3))
        return found.isEmpty ? nil : Damage(word: damaged, candidates: found)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

    /// The letters that Windows-1252 lacks, the frequent ones first.
    private static let fillings: [VietnameseLetter] =
        "ệộạđếảượấốơưềịậựọểủộớụờổầắợồăễửứừỉởằẫặẩỗỏữĩũẻẽỡẹẳẵỹỷỳỵ".unicodeScalars.compactMap { VietnameseLetter($0) }
}

extension VietnameseLetter {
    fileprivate func carryingLowercase() -> VietnameseLetter { VietnameseLetter(base, tone: tone) }
    fileprivate func carryingCase(_ isUppercase: Bool) -> Unicode.Scalar {
        VietnameseLetter(base, tone: tone, isUppercase: isUppercase).scalar
    }
}
