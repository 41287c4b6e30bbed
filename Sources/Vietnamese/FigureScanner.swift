/// A number with a unit that a text states: “gần 1.000m2”, “300 - 500 con”, “5,3 tỷ”.
package struct Figure: Sendable, Hashable {
    /// The number; of a range the smaller one, of “57/62 hộ” the 57. Multipliers are in it: 5,3 tỷ are
    /// 5.300.000.000 đồng.
    package var lower: WrittenNumber
    /// The larger number of a range; else the same as `lower`.
    package var upper: WrittenNumber
    /// The unit as `FigureUnits` names it.
    package var unit: String
    package var kind: FigureUnits.Kind
    /// The bytes of the text that state it, number and unit.
    package var range: Range<Int>

    /// Whether it says that there is nothing: “0 đồng”.
    package var isZero: Bool { upper.isZero }
}

/// Finds the figures of Vietnamese texts. Dates, years, times, decision numbers and telephones are none.
package enum FigureScanner {
    /// Hands out the figures of a text, in its order, until `visit` wants no more.
    /// - Parameters:
    ///   - bytes: valid UTF-8, in NFC.
    ///   - visit: receives a figure and says whether to go on.
    package static func scan(_ bytes: UnsafeBufferPointer<UInt8>, units: FigureUnits, _ visit: (Figure) -> Bool) {
        var scan = FigureScan(text: bytes, units: units)
        while let figure = scan.next(), visit(figure) {}
    }

    /// All figures of a text, in its order.
    package static func figures(in text: String, units: FigureUnits) -> [Figure] {
        var (text, figures): (String, [Figure]) = (text, [])
        text.withUTF8 { bytes in
            scan(bytes, units: units) {
                figures.append($0)
                return true
            }
        }
        return figures
    }
}

/// One walk over a text, from digit to digit.
private struct FigureScan {
    let text: UnsafeBufferPointer<UInt8>
    let units: FigureUnits
    private var index = 0

    /// What a run of digits and the marks within it writes.
    private enum Run {
        case number(WrittenNumber)
        case range(WrittenNumber, WrittenNumber)
        /// “57/62”: so many of so many.
        case share(WrittenNumber)
    }

    /// What follows a number: what multiplies it, and its unit.
    private struct Measure {
        var power: Int
        var unit: String
        var kind: FigureUnits.Kind
        var end: Int
        /// True of “5 triệu”, whose unit nobody wrote.
        var isBare = false
    }

    init(text: UnsafeBufferPointer<UInt8>, units: FigureUnits) {
        self.text = text
        self.units = units
    }

    mutating func next() -> Figure? {
        while let start = nextDigit() {
            let end = endOfRun(from: start)
            index = end
            guard beginsNumber(start), let run = run(start..<end), !isDate(run, start..<end) else { continue }
            if let figure = figure(run, start..<end) {
                index = figure.range.upperBound
                return figure
            }
        }
        return nil
    }

    private func nextDigit() -> Int? {
        var index = index
        while index < text.count {
            if WrittenNumber.isDigit(text[index]) { return index }
            index += 1
        }
        return nil
    }

    // MARK: Numbers

    /// Digits, and single marks between digits.
    private func endOfRun(from start: Int) -> Int {
        var end = start
        while end < text.count {
            if WrittenNumber.isDigit(text[end]) {
                end += 1
                continue
            }
            let next = end + markLength(at: end)
            guard next > end, next < text.count, WrittenNumber.isDigit(text[next]) else { return end }
            end = next
        }
        return end
    }

    private func markLength(at index: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":"): 1
        default: dashLength(at: index)
        }
    }

    /// The length of a hyphen or dash.
    private func dashLength(at index: Int) -> Int {
        if text[index] == UInt8(ascii: "-") { return 1 }
        let isDash = index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80 && (0x90...0x95).contains(text[index + 2])
        return isDash ? 3 : 0
    }

    /// Whether the digits are not the end of something else: “T6”, “Covid-19”, “QĐ/2024”.
    private func beginsNumber(_ start: Int) -> Bool {
        guard start > 0 else { return true }
        let lead = TextWords.lead(before: start, in: text)
        if TextWords.isWordPart(UTF8Scalar(text, at: lead).value) { return false }
        guard text[lead] == UInt8(ascii: "-") || text[lead] == UInt8(ascii: "/"), lead > 0 else { return text[lead] != UInt8(ascii: "/") }
        let before = TextWords.lead(before: lead, in: text)
        return text[lead] != UInt8(ascii: "/") && !TextWords.isWordPart(UTF8Scalar(text, at: before).value)
    }

    private func run(_ range: Range<Int>) -> Run? {
        let bytes = Slice(base: text, bounds: range)
        let dashes = range.filter { dashLength(at: $0) > 0 }
        let slashes = range.filter { text[$0] == UInt8(ascii: "/") }
        switch (dashes.count, slashes.count) {
        case (0, 0): return WrittenNumber(bytes).map { .number($0) }
        case (1, 0):
            let dash = dashes[0]
            guard let first = WrittenNumber(bytes[..<dash]), let second = WrittenNumber(bytes[(dash + dashLength(at: dash))...]),
                isRange(first, second, range.lowerBound..<dash, (dash + dashLength(at: dash))..<range.upperBound)
            else { return nil }
            return .range(first, second)
        case (0, 1):
            // “57/62” counts, “20/9” and “11/2023” are days and months.
            guard let part = WrittenNumber(bytes[..<slashes[0]]), let whole = WrittenNumber(bytes[(slashes[0] + 1)...]),
                part.decimals == 0, whole.decimals == 0, !(whole < part), !isYear((slashes[0] + 1)..<range.upperBound)
            else { return nil }
            return .share(part)
        default: return nil
        }
    }

    /// Whether two numbers part by a dash are the ends of a range: “23-10” is a day, “2021-2025” a period.
    private func isRange(_ first: WrittenNumber, _ second: WrittenNumber, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        first < second && !(isYear(left) && isYear(right))
    }

    /// Four digits without a full stop, as years are written.
    private func isYear(_ range: Range<Int>) -> Bool {
        guard range.count == 4, range.allSatisfy({ WrittenNumber.isDigit(text[$0]) }) else { return false }
        return text[range.lowerBound] == UInt8(ascii: "1") && text[range.lowerBound + 1] == UInt8(ascii: "9")
            || text[range.lowerBound] == UInt8(ascii: "2") && text[range.lowerBound + 1] <= UInt8(ascii: "1")
    }

    // MARK: Dates

    private enum DateWord {
        static let day = words(["ngày", "tháng", "mùng", "mồng", "hôm", "quý", "sáng", "chiều", "tối", "trưa", "đêm"])
        static let year = words(["năm", "đoạn", "khóa", "kỳ", "từ", "đến", "sang", "cuối", "đầu"])
        static let each = words(["mỗi", "hằng", "hàng", "một", "các", "cả"])

        private static func words(_ words: [String]) -> Set<[UInt32]> { Set(words.map { $0.unicodeScalars.map(\.value) }) }
    }

    /// Whether the word before makes a day, a month or a year of the number: “tháng 5”, “năm 2024”, but
    /// not “mỗi tháng 5 triệu đồng”.
    private func isDate(_ run: Run, _ range: Range<Int>) -> Bool {
        let word = TextWords.word(before: range.lowerBound, in: text)
        if isYear(range), DateWord.year.contains(word.scalars) { return true }
        guard DateWord.day.contains(word.scalars) else { return false }
        switch run {
        case .number(let number):
            guard number.decimals == 0, number.digits <= 31, range.count <= 2 else { return false }
            return !DateWord.each.contains(TextWords.word(before: word.start, in: text).scalars)
        case .range(_, let last): return last.digits <= 31 && last.decimals == 0
        case .share: return true
        }
    }

    // MARK: Units

    private func figure(_ run: Run, _ range: Range<Int>) -> Figure? {
        let measure = measure(at: range.upperBound)
        switch run {
        case .number(let number):
            if measure == nil || measure?.isBare == true, let figure = spacedRange(from: number, range, measure) { return figure }
            guard let measure else { return nil }
            return figure(number, number, measure, measure.power, from: range.lowerBound)
        case .share(let number):
            guard let measure else { return nil }
            return figure(number, number, measure, measure.power, from: range.lowerBound)
        case .range(let first, let second):
            guard let measure else { return nil }
            return figure(first, second, measure, measure.power, from: range.lowerBound)
        }
    }

    private func figure(_ first: WrittenNumber, _ second: WrittenNumber, _ measure: Measure, _ firstPower: Int, from start: Int) -> Figure?
    {
        guard let lower = first.times(powerOfTen: firstPower), let upper = second.times(powerOfTen: measure.power), !(upper < lower) else {
            return nil
        }
        return Figure(lower: lower, upper: upper, unit: measure.unit, kind: measure.kind, range: start..<measure.end)
    }

    /// “300 - 500 con”, “5 đến 7 triệu đồng”, “500 nghìn - 1 triệu đồng”.
    private func spacedRange(from first: WrittenNumber, _ range: Range<Int>, _ bare: Measure?) -> Figure? {
        let multiplier = FigureMultiplier.power(at: TextWords.afterBlanks(range.upperBound, in: text), of: text)
        let joint = TextWords.afterBlanks(multiplier?.end ?? range.upperBound, in: text)
        guard let start = afterJoint(joint) else { return nil }
        let end = endOfRun(from: start)
        guard case .number(let second)? = run(start..<end), let measure = measure(at: end),
            multiplier != nil || isRange(first, second, range, start..<end)
        else { return nil }
        return figure(first, second, measure, multiplier?.power ?? measure.power, from: range.lowerBound)
    }

    private static let until: [[UInt32]] = ["đến", "tới"].map { $0.unicodeScalars.map(\.value) }

    /// Where the second number of a range begins, behind a dash or “đến”.
    private func afterJoint(_ index: Int) -> Int? {
        guard index < text.count else { return nil }
        let end: Int
        if case let dash = dashLength(at: index), dash > 0 {
            end = index + dash
        } else if let word = Self.until.lazy.compactMap({ TextWords.end(of: $0, at: index, in: text) }).first {
            end = word
        } else {
            return nil
        }
        let start = TextWords.afterBlanks(end, in: text)
        return start > end && start < text.count && WrittenNumber.isDigit(text[start]) ? start : nil
    }

    private func measure(at index: Int) -> Measure? {
        let start = TextWords.afterBlanks(index, in: text)
        guard let multiplier = FigureMultiplier.power(at: start, of: text) else {
            return units.unit(at: start, of: text).map { Measure(power: 0, unit: $0.unit.name, kind: $0.unit.kind, end: $0.end) }
        }
        let next = TextWords.afterBlanks(multiplier.end, in: text)
        if next > multiplier.end, let (unit, end) = units.unit(at: next, of: text) {
            return Measure(power: multiplier.power, unit: unit.name, kind: unit.kind, end: end)
        }
        guard FigureMultiplier.isMoney(multiplier.power, endingAt: multiplier.end, of: text) else { return nil }
        return Measure(power: multiplier.power, unit: "đồng", kind: .money, end: multiplier.end, isBare: true)
    }
}
