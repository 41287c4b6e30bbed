/// The place of a person in a Vietnamese list of names: by given name (the last syllable), then
/// surname (the first), then what stands between them; each is compared in turn with its tones,
/// never as one joined key, so that every Hòa stands before every Hóa whatever the surnames are.
///
/// A name that is not built that way brings a sort name, written **in the order in which it is to
/// be compared**: the first word takes the place of the given name, the second that of the surname,
/// the rest that of the middle. Commas part it where a part has several words. For "Y Nô Niê" (an
/// invented Ê-đê name: Y marks a man, Nô is his own name, Niê his clan's) staff write "Nô Niê Y", or
/// with commas "Nô, Niê, Y".
package struct PersonNameKey: Comparable, Hashable, Sendable {
    private let bytes: KeyBytes

    /// The key of one person.
    ///
    /// - Parameters:
    ///   - name: the name as it is shown.
    ///   - sortName: see above; nil or blank where `name` itself decides.
    package init(_ name: String, sortName: String? = nil) {
        var shown = Composition.composed(name)
        // The comparable form has single spaces only, and none at the ends.
        let given = sortName.map { Fold.comparable($0) } ?? ""
        let decides = given.utf8.contains { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") }
        var compared = decides ? given : Fold.comparable(name)
        bytes = compared.withUTF8 { compared in
            let parts = decides ? Self.parts(ofSortName: compared) : Self.parts(ofName: compared)
            return shown.withUTF8 { KeyBytes(parts: parts, text: $0) }
        }
    }

    package static func < (left: PersonNameKey, right: PersonNameKey) -> Bool { left.bytes < right.bytes }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    private static func parts(ofName name: Bytes) -> (Bytes, Bytes?, Bytes?) {
        let space = UInt8(ascii: " ")
        guard let firstEnd = name.firstIndex(of: space), let lastSpace = name.lastIndex(of: space) else { return (name, nil, nil) }
        let given = Bytes(rebasing: name[(lastSpace + 1)...])
        let surname = Bytes(rebasing: name[..<firstEnd])
        return (given, surname, Bytes(rebasing: name[firstEnd...lastSpace]))
    }

    private static func parts(ofSortName name: Bytes) -> (Bytes, Bytes?, Bytes?) {
        let mark = name.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",") : UInt8(ascii: " ")
        let parts = name.split(separator: mark, maxSplits: 2).map { Bytes(rebasing: $0) }
        return (parts[0], parts.count > 1 ? parts[1] : nil, parts.count > 2 ? parts[2] : nil)
    }
}
