import Glibc

/// The place of a text in Vietnamese dictionary order, worked out once and compared as bytes.
///
/// Order: white space and hyphens, then numbers by their value (thôn 2, thôn 6, thôn 12), then the
/// letters a ă â b c d đ e ê … with f, j, w, z where English has them, then other scripts. Other
/// punctuation does not count. Between texts of the same letters the tones decide: none, huyền,
/// hỏi, ngã, sắc, nặng, foreign marks (ñ, č) last; then case, small before capital; then the bytes,
/// so that two keys are equal only where the composed texts are.
///
/// Weights apply to the **whole text**: tones are looked at only where all letters agree, so that
/// Nguyễn An comes before Nguyên Bình. That is what CLDR's rules for Vietnamese do, and with them
/// the spreadsheets, file managers and browsers that staff will hold a list against; going
/// syllable by syllable, as printed dictionaries do for their headwords, would tear one name with
/// two spellings apart. For people, where given names should stand together, see `PersonNameKey`.
///
/// A tone belongs to its syllable, not to one letter of it: Hoà and Hòa share a place, and both
/// come before Hoá and Hóa.
package struct CollationKey: Comparable, Hashable, Sendable {
    private let bytes: KeyBytes

    /// The key of a text in any normalization form.
    package init(_ text: String) {
        var text = Composition.composed(text)
        bytes = text.withUTF8 { text in KeyBytes(parts: (text, nil, nil), text: text) }
    }

    package static func < (left: CollationKey, right: CollationKey) -> Bool { left.bytes < right.bytes }
}

/// The bytes of a key, their first sixteen also as two numbers: most comparisons end there.
struct KeyBytes: Comparable, Hashable, Sendable {
    private let head: UInt64
    private let neck: UInt64
    private let all: [UInt8]

    /// Letters and tones of every part in turn (what comes earlier decides alone), then case, then `text`.
    init(
        parts: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>?, UnsafeBufferPointer<UInt8>?), text: UnsafeBufferPointer<UInt8>
    ) {
        let count = parts.0.count + (parts.1?.count ?? 0) + (parts.2?.count ?? 0)
        let capacity = CollationWriter.capacity(forParts: count, text: text.count)
        (head, neck, all) = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
            LatinTable.letters.withUnsafeBufferPointer { letters in
                var writer = CollationWriter(room: room, partsCount: count, letters: letters)
                writer.append(parts.0)
                if let part = parts.1 { writer.append(part) }
                if let part = parts.2 { writer.append(part) }
                let key = writer.finish(with: text)
                return (Self.number(key, from: 0), Self.number(key, from: 8), Array(key))
            }
        }
    }

    static func < (left: KeyBytes, right: KeyBytes) -> Bool {
        if left.head != right.head { return left.head < right.head }
        if left.neck != right.neck { return left.neck < right.neck }
        let shared = min(left.all.count, right.all.count)
        let order = memcmp(left.all, right.all, shared)
        return order == 0 ? left.all.count < right.all.count : order < 0
    }

    /// Eight bytes as a number that compares as they do; zeros stand for what is missing.
    private static func number(_ key: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
        (start..<(start + 8)).reduce(0) { $0 << 8 | ($1 < key.count ? UInt64(key[$1]) : 0) }
    }
}
