import Diagnostics
import Eligibility
import Registers
import Testing

/// What registers say against one another must not depend on the order of their rows.
@Suite struct CrossInvarianceTests {
    /// Every change of the case tables at once, as far as they go together.
    private static func board() -> SampleBoard {
        var board = SampleBoard.awards()
        let cases =
            RegisterCheckTests.unknown + RegisterCheckTests.decisions.filter { !$0.name.contains("register") }
            + RegisterCheckTests.subjects.filter { !$0.name.contains("position") }
        for example in cases { example.change(&board) }
        // The tables add rows of one id again and again: each gets one of its own.
        for (register, column, own) in [
            (RegisterName.awards, "award_id", 2), (.registrations, "registration_id", 2), (.subjects, "subject_id", 3),
        ] {
            let index = board[register].index(ofColumn: column)
            for row in board[register].rows.indices.dropFirst(own) { board[register].rows[row][index] += "-\(row)" }
        }
        board.add(.waivers, WaiverRowTests.waiver.merging(["entry_id": "khong-co"]) { $1 })
        board.add(.waivers, WaiverRowTests.waiver.merging(["waiver_id": "MA-2", "decided_by": "Đảng ủy"]) { $1 })
        board.add(.holds, ["subject_id": "le-thi-mau", "kind": "complaint", "from": "2024-11-01"])
        board.add(.holds, ["subject_id": "le-thi-mau", "kind": "discipline", "from": "2024-11-01"])
        return board
    }

    /// A finding in words, without the place, which moves with its row.
    private static func words(_ report: CheckReport) -> [String] {
        (report.entries.flatMap(\.diagnostics) + report.diagnostics).map { finding in
            let notes = finding.notes.map(\.message.vi).joined(separator: " / ")
            return
                "\(finding.severity) \(finding.code): \(finding.message.vi) \(finding.required?.vi ?? "") \(finding.remedy?.vi ?? "") \(notes)"
        }.sorted()
    }

    @Test(arguments: 1...12) func theOrderOfRowsChangesNoWord(_ seed: Int) async throws {
        var random = InvarianceTests.SeededGenerator("cross \(seed)")
        let board = Self.board()
        var shuffled = board
        for register in RegisterName.allCases where shuffled.registers[register] != nil {
            shuffled[register].rows.shuffle(using: &random)
        }
        shuffled.entries.shuffle(using: &random)
        let before = try await board.check().report, after = try await shuffled.check().report
        let (words, shuffledWords) = (Self.words(before), Self.words(after))
        #expect(words.count > 15)
        #expect(shuffledWords == words)
    }

    /// A row on which a rule's pass rests satisfies nothing once it is revoked, under review, or gone.
    @Test(arguments: ["revoked", "under_review"]) func whatIsRevokedSatisfiesNothing(_ status: String) async throws {
        var tried = 0
        let board = SampleBoard()
        let before = try await board.check()
        for id in [SampleBoard.committeeEntry, SampleBoard.secretaryEntry] {
            for (rule, outcome) in try before.outcomes(of: id) where outcome.status == .pass {
                for row in outcome.evidence where row.register == .recognitions || row.register == .awards {
                    var changed = board
                    let column = changed[row.register].index(ofColumn: "status")
                    changed[row.register].rows[Int(row.row)][column] = status
                    let after = try await changed.check()
                    let expected: OutcomeStatus = status == "revoked" ? .fail : .unknown
                    #expect(try after.statuses(of: id)[rule] == expected, "\(rule)")
                    #expect(after.fates[id] != .published)
                    tried += 1
                }
            }
        }
        #expect(tried == 2, "LN-09 and LN-16 rest on recognitions")
    }
}
