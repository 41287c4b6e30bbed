@_spi(_Unicode) import Swift

/// The one fold of the program, for slugs, search and the hunt for duplicates.
package enum Fold {
    /// Lower case without tones and marks: "Đặng Thị Hoè" becomes "dang thi hoe". Latin letters
    /// lose their marks by canonical decomposition (é, ñ, ç), đ and its like their stroke, and æ, œ,
    /// ß, þ become two letters. Everything else (digits, punctuation, spaces) stays. Text in NFD
    /// gives the same result as in NFC; the result is NFC.
    package static func folded(_ text: String) -> String {
        var text = text
        var isPlain = true
        let result = text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { output in
                guard let count = fold(bytes, into: output) else {
                    isPlain = false
                    return 0
                }
                return count
            }
        }
        return isPlain ? result : foldedByScalars(text)
    }

    /// Appends the fold of UTF-8 `bytes`; see `folded(_:)`. For building an index without Strings.
    package static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        let isPlain = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { room in
            guard let count = fold(bytes, into: room) else { return false }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(room)[..<count]))
            return true
        }
        if !isPlain { output.append(contentsOf: foldedByScalars(String(decoding: bytes, as: UTF8.self)).utf8) }
    }

    /// Folds Latin text; nil where a scalar needs the slow path. The fold of Latin text is never
    /// longer than the text.
    private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        LatinTable.letters.withUnsafeBufferPointer { letters in
            var written = 0
            var index = 0
            while index < bytes.count {
                let scalar = UTF8Scalar(bytes, at: index)
                if let place = LatinTable.index(of: scalar.value) {
                    let folded = letters[place].folded
                    if folded >= 8 || scalar.value < 0x80 {
                        output[written] = folded
                        written += 1
                    } else if folded > 0 {
                        (output[written], output[written + 1]) = LatinTable.pairs[Int(folded)]
                        written += 2
                    } else if scalar.value < 0xC0 || scalar.value == 0xD7 || scalar.value == 0xF7 {
                        (output[written], output[written + 1]) = (bytes[index], bytes[index + 1])
                        written += 2
                    } else {
                        return nil
                    }
                } else if (0x2002..<0x2070).contains(scalar.value) || (0x20A0..<0x20D0).contains(scalar.value) {
                    for offset in 0..<3 { output[written + offset] = bytes[index + offset] }
                    written += 3
                } else if !scalar.isCombiningMark {
                    return nil
                }
                index += scalar.length
            }
            return written
        }
    }

    private static func foldedByScalars(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.lowercased()._nfd where !(0x300..<0x370).contains(scalar.value) {
            let folded = LatinTable.index(of: scalar.value).map { LatinTable.letters[$0].folded } ?? 0
            switch folded {
            case 0: kept.append(scalar)
            case 1..<8:
                kept.append(Unicode.Scalar(LatinTable.pairs[Int(folded)].0))
                kept.append(Unicode.Scalar(LatinTable.pairs[Int(folded)].1))
            default: kept.append(Unicode.Scalar(folded))
            }
        }
        return Composition.composed(String(kept))
    }
}
