import Diagnostics
import Eligibility
import Testing

/// Wrong keys of the kinds that rest on registrations, earlier awards and figures: what is found, and nothing else.
@Suite struct StandingKeysTests {
    @Test(
        arguments: [
            ("kind: registered, requires: [model_titel]", ["unknown-value"]), ("kind: registered, requires: model_title", ["wrong-kind"]),
            ("kind: registered, year: entry", ["wrong-year"]), ("kind: registered, holder: organization", ["unknown-value"]),
            ("kind: registered, require: [model_title]", ["unknown-key"]),
            ("kind: registration_confirmed", ["confirmation-keys"]),
            ("kind: registration_confirmed, confirmed_by: [nobody]", ["unknown-code"]),
            ("kind: registration_confirmed, confirmed_by: [unit], year: year+1", ["wrong-year"]),
            ("kind: award_at_level, at_level: hamlet", ["unknown-code"]), ("kind: award_at_level, years: [last]", ["wrong-year"]),
            ("kind: award_at_level, registers: [ratings]", ["unknown-value"]), ("kind: award_at_level, level: base", ["unknown-key"]),
            ("kind: consecutive_recognitions, years: 2", ["missing-key"]),
            ("kind: consecutive_recognitions, at_level: district", ["missing-key"]),
            ("kind: consecutive_recognitions, at_level: district, years: 1", ["out-of-range"]),
            ("kind: consecutive_recognitions, at_level: district, years: 2, ending: never", ["wrong-year"]),
            ("kind: award_form", ["award-form-keys"]), ("kind: award_form, forms: [medal]", ["unknown-code"]),
            ("kind: award_form, authorities: [everybody]", ["unknown-code"]),
            ("kind: quantified_results, minimum: 0", ["out-of-range"]), ("kind: quantified_results, sources: [title]", ["unknown-value"]),
            ("kind: quantified_results, unit_required: true", ["unknown-key"]),
        ])
    func areErrorsOfTheProgramme(_ rule: String, _ codes: [String]) async throws {
        var board = SampleBoard.standingBoard
        board.addToVanNinh("VN-90", rule)
        let found = try await board.check().report.diagnostics.filter { $0.severity == .error && $0.clause == nil }
        #expect(found.map(\.code) == codes)
        #expect(found.allSatisfy { $0.place?.path == ProjectFiles.vanNinhPath && $0.place?.position != nil && $0.remedy != nil })
    }

    /// A plan that rests on recognitions has no forms of awards.
    @Test func aPlanWithoutAwardsHasNoForms() async throws {
        var board = SampleBoard.standingBoard
        board.programmes[0].text.replace(
            "\nscore_sheets:\n",
            with:
                "\n  - {id: YB-90, scope: entry, cite: \"V\", severity: error, text: \"Quy tắc thử.\", kind: award_form, forms: [flag]}\n\nscore_sheets:\n"
        )
        let found = try await board.check().report.diagnostics.filter { $0.severity == .error && $0.clause == nil }
        #expect(found.map(\.code) == ["award-form-keys"])
    }

    /// Without any keys of their own, the kinds ask for what their documentation says.
    @Test(arguments: ["registered", "award_at_level", "quantified_results"]) func defaultsDo(_ kind: String) async throws {
        var board = SampleBoard.standingBoard
        board.addToVanNinh("VN-90", "kind: \(kind)")
        #expect(try await board.check().statuses(of: SampleBoard.district)["VN-90"] == .pass)
    }
}
