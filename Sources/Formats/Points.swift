import Diagnostics
import Vietnamese

/// Points on a score sheet, in tenths, so that halves stay exact: no floating point decides whether
/// somebody is honoured.
package struct Points: Sendable, Hashable, Comparable {
    /// Tenths of a point: 95 for 9,5.
    package var tenths: Int

    package init(tenths: Int) { self.tenths = tenths }

    /// Whole points.
    package init(_ whole: Int) { tenths = whole * 10 }

    /// `10`, `9,5` or `9.5`; nil for anything else, a thousand points and more included.
    package init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }) else { return nil }
        guard 1...3 ~= parts[0].utf8.count, let whole = Int(parts[0]) else { return nil }
        guard parts.count == 2 else {
            self.init(whole)
            return
        }
        guard parts[1].utf8.count == 1, let tenth = Int(parts[1]) else { return nil }
        self.init(tenths: whole * 10 + tenth)
    }

    /// As people write them: `9,5` in Vietnamese, `9.5` in English.
    package var words: Message {
        let whole = Numerals.formatted(tenths / 10)
        guard !tenths.isMultiple(of: 10) else { return Message(whole) }
        return Message(vi: "\(whole),\(tenths % 10)", en: "\(tenths / 10).\(tenths % 10)")
    }

    package static func < (left: Points, right: Points) -> Bool { left.tenths < right.tenths }
}

extension Sequence where Element == Points {
    /// All points together.
    package var sum: Points { Points(tenths: reduce(0) { $0 + $1.tenths }) }
}
