/// Small letters of single scalars, for comparing words of a text without making a `String` of it.
enum SmallLetter {
    /// The scalar in small letters; letters outside ASCII and Vietnamese stay as they are.
    @inline(__always)
    static func of(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
        guard let index = LatinTable.index(of: scalar), LatinTable.letters[index].isUppercase else { return scalar }
        // Capitals of Latin-1 stand 32 before their small letters, all others of Vietnamese one before.
        return scalar < 0x100 ? scalar + 0x20 : scalar + 1
    }
}

/// Words at places of a text.
enum TextWords {
    /// Where the words end that begin at an index; nil where others stand there, or the last one goes on.
    /// One blank of `words` is any run of blanks of the text.
    static func end(of words: [UInt32], at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = index
        for scalar in words {
            if scalar == 0x20 {
                let next = afterBlanks(index, in: text)
                guard next > index else { return nil }
                index = next
                continue
            }
            guard index < text.count else { return nil }
            let found = UTF8Scalar(text, at: index)
            guard SmallLetter.of(found.value) == scalar else { return nil }
            index += found.length
        }
        // “%” ends a word whatever follows; “m” goes on in “m2” and “mét”.
        guard let last = words.last, index < text.count, isWordPart(last) else { return index }
        return isWordPart(UTF8Scalar(text, at: index).value) ? nil : index
    }

    /// Whether these words follow after blanks.
    static func follows(_ words: [UInt32], at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let next = afterBlanks(index, in: text)
        return next > index && end(of: words, at: next, in: text) != nil
    }

    /// The first index that is not a blank. At most one of the blanks is a line end: two part paragraphs.
    static func afterBlanks(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var index = index
        var lineEnds = 0
        while index < text.count {
            switch text[index] {
            case 0x20, 0x09: index += 1
            case 0x0A where lineEnds == 0:
                lineEnds += 1
                index += 1
            // The no-break space.
            case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: index += 2
            default: return index
            }
        }
        return index
    }

    /// The word that ends before an index, blanks between them left out: its scalars in small letters and
    /// where it begins. Empty where something else stands there.
    static func word(before index: Int, in text: UnsafeBufferPointer<UInt8>) -> (scalars: [UInt32], start: Int) {
        var end = index
        while end > 0, text[end - 1] == 0x20 || (end > 1 && text[end - 1] == 0xA0 && text[end - 2] == 0xC2) {
            end -= text[end - 1] == 0x20 ? 1 : 2
        }
        guard end < index else { return ([], index) }
        var (scalars, start): ([UInt32], Int) = ([], end)
        // Longer words are none of those that matter here.
        while start > 0, scalars.count < 12 {
            let lead = lead(before: start, in: text)
            let scalar = UTF8Scalar(text, at: lead)
            guard isWordPart(scalar.value) else { break }
            scalars.append(SmallLetter.of(scalar.value))
            start = lead
        }
        return (scalars.reversed(), start)
    }

    /// Where the scalar begins that ends before an index.
    static func lead(before index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var lead = index - 1
        while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
        return lead
    }

    /// Whether a scalar is a letter or a digit, `²` and `³` among them.
    static func isWordPart(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 || scalar &- 0x30 < 10 }
        if scalar == 0xB2 || scalar == 0xB3 { return true }
        return Unicode.Scalar(scalar).map { $0.properties.isAlphabetic } ?? false
    }
}
