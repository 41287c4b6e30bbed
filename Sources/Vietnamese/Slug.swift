/// The part of an address that names a page: a–z, 0–9 and single hyphens between them.
package enum Slug {
    /// "Hội Nông dân xã Đắk Ơ" becomes "hoi-nong-dan-xa-dak-o". What is neither a letter nor a digit
    /// becomes a hyphen. The result is empty only where `text` has no letter and no digit: text in
    /// other scripts alone is spelt by code points ("Ω" becomes "u3a9").
    package static func make(_ text: String) -> String {
        var text = text
        let slug = text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { write(bytes, into: $0) }
        }
        return slug.isEmpty ? codePoints(of: text) : slug
    }

    /// Whether `text` is a slug as `make` gives it.
    package static func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(isValid)
    }

    /// Whether UTF-8 `bytes` are a slug as `make` gives it.
    package static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var wasHyphen = true
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): wasHyphen = false
            case UInt8(ascii: "-") where !wasHyphen: wasHyphen = true
            default: return false
            }
        }
        return !wasHyphen
    }

    /// The slug is never longer than the text: a hyphen stands for at least one byte.
    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
        LatinTable.letters.withUnsafeBufferPointer { letters in
            var written = 0
            var owesHyphen = false
            func put(_ byte: UInt8) {
                if owesHyphen, written > 0 {
                    output[written] = UInt8(ascii: "-")
                    written += 1
                }
                owesHyphen = false
                output[written] = byte
                written += 1
            }
            var index = 0
            while index < bytes.count {
                let scalar = UTF8Scalar(bytes, at: index)
                index += scalar.length
                let folded = LatinTable.index(of: scalar.value).map { letters[$0].folded } ?? 0
                switch folded {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): put(folded)
                case 1..<8 where scalar.value >= 0x80:
                    put(LatinTable.pairs[Int(folded)].0)
                    put(LatinTable.pairs[Int(folded)].1)
                default:
                    switch scalar.value {
                    case 0xB2, 0xB3: put(UInt8(ascii: "2") + UInt8(scalar.value - 0xB2))  // m², m³
                    case 0xB9: put(UInt8(ascii: "1"))
                    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: break  // Invisible within a word.
                    default: owesHyphen = owesHyphen || !scalar.isCombiningMark
                    }
                }
            }
            return written
        }
    }

    private static func codePoints(of text: String) -> String {
        Composition.composed(text).unicodeScalars
            .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            .map { "u" + String($0.value, radix: 16) }
            .joined(separator: "-")
    }
}
