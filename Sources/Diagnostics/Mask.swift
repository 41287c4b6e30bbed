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
        maskDigits(&scalars, inRunsOf: 1)
    }

    /// The words with only those digits masked that may be somebody's number: nine or more in a row, blanks,
    /// points and hyphens between them or not; and the names of mailboxes. For messages that quote what an
    /// author wrote: dates and ids stay.
    package static func maskedLongNumbers(_ words: String) -> String {
        guard words.utf8.contains(where: { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "@") }) else { return words }
        return words.mappingScalars {
            maskMailboxes(&$0)
            maskDigits(&$0, inRunsOf: 9)
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

    private static func maskDigits(_ scalars: inout [Unicode.Scalar], inRunsOf minimum: Int) {
        var index = 0
        while index < scalars.count {
            guard isDigit(scalars[index]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count, isDigit(scalars[end]) || isBetweenDigits(end, scalars) { end += 1 }
            if scalars[index..<end].count(where: isDigit) >= minimum {
                for place in index..<end where isDigit(scalars[place]) { scalars[place] = sign }
            }
            index = end
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isBetweenDigits(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        [" ", ".", "-", "\u{A0}"].contains(scalars[index]) && index + 1 < scalars.count && isDigit(scalars[index + 1])
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
