import Diagnostics
import Eligibility
import Testing

private let unit = SampleBoard.committeeEntry

/// Kinds that this version can't evaluate: unknown, never a silent pass.
@Suite struct UnsupportedKindTests {
    /// A kind that no version will ever have, so that this suite outlives the building of others.
    private static func board(_ severity: String, when: String? = nil, scope: String = "entry", accepted: Bool = false) -> SampleBoard {
        var board = SampleBoard()
        board.addRule(
            """
            id: LN-90
            kind: drawn_by_lot
            scope: \(scope)
            cite: "V"
            severity: \(severity)
            text: "Quy tắc thử."
            """ + (when.map { "\nwhen: \($0)" } ?? "") + "\ntimes: 3\n")
        if accepted { board.acceptedKinds = ["drawn_by_lot"] }
        return board
    }

    @Test func holdsBackUntilAccepted() async throws {
        let result = try await Self.board("error").check()
        let outcome = try #require(try result.outcomes(of: unit)["LN-90"])
        #expect(outcome.status == .unknown && !outcome.acceptedUnsupported)
        #expect(result.fates == [unit: .withheld, SampleBoard.secretaryEntry: .withheld])
        let found = result.report.diagnostics.filter { $0.code == "rule-unsupported" }
        #expect(found.count == 1, "one line for the rule, not one for each entry")
        #expect(found.first?.severity == .error && found.first?.clause?.cite == "V")
        #expect(found.first?.message.vi.contains("2 bài") == true)
    }

    @Test func isSilentOnceAccepted() async throws {
        let result = try await Self.board("error", accepted: true).check()
        let outcome = try #require(try result.outcomes(of: unit)["LN-90"])
        #expect(outcome.status == .unknown && outcome.acceptedUnsupported)
        #expect(result.fates == [unit: .published, SampleBoard.secretaryEntry: .published])
        #expect(!result.report.diagnostics.contains { $0.code == "rule-unsupported" })
    }

    @Test(arguments: ["warning", "notice"]) func lesserOnesHoldNobodyBack(_ severity: String) async throws {
        let result = try await Self.board(severity).check()
        #expect(try result.statuses(of: unit)["LN-90"] == .unknown)
        #expect(result.fates[unit] == .published)
    }

    @Test func asksNothingOfThoseItDoesNotSpeakOf() async throws {
        let result = try await Self.board("error", when: "{subject_kind: individual}").check()
        #expect(try result.statuses(of: unit)["LN-90"] == .notApplicable)
        #expect(result.fates == [unit: .published, SampleBoard.secretaryEntry: .withheld])
    }

    @Test(arguments: ["programme", "organisation"]) func asksNothingOfEntriesOutsideTheirScope(_ scope: String) async throws {
        let result = try await Self.board("error", scope: scope).check()
        #expect(try result.statuses(of: unit)["LN-90"] == .notApplicable)
        #expect(result.fates[unit] == .published)
    }

    @Test func aMisspeltKindIsSaid() async throws {
        var board = SampleBoard()
        board.editProgramme("    kind: photos\n", "    kind: photo\n")
        let result = try await board.check()
        let found = try #require(result.report.diagnostics.first { $0.code == "unknown-rule-kind" })
        #expect(found.remedy?.vi.contains("photos") == true)
        #expect(try result.statuses(of: unit)["LN-22"] == .unknown)
        #expect(result.fates[unit] == .withheld)
    }

    /// A rule whose own keys are wrong: what is found, and nothing else.
    @Test(
        arguments: [
            ("values: [commune_party_committee]", "values: [commune_party_comittee]", ["unknown-code"]),
            ("topic: \"Báo cáo căn cứ vào mục tiêu, chỉ tiêu đã đăng ký\"", "topics: \"Báo cáo\"", ["missing-key", "unknown-key"]),
            ("period: \"2020\"", "period: \"20\"", ["wrong-period"]), ("at_most: 3", "most: 3", ["quota-number", "unknown-key"]),
            ("at_most: 3", "at_most: 3\n    exactly: 3", ["quota-number"]), ("part: summary", "part: body", ["unknown-value"]),
            ("before: 2021-07-09", "before: \"31/02\"", ["wrong-date"]), ("what: dossier", "what: dosier", ["unknown-code"]),
            ("roles: {portrait: 1, activity: 2}", "roles: {portrait: 1, group: 2}", ["unknown-key"]),
            ("    minimum: 1\n", "    minimum: 0\n", ["out-of-range"]),
            ("maximum: 1500", "maximum: 1.500", ["not-an-integer"]), ("holder: organisation", "holder: organization", ["unknown-value"]),
        ])
    func wrongKeysAreErrorsOfTheProgramme(_ old: String, _ new: String, _ codes: [String]) async throws {
        var board = SampleBoard()
        board.editProgramme(old, new)
        // It stops the board, not only some entries: no clause of the plan, but a mistake in its file.
        let found = try await board.check().report.diagnostics.filter { $0.severity == .error && $0.clause == nil }
        #expect(found.map(\.code) == codes)
        #expect(found.allSatisfy { $0.place?.path == ProjectFiles.lucNganPath && $0.place?.position != nil && $0.remedy != nil })
    }
}
