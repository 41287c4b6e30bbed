import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Foundation
import Publishing
import TestSupport

/// What is honoured in a test of the board's plan.
struct Honoured {
    var id: String
    var kind = "household"
    var name: String
    var sortName = ""
    var year = 2024
    var place = "xa-mau-b"
    var decided = "20/11"
    var number = "1/QĐ"
    var authority = "Chủ tịch"
    var reason = ""
}

extension SiteFixture {
    /// A small board whose own honours gave way to these.
    convenience init(honouring honours: [Honoured]) throws {
        try self.init()
        try remove("content/entries")
        // What the programme asks for is not what these tests are about: only its first rule, a statement, is left.
        let programme = try read("content/programmes/mau-2024.yaml")
        guard let second = programme.range(of: "  - id: MA-02") else { throw Mistake(words: "the programme has no second rule") }
        try write("content/programmes/mau-2024.yaml", String(programme[..<second.lowerBound]))
        for path in ["content/registers/subjects.csv", "content/registers/awards.csv"] {
            try write(path, String(try read(path).prefix { $0 != "\n" }) + "\n")
        }
        for honour in honours { try add(honour) }
    }

    /// Adds an honour to the board.
    func add(_ honour: Honoured) throws {
        try append(to: "content/registers/subjects.csv", "\(honour.id),\(honour.kind),\(honour.name),\(honour.sortName),,,,,,,\n")
        try append(
            to: "content/registers/awards.csv",
            "KT-\(honour.id),\(honour.id),mau-2024,,base,certificate_of_merit,\(honour.year),\(honour.place),\"\(honour.number)\",\(honour.decided)/\(honour.year),\"\(honour.authority)\",,\(honour.reason),valid,,,\n"
        )
        try write(
            "content/entries/\(honour.year)/\(honour.id).md",
            """
            ---
            title: "\(honour.name)"
            programme: mau-2024
            subject: \(honour.id)
            award: KT-\(honour.id)
            place: \(honour.place)
            year: \(honour.year)
            field: new_rural
            summary: "Để thử."
            publish: {status: ready}
            ---
            Để thử.

            """)
    }

    /// The plan of the site, on which every honour is shown.
    func plan() async throws -> SitePlan {
        let evaluation = try await check()
        guard let plan = evaluation.plan, plan.honours.count == plan.corpus.entries.count else {
            throw Mistake(words: "not every honour is shown: \(evaluation.diagnostics.map(\.oneLine))")
        }
        return plan
    }
}

extension SitePlan {
    /// The ids of the honours in a list, in its order.
    func ids(at route: String) -> [String]? {
        listing(at: route).map { ids(of: $0.honours.map(Int.init)) }
    }

    /// The address of each honour's decision, by the honour's id.
    var decisionRoutes: [String: String] {
        Dictionary(uniqueKeysWithValues: honours.map { ($0.entry.id.value, route(of: $0.decision.decision) ?? "") })
    }

    func ids(of indices: [Int]) -> [String] { indices.map { honours[$0].entry.id.value } }
}
