import Vietnamese

/// A name without anything that may be written in two ways: tones, marks, capitals, blanks and signs. Names
/// that are the same to `Fold.comparable` are the same here, so that only those which agree here need be
/// compared with care: of tens of thousands few do.
struct LooseName {
    private var letters: [UInt8] = []

    /// Adds the name's letters and digits to a hasher.
    mutating func hash(_ name: String, into hasher: inout Hasher) {
        letters.removeAll(keepingCapacity: true)
        var name = name
        name.withUTF8 { Fold.append($0, to: &letters) }
        letters.removeAll { !(0x61...0x7A ~= $0 || 0x30...0x39 ~= $0) }
        letters.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
