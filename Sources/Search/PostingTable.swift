/// Where in a document a word stands. The earlier decides: a word of the name that stands in the story too counts as one of the name.
enum SearchPart: Int, CaseIterable {
    case name, title
    /// Places, year, field and kind, in words.
    case fact
    case text
}

/// In which documents words stand. Each word has four lists, one for each part, and a document is in one of them at most.
struct PostingTable {
    /// By word × 4 + part: the gaps between document numbers, as `NumberText`.
    private(set) var lists: [[UInt8]] = []
    private var latest: [Int32] = []
    private var seen: [Int32] = []

    var count: Int { seen.count }

    mutating func addWord() -> Int {
        seen.append(-1)
        for _ in SearchPart.allCases {
            lists.append([])
            latest.append(-1)
        }
        return seen.count - 1
    }

    /// Makes sure that there is a word with that number.
    @inline(__always)
    mutating func makeRoom(for word: Int) {
        while count <= word { _ = addWord() }
    }

    /// Notes that a word stands in a document. Documents come in their order, and the parts of each in theirs.
    @inline(__always)
    mutating func note(_ word: Int, in part: SearchPart, of document: Int32) {
        guard seen[word] != document else { return }
        seen[word] = document
        let list = word * 4 + part.rawValue
        NumberText.append(Int(document - latest[list] - 1), to: &lists[list])
        latest[list] = document
    }

    /// How many bytes a word's lists take.
    func size(of word: Int) -> Int { (0..<4).reduce(0) { $0 + lists[word * 4 + $1].count } }

    /// Appends `|name|title|fact|text`, without the bars that nothing stands behind.
    func appendLists(of word: Int, to output: inout [UInt8]) {
        Self.append(lists[(word * 4)..<(word * 4 + 4)], to: &output)
    }

    /// Appends lists in the order of the parts, each after a bar.
    static func append(_ lists: ArraySlice<[UInt8]>, to output: inout [UInt8]) {
        guard let last = lists.lastIndex(where: { !$0.isEmpty }) else { return }
        for list in lists[...last] {
            output.append(UInt8(ascii: "|"))
            output += list
        }
    }

    /// The lists of a word that stands wherever one of `words` does, in the best part in which one does.
    func union(of words: [Int], documents: Int) -> [[UInt8]] {
        let nowhere = UInt8(SearchPart.allCases.count)
        var best = [UInt8](repeating: nowhere, count: documents)
        for word in words {
            for part in 0..<4 {
                var document = -1
                NumberText.forEach(in: lists[word * 4 + part]) { gap in
                    document += gap + 1
                    best[document] = min(best[document], UInt8(part))
                }
            }
        }
        var union = PostingTable()
        _ = union.addWord()
        for (document, part) in best.enumerated() where part != nowhere {
            union.note(0, in: SearchPart(rawValue: Int(part))!, of: Int32(document))
        }
        return union.lists
    }
}
