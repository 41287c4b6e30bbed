/// Which words follow which, and in which documents: what phrases in quotation marks are looked up in.
struct PairTable {
    private(set) var pairs: [(first: Int32, second: Int32)] = []
    private(set) var postings = PostingTable()
    private var numbers: [UInt64: Int] = [:]

    /// The number of a pair of words.
    mutating func number(of first: Int32, _ second: Int32) -> Int {
        let key = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
        if let number = numbers[key] { return number }
        let number = postings.addWord()
        numbers[key] = number
        pairs.append((first, second))
        return number
    }

    @inline(__always)
    mutating func note(_ pair: Int, _ part: SearchPart, _ document: Int32) {
        postings.note(pair, in: part, of: document)
    }
}
