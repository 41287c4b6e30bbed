import Diagnostics
import Entries
import Formats
import Privacy
import Registers

/// What the cells of registers tell of people, of those columns that pages show.
struct RegisterPersonalData: Sendable {
    /// One cell's finding.
    struct Cell: Sendable {
        var finding: PersonalDataFinding
        var place: SourcePlace
        /// Whether the board shows it when the entry itself is gone: who revoked a decision is told in public.
        var outlivesEntry = false
    }

    /// The findings by the rows that they stand in; nearly always empty.
    let cells: [RowReference: [Cell]]

    init(_ registers: Registers) {
        var reading = Reading(registers: registers)
        for row in registers.rows.subjects { reading.read(row.row, [("name", row.name), ("position_text", row.positionText)]) }
        for row in registers.rows.awards {
            reading.read(row.row, [("reason", row.reason), ("signer", row.signer)] + Self.columns(of: row.decision))
            reading.read(row.row, [("revoked_by", row.revokedBy)], outliveEntry: true)
        }
        for row in registers.rows.recognitions {
            reading.read(row.row, [("title", row.title)] + Self.columns(of: row.decision))
            reading.read(row.row, [("revoked_by", row.revokedBy)], outliveEntry: true)
        }
        for row in registers.rows.waivers {
            reading.read(row.row, [("decision_no", row.decisionNumber), ("decided_by", row.decidedBy), ("reason", row.reason)])
        }
        for row in registers.rows.ratings {
            reading.read(row.row, [("decision_no", row.decisionNumber), ("rated_by", row.ratedBy)])
        }
        // A body that has no code is named as it is written.
        for row in registers.rows.reviews { reading.read(row.row, [("body", row.body)]) }
        for row in registers.rows.dossiers { reading.read(row.row, row.confirmedBy.map { ("confirmed_by", $0) }) }
        for row in registers.rows.registrations {
            reading.read(
                row.row,
                [
                    ("model_title", row.modelTitle), ("lead", row.lead), ("scale", row.scale), ("place_text", row.placeText),
                    ("implementation_period", row.implementationPeriod),
                ] + row.confirmedBy.map { ("confirmed_by", $0) })
        }
        cells = reading.cells
    }

    private static func columns(of decision: Decision) -> [(name: String, text: String?)] {
        [("decision_no", decision.number), ("authority", decision.authority)]
    }

    private struct Reading {
        let registers: Registers
        var scanner = PersonalDataScanner()
        var cells: [RowReference: [Cell]] = [:]

        mutating func read(_ row: RowReference, _ columns: [(name: String, text: String?)], outliveEntry: Bool = false) {
            for (name, text) in columns {
                guard let text else { continue }
                for finding in scanner.scan(text) {
                    cells[row, default: []].append(
                        Cell(finding: finding, place: place(finding, text, row, name), outlivesEntry: outliveEntry))
                }
            }
        }

        /// The words themselves as far as they stand on one line; the cell where marks of quotation are doubled before them.
        private func place(_ finding: PersonalDataFinding, _ text: String, _ row: RowReference, _ column: String) -> SourcePlace {
            let cell = registers.place(of: row, column: column)
            let bytes = Array(text.utf8)
            let before = bytes[..<finding.range.lowerBound]
            guard let position = cell.position, !before.contains(UInt8(ascii: "\"")) else { return cell }
            func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
            let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            return SourcePlace(
                path: cell.path, line: Int(position.line) + before.count { $0 == UInt8(ascii: "\n") },
                column: scalars(before[(lineStart ?? 0)...]) + (lineStart == nil ? Int(position.column) : 1),
                length: scalars(bytes[finding.range].prefix { $0 != UInt8(ascii: "\n") }))
        }
    }

    /// Reports each cell once. One that an entry shows is that entry's finding, and holds back whoever else shows it; one
    /// that is shown when the entry is gone is the board's; one that no page shows can hurt nobody, and is a warning.
    func report(
        in corpus: Corpus, _ policy: PrivacyPolicy, _ judgements: inout [Judgement], _ diagnostics: inout [Diagnostic]
    ) {
        guard !cells.isEmpty else { return }
        var users: [RowReference: [Int]] = [:]
        for (index, source) in corpus.entries.enumerated() {
            for row in judgements[index].shownRows(of: source.entry, in: corpus.registers) where cells[row] != nil {
                users[row, default: []].append(index)
            }
        }
        for (row, found) in cells.sorted(by: { ($0.key.register.path, $0.key.row) < ($1.key.register.path, $1.key.row) }) {
            for cell in found { report(cell, users[row] ?? [], corpus, policy, &judgements, &diagnostics) }
        }
    }

    private func report(
        _ cell: Cell, _ users: [Int], _ corpus: Corpus, _ policy: PrivacyPolicy, _ judgements: inout [Judgement],
        _ diagnostics: inout [Diagnostic]
    ) {
        func diagnostic(for publication: Entry.Publication?) -> Diagnostic? {
            PersonalDataCheck(policy: policy, publication: publication).diagnostic(cell.finding, at: cell.place)
        }
        guard !users.isEmpty else {
            if var unseen = diagnostic(for: nil) {
                unseen.severity = .warning
                diagnostics.append(unseen)
            }
            return
        }
        guard !cell.outlivesEntry else {
            if let found = diagnostic(for: nil) { diagnostics.append(found) }
            return
        }
        var first: Int?
        for user in users {
            guard let entry = corpus.entries[user].entry, let found = diagnostic(for: entry.publication) else { continue }
            if let first {
                if found.severity == .error { judgements[user].heldReasons.append(found.code) }
                judgements[first].diagnostics[judgements[first].diagnostics.count - 1].notes.append(
                    Diagnostic.Note(
                        Message(vi: "bài cũng dùng dòng này", en: "another entry that shows the row"), at: SourcePlace(path: entry.path)))
            } else {
                first = user
                judgements[user].diagnostics.append(found)
            }
        }
    }
}

extension Judgement {
    /// The rows whose words the entry's pages show.
    fileprivate func shownRows(of entry: Entry?, in registers: Registers) -> [RowReference] {
        var rows = [honourCase?.subject.row, honour?.row].compactMap { $0 }
        for row in outcomes.flatMap(\.evidence) where !rows.contains(row) { rows.append(row) }
        if let entry { rows += registers.waivers(for: entry.id.value).map(\.row) }
        if let id = entry?.registrationID, let registration = registers.registration(id.value) { rows.append(registration.row) }
        return rows
    }
}
