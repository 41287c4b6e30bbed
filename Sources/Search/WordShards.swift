import Vietnamese

/// Lines of an index with their lists, in files of about one size. Lines of one key always share a file.
struct WordShards {
    private(set) var files: [[UInt8]] = []
    /// The first key of each file.
    private(set) var firstKeys: [String] = []
    private let limit: Int

    /// The bytes beyond which a file takes no further key; the lists of a common word may fill a larger one of their own. Where there
    /// are many documents there are many files, and their directory has to stay small.
    static func limit(documents: Int) -> Int { documents > 30_000 ? 16_384 : 8_192 }

    private mutating func add(_ lines: [UInt8], key: String) {
        // Words of a value that no document has, such as a field of former years.
        guard !lines.isEmpty else { return }
        if let last = files.last, last.count + lines.count <= limit {
            files[files.count - 1] += lines
        } else {
            files.append(lines)
            firstKeys.append(key)
        }
    }

    /// Single words, and beginnings of words where looking at all words that begin so would cost too much.
    init(_ lexicon: Lexicon, _ postings: PostingTable, documents: Int) {
        limit = Self.limit(documents: documents)
        var groups: [(key: String, units: [UInt16], lines: [UInt8])] = []
        for entry in WordBeginnings.entries(lexicon, postings, documents: documents, limit: limit) {
            groups.append((entry.key, Array(entry.key.utf16), entry.lines))
        }
        for group in lexicon.order.runs(by: { lexicon.keyRank[$0] }) {
            var lines: [UInt8] = []
            for word in group where postings.size(of: word) > 0 {
                lines += lexicon.forms[word].written.utf8
                postings.appendLists(of: word, to: &lines)
                lines.append(UInt8(ascii: "\n"))
            }
            let key = lexicon.forms[group.first!].key
            groups.append((key, Array(key.utf16), lines))
        }
        // Sorting is stable: of one key, the beginnings stay before the words.
        groups.sort { $0.units.lexicographicallyPrecedes($1.units) }
        for run in groups.indices.runs(by: { groups[$0].units }) {
            add(run.flatMap { groups[$0].lines }, key: groups[run.first!].key)
        }
    }

    /// Pairs of words.
    init(_ lexicon: Lexicon, _ pairs: PairTable, documents: Int) {
        limit = Self.limit(documents: documents)
        let ranks = pairs.pairs.map { UInt64(lexicon.rank[Int($0.first)]) << 32 | UInt64(lexicon.rank[Int($0.second)]) }
        let keys = pairs.pairs.map { UInt64(lexicon.keyRank[Int($0.first)]) << 32 | UInt64(lexicon.keyRank[Int($0.second)]) }
        let order = ranks.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : ranks[$0] < ranks[$1] }
        var lines: [UInt8] = []
        for group in order.runs(by: { keys[$0] }) {
            lines.removeAll(keepingCapacity: true)
            for pair in group where pairs.postings.size(of: pair) > 0 {
                let (first, second) = pairs.pairs[pair]
                lines += lexicon.forms[Int(first)].written.utf8
                lines.append(UInt8(ascii: " "))
                lines += lexicon.forms[Int(second)].written.utf8
                pairs.postings.appendLists(of: pair, to: &lines)
                lines.append(UInt8(ascii: "\n"))
            }
            let (first, second) = pairs.pairs[group.first!]
            add(lines, key: "\(lexicon.forms[Int(first)].key) \(lexicon.forms[Int(second)].key)")
        }
    }
}

/// The words of an index in the order of their keys, as JavaScript compares strings: by UTF-16.
struct Lexicon {
    let forms: [WordForm]
    /// Numbers of words in the order of key and written form.
    let order: [Int]
    /// By word: how many words stand before it.
    let rank: [Int]
    /// By word: how many keys stand before its own.
    let keyRank: [Int]

    init(_ forms: [WordForm]) {
        self.forms = forms
        let keys = forms.map { Array($0.key.utf16) }
        let written = forms.map { Array($0.written.utf16) }
        let order = forms.indices.sorted { left, right in
            let (one, other) = keys[left] != keys[right] ? (keys[left], keys[right]) : (written[left], written[right])
            return one.lexicographicallyPrecedes(other)
        }
        var rank = [Int](repeating: 0, count: forms.count)
        var keyRank = rank
        for (position, run) in order.runs(by: { keys[$0] }).enumerated() {
            for word in run { keyRank[word] = position }
        }
        for (position, word) in order.enumerated() { rank[word] = position }
        self.order = order
        self.rank = rank
        self.keyRank = keyRank
    }
}

/// What many words begin with. Whoever has typed `n` means a tenth of the dictionary: one line holds what all those words' lists say
/// together, without their tones.
enum WordBeginnings {
    /// The lines (`*đa|…`) of each beginning, by its key.
    static func entries(
        _ lexicon: Lexicon, _ postings: PostingTable, documents: Int, limit: Int
    ) -> [(key: String, lines: [UInt8])] {
        let words = lexicon.order.map { word in
            (
                number: word, key: Array(lexicon.forms[word].key.unicodeScalars),
                letters: Array(lexicon.forms[word].written.unicodeScalars.dropFirst()), size: postings.size(of: word)
            )
        }
        var result: [(key: String, lines: [UInt8])] = []
        func visit(_ range: [Int], length: Int) {
            let longer = range.filter { words[$0].key.count >= length }
            for run in longer.runs(by: { words[$0].key[length - 1] }) {
                let beyond = run.filter { words[$0].key.count > length }
                guard beyond.reduce(0, { $0 + words[$1].size }) > limit else { continue }
                if words[beyond.first!].key != words[beyond.last!].key {
                    result.append((text(words[run.first!].key.prefix(length)), lines(of: beyond, length)))
                }
                visit(Array(run), length: length + 1)
            }
        }
        func lines(of found: [Int], _ length: Int) -> [UInt8] {
            var lines: [UInt8] = []
            let spelt = Dictionary(grouping: found) { Array(words[$0].letters.prefix(length)) }
            for letters in spelt.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                lines += "*\(text(letters[...]))".utf8
                PostingTable.append(postings.union(of: spelt[letters]!.map { words[$0].number }, documents: documents)[...], to: &lines)
                lines.append(UInt8(ascii: "\n"))
            }
            return lines
        }
        func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
        visit(Array(words.indices), length: 1)
        return result
    }
}

extension Collection {
    /// Runs of neighbours that have the same value.
    func runs<Value: Equatable>(by value: (Element) -> Value) -> [SubSequence] {
        var runs: [SubSequence] = []
        var start = startIndex
        while start != endIndex {
            let first = value(self[start])
            var end = index(after: start)
            while end != endIndex, value(self[end]) == first { formIndex(after: &end) }
            runs.append(self[start..<end])
            start = end
        }
        return runs
    }
}
