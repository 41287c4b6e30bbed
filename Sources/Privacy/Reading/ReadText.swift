/// A rendered text as detectors see it: its tokens, what their words stand for, and its bytes.
struct ReadText {
    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    let form: TextForm
    /// Whether bars part the cells of rows.
    var isTable = false

    var count: Int { tokens.count }
    subscript(index: Int) -> Token { tokens[index] }

    // MARK: Asking for a token

    /// The sign of a token; none outside the text.
    func sign(_ index: Int) -> Sign { tokens.indices.contains(index) ? tokens[index].sign : .none }

    /// The first token of the words that end at this one; the token itself where it stands alone.
    func startOfWords(endingAt index: Int) -> Int {
        for start in stride(from: index, through: max(0, index - 3), by: -1) where tokens.indices.contains(start) {
            if tokens[start].sign != .none, start + Int(tokens[start].span) - 1 == index { return start }
        }
        return index
    }

    /// Whether this mark stands there.
    func isMark(_ index: Int, _ mark: UInt64) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind == .mark && tokens[index].key == mark
    }

    func isNumber(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .number }
    func isWord(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .word }
    func isCapital(_ index: Int) -> Bool { isWord(index) && tokens[index].isCapital }

    /// The value of a number of at most so many digits; nil for anything else.
    func value(_ index: Int, digits: ClosedRange<Int>) -> Int? {
        guard isNumber(index), digits.contains(tokens[index].length) else { return nil }
        return Int(tokens[index].key)
    }

    /// How many bytes lie between a token and the next; nil at the end.
    func gap(behind index: Int) -> Int? {
        tokens.indices.contains(index) && index + 1 < tokens.count
            ? Int(tokens[index + 1].start - tokens[index].end) : nil
    }

    /// Whether nothing lies between a token and the next.
    func isTight(behind index: Int) -> Bool { gap(behind: index) == 0 }

    /// The index behind what a label may be followed by before the thing that it names: a colon, small words.
    func skipping(_ signs: Set<Sign>, from index: Int, atMost limit: Int) -> Int {
        var next = index
        for _ in 0..<limit where next < count {
            let token = tokens[next]
            switch token.kind {
            case .word where signs.contains(token.sign): next += Int(token.span)
            case .mark where Self.isJoint(token.key): next += 1
            default: return next
            }
        }
        return next
    }

    /// Marks that may stand between a label and what it names.
    private static func isJoint(_ mark: UInt64) -> Bool {
        mark == Mark.colon || mark == Mark.open || mark == Mark.hyphen || mark == Mark.bar || mark == Mark.dot
            || mark == Mark.comma
    }

    // MARK: Sentences

    /// Whether a sentence, or a line of a list or a table, ends at this token.
    func endsSentence(_ index: Int) -> Bool {
        guard tokens[index].kind == .mark else { return false }
        switch tokens[index].key {
        case Mark.exclamation, Mark.question, Mark.semicolon: return true
        case Mark.dot: return !isTight(behind: index)
        case Mark.lineEnd: return true
        default: return false
        }
    }

    /// The nearest token before `index`, in its sentence and at most `limit` tokens away, for which `matches`
    /// holds.
    func last(before index: Int, within limit: Int, where matches: (Int) -> Bool) -> Int? {
        var place = index - 1
        while place >= 0, place >= index - limit, !endsSentence(place) {
            if matches(place) { return place }
            place -= 1
        }
        return nil
    }

    /// The nearest token from `index` on, in its sentence and fewer than `limit` tokens away.
    func first(from index: Int, within limit: Int, where matches: (Int) -> Bool) -> Int? {
        var place = index
        while place < count, place < index + limit, !endsSentence(place) {
            if matches(place) { return place }
            place += 1
        }
        return nil
    }

    /// Whether the sentence so far speaks of somebody in particular, and not of many: the nearest word that
    /// tells decides.
    func speaksOfSomebody(before index: Int, within limit: Int) -> Bool {
        let told = last(before: index, within: limit) { place in
            switch sign(place) {
            case .person, .child, .group: true
            default: false
            }
        }
        guard let told, sign(told) != .group else { return false }
        // “3 cháu”, “nhiều chị”: many again.
        return !isNumber(told - 1) && sign(told - 1) != .group
    }
}
