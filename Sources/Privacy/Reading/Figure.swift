/// A number of many digits in groups, as people write them: `0912 345 678`, `0912.345.678`,
/// `(024) 3000-1234`.
struct Figure {
    /// The tokens of the first and the last group.
    var tokens: ClosedRange<Int>
    var digits: Int
}

extension ReadText {
    /// Whether a number may begin here: no digit or letter stands close before it.
    func startsFigure(_ index: Int) -> Bool {
        guard index > 0, isTight(behind: index - 1) else { return true }
        let before = tokens[index - 1]
        switch before.kind {
        case .word: return false
        case .number: return true
        case .mark: return !(Self.joinsDigits(before.key) && isNumber(index - 2) && isTight(behind: index - 2))
        }
    }

    /// Whether a number may end here: it does not go on behind a point or a comma, and no letter stands close
    /// behind it.
    func endsFigure(_ index: Int) -> Bool {
        guard isTight(behind: index) else { return true }
        let after = tokens[index + 1]
        switch after.kind {
        case .word: return form == .name
        case .number: return true
        case .mark: return !(Self.joinsDigits(after.key) && isNumber(index + 2) && isTight(behind: index + 1))
        }
    }

    private static func joinsDigits(_ mark: UInt64) -> Bool {
        mark == Mark.dot || mark == Mark.comma || mark == Mark.hyphen
    }

    /// What joins two groups of a figure.
    private enum Joint: Equatable {
        /// A blank, a point, a hyphen, a bracket: numbers of all sorts are written so.
        case usual
        /// A slash, a comma, a low line, a middle dot, a bar: only groups that look like a telephone number's or an identity
        /// number's belong together.
        case unusual(UInt64)
    }

    /// The number that goes on with the one at `index`, and what joins them.
    private func continuation(of index: Int) -> (next: Int, joint: Joint)? {
        let limit = 5
        guard let gap = gap(behind: index), gap <= limit else { return nil }
        if isNumber(index + 1) { return form == .name && gap > 1 ? nil : (index + 1, .usual) }
        guard form != .name || gap == 0, tokens[index + 1].kind == .mark else { return nil }
        let mark = tokens[index + 1].key
        guard let next = self.gap(behind: index + 1), next <= limit else { return nil }
        switch mark {
        case Mark.dot, Mark.hyphen, Mark.close, Mark.open: break
        case Mark.comma where gap == 0 && next == 0, Mark.underscore where gap == 0 && next == 0, Mark.slash where form != .name,
            Mark.bar where !isTable,
            Mark.middleDot:
            return isNumber(index + 2) ? (index + 2, .unusual(mark)) : nil
        default: return nil
        }
        if isNumber(index + 2) { return (index + 2, .usual) }
        // `(024)-3825`, `+84 (0) 912`.
        let isSecond = isMark(index + 2, Mark.open) || isMark(index + 2, Mark.hyphen)
        return isSecond && isTight(behind: index + 2) && isNumber(index + 3) ? (index + 3, .usual) : nil
    }

    /// The groups from this number on, as far as they have exactly so many digits together; nil where no group
    /// ends there.
    func figure(at index: Int, digits wanted: Int) -> Figure? {
        var last = index
        var digits = tokens[index].length
        var unusual: Joint?
        var joints = 0, unusualJoints = 0
        var sizes = [digits]
        while digits < wanted, let (next, joint) = continuation(of: last) {
            last = next
            digits += tokens[next].length
            sizes.append(tokens[next].length)
            joints += 1
            guard joint != .usual else { continue }
            if let unusual, unusual != joint { return nil }
            (unusual, unusualJoints) = (joint, unusualJoints + 1)
        }
        guard digits == wanted, endsFigure(last) else { return nil }
        if unusualJoints > 0 { guard unusualJoints == joints, Self.commonGroups.contains(sizes) else { return nil } }
        return Figure(tokens: index...last, digits: digits)
    }

    /// In which groups telephone and identity numbers are written.
    private static let commonGroups: Set<[Int]> = [
        [4, 3, 3], [3, 3, 4], [3, 4, 3], [4, 2, 2, 2], [2, 2, 2, 2, 2], [4, 6], [4, 4, 3], [5, 3, 3], [4, 4, 4],
        [3, 3, 3, 3],
    ]

    /// All groups that follow one another from this number on, joined in the usual ways.
    ///
    /// - Parameter freely: whether a slash, a comma or a bar joins too: where a label says what the number is.
    func figure(at index: Int, freely: Bool = false) -> Figure {
        var last = index
        var digits = tokens[index].length
        while let (next, joint) = continuation(of: last), freely || joint == .usual,
            digits + tokens[next].length <= 20
        {
            last = next
            digits += tokens[next].length
        }
        return Figure(tokens: index...last, digits: digits)
    }

    /// The first digits of the number at `index`, those of the next groups behind them.
    func leadingDigits(at index: Int, count: Int) -> [Int] {
        var digits: [Int] = []
        var place: Int? = index
        while let token = place, digits.count < count {
            for offset in 0..<min(tokens[token].length, count - digits.count) {
                digits.append(digit(offset, of: token))
            }
            place = continuation(of: token)?.next
        }
        return digits
    }

    /// The lengths of a figure's groups.
    func groups(of figure: Figure) -> [Int] { figure.tokens.filter(isNumber).map { tokens[$0].length } }

    /// The digits of a figure, one a byte, `0` as 0x30.
    func digits(of figure: Figure) -> [UInt8] {
        figure.tokens.flatMap { index -> [UInt8] in
            tokens[index].kind == .number ? Array(bytes[Int(tokens[index].start)..<Int(tokens[index].end)]) : []
        }
    }

    /// The value of a digit of the number at `index`.
    func digit(_ place: Int, of index: Int) -> Int { Int(bytes[Int(tokens[index].start) + place] & 0x0F) }

    /// Whether what follows a number says what it counts: such a number is nobody's.
    func isCounted(behind index: Int) -> Bool {
        switch sign(index + 1) {
        // “0912 345 678 Mẫu” is followed by a name, not by a measure of land.
        case .unit: !isProperName(index + 1)
        case .group, .people, .pupil: true
        default: isMark(index + 1, Mark.percent)
        }
    }

    /// A capital letter and small ones behind it.
    func isProperName(_ index: Int) -> Bool {
        guard isCapital(index), tokens[index].length > 1 else { return false }
        let second = bytes[Int(tokens[index].start) + 1]
        return !(0x41...0x5A).contains(second) && bytes[Int(tokens[index].start)] < 0x80
    }

    /// Whether a number ends in three noughts: an amount, not a number of anybody's.
    func isRound(_ index: Int) -> Bool { tokens[index].key > 0 && tokens[index].key.isMultiple(of: 1000) }
}
