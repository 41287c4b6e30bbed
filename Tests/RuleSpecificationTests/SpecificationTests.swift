import Eligibility
import Foundation
import TestSupport
import Testing

/// Every case of every specification, from files to pages.
@Suite struct SpecificationTests {
    static let isRecording = ProcessInfo.processInfo.environment["BANGVANG_RECORD"] == "1"

    @Test(.disabled(if: isRecording), arguments: Specification.all.flatMap(\.cases))
    func theRuleSays(example: SpecificationCase) async throws {
        let base = try await example.plan.base()
        let check = try await example.run()
        let expected = example.expectation
        #expect(check.words(on: expected.rule, of: expected.holder) == expected.words)
        // The change reaches the outcomes and fates that the case names, and no others of anybody.
        for line in expected.lines { #expect(check.standings[line.holder] != nil, "nobody is called \(line.holder)") }
        for (holder, standing) in check.standings {
            let line = expected.lines.first { $0.holder == holder }
            let unchanged =
                base.standings[holder] ?? example.edits.lazy.compactMap { $0.original(of: holder) }.first.flatMap { base.standings[$0] }
            var wanted = try #require(unchanged ?? line.map { _ in standing }, "nothing is expected of \(holder), who is new")
            if let line {
                wanted.fate = line.fate
                for (rule, status) in line.outcomes { wanted.outcomes[rule] = status }
            }
            for rule in Set(standing.outcomes.keys).union(wanted.outcomes.keys) {
                #expect(standing.outcomes[rule] == wanted.outcomes[rule], "\(holder): \(rule)")
            }
            #expect(standing.fate == wanted.fate, "the fate of \(holder)")
        }
        #expect(
            check.otherFindings(than: expected.rules).sorted() == (base.otherFindings(than: expected.rules) + expected.further).sorted())
        #expect(check.shown == Set(check.standings.filter { $0.value.fate == .published }.keys), "pages of entries")
    }

    /// Writes what the program prints into the files, under the lines that name entries, outcomes and fates.
    @Test(.enabled(if: isRecording), arguments: Specification.all)
    func record(specification: Specification) async throws {
        let file = Repository.root + "/" + specification.path
        var lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n")
        for example in specification.cases.reversed() {
            let expected = example.expectation
            let words = try await example.run().words(on: expected.rule, of: expected.holder)
            lines.replaceSubrange(
                expected.recorded, with: words.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
        }
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
}
