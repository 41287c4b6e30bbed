import Diagnostics
import Eligibility
import Foundation
import Formats
import Programmes
import Testing

/// `docs/quy-tac.md` is made from the rules' own comments, and these say what the rules do.
@Suite struct RuleReferenceTests {
    private static let page = RuleReference.package.appending(path: "docs/quy-tac.md")

    @Test("docs/quy-tac.md documents every kind of rule") func isCurrent() throws {
        let reference = try RuleReference()
        #expect(reference.kinds.map(\.name) == RuleCatalogue.kinds.map { $0.kind })
        let expected = reference.markdown
        if ProcessInfo.processInfo.environment["BANGVANG_RECORD"] == "1" {
            try expected.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let written = try? String(contentsOf: Self.page, encoding: .utf8)
        #expect(written == expected, "docs/quy-tac.md is out of date: BANGVANG_RECORD=1 swift test --filter RuleReferenceTests")
    }

    /// The messages that a rule's file can give are those that its comment lists.
    @Test func everyMessageIsListed() throws {
        let all = try RuleReference.codesOfEligibility()
        // What is said of a score sheet, whatever rule asks for it, is listed by the rule about the sheet itself.
        let folder = RuleReference.package.appending(path: "Sources/Eligibility/Sheets")
        let sheets = try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }.joined()
        for kind in try RuleReference().kinds {
            let source = kind.name == "score_sheet_complete" ? kind.source + sheets : kind.source
            let given = RuleReference.codes(in: source)
            let listed = Set(kind.messages.map(\.code))
            #expect(given.isSubset(of: listed.union(["unknown-form"])), "\(kind.file): \(given.subtracting(listed).sorted()) is not listed")
            // Some are given by what rules share, in files of their own.
            #expect(listed.isSubset(of: all), "\(kind.file): \(listed.subtracting(all).sorted()) is listed and never given")
        }
    }

    /// Each example is a rule as a programme would hold it: it is read without a word, and its keys are documented.
    @Test func everyExampleIsARule() throws {
        let vocabulary = VocabularyParser.parse(SourceText(path: "content/vocabulary.yaml", text: ProjectFiles.vocabulary)).value
        for kind in try RuleReference().kinds {
            #expect(!kind.example.isEmpty && !kind.keys.isEmpty && !kind.reads.isEmpty, "\(kind.file)")
            let diagnostics = try Self.compile(kind, vocabulary)
            #expect(diagnostics.map(\.code) == [], "\(kind.file): \(diagnostics.map(\.message.vi))")
        }
    }

    /// The keys that a rule asks for are those that its comment lists, and the required ones are so marked.
    @Test func everyKeyIsListed() throws {
        let common = ["id", "kind", "scope", "cite", "severity", "text", "when", "conflicts_with", "note"]
        for kind in try RuleReference().kinds {
            let asked = Set(
                kind.source.matches(
                    of:
                        /(?:keys|reader)\.(?:string|text|terms?|integers?|boolean|date|choices?|oneOrMore|strings|mappings?|items|value|values|grade|ratingScale|relativeYears|listForms|attribute|condition|identifiers?)\(\s*"([a-z_]+)"/
                ).map { String($0.1) }
                    + kind.source.matches(of: #/(?:Conditional|RuleParts)(?:<[A-Za-z]+>)?\(\s*"([a-z_]+)"/#).map { String($0.1) })
            let listed = Set(kind.keys.map(\.name))
            #expect(asked.subtracting(common).isSubset(of: listed), "\(kind.file): \(asked.subtracting(listed).sorted()) is not documented")
        }
    }

    private static func compile(_ kind: RuleReference.Kind, _ vocabulary: Vocabulary) throws -> [Diagnostic] {
        let scope =
            switch RuleCatalogue.type(of: kind.name) {
            case is any EntryRule.Type: "entry"
            case is any BatchRule.Type, is any ListRule.Type: "batch"
            default: "organisation"
            }
        let severity = kind.example.contains("severity:") ? "" : "    severity: error\n"
        let rule =
            "  - id: T-01\n    scope: \(scope)\n    cite: \"I\"\n\(severity)    text: \"Quy định.\"\n"
            + kind.example.split(separator: "\n").map { "    \($0)\n" }.joined()
        let text = """
            id: thu
            title: "Kế hoạch thử"
            document: {number: "1", date: 2024-01-01, issuer: "Cơ quan thử"}
            validity: {from: 2020-01-01, to: 2026-12-31}
            place: noi-thu
            rests_on: award
            campaigns: [periodic, unscheduled]
            levels: [base, district, province, bloc]
            subject_kinds: [collective, individual]
            rating_scale: party-4
            forms:
              - {id: phu-luc-1, name: "Phụ lục 1", sorted_by: [status]}
              - {id: phu-luc-4, name: "Phụ lục 4", sorted_by: [status]}
            score_sheets:
              - id: bang-tap-the
                name: "Bảng điểm"
                max_total: 100
                criteria:
            \((1...20).map { "      - {number: \($0), max: 5, text: \"Tiêu chí \($0)\"}" }.joined(separator: "\n"))
            rules:
            \(rule)
            """
        let parsed = ProgrammeParser.parse(SourceText(path: "content/programmes/thu.yaml", text: text), vocabulary: vocabulary)
        let programme = try #require(parsed.value)
        return parsed.diagnostics + RuleCatalogue.compile(programme, vocabulary: vocabulary).diagnostics
    }
}
