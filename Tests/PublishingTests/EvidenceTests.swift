import Board
import Diagnostics
import Eligibility
import Entries
import Foundation
import Programmes
import Publishing
import Registers
import TestSupport
import Testing

/// Every outcome rests on the rows that it cites and on no others: tried on the sample board, with each row of
/// each register taken out, or revoked, in turn.
@Suite struct EvidenceTests {
    /// The sample board as it was read, to be checked with other registers.
    private struct Board {
        let corpus: Corpus
        let options: CheckOptions

        init() async throws {
            let evaluation = try await SiteFixture.sampleBoard().check()
            corpus = evaluation.content.corpus
            let accepted = evaluation.content.configuration?.acceptedKinds ?? []
            options = CheckOptions(asOf: SiteFixture.day, acceptedKinds: Set(accepted))
        }

        func check(_ change: (inout RegisterRows) -> Void = { _ in }) async throws -> [String: EntryReport] {
            var rows = corpus.registers.rows
            change(&rows)
            return try await check(Registers(rows), corpus.entries)
        }

        func check(_ registers: Registers, _ entries: [SourceEntry]) async throws -> [String: EntryReport] {
            let changed = Corpus(
                vocabulary: corpus.vocabulary, gazetteer: corpus.gazetteer, registers: registers, programmes: corpus.programmes,
                entries: entries, texts: corpus.texts, files: corpus.files, fileFacts: corpus.fileFacts)
            let report = try await Checker.check(changed, options: options)
            return Dictionary(uniqueKeysWithValues: zip(entries.map(\.id), report.entries))
        }

        /// The name of a rule's outcome, for messages.
        func name(_ id: String, _ rule: Int) -> String {
            let entry = corpus.entries.first { $0.id == id }?.entry
            let programme = entry.flatMap { corpus.programme($0.programmeID.value) }
            return "\(id), \(programme?.rules[rule].id ?? "?")"
        }

        func isQuota(_ id: String, _ rule: Int) -> Bool {
            let entry = corpus.entries.first { $0.id == id }?.entry
            return entry.flatMap { corpus.programme($0.programmeID.value) }?.rules[rule].scope == .batch
        }
    }

    @Test func takingARowOutTurnsExactlyTheRulesThatRestOnIt() async throws {
        let board = try await Board()
        let before = try await board.check()
        var turned = 0
        for (row, remove) in Self.removals(board.corpus.registers.rows) {
            let after = try await board.check(remove)
            let place = board.corpus.registers.place(of: row).description
            for (id, old) in before {
                let new = try #require(after[id])
                // Without its subject or its decision an entry has nothing left to be held against.
                if old.subject?.row == row || old.honour?.row == row {
                    // What was revoked stays so without its subject: its decision says it.
                    let expected: Fate = old.fate == .revoked && old.honour?.row != row ? .revoked : .withheld
                    #expect(new.fate == expected, "\(id) without \(place)")
                    continue
                }
                for (was, now) in zip(old.outcomes, new.outcomes) where !board.isQuota(id, was.rule) {
                    let name = board.name(id, was.rule)
                    if !was.evidence.contains(row) {
                        #expect(now.status == was.status && now.evidence == was.evidence, "\(name) does not rest on \(place)")
                    } else if was.status == .pass, now.status == .pass {
                        // Another row proves it now: a second rating, an earlier document.
                        #expect(!now.evidence.isEmpty && !now.evidence.contains(row), "\(name) rested on \(place)")
                    } else if was.status == .pass {
                        #expect(now.status == .unknown || now.status == .fail, "\(name) rested on \(place)")
                        turned += 1
                    }
                }
            }
        }
        #expect(turned > 400, "the sample's outcomes rest on rows")
    }

    @Test func revokingARowNeverImprovesAnOutcome() async throws {
        let board = try await Board()
        let before = try await board.check()
        for index in board.corpus.registers.rows.awards.indices {
            let after = try await board.check { $0.awards[index].status = .revoked }
            try expectNoBetter(after, than: before, board, "award \(index)")
        }
        for index in board.corpus.registers.rows.recognitions.indices {
            let after = try await board.check { $0.recognitions[index].status = .revoked }
            try expectNoBetter(after, than: before, board, "recognition \(index)")
        }
    }

    private func expectNoBetter(
        _ after: [String: EntryReport], than before: [String: EntryReport], _ board: Board, _ change: String
    ) throws {
        for (id, old) in before {
            let new = try #require(after[id])
            #expect(old.fate == .published || new.fate != .published, "\(id), \(change) revoked")
            for (was, now) in zip(old.outcomes, new.outcomes) where !board.isQuota(id, was.rule) {
                #expect(was.status == .pass || now.status != .pass, "\(board.name(id, was.rule)), \(change) revoked")
            }
        }
    }

    @Test func theOrderOfRowsAndEntriesPlaysNoPart() async throws {
        let board = try await Board()
        let before = try await board.check()
        var random = SystemRandomNumberGenerator()
        for _ in 0..<5 {
            var rows = board.corpus.registers.rows
            rows.shuffle(using: &random)
            let after = try await board.check(Registers(rows), board.corpus.entries.shuffled(using: &random))
            for (id, old) in before {
                let new = try #require(after[id])
                #expect(new.fate == old.fate)
                #expect(new.outcomes.map(\.status) == old.outcomes.map(\.status))
                #expect(new.diagnostics.map(\.message) == old.diagnostics.map(\.message))
            }
        }
    }

    @Test func anUnrelatedEntryChangesNothingButCounts() async throws {
        let board = try await Board()
        let whole = try await board.check()
        for source in board.corpus.entries {
            let rest = try await board.check(board.corpus.registers, board.corpus.entries.filter { $0.id != source.id })
            for (id, old) in rest {
                let new = try #require(whole[id])
                for (was, now) in zip(old.outcomes, new.outcomes) where !board.isQuota(id, was.rule) {
                    #expect(was.status == now.status && was.evidence == now.evidence, "\(board.name(id, was.rule)) beside \(source.id)")
                }
            }
        }
    }

    /// Each row with the change that takes it out.
    private static func removals(_ rows: RegisterRows) -> [(RowReference, (inout RegisterRows) -> Void)] {
        var removals: [(RowReference, (inout RegisterRows) -> Void)] = []
        func add<Row>(_ path: WritableKeyPath<RegisterRows, [Row]>, _ reference: (Row) -> RowReference) {
            for (index, row) in rows[keyPath: path].enumerated() {
                removals.append((reference(row), { $0[keyPath: path].remove(at: index) }))
            }
        }
        add(\.subjects, \.row)
        add(\.recognitions, \.row)
        add(\.awards, \.row)
        add(\.ratings, \.row)
        add(\.registrations, \.row)
        add(\.scores, \.row)
        add(\.reviews, \.row)
        add(\.waivers, \.row)
        add(\.dossiers, \.row)
        add(\.totals, \.row)
        return removals
    }
}

extension RegisterRows {
    /// The same rows in another order, as if somebody had sorted each table.
    fileprivate mutating func shuffle(using random: inout some RandomNumberGenerator) {
        subjects.shuffle(using: &random)
        recognitions.shuffle(using: &random)
        awards.shuffle(using: &random)
        ratings.shuffle(using: &random)
        registrations.shuffle(using: &random)
        scores.shuffle(using: &random)
        reviews.shuffle(using: &random)
        waivers.shuffle(using: &random)
        dossiers.shuffle(using: &random)
        totals.shuffle(using: &random)
    }
}
