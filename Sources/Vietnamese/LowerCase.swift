extension Fold {
    /// The text in lower case, as `String.lowercased()` gives it. Latin text, which is all that registers and entries hold
    /// but for a name now and then, is looked up in a table: the standard library asks Unicode's data for every letter.
    static func lowercased(_ text: String) -> String {
        var text = text
        var isLatin = true
        let result = text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { output in
                isLatin = lowercase(bytes, into: output)
                return isLatin ? bytes.count : 0
            }
        }
        return isLatin ? result : text.lowercased()
    }

    /// Writes the lower case of Latin text, byte beside byte; returns false at the first letter whose lower case is longer,
    /// shorter or not known here.
    private static func lowercase(_ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        LowerCaseTable.letters.withUnsafeBufferPointer { letters in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    output[index] = 0x41...0x5A ~= byte ? byte | 0x20 : byte
                    index += 1
                    continue
                }
                let scalar = UTF8Scalar(bytes, at: index)
                if let place = LatinTable.index(of: scalar.value) {
                    let lower = UInt32(letters[place])
                    guard lower != 0 else { return false }
                    if scalar.length == 2 {
                        output[index] = UInt8(truncatingIfNeeded: 0xC0 | lower >> 6)
                    } else {
                        output[index] = UInt8(truncatingIfNeeded: 0xE0 | lower >> 12)
                        output[index + 1] = UInt8(truncatingIfNeeded: 0x80 | lower >> 6 & 0x3F)
                    }
                    output[index + scalar.length - 1] = UInt8(truncatingIfNeeded: 0x80 | lower & 0x3F)
                } else if (0x2002..<0x2070).contains(scalar.value) || (0x300..<0x345).contains(scalar.value) {
                    // Dashes, quotes, and the marks of text in NFD.
                    for offset in 0..<scalar.length { output[index + offset] = bytes[index + offset] }
                } else {
                    return false
                }
                index += scalar.length
            }
            return true
        }
    }
}

/// The lower case of the letters of `LatinTable`, by their places there; 0 where it is not one scalar of as many bytes.
private enum LowerCaseTable {
    static let letters: [UInt16] = (0..<0x350).map { place in
        let scalar = Unicode.Scalar(UInt32(place < 0x250 ? place : place - 0x250 + 0x1E00))!
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        guard lower.count == 1, let only = lower.first, UTF8.width(only) == UTF8.width(scalar) else { return 0 }
        return UInt16(only.value)
    }
}
