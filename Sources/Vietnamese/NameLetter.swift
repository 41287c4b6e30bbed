/// The letter of the alphabet under which a name is looked up in a list from A to Z.
///
/// Ă, Â, Đ, Ê, Ô, Ơ and Ư are letters of their own, as in every Vietnamese dictionary and as `CollationKey` orders: who looks for Ân
/// goes to Â. Tones do not count: Ánh stands under A. Letters of foreign names (F, J, W, Z) have their place; names that begin with
/// anything else stand together at the end.
package struct NameLetter: Hashable, Comparable, Sendable {
    /// `A`, `Ă`, `Đ`; `#` for what begins with no letter.
    package let title: String
    /// The letter as part of an address, as Telex types it: `a`, `aw`, `aa`, `dd`; `khac` for the rest.
    package let slug: String
    private let rank: Int

    private static let alphabet = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)
    private static let typed: [Unicode.Scalar: String] = ["ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"]

    /// The letter of a name, by the first of its characters that is a letter or a digit.
    package init(of name: some StringProtocol) {
        let first = Composition.composed(String(name)).unicodeScalars.first {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        let letter = first.flatMap(Self.letter)
        rank = letter.flatMap { Self.alphabet.firstIndex(of: $0) } ?? Self.alphabet.count
        title = letter.map { String($0).uppercased() } ?? "#"
        slug = letter.map { Self.typed[$0] ?? String($0) } ?? "khac"
    }

    private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if let letter = VietnameseLetter(scalar) { return VietnameseLetter(letter.base).scalar }
        let folded = Fold.folded(String(scalar)).unicodeScalars.first
        return folded.flatMap { alphabet.contains($0) ? $0 : nil }
    }

    package static func < (left: NameLetter, right: NameLetter) -> Bool { left.rank < right.rank }
}
