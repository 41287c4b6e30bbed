import Diagnostics
import Formats

/// A year that a rule names: a fixed one, or one that counts from the entry's: `2020`, `year`, `year-1`.
struct RelativeYear: Sendable {
    private enum Kind {
        case fixed(Int)
        case before(Int)
    }
    private let kind: Kind

    /// The entry's own year.
    static let current = RelativeYear(kind: .before(0))

    private init(kind: Kind) { self.kind = kind }

    /// Nil where the text is no year.
    init?(_ text: some StringProtocol) {
        if text == "year" {
            kind = .before(0)
        } else if text.hasPrefix("year-"), let years = Int(text.dropFirst(5)), 0...100 ~= years {
            kind = .before(years)
        } else if text.count == 4, let year = Int(text), 1945...2100 ~= year {
            kind = .fixed(year)
        } else {
            return nil
        }
    }

    func year(for year: Int) -> Int {
        switch kind {
        case .fixed(let fixed): fixed
        case .before(let years): year - years
        }
    }

    var words: Message {
        switch kind {
        case .fixed(let year): Message(vi: "năm \(year)", en: String(year))
        case .before(0): Message(vi: "năm xét", en: "the year of the honour")
        case .before(1): Message(vi: "năm liền trước năm xét", en: "the year before")
        case .before(let years): Message(vi: "\(years) năm trước năm xét", en: "\(years) years before")
        }
    }
}

/// The period of a rating, a year or half of one: `2020`, `2021H1`, `year`, `year-1`, `year-1H2`.
struct RatingPeriod: Sendable {
    private let year: RelativeYear
    /// `H1`, `H2`, or nothing.
    private let half: String

    init?(_ keys: MappingReader) {
        guard let text = keys.string("period", required: true) else { return nil }
        let half = text.value.hasSuffix("H1") || text.value.hasSuffix("H2") ? String(text.value.suffix(2)) : ""
        guard let year = RelativeYear(text.value.dropLast(half.count)) else {
            keys.collector.append(
                Diagnostic(
                    .error, "wrong-period",
                    Message(vi: "kỳ xếp loại “\(text.value)” không đúng dạng", en: "“\(text.value)” is not a rating period"),
                    at: text.place(in: keys.path),
                    remedy: Message(
                        vi: "ghi một năm (2020), nửa năm (2021H1, 2021H2), year, year-1 hoặc year-1H2",
                        en: "write a year (2020), half a year (2021H1, 2021H2), year, year-1 or year-1H2")))
            return nil
        }
        (self.year, self.half) = (year, half)
    }

    func code(for year: Int) -> String { String(self.year.year(for: year)) + half }

    var words: Message { Self.words(half, year.words) }

    /// Whether a text is a year or half of one, as registers write it.
    static func isPeriod(_ text: String) -> Bool {
        let digits = text.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
        return ["", "H1", "H2"].contains(text.dropFirst(4))
    }

    static func words(for period: String) -> Message {
        let year = String(period.prefix(4))
        return words(String(period.dropFirst(4)), Message(vi: "năm \(year)", en: year))
    }

    private static func words(_ half: String, _ year: Message) -> Message {
        switch half {
        case "H1": Message(vi: "6 tháng đầu \(year.vi)", en: "the first half of \(year.en)")
        case "H2": Message(vi: "6 tháng cuối \(year.vi)", en: "the second half of \(year.en)")
        default: year
        }
    }
}
