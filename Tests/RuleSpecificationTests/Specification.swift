import Diagnostics
import Eligibility
import Foundation
import TestSupport
import Testing

/// A file of `Specs`: one rule of the catalogue, its clause, and cases that show how it is read.
struct Specification: Sendable, CustomTestStringConvertible {
    let plan: Plan
    /// The catalogue's id. A programme may split it into several rules.
    let id: String
    /// The file's path from the repository's root.
    let path: String
    let preamble: [String]
    let cases: [SpecificationCase]
    /// The answers of which the file says that a rule can't give them, and why.
    let impossible: [(rules: [String], status: OutcomeStatus)]

    var testDescription: String { id }

    static let folder = Plan.folder + "/Specs"

    /// All specifications, in the order of their paths.
    static let all: [Specification] = {
        do {
            return try CaseFile.all(in: Repository.root + "/" + folder).map(Specification.init)
        } catch {
            preconditionFailure("the specifications can't be read: \(error)")
        }
    }()

    init(_ file: CaseFile) throws {
        let parts = file.name.dropLast(3).split(separator: "/").map(String.init)
        guard parts.count == 2, let plan = Plan(rawValue: parts[0]), parts[1].hasPrefix(parts[0] + "-"),
            file.lines.first?.hasPrefix("# \(parts[1]): ") == true
        else { throw SiteFixture.Mistake(words: "\(file.name) does not open with the id that its name gives") }
        self.plan = plan
        id = parts[1]
        path = Self.folder + "/" + file.name
        preamble = file.preamble
        cases = try file.cases.map { try SpecificationCase($0, of: parts[1], plan) }
        impossible = try preamble.compactMap(Self.impossibility)
    }

    /// Whether the file says that this rule never gives that answer.
    func excludes(_ status: OutcomeStatus, of rule: String) -> Bool {
        impossible.contains { $0.status == status && ($0.rules.isEmpty || $0.rules.contains(rule)) }
    }

    /// `Không có trường hợp “chưa rõ”: …`, or `Không có trường hợp “không đạt” (VN-35a, VN-35b): …`.
    private static func impossibility(_ line: String) throws -> (rules: [String], status: OutcomeStatus)? {
        let opening = "Không có trường hợp “"
        guard line.hasPrefix(opening) else { return nil }
        let rest = line.dropFirst(opening.count)
        guard let end = rest.firstIndex(of: "”"), let colon = rest.firstIndex(of: ":"), end < colon,
            let status = OutcomeStatus.allCases.first(where: { $0.name.vi == rest[..<end] })
        else { throw SiteFixture.Mistake(words: "“\(line)” names no outcome") }
        let rules = rest[end..<colon].dropFirst().trimmingCharacters(in: CharacterSet(charactersIn: " ()"))
        return (rules.split(separator: ", ").map(String.init), status)
    }
}

/// One case of a specification: how the board is changed, and what follows.
struct SpecificationCase: Sendable, CustomTestStringConvertible {
    let plan: Plan
    /// The catalogue's id.
    let id: String
    let title: String
    let edits: [Edit]
    let expectation: Expectation

    var testDescription: String { "\(id): \(title)" }

    init(_ example: CaseFile.Case, of id: String, _ plan: Plan) throws {
        self.plan = plan
        self.id = id
        title = example.title
        do {
            edits = try example.blocks.compactMap { try Edit($0) }
            guard let expected = example.blocks.last, expected.word == "expect", edits.count == example.blocks.count - 1 else {
                throw SiteFixture.Mistake(words: "a case is edits and then one block `expect`")
            }
            expectation = try Expectation(expected)
        } catch {
            throw SiteFixture.Mistake(words: "\(id), “\(example.title)”: \(error)")
        }
        guard title.lowercased().hasPrefix(expectation.status.name.vi + ": ") else {
            throw SiteFixture.Mistake(words: "\(id), “\(title)”: the heading does not begin with “\(expectation.status.name.vi)”")
        }
    }

    /// The plan's board, changed and checked.
    func run() async throws -> BoardCheck {
        var board = try plan.board()
        for edit in edits { try edit.apply(to: &board) }
        return try await BoardCheck(board, asOf: plan.asOf)
    }
}
