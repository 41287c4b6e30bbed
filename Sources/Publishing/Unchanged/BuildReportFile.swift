import Diagnostics
import Eligibility
import Formats

// A report as a text file: the key that it holds for, then a line for each thing, its kind first (`TabbedLine`). The last
// line is a fingerprint of the others: a report that was cut off or edited is none, and neither is one of another version.

extension BuildReport {
    private static let header = "bangvang report 1"

    /// The report that was kept, where it was kept for this key; nil where there is none.
    static func kept(for key: BuildKey, in state: StateFolder) -> BuildReport? {
        guard let bytes = try? Disk.readIfPresent(state.reportPath) else { return nil }
        return BuildReport(bytes, for: key)
    }

    /// Keeps the report.
    func keep(for key: BuildKey, in state: StateFolder) throws(DiskError) {
        try Disk.replace(state.reportPath, with: bytes(for: key))
    }

    func bytes(for key: BuildKey) -> [UInt8] {
        var text = Self.header + "\n" + TabbedLine.line([key.inputs, key.results])
        text += TabbedLine.line(["pages", String(summary.pages)])
        text += TabbedLine.line(["unchanged", String(summary.unchanged)])
        text += TabbedLine.line(["as-of", summary.ledger.asOf.iso])
        for file in summary.strangers { text += TabbedLine.line(["stranger", file]) }
        for file in summary.precompressed { text += TabbedLine.line(["precompressed", file]) }
        for line in summary.ledger.lines {
            text += TabbedLine.line(["entry", line.id, line.path, line.fate.rawValue, line.route ?? ""] + line.reasons)
        }
        for finding in findings { text += Self.lines(of: finding) }
        return Array((text + Fingerprint(text.utf8).digits + "\n").utf8)
    }

    init?(_ bytes: [UInt8], for key: BuildKey) {
        guard bytes.last == 0x0A, let end = bytes.dropLast().lastIndex(of: 0x0A) else { return nil }
        let lines = bytes[...end].split(separator: 0x0A)
        guard lines.count > 2, lines[0].elementsEqual(Self.header.utf8),
            TabbedLine.fields(lines[1]) == [key.inputs, key.results],
            bytes[(end + 1)...].dropLast().elementsEqual(Fingerprint(bytes[...end]).digits.utf8)
        else { return nil }
        self.init(lines: lines[2...])
    }

    private init?(lines: ArraySlice<ArraySlice<UInt8>>) {
        var numbers: [String: Int] = [:]
        var asOf: CalendarDay?
        var (strangers, precompressed): ([String], [String]) = ([], [])
        var entries: [Ledger.Line] = []
        var findings: [Diagnostic] = []
        for line in lines {
            let fields = TabbedLine.fields(line)
            switch (fields[0], fields.count) {
            case ("pages", 2), ("unchanged", 2): numbers[fields[0]] = Int(fields[1])
            case ("as-of", 2): asOf = try? CalendarDay.parse(fields[1])
            case ("stranger", 2): strangers.append(fields[1])
            case ("precompressed", 2): precompressed.append(fields[1])
            case ("entry", 5...):
                guard let fate = Fate(rawValue: fields[3]) else { return nil }
                entries.append(
                    Ledger.Line(
                        id: fields[1], path: fields[2], fate: fate, route: fields[4].isEmpty ? nil : fields[4],
                        reasons: Array(fields[5...])))
            case ("finding", 18):
                guard let finding = Diagnostic(reportFields: fields) else { return nil }
                findings.append(finding)
            case ("note", 7):
                guard !findings.isEmpty else { return nil }
                var note = Diagnostic.Note("", at: SourcePlace(reportFields: fields[3...6]))
                note.message = Message(vi: fields[1], en: fields[2])
                findings[findings.count - 1].notes.append(note)
            default: return nil
            }
        }
        guard let pages = numbers["pages"], let unchanged = numbers["unchanged"], let asOf else { return nil }
        var summary = BuildPipeline.WriteSummary(ledger: Ledger(asOf: asOf, lines: entries), strangers: strangers)
        (summary.pages, summary.unchanged, summary.precompressed) = (pages, unchanged, precompressed)
        self.init(findings: findings, summary: summary)
    }

    private static func lines(of finding: Diagnostic) -> String {
        let clause = finding.clause
        var fields = ["finding", finding.severity.rawValue, finding.code, finding.isSensitive ? "sensitive" : ""]
        fields += [finding.message.vi, finding.message.en] + place(finding.place)
        fields += clause.map { ["clause", $0.rule, $0.cite, $0.document] } ?? ["", "", "", ""]
        fields += [finding.required, finding.remedy].flatMap { [$0?.vi ?? "", $0?.en ?? ""] }
        return TabbedLine.line(fields)
            + finding.notes.map { TabbedLine.line(["note", $0.message.vi, $0.message.en] + place($0.place)) }.joined()
    }

    private static func place(_ place: SourcePlace?) -> [String] {
        guard let place else { return ["", "", "", ""] }
        let position = place.position
        return [place.path, position.map { String($0.line) } ?? "", position.map { String($0.column) } ?? "", String(place.length)]
    }
}

extension Diagnostic {
    /// A finding of the report, whose sentences took all their steps when it was made.
    fileprivate init?(reportFields fields: [String]) {
        guard let severity = Severity(rawValue: fields[1]) else { return nil }
        let clause = fields[10].isEmpty ? nil : Clause(rule: fields[11], cite: fields[12], document: fields[13])
        self.init(severity, fields[2], "", at: SourcePlace(reportFields: fields[6...9]), clause: clause)
        isSensitive = !fields[3].isEmpty
        message = Message(vi: fields[4], en: fields[5])
        required = Self.message(fields[14...15])
        remedy = Self.message(fields[16...17])
    }

    private static func message(_ fields: ArraySlice<String>) -> Message? {
        guard let vi = fields.first, let en = fields.last, !vi.isEmpty || !en.isEmpty else { return nil }
        return Message(vi: vi, en: en)
    }
}

extension SourcePlace {
    /// Path, line, column and length; nil where the path is empty.
    fileprivate init?(reportFields fields: ArraySlice<String>) {
        let fields = Array(fields)
        guard !fields[0].isEmpty else { return nil }
        let position = Int(fields[1]).flatMap { line in Int(fields[2]).map { SourcePosition(line: line, column: $0) } }
        self.init(path: fields[0], position: position, length: Int(fields[3]) ?? 1)
    }
}
