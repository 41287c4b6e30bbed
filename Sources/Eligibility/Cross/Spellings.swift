import Formats

/// Gives texts numbers, the same to texts that differ by habit of spelling only. Registers repeat few numbers
/// and authorities in thousands of rows, so each way of writing is looked at once.
struct Spellings {
    private var written: [TextKey: Int32] = [:]
    private var comparable: [TextKey: Int32] = [:]
    private let form: (String) -> String

    /// - Parameter form: the form of a text in which spellings that mean the same are equal.
    init(_ form: @escaping (String) -> String) {
        self.form = form
    }

    /// The text's number.
    mutating func number(of text: String) -> Int32 {
        if let number = written[TextKey(text)] { return number }
        let spelt = TextKey(form(text))
        let number = comparable[spelt] ?? Int32(comparable.count)
        (comparable[spelt], written[TextKey(text)]) = (number, number)
        return number
    }
}
