/// Gives texts numbers, the same to texts that differ by habit of spelling only. Registers repeat few numbers
/// and authorities in thousands of rows, so each way of writing is looked at once.
struct Spellings {
    /// A text by its bytes: registers are read in NFC, and hashing letters with marks as text is slow.
    private struct Bytes: Hashable {
        let text: String

        static func == (left: Bytes, right: Bytes) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    private var written: [Bytes: Int32] = [:]
    private var comparable: [String: Int32] = [:]
    private let form: (String) -> String

    /// - Parameter form: the form of a text in which spellings that mean the same are equal.
    init(_ form: @escaping (String) -> String) {
        self.form = form
    }

    /// The text's number.
    mutating func number(of text: String) -> Int32 {
        if let number = written[Bytes(text: text)] { return number }
        let spelt = form(text)
        let number = comparable[spelt] ?? Int32(comparable.count)
        (comparable[spelt], written[Bytes(text: text)]) = (number, number)
        return number
    }
}
