import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// What the built program writes for other programs, over the sample board and over broken ones, held against the
/// schemas in `docs/schema` and the official schema of SARIF 2.1.0.
@Suite(.enabled(if: SchemaValidator.isAvailable, Comment(rawValue: SchemaValidator.absence)))
struct ReportSchemaTests {
    private typealias Documents = [(name: String, text: String)]

    private static let report = Repository.root + "/docs/schema/check-report.schema.json"
    private static let ledger = Repository.root + "/docs/schema/ledger.schema.json"
    private static let sarif = SpecificationFile.path("sarif-2.1.0.json")
    private static let sarifAbsence: Comment = "sarif-2.1.0.json is not here: Scripts/run-tests fetches it into .build/specs"

    private static func run(_ command: String, _ site: SiteFixture, _ more: String...) throws -> BuiltProgram.Outcome {
        let outcome = try BuiltProgram.run([command, "--root", site.root, "--as-of", SiteFixture.day.iso] + more)
        #expect(outcome.status == 0 || outcome.status == 1, "\(outcome.errors)")
        return outcome
    }

    /// The broken sites of one file of `Sites`, each with what was done to it.
    private static func brokenSites(_ file: String) throws -> [(name: String, site: SiteFixture)] {
        try BrokenSite.all.filter { $0.file == file }.map { broken in
            let site = try SiteFixture()
            try broken.apply(to: site)
            return (broken.name, site)
        }
    }

    private static let files = Array(Set(BrokenSite.all.map(\.file))).sorted()

    // MARK: JSON

    @Test(arguments: ["vi", "en"]) func theReportOfTheSampleBoard(language: String) throws {
        let site = try SiteFixture.sampleBoard()
        let text = try Self.run("check", site, "--format", "json", "--lang", language).output
        #expect(try SchemaValidator.violations(of: [("sample", text)], schema: Self.report) == [])
        try Self.expectConsistent(text, "sample")
    }

    @Test(arguments: files) func theReportsOfBrokenBoards(file: String) throws {
        let documents: Documents = try Self.brokenSites(file).map { ($0.name, try Self.run("check", $0.site, "--format", "json").output) }
        #expect(!documents.isEmpty)
        #expect(try SchemaValidator.violations(of: documents, schema: Self.report) == [])
        for document in documents { try Self.expectConsistent(document.text, document.name) }
    }

    @Test func theReportOfABuildIsTheSame() throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        #expect(try Self.run("build", site, "--format", "json").output == Self.run("check", site, "--format", "json").output)
        #expect(try Self.run("build", site, "--format", "sarif").output == Self.run("check", site, "--format", "sarif").output)
    }

    /// The numbers of the programmes are those of the entries, counted.
    private static func expectConsistent(_ text: String, _ name: String) throws {
        let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
        #expect(report.counts.values.reduce(0, +) == report.entries.count, "\(name)")
        var counts = report.withoutProgramme
        for programme in report.programmes {
            #expect(programme.counts.values.reduce(0, +) == programme.entries, "\(name): \(programme.id)")
            counts.merge(programme.counts, uniquingKeysWith: +)
        }
        #expect(counts == report.counts, "\(name)")
        // Statements are among an entry's outcomes, but not among the rules that are counted.
        let rules = report.programmes.flatMap(\.rules)
        let counted = report.entries.flatMap(\.outcomes).filter { outcome in rules.contains { $0.rule == outcome.rule } }
        for (status, outcomes) in Dictionary(grouping: counted, by: \.status) {
            #expect(rules.reduce(0) { $0 + ($1.outcomes[status] ?? 0) } == outcomes.count, "\(name): \(status)")
        }
    }

    private struct Report: Decodable {
        struct Entry: Decodable {
            struct Outcome: Decodable {
                var rule: String
                var status: String
            }
            var outcomes: [Outcome]
        }
        struct Programme: Decodable {
            struct Rule: Decodable {
                var rule: String
                var outcomes: [String: Int]
            }
            var id: String
            var entries: Int
            var counts: [String: Int]
            var rules: [Rule]
        }
        var counts: [String: Int]
        var withoutProgramme: [String: Int]
        var entries: [Entry]
        var programmes: [Programme]

        enum CodingKeys: String, CodingKey {
            case counts, entries, programmes
            case withoutProgramme = "without_programme"
        }
    }

    // MARK: The ledger

    @Test func theLedgerOfTheSampleBoard() throws {
        let site = try SiteFixture.sampleBoard()
        #expect(try Self.run("build", site).status == 0)
        #expect(try SchemaValidator.violations(of: [("sample", site.read(".bangvang/ledger.json"))], schema: Self.ledger) == [])
    }

    /// Boards of which something can be published although something else is held back.
    @Test func theLedgersOfBrokenBoards() throws {
        let documents: Documents = try ["eligibility.md", "entries.md"].flatMap { file in
            try Self.brokenSites(file).compactMap { name, site in
                _ = try Self.run("build", site, "--withhold-ineligible")
                return site.exists(".bangvang/ledger.json") ? (name, try site.read(".bangvang/ledger.json")) : nil
            }
        }
        #expect(documents.count >= 10)
        #expect(documents.contains { $0.text.contains("\"withheld\", \"path\"") && $0.text.contains("\"reasons\"") })
        #expect(try SchemaValidator.violations(of: documents, schema: Self.ledger) == [])
    }

    // MARK: SARIF

    @Test(.enabled(if: sarif != nil, sarifAbsence), arguments: ["vi", "en"])
    func theSARIFOfTheSampleBoard(language: String) throws {
        let text = try Self.run("check", SiteFixture.sampleBoard(), "--format", "sarif", "--lang", language).output
        #expect(try SchemaValidator.violations(of: [("sample", text)], schema: #require(Self.sarif)) == [])
    }

    @Test(.enabled(if: sarif != nil, sarifAbsence), arguments: files)
    func theSARIFOfBrokenBoards(file: String) throws {
        let documents: Documents = try Self.brokenSites(file).map { ($0.name, try Self.run("check", $0.site, "--format", "sarif").output) }
        #expect(try SchemaValidator.violations(of: documents, schema: #require(Self.sarif)) == [])
    }

    // MARK: The schemas themselves

    /// A schema that everything passes would prove nothing.
    @Test func theSchemasRefuseWhatIsWrong() throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        let report = try Self.run("check", site, "--format", "json").output
        let broken: Documents = [
            ("severity", report.replacing("\"severity\": \"error\"", with: "\"severity\": \"fatal\"")),
            ("key", report.replacing("\"remedy\"", with: "\"remedies\"")), ("line", report.replacing("\"line\": 2", with: "\"line\": 0")),
            ("day", report.replacing("2025-12-01", with: "01/12/2025")),
            ("fate", report.replacing("\"fate\": \"withheld\"", with: "\"fate\": \"\"")),
        ]
        let found = try SchemaValidator.violations(of: broken, schema: Self.report)
        for document in broken { #expect(found.contains { $0.hasPrefix(document.name + ": ") }, "\(document.name)") }
        if let sarif = Self.sarif {
            let log = try Self.run("check", site, "--format", "sarif").output
            let found = try SchemaValidator.violations(
                of: [("level", log.replacing("\"level\": \"error\"", with: "\"level\": \"fatal\""))], schema: sarif)
            #expect(found.contains { $0.hasPrefix("level: ") })
        }
    }
}
