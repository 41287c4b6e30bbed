import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Programmes

/// What became of every entry: nobody may get lost. Written after each build, never published.
///
/// `docs/du-lieu.md` describes the file.
package struct Ledger: Sendable {
    /// One entry in the ledger.
    package struct Line: Sendable {
        package var id: String
        package var path: String
        package var fate: Fate
        /// The page's address, where it has one.
        package var route: String?
        /// Why it is not published, or what the page says was not checked: codes of findings.
        package var reasons: [String]
    }

    package var asOf: CalendarDay
    package var lines: [Line]

    init(asOf: CalendarDay, lines: [Line]) {
        self.asOf = asOf
        self.lines = lines
    }

    package init(_ corpus: Corpus, _ report: CheckReport, plan: SitePlan) {
        asOf = plan.asOf
        lines = zip(corpus.entries, report.entries).map { source, report in
            var reasons =
                report.diagnostics.filter { $0.severity == .error }.map { $0.clause.map { "\($0.rule)" } ?? $0.code } + report.reasons
            if let entry = source.entry, let programme = corpus.programme(entry.programmeID.value) {
                for outcome in report.outcomes where outcome.acceptedUnsupported {
                    reasons.append("unsupported:\(programme.rules[outcome.rule].id)")
                }
            }
            let route = plan.honourByPath[source.path].map { plan.honours[$0].route }
            return Line(id: source.id, path: source.path, fate: report.fate, route: route, reasons: reasons)
        }
    }

    /// How many entries share each fate.
    package var counts: [(fate: Fate, count: Int)] {
        var counts: [Fate: Int] = [:]
        for line in lines { counts[line.fate, default: 0] += 1 }
        return Fate.allCases.map { ($0, counts[$0] ?? 0) }
    }

    /// The ledger as JSON, an entry a line. The counts add up to the number of entries, or the program is
    /// at fault.
    package func json() -> [UInt8] {
        let counts = counts
        precondition(counts.reduce(0) { $0 + $1.count } == lines.count, "every entry has exactly one fate")
        var text = "{\n  \"as_of\": \"\(asOf.iso)\",\n  \"entries\": \(lines.count),\n  \"counts\": {"
        text += counts.map { "\"\($0.fate.rawValue)\": \($0.count)" }.joined(separator: ", ")
        text += "},\n  \"fates\": [\n"
        text.reserveCapacity(lines.count * 160)
        for (index, line) in lines.enumerated() {
            text += "    {\"id\": \(quoted(line.id)), \"fate\": \"\(line.fate.rawValue)\", \"path\": \(quoted(line.path))"
            if let route = line.route { text += ", \"address\": \(quoted(route))" }
            if !line.reasons.isEmpty { text += ", \"reasons\": [\(line.reasons.map(quoted).joined(separator: ", "))]" }
            text += index == lines.count - 1 ? "}\n" : "},\n"
        }
        return Array((text + "  ]\n}\n").utf8)
    }

    private func quoted(_ text: String) -> String {
        // Ids, codes and most paths hold nothing that JSON would need escaped.
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C } ? "\"\(text)\"" : JSONValue.string(text).text
    }
}
