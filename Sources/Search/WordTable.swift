import Vietnamese

/// The words of all documents, numbered as they come. Words spelt alike to the last byte, which are nearly all, are brought into their
/// form once.
struct WordTable {
    private(set) var forms: [WordForm] = []
    private var numbers: [WordForm: Int32] = [:]
    private var numberOfShort: [ShortWord: Int32] = [:]
    private var numberOfLong: [String: Int32] = [:]

    private static let none: Int32 = -1

    /// The numbers of a text's words, in their order.
    mutating func numbers(of text: String) -> [Int32] {
        var result: [Int32] = []
        append(text, to: &result)
        return result
    }

    /// Appends the numbers of a text's words.
    mutating func append(_ text: String, to result: inout [Int32]) {
        var text = text
        text.withUTF8 { bytes in
            WordForm.forEachWord(in: bytes) { word in
                let number = number(of: word)
                if number != Self.none { result.append(number) }
            }
        }
    }

    private mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard let short = ShortWord(word) else {
            let text = String(decoding: word, as: UTF8.self)
            if let number = numberOfLong[text] { return number }
            let number = number(ofNew: text)
            numberOfLong[text] = number
            return number
        }
        if let number = numberOfShort[short] { return number }
        let number = number(ofNew: String(decoding: word, as: UTF8.self))
        numberOfShort[short] = number
        return number
    }

    private mutating func number(ofNew word: String) -> Int32 {
        guard let form = WordForm(word) else { return Self.none }
        if let number = numbers[form] { return number }
        let number = Int32(forms.count)
        forms.append(form)
        numbers[form] = number
        return number
    }
}

/// A word of at most sixteen bytes as two numbers: compared and hashed faster than a `String`, which minds normalization.
private struct ShortWord: Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init?(_ word: UnsafeBufferPointer<UInt8>) {
        guard word.count <= 16 else { return nil }
        for byte in word.prefix(8) { low = low << 8 | UInt64(byte) }
        for byte in word.dropFirst(8) { high = high << 8 | UInt64(byte) }
    }
}
