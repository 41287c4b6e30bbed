/// The encodings other than UTF-8 in which Vietnamese files still arrive. They are recognised only
/// so that the refusal can name them; nothing is converted.
package enum LegacyEncoding: String, CaseIterable, Sendable {
    case utf16LittleEndian, utf16BigEndian, windows1258, tcvn3, viscii, vni

    /// The name staff know it by, for messages.
    package var name: String {
        switch self {
        case .utf16LittleEndian: "UTF-16 LE"
        case .utf16BigEndian: "UTF-16 BE"
        case .windows1258: "Windows-1258"
        case .tcvn3: "TCVN3 (ABC)"
        case .viscii: "VISCII"
        case .vni: "VNI Windows"
        }
    }

    /// Names the encoding of text that is not UTF-8, or nil where nothing fits well.
    ///
    /// UTF-16 shows by its byte order mark or by NULs on one side of its pairs. An eight-bit
    /// encoding is recognised by reading the text in each of them and asking how many of the words
    /// with a high byte come out as possible Vietnamese syllables: the right one makes nearly all
    /// of them so, a wrong one few, and one sentence is enough to tell. Words that Windows-1252 reads
    /// alike (“xã” is the same in VISCII) prove nothing; two others must, and as Windows-1252 the text must make less sense.
    ///
    /// - Parameter bytes: the file, which the caller found not to be UTF-8. About 8 KB are read,
    ///   from shortly before the first high byte.
    package static func recognise(_ bytes: UnsafeBufferPointer<UInt8>) -> LegacyEncoding? {
        if let encoding = recogniseUTF16(bytes) { return encoding }
        guard let firstHigh = bytes.firstIndex(where: { $0 >= 0x80 }) else { return nil }
        let sample = Array(bytes[max(0, firstHigh - 32)..<min(bytes.count, firstHigh + 8192)])
        let latin = syllables(in: sample, reading: latin1Table).share
        var best: (encoding: LegacyEncoding, share: Double)?
        // In the order of how often such files turn up; an equal share leaves the earlier one.
        for encoding in [LegacyEncoding.windows1258, .tcvn3, .vni, .viscii] {
            let (share, proofs) = syllables(in: sample, reading: encoding.highHalf)
            if share >= 0.6, share > latin, proofs >= 2, share > (best?.share ?? 0) { best = (encoding, share) }
        }
        return best?.encoding
    }

    /// Names the encoding of text that is not UTF-8; see the form for buffers.
    package static func recognise(_ bytes: [UInt8]) -> LegacyEncoding? {
        bytes.withUnsafeBufferPointer(recognise)
    }

    private static func recogniseUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> LegacyEncoding? {
        guard bytes.count >= 2 else { return nil }
        if bytes[0] == 0xFF, bytes[1] == 0xFE { return .utf16LittleEndian }
        if bytes[0] == 0xFE, bytes[1] == 0xFF { return .utf16BigEndian }
        let pairs = min(bytes.count, 4096) / 2
        var zeros = (even: 0, odd: 0)
        for pair in 0..<pairs {
            if bytes[2 * pair] == 0 { zeros.even += 1 }
            if bytes[2 * pair + 1] == 0 { zeros.odd += 1 }
        }
        // Vietnamese keeps some three letters in four below U+0100.
        if zeros.odd * 5 >= pairs * 2, zeros.even * 20 <= pairs { return .utf16LittleEndian }
        if zeros.even * 5 >= pairs * 2, zeros.odd * 20 <= pairs { return .utf16BigEndian }
        return nil
    }

    /// The share of possible syllables among the words with a high byte, 0 to 1, and how many of them hold a byte that
    /// is another letter in Windows-1252.
    private static func syllables(in sample: [UInt8], reading table: [[Unicode.Scalar]]) -> (share: Double, proofs: Int) {
        func scalars(_ byte: UInt8) -> [Unicode.Scalar] { byte < 0x80 ? [Unicode.Scalar(byte)] : table[Int(byte) - 0x80] }
        func parts(_ byte: UInt8) -> Bool { scalars(byte).allSatisfy { VietnameseLetter($0) == nil && !breaksWord($0) } }
        var (counted, possible, proofs) = (0, 0, 0)
        for word in sample.split(whereSeparator: parts) where word.contains(where: { $0 >= 0x80 }) {
            counted += 1
            var text = String.UnicodeScalarView()
            for byte in word { text.append(contentsOf: scalars(byte)) }
            let letters = Composition.composed(String(text)).unicodeScalars.map(VietnameseLetter.init)
            guard !letters.contains(nil), SyllableShape.isPossible(letters.compactMap { $0 }) else { continue }
            possible += 1
            if word.contains(where: { $0 >= 0x80 && scalars($0) != [Unicode.Scalar($0)] }) { proofs += 1 }
        }
        return (counted == 0 ? 0 : Double(possible) / Double(counted), proofs)
    }

    /// Letters of other languages, stray marks and the signs of Latin-1 that other encodings have
    /// letters in place of: a word with one of them is no syllable.
    private static func breaksWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "«" || scalar == "»" { return false }
        return (0xA1...0x36F).contains(scalar.value) || scalar == "\u{FFFD}" || scalar == "₫" || scalar.properties.isAlphabetic
    }
}
