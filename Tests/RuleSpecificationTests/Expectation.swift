import Diagnostics
import Eligibility
import TestSupport

/// The block `expect` of a case: what becomes of those who are judged, then what the program says of the case's rule.
struct Expectation: Sendable {
    /// Somebody who is judged (see `BoardCheck.Standing`), the rules whose outcomes the case touches, and an entry's fate.
    struct Line: Sendable {
        var holder: String
        var outcomes: [(rule: String, status: OutcomeStatus)]
        var fate: Fate?
    }

    /// The first line is that of whom the case is about, and its first rule the one that is specified.
    private(set) var lines: [Line] = []
    /// Findings that the change brings about besides those of the rules that are named, as file and code.
    private(set) var further: [String] = []
    /// What is printed; recorded, where everything above it is written by hand.
    let words: String
    /// The index of the first recorded line in its file, and the one behind the last.
    let recorded: Range<Int>

    init(_ block: CaseFile.Block) throws {
        var count = 0
        for text in block.lines {
            if let line = try Self.line(text) {
                lines.append(line)
            } else if text.hasPrefix("kèm ") {
                further.append(String(text.dropFirst(4)))
            } else {
                break
            }
            count += 1
        }
        guard lines.first?.outcomes.isEmpty == false else {
            throw SiteFixture.Mistake(words: "“\(block.lines.first ?? "")” names nobody with an outcome")
        }
        words = block.lines.dropFirst(count).map { $0 + "\n" }.joined()
        recorded = block.start + count..<block.start + block.lines.count
    }

    var holder: String { lines[0].holder }
    var rule: String { lines[0].outcomes[0].rule }
    var status: OutcomeStatus { lines[0].outcomes[0].status }
    var rules: Set<String> { Set(lines.flatMap { $0.outcomes.map(\.rule) }) }

    /// `dang-bo-xa-mau-mot-2021: LN-10 không đạt; giữ lại`, or `chi-bo-che-mau 2024: YB-07 đạt`. Nil where the text has
    /// another form: what is printed begins.
    private static func line(_ text: String) throws -> Line? {
        guard let colon = text.firstRange(of: ": "),
            text[..<colon.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " })
        else { return nil }
        let parts = text[colon.upperBound...].split(separator: "; ")
        let fate = try parts.dropFirst().first.map { name in
            guard let fate = Fate.allCases.first(where: { $0.name.vi == name }) else {
                throw SiteFixture.Mistake(words: "no fate is called “\(name)”")
            }
            return fate
        }
        let outcomes = try (parts.first ?? "").split(separator: ", ").map { part in
            let space = part.firstIndex(of: " ") ?? part.endIndex
            let words = part[space...].dropFirst()
            guard let status = OutcomeStatus.allCases.first(where: { $0.name.vi == words }) else {
                throw SiteFixture.Mistake(words: "no outcome is called “\(words)”")
            }
            return (rule: String(part[..<space]), status: status)
        }
        return Line(holder: String(text[..<colon.lowerBound]), outcomes: outcomes, fate: fate)
    }
}
