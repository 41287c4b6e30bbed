import Diagnostics
import Testing

/// A long list made short: the first few of each kind, a count of the others, nothing lost and nothing moved.
@Suite struct FindingDigestTests {
    private static func finding(
        _ code: String, _ path: String?, line: Int = 1, _ severity: Severity = .error, rule: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity, code, "x", at: path.map { SourcePlace(path: $0, line: line) },
            clause: rule.map { Clause(rule: $0, cite: "I", document: "Kế hoạch") })
    }

    private static func many(_ code: String, _ path: String?, _ count: Int, _ severity: Severity = .error, rule: String? = nil)
        -> [Diagnostic]
    {
        (1...count).map { finding(code, path, line: $0, severity, rule: rule) }
    }

    /// An item in a few words: `a.csv:3` for a finding, `+12 a.csv` or `+12 in 3` for a count.
    private static func words(_ item: FindingDigest.Item) -> String {
        switch item {
        case .finding(let diagnostic): diagnostic.place.map { "\($0.path):\($0.position?.line ?? 0)" } ?? "nowhere"
        case .others(let others): "+\(others.count) \(others.path ?? "in \(others.files)")"
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var findings: [Diagnostic]
        var expected: [String]
    }

    @Test(arguments: [
        Case(testDescription: "nothing", findings: [], expected: []),
        Case(testDescription: "five of a kind", findings: many("a", "f", 5), expected: (1...5).map { "f:\($0)" }),
        Case(
            testDescription: "one more is shown: a count never stands for one", findings: many("a", "f", 6),
            expected: (1...6).map { "f:\($0)" }),
        Case(testDescription: "two more are counted", findings: many("a", "f", 7), expected: (1...5).map { "f:\($0)" } + ["+2 f"]),
        Case(
            testDescription: "each code by itself", findings: many("a", "f", 7) + many("b", "f", 8),
            expected: (1...5).map { "f:\($0)" } + ["+2 f"] + (1...5).map { "f:\($0)" } + ["+3 f"]),
        Case(
            testDescription: "each weight by itself", findings: many("a", "f", 4) + many("a", "f", 4, .notice),
            expected: (1...4).map { "f:\($0)" } + (1...4).map { "f:\($0)" }),
        Case(
            testDescription: "each rule by itself", findings: many("a", "f", 4, rule: "LN-10") + many("a", "f", 4, rule: "LN-11"),
            expected: (1...4).map { "f:\($0)" } + (1...4).map { "f:\($0)" }),
        Case(
            testDescription: "a few in each of six files are all shown when one stands in the sixth",
            findings: (1...6).map { finding("a", "f\($0)") }, expected: (1...6).map { "f\($0):1" }),
        Case(
            testDescription: "the files beyond the fifth are counted together",
            findings: (1...9).map { finding("a", "f\($0)") }, expected: (1...5).map { "f\($0):1" } + ["+4 in 4"]),
        Case(
            testDescription: "two in the sixth file", findings: (1...5).map { finding("a", "f\($0)") } + many("a", "g", 2),
            expected: (1...5).map { "f\($0):1" } + ["+2 in 1"]),
        Case(
            testDescription: "a file that is shown is counted by itself", findings: many("a", "f", 10) + many("a", "g", 2),
            expected: (1...5).map { "f:\($0)" } + ["+5 f", "g:1", "g:2"]),
        Case(
            testDescription: "what stands nowhere", findings: many("a", nil, 9),
            expected: [String](repeating: "nowhere", count: 5) + ["+4 in 0"]),
    ])
    func showsTheFirstAndCountsTheOthers(example: Case) {
        #expect(FindingDigest.items(of: example.findings).map(Self.words) == example.expected)
    }

    /// Kinds that alternate, as they do in a file that breaks two rules on every line.
    @Test func theOrderStaysAndTheCountStandsWhereTheFirstOfItsFindingsWould() {
        let findings = (1...8).flatMap { [Self.finding("a", "f", line: $0), Self.finding("b", "f", line: $0)] }
        let shown = (1...5).flatMap { ["f:\($0)", "f:\($0)"] }
        #expect(FindingDigest.items(of: findings).map(Self.words) == shown + ["+3 f", "+3 f"])
    }

    @Test func theCountSaysWhatItCounts() throws {
        let last = try #require(FindingDigest.items(of: Self.many("rating-missing", "f", 30, .warning, rule: "LN-10")).last)
        guard case .others(let others) = last else {
            Issue.record("the last item is no count")
            return
        }
        #expect(
            (others.severity, others.code, others.clause?.rule, others.count, others.files) == (.warning, "rating-missing", "LN-10", 25, 1))
    }

    /// Shown and counted findings are together as many as there were.
    @Test(arguments: [(files: 1, each: 10_000), (files: 10_000, each: 1), (files: 100, each: 100), (files: 6, each: 7)])
    func nothingIsLost(files: Int, each: Int) {
        let findings = (1...files).flatMap { Self.many("a", "f\($0)", each) + Self.many("b", "f\($0)", each, rule: "LN-10") }
        let items = FindingDigest.items(of: findings)
        let total = items.reduce(0) { sum, item in
            if case .others(let others) = item { sum + others.count } else { sum + 1 }
        }
        #expect(total == findings.count)
        #expect(items.count <= 2 * (FindingDigest.shownFiles * (FindingDigest.shownInFile + 1) + 1))
    }
}
