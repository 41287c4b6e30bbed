/// Takes what tells of a person out of words that a report repeats.
package enum Mask {
    /// What stands in the place of a letter or a digit.
    package static let sign: Unicode.Scalar = "•"

    /// The words with every digit masked, and the names of mailboxes: of `mau.le@example.vn` only the domain
    /// stays. As many scalars as before, so that a caret still stands under the right one.
    package static func masked(_ words: String) -> String {
        words.mappingScalars { masked(&$0) }
    }

    /// As above, scalar for scalar.
    package static func masked(_ scalars: inout [Unicode.Scalar]) {
        maskMailboxes(&scalars)
        maskDigits(&scalars) { _ in true }
    }

    /// The words with only those digits masked that may be somebody's number: nine or more in a row, blanks,
    /// points and hyphens between them or not; and the names of mailboxes. For messages that quote what an
    /// author wrote: dates and ids stay.
    package static func maskedLongNumbers(_ words: String) -> String {
        guard words.utf8.contains(where: { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "@") || $0 == 0xEF }) else { return words }
        return words.mappingScalars { maskedLongNumbers(&$0) }
    }

    /// As above, scalar for scalar.
    package static func maskedLongNumbers(_ scalars: inout [Unicode.Scalar]) {
        maskMailboxes(&scalars)
        maskDigits(&scalars) { $0.count >= 9 }
        maskGroups(&scalars)
    }

    /// The words with only those digits masked that are built like a telephone or an identity number, and the names of
    /// mailboxes: for paths and ids, in which long numbers are mostly a camera's.
    package static func maskedPersonalNumbers(_ words: String) -> String {
        guard words.utf8.contains(where: { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "@") }) else { return words }
        return words.mappingScalars {
            maskMailboxes(&$0)
            maskDigits(&$0, where: isBuiltLikeAPersonsNumber)
        }
    }

    /// A mobile (10 digits from 03 on, or 11 from 84 on), a landline (11 from 02 on), or a personal identification
    /// number (12: a province's code, then century and sex); `PhoneNumber` and `IdentityNumber` say where that comes from.
    private static func isBuiltLikeAPersonsNumber(_ digits: [UInt8]) -> Bool {
        switch digits.count {
        case 10: digits[0] == 0 && [3, 5, 7, 8, 9].contains(digits[1])
        case 11: digits[0] == 0 && digits[1] == 2 || digits[0] == 8 && digits[1] == 4 && [3, 5, 7, 8, 9].contains(digits[2])
        case 12: digits[0] == 0 && digits[3] <= 3
        default: false
        }
    }

    private static func maskMailboxes(_ scalars: inout [Unicode.Scalar]) {
        for at in scalars.indices where scalars[at] == "@" {
            var before = at - 1
            while before >= 0, isOfMailbox(scalars[before]) {
                scalars[before] = sign
                before -= 1
            }
        }
    }

    /// Masks those runs of digits, with what people put between digits, for whose digits `matches` holds.
    private static func maskDigits(_ scalars: inout [Unicode.Scalar], where matches: ([UInt8]) -> Bool) {
        var index = 0
        while index < scalars.count {
            guard isDigit(scalars[index]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count, isDigit(scalars[end]) || isBetweenDigits(end, scalars) { end += 1 }
            if let time = endOfDayAndTime(index, scalars) {
                index = time
                continue
            }
            if matches(scalars[index..<end].compactMap(digit)) {
                for place in index..<end where isDigit(scalars[place]) { scalars[place] = sign }
            }
            index = end
        }
    }

    /// Where `2021-06-28 00:00:00` ends, as spreadsheets write a day, or `28.6.2021 07:30`; nil for anything else. Its
    /// digits are nobody's number.
    private static func endOfDayAndTime(_ start: Int, _ scalars: [Unicode.Scalar]) -> Int? {
        var index = start
        func number(_ digits: ClosedRange<Int>, _ values: ClosedRange<Int>) -> Bool {
            var value = 0
            var count = 0
            while index < scalars.count, count <= digits.upperBound, let digit = digit(scalars[index]) {
                (value, count, index) = (value * 10 + Int(digit), count + 1, index + 1)
            }
            return digits.contains(count) && values.contains(value)
        }
        func mark(_ marks: [Unicode.Scalar]) -> Unicode.Scalar? {
            guard index < scalars.count, marks.contains(scalars[index]) else { return nil }
            index += 1
            return scalars[index - 1]
        }
        func day() -> Bool {
            let (year, month, day, two) = (1900...2100, 1...12, 1...31, 1...2)
            if number(4...4, year), let sign = mark(["-", ".", "/"]), number(two, month), mark([sign]) != nil, number(two, day) {
                return true
            }
            index = start
            return number(two, day) && mark(["-", ".", "/"]).map { number(two, month) && mark([$0]) != nil && number(4...4, year) } == true
        }
        guard day(), mark([" ", "T"]) != nil, number(1...2, 0...23), mark([":"]) != nil, number(2...2, 0...59) else { return nil }
        let minutes = index
        guard mark([":"]) != nil, number(2...2, 0...59) else { return minutes }
        return index
    }

    /// Masks groups of digits that a slash, a comma or a middle dot parts, where they are those of a telephone number:
    /// `0912/345/678`.
    private static func maskGroups(_ scalars: inout [Unicode.Scalar]) {
        var index = 0
        while index < scalars.count {
            guard isDigit(scalars[index]), index == 0 || !isDigit(scalars[index - 1]) else {
                index += 1
                continue
            }
            var (end, sizes, start) = (index, [Int](), index)
            var mark: Unicode.Scalar?
            while end < scalars.count {
                if isDigit(scalars[end]) {
                    end += 1
                    continue
                }
                sizes.append(end - start)
                let isMark = ["/", ",", "·", "|"].contains(scalars[end]) && (mark ?? scalars[end]) == scalars[end]
                guard isMark, end + 1 < scalars.count, isDigit(scalars[end + 1]) else { break }
                (mark, start, end) = (scalars[end], end + 1, end + 1)
            }
            if end == scalars.count { sizes.append(end - start) }
            if digit(scalars[index]) == 0, [[4, 3, 3], [3, 3, 4], [3, 4, 3], [3, 3, 3, 3], [4, 4, 4]].contains(sizes) {
                for place in index..<end where isDigit(scalars[place]) { scalars[place] = sign }
            }
            index = max(end, index + 1)
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil }

    /// The value of a digit, full-width ones included.
    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value - 0x30)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10)
        default: nil
        }
    }

    /// Blanks, points, hyphens, and what can't be seen.
    private static func isBetweenDigits(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        let marks: [Unicode.Scalar] = [" ", ".", "-", "\u{A0}", "\u{202F}", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}"]
        return marks.contains(scalars[index]) && index + 1 < scalars.count && isDigit(scalars[index + 1])
    }

    private static func isOfMailbox(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isDigit(scalar) || [".", "_", "-", "+"].contains(scalar)
    }
}

extension Message {
    /// The same words with what may be somebody's number or mailbox masked.
    package var maskingLongNumbers: Message { Message(vi: Mask.maskedLongNumbers(vi), en: Mask.maskedLongNumbers(en)) }
}

extension String {
    fileprivate func mappingScalars(_ change: (inout [Unicode.Scalar]) -> Void) -> String {
        var scalars = Array(unicodeScalars)
        change(&scalars)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
