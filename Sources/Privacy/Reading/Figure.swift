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

    /// The number that goes on with the one at `index`: behind a blank, a point, a hyphen or a bracket.
    private func continuation(of index: Int) -> Int? {
        let limit = 5
        guard let gap = gap(behind: index), gap <= limit else { return nil }
        if isNumber(index + 1) { return index + 1 }
        guard form != .name || gap == 0, tokens[index + 1].kind == .mark else { return nil }
        switch tokens[index + 1].key {
        case Mark.dot, Mark.hyphen, Mark.close, Mark.open: break
        default: return nil
        }
        guard let next = self.gap(behind: index + 1), next <= limit else { return nil }
        if isNumber(index + 2) { return index + 2 }
        // `(024)-3825`, `+84 (0) 912`.
        let isSecond = isMark(index + 2, Mark.open) || isMark(index + 2, Mark.hyphen)
        return isSecond && isTight(behind: index + 2) && isNumber(index + 3) ? index + 3 : nil
    }

    /// The groups from this number on, as far as they have exactly so many digits together; nil where no group
    /// ends there.
    func figure(at index: Int, digits wanted: Int) -> Figure? {
        var last = index
        var digits = tokens[index].length
        while digits < wanted, let next = continuation(of: last) {
            last = next
            digits += tokens[next].length
        }
        return digits == wanted && endsFigure(last) ? Figure(tokens: index...last, digits: digits) : nil
    }

    /// All groups that follow one another from this number on.
    func figure(at index: Int) -> Figure {
        var last = index
        var digits = tokens[index].length
        while let next = continuation(of: last), digits + tokens[next].length <= 20 {
            last = next
            digits += tokens[next].length
        }
        return Figure(tokens: index...last, digits: digits)
    }

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
        case .unit, .group, .people, .person, .child, .pupil: true
        default: isMark(index + 1, Mark.percent)
        }
    }

    /// Whether a number ends in three noughts: an amount, not a number of anybody's.
    func isRound(_ index: Int) -> Bool { tokens[index].key > 0 && tokens[index].key.isMultiple(of: 1000) }
}
