import Diagnostics
import Eligibility
import Registers
import Testing

/// What must hold whatever stands in the registers, tried on every board of the case tables.
@Suite struct InvarianceTests {
    /// Numbers that look random and are the same in every run (SplitMix64).
    struct SeededGenerator: RandomNumberGenerator {
        var state: UInt64

        init(_ name: String) { state = name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) } }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// One board for each case that changes something.
    private static func boards() -> [(name: String, board: SampleBoard)] {
        RuleCoverageTests.cases.map { example in
            var board = SampleBoard()
            example.change(&board)
            return (example.testDescription, board)
        }
    }

    /// What the check says of each entry, without the places of rows.
    private struct Answer: Equatable {
        var statuses: [String: OutcomeStatus]
        var fate: Fate
        var codes: [String]

        init(_ id: String, in result: SampleReport) throws {
            statuses = try result.statuses(of: id)
            fate = try result.entry(id).fate
            codes = try result.entry(id).diagnostics.map(\.code).sorted()
        }
    }

    private static let ids = [SampleBoard.committeeEntry, SampleBoard.secretaryEntry]

    @Test func theOrderOfRowsAndEntriesPlaysNoPart() async throws {
        for (name, board) in Self.boards() {
            var random = SeededGenerator(name)
            var shuffled = board
            for register in RegisterName.allCases where shuffled.registers[register] != nil {
                shuffled[register].rows.shuffle(using: &random)
            }
            shuffled.entries.shuffle(using: &random)
            let (before, after) = (try await board.check(), try await shuffled.check())
            for id in Self.ids { #expect(try Answer(id, in: after) == Answer(id, in: before), "\(name)") }
        }
    }

    @Test func anUnrelatedEntryChangesNothing() async throws {
        for (name, board) in Self.boards() {
            var larger = board
            larger.addTwin(of: SampleBoard.secretarySample, number: 1)
            larger[entry: "\(SampleBoard.secretaryEntry)-1"]["photos"] = "[]"
            let (before, after) = (try await board.check(), try await larger.check())
            for id in Self.ids { #expect(try Answer(id, in: after) == Answer(id, in: before), "\(name)") }
        }
    }

    /// A row on which a pass rests may be missed; that it is gone can do nobody good. Only a deadline may
    /// then be kept, by a dossier that lacks the document which came late.
    @Test func aRowThatIsGoneImprovesNothing() async throws {
        var removed = 0
        for (name, board) in Self.boards() {
            var random = SeededGenerator(name)
            let before = try await board.check()
            for id in Self.ids {
                let met = try before.outcomes(of: id).values.filter { $0.status == .pass }.flatMap(\.evidence)
                let cited = Set(met).sorted { ($0.register.rawValue, $0.row) < ($1.register.rawValue, $1.row) }
                guard let row = cited.randomElement(using: &random) else { continue }
                var poorer = board
                poorer[row.register].rows.remove(at: Int(row.row))
                let after = try await poorer.check()
                removed += 1
                let (old, new) = (try Answer(id, in: before), try Answer(id, in: after))
                #expect(old.fate == .published || new.fate != .published, "\(name), without row \(row)")
                let improved = new.statuses.filter { $0.value == .pass && old.statuses[$0.key] != .pass && $0.key != "LN-30" }
                #expect(improved.isEmpty, "\(name), without row \(row)")
            }
        }
        #expect(removed > 200)
    }
}
